//! How far a pull got.

use super::Problems;
use crate::content::Content;
use std::collections::BTreeSet;

/// All stages.
pub(super) fn check(content: &Content, found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (index, stage) in content.stages.iter().enumerate() {
        found.id(format!("[{index}].id"), &stage.id, &mut ids);
        for (at, id) in stage.wrappers.iter().enumerate() {
            let wrappers = content.wrappers.iter().map(|wrapper| wrapper.id.as_str());
            found.one_of(format!("[{index}].wrappers[{at}]"), id, "wrapper", wrappers);
        }
        for (at, word) in stage.words.iter().enumerate() {
            if word.is_empty() || word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                found.at(format!("[{index}].words[{at}]"), "has to be in lower case, and not empty");
            }
        }
    }
    let others = content.stages.iter().filter(|stage| stage.words.is_empty() && stage.wrappers.is_empty()).count();
    if others != 1 {
        found.at("", format!("has {others} stages without words and wrappers; one is needed, for all other errors"));
    }
}
