//! The changes that edits are made of: a scalar, an entry, an item, in the manner of what stands around them.

use super::changes::{Plan, Why};
use super::expected::{self, Intent, Tree};
use super::refusal::{Refusal, RefusalKind};
use super::write::{self, Manner};
use crate::document::{Entry, Node, ScalarStyle, Shape};
use crate::objects::{PULL_SECRETS, is_shared};
use crate::text::Span;

/// What a new entry holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum New<'a> {
    /// A text.
    Text(&'static str, &'a str),
    /// `imagePullSecrets` with these names.
    Secrets(&'a [&'a str]),
}

impl New<'_> {
    fn key(self) -> &'static str {
        match self {
            Self::Text(key, _) => key,
            Self::Secrets(_) => PULL_SECRETS,
        }
    }

    fn tree(self) -> Tree {
        match self {
            Self::Text(_, text) => Tree::text(text),
            Self::Secrets(names) => Tree::names(names.iter().copied()),
        }
    }

    /// As lines of a block mapping whose keys are indented by `indent`, and the items of whose lists by `inner` more.
    fn block(self, manner: Manner, indent: &str, inner: &str, line_break: &str) -> String {
        match self {
            Self::Text(key, text) => format!("{indent}{key}: {}", manner.text(text)),
            Self::Secrets(names) => names.iter().fold(format!("{indent}{PULL_SECRETS}:"), |lines, name| {
                format!("{lines}{line_break}{indent}{inner}- name: {}", manner.text(name))
            }),
        }
    }

    fn flow(self, manner: Manner) -> String {
        let value = match self {
            Self::Text(_, text) => manner.text(text),
            Self::Secrets(names) => format!("[{}]", manner.names(names)),
        };
        format!("{}{}{value}", manner.text(self.key()), manner.colon())
    }
}

