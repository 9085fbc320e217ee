//! The decision tree: where a person stands, recomputed from what they answered.
//!
//! Answers are kept by step id, so a change of an earlier answer keeps the later ones where they are still asked for,
//! and a link made for an older guide still finds its nearest step. [`Place`] is what a link may hold; its text form is
//! a URL fragment and can hold nothing but ids of the content.

use crate::content::{AnswerChoice, Cause, Step};
use std::collections::BTreeMap;

/// Answers by step id.
pub type Answers = BTreeMap<String, String>;

/// Where the answers lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Position<'content> {
    /// The steps answered on the way, in order, each with its answer.
    pub trail: Vec<(&'content Step, &'content AnswerChoice)>,
    /// Where the way ends.
    pub stands: Stand<'content>,
}

/// Where the way ends.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand<'content> {
    /// At a question that has no answer yet.
    Question(&'content Step),
    /// At an outcome.
    Outcome(&'content Cause),
}
