//! Pieces of a text that know where they come from.

use super::Span;
use std::borrow::Cow;

/// A piece of text that remembers which bytes of the source each of its bytes came from.
///
/// It is built from left to right with [`Excerpt::push`] (bytes of the source), [`Excerpt::push_decoded`] (text that
/// the source spells otherwise, such as `"` for `\"`) and [`Excerpt::push_synthetic`] (bytes that the source does not
/// have, such as the space that joins two wrapped lines). Places only grow: what is pushed later stands later.
/// While it is one piece of the source as it stands, nothing is copied: a paste may have millions of them.
///
/// ```
/// use image_pull_guide::text::{Excerpt, Span};
/// let source = "not\n  found";
/// let mut excerpt = Excerpt::default();
/// excerpt.push(&source[0..3], 0);
/// excerpt.push_synthetic(" ");
/// excerpt.push(&source[6..11], 6);
/// assert_eq!(excerpt.text(), "not found");
/// assert_eq!(excerpt.source(Span::new(4, 9)), Span::new(6, 11));
/// assert_eq!(excerpt.source(Span::new(0, 9)), Span::new(0, 11));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Excerpt<'a> {
    text: Cow<'a, str>,
    /// Where all of the text stands in the source, while it is one piece of it; `runs` is empty then.
    one: Option<usize>,
    /// The stretches of the text that have a source, in order.
    runs: Vec<Run>,
}

/// A stretch of the excerpt and the stretch of the source that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    at: Span,
    source: Span,
    /// Whether the two are the same bytes; if not, each part of `at` stands for the whole of `source`.
    exact: bool,
}

impl Run {
    /// The source of those bytes of the run that `span` touches.
    fn part(self, span: Span) -> Span {
        if !self.exact {
            return self.source;
        }
        let start = span.start.clamp(self.at.start, self.at.end);
        let end = span.end.clamp(start, self.at.end);
        Span::new(start, end).shifted(self.source.start).back(self.at.start)
    }
}

impl<'a> Excerpt<'a> {
    /// The whole of `text`, which starts at byte `source` of the source.
    #[must_use]
    pub fn verbatim(text: &'a str, source: usize) -> Self {
        if text.is_empty() {
            Self::default()
        } else {
            Self { text: Cow::Borrowed(text), one: Some(source), runs: Vec::new() }
        }
    }

    /// Appends text that stands in the source at byte `source`.
    pub fn push(&mut self, text: &'a str, source: usize) {
        if self.has_nothing() {
            *self = Self::verbatim(text, source);
        } else {
            self.copy(text, source);
        }
    }

    /// Appends text that the source spells otherwise: as its bytes `source`.
    pub fn push_decoded(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        let (own, runs) = self.parts();
        let at = Span::new(own.len(), own.len() + text.len());
        own.push_str(text);
        runs.push(Run { at, source, exact: false });
    }

    /// Appends text that the source does not have.
    pub fn push_synthetic(&mut self, text: &str) {
        if !text.is_empty() {
            self.parts().0.push_str(text);
        }
    }

    /// Appends the bytes `span` of another excerpt, with their places in the source.
    pub fn push_part(&mut self, other: &Self, span: Span) {
        if self.has_nothing() {
            *self = other.part(span);
        } else {
            self.copy_part(other, span);
        }
    }

    /// Cuts the text off at byte `len`, a character boundary.
    pub fn truncate(&mut self, len: usize) {
        if len >= self.text.len() {
            return;
        }
        match &mut self.text {
            Cow::Borrowed(text) => *text = &text[..len],
            Cow::Owned(text) => text.truncate(len),
        }
        while let Some(last) = self.runs.last_mut().filter(|last| last.at.end > len) {
            if last.at.start >= len {
                self.runs.pop();
                continue;
            }
            *last =
                Run { source: last.part(Span::new(last.at.start, len)), at: Span::new(last.at.start, len), ..*last };
        }
    }

