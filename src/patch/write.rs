//! How new bytes are written, so that they look like those around them.

use crate::document::{Node, ScalarStyle, Shape};
use crate::text::Span;
use std::fmt::Write as _;

/// Words that YAML 1.1 or 1.2 takes for something else than text.
const WORDS: [&str; 12] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", "<<", "="];

/// Whether a plain scalar is, or could be taken for, something else than text: nothing, a truth value, a number, a date.
pub(super) fn is_other(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let number = text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | '+' | '-'))
        && lower.bytes().all(|byte| byte.is_ascii_hexdigit() || b"xo._:+-tz ".contains(&byte));
    text.is_empty()
        || number
        || WORDS.contains(&lower.as_str())
        || matches!(lower.as_str(), ".inf" | "-.inf" | "+.inf" | ".nan")
}

/// Whether a text can stand without quotes anywhere in YAML. Stricter than it would have to be.
fn is_plain(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._/:@-+".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && !text.ends_with(':')
        && text.bytes().all(allowed)
        && !is_other(text)
}

/// A text as a scalar: in the style that stands there, where it can be.
pub(super) fn scalar(text: &str, style: ScalarStyle) -> String {
    match style {
        ScalarStyle::Plain if is_plain(text) => text.to_owned(),
        ScalarStyle::Single if !text.contains(char::is_control) => format!("'{}'", text.replace('\'', "''")),
        _ => double(text),
    }
}

/// A text in double quotes, as YAML and JSON both read it.
fn double(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// How keys and values around a place are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// With all texts in double quotes, as in JSON.
    json: bool,
    /// With a space behind colons and commas.
    spaced: bool,
}

impl Manner {
    /// That of a mapping.
    pub(super) fn of(mapping: Node<'_, '_>, text: &str) -> Self {
        let Some(entry) = mapping.entries().next() else { return Self { json: false, spaced: true } };
        let json = mapping.shape() != Some(Shape::Block) && entry.key.style() == Some(ScalarStyle::Double);
        let between = text.get(entry.key.span().end..entry.value.span().start).unwrap_or_default();
        Self { json, spaced: !json || between.contains([' ', '\n', '\t']) }
    }

    pub(super) fn text(self, text: &str) -> String {
        scalar(text, if self.json { ScalarStyle::Double } else { ScalarStyle::Plain })
    }

    pub(super) fn colon(self) -> &'static str {
        if self.spaced { ": " } else { ":" }
    }

    pub(super) fn comma(self) -> &'static str {
        if self.spaced { ", " } else { "," }
    }

    /// `{name: …}`
    pub(super) fn name(self, name: &str) -> String {
        format!("{{{}{}{}}}", self.text("name"), self.colon(), self.text(name))
    }

    /// `{name: …}, {name: …}`
    pub(super) fn names(self, names: &[&str]) -> String {
        names.iter().map(|name| self.name(name)).collect::<Vec<_>>().join(self.comma())
    }
}

/// Where the line of byte `at` begins, behind a byte order mark.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    if start == 0 && text.starts_with('\u{feff}') && at >= 3 { 3 } else { start }
}

/// Where the line of byte `at` ends, in front of its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |end| at + end)
}

/// The line break of a text: the first one near byte `at`.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let here = text.get(line_end(text, at)..).filter(|rest| !rest.is_empty()).unwrap_or(text);
    match here.find(['\n', '\r']).and_then(|end| here.get(end..)) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// What stands on the line in front of byte `at`.
pub(super) fn before(text: &str, at: usize) -> &str {
    text.get(line_start(text, at)..at).unwrap_or_default()
}

/// As many spaces as there are letters in front of byte `at` on its line.
pub(super) fn indent(text: &str, at: usize) -> String {
    " ".repeat(before(text, at).chars().count())
}

/// Whether there is nothing but blanks.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// The whole lines from byte `start` to byte `end`, with the line break behind them or, at the end, in front of them.
pub(super) fn lines_of(text: &str, start: usize, end: usize) -> Span {
    let (first, last) = (line_start(text, start), line_end(text, end));
    let length = line_break(text, end).len();
    if last < text.len() {
        Span::new(first, (last + length).min(text.len()))
    } else {
        let length = if text.get(..first).is_some_and(|before| before.ends_with("\r\n")) { 2 } else { 1 };
        Span::new(first.saturating_sub(length), last)
    }
}

/// The start of the line of a key, or of the lines of comment right above it that are indented like it.
pub(super) fn above_comments(text: &str, key: usize) -> usize {
    let indent = before(text, key);
    let mut start = line_start(text, key);
    while start > 0 {
        let above = text.get(..start).unwrap_or_default().trim_end_matches('\n');
        let above = above.strip_suffix('\r').unwrap_or(above);
        // Blank lines between end the comment.
        if start - above.len() > 2 || text.get(above.len()..start).is_some_and(|gap| gap.matches('\n').count() != 1) {
            break;
        }
        let begin = line_start(text, above.len());
        let line = text.get(begin..above.len()).unwrap_or_default();
        if !line.strip_prefix(indent).is_some_and(|rest| rest.starts_with('#')) {
            break;
        }
        start = begin;
    }
    start
}
