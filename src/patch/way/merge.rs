//! Edits as JSON: what is merged into an object, and what is done to its list.

use super::target::Target;
use crate::document::ScalarStyle;
use crate::objects::PULL_SECRETS;
use crate::patch::edit::Edit;
use crate::patch::write;

fn quoted(text: &str) -> String {
    write::scalar(text, ScalarStyle::Double)
}

/// The edit as what is merged into an object; `None` where that cannot say it.
pub(super) fn merged(edit: &Edit, target: &Target<'_>) -> Option<String> {
    let pod = match edit {
        Edit::AddPullSecret { name, .. }
        | Edit::RenamePullSecret { new: name, .. }
        | Edit::AddPullSecretToServiceAccount { name, .. } => {
            format!("{{\"{PULL_SECRETS}\":[{{\"name\":{}}}]}}", quoted(name))
        }
        Edit::SetPullPolicy { container, policy } => {
            in_container(target, container, &format!("\"imagePullPolicy\":{}", quoted(policy.name())))?
        }
        Edit::SetImage { new, container: Some(container), .. } => {
            in_container(target, container, &format!("\"image\":{}", quoted(new)))?
        }
        Edit::SetImage { .. }
        | Edit::MoveMisplacedPullSecrets
        | Edit::SetSecretType { .. }
        | Edit::SetSecretNamespace { .. }
        | Edit::SetSecretServer { .. } => return None,
    };
    Some(target.keys().iter().rev().fold(pod, |inner, key| format!("{{\"{key}\":{inner}}}")))
}

/// An entry of a container, in the list that it is in; `None` for a volume.
fn in_container(target: &Target<'_>, name: &str, entry: &str) -> Option<String> {
    let known = target.object.and_then(|object| object.containers.iter().find(|there| there.name == name));
    let list = known.map_or("containers", |container| container.list.as_str());
    (list != "volumes").then(|| format!("{{\"{list}\":[{{\"name\":{},{entry}}}]}}", quoted(name)))
}

/// The edit as one step that adds to the list of pull secrets, which has to be there, or makes the list.
pub(super) fn added(name: &str, target: &Target<'_>, has_list: bool) -> String {
    let keys: String = target.keys().iter().map(|key| format!("/{key}")).collect();
    let item = format!("{{\"name\":{}}}", quoted(name));
    let (end, value) = if has_list { ("/-", item) } else { ("", format!("[{item}]")) };
    format!("[{{\"op\":\"add\",\"path\":\"{keys}/{PULL_SECRETS}{end}\",\"value\":{value}}}]")
}
