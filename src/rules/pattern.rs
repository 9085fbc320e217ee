//! The patterns of rules: compiled when first needed, and only where their literal words stand in the text.

use crate::content::Rule;
use regex::Regex;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

thread_local! {
    /// By the pattern's text, so that it is right for any content; a content has few hundred patterns.
    static COMPILED: RefCell<HashMap<String, Option<Rc<Regex>>>> = RefCell::default();
}

/// The name of the group of a pattern that names pull secrets.
pub const SECRET: &str = "secret";

/// Where a rule matches `words`, which are in lower case, and where the pull secrets stand that the match names: by the
/// first of its patterns that matches, if none forbids it.
pub(super) fn matched(rule: &Rule, words: &str) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let found = rule.any.iter().enumerate().find_map(|(number, pattern)| {
        let literals = rule.literals.get(number).map_or(&[][..], Vec::as_slice);
        if !literals.is_empty() && !literals.iter().any(|literal| words.contains(literal.as_str())) {
            return None;
        }
        let regex = compiled(pattern)?;
        let whole = regex.find(words)?.range();
        let names = pattern.contains("(?<").then(|| regex.captures(words)).flatten();
        let secret = names.and_then(|names| names.name(SECRET).map(|name| name.range()));
        Some((whole, secret))
    })?;
    let forbidden = rule.none.iter().any(|pattern| compiled(pattern).is_some_and(|regex| regex.is_match(words)));
    (!forbidden).then_some(found)
}

/// A pattern that does not compile matches nothing; the content is checked when the crate is built.
fn compiled(pattern: &str) -> Option<Rc<Regex>> {
    COMPILED.with_borrow_mut(|compiled| {
        if let Some(known) = compiled.get(pattern) {
            return known.clone();
        }
        let regex = Regex::new(pattern).ok().map(Rc::new);
        compiled.insert(pattern.to_owned(), regex.clone());
        regex
    })
}
