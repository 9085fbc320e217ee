//! What makes the pods that fail: what the paste says, else what the pod's name looks like.

use super::workload::WorkloadKind;
use crate::diagnosis::Failure;

/// What is to be changed so that the pod changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Its kind.
    pub kind: WorkloadKind,
    /// Its name.
    pub name: String,
    /// Whether the paste names no owner, so that this is only what the pod's name looks like.
    pub guessed: bool,
}

impl Owner {
    /// Of a failure. A pod whose owner is of a kind that the guide does not write is taken for a pod of its own.
    ///
    /// ```
    /// use image_pull_guide::diagnosis::Failure;
    /// use image_pull_guide::manifest::{Owner, WorkloadKind};
    /// let failure = Failure { pod: "web-7d4b9c6f8d-x2k4z".into(), ..Failure::default() };
    /// assert_eq!(Owner::of(&failure), Owner { kind: WorkloadKind::Deployment, name: "web".into(), guessed: true });
    /// ```
    #[must_use]
    pub fn of(failure: &Failure) -> Self {
        let known = |kind, name: &str| Self { kind, name: name.to_owned(), guessed: false };
        match failure.controlled_by.split_once('/') {
            // A Deployment's ReplicaSet has its name and a hash behind it.
            Some(("ReplicaSet", name)) => {
                known(WorkloadKind::Deployment, name.rsplit_once('-').map_or(name, |(deployment, _)| deployment))
            }
            Some(("StatefulSet", name)) => known(WorkloadKind::StatefulSet, name),
            Some(("DaemonSet", name)) => known(WorkloadKind::DaemonSet, name),
            // A CronJob's Job has its name and the minute behind it.
            Some(("Job", name)) => match name.rsplit_once('-') {
                Some((cron_job, minute)) if minute.len() == 8 && is_number(minute) => {
                    known(WorkloadKind::CronJob, cron_job)
                }
                _ => known(WorkloadKind::Job, name),
            },
            _ => Self::by_name(&failure.pod),
        }
    }

    fn by_name(pod: &str) -> Self {
        let owned = |kind, name: &str| Self { kind, name: name.to_owned(), guessed: true };
        if let Some((rest, _)) = pod.rsplit_once('-').filter(|(_, tail)| tail.len() == 5 && is_random(tail)) {
            return match (without_hash(rest), rest.rsplit_once('-')) {
                (Some(name), _) => owned(WorkloadKind::Deployment, name),
                (None, Some((name, minute))) if minute.len() == 8 && is_number(minute) => {
                    owned(WorkloadKind::CronJob, name)
                }
                _ => owned(WorkloadKind::DaemonSet, rest),
            };
        }
        match pod.rsplit_once('-') {
            Some((name, number)) if !name.is_empty() && number.len() <= 3 && is_number(number) => {
                owned(WorkloadKind::StatefulSet, name)
            }
            _ => Self { kind: WorkloadKind::Pod, name: pod.to_owned(), guessed: false },
        }
    }
}

/// `web` of `web-7d4b9c6f8d`.
fn without_hash(name: &str) -> Option<&str> {
    name.rsplit_once('-')
        .filter(|(name, hash)| !name.is_empty() && (5..=10).contains(&hash.len()) && is_random(hash))
        .map(|(name, _)| name)
}

/// Kubernetes makes names of consonants and digits that do not look alike, so that no word comes of it.
fn is_random(text: &str) -> bool {
    text.bytes().all(|byte| b"bcdfghjklmnpqrstvwxz2456789".contains(&byte))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
