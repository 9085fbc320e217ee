//! The answer as JSON. Fields that the paste does not tell are empty strings, never missing.

use crate::words::input as words;
use image_pull_guide::content::Confidence;
use image_pull_guide::diagnosis::{self, Diagnosis};
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// The version of this shape.
const SCHEMA: u32 = 1;
/// The note on bytes that are not UTF-8, which only this command meets.
const NOT_UTF_8: &str = "not-utf-8";

#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    schema: u32,
    input: Input,
    cause: &'a str,
    also: &'a [String],
    image: &'a str,
    pod: &'a str,
    container: &'a str,
    failures: Vec<Failure<'a>>,
}

#[derive(Serialize)]
struct Input {
    kind: &'static str,
    notes: Vec<&'static str>,
}

#[derive(Serialize)]
struct Failure<'a> {
    pod: &'a str,
    namespace: &'a str,
    container: &'a str,
    image: &'a str,
    recovered: bool,
    cause: &'a str,
    also: &'a [String],
    confidence: Confidence,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    cause: &'a str,
    line: usize,
    start: usize,
    end: usize,
    text: &'a str,
}

/// One line of a batch.
#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Refused {
    error: String,
    line: usize,
}

impl<'a> Answer<'a> {
    /// The answer to one paste; `replaced` where bytes of it were not UTF-8.
    pub(crate) fn of(diagnosis: &'a Diagnosis, replaced: bool) -> Self {
        let mut notes: Vec<_> = diagnosis.notes.iter().map(image_pull_guide::paste::Note::id).collect();
        if replaced {
            notes.push(NOT_UTF_8);
        }
        let first = diagnosis.failures.first();
        Self {
            id: None,
            schema: SCHEMA,
            input: Input { kind: diagnosis.kind.id(), notes },
            cause: &diagnosis.cause,
            also: &diagnosis.also,
            image: first.map_or("", |first| &first.image),
            pod: first.map_or("", |first| &first.pod),
            container: first.map_or("", |first| &first.container),
            failures: diagnosis.failures.iter().map(Failure::of).collect(),
        }
    }
}

impl<'a> Failure<'a> {
    fn of(failure: &'a diagnosis::Failure) -> Self {
        Self {
            pod: &failure.pod,
            namespace: &failure.namespace,
            container: &failure.container,
            image: &failure.image,
            recovered: failure.recovered,
            cause: &failure.cause,
            also: &failure.also,
            confidence: failure.confidence,
            evidence: failure.evidence.iter().map(Evidence::of).collect(),
        }
    }
}

impl<'a> Evidence<'a> {
    fn of(evidence: &'a diagnosis::Evidence) -> Self {
        let diagnosis::Evidence { cause, line, span, text, .. } = evidence;
        Self { cause, line: *line, start: span.start, end: span.end, text }
    }
}

/// Answers each line of a batch; a line that is no case is answered with what is wrong with it.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn batch(input: &str, out: &mut impl Write) -> io::Result<()> {
    for (index, line) in input.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Case>(line) {
            Ok(case) => {
                let diagnosis = crate::answer(&case.text);
                serde_json::to_writer(&mut *out, &Answer { id: Some(&case.id), ..Answer::of(&diagnosis, false) })?;
            }
            Err(error) => {
                let refused = Refused { error: words::line(error, index + 1), line: index + 1 };
                serde_json::to_writer(&mut *out, &refused)?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}
