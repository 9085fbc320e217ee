//! What becomes of a text that comes into the box: read at once or in slices, kept or refused.

use super::Model;
use crate::content::Content;
use crate::diagnosis::{Diagnosis, NOT_AN_IMAGE_PULL, diagnose};
use crate::mask;
use crate::paste::{self, InputKind, Note};
use crate::ui::browser::FileText;
use crate::ui::pasted::Pasted;
use std::rc::Rc;

/// The reading of a text that is too long to be read at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Its number among all.
    pub number: u32,
    /// How much is read, of 100.
    pub percent: u8,
    /// Whether the text is that of a file.
    pub(super) of_file: bool,
}

/// Texts of more bytes are read in slices, so that the page does not stand still.
pub(crate) const READ_AT_ONCE: usize = 256 * 1024;

impl Model {
    /// Takes a file over like a paste. What is no text, or too long to read, does not get into the box.
    pub(super) fn given(&mut self, file: FileText) {
        match file {
            FileText::Text { text, .. } => self.took(text.into(), true),
            FileText::TooLong(bytes) => self.refused(Note::TooLong { bytes }),
            FileText::Unreadable => self.refused(Note::Binary),
        }
    }

    /// A file that does not get into the box, and why.
    fn refused(&mut self, note: Note) {
        self.diagnosed(Pasted::default());
        self.diagnosis = Some(Rc::new(Diagnosis {
            kind: InputKind::Unrecognised,
            notes: vec![note],
            cause: NOT_AN_IMAGE_PULL.into(),
            also: Vec::new(),
            failures: Vec::new(),
            looks_like: None,
        }));
    }

    /// A text to read: at once, or in slices where it is long. One that is too long is refused at once.
    pub(super) fn took(&mut self, text: Pasted, of_file: bool) {
        self.stopped = false;
        if (READ_AT_ONCE + 1..=paste::MAX_BYTES).contains(&text.len()) {
            self.readings += 1;
            self.reading = Some(Reading { number: self.readings, percent: 0, of_file });
            (self.text, self.diagnosis, self.chosen) = (text, None, 0);
            self.credentials = Rc::default();
            return;
        }
        self.diagnosed(text);
        if let Some(diagnosis) = self.diagnosis.clone().filter(|_| of_file) {
            self.settle(diagnosis, of_file);
        }
    }

    /// What the text in the box means. That of a file is taken out again where it is none to read.
    pub(super) fn settle(&mut self, diagnosis: Rc<Diagnosis>, of_file: bool) {
        let stops = |note: &&Note| matches!(note, Note::Binary | Note::TooLong { .. });
        let refused = diagnosis.notes.iter().find(stops).filter(|_| of_file && diagnosis.failures.is_empty());
        match refused.cloned() {
            Some(note) => self.refused(note),
            None => (self.diagnosis, self.reading) = (Some(diagnosis), None),
        }
    }

    fn diagnosed(&mut self, text: Pasted) {
        let content = Content::embedded();
        // A text that is too long to read is not searched either: nothing of it is drawn but the box.
        let is_read = text.len() <= paste::MAX_BYTES;
        self.credentials = if is_read { mask::find(&text).into() } else { Rc::default() };
        self.diagnosis =
            (!text.trim().is_empty()).then(|| Rc::new(diagnose(content, &paste::read(content, &text), &text)));
        self.text = text;
        self.reading = None;
        self.chosen = 0;
    }
}
