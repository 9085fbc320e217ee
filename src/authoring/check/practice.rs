//! The words around practice cases, and their list.

use super::Problems;
use crate::cases::{Case, CaseFault, Level};
use crate::content::PracticeWords;

/// The placeholders that the words for a problem may hold.
const PLACEHOLDERS: [&str; 7] = ["allowed", "found", "least", "line", "missing", "most", "output"];

pub(super) fn check(words: &PracticeWords, found: &mut Problems) {
    for (id, label) in &words.levels {
        found.one_of(format!("levels.{id}"), id, "level", Level::ALL.map(|(id, _)| id));
        found.phrase(format!("levels.{id}"), label);
    }
    for (id, _) in Level::ALL.iter().filter(|(id, _)| !words.levels.contains_key(*id)) {
        found.at("levels", format!("has no `{id}`"));
    }
    for (id, text) in &words.problems {
        found.one_of(format!("problems.{id}"), id, "problem", CaseFault::ALL.iter().map(|fault| fault.id()));
        let text = text.replace("{why}", "x.");
        let filled = PLACEHOLDERS.iter().fold(text, |text, name| text.replace(&format!("{{{name}}}"), "x"));
        found.sentence(format!("problems.{id}"), &filled);
    }
    for fault in CaseFault::ALL.iter().filter(|fault| !words.problems.contains_key(fault.id())) {
        found.at("problems", format!("has no `{}`", fault.id()));
    }
    let other = &words.other_words;
    let texts = [
        ("wrapper", &other.wrapper),
        ("same_line", &other.same_line),
        ("other_line", &other.other_line),
        ("other_output", &other.other_output),
    ];
    for (name, text) in texts {
        found.sentence(format!("other_words.{name}"), &text.replace("{about}", "x."));
    }
}

/// The list and the files have to name the same cases.
pub(super) fn check_list(words: &PracticeWords, cases: &[Case], found: &mut Problems) {
    for (index, id) in words.cases.iter().enumerate() {
        found.one_of(format!("cases[{index}]"), id, "file in cases/", cases.iter().map(|case| case.id.as_str()));
    }
    for case in cases.iter().filter(|case| !words.cases.contains(&case.id)) {
        found.at("cases", format!("does not name `{}`, which has a file in cases/", case.id));
    }
}
