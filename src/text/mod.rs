//! Places in the pasted text.
//!
//! Everything the guide says about a paste can be shown in the paste itself. Two small types make that possible:
//! [`Span`], a range of bytes, and [`Excerpt`], a piece of text taken out of the paste (unwrapped, unquoted, joined from
//! several lines) that still knows where each of its bytes came from.

mod decode;
mod excerpt;
pub mod markup;

pub use decode::{Decoded, decode};
pub use excerpt::Excerpt;

/// A range of bytes, end exclusive, in the text it was found in. Both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// How many bytes it covers.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same bytes, counted from `offset` bytes earlier.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The same bytes, counted from `offset` bytes later; what lies before that place is cut off.
    #[must_use]
    pub fn back(self, offset: usize) -> Self {
        Self { start: self.start.saturating_sub(offset), end: self.end.saturating_sub(offset) }
    }

    /// The covered part of `text`; empty where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Whether `text` begins with `start`, which is in lower case, in any case.
#[must_use]
pub fn begins(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|here| here.eq_ignore_ascii_case(start.as_bytes()))
}

/// The bytes of `all` that `part` is, a part that was taken from it; an empty one at the start where it is none.
#[must_use]
pub fn place_in(all: &str, part: &str) -> Span {
    let at = (part.as_ptr() as usize).wrapping_sub(all.as_ptr() as usize);
    if at > all.len() || at + part.len() > all.len() { Span::default() } else { Span::new(at, at + part.len()) }
}
