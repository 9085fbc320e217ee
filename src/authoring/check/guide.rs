//! The decision tree: every answer leads on, every step is reached, and every way ends soon.

use super::Problems;
use crate::content::{AnswerRoute, Cause, Content, FindOut, GuideContent, Step};
use std::collections::{BTreeMap, BTreeSet};

/// More questions than this nobody answers.
const MOST_QUESTIONS: usize = 6;
/// Keys of a link that mean something else.
const RESERVED: [&str; 3] = ["view", "cause", "repair"];

/// The guide alone.
pub(super) fn check(guide: &GuideContent, found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (index, step) in guide.steps.iter().enumerate() {
        let path = format!("steps[{index}]");
        found.id(format!("{path}.id"), &step.id, &mut ids);
        if RESERVED.contains(&step.id.as_str()) {
            found.at(format!("{path}.id"), format!("is `{}`, which has a meaning of its own in links", step.id));
        }
        found.question(format!("{path}.question"), &step.question);
        found.sentence(format!("{path}.hint"), &step.hint);
        check_answers(step, &path, found);
        check_find_out(&step.find_out, step, &format!("{path}.find_out"), found);
    }
}

fn check_answers(step: &Step, path: &str, found: &mut Problems) {
    found.at_least(&format!("{path}.answers"), &step.answers, 2);
    let mut ids = BTreeSet::new();
    for (index, choice) in step.answers.iter().enumerate() {
        let path = format!("{path}.answers[{index}]");
        found.id(format!("{path}.id"), &choice.id, &mut ids);
        found.phrase(format!("{path}.label"), &choice.label);
        found.phrase(format!("{path}.short"), &choice.short);
        match choice.routes.split_last() {
            None => found.at(format!("{path}.routes"), "is empty, a dead end; an answer leads to a step or an outcome"),
            Some((last, _)) if !last.when.is_empty() => {
                found.at(
                    format!("{path}.routes"),
                    "ends with a condition, a dead end where it fails; the last route has none",
                );
            }
            Some((_, before)) if before.iter().any(|route| route.when.is_empty()) => {
                found.at(
                    format!("{path}.routes"),
                    "has a route without a condition before the last; what follows it is never used",
                );
            }
            Some(_) => {}
        }
        for (index, route) in choice.routes.iter().enumerate() {
            let path = format!("{path}.routes[{index}]");
            if route.step.is_some() == route.outcome.is_some() {
                found.at(path.as_str(), "must have either `step` or `outcome`");
            }
            if route.outcome.is_none() && (route.title.is_some() || route.summary.is_some()) {
                found.at(path.as_str(), "has `title` or `summary`, which only an outcome shows");
            }
            if route.title.is_some() && route.summary.is_none() {
                found.at(
                    path.as_str(),
                    "has a `title` and no `summary`; where the heading differs, so does what it means",
                );
            }
            if let Some(title) = &route.title {
                found.phrase(format!("{path}.title"), title);
            }
            if let Some(summary) = &route.summary {
                found.sentence(format!("{path}.summary"), summary);
            }
        }
    }
}

fn check_find_out(find_out: &FindOut, step: &Step, path: &str, found: &mut Problems) {
    found.sentence(format!("{path}.text"), &find_out.text);
    found.command(format!("{path}.command"), find_out.command.as_deref());
    found.sentence(format!("{path}.otherwise.text"), &find_out.otherwise.text);
    if let Some(id) = &find_out.otherwise.answer {
        let answers = step.answers.iter().map(|answer| answer.id.as_str());
        found.one_of(format!("{path}.otherwise.answer"), id, "answer of this step", answers);
    }
    found.at_least(&format!("{path}.read"), &find_out.read, 2);
    for (index, reading) in find_out.read.iter().enumerate() {
        let path = format!("{path}.read[{index}]");
        found.phrase(format!("{path}.see"), &reading.see);
        found.sentence(format!("{path}.means"), &reading.means);
        if let Some(answer) = &reading.answer {
            found.one_of(format!("{path}.answer"), answer, "answer of this step", answer_ids(step));
        }
    }
}

