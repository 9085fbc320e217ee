//! What else a paste can be about.

use super::Problems;
use crate::content::Subject;
use std::collections::BTreeSet;

/// The subjects that `diagnosis` finds without words of theirs.
const NEEDED_SUBJECTS: [&str; 2] = ["recovered", "healthy"];

/// All subjects.
pub(super) fn check(subjects: &[Subject], found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (index, subject) in subjects.iter().enumerate() {
        let path = format!("[{index}]");
        found.id(format!("{path}.id"), &subject.id, &mut ids);
        found.sentence(format!("{path}.title"), &subject.title);
        if subject.title.contains('{') {
            found.at(format!("{path}.title"), "has a placeholder; it stands where nothing is known about the pod");
        }
        found.sentence(format!("{path}.text"), &subject.text);
        let shown_by =
            [&subject.states, &subject.phases, &subject.events, &subject.begins, &subject.says, &subject.never_pulls];
        let needed = NEEDED_SUBJECTS.contains(&subject.id.as_str());
        if !needed && shown_by.iter().all(|list| list.is_empty()) {
            found.at(
                path.as_str(),
                "is shown by nothing; give it `states`, `phases`, `events`, `begins`, `says` or `never_pulls`",
            );
        }
        if subject.pulled && subject.states.is_empty() {
            found.at(format!("{path}.pulled"), "has no meaning without `states`");
        }
        if subject.pulled_once && !subject.pulled {
            found.at(format!("{path}.pulled_once"), "has no meaning without `pulled`");
        }
        let lists = [("begins", &subject.begins), ("says", &subject.says), ("never_pulls", &subject.never_pulls)];
        for (list, words) in lists {
            for (index, words) in words.iter().enumerate() {
                if words.len() < 5 || words.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    found.at(
                        format!("{path}.{list}[{index}]"),
                        "has to be words in lower case, five characters at least",
                    );
                }
            }
        }
    }
    for id in NEEDED_SUBJECTS.iter().filter(|id| !ids.contains(*id)) {
        found.at("", format!("has no `{id}`; the diagnosis needs it"));
    }
}
