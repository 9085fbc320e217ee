//! A line of YAML in pieces to colour. Put together, the pieces are the line.
//!
//! It looks at one line at a time, which is all that the documents of [`super::yaml`] need: a line inside a block is
//! read as if it stood alone, so the JSON in a pull secret gets its colours too.

use super::placeholder;
use super::yaml::{LineMark, YamlLine};

/// What a piece of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A key, without its colon.
    Key,
    /// A dash, colon, bracket, comma or bar.
    Punctuation,
    /// A value in quotes.
    String,
    /// A comment.
    Comment,
    /// Everything else: plain values and spaces.
    Plain,
    /// A word that stands for a value still to fill in.
    Placeholder,
}

/// The pieces of a line, in order.
#[must_use]
pub fn tokens(line: &YamlLine) -> Vec<(TokenKind, &str)> {
    let mut tokens = Vec::new();
    let mut rest = line.text.as_str();
    let mut after_space = true;
    while !rest.is_empty() {
        let (kind, len) = next(rest, after_space);
        let (token, behind) = rest.split_at(len);
        after_space = token.ends_with([' ', '\t']);
        if line.mark == LineMark::Placeholder && kind != TokenKind::Comment {
            let piece = |(found, text)| (if found { TokenKind::Placeholder } else { kind }, text);
            tokens.extend(placeholder::split(token).into_iter().map(piece));
        } else {
            tokens.push((kind, token));
        }
        rest = behind;
    }
    tokens
}

fn next(rest: &str, after_space: bool) -> (TokenKind, usize) {
    let first = rest.chars().next().unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if blank > 0 {
        return (TokenKind::Plain, blank);
    }
    match first {
        '#' if after_space => (TokenKind::Comment, rest.len()),
        '-' | '?' if after_space && ends_word(rest, 1) => (TokenKind::Punctuation, 1),
        ':' if ends_word(rest, 1) => (TokenKind::Punctuation, 1),
        '{' | '}' | '[' | ']' | ',' => (TokenKind::Punctuation, 1),
        '|' | '>' if after_space => (TokenKind::Punctuation, 1),
        '"' | '\'' => {
            let len = quoted_len(rest, first);
            (if is_key(rest, len) { TokenKind::Key } else { TokenKind::String }, len)
        }
        _ => {
            let len = plain_len(rest);
            (if is_key(rest, len) { TokenKind::Key } else { TokenKind::Plain }, len)
        }
    }
}

/// Whether the word before byte `at` ends there.
fn ends_word(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', '\t']))
}

fn is_key(text: &str, len: usize) -> bool {
    text.get(len..).is_some_and(|behind| behind.starts_with(':')) && ends_word(text, len + 1)
}

/// Up to the closing quote, or to the end where there is none.
fn quoted_len(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if is_escaped {
            is_escaped = false;
        } else if c == '\\' && quote == '"' {
            is_escaped = true;
        } else if c == quote {
            return at + c.len_utf8();
        }
    }
    text.len()
}

/// Up to a colon that makes it a key, a space, or a comma or bracket that closes a flow; at least one character.
fn plain_len(text: &str) -> usize {
    let ends = |(at, c): &(usize, char)| match c {
        ' ' | '\t' => true,
        ':' => ends_word(text, at + 1),
        ',' | ']' | '}' => ends_word(text, at + 1),
        _ => false,
    };
    text.char_indices().skip(1).find(ends).map_or(text.len(), |(at, _)| at)
}
