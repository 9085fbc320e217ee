//! What a Secret holds, as YAML and as JSON: the value of `.dockerconfigjson`, and all values of a Secret's data.

use super::{Credential, CredentialKind};
use crate::text::Span;

pub(super) fn find(text: &str) -> Vec<Credential> {
    let mut spans = Vec::new();
    for key in [".dockerconfigjson", ".dockercfg"] {
        let mut from = 0;
        while let Some(found) = text[from..].find(key) {
            from += found + key.len();
            if let Some(span) = value(text, from) {
                from = span.end.max(from);
                spans.push(span);
            }
        }
    }
    if text.contains("kind: Secret") {
        spans.extend(yaml_data(text));
    }
    if text.contains("\"Secret\"") {
        spans.extend(json_data(text));
    }
    spans.into_iter().map(|span| Credential { kind: CredentialKind::PullSecret, span }).collect()
}

/// The value behind a key that ends at byte `at`: quoted, a block, or base64 that may go on over several lines.
fn value(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    let bare = rest.trim_start_matches(['"', '\'', '\\']).trim_start_matches(' ').strip_prefix(':')?;
    let colon = text.len() - bare.len();
    let start = text.len() - bare.trim_start_matches([' ', '\t']).len();
    let first = text[start..].bytes().next()?;
    if matches!(first, b'|' | b'>') {
        return block(text, colon, start);
    }
    let escapes = text[start..].bytes().take_while(|&b| b == b'\\').count();
    let quote = text.as_bytes().get(start + escapes).copied().filter(|b| matches!(b, b'"' | b'\''));
    if let Some(quote) = quote {
        let open = start + escapes + 1;
        return Some(Span::new(open, closing(text, open, quote, escapes)));
    }
    if first == b'{' {
        return Some(Span::new(start, start + text[start..].find('\n').unwrap_or(text.len() - start)));
    }
    base64(text, start)
}

/// Where a quoted text that opened with `escapes` backslashes before its quote ends; it may go over line breaks.
fn closing(text: &str, open: usize, quote: u8, escapes: usize) -> usize {
    let mut before = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate().skip(open) {
        if byte == quote && before <= escapes {
            return at - before;
        }
        before = if byte == b'\\' { before + 1 } else { 0 };
    }
    text.len()
}

/// A block scalar: the lines below that are indented more than the key's line.
fn block(text: &str, colon: usize, start: usize) -> Option<Span> {
    // In front of the key stands its indent and nothing else.
    let key = text.as_bytes()[..colon].iter().rev().take(300).take_while(|&&b| b != b'\n').count();
    let mut line_start = colon - key;
    while !text.is_char_boundary(line_start) {
        line_start += 1;
    }
    let depth = indent(&text[line_start..]);
    let header = text.as_bytes()[start..].iter().take(20).position(|&b| b == b'\n')?;
    let mut at = start + header + 1;
    let begin = at;
    while at < text.len() {
        let line = text[at..].split('\n').next().unwrap_or_default();
        if !line.trim().is_empty() && indent(line) <= depth {
            break;
        }
        at += line.len() + 1;
    }
    let end = at.min(text.len());
    let lead = text[begin..end].len() - text[begin..end].trim_start().len();
    Some(Span::new(begin + lead, begin + text[begin..end].trim_end().len().max(lead)))
}

/// Base64 that starts at byte `start` and goes on over lines of nothing else; `180 bytes` is none.
fn base64(text: &str, start: usize) -> Option<Span> {
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let run = |at: usize| text.as_bytes()[at..].iter().take_while(|&&b| is_base64(b)).count();
    let first = run(start);
    if first < 8 {
        return None;
    }
    let mut end = start + first;
    loop {
        let rest = &text[end..];
        let gap = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\t', '>', '\\']).len();
        let breaks = rest[..gap].contains('\n');
        let next = end + gap;
        let len = run(next);
        let ends_line = text[next + len..].bytes().next().is_none_or(|b| matches!(b, b'\n' | b'\r'));
        if !breaks || len == 0 || !ends_line || rest[..gap].matches('\n').count() > 1 {
            return Some(Span::new(start, end));
        }
        end = next + len;
    }
}

/// The values below `data:` and `stringData:`.
fn yaml_data(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut depth = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if matches!(trimmed, "data:" | "stringData:") {
            depth = Some(indent(line));
            continue;
        }
        if depth.is_some_and(|depth| indent(line) <= depth) {
            depth = None;
        }
        if depth.is_none() {
            continue;
        }
        // A line with no key goes on with the value before it.
        let value_at =
            line.find(": ").map_or_else(|| if trimmed.ends_with(':') { line.len() } else { 0 }, |colon| colon + 2);
        let value = &line[value_at..];
        let bare = value.trim();
        if !bare.is_empty() && !matches!(bare, "|" | ">" | "|-" | ">-") {
            let lead = value.len() - value.trim_start().len();
            spans.push(Span::new(start + value_at + lead, start + value_at + lead + bare.len()));
        }
    }
    spans
}

/// The strings inside `"data": {…}` and `"stringData": {…}`.
fn json_data(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for key in ["\"data\"", "\"stringData\""] {
        let mut from = 0;
        while let Some(found) = text[from..].find(key) {
            from += found + key.len();
            let rest = text[from..].trim_start().strip_prefix(':').map(str::trim_start);
            let Some(inside) = rest.and_then(|rest| rest.strip_prefix('{')) else { continue };
            let mut at = text.len() - inside.len();
            while let Some(open) = text[at..].find(['"', '}']).map(|found| at + found) {
                if text.as_bytes()[open] == b'}' {
                    break;
                }
                let close = closing(text, open + 1, b'"', 0);
                at = (close + 1).min(text.len());
                if !text[at..].trim_start().starts_with(':') {
                    spans.push(Span::new(open + 1, close));
                }
            }
            from = from.max(at);
        }
    }
    spans
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}
