//! What is told of a cause: its own words, or others where the message or the answers say more than it.

use super::open_ways;
use crate::content::{AnswerRoute, Cause, Content};
use crate::diagnosis::Failure;

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
}

impl<'content> Telling<'content> {
    /// Of a cause by itself; `names_image` where the person's image is known.
    #[must_use]
    pub fn of_cause(cause: &'content Cause, names_image: bool) -> Self {
        let heading = if names_image { &cause.verdict } else { &cause.title };
        Self { cause, heading, summary: &cause.summary, ways: open_ways(cause, &[]), also: Vec::new() }
    }

    /// Of a failure; `None` where its cause is none of the content.
    #[must_use]
    pub fn of_failure(content: &'content Content, failure: &Failure) -> Option<Self> {
        let cause = content.cause(&failure.cause)?;
        let names_image = !failure.image.is_empty();
        let mut telling = Self::of_cause(cause, names_image);
        telling.ways = open_ways(cause, &failure.also);
        telling.also = failure.also.iter().filter_map(|id| content.cause(id)).collect();
        if let Some(unread) = cause.unread.as_ref().filter(|_| failure.last_words.is_some()) {
            telling.heading = if names_image { &unread.verdict } else { &unread.title };
            telling.summary = &unread.summary;
        }
        Some(telling)
    }

    /// Of an outcome of the questions. The person's image may be known from a paste.
    #[must_use]
    pub fn of_outcome(cause: &'content Cause, route: &'content AnswerRoute, names_image: bool) -> Self {
        let mut telling = Self::of_cause(cause, names_image);
        if let Some(title) = &route.title {
            telling.heading = title;
        }
        if let Some(summary) = &route.summary {
            // It says which of the ways are open.
            (telling.summary, telling.ways) = (summary, &[]);
        }
        telling
    }
}
