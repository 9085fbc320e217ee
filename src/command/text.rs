//! The answer for people: what it is, how sure that is, the words that say so, and what to do next.

use image_pull_guide::content::{Cause, Confidence, Content, Facts, command, plain};
use image_pull_guide::diagnosis::{Diagnosis, Failure, NOT_AN_IMAGE_PULL, facts};
use image_pull_guide::guide::open_ways;
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
    if replaced {
        writeln!(out, "\nNote: the input has bytes that are not UTF-8; they were replaced.")?;
    }
    Ok(())
}

fn failure(content: &Content, failure: &Failure, out: &mut impl Write) -> io::Result<()> {
    let facts = facts(content, failure);
    let Some(cause) = content.cause(&failure.cause) else { return writeln!(out, "{}", failure.cause) };
    writeln!(out, "{}", masked(&plain(&cause.verdict, &facts)))?;
    writeln!(out)?;
    for (name, value) in [("image", &failure.image), ("pod", &failure.pod), ("container", &failure.container)] {
        if !value.is_empty() {
            writeln!(out, "  {name:<10} {}", masked(value))?;
        }
    }
    writeln!(out, "  {:<10} {}", "sure?", sure(failure))?;
    if !failure.evidence.is_empty() {
        writeln!(out, "\nThe words that say so:")?;
        for evidence in &failure.evidence {
            writeln!(out, "  line {}: {}", evidence.line, masked(&evidence.text.replace('\n', " ")))?;
        }
    }
    writeln!(out, "\n{}", masked(&plain(&cause.summary, &facts)))?;
    let ways = open_ways(cause, &failure.also);
    if !ways.is_empty() {
        writeln!(out, "\nWhat can be behind it:")?;
        for way in ways {
            writeln!(out, "  - {}", masked(&plain(way, &facts)))?;
        }
    }
    if !failure.also.is_empty() {
        writeln!(out, "\nThe same words fit as well:")?;
        for also in &failure.also {
            writeln!(out, "  - {}", content.cause(also).map_or(also.as_str(), |also| &also.title))?;
        }
    }
    next(cause, &facts, out)
}

/// The first thing to do, with its command.
fn next(cause: &Cause, facts: &Facts, out: &mut impl Write) -> io::Result<()> {
    let Some(check) = cause.confirm.first() else { return Ok(()) };
    writeln!(out, "\nNext: {}", masked(&plain(&check.text, facts)))?;
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
    writeln!(out, "\nAlso in this paste:")?;
    for other in others.iter().take(MAX_SHOWN) {
        let title = content.cause(&other.cause).map_or(other.cause.as_str(), |cause| &cause.title);
        let place = [&other.pod, &other.container, &other.image].map(String::as_str).map(masked);
        let place: Vec<_> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let recovered = if other.recovered { " (it worked later)" } else { "" };
        writeln!(out, "  - {}: {title}{recovered}", place.join(", "))?;
    }
    if others.len() > MAX_SHOWN {
        writeln!(out, "  - and {} more", others.len() - MAX_SHOWN)?;
    }
    Ok(())
}

fn nothing_fails(content: &Content, diagnosis: &Diagnosis, out: &mut impl Write) -> io::Result<()> {
    let title = content.cause(NOT_AN_IMAGE_PULL).map_or(NOT_AN_IMAGE_PULL, |cause| &cause.title);
    writeln!(out, "{title}")?;
    let subject = diagnosis.looks_like.as_ref().and_then(|it| content.subject(&it.subject));
    let instead = subject.map_or(
        "If a pod cannot get its image, give this command what `kubectl describe pod NAME` prints.",
        |subject| &subject.title,
    );
    writeln!(out, "\n{instead}")
}

fn sure(failure: &Failure) -> &'static str {
    match failure.confidence {
        Confidence::High => "yes: these words are said for this cause alone",
        Confidence::Medium if failure.also.is_empty() => "likely",
        Confidence::Medium => "likely; see below for what else it can be",
        Confidence::Low => "no: the words do not tell the cause",
    }
}
