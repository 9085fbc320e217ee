//! The last look at the pods of a paste, when all lines are read.

use super::model::{ContainerReport, Event, PodReport};
use super::quoted;
use crate::content::Content;

/// Gives messages without a pod to the one listed pod that waits for its image and has no message that tells why.
pub(super) fn adopt(content: &Content, pods: &mut Vec<PodReport>) {
    let is_bare = |pod: &PodReport| {
        pod.name.is_empty() && pod.controlled_by.is_empty() && pod.containers.is_empty() && pod.phase.is_empty()
    };
    let waits = |pod: &PodReport| {
        let reason = |c: &ContainerReport| content.pull_reasons().any(|reason| reason == c.reason.text());
        let is_listed = pod.events.is_empty() && pod.containers.iter().any(reason);
        // `kubectl logs` answered that it waits, and nothing else.
        let answer = |event: &Event| quoted::waiting_to_start(event.message.text()).is_some();
        let is_answered = !pod.events.is_empty() && pod.containers.is_empty() && pod.events.iter().all(answer);
        !pod.name.is_empty() && (is_listed || is_answered)
    };
    let only = |found: Vec<usize>| if let [at] = found[..] { Some(at) } else { None };
    let bare = only((0..pods.len()).filter(|&at| is_bare(&pods[at])).collect());
    let waiting = only((0..pods.len()).filter(|&at| waits(&pods[at])).collect());
    if let (Some(bare), Some(waiting)) = (bare, waiting) {
        let mut events = std::mem::take(&mut pods[bare].events);
        pods[waiting].events.append(&mut events);
        pods.remove(bare);
    }
}

/// Whether nothing is known of a pod but its name, or of an image but that somebody fetches it.
pub(super) fn is_silent(pod: &PodReport) -> bool {
    pod.events.is_empty() && pod.containers.iter().all(|container| container.fetched) && pod.phase.is_empty()
}
