//! What the repair page knows besides its looks.

mod form;
mod words;

pub(crate) use form::{Edit, RepairForm};
pub(crate) use words::{WORDS, sentence, words_of};
