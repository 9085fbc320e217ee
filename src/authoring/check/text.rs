//! The prose lint: sentences end, questions ask, and nothing is empty.

use super::Problems;
use crate::content::inline::{faults, unknown_placeholders};

impl Problems {
    /// One or more full sentences.
    pub(super) fn sentence(&mut self, path: impl Into<String>, text: &str) {
        let path = path.into();
        if self.words(&path, text) && !text.ends_with(['.', '!', '?']) && !text.ends_with(".)") {
            self.at(path, "is a sentence and has to end with a full stop");
        }
    }

    /// A sentence, where there is one.
    pub(super) fn optional_sentence(&mut self, path: impl Into<String>, text: Option<&str>) {
        if let Some(text) = text {
            self.sentence(path, text);
        }
    }

    /// A heading, a label or a few words: no full stop.
    pub(super) fn phrase(&mut self, path: impl Into<String>, text: &str) {
        let path = path.into();
        if self.words(&path, text) && text.ends_with(['.', ':']) {
            self.at(path, "is a heading or a label and must not end with a full stop or a colon");
        }
    }

    /// One question.
    pub(super) fn question(&mut self, path: impl Into<String>, text: &str) {
        let path = path.into();
        if self.words(&path, text) && !text.ends_with('?') {
            self.at(path, "is a question and has to end with a question mark");
        }
    }

    /// A command to copy: no markup, and no placeholder that is not known.
    pub(super) fn command(&mut self, path: impl Into<String>, command: Option<&str>) {
        let (path, Some(command)) = (path.into(), command) else { return };
        if command.trim().is_empty() {
            self.at(path, "is empty; leave the key out where there is no command");
            return;
        }
        for fault in unknown_placeholders(command) {
            self.at(path.as_str(), fault);
        }
        if command.contains('`') {
            self.at(path, "has a backtick; a command has no markup");
        }
    }

    /// Any text that people read; whether there is one.
    pub(super) fn words(&mut self, path: &str, text: &str) -> bool {
        if text.trim().is_empty() {
            self.at(path, "is empty; people read this");
            return false;
        }
        if text.trim() != text {
            self.at(path, "has white space at an end");
        }
        for fault in faults(text) {
            self.at(path, fault);
        }
        true
    }
}
