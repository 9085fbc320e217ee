//! JSON strings in two spellings.

use std::fmt::Write as _;

/// Which characters are escaped beyond those that JSON asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escapes {
    /// As Go's `encoding/json` writes, and so `kubectl`: `<`, `>`, `&` and the two Unicode line separators.
    Go,
    /// Everything that YAML does not print as itself. The result is a JSON string and a YAML scalar at once.
    Yaml,
}

/// A text as a JSON string, with its quotes.
pub(super) fn string(text: &str, escapes: Escapes) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' || is_escaped(c, escapes) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn is_escaped(c: char, escapes: Escapes) -> bool {
    match escapes {
        Escapes::Go => matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}'),
        Escapes::Yaml => !is_yaml_printable(c),
    }
}

/// Whether YAML lets a character stand for itself on one line; a byte order mark and odd line ends are kept out too.
pub(super) fn is_yaml_printable(c: char) -> bool {
    !(c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
}
