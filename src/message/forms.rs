//! Forms of wrappers, matched from left to right without going back: literal text with holes.
//!
//! A form is anchored at the beginning of the text. ASCII letters match in either case. The holes are described at
//! [`crate::content::Wrapper::forms`]. Each hole ends where its own rule says, so a match costs time in proportion to
//! the text at worst.

use crate::content::form::{Form, Hole, Piece};
use crate::text::Span;

/// A form that fits the beginning of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fit {
    /// How many bytes of the text it covers.
    pub(super) len: usize,
    /// How many of them are literal text: the more, the surer.
    pub(super) literal: usize,
    /// How many holes it fills.
    pub(super) holes: usize,
    /// Whether the literal text agrees in its capitals too.
    pub(super) same_case: bool,
    /// The image reference that stands in its first `{image}` hole.
    pub(super) image: Option<Span>,
}

/// Fits `form` to the beginning of `text`.
pub(super) fn fit(form: &Form, text: &str) -> Option<Fit> {
    let mut found = Fit { same_case: true, ..Fit::default() };
    let mut pieces = form.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let rest = &text[found.len..];
        match piece {
            Piece::Literal(literal) => {
                let start = rest.as_bytes().get(..literal.len())?;
                if !start.eq_ignore_ascii_case(literal.as_bytes()) {
                    return None;
                }
                found.same_case &= start == literal.as_bytes();
                found.len += literal.len();
                found.literal += literal.len();
            }
            Piece::Hole(hole) => {
                let behind = match pieces.peek() {
                    Some(Piece::Literal(literal)) => literal.as_str(),
                    _ => "",
                };
                let filled = fill(*hole, rest, behind)?;
                if *hole == Hole::Image && found.image.is_none() {
                    found.image = Some(unquoted(rest, filled).shifted(found.len));
                }
                found.len += filled;
                found.holes += 1;
            }
        }
    }
    Some(found)
}

/// The place of a Go-quoted string at the beginning of `text`: the content, and the end behind the closing quote.
///
/// The quotes may themselves be escaped (`\"`), as they are in a message that was quoted once more as a whole.
pub(super) fn quoted(text: &str) -> Option<(Span, usize)> {
    let bytes = text.as_bytes();
    let slashes = bytes.iter().take_while(|byte| **byte == b'\\').count();
    if bytes.get(slashes) != Some(&b'"') {
        return None;
    }
    let start = slashes + 1;
    let mut run = 0;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'\\' => run += 1,
            b'"' if run % (2 * (slashes + 1)) == slashes => return Some((Span::new(start, at - slashes), at + 1)),
            _ => run = 0,
        }
    }
    None
}

/// A hole that is filled with more than this is none: it bounds the work on texts made of the beginnings of forms.
const MAX_HOLE: usize = 4096;

/// How many bytes of `text` fill the hole, which `behind` follows.
fn fill(hole: Hole, text: &str, behind: &str) -> Option<usize> {
    let text = &text[..text.floor_char_boundary(MAX_HOLE)];
    match hole {
        Hole::Quoted => quoted(text).map(|(_, end)| end),
        Hole::Image => quoted(text).map(|(_, end)| end).or_else(|| word(text, &[':', ',', ';', '.', ')'])),
        Hole::Word => word(text, &[':']),
        Hole::Text => {
            let line = &text[..text.find('\n').unwrap_or(text.len())];
            let end = if behind.is_empty() { Some(line.len()) } else { find_ignoring_case(line, behind) };
            end.filter(|len| *len > 0)
        }
    }
}

/// The longest `<…>` that people put over a name.
const LONGEST_COVER: usize = 60;

/// The bytes up to white space or a quote, without the signs of `ends` that close them. What was put over a name,
/// `<IP ADDRESS REMOVED>`, is a part of the word.
fn word(text: &str, ends: &[char]) -> Option<usize> {
    let mut covered = 0;
    let len = text.char_indices().find_map(|(at, c)| {
        if c == '<' && at >= covered {
            covered = at + cover_len(&text[at..]);
        }
        (at >= covered && (c.is_ascii_whitespace() || c == '"')).then_some(at)
    });
    let len = len.unwrap_or(text.len());
    let len = text[..len].trim_end_matches(ends).len();
    (len > 0).then_some(len)
}

/// The bytes of the `<…>` at the beginning of `text`; 0 where there is none.
fn cover_len(text: &str) -> usize {
    let end = text.bytes().take(LONGEST_COVER).position(|byte| matches!(byte, b'>' | b'"' | b'\n'));
    end.filter(|end| text.as_bytes()[*end] == b'>').map_or(0, |end| end + 1)
}

/// The part inside the quotes of a filled `{image}` hole.
fn unquoted(text: &str, len: usize) -> Span {
    if let Some((inside, end)) = quoted(text)
        && end == len
    {
        return inside;
    }
    let word = &text[..len];
    let start = len - word.trim_start_matches(['\'', '`']).len();
    Span::new(start, word.trim_end_matches(['\'', '`']).len())
}

fn find_ignoring_case(text: &str, literal: &str) -> Option<usize> {
    let (text, literal) = (text.as_bytes(), literal.as_bytes());
    text.windows(literal.len()).position(|window| window.eq_ignore_ascii_case(literal))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn covered<'a>(form: &str, text: &'a str) -> &'a str {
        fit(&Form::parse(form), text).map_or("", |fit| &text[..fit.len])
    }

    #[test]
    fn holes_end_where_their_rule_says() {
        let pull = r#"failed to pull image "a:1": rest"#;
        assert_eq!(covered("Failed to pull image {image}", pull), r#"failed to pull image "a:1""#);
        assert_eq!(
            covered("initializing source docker://{image}", "initializing source docker://h:5/a:1: x").len(),
            36
        );
        assert_eq!(covered("rpc error: code = {word} desc =", "rpc error: code = NotFound desc = x").len(), 33);
        assert_eq!(covered("manifest for {text} not found", "manifest for <my image> not found: y").len(), 33);
        assert_eq!(covered("manifest for {text} not found", "manifest for a\n not found"), "");
        assert_eq!(covered("Get http{word}", "Get https://<HOST NAME REMOVED>/v2/: EOF").len(), 35);
        assert_eq!(covered("Get http{word}", "Get https://<HOST NAME").len(), 17);
        assert_eq!(covered("spec.containers{{text}}", "spec.containers{web}: x"), "spec.containers{web}");
    }

    #[test]
    fn quotes_may_be_escaped_at_any_depth() {
        assert_eq!(quoted(r#""a\"b" c"#), Some((Span::new(1, 5), 6)));
        assert_eq!(quoted(r#"\"a \\\"b\\\"\" c"#), Some((Span::new(2, 13), 15)));
        assert_eq!(quoted(r#""ends with \\" x"#), Some((Span::new(1, 13), 14)));
        assert_eq!(quoted(r#""open"#), None);
    }

    #[test]
    fn the_image_is_found_inside_its_quotes() {
        let text = r#"Failed to pull image \"h/a:1\": x"#;
        let image = fit(&Form::parse("Failed to pull image {image}"), text).unwrap().image.unwrap();
        assert_eq!(image.of(text), "h/a:1");
    }
}
