//! What a paste without a failing pull is about.

use super::Failure;
use crate::content::{Content, Subject};
use crate::paste::{Paste, PodReport};
use crate::text::begins;

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

/// What the paste looks like; `None` where nothing in it can be told.
pub(super) fn looks_like(content: &Content, paste: &Paste, failures: &[Failure]) -> Option<LooksLike> {
    content.subjects.iter().find_map(|subject| {
        if subject.id == "recovered" {
            let failure = failures.iter().find(|failure| failure.recovered)?;
            let (pod, namespace) = (failure.pod.clone(), failure.namespace.clone());
            return Some(LooksLike { subject: subject.id.clone(), pod, namespace });
        }
        let shows = |pod: &&PodReport| if subject.id == "healthy" { is_healthy(pod) } else { shows(subject, pod) };
        let pod = paste.pods.iter().find(shows)?;
        let (name, namespace) = (pod.name.clone().into_owned(), pod.namespace.clone().into_owned());
        Some(LooksLike { subject: subject.id.clone(), pod: name, namespace })
    })
}

fn shows(subject: &Subject, pod: &PodReport) -> bool {
    let is_one = |list: &[String], word: &str| !word.is_empty() && list.iter().any(|known| known == word);
    is_one(&subject.phases, &pod.phase)
        || pod.containers.iter().any(|container| is_one(&subject.states, container.reason.text()))
        || pod
            .events
            .iter()
            .any(|event| is_one(&subject.events, &event.reason) || speaks(subject, event.message.text()))
}

fn speaks(subject: &Subject, message: &str) -> bool {
    is_about(subject, message) || {
        !subject.says.is_empty() && {
            let lower = message.to_ascii_lowercase();
            subject.says.iter().any(|words| lower.contains(words.as_str()))
        }
    }
}

/// Whether a message begins as those about this subject do, and hence says nothing about a pull.
pub(super) fn is_about(subject: &Subject, message: &str) -> bool {
    subject.begins.iter().any(|start| begins(message.trim_start(), start))
}

fn is_healthy(pod: &PodReport) -> bool {
    (!pod.containers.is_empty() && pod.containers.iter().all(|container| container.state == "Running"))
        || pod.events.iter().any(|event| matches!(&*event.reason, "Started" | "Pulled"))
}
