//! Templates, which must be filled in before a text is YAML.
//!
//! Some stand in the way of reading, others look like values (`image: "{{ .Values.image }}"`, and `{{ x }}` is even a
//! mapping in a mapping). Inside a comment or a block scalar they are left alone: there they are another program's text.

use super::{Problem, ProblemKind};
use crate::text::Span;

/// How the templates of Helm, Go, Jinja and ERB begin.
const OPENINGS: [&str; 3] = ["{{", "{%", "<%"];

/// The first opening of a template in the bytes `span`.
pub(super) fn opening(text: &str, span: Span, line: usize) -> Option<Problem> {
    let part = span.of(text);
    let at = OPENINGS.iter().filter_map(|opening| part.find(opening)).min()?;
    let line = line + part.get(..at).map_or(0, |before| before.matches('\n').count());
    let at = span.start + at;
    Some(Problem { kind: ProblemKind::Template, line, span: Span::new(at, at + 2) })
}

/// The first opening that stands in none of the lines of comment in `span`, which was not read, on line `line` and after.
pub(super) fn opening_outside_comments(text: &str, span: Span, line: usize) -> Option<Problem> {
    let mut at = span.start;
    span.of(text).split_inclusive('\n').enumerate().find_map(|(index, part)| {
        let here = Span::new(at, at + part.len());
        at = here.end;
        let is_comment = part.trim_start().starts_with('#');
        if is_comment { None } else { opening(text, here, line + index) }
    })
}
