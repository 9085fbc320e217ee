//! Quoted text inside messages and logs: finding where it ends, and reading what it stands for.

use crate::text::{Excerpt, Span};

/// The end of a quoted string that starts behind its opening quote at `start`; the text's end where it is not closed.
pub(super) fn end(text: &str, start: usize, quote: u8) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b if b == quote => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The bytes `span` of `text` with one level of Go or JSON escapes read: `\"`, `\\`, `\n`, `\t`, `\u0026`, `\x26`.
pub(super) fn unescape<'a>(text: &Excerpt<'a>, span: Span) -> Excerpt<'a> {
    let all = text.text();
    let mut plain = Excerpt::default();
    let (mut kept, mut next) = (span.start, span.start);
    while let Some(found) = Span::new(next, span.end).of(all).find('\\') {
        let at = next + found;
        let (len, character) = escape(Span::new(at, span.end).of(all));
        if let Some(character) = character {
            plain.push_part(text, Span::new(kept, at));
            plain.push_decoded(character.encode_utf8(&mut [0; 4]), text.source(Span::new(at, at + len)));
            kept = at + len;
        }
        next = at + len;
    }
    plain.push_part(text, Span::new(kept, span.end));
    plain
}

/// The length of the escape that `rest` starts with, and the character it stands for.
fn escape(rest: &str) -> (usize, Option<char>) {
    let hex = |len: usize| {
        let digits = rest.get(2..2 + len).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let character = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        (if character.is_some() { 2 + len } else { 1 }, character)
    };
    match rest.as_bytes().get(1) {
        Some(b'n') => (2, Some('\n')),
        Some(b't') => (2, Some('\t')),
        Some(b'r') => (2, Some('\r')),
        Some(&b @ (b'"' | b'\\' | b'\'' | b'/')) => (2, Some(char::from(b))),
        Some(b'u') => hex(4),
        Some(b'x') => hex(2),
        _ => (1, None),
    }
}

/// The container and the pod of `container "web" in pod "web-7d4b9" is waiting to start`.
pub(super) fn waiting_to_start(text: &str) -> Option<(Span, Span)> {
    const START: &str = "container \"";
    const BETWEEN: &str = "\" in pod \"";
    let waits = text.find("\" is waiting to start")?;
    let between = text[..waits].rfind(BETWEEN)?;
    let start = text[..between].rfind(START)? + START.len();
    let (container, pod) = (Span::new(start, between), Span::new(between + BETWEEN.len(), waits));
    [container, pod].iter().all(|name| !name.is_empty() && !name.of(text).contains('"')).then_some((container, pod))
}

/// Reads escapes until no escaped quote is left: a log quotes what was quoted before.
pub(super) fn unescape_all<'a>(text: &Excerpt<'a>) -> Excerpt<'a> {
    let mut plain = text.clone();
    // Four levels are more than any program nests.
    for _ in 0..4 {
        if !plain.text().contains("\\\"") {
            break;
        }
        plain = unescape(&plain, Span::new(0, plain.text().len()));
    }
    plain
}

/// The container and the message of `failed to "StartContainer" for "web" with ErrImagePull: "…"`, the quoted error
/// inside it read; `None` where the message has no such part.
pub(super) fn start_container<'a>(message: &Excerpt<'a>) -> Option<(String, Excerpt<'a>)> {
    const STEP: &str = "\"StartContainer\" for \"";
    let text = message.text();
    let is_step = |at: &usize| text[*at..].starts_with(STEP) && text[..*at].ends_with("failed to ");
    let rest = text.match_indices('"').map(|(at, _)| at).find(is_step)? + STEP.len();
    let name_end = end(text, rest, b'"');
    let name = text.get(rest..name_end)?.to_owned();
    let open = name_end + text.get(name_end..)?.find(": \"").filter(|&at| at < 80)? + 3;
    let close = end(text, open, b'"');
    let mut plain = message.part(Span::new(0, open));
    let inside = unescape_all(&unescape(message, Span::new(open, close.min(text.len()))));
    plain.push_part(&inside, Span::new(0, inside.text().len()));
    plain.push_part(message, Span::new(close.min(text.len()), text.len()));
    Some((name, plain))
}
