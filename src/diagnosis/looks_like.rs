//! What a paste without a failing pull is about.

use super::Failure;
use crate::content::{Content, Subject};
use crate::paste::PodReport;
use crate::text::begins;
use std::cell::OnceCell;

/// What a paste looks like instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LooksLike {
    /// The subject's id in the content.
    pub subject: String,
    /// The pod that shows it, or empty.
    pub pod: String,
    /// Its namespace, or empty.
    pub namespace: String,
}

/// The search for what a paste looks like, pod by pod.
#[derive(Debug)]
pub(super) struct Looks<'content> {
    content: &'content Content,
    /// The subject that was found, and its place among all: the first of the content counts.
    found: Option<(usize, LooksLike)>,
}

impl<'content> Looks<'content> {
    /// No pod is looked at yet.
    ///
    /// `recovered` is the first pull that failed and then worked.
    pub(super) fn new(content: &'content Content, recovered: Option<&Failure>) -> Self {
        let place = content.subjects.iter().position(|subject| subject.id == RECOVERED);
        let found = recovered.zip(place).map(|(failure, place)| {
            let (pod, namespace) = (failure.pod.clone(), failure.namespace.clone());
            (place, LooksLike { subject: RECOVERED.into(), pod, namespace })
        });
        Self { content, found }
    }

    /// Looks at the next pod.
    pub(super) fn look_at(&mut self, pod: &PodReport) {
        let before = self.found.as_ref().map_or(usize::MAX, |(place, _)| *place);
        let mut subjects = self.content.subjects.iter().enumerate().take(before);
        let messages = Messages::of(pod);
        let found = subjects.find(|(_, subject)| match subject.id.as_str() {
            RECOVERED => false,
            "healthy" => is_healthy(pod),
            _ => shows(subject, pod, &messages),
        });
        if let Some((place, subject)) = found {
            let (pod, namespace) = (pod.name.clone().into_owned(), pod.namespace.clone().into_owned());
            self.found = Some((place, LooksLike { subject: subject.id.clone(), pod, namespace }));
        }
    }

    /// What the paste looks like; `None` where nothing in it can be told.
    pub(super) fn finish(self) -> Option<LooksLike> {
        self.found.map(|(_, looks_like)| looks_like)
    }
}

/// The id of the subject of a paste in which a pull failed and then worked.
const RECOVERED: &str = "recovered";

/// The messages of a pod's events in lower case, made when a subject first asks for them.
struct Messages<'pod> {
    pod: &'pod PodReport<'pod>,
    lower: OnceCell<Vec<String>>,
}

impl<'pod> Messages<'pod> {
    fn of(pod: &'pod PodReport) -> Self {
        Self { pod, lower: OnceCell::new() }
    }

    fn in_lower_case(&self) -> &[String] {
        let lower = || self.pod.events.iter().map(|event| event.message.text().to_ascii_lowercase()).collect();
        self.lower.get_or_init(lower)
    }
}

fn shows(subject: &Subject, pod: &PodReport, messages: &Messages) -> bool {
    let is_one = |list: &[String], word: &str| !word.is_empty() && list.iter().any(|known| known == word);
    is_one(&subject.phases, &pod.phase)
        || pod.containers.iter().any(|container| is_one(&subject.states, container.reason.text()))
        || pod
            .events
            .iter()
            .any(|event| is_one(&subject.events, &event.reason) || is_about(subject, event.message.text()))
        || [&subject.says, &subject.never_pulls].iter().any(|list| {
            !list.is_empty()
                && messages.in_lower_case().iter().any(|text| list.iter().any(|words| text.contains(words.as_str())))
        })
}

/// Whether a message begins as those about this subject do, and hence says nothing about a pull.
pub(super) fn is_about(subject: &Subject, message: &str) -> bool {
    subject.begins.iter().any(|start| begins(message.trim_start(), start))
}

fn is_healthy(pod: &PodReport) -> bool {
    (!pod.containers.is_empty() && pod.containers.iter().all(|container| container.state == "Running"))
        || pod.events.iter().any(|event| matches!(&*event.reason, "Started" | "Pulled"))
}
