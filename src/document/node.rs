//! The nodes of a text, and how to walk among them.

use super::Stream;
use crate::text::Span;
use std::borrow::Cow;

/// The place of a node in its [`Stream`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScalarStyle {
    /// Without quotes; an empty one is a value that is not there.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// How a collection is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// By lines and indents.
    Block,
    /// In brackets or braces, as all of JSON.
    Flow,
    /// A mapping of one entry without braces, in a flow sequence: `[a: b]`.
    Pair,
}

/// One entry of a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'stream, 'text> {
    /// The key, which may be any node.
    pub key: Node<'stream, 'text>,
    /// The value; an empty plain scalar where none is written.
    pub value: Node<'stream, 'text>,
}

#[derive(Debug)]
pub(super) enum Kind<'text> {
    Scalar {
        text: Cow<'text, str>,
        style: ScalarStyle,
    },
    /// Of a block sequence also where each item's dash stands.
    Sequence {
        items: Vec<NodeId>,
        dashes: Vec<usize>,
        shape: Shape,
    },
    Mapping {
        entries: Vec<(NodeId, NodeId)>,
        shape: Shape,
    },
    Alias(NodeId),
}

#[derive(Debug)]
pub(super) struct Data<'text> {
    pub(super) kind: Kind<'text>,
    /// Without anchor and tag.
    pub(super) span: Span,
    /// Of anchor and tag; empty where there are none.
    pub(super) properties: Span,
    pub(super) line: usize,
    pub(super) parent: Option<NodeId>,
    pub(super) anchored: bool,
    pub(super) aliased: bool,
}

/// One node: a scalar, a sequence, a mapping or an alias.
#[derive(Clone, Copy)]
pub struct Node<'stream, 'text> {
    stream: &'stream Stream<'text>,
    data: &'stream Data<'text>,
    id: NodeId,
}

/// What a node of another stream's id stands for.
static NOTHING: Data<'static> = Data {
    kind: Kind::Scalar { text: Cow::Borrowed(""), style: ScalarStyle::Plain },
    span: Span { start: 0, end: 0 },
    properties: Span { start: 0, end: 0 },
    line: 1,
    parent: None,
    anchored: false,
    aliased: false,
};

impl<'stream, 'text> Node<'stream, 'text> {
    pub(super) fn new(stream: &'stream Stream<'text>, id: NodeId) -> Self {
        let data = stream.nodes.get(id.0 as usize).unwrap_or(&NOTHING);
        Self { stream, data, id }
    }

    /// Its id, which outlives the borrow of the stream.
    #[must_use]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// Its bytes: without anchor and tag, with quotes and brackets; of a block collection from its first key or dash to
    /// the end of its last value; of a block scalar from the first letter of its content to the last. Empty, at its
    /// place, for a value that is not there.
    #[must_use]
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The bytes of its anchor and tag; empty where it has none.
    #[must_use]
    pub fn properties(self) -> Span {
        self.data.properties
    }

    /// The line that it begins on, from 1.
    #[must_use]
    pub fn line(self) -> usize {
        self.data.line
    }

    /// The text of a scalar: unquoted, unescaped, unfolded. None for a collection, an alias, and a value that is not there.
    #[must_use]
    pub fn text(self) -> Option<&'stream str> {
        match &self.data.kind {
            Kind::Scalar { text, style } if *style != ScalarStyle::Plain || !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// How a scalar is written; none for everything else.
    #[must_use]
    pub fn style(self) -> Option<ScalarStyle> {
        if let Kind::Scalar { style, .. } = &self.data.kind { Some(*style) } else { None }
    }

    /// Whether it is no value: nothing, `~` or `null` without quotes.
    #[must_use]
    pub fn is_null(self) -> bool {
        matches!(&self.data.kind, Kind::Scalar { text, style: ScalarStyle::Plain }
            if matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether it is a sequence.
    #[must_use]
    pub fn is_sequence(self) -> bool {
        matches!(self.data.kind, Kind::Sequence { .. })
    }

    /// Whether it is a mapping.
    #[must_use]
    pub fn is_mapping(self) -> bool {
        matches!(self.data.kind, Kind::Mapping { .. })
    }

    /// Whether nothing is in it: null, `""`, `[]` or `{}`.
    #[must_use]
    pub fn is_empty(self) -> bool {
        match &self.data.kind {
            Kind::Scalar { text, .. } => text.is_empty() || self.is_null(),
            Kind::Sequence { items, .. } => items.is_empty(),
            Kind::Mapping { entries, .. } => entries.is_empty(),
            Kind::Alias(_) => false,
        }
    }

    /// How a collection is written; none for everything else.
    #[must_use]
    pub fn shape(self) -> Option<Shape> {
        match &self.data.kind {
            Kind::Sequence { shape, .. } | Kind::Mapping { shape, .. } => Some(*shape),
            _ => None,
        }
    }

    /// The items of a sequence; nothing for everything else.
    pub fn items(self) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let items: &'stream [NodeId] = if let Kind::Sequence { items, .. } = &self.data.kind { items } else { &[] };
        items.iter().map(move |&id| Self::new(self.stream, id))
    }

    /// Where the dashes of a block sequence stand, one for each item; nothing for everything else.
    #[must_use]
    pub fn dashes(self) -> &'stream [usize] {
        if let Kind::Sequence { dashes, .. } = &self.data.kind { dashes } else { &[] }
    }

    /// The entries of a mapping in their order; nothing for everything else.
    pub fn entries(self) -> impl DoubleEndedIterator<Item = Entry<'stream, 'text>> + ExactSizeIterator {
        let entries: &'stream [(NodeId, NodeId)] =
            if let Kind::Mapping { entries, .. } = &self.data.kind { entries } else { &[] };
        entries
            .iter()
            .map(move |&(key, value)| Entry { key: Self::new(self.stream, key), value: Self::new(self.stream, value) })
    }

    /// The entry of a key, the first where it stands there twice. Aliases and merge keys are not looked through.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<Entry<'stream, 'text>> {
        self.entries().find(|entry| entry.key.text() == Some(key))
    }

    /// The value of a key; see [`Node::entry`].
    #[must_use]
    pub fn get(self, key: &str) -> Option<Self> {
        self.entry(key).map(|entry| entry.value)
    }

    /// The value at the end of several keys.
    #[must_use]
    pub fn at(self, path: &[&str]) -> Option<Self> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    /// What an alias stands for; none for everything else. Never another alias, never a node that it stands in.
    #[must_use]
    pub fn target(self) -> Option<Self> {
        if let Kind::Alias(target) = self.data.kind { Some(Self::new(self.stream, target)) } else { None }
    }

    /// The node itself, or what it stands for as an alias.
    #[must_use]
    pub fn resolved(self) -> Self {
        self.target().unwrap_or(self)
    }

    /// The collection that it stands in, as an item, a key or a value.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        self.data.parent.map(|id| Self::new(self.stream, id))
    }

    /// Whether it has an anchor (`&name`).
    #[must_use]
    pub fn is_anchored(self) -> bool {
        self.data.anchored
    }

    /// Whether an alias stands for it somewhere: what changes in it changes there too.
    #[must_use]
    pub fn is_aliased(self) -> bool {
        self.data.aliased
    }
}

impl PartialEq for Node<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.stream, other.stream) && self.id == other.id
    }
}

impl Eq for Node<'_, '_> {}

impl std::fmt::Debug for Node<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?}", self.id, self.data)
    }
}
