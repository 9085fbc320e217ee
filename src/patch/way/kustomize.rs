//! A `kustomization.yaml` that changes a manifest which stays as it is.

use super::target::Target;
use super::{merge, parts, plain};
use crate::document::ScalarStyle;
use crate::patch::edit::Edit;
use crate::patch::write;

pub(super) fn kustomization(edit: &Edit, targets: &[Target<'_>]) -> Option<String> {
    if let Edit::SetImage { old, new, container: None } = edit {
        let (name, tag, digest) = parts(new);
        let mut lines = format!("images:\n- name: {}\n  newName: {}", plain(&parts(old).0), plain(&name));
        for (key, value) in [("newTag", tag), ("digest", digest)] {
            if !value.is_empty() {
                lines.push_str(&format!("\n  {key}: {}", write::scalar(&value, ScalarStyle::Double)));
            }
        }
        return Some(lines);
    }
    let patches: Vec<String> = targets.iter().filter_map(|target| patch(edit, target)).collect();
    (!patches.is_empty()).then(|| format!("patches:\n{}", patches.join("\n")))
}

/// One item of `patches`.
fn patch(edit: &Edit, target: &Target<'_>) -> Option<String> {
    let Target { kind, name, namespace, object } = target;
    let has_list = object.is_some_and(|object| object.has_pull_secrets);
    let body = match edit {
        // Neither the list of an account nor any of a kind that it does not know is merged by name.
        Edit::AddPullSecretToServiceAccount { name, .. } => merge::added(name, target, has_list),
        Edit::AddPullSecret { name, .. } if !target.is_merged() => merge::added(name, target, has_list),
        _ if !target.is_merged() => return None,
        _ => {
            let quoted = |text: &str| write::scalar(text, ScalarStyle::Double);
            let head = format!(
                "\"apiVersion\": \"{}\", \"kind\": {}, \"metadata\": {{\"name\": {}}}",
                version(kind),
                quoted(kind),
                quoted(name)
            );
            format!("{{{head}, {}", merge::merged(edit, target)?.get(1..)?)
        }
    };
    let namespace = namespace.map_or_else(String::new, |namespace| format!("\n    namespace: {}", plain(namespace)));
    let (kind, name) = (plain(kind), plain(name));
    Some(format!("- target:\n    kind: {kind}\n    name: {name}{namespace}\n  patch: |-\n    {body}"))
}

fn version(kind: &str) -> &'static str {
    match kind {
        "Pod" | "ReplicationController" | "PodTemplate" => "v1",
        "Job" | "CronJob" => "batch/v1",
        _ => "apps/v1",
    }
}
