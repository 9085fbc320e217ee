//! The questions as a tree, in the order in which they are read and drawn.

use crate::content::{AnswerChoice, AnswerRoute, Cause, Content, Step};

/// A question and where its answers lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked<'content> {
    /// The question.
    pub step: &'content Step,
    /// Each way from it, in the order of the answers.
    pub ways: Vec<Way<'content>>,
}

/// One way from a question. An answer has several, where it depends on earlier answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<'content> {
    /// The answer.
    pub answer: &'content AnswerChoice,
    /// When it leads here.
    pub when: When<'content>,
    /// Where it leads.
    pub end: End<'content>,
}

/// When an answer leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum When<'content> {
    /// Always.
    Always,
    /// After these earlier answers.
    After(Vec<&'content AnswerChoice>),
    /// Where none of its other ways fits.
    Otherwise,
}

/// Where a way leads.
#[derive(Clone, Debug, PartialEq)]
pub enum End<'content> {
    /// To an outcome.
    Outcome(&'content Cause, &'content AnswerRoute),
    /// To a question that nothing else leads to.
    Below(Asked<'content>),
    /// To a question that several ways lead to; it stands by itself.
    Elsewhere(&'content Step),
}

/// The questions: the first one, and each that several ways lead to. Below them stand those that one way leads to. A
/// question never stands before one that leads to it.
#[must_use]
pub fn tree(content: &Content) -> Vec<Asked<'_>> {
    let mut order = Vec::new();
    if let Some(first) = content.step(&content.guide.start) {
        follow(content, first, &mut Vec::new(), &mut order);
    }
    order.reverse();
    let alone = |step: &&Step| step.id == content.guide.start || ways_to(content, &step.id) > 1;
    order.iter().copied().filter(alone).map(|step| asked(content, step)).collect()
}

/// Puts everything that a question leads to into `order`, and then the question itself.
fn follow<'content>(
    content: &'content Content,
    step: &'content Step,
    seen: &mut Vec<&'content str>,
    order: &mut Vec<&'content Step>,
) {
    if seen.contains(&step.id.as_str()) {
        return;
    }
    seen.push(&step.id);
    for next in routes(step).rev().filter_map(|route| content.step(route.step.as_deref()?)) {
        follow(content, next, seen, order);
    }
    order.push(step);
}

fn routes(step: &Step) -> impl DoubleEndedIterator<Item = &AnswerRoute> {
    step.answers.iter().flat_map(|answer| &answer.routes)
}

fn ways_to(content: &Content, id: &str) -> usize {
    content.guide.steps.iter().flat_map(routes).filter(|route| route.step.as_deref() == Some(id)).count()
}

fn asked<'content>(content: &'content Content, step: &'content Step) -> Asked<'content> {
    let mut ways = Vec::new();
    for answer in &step.answers {
        for route in &answer.routes {
            let next = route.step.as_deref().and_then(|id| content.step(id));
            let end = match (next, route.outcome.as_deref().and_then(|id| content.cause(id))) {
                // Content with a fault in it can lead back to where it was.
                (Some(next), _) if ways_to(content, &next.id) == 1 && next.id != content.guide.start => {
                    End::Below(asked(content, next))
                }
                (Some(next), _) => End::Elsewhere(next),
                (None, Some(cause)) => End::Outcome(cause, route),
                (None, None) => continue,
            };
            ways.push(Way { answer, when: when(content, answer, route), end });
        }
    }
    Asked { step, ways }
}

fn when<'content>(content: &'content Content, answer: &AnswerChoice, route: &'content AnswerRoute) -> When<'content> {
    if answer.routes.len() < 2 {
        return When::Always;
    }
    let earlier = route
        .when
        .iter()
        .filter_map(|(step, given)| content.step(step)?.answers.iter().find(|answer| answer.id == *given));
    let earlier: Vec<_> = earlier.collect();
    if earlier.is_empty() { When::Otherwise } else { When::After(earlier) }
}
