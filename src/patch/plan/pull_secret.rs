//! The type of a Secret, and the namespace that it is in.

use super::listed;
use super::rename::same_namespace;
use crate::document::{Entry, Node};
use crate::objects::{DOCKER_CONFIGS, Object, PULL_SECRETS, find, names_in};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::Explanation;
use crate::patch::refusal::{Refusal, RefusalKind};
use crate::patch::splice::New;

pub(super) fn plan_type(plan: &mut Plan, text: &str, objects: &[Object<'_, '_>], name: &str) -> Result<(), Refusal> {
    let (right, key) = DOCKER_CONFIGS[0];
    for secret in called(objects, name)? {
        let there = find(secret.root, "type");
        let told = there.and_then(Node::text).unwrap_or_default();
        let keys = keys(secret.root);
        if DOCKER_CONFIGS.iter().any(|(kind, key)| *kind == told && keys.contains(key)) {
            continue;
        }
        if !keys.contains(&key) {
            let line = there.unwrap_or(secret.root).line();
            let keys = listed(keys.iter().map(|key| (*key).to_owned()));
            return Err(Refusal::with(RefusalKind::SecretKey, line, keys));
        }
        let why = Why { path: secret.path("type"), explanation: Explanation::SecretType };
        set(plan, text, (secret.root, "kind"), ("type", right), why)?;
    }
    Ok(())
}

pub(super) fn plan_namespace(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    name: &str,
    namespace: &str,
) -> Result<(), Refusal> {
    let secrets = called(objects, name)?;
    if secrets.iter().any(|secret| secret.namespace == namespace) {
        return Ok(());
    }
    let [secret] = secrets.as_slice() else {
        let line = secrets.get(1).map_or(1, |secret| secret.root.line());
        return Err(Refusal::with(RefusalKind::SecretSeveral, line, name));
    };
    if let Some(user) = objects.iter().find(|object| same_namespace(object, secret) && uses(object, name)) {
        let detail = format!("{}/{}", user.kind, user.name);
        return Err(Refusal::with(RefusalKind::SecretUsed, user.root.line(), detail));
    }
    let metadata = find(secret.root, "metadata").filter(|metadata| metadata.is_mapping());
    let metadata = metadata.ok_or_else(|| Refusal::at(RefusalKind::Shape, secret.root))?;
    let why = Why { path: secret.path("metadata.namespace"), explanation: Explanation::SecretNamespace };
    set(plan, text, (metadata, "name"), ("namespace", namespace), why)
}

/// The Secrets of a name; there is at least one.
fn called<'objects, 'stream, 'text>(
    objects: &'objects [Object<'stream, 'text>],
    name: &str,
) -> Result<Vec<&'objects Object<'stream, 'text>>, Refusal> {
    let secrets = || objects.iter().filter(|object| object.kind == "Secret");
    let found: Vec<_> = secrets().filter(|secret| secret.name == name).collect();
    if found.is_empty() {
        let names = listed(secrets().map(|secret| secret.name.clone()));
        return Err(Refusal::with(RefusalKind::SecretNotFound, 1, names));
    }
    Ok(found)
}

/// The keys of a Secret's data.
fn keys<'stream>(secret: Node<'stream, '_>) -> Vec<&'stream str> {
    let fields = ["stringData", "data"].into_iter().filter_map(|field| find(secret, field));
    fields.flat_map(Node::entries).filter_map(|entry| entry.key.text()).collect()
}

/// Whether the pods of an object name the Secret, or the object is a ServiceAccount that does.
fn uses(object: &Object<'_, '_>, name: &str) -> bool {
    let holder = match object.pod {
        Some((pod, _)) => pod,
        None if object.kind == "ServiceAccount" => object.root,
        None => return false,
    };
    find(holder, PULL_SECRETS).is_some_and(|list| names_in(list).iter().any(|there| there == name))
}

/// An entry of a mapping with this text: the one that is there, or a new one behind `neighbour`.
fn set(
    plan: &mut Plan,
    text: &str,
    (mapping, neighbour): (Node<'_, '_>, &str),
    (key, value): (&'static str, &str),
    why: Why,
) -> Result<(), Refusal> {
    match find(mapping, key) {
        Some(there) if there.is_null() => plan.fill(text, there, value, why),
        Some(there) => plan.set(text, there, value, why),
        None => {
            let beside: Option<Entry<'_, '_>> = mapping.entry(neighbour).or_else(|| mapping.entries().next_back());
            let beside = beside.ok_or_else(|| Refusal::at(RefusalKind::Shape, mapping))?;
            plan.add_entry(text, mapping, beside, true, New::Text(key, value), why)
        }
    }
}
