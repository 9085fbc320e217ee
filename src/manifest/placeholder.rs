//! Words that stand for a value nobody knows yet.
//!
//! They are those of [`open_words`], as the commands of the content have them too. A field that holds one counts as empty.

use crate::content::inline::open_words;

/// The registry's host.
pub const REGISTRY: &str = "YOUR_REGISTRY";
/// The user name at the registry.
pub const USERNAME: &str = "YOUR_USERNAME";
/// The password or token.
pub const PASSWORD: &str = "YOUR_PASSWORD";
/// The name of the pull secret.
pub const SECRET: &str = "YOUR_SECRET";
/// The name of a Pod.
pub const POD: &str = "YOUR_POD";
/// The name of a Deployment.
pub const DEPLOYMENT: &str = "YOUR_DEPLOYMENT";
/// The name of a StatefulSet.
pub const STATEFUL_SET: &str = "YOUR_STATEFULSET";
/// The name of a DaemonSet.
pub const DAEMON_SET: &str = "YOUR_DAEMONSET";
/// The name of a Job.
pub const JOB: &str = "YOUR_JOB";
/// The name of a CronJob.
pub const CRON_JOB: &str = "YOUR_CRONJOB";
/// The name of a container.
pub const CONTAINER: &str = "YOUR_CONTAINER";
/// An image reference.
pub const IMAGE: &str = "YOUR_IMAGE";
/// The store that an external secret comes from.
pub const STORE: &str = "YOUR_STORE";
/// The key of the password in that store.
pub const KEY: &str = "YOUR_KEY";
/// A Helm chart.
pub const CHART: &str = "YOUR_CHART";
/// A Helm release.
pub const RELEASE: &str = "YOUR_RELEASE";

/// Whether the whole value is such a word.
#[must_use]
pub fn is_placeholder(value: &str) -> bool {
    open_words(value).any(|word| word == (0..value.len()))
}

/// The value, unless it is empty, blank or a placeholder.
#[must_use]
pub fn known(value: &str) -> Option<&str> {
    let trimmed = value.trim();
    (!trimmed.is_empty() && !is_placeholder(trimmed)).then_some(value)
}

/// The text in pieces, each with whether it is a placeholder; the pieces put together are the text.
#[must_use]
pub fn split(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for word in open_words(text) {
        pieces.push((false, text.get(from..word.start).unwrap_or_default()));
        from = word.end;
        pieces.push((true, text.get(word).unwrap_or_default()));
    }
    pieces.push((false, text.get(from..).unwrap_or_default()));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}
