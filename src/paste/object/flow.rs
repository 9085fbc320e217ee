//! Objects in brackets: JSON, and YAML in flow style (`kubectl -o kyaml`). Read line by line, token by token.

use crate::paste::quoted;
use crate::text::Span;

/// What stands next on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `{` or `[`.
    Open,
    /// `}` or `]`.
    Close,
    /// A key: its bytes, without quotes.
    Key(Span),
    /// A value that is no object and no list: its bytes, without quotes, and whether it was quoted.
    Value(Span, bool),
    /// A quoted value that the line does not close: where its bytes begin.
    Unclosed(usize),
}

/// The token at byte `at` of `text` or behind it, and where the next one begins.
pub(super) fn next(text: &str, at: usize) -> Option<(Token, usize)> {
    let rest = text.get(at..)?;
    let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':')).len();
    let start = at + skipped;
    let first = *text.as_bytes().get(start)?;
    let (span, end, is_quoted) = match first {
        b'{' | b'[' => return Some((Token::Open, start + 1)),
        b'}' | b']' => return Some((Token::Close, start + 1)),
        b'#' => return None,
        b'"' | b'\'' => {
            let end = quoted::end(text, start + 1, first);
            if end >= text.len() {
                return Some((Token::Unclosed(start + 1), text.len()));
            }
            (Span::new(start + 1, end), end + 1, true)
        }
        _ => {
            let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}' | '[' | ']' | ':' | '"');
            let len = text[start..].find(ends).unwrap_or(text.len() - start).max(1);
            // A host or a time has colons of its own.
            let len = if text[start + len..].starts_with(": ") || text[start + len..].trim_end() == ":" {
                len
            } else {
                text[start..].find([',', '{', '}', '[', ']', '"']).unwrap_or(text.len() - start).max(1)
            };
            let len = text[start..start + text[start..].floor_char_boundary(len)].trim_end().len().max(1);
            (Span::new(start, start + len), start + len, false)
        }
    };
    let behind = text[end..].trim_start();
    if behind.starts_with(':') && (is_quoted || behind.len() == 1 || behind[1..].starts_with(char::is_whitespace)) {
        let colon = text.len() - behind.len();
        return Some((Token::Key(span), colon + 1));
    }
    Some((Token::Value(span, is_quoted), end))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut at = 0;
        let mut all = Vec::new();
        while let Some((token, end)) = next(text, at) {
            assert!(end > at, "{text:?} at {at}");
            at = end;
            all.push(match token {
                Token::Open => "(".into(),
                Token::Close => ")".into(),
                Token::Key(span) => format!("{}:", span.of(text)),
                Token::Value(span, _) => span.of(text).to_owned(),
                Token::Unclosed(start) => format!("{}~", &text[start..]),
            });
        }
        all
    }

    #[test]
    fn json_and_kyaml_are_the_same_tokens() {
        let expected = ["(", "kind:", "Pod", "items:", "(", "(", "a:", "b: {c}", ")", ")", "n:", "3", ")"];
        assert_eq!(tokens(r#"{"kind": "Pod", "items": [{"a":"b: {c}"}], "n": 3}"#), expected);
        assert_eq!(tokens(r#"{kind: "Pod", items: [{a: "b: {c}",}], n: 3,}"#), expected);
    }

    #[test]
    fn what_is_cut_or_odd_ends() {
        assert_eq!(tokens(r#""message": "Failed to pull"#), ["message:", "Failed to pull~"]);
        assert_eq!(tokens("image: h.example:5000/a:1, x"), ["image:", "h.example:5000/a:1", "x"]);
        assert_eq!(tokens("}}:::,,é[ü"), [")", ")", "é", "(", "ü"]);
        assert_eq!(tokens(r#""a" : {"#), ["a:", "("]);
    }
}