impl Plan {
    /// Another text for a scalar, in the quotes that it has.
    pub(super) fn set(&mut self, text: &str, node: Node<'_, '_>, new: &str, why: Why) -> Result<(), Refusal> {
        own(node)?;
        let (Some(style), Some(old)) = (node.style(), node.text()) else {
            return Err(Refusal::at(RefusalKind::Shape, node));
        };
        match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                // Of a text on one line only the words change; what it keeps of the line break, it keeps.
                let words = old.trim_end();
                let fits =
                    node.span().of(text) == words && !new.contains(['\n', '\r']) && !new.starts_with([' ', '\t']);
                if !fits || new.is_empty() {
                    return Err(Refusal::at(RefusalKind::Shape, node));
                }
                let tail = old.get(words.len()..).unwrap_or_default();
                self.change(node.span(), new.to_owned(), why);
                self.intend(node, Intent::Text(format!("{new}{tail}")));
            }
            style => {
                self.change(node.span(), write::scalar(new, style), why);
                self.intend(node, Intent::Text(new.to_owned()));
            }
        }
        Ok(())
    }

    /// A text for a value that is not written, or null.
    pub(super) fn fill(&mut self, text: &str, node: Node<'_, '_>, new: &str, why: Why) -> Result<(), Refusal> {
        own(node)?;
        let manner = node.parent().map_or_else(|| Manner::of(node, text), |outer| Manner::of(outer, text));
        // A value that is not written stands right behind its colon.
        let space = if node.span().is_empty() { " " } else { "" };
        self.change(node.span(), format!("{space}{}", manner.text(new)), why);
        self.intend(node, Intent::Text(new.to_owned()));
        Ok(())
    }

    /// Another text for a part of a scalar, the `nth` of those that are alike. Refused where it is written otherwise than
    /// it is read: over several lines, or with escapes.
    pub(super) fn set_part(
        &mut self,
        text: &str,
        node: Node<'_, '_>,
        (old, nth, new): (&str, usize, &str),
        why: Why,
    ) -> Result<(), Refusal> {
        own(node)?;
        let odd = || Refusal::at(RefusalKind::Unsafe, node);
        let read = node.text().ok_or_else(odd)?;
        let place = |text: &str| text.match_indices(old).nth(nth).map(|(at, _)| Span::new(at, at + old.len()));
        let (there, here) = place(read).zip(place(node.span().of(text))).ok_or_else(odd)?;
        let start = node.span().start;
        self.change(Span::new(start + here.start, start + here.end), new.to_owned(), why);
        let behind = read.get(there.end..).unwrap_or_default();
        self.intend(node, Intent::Text(format!("{}{new}{behind}", Span::new(0, there.start).of(read))));
        Ok(())
    }

    /// Something else for a value, written in one line.
    pub(super) fn become_names(
        &mut self,
        text: &str,
        node: Node<'_, '_>,
        names: &[&str],
        why: Why,
    ) -> Result<(), Refusal> {
        own(node)?;
        let manner = node.parent().map_or_else(|| Manner::of(node, text), |outer| Manner::of(outer, text));
        let span = node.span();
        // A value that is not written stands right behind its colon.
        let space = if span.is_empty() && text.get(..span.start).is_some_and(|before| before.ends_with(':')) {
            " "
        } else {
            ""
        };
        self.change(span, format!("{space}[{}]", manner.names(names)), why);
        self.intend(node, Intent::Become(Tree::names(names.iter().copied())));
        Ok(())
    }

    /// One more entry for a mapping, in front of or behind one that it has.
    pub(super) fn add_entry(
        &mut self,
        text: &str,
        mapping: Node<'_, '_>,
        beside: Entry<'_, '_>,
        behind: bool,
        new: New<'_>,
        why: Why,
    ) -> Result<(), Refusal> {
        own(mapping)?;
        let manner = Manner::of(mapping, text);
        let key = beside.key.span().start;
        let line_break = write::line_break(text, key);
        let own_line = write::is_blank(write::before(text, key));
        let behind = behind || !own_line || mapping.shape() != Some(Shape::Block);
        let end = end_of(beside.value);
        let (at, added) = match mapping.shape() {
            Some(Shape::Block) => {
                let indent = write::indent(text, key);
                let lines = new.block(manner, &indent, inner_indent(text, mapping), line_break);
                if behind {
                    (write::line_end(text, end), format!("{line_break}{lines}"))
                } else {
                    (write::above_comments(text, key), format!("{lines}{line_break}"))
                }
            }
            Some(Shape::Flow) if own_line => {
                (end, format!(",{line_break}{}{}", write::before(text, key), new.flow(manner)))
            }
            Some(Shape::Flow) => (end, format!("{}{}", manner.comma(), new.flow(manner))),
            _ => return Err(Refusal::at(RefusalKind::Shape, mapping)),
        };
        self.change(Span::new(at, at), added, why);
        let value = new.tree();
        self.intend(mapping, Intent::Entry { beside: beside.key.id(), behind, key: new.key(), value });
        Ok(())
    }

    /// One more name at the end of a list of names that has some.
    pub(super) fn add_name(&mut self, text: &str, list: Node<'_, '_>, name: &str, why: Why) -> Result<(), Refusal> {
        own(list)?;
        let Some(last) = list.items().next_back() else { return self.become_names(text, list, &[name], why) };
        match list.shape() {
            Some(Shape::Block) => {
                let dash = list.dashes().last().copied().unwrap_or_default();
                let manner = Manner::of(list, text);
                let line = format!(
                    "{}{}- name: {}",
                    write::line_break(text, dash),
                    write::indent(text, dash),
                    manner.text(name)
                );
                let end = write::line_end(text, end_of(last));
                self.change(Span::new(end, end), line, why);
            }
            _ => {
                let manner = Manner::of(last, text);
                let end = end_of(last);
                let lead = write::before(text, last.span().start);
                let between = if write::is_blank(lead) {
                    format!(",{}{lead}", write::line_break(text, end))
                } else {
                    manner.comma().to_owned()
                };
                self.change(Span::new(end, end), format!("{between}{}", manner.name(name)), why);
            }
        }
        self.intend(list, Intent::Item(Tree::name(name)));
        Ok(())
    }

    /// A mapping without one of its entries, lines and all.
    pub(super) fn remove_entry(
        &mut self,
        text: &str,
        mapping: Node<'_, '_>,
        entry: Entry<'_, '_>,
        why: Why,
    ) -> Result<(), Refusal> {
        own(mapping)?;
        if has_anchor(entry.value) {
            return Err(Refusal::at(RefusalKind::Shared, entry.value));
        }
        let (key, end) = (entry.key.span().start, end_of(entry.value));
        let next = mapping.entries().find(|other| other.key.span().start > key);
        let previous = mapping.entries().take_while(|other| other.key.span().start < key).last();
        let own_line = write::is_blank(write::before(text, key));
        let span = match (mapping.shape(), next, previous) {
            (_, None, None) => return Err(Refusal::at(RefusalKind::Shape, entry.key)),
            (Some(Shape::Block), _, _) if own_line => write::lines_of(text, key, end),
            (Some(Shape::Block), Some(next), _) => Span::new(key, next.key.span().start),
            (Some(Shape::Flow), Some(next), _) => Span::new(key, next.key.span().start),
            (Some(Shape::Flow), None, Some(previous)) => Span::new(end_of(previous.value), end),
            _ => return Err(Refusal::at(RefusalKind::Shape, entry.key)),
        };
        self.change(span, String::new(), why);
        self.intend(mapping, Intent::Without(entry.key.id()));
        Ok(())
    }

    /// An entry with its lines, comments and all, in front of an entry of another block mapping. Whether that can be.
    pub(super) fn move_lines(
        &mut self,
        text: &str,
        from: (Node<'_, '_>, Entry<'_, '_>),
        to: (Node<'_, '_>, Entry<'_, '_>),
        why: &Why,
    ) -> Result<bool, Refusal> {
        let ((source, entry), (target, beside)) = (from, to);
        let both_block = [source, target, entry.value].iter().all(|node| node.shape() == Some(Shape::Block));
        let (key, goal) = (entry.key.span().start, beside.key.span().start);
        let own_lines = [key, goal].iter().all(|&at| write::is_blank(write::before(text, at)));
        if !both_block || !own_lines || source.entries().len() < 2 {
            return Ok(false);
        }
        let (old, new) = (write::before(text, key), write::before(text, goal));
        let line_break = write::line_break(text, key);
        let lines = Span::new(write::line_start(text, key), write::line_end(text, end_of(entry.value))).of(text);
        let mut moved = String::new();
        for line in lines.lines() {
            let Some(rest) = line.strip_prefix(old).or(line.trim().is_empty().then_some("")) else { return Ok(false) };
            moved.push_str(if rest.is_empty() { "" } else { new });
            moved.push_str(rest);
            moved.push_str(line_break);
        }
        own(target)?;
        let at = write::above_comments(text, goal);
        let value = expected::plain(entry.value);
        self.change(Span::new(at, at), moved, why.clone());
        self.intend(target, Intent::Entry { beside: beside.key.id(), behind: false, key: PULL_SECRETS, value });
        self.remove_entry(text, source, entry, why.clone())?;
        Ok(true)
    }
}

/// Nothing that an alias shows somewhere else may change.
pub(super) fn own(node: Node<'_, '_>) -> Result<(), Refusal> {
    if is_shared(node) { Err(Refusal::at(RefusalKind::Shared, node)) } else { Ok(()) }
}

/// Where a value ends, with its anchor and tag.
pub(super) fn end_of(value: Node<'_, '_>) -> usize {
    value.span().end.max(value.properties().end)
}

fn has_anchor(node: Node<'_, '_>) -> bool {
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        if node.is_anchored() {
            return true;
        }
        waiting.extend(node.items());
        waiting.extend(node.entries().flat_map(|entry| [entry.key, entry.value]));
    }
    false
}

/// How much deeper than its key the list is that a mapping has, so that a new one looks like it.
fn inner_indent(text: &str, mapping: Node<'_, '_>) -> &'static str {
    let list = mapping.entries().find(|entry| entry.value.shape() == Some(Shape::Block) && entry.value.is_sequence());
    let Some((entry, &dash)) = list.and_then(|entry| Some((entry, entry.value.dashes().first()?))) else { return "  " };
    let deep = write::before(text, dash).len().saturating_sub(write::before(text, entry.key.span().start).len());
    "        ".get(..deep.min(8)).unwrap_or("  ")
}
