//! Rules applied to a dissected message.
//!
//! A rule reads the deciding layer alone, in lower case, so that no keyword in a wrapper, in another try or in a body
//! can speak. What was peeled counts only by its id (`within`, `not_within`).

mod pattern;

pub use pattern::SECRET;

use crate::content::{Cause, Content, Rule};
use crate::message::Anatomy;
use crate::text::Span;
use std::cmp::Reverse;
use std::ops::Range;

/// A rule that matched.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleMatch<'content> {
    /// The cause it speaks for.
    pub cause: &'content Cause,
    /// The rule.
    pub rule: &'content Rule,
    /// The words that decided, in the message: the match, from the wrapper on that the rule asks for.
    pub span: Span,
    /// The pull secrets that they name, in the message.
    pub secret: Option<Span>,
}

/// Every rule that matches, best first: by confidence, then rules bound to a registry, then rules bound to a wrapper,
/// then the longer match, then the order of the content. `registry` is the host of the image as the runtime completes
/// it, or empty.
#[must_use]
pub fn matches<'content>(
    content: &'content Content,
    message: &str,
    anatomy: &Anatomy,
    registry: &str,
) -> Vec<RuleMatch<'content>> {
    let Some(deciding) = anatomy.deciding() else { return Vec::new() };
    let words = without_full_stop(deciding.span.of(message)).to_ascii_lowercase();
    let mut found: Vec<(usize, RuleMatch)> = Vec::new();
    for (cause, rule) in content.rules_for(&words) {
        if bound_elsewhere(content, rule, anatomy, registry) {
            continue;
        }
        if let Some((matched, secret)) = pattern::matched(rule, &words) {
            let in_message = |range: &Range<usize>| Span::new(range.start, range.end).shifted(deciding.span.start);
            let span = in_message(&matched);
            let start = context(rule, anatomy).unwrap_or(span.start);
            let secret = secret.as_ref().map(in_message);
            found.push((matched.len(), RuleMatch { cause, rule, span: Span::new(start, span.end), secret }));
        }
    }
    found.sort_by_key(|(len, found)| {
        let rule = found.rule;
        Reverse((rule.confidence, !rule.registries.is_empty(), !rule.within.is_empty(), *len))
    });
    found.into_iter().map(|(_, found)| found).collect()
}

/// `words` without the one sign that ends a sentence; dots that stand for a rest stay.
fn without_full_stop(words: &str) -> &str {
    let bare = words.trim_end().strip_suffix(['.', '!']);
    bare.filter(|bare| !bare.ends_with(['.', '!'])).unwrap_or(words)
}

/// Whether the rule asks for another surrounding or another registry.
fn bound_elsewhere(content: &Content, rule: &Rule, anatomy: &Anatomy, registry: &str) -> bool {
    let peeled = |ids: &[String]| ids.iter().any(|id| anatomy.peeled(id).is_some());
    (!rule.within.is_empty() && !peeled(&rule.within))
        || peeled(&rule.not_within)
        || (!rule.registries.is_empty()
            && !content.registry_of(registry).is_some_and(|known| rule.registries.contains(&known.id)))
}

/// Where the wrapper begins that the rule asks for: its words decide together with the match.
fn context(rule: &Rule, anatomy: &Anatomy) -> Option<usize> {
    rule.within.iter().filter_map(|id| Some(anatomy.peeled(id)?.span.start)).min()
}
