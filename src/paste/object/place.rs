//! Where in an object the reader is: the keys and list entries around the present line.

use crate::paste::lines::Line;

/// No object that somebody pastes is deeper.
const DEEPEST: usize = 64;

/// A key with an object or a list behind it, or an entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The key, where it is one that is looked for; empty for another one and for an entry of a list.
    pub(super) key: &'static str,
    /// How far it is indented, in block style.
    indent: usize,
    /// Whether it is an entry of a list.
    is_entry: bool,
    /// Whether brackets hold it.
    in_flow: bool,
    /// Whether an object of its own begins here.
    pub(super) begins_object: bool,
}

/// The frames around the present line, outermost first.
#[derive(Clone, Debug, Default)]
pub(super) struct Stack(Vec<Frame>);

impl Stack {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the innermost frame is held by brackets.
    pub(super) fn is_in_flow(&self) -> bool {
        self.0.last().is_some_and(|frame| frame.in_flow)
    }

    /// The known keys around the present place, innermost first, up to the object that they belong to.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        let begins = self.0.iter().rposition(|frame| frame.begins_object).map_or(0, |at| at + 1);
        self.0[begins..].iter().rev().filter(|frame| !frame.is_entry).map(|frame| frame.key)
    }

    /// The frames that a line of block style ends, which is indented so far; innermost first.
    pub(super) fn end_block(&mut self, indent: usize, is_entry: bool) -> Option<Frame> {
        let last = *self.0.last().filter(|last| !last.in_flow)?;
        // An entry may stand as far out as the key of its list.
        let ends = last.indent > indent || (last.indent == indent && (last.is_entry || !is_entry));
        if ends { self.0.pop() } else { None }
    }

    /// The innermost frame ends with its bracket.
    pub(super) fn end_flow(&mut self) -> Option<Frame> {
        if self.is_in_flow() { self.0.pop() } else { None }
    }

    pub(super) fn push_key(&mut self, key: &'static str, indent: usize, in_flow: bool) {
        self.push(Frame { key, indent, is_entry: false, in_flow, begins_object: false });
    }

    /// An entry of the list around begins; says whether it is an object of its own.
    pub(super) fn push_entry(&mut self, indent: usize, in_flow: bool) -> bool {
        let begins_object = self.keys().next().is_none_or(|key| key == "items");
        self.push(Frame { key: "", indent, is_entry: true, in_flow, begins_object });
        begins_object
    }

    fn push(&mut self, frame: Frame) {
        if self.0.len() < DEEPEST {
            self.0.push(frame);
        }
    }
}

/// A line in block style: `  - key: value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BlockLine<'t> {
    /// How far each dash is indented, the first one first.
    pub(super) dashes: [Option<usize>; 3],
    /// How far the key is indented.
    pub(super) indent: usize,
    /// The key.
    pub(super) key: &'t str,
    /// Where its value begins in the line.
    pub(super) value: usize,
}

/// Takes a line apart; `None` where it has no key.
pub(super) fn block_line<'l>(line: Line<'l, '_>) -> Option<BlockLine<'l>> {
    let text = line.text();
    let mut at = text.len() - text.trim_start().len();
    let mut indent = line.indent();
    let mut dashes = [None; 3];
    for dash in &mut dashes {
        let Some(rest) = text[at..].strip_prefix("- ") else { break };
        *dash = Some(indent);
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        (at, indent) = (at + 2 + spaces, indent + 2 + spaces);
    }
    let rest = &text[at..];
    let (key, len) = match rest.strip_prefix('"') {
        Some(inside) => inside.find('"').map(|end| (&inside[..end], end + 2))?,
        None => {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/')))?;
            (&rest[..end], end)
        }
    };
    let behind = rest[len..].strip_prefix(':')?;
    let ends = behind.is_empty() || behind.starts_with([' ', '\t', '\r']);
    (ends && !key.is_empty()).then_some(BlockLine { dashes, indent, key, value: at + len + 1 })
}
