//! Rows of event tables, with or without their header.
//!
//! One reading serves all layouts: `kubectl describe` (`Type Reason Age From Message`), `kubectl get events`
//! (`LAST SEEN TYPE REASON OBJECT MESSAGE`, with a namespace before and the wide columns), `kubectl events`, and the
//! columns of old releases (`FirstSeen LastSeen Count From SubObjectPath Type Reason Message`). A row is found by its
//! type, `Normal` or `Warning`; the cells before it and after its reason are told apart by what they look like, never
//! by where the header stands: an empty cell or a wrapped message would shift them.

use super::model::Event;
use super::quoted;
use super::{age, cells};
use crate::text::{Excerpt, Span, place_in};
use std::borrow::Cow;

/// An event and the object it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row<'a> {
    /// The event.
    pub(super) event: Event<'a>,
    /// The kind of its object, in any case, or empty: a row of `kubectl describe` names none.
    pub(super) kind: Cow<'a, str>,
    /// The name of its object, or empty.
    pub(super) name: Cow<'a, str>,
    /// The namespace column, or empty.
    pub(super) namespace: Cow<'a, str>,
}

/// What the cells before or after the type say, collected one by one.
#[derive(Clone, Copy, Debug, Default)]
struct Cells<'a> {
    age: Option<u64>,
    aged: bool,
    kind: &'a str,
    name: &'a str,
    namespace: &'a str,
    container: &'a str,
    source: bool,
    reason: &'a str,
}

/// Whether `text` starts an event row.
pub(super) fn is_row(text: &str) -> bool {
    split(text).is_some()
}

/// Reads a row, all its wrapped lines joined; `None` where it is none.
pub(super) fn row<'a>(text: &Excerpt<'a>) -> Option<Row<'a>> {
    let all = text.text();
    let (severity, cells, rest) = split(all)?;
    let (cells, message_at) = after_reason(all, rest, cells);
    let message = Span::new(message_at, all.trim_end().len());
    let message = cells::without_wide_columns(all, message, !cells.kind.is_empty());
    // A cell that was cut at a line break ends in dots which nobody said.
    let mut said = message.of(all);
    while let Some(rest) = said.strip_suffix("...") {
        said = rest;
    }
    let message = Span::new(message.start, message.start + said.len());
    let start = all.len() - all.trim_start().len();
    // The cells are parts of the row's text.
    let words = |cell: &str| text.words(place_in(all, cell));
    let mut event = Event {
        severity,
        reason: if cells.reason == BACK_OFF { BACK_OFF.into() } else { words(cells.reason) },
        age: cells.age,
        container: words(cells.container),
        message: text.part(message),
        span: text.source(Span::new(start, all.trim_end().len())),
    };
    unwrap_carriers(&mut event);
    Some(Row { event, kind: words(cells.kind), name: words(cells.name), namespace: words(cells.namespace) })
}

/// Takes what carried the message off it: `spec.containers{web}: `, `(combined from similar events): `, and the quotes
/// around the error inside `failed to "StartContainer" for "web" with ErrImagePull: "…"`.
pub(super) fn unwrap_carriers(event: &mut Event) {
    const COMBINED: &str = "(combined from similar events): ";
    loop {
        let text = event.message.text();
        let len = if text.starts_with(COMBINED) {
            COMBINED.len()
        } else if let Some((container, len)) = cells::subobject(text)
            && text[len..].starts_with(':')
        {
            event.container = event.message.words(place_in(text, container));
            len + 1
        } else {
            break;
        };
        let rest = text[len..].trim_start().len();
        event.message = event.message.part(Span::new(text.len() - rest, text.len()));
    }
    if let Some((container, message)) = quoted::start_container(&event.message) {
        if event.container.is_empty() {
            event.container = container.into();
        }
        event.message = message;
    }
}

/// The type, what stands before it, and where the cells behind the reason begin.
fn split(text: &str) -> Option<(&'static str, Cells<'_>, usize)> {
    let (severity, at, len) = kind(text).or_else(|| source_first(text))?;
    let before = cells_before(&text[..at])?;
    let mut rest = at + len;
    rest += text[rest..].len() - text[rest..].trim_start().len();
    let wide_gap = text[at + len..rest].contains('\t') || rest - at - len >= 2;
    let reason = text[rest..].split([' ', '\t']).next().unwrap_or_default();
    let reason = reason.trim_end_matches(':');
    let is_reason = reason.len() >= 2 && reason.bytes().all(|b| b.is_ascii_alphanumeric());
    let starts = reason.starts_with(|c: char| c.is_ascii_uppercase() || severity.is_empty());
    if !is_reason || !starts {
        return None;
    }
    // Some consoles write the reason in two words.
    let (reason, end) =
        if text[rest..].starts_with("Back off") { (BACK_OFF, rest + 8) } else { (reason, rest + reason.len()) };
    let aged = before.aged || age::leading(text[end..].trim_start()).is_some();
    (aged || before.source || wide_gap).then_some((severity, Cells { reason, ..before }, end))
}

