//! The prose lint: sentences end, questions ask, and nothing is empty.

use super::Problems;
use crate::content::inline::{faults, open_words, unknown_placeholders};

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

    /// A command to copy, where there is one: as [`Problems::output`], and what the person has to replace is marked.
    pub(super) fn command(&mut self, path: impl Into<String>, command: Option<&str>) {
        let (path, Some(command)) = (path.into(), command) else { return };
        self.output(path.as_str(), command);
        if let Some(word) = closed_word(command) {
            self.at(path, format!("has `{word}`; a word to replace begins with `YOUR_`, by which it is marked"));
        }
    }

    /// What a command prints: no markup, and no placeholder that is not known.
    pub(super) fn output(&mut self, path: impl Into<String>, output: &str) {
        let path = path.into();
        if output.trim().is_empty() {
            self.at(path, "is empty; leave the key out where there is no command");
            return;
        }
        for fault in unknown_placeholders(output) {
            self.at(path.as_str(), fault);
        }
        if output.contains('`') {
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

/// A word of a command in capitals that looks as if the person had to replace it, and is not marked as such a word. The
/// shell's own variables, which are set in the command or have a `$`, are none.
fn closed_word(command: &str) -> Option<&str> {
    let words = command.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_' && letter != '$');
    let in_capitals =
        |word: &&str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let is_set = |word: &str| command.contains(&format!("{word}="));
    words.filter(in_capitals).find(|word| open_words(word).next().is_none() && !is_set(word))
}
