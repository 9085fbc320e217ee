//! Rules applied to a dissected message.

use crate::content::{Cause, Content, Rule};
use crate::message::Anatomy;
use crate::text::Span;

/// A rule that matched.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleMatch<'content> {
    /// The cause it speaks for.
    pub cause: &'content Cause,
    /// The rule.
    pub rule: &'content Rule,
    /// The words that matched, in the message.
    pub span: Span,
}

/// Every rule that matches, best first: by confidence, then rules bound to a registry, then the longer evidence, then
/// the order of the content. `registry` is the host of the image as the runtime completes it, or empty.
#[must_use]
pub fn matches<'content>(
    content: &'content Content,
    message: &str,
    anatomy: &Anatomy,
    registry: &str,
) -> Vec<RuleMatch<'content>> {
    let _ = (content, message, anatomy, registry);
    Vec::new()
}
