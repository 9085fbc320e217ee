//! The answer for people: what it is, how sure that is, the words that say so, and what to do next.

use crate::words::answer as words;
use image_pull_guide::content::{Cause, Confidence, Content, Facts, command, plain};
use image_pull_guide::diagnosis::{Diagnosis, Failure, NOT_AN_IMAGE_PULL, facts};
use image_pull_guide::guide::Telling;
use image_pull_guide::mask::masked;
use std::io::{self, Write};

/// More failures than this are counted and not shown.
const MAX_SHOWN: usize = 5;

/// Prints the answer; `replaced` where bytes of the input were not UTF-8.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn print(diagnosis: &Diagnosis, replaced: bool, out: &mut impl Write) -> io::Result<()> {
    let content = Content::embedded();
    match diagnosis.failures.first() {
        Some(first) if diagnosis.cause != NOT_AN_IMAGE_PULL => {
            failure(content, first, out)?;
            others(content, &diagnosis.failures[1..], out)?;
        }
        _ => nothing_fails(content, diagnosis, out)?,
    }
    notes(content, diagnosis, out)?;
    if replaced {
        writeln!(out, "\n{}", words::note(words::REPLACED))?;
    }
    Ok(())
}

fn failure(content: &Content, failure: &Failure, out: &mut impl Write) -> io::Result<()> {
    let facts = facts(content, failure);
    let Some(telling) = Telling::of_failure(content, failure) else { return writeln!(out, "{}", failure.cause) };
    writeln!(out, "{}", masked(&plain(content, telling.heading, &facts)))?;
    writeln!(out)?;
    for (name, value) in
        [(words::IMAGE, &failure.image), (words::POD, &failure.pod), (words::CONTAINER, &failure.container)]
    {
        if !value.is_empty() {
            writeln!(out, "  {name:<10} {}", masked(value))?;
        }
    }
    writeln!(out, "  {:<10} {}", words::SURE, sure(failure))?;
    if let Some(help) = &failure.image_help {
        let sentence = content.words.image_help.get(help.about.id()).map_or("", String::as_str);
        writeln!(out, "\n{}", words::note(plain(content, sentence, &facts)))?;
        if let Some(image) = &help.reference {
            writeln!(out, "{}", words::did_you_mean(masked(image)))?;
        }
    }
    let said: Vec<_> = failure.evidence.iter().chain(&failure.last_words).collect();
    if !said.is_empty() {
        writeln!(out, "\n{}", if failure.last_words.is_some() { words::LAST_WORDS } else { words::EVIDENCE })?;
        for evidence in said {
            let said = masked(&evidence.text.replace('\n', " "));
            writeln!(out, "  {}", words::evidence_line(evidence.line, said))?;
        }
    }
    writeln!(out, "\n{}", masked(&plain(content, telling.summary, &facts)))?;
    if !telling.ways.is_empty() {
        writeln!(out, "\n{}", words::WAYS)?;
        for way in telling.ways {
            writeln!(out, "  - {}", masked(&plain(content, way, &facts)))?;
        }
    }
    if !telling.also.is_empty() {
        writeln!(out, "\n{}", words::ALSO)?;
        for also in &telling.also {
            writeln!(out, "  - {}", also.title)?;
        }
    }
    next(content, telling.cause, &facts, out)
}

/// The first thing to do, with its command.
fn next(content: &Content, cause: &Cause, facts: &Facts, out: &mut impl Write) -> io::Result<()> {
    let Some(check) = cause.confirm.first() else { return Ok(()) };
    writeln!(out, "\n{}", words::next(masked(&plain(content, &check.text, facts))))?;
    if let Some(next) = &check.command {
        for line in command(next, facts).lines() {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

fn others(content: &Content, others: &[Failure], out: &mut impl Write) -> io::Result<()> {
    if others.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", words::OTHERS)?;
    for other in others.iter().take(MAX_SHOWN) {
        let title = content.cause(&other.cause).map_or(other.cause.as_str(), |cause| &cause.title);
        let place = [&other.pod, &other.container, &other.image].map(String::as_str).map(masked);
        let place: Vec<_> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let say = if other.recovered { words::other_recovered } else { words::other };
        writeln!(out, "  - {}", say(place.join(", "), title))?;
    }
    if others.len() > MAX_SHOWN {
        writeln!(out, "  - {}", words::more(others.len() - MAX_SHOWN))?;
    }
    Ok(())
}

fn nothing_fails(content: &Content, diagnosis: &Diagnosis, out: &mut impl Write) -> io::Result<()> {
    let told = |text: &str| masked(&plain(content, text, &Facts::default()));
    let heading = content.cause(NOT_AN_IMAGE_PULL).map_or(NOT_AN_IMAGE_PULL, |cause| &cause.verdict);
    writeln!(out, "{}", told(heading))?;
    let answer = diagnosis.notes.iter().find(|note| note.is_the_answer());
    let note = answer.map(|note| note.text(content));
    let subject = diagnosis.looks_like.as_ref().and_then(|it| content.subject(&it.subject));
    let instead = note.as_deref().or(subject.map(|subject| subject.title.as_str())).unwrap_or(words::INSTEAD);
    writeln!(out, "\n{}", told(instead))?;
    match answer.and_then(|note| note.command(content, &Facts::default())) {
        Some(run) => writeln!(out, "  {run}"),
        None => Ok(()),
    }
}

/// What is odd about the paste and changes how its answer is to be taken.
fn notes(content: &Content, diagnosis: &Diagnosis, out: &mut impl Write) -> io::Result<()> {
    for note in diagnosis.notes.iter().filter(|note| !note.is_the_answer()) {
        writeln!(out, "\n{}", words::note(plain(content, &note.text(content), &Facts::default())))?;
        let facts = diagnosis.failures.first().map(|failure| facts(content, failure)).unwrap_or_default();
        if let Some(run) = note.command(content, &facts) {
            writeln!(out, "  {run}")?;
        }
    }
    Ok(())
}

fn sure(failure: &Failure) -> &'static str {
    match failure.confidence {
        Confidence::High => words::SURE_HIGH,
        Confidence::Medium if failure.also.is_empty() => words::SURE_MEDIUM,
        Confidence::Medium => words::SURE_MEDIUM_ALSO,
        Confidence::Low => words::SURE_LOW,
    }
}