/// The reason that some consoles write in two words.
const BACK_OFF: &str = "BackOff";

/// The type `Normal` or `Warning` as a word of its own, with its place and length.
fn kind(text: &str) -> Option<(&'static str, usize, usize)> {
    // In front of the type stand a few short cells, never a message.
    const FARTHEST: usize = 600;
    let bytes = text.as_bytes();
    let is_space = |byte: u8| matches!(byte, b' ' | b'\t');
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate().take(FARTHEST) {
        let kind = match byte {
            b'N' if is_space(before) => "Normal",
            b'W' if is_space(before) => "Warning",
            b'"' => return None,
            _ => "",
        };
        if !kind.is_empty()
            && bytes[at..].starts_with(kind.as_bytes())
            && bytes.get(at + kind.len()).is_some_and(|&byte| is_space(byte))
        {
            return Some((kind, at, kind.len()));
        }
        before = byte;
    }
    None
}

/// The oldest layouts have no type: dates, a count and the source in braces come before the reason.
fn source_first(text: &str) -> Option<(&'static str, usize, usize)> {
    let open = text.find('{').filter(|&open| open < 120 && !text[..open].contains('"'))?;
    let close = open + text[open..].find('}')?;
    let source = &text[open + 1..close];
    let known =
        ["kubelet", "scheduler", "default-scheduler", "controllermanager"].iter().any(|name| source.starts_with(name));
    let aged = cells::fields(&text[..open]).any(cells::is_time);
    let mut at = close + 1;
    if let Some((_, len)) = cells::subobject(text[at..].trim_start()) {
        at += text[at..].len() - text[at..].trim_start().len() + len;
    }
    (known && aged && text[at..].starts_with(['\t', ' '])).then_some(("", at, 0))
}

/// No table has more cells before the type.
const MOST_CELLS: usize = 9;

/// What the cells before the type say; `None` where something stands there that no table has.
fn cells_before(text: &str) -> Option<Cells<'_>> {
    let mut cells = Cells::default();
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Some(cells);
    }
    let by_words = cells::gap(trimmed).is_none()
        && age::leading(trimmed).is_none_or(|age| age.len < trimmed.len())
        && !cells::is_time(trimmed);
    let words = trimmed.split_whitespace().take(if by_words { usize::MAX } else { 0 });
    let fields = cells::fields(trimmed).take(if by_words { 0 } else { usize::MAX });
    for (at, field) in fields.chain(words).enumerate() {
        if at >= MOST_CELLS {
            return None;
        }
        if let Some(age) = age::leading(field).filter(|age| age.len == field.len()) {
            // Old tables have both ages, in either order: the last time is the shorter ago.
            cells.age = match (cells.age, age.seconds) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            cells.aged = true;
        } else if let Some((container, _)) = cells::subobject(field) {
            cells.container = container;
        } else if cells::is_source(field)
            && (field.starts_with('{') || cells::comma(field).is_some() || cells::is_component(field))
        {
            cells.source = true;
        } else if cells::is_time(field) {
            cells.aged = true;
        } else if field.bytes().all(|b| b.is_ascii_digit()) || matches!(field, "ADDED" | "MODIFIED" | "DELETED") {
        } else if at == 0 && cells::is_name(field) {
            cells.namespace = field;
        } else if cells.aged && cells.name.is_empty() && cells::is_name(field) {
            cells.name = field;
        } else if cells.aged && !cells.name.is_empty() && field.starts_with(|c: char| c.is_ascii_uppercase()) {
            cells.kind = field;
        } else {
            return None;
        }
    }
    if !cells.aged && !cells.source {
        return None;
    }
    Some(cells)
}

/// Reads the cells behind the reason; gives them and where the message begins.
fn after_reason<'a>(text: &'a str, at: usize, mut cells: Cells<'a>) -> (Cells<'a>, usize) {
    let before_had_age = cells.aged;
    let mut at = at;
    loop {
        let rest = text[at..].trim_start();
        at = text.len() - rest.len();
        if let (false, Some(age)) = (cells.aged, age::leading(rest)) {
            cells.aged = true;
            cells.age = age.seconds;
            at += age.len;
        } else if let (true, "", Some((kind, name, len))) =
            (before_had_age || !cells.aged, cells.kind, cells::object(rest))
        {
            (cells.kind, cells.name) = (kind, name);
            at += len;
        } else if let ("", Some((container, len))) = (cells.container, cells::subobject(rest))
            && rest[len..].starts_with([' ', '\t'])
        {
            cells.container = container;
            at += len;
        } else if let (false, Some(len)) = (cells.source, cells::source_len(rest)) {
            cells.source = true;
            at += len;
        } else {
            return (cells, at);
        }
    }
}
