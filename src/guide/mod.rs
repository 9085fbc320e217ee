//! The decision tree: where a person stands, recomputed from what they answered.
//!
//! Answers are kept by step id, so a change of an earlier answer keeps the later ones where they are still asked for,
//! and a link made for an older guide still finds its nearest step. [`Place`] is what a link may hold; its text form is
//! a URL fragment and can hold nothing but ids of the content.

mod place;
mod telling;

pub use place::{Place, PlaceNotice, View, own_case, own_case_name};
pub use telling::Telling;

use crate::content::{AnswerChoice, AnswerRoute, Cause, Content, FindOut, Otherwise, Step};
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
    /// At an outcome: a cause, and the route that leads to it.
    Outcome(&'content Cause, &'content AnswerRoute),
}

/// Walks from the first step as far as the answers reach.
///
/// Answers to steps that are not on the way, and answers that a step does not have, are passed over. With content that
/// did not pass its checks the way ends at a question without words and answers; it always ends.
#[must_use]
pub fn position<'content>(content: &'content Content, answers: &Answers) -> Position<'content> {
    let mut trail: Vec<(&Step, &AnswerChoice)> = Vec::new();
    let mut step = content.step(&content.guide.start).unwrap_or(&NO_STEP);
    while let Some(choice) = answers.get(&step.id).and_then(|id| step.answers.iter().find(|choice| choice.id == *id)) {
        trail.push((step, choice));
        let route = choice.routes.iter().find(|route| stands(route, &trail));
        let outcome = route.and_then(|route| Some((content.cause(route.outcome.as_deref()?)?, route)));
        if let Some((cause, route)) = outcome {
            return Position { trail, stands: Stand::Outcome(cause, route) };
        }
        let next = route.and_then(|route| content.step(route.step.as_deref()?));
        step = next.filter(|next| trail.iter().all(|(seen, _)| seen.id != next.id)).unwrap_or(&NO_STEP);
    }
    Position { trail, stands: Stand::Question(step) }
}

/// The answers with one more, or with one changed.
///
/// The later answers stay: [`position`] uses those that are still asked for, and the others come back with the answer
/// that led to them.
#[must_use]
pub fn answer(answers: &Answers, step: &str, choice: &str) -> Answers {
    let mut answers = answers.clone();
    answers.insert(step.into(), choice.into());
    answers
}

/// Every way from the first question, with where it ends: at each question and at each outcome. Shorter ways come first, and
/// of equally long ones those of earlier answers.
#[must_use]
pub fn ways(content: &Content) -> Vec<(Answers, Stand<'_>)> {
    let mut ways = vec![(Answers::new(), position(content, &Answers::new()).stands)];
    let mut at = 0;
    while let Some((given, stands)) = ways.get(at).cloned() {
        at += 1;
        let Stand::Question(step) = stands else { continue };
        ways.extend(step.answers.iter().map(|choice| {
            let given = answer(&given, &step.id, &choice.id);
            let stands = position(content, &given).stands;
            (given, stands)
        }));
    }
    ways
}

/// The question that the words of `cause` leave open, where they leave one: ask it with `cause.known` answered.
/// `also` holds the causes that the diagnosis names beside it, and `registry` is the host of the image, or empty.
#[must_use]
pub fn open_question<'content>(
    content: &'content Content,
    cause: &Cause,
    also: &[String],
    registry: &str,
) -> Option<&'content Step> {
    let settled = content.by_registry(cause, registry).is_some();
    if settled || cause.known.is_empty() || (cause.ways_need_also && also.is_empty()) {
        return None;
    }
    match position(content, &cause.known).stands {
        Stand::Question(step) => Some(step),
        Stand::Outcome(..) => None,
    }
}

/// Whether the question that stands behind these answers is the last one: whatever is answered, an outcome follows.
#[must_use]
pub fn one_question_is_left(content: &Content, answers: &Answers) -> bool {
    let Stand::Question(step) = position(content, answers).stands else { return false };
    let ends = |id: &str| matches!(position(content, &answer(answers, &step.id, id)).stands, Stand::Outcome(..));
    step.answers.iter().all(|choice| ends(&choice.id))
}

/// The ways that the words of `cause` leave open, given the causes that the diagnosis names beside it.
#[must_use]
pub fn open_ways<'cause>(cause: &'cause Cause, also: &[String]) -> &'cause [String] {
    if cause.ways_need_also && also.is_empty() { &[] } else { &cause.ways }
}

/// Whether the answers so far are what a route asks for.
fn stands(route: &AnswerRoute, trail: &[(&Step, &AnswerChoice)]) -> bool {
    route.when.iter().all(|(step, wanted)| trail.iter().any(|(seen, choice)| seen.id == *step && choice.id == *wanted))
}

/// Where a way ends that the content does not finish.
static NO_STEP: Step = Step {
    id: String::new(),
    question: String::new(),
    hint: String::new(),
    answers: Vec::new(),
    find_out: FindOut {
        text: String::new(),
        command: None,
        read: Vec::new(),
        otherwise: Otherwise { text: String::new(), answer: None },
    },
};
