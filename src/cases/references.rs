//! What is wrong with a case whose every value has its shape: between its values.

use super::{Case, CaseFault, Problem, Quote, Repair};
use crate::content::Content;
use crate::document;

/// Collects all of it. `others` are the cases of the file before it.
pub(super) fn check(content: &Content, case: &Case, others: &[Case], line: usize, found: &mut Vec<Problem>) {
    let mut at = |path: String, fault, facts| found.push(Problem { line, path, fault, facts });
    if others.iter().any(|other| other.id == case.id) {
        at("id".into(), CaseFault::IdTwice, vec![("found", case.id.clone())]);
    }
    let ids = || case.outputs.iter().map(|output| output.id.as_str());
    for (index, id) in ids().enumerate() {
        if ids().take(index).any(|before| before == id) {
            at(format!("outputs[{index}].id"), CaseFault::IdTwice, vec![("found", id.to_owned())]);
        }
    }
    let named = [("right", &case.words.right), ("tempting", &case.words.tempting)];
    for (name, quotes) in named {
        for (index, quote) in quotes.iter().enumerate() {
            let path = format!("words.{name}[{index}]");
            let Some(output) = case.output(&quote.output) else {
                let facts = vec![("found", quote.output.clone()), ("allowed", ids().collect::<Vec<_>>().join(", "))];
                at(format!("{path}.output"), CaseFault::UnknownOutput, facts);
                continue;
            };
            let most = output.text.lines().map(|line| line.matches(quote.words.as_str()).count()).max();
            if most != Some(1) {
                let facts = vec![("found", quote.words.clone()), ("output", quote.output.clone())];
                at(format!("{path}.words"), CaseFault::WordsNotThere, facts);
            }
        }
    }
    for (index, quote) in case.words.tempting.iter().enumerate() {
        let is_same = |right: &&Quote| right.output == quote.output && right.words == quote.words;
        if case.words.right.iter().any(|right| is_same(&right)) {
            let facts = vec![("found", quote.words.clone())];
            at(format!("words.tempting[{index}].words"), CaseFault::WordsTwice, facts);
        }
    }
    let mut causes = vec![("cause.is".to_owned(), case.cause.is.as_str())];
    let tempting = case.cause.tempting.iter().enumerate();
    causes.extend(tempting.map(|(index, cause)| (format!("cause.tempting[{index}].id"), cause.id.as_str())));
    for (index, (path, id)) in causes.iter().enumerate() {
        if content.cause(id).is_none() {
            let allowed: Vec<&str> = content.causes.iter().map(|cause| cause.id.as_str()).collect();
            at(path.clone(), CaseFault::UnknownCause, vec![("found", (*id).into()), ("allowed", allowed.join(", "))]);
        } else if causes[..index].iter().any(|(_, before)| before == id) {
            at(path.clone(), CaseFault::CauseTwice, vec![("found", (*id).into())]);
        }
    }
    let mut texts = vec![("manifests", &case.manifests)];
    match &case.repair {
        Repair::Edit { solution, .. } => texts.push(("repair.solution", solution)),
        Repair::Choose { choices, .. } => {
            if !choices.iter().any(|choice| choice.right) {
                at("repair.choices".into(), CaseFault::NoneRight, Vec::new());
            }
            if choices.iter().all(|choice| choice.right) {
                at("repair.choices".into(), CaseFault::NoneWrong, Vec::new());
            }
        }
    }
    for (path, text) in texts {
        if let Some(problem) = document::read(text).problem() {
            at(path.into(), CaseFault::ManifestUnread, vec![("line", problem.line.to_string())]);
        }
    }
}
