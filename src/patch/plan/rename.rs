//! Another name for a pull secret, wherever it is named.

use super::listed;
use crate::document::Node;
use crate::objects::{Object, PULL_SECRETS, find, names_in};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::Explanation;
use crate::patch::refusal::{Refusal, RefusalKind};

pub(super) fn plan(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    old: &str,
    new: &str,
) -> Result<(), Refusal> {
    let mut names = Vec::new();
    if old == new {
        return Ok(());
    }
    for object in objects {
        if object.kind == "Secret" && !object.name.is_empty() {
            names.push(object.name.clone());
            let name = find(object.root, "metadata").and_then(|metadata| find(metadata, "name"));
            if let Some(name) = name.filter(|name| name.text().is_some_and(|name| name.trim() == old)) {
                let is_other = |other: &Object<'_, '_>| other.kind == "Secret" && other.name == new;
                if objects.iter().any(|other| is_other(other) && same_namespace(other, object)) {
                    return Err(Refusal::with(RefusalKind::SecretTwice, name.line(), new));
                }
                let path = object.path("metadata.name");
                plan.set(text, name, new, Why { path, explanation: Explanation::SecretRenamed })?;
            }
        }
        // Wherever it is named, also at a wrong level: that is another edit's.
        let mut waiting = vec![object.root];
        while let Some(node) = waiting.pop() {
            for entry in node.entries() {
                if entry.key.text() == Some(PULL_SECRETS) {
                    let here = names_in(entry.value);
                    rename(plan, text, object, entry.value.resolved(), &here, (old, new))?;
                    names.extend(here);
                } else if entry.key.text() != Some("data") && entry.key.text() != Some("stringData") {
                    waiting.push(entry.value);
                }
            }
            waiting.extend(node.items());
        }
    }
    if plan.is_empty() && !names.iter().any(|name| name == new) {
        return Err(Refusal::with(RefusalKind::SecretNotFound, 1, listed(names)));
    }
    Ok(())
}

/// An object without a namespace goes to `default`, or wherever its file is applied to.
pub(super) fn same_namespace(one: &Object<'_, '_>, other: &Object<'_, '_>) -> bool {
    let plain =
        |object: &Object<'_, '_>| if object.namespace == "default" { String::new() } else { object.namespace.clone() };
    plain(one) == plain(other)
}

fn rename(
    plan: &mut Plan,
    text: &str,
    object: &Object<'_, '_>,
    value: Node<'_, '_>,
    names: &[String],
    (old, new): (&str, &str),
) -> Result<(), Refusal> {
    if !names.iter().any(|name| name == old) {
        return Ok(());
    }
    if names.iter().any(|name| name == new) {
        return Err(Refusal::with(RefusalKind::SecretTwice, value.line(), new));
    }
    let items: Vec<Node<'_, '_>> =
        if value.is_sequence() { value.items().map(Node::resolved).collect() } else { vec![value] };
    for (index, item) in items.into_iter().enumerate() {
        let name = if item.is_mapping() { find(item, "name") } else { Some(item) };
        if let Some(name) = name.filter(|name| name.text().is_some_and(|name| name.trim() == old)) {
            let path = object.path(&format!("{PULL_SECRETS}[{index}].name"));
            plan.set(text, name, new, Why { path, explanation: Explanation::PullSecretRenamed })?;
        }
    }
    Ok(())
}