/// Where the answers lead, over the whole guide.
pub(super) fn check_ways(content: &Content, found: &mut Problems) {
    let (guide, before) = (&content.guide, found.list.len());
    found.one_of("start".into(), &guide.start, "step", guide.steps.iter().map(|step| step.id.as_str()));
    for (path, route) in routes(guide) {
        if let Some(step) = &route.step {
            found.one_of(format!("{path}.step"), step, "step", guide.steps.iter().map(|step| step.id.as_str()));
        }
        if let Some(cause) = &route.outcome {
            found.one_of(format!("{path}.outcome"), cause, "cause", guide.causes.iter().map(String::as_str));
        }
        check_answers_named(content, &route.when, &format!("{path}.when"), found);
    }
    let Some(first) = content.step(&guide.start) else { return };
    let mut reached = BTreeSet::new();
    walk(content, &guide.start, &mut Vec::new(), &mut reached, found);
    for (index, step) in guide.steps.iter().enumerate() {
        if !reached.contains(step.id.as_str()) {
            found.at(format!("steps[{index}]"), format!("`{}` is never asked; no answer leads to it", step.id));
        }
    }
    // Where ways lead nowhere or never end, that is the fault.
    if found.list.len() == before {
        let mut taken = Vec::new();
        take(content, first, &mut Vec::new(), &mut taken);
        for (path, route) in routes(guide) {
            if !taken.iter().any(|other| std::ptr::eq(*other, route)) {
                found.at(path, "is never taken: no way has the answers that its condition asks for");
            }
        }
    }
}

/// Follows the ways as answers take them; `given` holds the answers before.
fn take<'content>(
    content: &'content Content,
    step: &'content Step,
    given: &mut Vec<(&'content str, &'content str)>,
    taken: &mut Vec<&'content AnswerRoute>,
) {
    for choice in &step.answers {
        given.push((&step.id, &choice.id));
        let fits = |route: &&AnswerRoute| {
            route.when.iter().all(|(step, answer)| given.contains(&(step.as_str(), answer.as_str())))
        };
        if let Some(route) = choice.routes.iter().find(fits) {
            if !taken.iter().any(|other| std::ptr::eq(*other, route)) {
                taken.push(route);
            }
            if let Some(next) = route.step.as_deref().and_then(|id| content.step(id)) {
                take(content, next, given, taken);
            }
        }
        given.pop();
    }
}

/// The answers that a cause's words settle: they exist, and all of them are on one way.
pub(super) fn check_known(content: &Content, cause: &Cause, found: &mut Problems) {
    check_answers_named(content, &cause.known, "known", found);
    let mut used: Vec<(&str, &str)> = Vec::new();
    let mut step = content.step(&content.guide.start);
    while let Some(at) = step.filter(|at| used.iter().all(|(seen, _)| *seen != at.id)) {
        let choice = cause.known.get(&at.id).and_then(|id| at.answers.iter().find(|choice| choice.id == *id));
        let Some(choice) = choice else { break };
        used.push((&at.id, &choice.id));
        let fits = |route: &&AnswerRoute| route.when.iter().all(|(step, answer)| used.contains(&(step, answer)));
        let route = choice.routes.iter().find(fits);
        step = route.and_then(|route| content.step(route.step.as_deref()?));
    }
    let unasked = cause.known.keys().filter(|_| content.step(&content.guide.start).is_some());
    for id in unasked.filter(|id| used.iter().all(|(seen, _)| seen != id)) {
        found.at(format!("known.{id}"), "is not asked after the answers before it, so it leads nowhere");
    }
}

fn check_answers_named(content: &Content, answers: &BTreeMap<String, String>, path: &str, found: &mut Problems) {
    for (id, answer) in answers {
        match content.step(id) {
            Some(step) => found.one_of(format!("{path}.{id}"), answer, "answer of this step", answer_ids(step)),
            None => {
                let steps = content.guide.steps.iter().map(|step| step.id.as_str());
                found.one_of(format!("{path}.{id}"), id, "step", steps);
            }
        }
    }
}

/// Follows every route from a step, whatever its conditions; `way` holds the steps before it.
fn walk<'content>(
    content: &'content Content,
    id: &str,
    way: &mut Vec<&'content str>,
    reached: &mut BTreeSet<&'content str>,
    found: &mut Problems,
) {
    let Some(step) = content.step(id) else { return };
    if way.contains(&step.id.as_str()) {
        found.at("steps", format!("a way comes back to where it was and never ends: {}, {id}", way.join(", ")));
        return;
    }
    way.push(&step.id);
    reached.insert(&step.id);
    if way.len() > MOST_QUESTIONS {
        found.at("steps", format!("a way asks more than {MOST_QUESTIONS} questions: {}", way.join(", ")));
    } else {
        let next: BTreeSet<&str> =
            step.answers.iter().flat_map(|choice| &choice.routes).filter_map(|route| route.step.as_deref()).collect();
        for id in next {
            walk(content, id, way, reached, found);
        }
    }
    way.pop();
}

fn routes(guide: &GuideContent) -> impl Iterator<Item = (String, &AnswerRoute)> {
    guide.steps.iter().enumerate().flat_map(|(step_index, step)| {
        step.answers.iter().enumerate().flat_map(move |(answer_index, choice)| {
            choice.routes.iter().enumerate().map(move |(index, route)| {
                (format!("steps[{step_index}].answers[{answer_index}].routes[{index}]"), route)
            })
        })
    })
}

fn answer_ids(step: &Step) -> impl Iterator<Item = &str> {
    step.answers.iter().map(|choice| choice.id.as_str())
}
