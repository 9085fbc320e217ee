//! The fields of the objects of a text, by path.

use crate::document::{Node, Stream};
use crate::objects::{Object, find, objects};
use std::collections::BTreeMap;

/// The most fields that are compared.
const MOST: usize = 5_000;

/// The objects with what they are called: `Kind/name`.
pub(super) fn named<'stream, 'text>(stream: &'stream Stream<'text>) -> Vec<(String, Object<'stream, 'text>)> {
    objects(stream).into_iter().map(|object| (format!("{}/{}", object.kind, object.name), object)).collect()
}

/// The value at `path` (`spec.containers[web].image`, `metadata.labels[a.b/c]`, `args[0]`); none where nothing is there.
pub(super) fn value_at<'stream, 'text>(root: Node<'stream, 'text>, path: &str) -> Option<Node<'stream, 'text>> {
    let value = steps(path).into_iter().try_fold(root.resolved(), |node, step| match step {
        Step::Key(key) => find(node, &key),
        Step::Index(index) => node.items().nth(index).map(Node::resolved),
        // A key with dots in it stands in brackets too.
        Step::Name(name) if node.is_mapping() => find(node, &name),
        Step::Name(name) => {
            let is_it = |item: &Node<'_, '_>| find(*item, "name").and_then(Node::text) == Some(name.as_str());
            node.items().map(Node::resolved).find(is_it)
        }
    });
    value.filter(|value| !value.is_null())
}

enum Step {
    Key(String),
    Index(usize),
    Name(String),
}

/// Never fails: what does not fit the grammar is a key that no object has.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(bracketed) = rest.strip_prefix('[') {
            let end = bracketed.find(']').unwrap_or(bracketed.len());
            let inner = &bracketed[..end];
            steps.push(inner.parse().map_or_else(|_| Step::Name(inner.to_owned()), Step::Index));
            rest = bracketed.get(end + 1..).unwrap_or_default();
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            steps.push(Step::Key(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
    steps
}

/// All fields of all objects with their values, by `Kind/name path`. Items with a name go by it, so that an order that
/// means nothing changes nothing.
pub(super) fn all(stream: &Stream<'_>) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    for (name, object) in named(stream) {
        let mut waiting = vec![(object.root, format!("{name} "))];
        while let Some((node, path)) = waiting.pop() {
            if fields.len() > MOST {
                return fields;
            }
            let node = node.resolved();
            if node.is_mapping() {
                let dot = if path.ends_with(' ') { "" } else { "." };
                let entries = node.entries().filter(|entry| !entry.value.resolved().is_null());
                waiting.extend(entries.map(|entry| (entry.value, format!("{path}{dot}{}", key(entry.key.text())))));
            } else if node.is_sequence() {
                waiting.extend(node.items().enumerate().map(|(index, item)| {
                    let name = find(item.resolved(), "name").and_then(Node::text);
                    (item, format!("{path}[{}]", name.map_or_else(|| index.to_string(), str::to_owned)))
                }));
            } else {
                fields.insert(path, node.text().unwrap_or_default().to_owned());
            }
        }
    }
    fields
}

/// A key as a path has it.
fn key(text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    if text.contains(['.', '[']) { format!("[{text}]") } else { text.to_owned() }
}
