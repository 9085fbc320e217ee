//! The input as cleaned lines.
//!
//! Each line keeps the place of every byte in the input. A line ends at LF, CRLF or a lone CR.

use super::clean::{self, Clean};
use super::prompt;
use crate::text::{Excerpt, Span};

/// A line without colours, quoting marks and borders; its indent and the spaces at its end are still there.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    text: Clean<'a>,
    /// What kind of line it is, before looking for formats.
    pub(super) kind: LineKind,
    /// Its width on the screen, in characters, with the spaces at its end.
    pub(super) width: usize,
}

/// What a line is before its format is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// It has text.
    Text,
    /// It has none, or is the fence of a code block.
    Blank,
    /// It stands for lines that were left out: `...`.
    Elision,
    /// It is a command; the text is the command without its prompt.
    Command,
}

impl Line<'_> {
    /// The text.
    pub(super) fn text(&self) -> &str {
        self.text.text()
    }

    /// The bytes `span` of the text, with their places in the input.
    pub(super) fn part(&self, span: Span) -> Excerpt {
        self.text.part(span)
    }

    /// All of the text, with its places.
    pub(super) fn excerpt(&self) -> Excerpt {
        self.part(Span::new(0, self.text().len()))
    }

    /// Appends the bytes `span` of the text to `excerpt`.
    pub(super) fn push_onto(&self, excerpt: &mut Excerpt, span: Span) {
        self.text.push_onto(excerpt, span);
    }

    /// The text without white space at both ends.
    pub(super) fn trimmed(&self) -> &str {
        self.text.text().trim()
    }

    /// How far it is indented, in characters; a tab goes to the next multiple of eight.
    pub(super) fn indent(&self) -> usize {
        let mut column = 0;
        for byte in self.text.text().bytes() {
            match byte {
                b' ' => column += 1,
                b'\t' => column = (column / 8 + 1) * 8,
                _ => break,
            }
        }
        column
    }

    /// The bytes of the text between the white space at both ends.
    pub(super) fn inner(&self) -> Span {
        let text = self.text.text();
        let start = text.len() - text.trim_start().len();
        Span::new(start, text.trim_end().len().max(start))
    }
}

/// Cleans `input` line by line. Of several blank lines one is kept.
pub(super) fn lines(input: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::with_capacity(input.len() / 64 + 1);
    let mut start = 0;
    while start < input.len() {
        let rest = &input[start..];
        let len = rest.bytes().position(|b| b == b'\n' || b == b'\r').unwrap_or(rest.len());
        let next = line(&rest[..len], start);
        if next.kind != LineKind::Blank || lines.last().is_none_or(|last| last.kind != LineKind::Blank) {
            lines.push(next);
        }
        let ending = if rest[len..].starts_with("\r\n") { 2 } else { 1 };
        start += len + ending;
    }
    lines
}

fn line(raw: &str, at: usize) -> Line<'_> {
    let mut text = clean::clean(raw, at);
    let kind = kind(raw, &mut text);
    let all = text.text();
    let width = if all.is_ascii() { all.len() } else { all.chars().count() };
    Line { text, kind, width }
}

/// What the line is; the prompt in front of a command, or of a text, is taken off.
fn kind(raw: &str, text: &mut Clean<'_>) -> LineKind {
    let trimmed = text.text().trim();
    if trimmed.is_empty() || is_fence(raw, trimmed) {
        return LineKind::Blank;
    }
    if trimmed.bytes().all(|b| b == b'.') || matches!(trimmed, "…" | "[...]" | "<snip>" | "(...)") {
        return LineKind::Elision;
    }
    let all = text.text().len();
    let end = text.text().trim_end().len();
    if let Some(command) = prompt::command(trimmed) {
        let start = end - command.len().min(end);
        text.keep(Span::new(start, end));
        return LineKind::Command;
    }
    let prompt = prompt::prompt_len(text.text());
    if prompt > 0 {
        text.keep(Span::new(prompt, all));
    }
    LineKind::Text
}

/// Whether the line opens or closes a code block and says nothing else.
fn is_fence(raw: &str, trimmed: &str) -> bool {
    let marks = raw.trim_start_matches([' ', '\t', '>']);
    (marks.starts_with("```") || marks.starts_with("~~~"))
        && trimmed.trim_start_matches('~').bytes().all(|b| b.is_ascii_alphanumeric())
}
