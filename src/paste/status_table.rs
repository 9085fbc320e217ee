//! `kubectl get pods`: a pod and its status on each line, no messages.
//!
//! The status is the reason of a container, `Init:` in front of it for an init container. It can be a sentence, so a row
//! is read from both ends: the name and `0/1` from the left, the age and the restarts from the right.

use super::age;
use super::model::{ContainerReport, PodReport};
use crate::text::{Excerpt, Span, place_in};

/// Whether `text` is the header of such a table.
pub(super) fn is_header(text: &str) -> bool {
    let has = |word: &str| text.split_whitespace().any(|part| part.trim_matches(['_', '*']) == word);
    text.len() < 400 && text.contains("READY") && has("NAME") && has("READY") && has("STATUS")
}

/// Whether `text` is a pod's row.
pub(super) fn is_row(text: &str) -> bool {
    cells(text).is_some()
}

/// Where the cells stand in the text.
struct Cells<'a> {
    namespace: &'a str,
    name: &'a str,
    status: Span,
}

fn cells(text: &str) -> Option<Cells<'_>> {
    let text = text.trim_end_matches(['_', '*']);
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let second = words.next()?;
    let (namespace, name, ready) = if is_ready(second) {
        ("", first, second)
    } else {
        (first, second, words.next().filter(|word| is_ready(word))?)
    };
    if !is_name(name) || !(namespace.is_empty() || is_name(namespace)) {
        return None;
    }
    let start = place_in(text, ready).end;
    let rest = &text[start..];
    let status_start = start + rest.len() - rest.trim_start().len();
    if status_start >= text.len() {
        return None;
    }
    // Behind the status: restarts (with the time of the last one in brackets), age, and the wide columns. An age may be
    // cut; a status of one word ends all the same.
    let after = &text[status_start..];
    let mut end = status_start + one_word_len(after).unwrap_or(after.len());
    for (at, word) in words_with_places(after).skip(1) {
        let behind = after[at + word.len()..].trim_start();
        let is_count = word.bytes().all(|b| b.is_ascii_digit());
        let aged =
            behind.is_empty() || age::leading(behind).is_some() || behind.starts_with('(') || behind.starts_with('<');
        if is_count && aged {
            end = status_start + after[..at].trim_end().len();
            break;
        }
    }
    let status = text[status_start..end].trim_end();
    Some(Cells { namespace, name, status: Span::new(status_start, status_start + status.len()) })
}

/// The bytes of the status of one word, such as `ImagePullBackOff`, that cells follow; `None` for a sentence.
fn one_word_len(text: &str) -> Option<usize> {
    let word = text.split_whitespace().next()?;
    let is_status = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'/'));
    let behind = &text[word.len()..];
    let has_cells = behind.starts_with("  ") || behind.starts_with('\t') || {
        let next = behind.split_whitespace().next().unwrap_or_default();
        !next.is_empty() && next.bytes().all(|b| b.is_ascii_digit())
    };
    (is_status && has_cells).then_some(word.len())
}

/// The words of `text` with the byte each starts at.
fn words_with_places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (place_in(text, word).start, word))
}

/// `0/1`, the containers that are ready.
fn is_ready(word: &str) -> bool {
    word.split_once('/').is_some_and(|(ready, all)| {
        let number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        number(ready) && number(all)
    })
}

fn is_name(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'<' | b'>' | b'/'))
}

/// Reads a row; `None` where it is none.
pub(super) fn pod<'a>(text: &Excerpt<'a>) -> Option<PodReport<'a>> {
    let all = text.text();
    let start = all.len() - all.trim_start().len();
    let cells = cells(all.trim())?;
    let mut status = cells.status.shifted(start);
    let init = status.of(all).strip_prefix("Init:");
    if let Some(reason) = init.filter(|reason| !reason.starts_with(|c: char| c.is_ascii_digit())) {
        status.start = status.end - reason.len();
    }
    let reason = text.part(status);
    let state = match reason.text() {
        "Running" => "Running",
        "Completed" | "Error" | "OOMKilled" => "Terminated",
        "Pending" | "Terminating" | "Evicted" | "Unknown" => "",
        _ => "Waiting",
    };
    let message = if reason.text().contains(' ') { reason.clone() } else { Excerpt::default() };
    let words = |cell: &str| text.words(place_in(all, cell));
    let container =
        ContainerReport { init: init.is_some(), state: state.into(), reason, message, ..ContainerReport::default() };
    Some(PodReport {
        name: words(cells.name.trim_start_matches("pod/")),
        namespace: words(cells.namespace),
        containers: vec![container],
        ..PodReport::default()
    })
}