    /// The bytes `span` as an excerpt of their own.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        if let (Cow::Borrowed(text), Some(at)) = (&self.text, self.one) {
            return Self::verbatim(span.of(text), at + span.start);
        }
        let mut part = Self::default();
        part.copy_part(self, span);
        part
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes of the source from the first to the last that `span` of this text came from.
    ///
    /// Bytes that were skipped in between (a line break, an indent) are inside the answer; an empty span is its place.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        if let Some(at) = self.one {
            let end = span.end.min(self.text.len());
            return Span::new(span.start.min(end), end).shifted(at);
        }
        let mut touched =
            self.runs_from(span.start).take_while(|run| run.at.start < span.end).map(|run| run.part(span));
        let (Some(first), false) = (touched.next(), span.is_empty()) else {
            let place = self.place(span.start);
            return Span::new(place, place);
        };
        Span::new(first.start, touched.last().map_or(first.end, |last| last.end.max(first.end)))
    }

    /// The whole of its place in the source.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.source(Span::new(0, self.text.len()))
    }

    /// The stretches that have a source: their bytes here, their bytes there, and whether the two are the same bytes.
    pub fn pieces(&self) -> impl Iterator<Item = (Span, Span, bool)> + '_ {
        let one = self.one.map(|_| (Span::new(0, self.text.len()), self.whole(), true));
        one.into_iter().chain(self.runs.iter().map(|run| (run.at, run.source, run.exact)))
    }

    /// The text and its place in the source, where it is one piece of it.
    #[must_use]
    pub fn as_one(&self) -> Option<(&'a str, usize)> {
        match (&self.text, self.one) {
            (Cow::Borrowed(text), Some(at)) => Some((text, at)),
            // Nothing needs no place.
            (Cow::Borrowed(""), None) if self.runs.is_empty() => Some(("", 0)),
            _ => None,
        }
    }

    /// The words of the bytes `span`, which are those of the source where they stand in it.
    #[must_use]
    pub fn words(&self, span: Span) -> Cow<'a, str> {
        match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(span.of(text)),
            Cow::Owned(text) => Cow::Owned(span.of(text).to_owned()),
        }
    }

    /// The same with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Excerpt<'static> {
        Excerpt { text: Cow::Owned(self.text.into_owned()), one: self.one, runs: self.runs }
    }

    fn has_nothing(&self) -> bool {
        self.text.is_empty() && self.runs.is_empty()
    }

    /// The text and its runs, to be added to.
    fn parts(&mut self) -> (&mut String, &mut Vec<Run>) {
        if let Some(at) = self.one.take() {
            let whole = Span::new(0, self.text.len());
            self.runs.push(Run { at: whole, source: whole.shifted(at), exact: true });
        }
        (self.text.to_mut(), &mut self.runs)
    }

    fn copy(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let (own, runs) = self.parts();
        let at = own.len();
        own.push_str(text);
        if let Some(last) = runs.last_mut()
            && last.exact
            && last.at.end == at
            && last.source.end == source
        {
            last.at.end += text.len();
            last.source.end += text.len();
            return;
        }
        let (at, source) = (Span::new(at, at + text.len()), Span::new(source, source + text.len()));
        runs.push(Run { at, source, exact: true });
    }

    fn copy_part(&mut self, other: &Self, span: Span) {
        if let Some(at) = other.one {
            return self.copy(span.of(&other.text), at + span.start);
        }
        let mut at = span.start;
        for run in other.runs_from(span.start) {
            let (start, end) = (run.at.start.max(at), run.at.end.min(span.end));
            if run.at.start >= span.end || start >= end {
                break;
            }
            self.push_synthetic(Span::new(at, start).of(&other.text));
            let part = Span::new(start, end);
            if run.exact {
                self.copy(part.of(&other.text), run.part(part).start);
            } else {
                self.push_decoded(part.of(&other.text), run.source);
            }
            at = end;
        }
        self.push_synthetic(Span::new(at, span.end).of(&other.text));
    }

    /// The byte of the source where byte `at` stands, or where the text before it ends.
    fn place(&self, at: usize) -> usize {
        let after = self.runs.partition_point(|run| run.at.end < at);
        match (self.runs.get(after), after.checked_sub(1).and_then(|before| self.runs.get(before))) {
            (Some(run), _) if run.at.start <= at => run.part(Span::new(at, at)).start,
            (_, Some(before)) => before.source.end,
            (run, None) => run.map_or(0, |run| run.source.start),
        }
    }

    /// The runs that end after byte `at`.
    fn runs_from(&self, at: usize) -> impl Iterator<Item = Run> + '_ {
        let first = self.runs.partition_point(|run| run.at.end <= at);
        self.runs.iter().skip(first).copied()
    }
}

/// Whether the text and all its places are the same, however they are kept.
impl PartialEq for Excerpt<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.pieces().eq(other.pieces())
    }
}

impl Eq for Excerpt<'_> {}
