//! The words about pull secrets.

use super::Problems;
use crate::content::SecretCheckWords;

/// The placeholders that such a sentence may hold.
const PLACEHOLDERS: [&str; 8] = ["account", "expected", "found", "name", "registry", "server", "type", "when"];

/// All of them. That there is one for each id, and no other, is seen by a test: the ids stand in the code.
pub(super) fn check(words: &SecretCheckWords, found: &mut Problems) {
    for (id, label) in &words.aspects {
        found.phrase(format!("aspects.{id}"), label);
    }
    let faults = words
        .faults
        .iter()
        .flat_map(|(id, fault)| [(format!("faults.{id}.text"), &fault.text), (format!("faults.{id}.fix"), &fault.fix)]);
    let passed = words.passed.iter().map(|(id, text)| (format!("passed.{id}"), text));
    let missing = words.missing.iter().map(|(id, text)| (format!("missing.{id}"), text));
    for (path, text) in passed.chain(faults).chain(missing) {
        let filled = PLACEHOLDERS.iter().fold(text.clone(), |text, name| text.replace(&format!("{{{name}}}"), "x"));
        found.sentence(path, &filled.replace("{\"auths\": …}", "x"));
    }
}
