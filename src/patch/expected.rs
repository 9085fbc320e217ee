//! The tree that a text has to have after the changes.

use crate::document::{Node, NodeId, ScalarStyle, Stream};
use rustc_hash::FxHashMap;

/// What is planned for the nodes of a tree.
pub(super) type Intents = FxHashMap<NodeId, Vec<Intent>>;

/// One change of the tree, at a node.
#[derive(Clone, Debug)]
pub(super) enum Intent {
    /// A scalar has this text.
    Text(String),
    /// Something else stands there.
    Become(Tree),
    /// A mapping has no entry with this key any more.
    Without(NodeId),
    /// A mapping has one more entry, in front of or behind the one with this key.
    Entry { beside: NodeId, behind: bool, key: &'static str, value: Tree },
    /// A sequence has one more item at its end.
    Item(Tree),
}

/// A tree as values: what it says, however it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// A text; `other` where it stands there without quotes and is a number, a truth value or nothing.
    Scalar {
        text: String,
        other: bool,
    },
    List(Vec<Tree>),
    Map(Vec<(Tree, Tree)>),
    /// The which-th anchor of the text it stands for.
    Alias(usize),
}

impl Tree {
    pub(super) fn text(text: &str) -> Self {
        Self::Scalar { text: text.to_owned(), other: false }
    }

    /// `[{name: …}, …]`
    pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(names.into_iter().map(Self::name).collect())
    }

    /// `{name: …}`
    pub(super) fn name(name: &str) -> Self {
        Self::Map(vec![(Self::text("name"), Self::text(name))])
    }
}

/// The documents of a text as trees, with what is planned done to them.
pub(super) fn of(stream: &Stream<'_>, intents: &Intents) -> Vec<Tree> {
    let roots: Vec<Node<'_, '_>> = stream.documents().filter_map(|document| document.root()).collect();
    let mut anchors = FxHashMap::default();
    for &root in &roots {
        number(root, &mut anchors);
    }
    roots.into_iter().map(|root| tree(root, intents, &anchors)).collect()
}

/// One node as a tree, as it stands; aliases in it are what they stand for in no text.
pub(super) fn plain(node: Node<'_, '_>) -> Tree {
    tree(node, &Intents::default(), &FxHashMap::default())
}

/// Numbers the anchors in the order of the text. Depth is bounded by `document::MAX_DEPTH`, here and below.
fn number(node: Node<'_, '_>, anchors: &mut FxHashMap<NodeId, usize>) {
    if node.is_anchored() {
        anchors.insert(node.id(), anchors.len());
    }
    for item in node.items() {
        number(item, anchors);
    }
    for entry in node.entries() {
        number(entry.key, anchors);
        number(entry.value, anchors);
    }
}

fn tree(node: Node<'_, '_>, intents: &Intents, anchors: &FxHashMap<NodeId, usize>) -> Tree {
    let planned = intents.get(&node.id()).map_or(&[][..], Vec::as_slice);
    for intent in planned {
        match intent {
            Intent::Text(text) => return Tree::text(text),
            Intent::Become(tree) => return tree.clone(),
            _ => {}
        }
    }
    if let Some(target) = node.target() {
        return Tree::Alias(anchors.get(&target.id()).copied().unwrap_or(usize::MAX));
    }
    if node.is_sequence() {
        let mut items: Vec<Tree> = node.items().map(|item| tree(item, intents, anchors)).collect();
        items.extend(
            planned.iter().filter_map(|intent| if let Intent::Item(item) = intent { Some(item.clone()) } else { None }),
        );
        return Tree::List(items);
    }
    if node.is_mapping() {
        let mut entries = Vec::new();
        for entry in node.entries() {
            let id = entry.key.id();
            let added = |behind: bool| {
                planned.iter().filter_map(move |intent| match intent {
                    Intent::Entry { beside, behind: side, key, value } if *beside == id && *side == behind => {
                        Some((Tree::text(key), value.clone()))
                    }
                    _ => None,
                })
            };
            entries.extend(added(false));
            if !planned.iter().any(|intent| matches!(intent, Intent::Without(key) if *key == id)) {
                entries.push((tree(entry.key, intents, anchors), tree(entry.value, intents, anchors)));
            }
            entries.extend(added(true));
        }
        return Tree::Map(entries);
    }
    let text = node.text().unwrap_or_default();
    let other = node.style() == Some(ScalarStyle::Plain) && super::write::is_other(text);
    Tree::Scalar { text: text.to_owned(), other }
}
