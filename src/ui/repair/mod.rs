//! What the repair page knows besides its looks.

mod form;
mod words;

pub(crate) use form::{Edit, KindTold, RepairForm};
pub(crate) use words::{WORDS, image_sentence, name_sentence, sentence, words_of};
