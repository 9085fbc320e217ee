//! How the tree grows: nodes are added to what is open, and what is open is closed.

use super::build::{Builder, Open};
use super::node::{Data, Kind, NodeId, Shape};
use super::{MAX_DEPTH, MAX_NODES, Problem, ProblemKind, scan};
use crate::text::Span;
use rustc_hash::FxHashSet;

impl<'text> Builder<'text> {
    /// Adds a collection and opens it.
    pub(super) fn start(
        &mut self,
        kind: Kind<'text>,
        span: Span,
        properties: Span,
        anchor: usize,
    ) -> Result<NodeId, Problem> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Problem { kind: ProblemKind::TooDeep, line: self.line, span });
        }
        let id = self.add(kind, span, properties, anchor)?;
        self.open.push(Open { id, key: None, seen: FxHashSet::default() });
        Ok(id)
    }

    pub(super) fn close(&mut self) {
        let Some(Open { id, .. }) = self.open.pop() else { return };
        let end_of = |id: NodeId| self.nodes.get(id.0 as usize).map_or(0, |data| data.span.end);
        let end = match self.nodes.get(id.0 as usize).map(|data| &data.kind) {
            Some(Kind::Sequence { items, shape: Shape::Block, dashes }) => {
                items.last().map_or(0, |&last| end_of(last)).max(dashes.last().map_or(0, |dash| dash + 1))
            }
            Some(Kind::Mapping { entries, shape: Shape::Block | Shape::Pair }) => {
                entries.last().map_or(0, |&(key, value)| end_of(key).max(end_of(value)))
            }
            // The parser's place is that of the comma where one stands in front of the bracket.
            _ => scan::past_signs(self.text, self.cursor, &[',', ':', '?']) + 1,
        };
        let end = end.min(self.text.len());
        if let Some(data) = self.nodes.get_mut(id.0 as usize) {
            data.span.end = end.max(data.span.start);
        }
        self.cursor = self.cursor.max(end);
    }

    /// Adds a node to what is open.
    pub(super) fn add(
        &mut self,
        kind: Kind<'text>,
        span: Span,
        properties: Span,
        anchor: usize,
    ) -> Result<NodeId, Problem> {
        if self.nodes.len() >= MAX_NODES {
            return Err(Problem { kind: ProblemKind::TooMany, line: self.line, span });
        }
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let key = if let Kind::Scalar { text, .. } = &kind { Some(text.clone()) } else { None };
        let parent = self.open.last().map(|open| open.id);
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        self.nodes.push(Data {
            kind,
            span,
            properties,
            line: self.line,
            parent,
            anchored: anchor != 0,
            aliased: false,
        });
        let dash = if self.in_block_sequence() { self.dash() } else { 0 };
        let Some(open) = self.open.last_mut() else {
            if let Some(document) = &mut self.document {
                document.root = Some(id);
            }
            return Ok(id);
        };
        match self.nodes.get_mut(open.id.0 as usize).map(|data| &mut data.kind) {
            Some(Kind::Sequence { items, dashes, shape }) => {
                items.push(id);
                if *shape == Shape::Block {
                    dashes.push(dash);
                    self.cursor = self.cursor.max(dash + 1).min(self.text.len());
                    if span.is_empty() && properties.is_empty() {
                        self.at_least(id, dash + 1);
                    }
                }
            }
            Some(Kind::Mapping { entries, .. }) => match open.key.take() {
                Some(key) => entries.push((key, id)),
                None => {
                    open.key = Some(id);
                    if key.is_some_and(|key| !open.seen.insert(key)) {
                        self.duplicates.push(id);
                    }
                }
            },
            _ => {}
        }
        Ok(id)
    }

    /// Puts an item that is not there behind its dash.
    fn at_least(&mut self, id: NodeId, at: usize) {
        if let Some(data) = self.nodes.get_mut(id.0 as usize)
            && matches!(data.kind, Kind::Scalar { .. })
        {
            let at = at.min(self.text.len());
            (data.span, data.properties) = (Span::new(at, at), Span::new(at, at));
        }
    }

    fn in_block_sequence(&self) -> bool {
        self.open
            .last()
            .and_then(|open| self.nodes.get(open.id.0 as usize))
            .is_some_and(|data| matches!(data.kind, Kind::Sequence { shape: Shape::Block, .. }))
    }

    pub(super) fn in_flow(&self) -> bool {
        self.open.last().and_then(|open| self.nodes.get(open.id.0 as usize)).is_some_and(|data| {
            matches!(
                data.kind,
                Kind::Sequence { shape: Shape::Flow, .. } | Kind::Mapping { shape: Shape::Flow | Shape::Pair, .. }
            )
        })
    }
}
