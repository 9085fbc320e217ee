//! The decision tree as a picture: boxes, lines and labels with their places, for whoever draws it.
//!
//! [`tree()`] puts the questions in order, [`draw`] gives everything its place, and [`svg`] writes a file of it. The page draws
//! the same [`Drawing`] with links in it. All lengths are user units, which are CSS pixels where nothing scales the picture.

mod layout;
mod measure;
pub mod svg;
mod tree;

pub use layout::{Drawing, Edge, Frame, Line, Node, Part, Point, Target, draw};
pub use measure::Type;
pub use tree::{Asked, End, Way, When, tree};

use crate::content::{Content, Facts, plain};

/// How questions are set.
pub const QUESTION: Type = Type { size: 14, leading: 18, bold: true };
/// How answers and outcomes are set.
pub const TEXT: Type = Type { size: 13, leading: 16, bold: false };

/// What is said of an answer that depends on earlier ones.
#[derive(Clone, Copy)]
pub struct Words {
    /// An answer, and the earlier answer that it comes after.
    pub after: fn(&str, &str) -> String,
    /// An answer, where none of its other ways fits.
    pub otherwise: fn(&str) -> String,
}

impl Way<'_> {
    /// An answer, with the condition of this way; `text` is one of the answer's own texts.
    #[must_use]
    pub fn said(
        &self,
        content: &Content,
        text: impl Fn(&crate::content::AnswerChoice) -> &str,
        words: Words,
    ) -> String {
        let answer = plain(content, text(self.answer), &Facts::default());
        match &self.when {
            When::Always => answer,
            When::Otherwise => (words.otherwise)(&answer),
            When::After(earlier) => earlier
                .iter()
                .fold(answer, |said, earlier| (words.after)(&said, &plain(content, &earlier.short, &Facts::default()))),
        }
    }
}
