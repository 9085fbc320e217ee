//! What a Secret holds, as YAML and as JSON: the value of `.dockerconfigjson`, and all values of a Secret's data.

use super::{Credential, CredentialKind};
use crate::text::Span;

/// The keys of a pull secret.
const KEYS: [&str; 2] = [".dockerconfigjson", ".dockercfg"];
/// The keys of a Secret's data in JSON.
const JSON_KEYS: [&str; 2] = ["\"data\"", "\"stringData\""];

/// What Secrets the text holds, while it is gone through.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    /// Values of pull secrets, and where the next one can begin, for each key.
    values: Vec<Span>,
    values_from: [usize; 2],
    /// Values of data in YAML, which count where the text has a Secret; how deep the `data:` stands that is gone through.
    yaml: Vec<Span>,
    is_yaml: bool,
    depth: Option<usize>,
    /// The same in JSON, and where the next data can begin, for each key.
    json: Vec<Span>,
    json_from: [usize; 2],
    is_json: bool,
}

impl Secrets {
    /// Takes in what begins at byte `at`, which is a `.`, a `"` or a `k`.
    pub(super) fn at(&mut self, text: &str, at: usize) {
        let rest = &text[at..];
        match rest.as_bytes().first() {
            Some(b'k') => self.is_yaml |= is_kind_of_secret(rest),
            Some(b'.') => {
                for (key, from) in KEYS.iter().zip(&mut self.values_from) {
                    if at >= *from && rest.starts_with(key) {
                        *from = at + key.len();
                        if let Some(span) = value(text, *from) {
                            *from = span.end.max(*from);
                            self.values.push(span);
                        }
                    }
                }
            }
            _ => {
                self.is_json |= rest.starts_with("\"Secret\"");
                for (key, from) in JSON_KEYS.iter().zip(&mut self.json_from) {
                    if at >= *from && rest.starts_with(key) {
                        *from = json_data(text, at + key.len(), &mut self.json);
                    }
                }
            }
        }
    }

    /// Takes in the line that begins at byte `start`.
    pub(super) fn line(&mut self, text: &str, start: usize) {
        let rest = &text[start..];
        let line = &rest[..rest.find('\n').map_or(rest.len(), |end| end + 1)];
        self.depth = yaml_line(line, start, self.depth, &mut self.yaml);
    }

    /// Whether lines have to be taken in one by one.
    pub(super) fn wants_lines(&self) -> bool {
        self.depth.is_some()
    }

    /// All values, when the text is gone through.
    pub(super) fn finish(self) -> impl Iterator<Item = Credential> {
        let yaml = if self.is_yaml { self.yaml } else { Vec::new() };
        let json = if self.is_json { self.json } else { Vec::new() };
        let spans = self.values.into_iter().chain(yaml).chain(json);
        spans.map(|span| Credential { kind: CredentialKind::PullSecret, span })
    }
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

/// Adds the value on this line of YAML, which begins at byte `start`, where it stands below a `data:` that is indented
/// by `depth`; gives the depth for the next line.
fn yaml_line(line: &str, start: usize, depth: Option<usize>, values: &mut Vec<Span>) -> Option<usize> {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return depth;
    }
    let told = trimmed.split(" #").next().unwrap_or_default().trim_end();
    if let Some(rest) = ["data:", "stringData:"].iter().find_map(|key| told.strip_prefix(key)) {
        if matches!(rest.trim_start(), "" | "{") {
            return Some(indent(line));
        }
        // All of it on one line, in braces.
        if rest.trim_start().starts_with('{') {
            let open = line.find('{').map_or(line.len(), |at| at + 1);
            values.push(Span::new(start + open, start + line.trim_end().len()));
        }
    }
    let depth = depth.filter(|depth| indent(line) > *depth)?;
    // A line with no key goes on with the value before it.
    let value_at =
        line.find(": ").map_or_else(|| if trimmed.ends_with(':') { line.len() } else { 0 }, |colon| colon + 2);
    let value = &line[value_at..];
    let bare = value.trim();
    if !bare.is_empty() && !matches!(bare, "|" | ">" | "|-" | ">-") {
        let lead = value.len() - value.trim_start().len();
        values.push(Span::new(start + value_at + lead, start + value_at + lead + bare.len()));
    }
    Some(depth)
}

/// Whether `kind: Secret` begins here, with or without quotes.
fn is_kind_of_secret(rest: &str) -> bool {
    let value = rest.strip_prefix("kind:").map(|value| value.trim_start_matches([' ', '"', '\'']));
    value.is_some_and(|value| value.starts_with("Secret"))
}

/// Adds the strings inside the `{…}` behind a key that ends at byte `from`; gives where the next data can begin.
fn json_data(text: &str, from: usize, values: &mut Vec<Span>) -> usize {
    let rest = text[from..].trim_start().strip_prefix(':').map(str::trim_start);
    let Some(inside) = rest.and_then(|rest| rest.strip_prefix('{')) else { return from };
    let mut at = text.len() - inside.len();
    while let Some(open) = text[at..].find(['"', '}']).map(|found| at + found) {
        if text.as_bytes()[open] == b'}' {
            break;
        }
        let close = closing(text, open + 1, b'"', 0);
        at = (close + 1).min(text.len());
        if !text[at..].trim_start().starts_with(':') {
            values.push(Span::new(open + 1, close));
        }
    }
    from.max(at)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}
