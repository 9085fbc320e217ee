//! The markup of sentences: `` `code` ``, `**strong**` and `{placeholders}`, and nothing else.
//!
//! ```
//! use image_pull_guide::content::{Content, Facts, Inline, command, fill};
//! let facts = Facts::default().with("image", "nginx:foo");
//! assert_eq!(fill(Content::embedded(), "See `{image}`.", &facts), [
//!     Inline::Text("See ".into()), Inline::Code("nginx:foo".into()), Inline::Text(".".into()),
//! ]);
//! assert_eq!(command("docker pull {image} # {pod}", &facts), "docker pull nginx:foo # YOUR_POD");
//! ```

use super::{Content, Facts, PLACEHOLDERS};
use std::ops::Range;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Something to be read letter by letter: a name, a command, a message.
    Code(String),
    /// Words with weight.
    Strong(String),
}

impl Inline {
    /// The words, without their markup.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Code(text) | Self::Strong(text) => text,
        }
    }
}

/// The pieces of a sentence with its placeholders filled in; never fails, and shows broken markup as it is written.
///
/// A value that is not known is said in general words ("your image"), which are never code.
#[must_use]
pub fn fill(content: &Content, text: &str, facts: &Facts) -> Vec<Inline> {
    let mut filled: Vec<Inline> = Vec::new();
    for (marks, inner) in pieces(text) {
        let starts_sentence = match filled.last() {
            None => true,
            Some(Inline::Text(before)) => before.ends_with(". "),
            Some(_) => false,
        };
        let piece = match marks {
            Marks::Code => match unknown_alone(inner, facts) {
                Some(placeholder) => Inline::Text(words(content, placeholder, starts_sentence)),
                None => Inline::Code(replace(inner, |name, _, _| value_or_capitals(name, facts))),
            },
            Marks::Strong => Inline::Strong(in_sentence(content, inner, facts, starts_sentence)),
            Marks::None => Inline::Text(in_sentence(content, inner, facts, starts_sentence)),
        };
        match (filled.last_mut(), piece) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, piece) if piece.text().is_empty() => {}
            (_, piece) => filled.push(piece),
        }
    }
    filled
}

/// The same sentence without markup, for titles and labels that cannot hold any.
#[must_use]
pub fn plain(content: &Content, text: &str, facts: &Facts) -> String {
    fill(content, text, facts).iter().map(Inline::text).collect()
}

/// A command with its placeholders filled in, safe to copy: a value that is not known, or that a shell could take for
/// more than one plain word, stays a word in capitals (`YOUR_NAMESPACE`) for the person to replace: see [`open_words`].
#[must_use]
pub fn command(text: &str, facts: &Facts) -> String {
    replace(text, |name, _, _| match facts.get(name) {
        Some(value) if is_plain_word(value) => value.into(),
        _ => open_word(name),
    })
}

/// What every word begins with that stands for a value nobody knows yet: `YOUR_POD`.
const OPEN: &str = "YOUR_";

/// The words of a text that stand for a value nobody knows yet: `YOUR_` and more letters in capitals, with underscores.
/// No cluster takes one for a name, and a person sees what is left to fill in.
pub fn open_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let letters = |from: usize| {
        let word = text.as_bytes().get(from..).unwrap_or_default();
        word.iter().take_while(|letter| letter.is_ascii_uppercase() || **letter == b'_').count()
    };
    let word = move |(at, _)| at..at + OPEN.len() + letters(at + OPEN.len());
    // `YOUR_YOUR_POD` is one word.
    let mut end = 0;
    text.match_indices(OPEN).map(word).filter(move |word| {
        let is_own = word.start >= end && word.len() > OPEN.len();
        end = word.end.max(end);
        is_own
    })
}

fn open_word(name: &str) -> String {
    OPEN.to_owned() + &name.to_uppercase()
}

/// What is wrong with the markup of a sentence.
#[must_use]
pub fn faults(text: &str) -> Vec<String> {
    let mut faults = unknown_placeholders(text);
    faults.extend(mark_faults(text));
    faults
}

