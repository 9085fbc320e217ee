//! Commands for what runs in the cluster, each in one line.

use super::merge;
use super::target::Target;
use crate::manifest::placeholder;
use crate::manifest::shell::Shell;
use crate::patch::edit::Edit;

/// The kinds whose image `kubectl set image` can change: that of a Job stays, and that of other kinds it does not know.
const SETTABLE: [&str; 7] =
    ["Pod", "Deployment", "ReplicaSet", "ReplicationController", "DaemonSet", "StatefulSet", "CronJob"];

/// `kubectl` with these words, each of them one word for the shell.
fn kubectl(words: &[&str], target: &Target<'_>) -> String {
    let namespace = target.namespace.into_iter().flat_map(|namespace| ["-n", namespace]);
    let words = words.iter().copied().chain(namespace);
    words.fold(String::from("kubectl"), |line, word| format!("{line} {}", Shell::Posix.quoted(word)))
}

/// The object as one word, which cannot be taken for an option.
fn resource(target: &Target<'_>) -> String {
    format!("{}/{}", target.kind.to_ascii_lowercase(), target.name)
}

pub(super) fn set_image(edit: &Edit, target: &Target<'_>) -> Option<String> {
    let Edit::SetImage { old, new, container } = edit else { return None };
    if !SETTABLE.contains(&target.kind) {
        return None;
    }
    let using = target.using(old, container.as_deref());
    let settable = using.iter().filter(|there| matches!(there.list.as_str(), "containers" | "initContainers"));
    let mut names: Vec<&str> = Vec::new();
    for name in settable.map(|container| container.name.as_str()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if using.is_empty() {
        names.extend(container.as_deref().or(Some(placeholder::CONTAINER)));
    }
    // What begins with a dash would be an option; no container is called so.
    names.retain(|name| !name.is_empty() && !name.starts_with('-'));
    let images: Vec<String> = names.iter().map(|name| format!("{name}={new}")).collect();
    let resource = resource(target);
    let mut words = vec!["set", "image", resource.as_str()];
    words.extend(images.iter().map(String::as_str));
    (!images.is_empty()).then(|| kubectl(&words, target))
}

pub(super) fn patch(edit: &Edit, target: &Target<'_>) -> Option<String> {
    // The pods of the first two cannot be changed while they are there. An image has a command of its own.
    let cannot = matches!(target.kind, "Pod" | "Job") || !target.is_merged();
    if cannot || matches!(edit, Edit::SetImage { .. }) {
        return None;
    }
    Some(kubectl(&["patch", &resource(target), "-p", &merge::merged(edit, target)?], target))
}

fn account(edit: &Edit) -> Option<&str> {
    if let Edit::AddPullSecretToServiceAccount { name, .. } = edit { Some(name) } else { None }
}

/// A patch that is merged replaces the whole list of an account, other than in a pod: hence a look before.
pub(super) fn account_look(edit: &Edit, target: &Target<'_>) -> Option<String> {
    account(edit)?;
    Some(kubectl(&["get", &resource(target), "-o", "jsonpath={.imagePullSecrets[*].name}"], target))
}

pub(super) fn account_patch(edit: &Edit, target: &Target<'_>) -> Option<String> {
    account(edit)?;
    Some(kubectl(&["patch", &resource(target), "-p", &merge::merged(edit, target)?], target))
}

pub(super) fn account_append(edit: &Edit, target: &Target<'_>) -> Option<String> {
    let patch = merge::added(account(edit)?, target, true);
    Some(kubectl(&["patch", &resource(target), "--type=json", "-p", &patch], target))
}
