//! The Kubernetes objects of a text.

use crate::document::{Node, Stream};

/// How deep lists of objects are looked into.
const MAX_LISTS: usize = 3;

/// Where a pod's spec can stand in an object.
const POD_SPECS: [&[&str]; 4] = [
    &["spec", "jobTemplate", "spec", "template", "spec"],
    &["spec", "template", "spec"],
    &["template", "spec"],
    &["spec"],
];

/// One object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Object<'stream, 'text> {
    /// `kind`, or empty.
    pub(super) kind: &'stream str,
    /// `metadata.name`, or empty.
    pub(super) name: &'stream str,
    /// `metadata.namespace`, or empty.
    pub(super) namespace: &'stream str,
    /// The whole of it.
    pub(super) root: Node<'stream, 'text>,
    /// The spec of the pods that it makes, or that it is; found by its containers.
    pub(super) pod_spec: Option<Node<'stream, 'text>>,
}

/// The value at the end of several keys, through aliases.
pub(super) fn at<'stream, 'text>(node: Node<'stream, 'text>, path: &[&str]) -> Option<Node<'stream, 'text>> {
    path.iter().try_fold(node.resolved(), |node, key| Some(node.get(key)?.resolved()))
}

/// All objects, those of lists too.
pub(super) fn all<'stream, 'text>(stream: &'stream Stream<'text>) -> Vec<Object<'stream, 'text>> {
    let mut found = Vec::new();
    let mut waiting: Vec<(Node, usize)> =
        stream.documents().rev().filter_map(|document| document.root()).map(|root| (root, 0)).collect();
    while let Some((node, depth)) = waiting.pop() {
        match node.get("items").filter(|items| items.is_sequence() && depth < MAX_LISTS) {
            Some(items) => waiting.extend(items.items().rev().map(|item| (item.resolved(), depth + 1))),
            None => found.push(object(node)),
        }
    }
    found
}

fn object<'stream, 'text>(root: Node<'stream, 'text>) -> Object<'stream, 'text> {
    let text = |path: &[&str]| at(root, path).and_then(Node::text).unwrap_or_default();
    let has_containers = |spec: &Node| at(*spec, &["containers"]).is_some_and(Node::is_sequence);
    Object {
        kind: text(&["kind"]),
        name: text(&["metadata", "name"]),
        namespace: text(&["metadata", "namespace"]),
        root,
        pod_spec: POD_SPECS.iter().filter_map(|path| at(root, path)).find(has_containers),
    }
}

impl<'stream, 'text> Object<'stream, 'text> {
    /// The images of its pods, each once.
    pub(super) fn images(&self) -> Vec<Node<'stream, 'text>> {
        let Some(spec) = self.pod_spec else { return Vec::new() };
        let items = |key| at(spec, &[key]).into_iter().flat_map(Node::items);
        let containers = ["initContainers", "containers", "ephemeralContainers"].into_iter();
        let of_containers = containers.flat_map(items).filter_map(|item| at(item, &["image"]));
        let of_volumes = items("volumes").filter_map(|volume| at(volume, &["image", "reference"]));
        let mut images: Vec<Node> = Vec::new();
        for image in of_containers.chain(of_volumes) {
            if image.text().is_some_and(|text| !images.iter().any(|known| known.text() == Some(text))) {
                images.push(image);
            }
        }
        images
    }
}
