//! What a paste without a failing pull is about.

use super::{Failure, LooksLike};
use crate::paste::{Event, Paste, PodReport};

/// What the paste looks like; `None` where nothing in it can be told.
pub(super) fn looks_like(paste: &Paste, failures: &[Failure]) -> Option<LooksLike> {
    let pods = || paste.pods.iter();
    let events = || pods().flat_map(|pod| &pod.events);
    let reasons = || pods().flat_map(|pod| &pod.containers).map(|container| container.reason.text());
    let says = |event: &Event, words: &str| event.message.text().contains(words);
    let crashes = reasons().any(|reason| reason == "CrashLoopBackOff")
        || events().any(|event| {
            says(event, "restarting failed container") || event.message.text().starts_with("CrashLoopBackOff")
        });
    if crashes {
        Some(LooksLike::CrashLoop)
    } else if failures.iter().any(|failure| failure.recovered) {
        Some(LooksLike::Recovered)
    } else if pods().any(|pod| pod.phase == "Evicted")
        || reasons().any(|reason| reason == "Evicted")
        || events().any(|event| event.reason == "Evicted" || says(event, "was low on resource"))
    {
        Some(LooksLike::Evicted)
    } else if events().any(|event| event.reason == "FailedScheduling" || says(event, "nodes are available")) {
        Some(LooksLike::Unschedulable)
    } else if reasons().any(|reason| reason == "CreateContainerConfigError") || events().any(is_mount) {
        Some(LooksLike::Mount)
    } else if pods().any(is_healthy) {
        Some(LooksLike::Healthy)
    } else {
        None
    }
}

fn is_mount(event: &Event) -> bool {
    let text = event.message.text();
    matches!(&*event.reason, "FailedMount" | "FailedAttachVolume" | "FailedMapVolume")
        || text.starts_with("MountVolume")
        || text.starts_with("Unable to attach or mount volumes")
        || ((text.starts_with("Error: secret ") || text.starts_with("Error: configmap "))
            && text.ends_with("not found"))
}

fn is_healthy(pod: &PodReport) -> bool {
    let started = |event: &Event| matches!(&*event.reason, "Started" | "Pulled");
    (!pod.containers.is_empty() && pod.containers.iter().all(|container| container.state == "Running"))
        || pod.events.iter().any(started)
}