/// What is wrong with the marks of a sentence, whatever stands in braces.
#[must_use]
pub fn mark_faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (marks, inner) in pieces(text) {
        match marks {
            Marks::None if inner.contains('`') => {
                faults.push("has a backtick that is not closed; code stands between two".into());
            }
            Marks::None if inner.contains("**") => {
                faults.push("has `**` that is not closed; strong words stand between two".into());
            }
            Marks::Strong if inner.contains('`') => {
                faults.push("has code inside strong words; use one or the other".into());
            }
            Marks::Code | Marks::Strong if inner.trim().is_empty() => faults.push("has markup around nothing".into()),
            _ => {}
        }
    }
    faults
}

/// The `{words}` of a sentence or a command that are no placeholders.
#[must_use]
pub fn unknown_placeholders(text: &str) -> Vec<String> {
    let mut unknown = Vec::new();
    let _ = replace(text, |name, known, _| {
        if !known {
            unknown.push(format!("has `{{{name}}}`; the placeholders are {}", PLACEHOLDERS.join(", ")));
        }
        String::new()
    });
    unknown
}

/// How a stretch of a sentence is marked.
#[derive(Clone, Copy)]
enum Marks {
    None,
    Code,
    Strong,
}

/// The stretches of a sentence, without their marks. A mark that is not closed is plain text.
fn pieces(text: &str) -> Vec<(Marks, &str)> {
    let mut pieces = Vec::new();
    let (mut rest, mut plain) = (text, 0);
    while let Some(found) = rest.get(plain..).and_then(|tail| tail.find(['`', '*'])).map(|at| at + plain) {
        let (before, tail) = rest.split_at(found);
        let (marks, mark) = if tail.starts_with("**") { (Marks::Strong, "**") } else { (Marks::Code, "`") };
        let inner = tail.strip_prefix(mark).and_then(|open| open.split_once(mark));
        if let Some((inner, after)) = inner {
            pieces.push((Marks::None, before));
            pieces.push((marks, inner));
            (rest, plain) = (after, 0);
        } else {
            plain = found + if tail.starts_with("**") { 2 } else { 1 };
        }
    }
    pieces.push((Marks::None, rest));
    pieces
}

/// `text` with every `{word}` replaced by what `value` gives for it; a word that is no placeholder stays as it is.
/// A word is lower-case letters and `_`, so `{.spec}` and `{"\n"}` of a `kubectl` command are not touched.
/// `value` is given the word, whether it is a placeholder, and the text in front of it.
fn replace(text: &str, mut value: impl FnMut(&str, bool, &str) -> String) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('{') {
        replaced.push_str(before);
        let name = tail.split_once('}').map(|(name, _)| name).unwrap_or_default();
        let is_word = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let known = PLACEHOLDERS.contains(&name);
        let filled = if is_word { value(name, known, &replaced) } else { String::new() };
        rest = if is_word && known {
            replaced.push_str(&filled);
            tail.get(name.len() + 1..).unwrap_or_default()
        } else {
            replaced.push('{');
            tail
        };
    }
    replaced.push_str(rest);
    replaced
}

/// Words of a sentence, filled in; the general words for what is not known begin with a capital at its start.
fn in_sentence(content: &Content, text: &str, facts: &Facts, starts_sentence: bool) -> String {
    replace(text, |name, _, before| {
        let capital = before.ends_with(". ") || (before.is_empty() && starts_sentence);
        facts.get(name).map_or_else(|| words(content, name, capital), str::to_owned)
    })
}

fn words(content: &Content, placeholder: &str, capital: bool) -> String {
    let words = content.unknown(placeholder);
    match words.split_at_checked(1) {
        Some((first, rest)) if capital => first.to_uppercase() + rest,
        _ => words.into(),
    }
}

/// The placeholder that is the whole of `code` and has no value.
fn unknown_alone<'text>(code: &'text str, facts: &Facts) -> Option<&'text str> {
    let name = code.strip_prefix('{')?.strip_suffix('}')?;
    (PLACEHOLDERS.contains(&name) && facts.get(name).is_none()).then_some(name)
}

fn value_or_capitals(name: &str, facts: &Facts) -> String {
    facts.get(name).map_or_else(|| open_word(name), str::to_owned)
}

/// Whether a shell takes `value` for exactly one word, and no program takes it for an option.
fn is_plain_word(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._/:@-".contains(&byte))
        && !value.starts_with(['-', '@'])
}
