//! The words that many texts share.

use super::Problems;
use crate::content::{CommonWords, PLACEHOLDERS};
use crate::image::HelpAbout;
use std::collections::BTreeMap;

/// The notes that `paste` makes.
const NEEDED_NOTES: [&str; 9] =
    ["empty", "too-long", "binary", "html", "cut-off", "no-messages", "manifest", "not-found", "nothing-known"];

/// All of them.
pub(super) fn check(words: &CommonWords, found: &mut Problems) {
    complete("unknown", &words.unknown, &PLACEHOLDERS, found);
    for (placeholder, words) in &words.unknown {
        found.phrase(format!("unknown.{placeholder}"), words);
    }
    complete("notes", &words.notes, &NEEDED_NOTES, found);
    for (id, text) in &words.notes {
        // The size is known wherever this note is made.
        let text = if id == "too-long" { text.replace("{size}", "17") } else { text.clone() };
        // A command stands behind a colon.
        let text = if words.note_commands.contains_key(id) { text.replace(':', ".") } else { text };
        found.sentence(format!("notes.{id}"), &text);
    }
    complete("image_help", &words.image_help, &HelpAbout::IDS, found);
    for (id, text) in &words.image_help {
        found.sentence(format!("image_help.{id}"), text);
    }
}

/// The keys must be those that are `needed`, all of them and no other.
fn complete(path: &str, words: &BTreeMap<String, String>, needed: &[&str], found: &mut Problems) {
    for id in needed.iter().filter(|id| !words.contains_key(**id)) {
        found.at(path, format!("has no `{id}`; all of these are needed: {}", needed.join(", ")));
    }
    for id in words.keys().filter(|id| !needed.contains(&id.as_str())) {
        found.at(format!("{path}.{id}"), format!("is known to nobody; there are: {}", needed.join(", ")));
    }
}
