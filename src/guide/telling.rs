//! What is told of a cause: its own words, or others where the message, the answers or the registry say more than it.

use super::open_ways;
use crate::content::{AnswerRoute, Cause, Content};
use crate::diagnosis::Failure;
use crate::image::host_of;

/// What is told of a cause. The texts have the content's markup and placeholders.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling<'content> {
    /// The cause.
    pub cause: &'content Cause,
    /// The heading.
    pub heading: &'content str,
    /// What happened.
    pub summary: &'content str,
    /// The ways that are open, where the cause has more than one.
    pub ways: &'content [String],
    /// What the same words fit as well.
    pub also: Vec<&'content Cause>,
    /// Whether it is what answers lead to, and not what a message says.
    pub by_answers: bool,
}

impl<'content> Telling<'content> {
    /// Of a cause by itself; `image` is the person's own, or empty where that is not known.
    #[must_use]
    pub fn of_cause(content: &'content Content, cause: &'content Cause, image: &str) -> Self {
        let heading = if image.is_empty() { &cause.title } else { &cause.verdict };
        let (summary, ways) = (&cause.summary, open_ways(cause, &[]));
        let telling = Self { cause, heading, summary, ways, also: Vec::new(), by_answers: false };
        telling.of_registry(content, image)
    }

    /// Of a failure; `None` where its cause is none of the content.
    #[must_use]
    pub fn of_failure(content: &'content Content, failure: &Failure) -> Option<Self> {
        let cause = content.cause(&failure.cause)?;
        let mut telling = Self::of_cause(content, cause, &failure.image);
        telling.ways = open_ways(cause, &failure.also);
        telling.also = failure.also.iter().filter_map(|id| content.cause(id)).collect();
        if let Some(unread) = cause.unread.as_ref().filter(|_| failure.last_words.is_some()) {
            telling.heading = if failure.image.is_empty() { &unread.title } else { &unread.verdict };
            telling.summary = &unread.summary;
        }
        Some(telling.of_registry(content, &failure.image))
    }

    /// Of an outcome of the questions; `image` as in [`Telling::of_cause`].
    #[must_use]
    pub fn of_outcome(
        content: &'content Content,
        cause: &'content Cause,
        route: &'content AnswerRoute,
        image: &str,
    ) -> Self {
        let mut telling = Self { by_answers: true, ..Self::of_cause(content, cause, image) };
        if let Some(title) = &route.title {
            telling.heading = title;
        }
        if let Some(summary) = &route.summary {
            // It says which of the ways are open.
            (telling.summary, telling.ways) = (summary, &[]);
        }
        // Answers that have a heading of their own say more than the registry.
        if route.title.is_some() { telling } else { telling.of_registry(content, image) }
    }

    /// The same with what the registry of the image says in its place.
    fn of_registry(mut self, content: &'content Content, image: &str) -> Self {
        if let Some(told) = content.by_registry(self.cause, &host_of(image)) {
            (self.summary, self.ways) = (&told.summary, &told.ways);
        }
        self
    }
}
