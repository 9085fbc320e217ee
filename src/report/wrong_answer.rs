//! A report of an answer that is wrong, for the people who make the guide.

use super::words::wrong as words;
use super::{Cleaner, on_one_line};
use crate::content::{Confidence, Content};
use crate::diagnosis::Diagnosis;
use crate::mask::{self, DOTS};
use crate::text::Span;
use std::fmt::Write as _;

/// The most bytes of the text that are reported.
const MOST: usize = 48 * 1024;
/// The most failures.
const FAILURES: usize = 20;

/// What was found in `text`, and the text itself without credentials; `version` is that of the guide.
#[must_use]
pub fn wrong_answer(
    content: &Content,
    diagnosis: &Diagnosis,
    text: &str,
    version: &str,
    leave_out_names: bool,
) -> String {
    let mut cleaner = Cleaner::of(content, &diagnosis.failures, leave_out_names);
    let mut out = format!("{}\n\n{}\n{}\n", words::EXPECTED, words::version(version), words::kind(diagnosis.kind.id()));
    for failure in diagnosis.failures.iter().take(FAILURES) {
        let cause = &failure.cause;
        let line = match (failure.evidence.first(), &failure.last_words) {
            (Some(evidence), _) => words::found(cause, confidence(failure.confidence), &evidence.rule),
            (None, Some(last)) => words::found_last_words(cause, cleaner.clean(&on_one_line(&failure.quoted(last)))),
            (None, None) => words::found_nothing(cause),
        };
        let _ = writeln!(out, "{line}");
        if !failure.also.is_empty() {
            let _ = writeln!(out, "{}", words::also(failure.also.join(", ")));
        }
        if failure.recovered {
            let _ = writeln!(out, "{}", words::RECOVERED);
        }
    }
    if diagnosis.failures.is_empty() {
        let _ = writeln!(out, "{}", words::found_nothing(&diagnosis.cause));
    }
    let evidence = diagnosis.failures.first().and_then(|failure| failure.evidence.first());
    let shown = part(text, evidence.map(|evidence| evidence.span.start));
    let _ = writeln!(out, "\n{}\n", words::TEXT);
    out.push_str(cleaner.clean(&masked_within(text, shown)).trim_end());
    out.push('\n');
    if shown.len() < text.len() {
        let _ = writeln!(out, "{}", words::SHORTENED);
    }
    out
}

/// The part of the text without its credentials. They are looked for in all of it: half a key is none to look at.
fn masked_within(text: &str, part: Span) -> String {
    let mut masked = String::with_capacity(part.len());
    let mut kept = part.start;
    for credential in mask::find(text).into_iter().map(|credential| credential.span) {
        if credential.end <= kept || credential.start >= part.end {
            continue;
        }
        masked.push_str(Span::new(kept, credential.start.max(kept)).of(text));
        masked.push_str(DOTS);
        kept = credential.end.min(part.end);
    }
    masked.push_str(Span::new(kept, part.end).of(text));
    masked
}

/// Whole lines of a text that is too long to report: those before and behind the place that matters.
fn part(text: &str, place: Option<usize>) -> Span {
    if text.len() <= MOST {
        return Span::new(0, text.len());
    }
    let from = place.unwrap_or_default().saturating_sub(MOST / 2);
    let line_from = |at: usize| text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\n'));
    let start = if from == 0 { 0 } else { line_from(from).map_or(text.len(), |line| from + line + 1) };
    let most = (start + MOST).min(text.len());
    let end = text.as_bytes().get(start..most).and_then(|rest| rest.iter().rposition(|byte| *byte == b'\n'));
    Span::new(start, end.map_or(start, |line| start + line + 1))
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Span, masked_within, part};

    #[test]
    fn a_long_text_is_cut_between_lines_around_the_place_that_matters() {
        let text: String = (0..20_000).map(|line| format!("line {line} é\n")).collect();
        let place = text.find("line 15000").unwrap_or_default();
        let shown = part(&text, Some(place)).of(&text);
        assert!(shown.len() <= MOST && shown.contains("line 15000 é\n"));
        assert!(shown.starts_with("line ") && shown.ends_with('\n'));
        assert!(part(&text, None).of(&text).starts_with("line 0 "));
        assert_eq!(part("x", None), Span::new(0, 1));
        assert!(part(&"x".repeat(MOST * 2), Some(7)).is_empty());
    }

    #[test]
    fn a_credential_that_is_cut_in_two_is_hidden_all_the_same() {
        let text = "a ghp_Zq7Zq7Zq7Zq7Zq7Zq7 b";
        for (from, to, expected) in
            [(0, text.len(), "a •••••• b"), (6, text.len(), "•••••• b"), (0, 9, "a ••••••"), (0, 2, "a ")]
        {
            assert_eq!(masked_within(text, Span::new(from, to)), expected);
        }
    }
}
