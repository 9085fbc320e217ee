//! What the parser does not tell of a place, read off the text: where blanks, properties and quotes end.

use crate::text::Span;

/// The first byte from `at` on that is neither blank nor in a comment.
pub(super) fn blanks(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']).len();
        at += blank;
        let Some(rest) = text.get(at..).filter(|rest| rest.starts_with('#')) else { return at };
        at += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }
}

/// The first byte from `at` on that is no blank, no comment and none of `signs`.
pub(super) fn past_signs(text: &str, at: usize, signs: &[char]) -> usize {
    let mut at = blanks(text, at);
    while text.get(at..).is_some_and(|rest| rest.starts_with(signs)) {
        at = blanks(text, at + 1);
    }
    at
}

/// The anchor and the tag that `span` begins with, and where what they belong to begins.
pub(super) fn properties(text: &str, span: Span) -> (Span, usize) {
    let (mut end, mut at) = (span.start, span.start);
    while at < span.end {
        let rest = Span::new(at, span.end).of(text);
        if !rest.starts_with(['&', '!']) {
            break;
        }
        let verbatim = if rest.starts_with("!<") { rest.find('>').unwrap_or(0) } else { 0 };
        let ends = [' ', '\t', '\r', '\n', ',', '[', ']', '{', '}', '\u{feff}'];
        let tail = rest.get(verbatim..).unwrap_or_default();
        end = at + verbatim + tail.find(ends).unwrap_or(tail.len());
        at = blanks(text, end).min(span.end);
    }
    (Span::new(span.start, end), at)
}

/// The content of a block scalar whose `|` or `>` stands at `at`.
pub(super) fn block_content(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let header = rest.find('\n').map_or(rest.len(), |end| end + 1);
    let content = rest.get(header..).unwrap_or_default();
    at + header + (content.len() - content.trim_start().len())
}

/// From the opening quote that `span` begins with to the closing one.
pub(super) fn quoted(text: &str, span: Span) -> Span {
    let bytes = span.of(text).as_bytes();
    let Some(&quote) = bytes.first() else { return span };
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'\\' if quote == b'"' => 2,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => 2,
            byte if byte == quote => return Span::new(span.start, span.start + at + 1),
            _ => 1,
        };
    }
    span
}
