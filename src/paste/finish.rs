//! The last look at the pods of a paste, when all lines are read.

use super::model::{ContainerReport, PodReport};
use crate::content::Content;

/// Gives messages without a pod to the one listed pod that waits for its image and has no message of its own.
pub(super) fn adopt(content: &Content, pods: &mut Vec<PodReport>) {
    let is_bare = |pod: &PodReport| {
        pod.name.is_empty() && pod.controlled_by.is_empty() && pod.containers.is_empty() && pod.phase.is_empty()
    };
    let waits = |pod: &PodReport| {
        let reason = |c: &ContainerReport| content.pull_reasons().any(|reason| reason == c.reason.text());
        !pod.name.is_empty() && pod.events.is_empty() && pod.containers.iter().any(reason)
    };
    let only = |found: Vec<usize>| if let [at] = found[..] { Some(at) } else { None };
    let bare = only((0..pods.len()).filter(|&at| is_bare(&pods[at])).collect());
    let waiting = only((0..pods.len()).filter(|&at| waits(&pods[at])).collect());
    if let (Some(bare), Some(waiting)) = (bare, waiting) {
        pods[waiting].events = std::mem::take(&mut pods[bare].events);
        pods.remove(bare);
    }
}

/// Whether nothing is known of a pod but its name.
pub(super) fn is_silent(pod: &PodReport) -> bool {
    pod.events.is_empty() && pod.containers.is_empty() && pod.phase.is_empty()
}
