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
use crate::text::{Excerpt, Span};

/// An event and the object it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The event.
    pub(super) event: Event,
    /// The kind of its object in lower case, or empty: a row of `kubectl describe` names none.
    pub(super) kind: String,
    /// The name of its object, or empty.
    pub(super) name: String,
    /// The namespace column, or empty.
    pub(super) namespace: String,
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
pub(super) fn row(text: &Excerpt) -> Option<Row> {
    let all = text.text();
    let (severity, cells, rest) = split(all)?;
    let (cells, message_at) = after_reason(all, rest, cells);
    let message = Span::new(message_at, all.trim_end().len());
    let message = cells::without_wide_columns(all, message, !cells.kind.is_empty());
    // A cell that was cut at a line break ends in dots which nobody said.
    let message = Span::new(message.start, message.start + message.of(all).trim_end_matches("...").len());
    let start = all.len() - all.trim_start().len();
    let mut event = Event {
        severity: severity.to_owned(),
        reason: cells.reason.to_owned(),
        age: cells.age,
        container: cells.container.to_owned(),
        message: text.part(message),
        span: text.source(Span::new(start, all.trim_end().len())),
    };
    unwrap_carriers(&mut event);
    Some(Row {
        event,
        kind: cells.kind.to_ascii_lowercase(),
        name: cells.name.to_owned(),
        namespace: cells.namespace.to_owned(),
    })
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
            event.container = container.to_owned();
            len + 1
        } else {
            break;
        };
        let rest = text[len..].trim_start().len();
        event.message = event.message.part(Span::new(text.len() - rest, text.len()));
    }
    if let Some((container, message)) = quoted::start_container(&event.message) {
        if event.container.is_empty() {
            event.container = container;
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
        if text[rest..].starts_with("Back off") { ("BackOff", rest + 8) } else { (reason, rest + reason.len()) };
    let aged = before.aged || age::leading(text[end..].trim_start()).is_some();
    (aged || before.source || wide_gap).then_some((severity, Cells { reason, ..before }, end))
}

/// The type `Normal` or `Warning` as a word of its own, with its place and length.
fn kind(text: &str) -> Option<(&'static str, usize, usize)> {
    // In front of the type stand a few short cells, never a message.
    let mut head = text.len().min(600);
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    let found = |word: &'static str| {
        let at = text[..head].find(word)?;
        let free = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace());
        let free_behind = text[at + word.len()..].starts_with([' ', '\t']);
        (free && free_behind && !text[..at].contains('"')).then_some((word, at, word.len()))
    };
    match (found("Normal"), found("Warning")) {
        (Some(normal), Some(warning)) => Some(if normal.1 < warning.1 { normal } else { warning }),
        (normal, warning) => normal.or(warning),
    }
}

/// The oldest layouts have no type: dates, a count and the source in braces come before the reason.
fn source_first(text: &str) -> Option<(&'static str, usize, usize)> {
    let open = text.find('{').filter(|&open| open < 120 && !text[..open].contains('"'))?;
    let close = open + text[open..].find('}')?;
    let source = &text[open + 1..close];
    let known =
        ["kubelet", "scheduler", "default-scheduler", "controllermanager"].iter().any(|name| source.starts_with(name));
    let aged = text[..open].split(['\t']).flat_map(|part| part.split("  ")).any(cells::is_time);
    let mut at = close + 1;
    if let Some((_, len)) = cells::subobject(text[at..].trim_start()) {
        at += text[at..].len() - text[at..].trim_start().len() + len;
    }
    (known && aged && text[at..].starts_with(['\t', ' '])).then_some(("", at, 0))
}

/// What the cells before the type say; `None` where something stands there that no table has.
fn cells_before(text: &str) -> Option<Cells<'_>> {
    let mut cells = Cells::default();
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Some(cells);
    }
    let mut fields: Vec<&str> = cells::fields(trimmed).collect();
    if fields.len() == 1 && age::leading(trimmed).is_none_or(|age| age.len < trimmed.len()) && !cells::is_time(trimmed)
    {
        fields = trimmed.split_whitespace().collect();
    }
    if fields.len() > 9 {
        return None;
    }
    for (at, &field) in fields.iter().enumerate() {
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
            && (field.starts_with('{') || field.contains(", ") || cells::is_component(field))
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
        } else if let (true, "", Some((kind, name, len))) = (before_had_age, cells.kind, cells::object(rest)) {
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
