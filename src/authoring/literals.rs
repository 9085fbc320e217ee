//! The words that must stand in a text before a pattern can match it, worked out from the pattern.
//!
//! The page compiles a pattern only where one of its words stands in the message: most messages need few patterns.

use regex_syntax::hir::{Hir, HirKind};

/// A word shorter than this stands in too many messages to be worth a search.
const MIN_LEN: usize = 3;
/// More words than this are worse than compiling the pattern.
const MAX_WORDS: usize = 24;

/// Words of which at least one stands in every text that the pattern matches; empty where there is no such set.
#[must_use]
pub fn required(pattern: &str) -> Vec<String> {
    let mut all = regex_syntax::parse(pattern).ok().and_then(|pattern| words(&pattern)).unwrap_or_default();
    all.sort();
    all.dedup();
    if all.len() > MAX_WORDS { Vec::new() } else { all }
}

/// One of the words stands in every text that `hir` matches; `None` where that cannot be said.
fn words(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let word = std::str::from_utf8(&literal.0).ok()?;
            (word.len() >= MIN_LEN).then(|| vec![word.to_owned()])
        }
        HirKind::Capture(capture) => words(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => words(&repetition.sub),
        // The part with the longest shortest word throws out most texts.
        HirKind::Concat(parts) => {
            parts.iter().filter_map(words).max_by_key(|set| set.iter().map(String::len).min().unwrap_or_default())
        }
        HirKind::Alternation(ways) => {
            let sets: Option<Vec<_>> = ways.iter().map(words).collect();
            sets.map(|sets| sets.concat())
        }
        _ => None,
    }
}
