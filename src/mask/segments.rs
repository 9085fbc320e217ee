//! A text cut into pieces, by marks and by credentials.

use super::{Credential, DOTS, find};
use crate::text::Span;

/// A piece of a text that is drawn in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What to draw: the text, or dots for a credential.
    pub text: String,
    /// The mark it lies in, as the caller numbered it.
    pub mark: Option<usize>,
    /// Whether dots stand for a credential.
    pub masked: bool,
    /// The bytes of the text that it stands for.
    pub source: Span,
}

/// Cuts `text` into consecutive pieces: each lies inside or outside of every one of the `marks` (a place and the caller's
/// number for it), and each credential is one piece, inside a mark or not.
///
/// Where marks overlap, the shortest counts. A mark that begins or ends inside a credential takes all of it in; one that
/// does not fit the text is left out. The pieces' sources, put together, are the text.
#[must_use]
pub fn segments(text: &str, marks: &[(Span, usize)]) -> Vec<Segment> {
    segments_of(text, marks, &find(text))
}

/// The same with credentials that are known: in order, never overlapping, with places in `text`.
#[must_use]
pub fn segments_of(text: &str, marks: &[(Span, usize)], credentials: &[Credential]) -> Vec<Segment> {
    let marks: Vec<(Span, usize)> = marks
        .iter()
        .copied()
        .filter(|(span, _)| !span.is_empty() && text.get(span.start..span.end).is_some())
        .collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    cuts.retain(|&cut| !is_inside(credentials, cut));
    cuts.extend(credentials.iter().flat_map(|credential| [credential.span.start, credential.span.end]));
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let source = Span::new(pair[0], pair[1]);
            let masked = credentials.binary_search_by_key(&source.start, |credential| credential.span.start).is_ok();
            let touching = marks.iter().filter(|(span, _)| span.start < source.end && source.start < span.end);
            Segment {
                text: if masked { DOTS.to_owned() } else { source.of(text).to_owned() },
                mark: touching.min_by_key(|(span, _)| span.len()).map(|(_, number)| *number),
                masked,
                source,
            }
        })
        .collect()
}

/// Whether a cut would go through a credential.
fn is_inside(credentials: &[Credential], cut: usize) -> bool {
    let after = credentials.partition_point(|credential| credential.span.end <= cut);
    credentials.get(after).is_some_and(|credential| credential.span.start < cut)
}
