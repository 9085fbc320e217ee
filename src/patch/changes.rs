//! What a plan is made of: the changes of the text, and beside them those of the tree.

use super::edit::Explanation;
use super::expected::{Intent, Intents};
use crate::document::Node;
use crate::text::Span;

/// What a change is for.
#[derive(Clone, Debug)]
pub(super) struct Why {
    pub(super) path: String,
    pub(super) explanation: Explanation,
}

/// One change of the text.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) path: String,
    pub(super) explanation: Explanation,
}

/// The changes of one round, in the order of the text, and what the tree is to be after them.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) changes: Vec<Change>,
    pub(super) intents: Intents,
}

impl Plan {
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(super) fn change(&mut self, span: Span, text: String, why: Why) {
        self.changes.push(Change { span, text, path: why.path, explanation: why.explanation });
    }

    pub(super) fn intend(&mut self, node: Node<'_, '_>, intent: Intent) {
        self.intents.entry(node.id()).or_default().push(intent);
    }
}
