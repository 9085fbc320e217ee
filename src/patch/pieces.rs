//! What became of the text: which of its bytes stand where, after several rounds of changes.

use super::changes::Change;
use super::refusal::line_of;
use super::{Explanation, TextEdit};
use crate::text::Span;

#[derive(Clone, Debug)]
enum Piece {
    Old(Span),
    // `gone` is what it stands for in the text before all rounds: empty where it only came. The text is empty where bytes
    // only went: the place must not be forgotten.
    New { text: String, gone: Span, path: String, explanation: Explanation },
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Old(span) => span.len(),
            Self::New { text, .. } => text.len(),
        }
    }

    /// The bytes of the text before all rounds that it covers.
    fn covers(&self) -> Span {
        match self {
            Self::Old(span) | Self::New { gone: span, .. } => *span,
        }
    }

    /// The first `len` bytes of it and the rest.
    fn split(self, len: usize) -> (Self, Self) {
        match self {
            Self::Old(span) => {
                let middle = (span.start + len).min(span.end);
                (Self::Old(Span::new(span.start, middle)), Self::Old(Span::new(middle, span.end)))
            }
            Self::New { mut text, gone, path, explanation } => {
                let rest = if text.is_char_boundary(len) { text.split_off(len) } else { String::new() };
                let behind = Span::new(gone.end, gone.end);
                (
                    Self::New { text, gone, path: path.clone(), explanation },
                    Self::New { text: rest, gone: behind, path, explanation },
                )
            }
        }
    }
}

/// The text as pieces of the one before and pieces that are new.
#[derive(Debug)]
pub(super) struct Pieces {
    pieces: Vec<Piece>,
}

impl Pieces {
    pub(super) fn of(text: &str) -> Self {
        Self { pieces: vec![Piece::Old(Span::new(0, text.len()))] }
    }

    /// Whether nothing has changed yet.
    pub(super) fn are_untouched(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Old(_)))
    }

    /// Makes changes that are in order and do not overlap, in the coordinates of the text as it is now.
    pub(super) fn replace(&mut self, changes: Vec<Change>) {
        let mut old = std::mem::take(&mut self.pieces).into_iter();
        let mut rest: Option<Piece> = None;
        let (mut at, mut covered) = (0, 0);
        // Takes the pieces up to byte `end`; they are kept or dropped. Tells up to where that is in the text before.
        let mut take = |end: usize, kept: Option<&mut Vec<Piece>>| {
            let mut kept = kept;
            while at < end {
                let Some(piece) = rest.take().or_else(|| old.next()) else { break };
                let (piece, left) = if at + piece.len() > end {
                    let (a, b) = piece.split(end - at);
                    (a, Some(b))
                } else {
                    (piece, None)
                };
                at += piece.len();
                covered = piece.covers().end;
                rest = left;
                if let Some(kept) =
                    kept.as_deref_mut().filter(|_| !matches!(piece, Piece::Old(span) if span.is_empty()))
                {
                    kept.push(piece);
                }
            }
            covered
        };
        let mut pieces = Vec::new();
        for Change { span, text, path, explanation } in changes {
            let start = take(span.start, Some(&mut pieces));
            let end = take(span.end, None);
            pieces.push(Piece::New { text, gone: Span::new(start, end), path, explanation });
        }
        take(usize::MAX, Some(&mut pieces));
        self.pieces = pieces;
    }

    /// The changes in the coordinates of the text before all rounds, in its order; those that touch are one where they
    /// are about the same place for the same reason.
    pub(super) fn edits(&self) -> Vec<TextEdit> {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut touches = false;
        for piece in &self.pieces {
            let Piece::New { text, gone, path, explanation } = piece else {
                touches = false;
                continue;
            };
            let same = |edit: &&mut TextEdit| touches && edit.path == *path && edit.explanation == *explanation;
            match edits.last_mut().filter(same) {
                Some(edit) => {
                    edit.replacement.push_str(text);
                    edit.span.end = gone.end;
                }
                None => edits.push(TextEdit {
                    span: *gone,
                    replacement: text.clone(),
                    path: path.clone(),
                    explanation: *explanation,
                }),
            }
            touches = true;
        }
        edits.retain(|edit| !(edit.span.is_empty() && edit.replacement.is_empty()));
        edits
    }

    /// The line in the text before all rounds of what begins at byte `at` of the text as it is now; of the place where
    /// it came, for what was not there.
    pub(super) fn line_before(&self, before: &str, at: usize) -> usize {
        let mut start = 0;
        for piece in &self.pieces {
            if at < start + piece.len() {
                let covers = piece.covers();
                return line_of(before, (covers.start + at.saturating_sub(start)).min(covers.end));
            }
            start += piece.len();
        }
        line_of(before, before.len())
    }
}
