//! The documents of a text.

use super::Stream;
use super::node::{Node, NodeId};
use crate::text::Span;

#[derive(Debug)]
pub(super) struct DocumentData {
    pub(super) root: Option<NodeId>,
    pub(super) line: usize,
    pub(super) span: Span,
}

/// One document of a text.
#[derive(Clone, Copy, Debug)]
pub struct Document<'stream, 'text> {
    pub(super) stream: &'stream Stream<'text>,
    pub(super) index: usize,
}

impl<'stream, 'text> Document<'stream, 'text> {
    /// Its place among the documents, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index
    }

    /// The topmost node; none where the document is empty (comments alone).
    #[must_use]
    pub fn root(self) -> Option<Node<'stream, 'text>> {
        let data = self.stream.documents.get(self.index)?;
        data.root.map(|id| self.stream.node(id)).filter(|node| !(node.is_null() && node.span().is_empty()))
    }

    /// The line that it begins on, that of its `---` where it has one.
    #[must_use]
    pub fn line(self) -> usize {
        self.stream.documents.get(self.index).map_or(1, |data| data.line)
    }

    /// From its first byte to its last, with the `---` in front but not the one behind it.
    #[must_use]
    pub fn span(self) -> Span {
        self.stream.documents.get(self.index).map_or(Span::default(), |data| data.span)
    }
}
