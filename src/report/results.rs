//! What somebody has done in practice cases, to hand in: ids, titles and numbers, nothing that they typed.

use super::words::results as words;
use crate::cases::Case;
use crate::content::Content;
use crate::practice::{Attempt, End, Task, Tries};
use std::fmt::Write as _;

/// The version of the JSON form.
const VERSION: u8 = 1;

/// The results as Markdown, a section for each case that was begun.
#[must_use]
pub fn results_markdown(content: &Content, done: &[(&Case, &Attempt)]) -> String {
    let mut text = format!("# {}\n", words::HEADING);
    if done.is_empty() {
        let _ = write!(text, "\n{}\n", words::NONE);
    }
    for (case, attempt) in done {
        let level = content.practice.levels.get(case.level.id()).map_or("", String::as_str);
        let title = words::case(&case.id, level, case.minutes, &case.title);
        let _ = write!(text, "\n## {title}\n\n");
        for (task, name) in [(Task::Words, words::WORDS), (Task::Cause, words::CAUSE), (Task::Repair, words::REPAIR)] {
            let _ = writeln!(text, "- {name}: {}", said(attempt.tries(task)));
        }
        let _ = writeln!(text, "- {}", words::hints(attempt.hints));
        let _ = writeln!(text, "- {}", words::outputs(case.outputs.len(), attempt.seen.len()));
    }
    text
}

fn said(tries: Tries) -> String {
    match (tries.end, tries.wrong) {
        (None, _) => words::OPEN.into(),
        (Some(End::Solved), 0) => words::FIRST_TRY.into(),
        (Some(End::Solved), 1) => words::AFTER_ONE.into(),
        (Some(End::Solved), wrong) => words::after(wrong),
        (Some(End::Shown), 0) => words::SHOWN.into(),
        (Some(End::Shown), wrong) => words::shown_after(wrong),
    }
}

/// The results as JSON: `{"version": 1, "cases": [{"id", "key", "hints", "outputs", "words", "cause", "repair"}]}`, where
/// the last three are `{"end": "solved" | "shown" | "open", "wrong": 0}`. Ids have no letter that JSON escapes.
#[must_use]
pub fn results_json(done: &[(&Case, &Attempt)]) -> String {
    let cases: Vec<String> = done
        .iter()
        .map(|(case, attempt)| {
            let seen: Vec<String> = attempt.seen.iter().map(|id| format!("\"{id}\"")).collect();
            let tasks = [("words", Task::Words), ("cause", Task::Cause), ("repair", Task::Repair)];
            let tasks = tasks.map(|(name, task)| {
                let Tries { wrong, end } = attempt.tries(task);
                let end = match end {
                    None => "open",
                    Some(End::Solved) => "solved",
                    Some(End::Shown) => "shown",
                };
                format!("\"{name}\": {{\"end\": \"{end}\", \"wrong\": {wrong}}}")
            });
            let (id, key, hints) = (&case.id, &case.key, attempt.hints);
            format!(
                "    {{\"id\": \"{id}\", \"key\": \"{key}\", \"hints\": {hints}, \"outputs\": [{}], {}}}",
                seen.join(", "),
                tasks.join(", ")
            )
        })
        .collect();
    let cases = if cases.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", cases.join(",\n")) };
    format!("{{\n  \"version\": {VERSION},\n  \"cases\": {cases}\n}}\n")
}
