use super::Span;

/// A piece of text that remembers which bytes of the source each of its bytes came from.
///
/// It is built from left to right with [`Excerpt::push`] (bytes of the source), [`Excerpt::push_decoded`] (text that
/// the source spells otherwise, such as `"` for `\"`) and [`Excerpt::push_synthetic`] (bytes that the source does not
/// have, such as the space that joins two wrapped lines). Places only grow: what is pushed later stands later.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    text: String,
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

impl Excerpt {
    /// The whole of `text`, which starts at byte `source` of the source.
    #[must_use]
    pub fn verbatim(text: &str, source: usize) -> Self {
        let mut excerpt = Self::default();
        excerpt.push(text, source);
        excerpt
    }

    /// Appends text that stands in the source at byte `source`.
    pub fn push(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.runs.last_mut()
            && last.exact
            && last.at.end == at
            && last.source.end == source
        {
            last.at.end += text.len();
            last.source.end += text.len();
            return;
        }
        self.runs.push(Run {
            at: Span::new(at, at + text.len()),
            source: Span::new(source, source + text.len()),
            exact: true,
        });
    }

    /// Appends text that the source spells otherwise: as its bytes `source`.
    pub fn push_decoded(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        self.runs.push(Run { at: Span::new(at, at + text.len()), source, exact: false });
    }

    /// Appends text that the source does not have.
    pub fn push_synthetic(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends the bytes `span` of another excerpt, with their places in the source.
    pub fn push_part(&mut self, other: &Self, span: Span) {
        let mut at = span.start;
        for run in other.runs_from(span.start) {
            let (start, end) = (run.at.start.max(at), run.at.end.min(span.end));
            if run.at.start >= span.end || start >= end {
                break;
            }
            self.push_synthetic(Span::new(at, start).of(&other.text));
            let part = Span::new(start, end);
            if run.exact {
                self.push(part.of(&other.text), run.part(part).start);
            } else {
                self.push_decoded(part.of(&other.text), run.source);
            }
            at = end;
        }
        self.push_synthetic(Span::new(at, span.end).of(&other.text));
    }

    /// Cuts the text off at byte `len`, a character boundary.
    pub fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
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
        let mut part = Self::default();
        part.push_part(self, span);
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
        let mut touched =
            self.runs_from(span.start).take_while(|run| run.at.start < span.end).map(|run| run.part(span));
        let (Some(first), false) = (touched.next(), span.is_empty()) else {
            let place = self.place(span.start);
            return Span::new(place, place);
        };
        Span::new(first.start, touched.last().map_or(first.end, |last| last.end.max(first.end)))
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

    /// The whole of its place in the source.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.source(Span::new(0, self.text.len()))
    }

    /// The stretches that have a source: their bytes here, their bytes there, and whether the two are the same bytes.
    pub fn pieces(&self) -> impl Iterator<Item = (Span, Span, bool)> + '_ {
        self.runs.iter().map(|run| (run.at, run.source, run.exact))
    }

    /// The runs that end after byte `at`.
    fn runs_from(&self, at: usize) -> impl Iterator<Item = Run> + '_ {
        let first = self.runs.partition_point(|run| run.at.end <= at);
        self.runs.iter().skip(first).copied()
    }
}
