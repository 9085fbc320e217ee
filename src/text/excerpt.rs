use super::Span;

/// A piece of text that remembers which bytes of the source each of its bytes came from.
///
/// It is built from left to right with [`Excerpt::push`] (bytes of the source) and [`Excerpt::push_synthetic`] (bytes
/// that the source does not have, such as the space that joins two wrapped lines).
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

/// A stretch of the excerpt whose bytes are neighbours in the source too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    at: usize,
    source: usize,
    len: usize,
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
            && last.at + last.len == at
            && last.source + last.len == source
        {
            last.len += text.len();
            return;
        }
        self.runs.push(Run { at, source, len: text.len() });
    }

    /// Appends text that the source does not have.
    pub fn push_synthetic(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends the bytes `span` of another excerpt, with their places in the source.
    pub fn push_part(&mut self, other: &Self, span: Span) {
        let mut at = span.start;
        for run in &other.runs {
            let (start, end) = (run.at.max(at), (run.at + run.len).min(span.end));
            if start >= end {
                continue;
            }
            self.push_synthetic(Span::new(at, start).of(&other.text));
            self.push(Span::new(start, end).of(&other.text), run.source + (start - run.at));
            at = end;
        }
        self.push_synthetic(Span::new(at, span.end).of(&other.text));
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
        let mut found: Option<Span> = None;
        for run in &self.runs {
            let (start, end) = (run.at.max(span.start), (run.at + run.len).min(span.end));
            let touches =
                if span.is_empty() { run.at <= span.start && span.start <= run.at + run.len } else { start < end };
            if touches {
                let part = Span::new(run.source + (start - run.at), run.source + (end.max(start) - run.at));
                found = Some(
                    found.map_or(part, |so_far| Span::new(so_far.start.min(part.start), so_far.end.max(part.end))),
                );
            }
        }
        found.unwrap_or_else(|| {
            let place = self.runs.last().map_or(0, |run| run.source + run.len);
            Span::new(place, place)
        })
    }
}
