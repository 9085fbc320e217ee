//! What became of the text: which of its bytes stand where, after several rounds of changes.

use super::plan::Change;
use super::{Explanation, TextEdit};
use crate::text::Span;

#[derive(Clone, Debug)]
enum Piece {
    Old(Span),
    // Empty where bytes only went: the place must not be forgotten.
    New { text: String, path: String, explanation: Explanation },
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Old(span) => span.len(),
            Self::New { text, .. } => text.len(),
        }
    }

    /// The first `len` bytes of it and the rest.
    fn split(self, len: usize) -> (Self, Self) {
        match self {
            Self::Old(span) => {
                let middle = (span.start + len).min(span.end);
                (Self::Old(Span::new(span.start, middle)), Self::Old(Span::new(middle, span.end)))
            }
            Self::New { mut text, path, explanation } => {
                let rest = if text.is_char_boundary(len) { text.split_off(len) } else { String::new() };
                (Self::New { text, path: path.clone(), explanation }, Self::New { text: rest, path, explanation })
            }
        }
    }
}

/// The text as pieces of the one before and pieces that are new.
#[derive(Debug)]
pub(super) struct Pieces {
    pieces: Vec<Piece>,
    len: usize,
}

impl Pieces {
    pub(super) fn of(text: &str) -> Self {
        Self { pieces: vec![Piece::Old(Span::new(0, text.len()))], len: text.len() }
    }

    /// Makes changes that are in order and do not overlap, in the coordinates of the text as it is now.
    pub(super) fn replace(&mut self, changes: Vec<Change>) {
        let mut old = std::mem::take(&mut self.pieces).into_iter();
        let mut rest: Option<Piece> = None;
        let mut at = 0;
        // Takes the pieces up to byte `end`; they are kept or dropped.
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
                rest = left;
                if let Some(kept) =
                    kept.as_deref_mut().filter(|_| !matches!(piece, Piece::Old(span) if span.is_empty()))
                {
                    kept.push(piece);
                }
            }
        };
        let mut pieces = Vec::new();
        for Change { span, text, path, explanation } in changes {
            take(span.start, Some(&mut pieces));
            take(span.end, None);
            pieces.push(Piece::New { text, path, explanation });
        }
        take(usize::MAX, Some(&mut pieces));
        self.pieces = pieces;
    }

    /// The changes in the coordinates of the text before all rounds; those that touch are one.
    pub(super) fn edits(&self) -> Vec<TextEdit> {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut open: Option<TextEdit> = None;
        let mut at = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Old(span) => {
                    edits.extend(closed(&mut open, at, span.start));
                    at = span.end;
                }
                Piece::New { text, path, explanation } => match &mut open {
                    Some(edit) => edit.replacement.push_str(text),
                    None => {
                        open = Some(TextEdit {
                            span: Span::new(at, at),
                            replacement: text.clone(),
                            path: path.clone(),
                            explanation: *explanation,
                        });
                    }
                },
            }
        }
        edits.extend(closed(&mut open, at, self.len));
        edits
    }
}

/// The change that ends where old bytes go on at `next`.
fn closed(open: &mut Option<TextEdit>, at: usize, next: usize) -> Option<TextEdit> {
    let mut edit = open.take()?;
    edit.span = Span::new(at, next);
    (!(edit.span.is_empty() && edit.replacement.is_empty())).then_some(edit)
}
