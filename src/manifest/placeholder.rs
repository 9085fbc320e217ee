//! Words that stand for a value nobody knows yet.
//!
//! All are in capitals with underscores, so that no cluster takes them for a name, and a person sees what is left to
//! fill in. A field that holds one of them counts as empty.

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

/// All of them. None is the beginning of another.
pub const PLACEHOLDERS: [&str; 16] = [
    REGISTRY,
    USERNAME,
    PASSWORD,
    SECRET,
    POD,
    DEPLOYMENT,
    STATEFUL_SET,
    DAEMON_SET,
    JOB,
    CRON_JOB,
    CONTAINER,
    IMAGE,
    STORE,
    KEY,
    CHART,
    RELEASE,
];

/// The value, unless it is empty, blank or a placeholder.
#[must_use]
pub fn known(value: &str) -> Option<&str> {
    let trimmed = value.trim();
    (!trimmed.is_empty() && !PLACEHOLDERS.contains(&trimmed)).then_some(value)
}

/// The text in pieces, each with whether it is a placeholder; the pieces put together are the text.
#[must_use]
pub fn split(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let next = PLACEHOLDERS.iter().filter_map(|word| rest.find(word).map(|at| (at, word.len()))).min();
        let (at, len) = next.unwrap_or((rest.len(), 0));
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(len);
        pieces.extend([(false, before), (true, word)].into_iter().filter(|(_, piece)| !piece.is_empty()));
        rest = after;
    }
    pieces
}
