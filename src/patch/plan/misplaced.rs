//! Pull secrets at a level, under a key or in a form that Kubernetes does not read.

use crate::document::{Entry, Node, Shape};
use crate::objects::{Object, PULL_SECRETS, find, names_in};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::Explanation;
use crate::patch::expected::{Intent, Tree};
use crate::patch::refusal::{Refusal, RefusalKind};
use crate::patch::splice::{New, own};
use crate::patch::write::{self, Manner};
use crate::text::Span;

pub(super) fn plan(plan: &mut Plan, text: &str, objects: &[Object<'_, '_>]) -> Result<(), Refusal> {
    for object in objects {
        if object.kind == "ServiceAccount" {
            if let Some(list) = find(object.root, PULL_SECRETS) {
                reshape(plan, text, list, &object.path(PULL_SECRETS))?;
            }
            continue;
        }
        let Some((pod, _)) = object.pod else { continue };
        let path = object.pod_path(PULL_SECRETS);
        if find(pod, PULL_SECRETS).is_none()
            && let Some(entry) = misspelt(pod)
        {
            plan.set(text, entry.key, PULL_SECRETS, Why { path, explanation: Explanation::PullSecretKey })?;
            continue;
        }
        if let Some(list) = find(pod, PULL_SECRETS)
            && reshape(plan, text, list, &path)?
        {
            continue;
        }
        // One at a time: the next round finds the next one.
        if let Some((source, entry)) = strays(object).into_iter().next() {
            move_to(plan, text, pod, (source, entry), &path)?;
        }
    }
    Ok(())
}

/// A key of the pod's spec that is meant to be this one.
fn misspelt<'stream, 'text>(pod: Node<'stream, 'text>) -> Option<Entry<'stream, 'text>> {
    pod.entries().find(|entry| {
        entry.key.text().is_some_and(|key| {
            let plain: String =
                key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
            matches!(plain.as_str(), "imagepullsecret" | "imagepullsecrets")
        })
    })
}

/// The entries of an object that stand at a level where they are not read.
pub(super) fn strays<'stream, 'text>(
    object: &Object<'stream, 'text>,
) -> Vec<(Node<'stream, 'text>, Entry<'stream, 'text>)> {
    let Some((_, keys)) = object.pod else { return Vec::new() };
    let mut levels: Vec<Node<'stream, 'text>> =
        object.places().into_iter().filter(|place| !place.is_volume).map(|place| place.node).collect();
    let mut above = vec![object.root];
    for key in keys.iter().take(keys.len().saturating_sub(1)) {
        let Some(next) = above.last().and_then(|node| find(*node, key)) else { break };
        above.push(next);
    }
    levels.extend(above.iter().filter_map(|node| find(*node, "metadata")));
    // Other kinds may have such a field of their own beside their template.
    if object.is_own_kind() {
        levels.extend(above);
    } else {
        levels.extend(above.last().copied());
    }
    levels.into_iter().filter_map(|level| Some((level, level.entry(PULL_SECRETS)?))).collect()
}

fn move_to(
    plan: &mut Plan,
    text: &str,
    pod: Node<'_, '_>,
    (source, entry): (Node<'_, '_>, Entry<'_, '_>),
    path: &str,
) -> Result<(), Refusal> {
    let why = Why { path: path.to_owned(), explanation: Explanation::PullSecretMoved };
    let names = names_in(entry.value);
    let Some(list) = find(pod, PULL_SECRETS) else {
        let beside = pod.entry("containers").or_else(|| pod.entries().next_back());
        let Some(beside) = beside else { return Err(Refusal::at(RefusalKind::Shape, pod)) };
        if is_right(entry.value) && plan.move_lines(text, (source, entry), (pod, beside), &why)? {
            return Ok(());
        }
        if !names.is_empty() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            plan.add_entry(text, pod, beside, false, New::Secrets(&names), why.clone())?;
        }
        return plan.remove_entry(text, source, entry, why);
    };
    // Name by name; the entry goes when all its names are there.
    let there = names_in(list);
    match names.iter().find(|name| !there.contains(name)) {
        Some(name) if list.is_empty() => plan.become_names(text, list, &[name], why),
        Some(name) => plan.add_name(text, list, name, why),
        None => plan.remove_entry(text, source, entry, why),
    }
}

/// Whether it is a list of mappings with a name.
fn is_right(value: Node<'_, '_>) -> bool {
    value.is_sequence()
        && value.items().len() > 0
        && value.items().all(|item| item.get("name").is_some_and(|name| name.text().is_some()))
}

/// Makes a list of names of what is none, where it can be told what is meant; whether there was anything to do.
pub(super) fn reshape(plan: &mut Plan, text: &str, value: Node<'_, '_>, path: &str) -> Result<bool, Refusal> {
    let why = || Why { path: path.to_owned(), explanation: Explanation::PullSecretShape };
    if value.is_sequence() {
        let mut changed = false;
        for item in value.items().filter(|item| item.text().is_some() && !item.is_null()) {
            own(item)?;
            let name = item.text().unwrap_or_default().trim();
            let key = Manner::of(value, text);
            let inner = item.span().of(text);
            let replacement = match value.shape() {
                Some(Shape::Block) => format!("name: {inner}"),
                _ if inner.starts_with('"') => format!("{{\"name\": {inner}}}"),
                _ => format!("{{{}: {inner}}}", key.text("name")),
            };
            plan.change(item.span(), replacement, why());
            plan.intend(item, Intent::Become(Tree::name(name)));
            changed = true;
        }
        return Ok(changed);
    }
    if value.is_empty() {
        return Ok(false);
    }
    own(value)?;
    let [name] = &names_in(value)[..] else { return Err(Refusal::at(RefusalKind::Shape, value)) };
    if value.shape() == Some(Shape::Block) && value.entries().len() == 1 {
        // `name: …` on a line of its own: a dash is all that is missing.
        let at = value.span().start;
        if !write::is_blank(write::before(text, at)) {
            return Err(Refusal::at(RefusalKind::Shape, value));
        }
        plan.change(Span::new(at, at), "- ".to_owned(), why());
        plan.intend(value, Intent::Become(Tree::names([name.as_str()])));
        return Ok(true);
    }
    if value.is_mapping() && value.entries().len() != 1 {
        return Err(Refusal::at(RefusalKind::Shape, value));
    }
    plan.become_names(text, value, &[name], why())?;
    Ok(true)
}
