//! The labels of the page: their names become Rust, and their texts are there.

use super::Problems;
use crate::authoring::labels::brace_fault;
use crate::authoring::source::Labels;
use crate::content::inline::mark_faults;

/// Words that cannot name a module.
const KEYWORDS: [&str; 20] = [
    "as", "box", "crate", "else", "enum", "fn", "for", "if", "impl", "in", "loop", "match", "mod", "move", "pub",
    "self", "super", "trait", "type", "use",
];

/// All labels.
pub(super) fn check(labels: &Labels, found: &mut Problems) {
    for (section, entries) in labels {
        if KEYWORDS.contains(&section.as_str()) {
            found.at(section.as_str(), "is a word of Rust; name the section otherwise");
        }
        check_name(section, section, found);
        for (key, text) in entries {
            let path = format!("{section}.{key}");
            check_name(key, &path, found);
            if text.trim().is_empty() {
                found.at(path.as_str(), "is empty; people read this");
            }
            for fault in mark_faults(text).into_iter().chain(brace_fault(text)) {
                found.at(path.as_str(), fault);
            }
        }
    }
}

fn check_name(name: &str, path: &str, found: &mut Problems) {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) || !name.bytes().all(allowed) {
        found.at(path, format!("is named `{name}`; a name is lower-case letters, digits and `_`"));
    }
}
