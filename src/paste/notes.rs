//! What is odd about a paste as a whole.

use super::model::{Event, InputKind, Note, PodReport};
use crate::text::{Span, begins, markup};

/// What the bytes of `input` say, of which `controls` are control characters.
pub(super) fn of_bytes(input: &str, controls: usize) -> Vec<Note> {
    let mut notes = Vec::new();
    // What another encoding was read as UTF-8 is full of this sign.
    let replaced = input.matches(char::REPLACEMENT_CHARACTER).count() * char::REPLACEMENT_CHARACTER.len_utf8();
    if input.contains('\0') || controls * 50 > input.len() || replaced * 10 > input.len() {
        notes.push(Note::Binary);
    }
    if is_page(input) {
        notes.push(Note::Html);
    }
    notes
}

/// What the pods say, or do not say.
pub(super) fn of_content(input: &str, kind: InputKind, pods: &[PodReport]) -> Vec<Note> {
    let mut notes = Vec::new();
    let cut_cell = pods.iter().rev().flat_map(|pod| pod.events.iter().rev()).find_map(|event| cut_cell(input, event));
    if let Some(span) = last_event(pods).and_then(cut_off).or(cut_cell) {
        notes.push(Note::CutOff { span });
    }
    if pods.is_empty() {
        let is_object = matches!(kind, InputKind::Yaml | InputKind::Json);
        notes.push(match is_object {
            true => Note::Manifest,
            false if input.lines().any(is_not_found) => Note::NotFound,
            false => Note::NothingKnown,
        });
    } else if matches!(kind, InputKind::GetPods | InputKind::Unrecognised)
        && pods.iter().all(|pod| pod.events.is_empty() && pod.containers.iter().all(|c| c.message.is_empty()))
    {
        notes.push(Note::NoMessages);
    }
    notes
}

/// Whether a line is `kubectl` saying that there is nothing of this name, or nothing at all.
fn is_not_found(line: &str) -> bool {
    let line = line.trim();
    begins(line, "error from server (notfound):") || begins(line, "no resources found")
}

/// The event that stands last in the paste.
fn last_event<'p, 'a>(pods: &'p [PodReport<'a>]) -> Option<&'p Event<'a>> {
    pods.iter().filter_map(|pod| pod.events.last()).max_by_key(|event| event.span.end)
}

/// The dots that stand for the rest of a cell, behind the message of a failure.
fn cut_cell(input: &str, event: &Event) -> Option<Span> {
    let dots = event.severity == "Warning" && event.span.of(input).ends_with("...");
    dots.then(|| Span::new(event.span.end - 3, event.span.end))
}

/// Where a message breaks off, if it does: a quote is open, or its last word wants another.
fn cut_off(event: &Event) -> Option<Span> {
    let text = event.message.text().trim_end();
    let open_quote = text.bytes().filter(|&b| b == b'"').count() % 2 == 1;
    if !open_quote && !text.ends_with("...") && !text.ends_with('…') && !text.ends_with([':', '=']) {
        return None;
    }
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    Some(event.message.source(Span::new(last, text.len())))
}

/// Whether the text is the source of a web page, not a message that quotes one.
fn is_page(input: &str) -> bool {
    let start = input.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    markup::page_at(start.get(..start.floor_char_boundary(64)).unwrap_or_default()) == Some(0)
}
