//! Messages inside YAML and JSON objects, found by their keys.
//!
//! This is no reader of objects: it looks for `message`, `reason`, `image` and `name`, line by line, and unquotes what
//! stands there. That is enough to find why a container waits.

use super::draft::Draft;
use super::lines::Lines;
use super::message;
use super::model::{ContainerReport, Event};
use super::quoted;
use super::roles::Role;
use crate::content::Content;
use crate::text::{Excerpt, Span};
use std::borrow::Cow;

/// The keys that are looked at.
const KEYS: [&str; 11] =
    ["apiVersion", "err", "error", "image", "involvedObject", "message", "msg", "name", "note", "reason", "regarding"];

/// Keys of logs, which are JSON where they are objects at all; in prose and messages their names are words.
const JSON_ONLY: [&str; 3] = ["err", "error", "msg"];

/// Whether a line has such a key.
pub(super) fn is_key(text: &str) -> bool {
    let bare = text.trim_start_matches(['-', ' ']);
    let yaml = KEYS
        .iter()
        .filter(|key| !JSON_ONLY.contains(key))
        .any(|key| bare.strip_prefix(key).is_some_and(|rest| rest == ":" || rest.starts_with(": ")));
    yaml || begins_subject(text) || (text.contains("\":") && pairs(text).next().is_some())
}

/// Whether the object that an event is about begins on this line, in JSON.
fn begins_subject(text: &str) -> bool {
    text.contains("\"involvedObject\":") || text.contains("\"regarding\":")
}

/// The `"key": "value"` pairs of a line of JSON: the key, and the bytes inside the value's quotes.
fn pairs(text: &str) -> impl Iterator<Item = (&'static str, Span)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let colon = from + text.get(from..)?.find("\":")?;
            from = colon + 2;
            let key_at = text[..colon].rfind('"').map_or(0, |at| at + 1);
            let key = KEYS.iter().find(|key| **key == &text[key_at..colon]);
            let rest = text[from..].trim_start();
            let start = text.len() - rest.len() + 1;
            if rest.starts_with('"') {
                let end = quoted::end(text, start, b'"').min(text.len());
                from = end;
                if let Some(key) = key {
                    return Some((*key, Span::new(start, end)));
                }
            }
        }
    })
}

/// Reads line `at` and what its value continues on; gives the first line behind it.
pub(super) fn take<'a>(content: &Content, draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize) -> usize {
    let Some(line) = lines.get(at) else { return at + 1 };
    draft.seen.keys += 1;
    let text = line.text();
    if line.trimmed().starts_with(['"', '{', '[']) || text.contains("{\"") {
        draft.seen.json += 1;
        draft.object.in_subject |= begins_subject(text);
        let all = line.excerpt();
        for (key, span) in pairs(text) {
            let value = quoted::unescape_all(&quoted::unescape(&all, span));
            feed(content, draft, key, value);
        }
        return at + 1;
    }
    let bare = line.trimmed().trim_start_matches(['-', ' ']);
    let Some((key, _)) = bare.split_once(':') else { return at + 1 };
    let Some(key) = KEYS.iter().find(|known| **known == key) else { return at + 1 };
    let start = line.inner().end - bare.len() + key.len() + 1;
    let (value, end) = yaml_value(lines, at, start);
    feed(content, draft, key, value);
    end
}

/// The value that starts at byte `start` of line `at`, unfolded and unquoted, and the first line behind it.
fn yaml_value<'a>(lines: &Lines<'a>, at: usize, start: usize) -> (Excerpt<'a>, usize) {
    let Some(first) = lines.get(at) else { return (Excerpt::default(), at + 1) };
    let all = first.text();
    let indent = first.indent() + (first.trimmed().len() - first.trimmed().trim_start_matches(['-', ' ']).len());
    let head = Span::new(start, all.len()).of(all);
    let from = start + head.len() - head.trim_start().len();
    let mut text = first.part(Span::new(from, first.inner().end.max(from)));
    let block = matches!(text.text().bytes().next(), Some(b'>' | b'|')) && text.text().len() <= 3;
    let newline = block && text.text().starts_with('|');
    let quote = text.text().bytes().next().filter(|b| matches!(b, b'"' | b'\''));
    if block {
        text = Excerpt::default();
    }
    let mut end = at + 1;
    let mut quotes = Quotes::default();
    quotes.read(text.text(), quote);
    while let Some(line) = lines.get(end) {
        let closed = quote.is_some() && quotes.count >= 2 && quotes.count % 2 == 0;
        let deeper = line.indent() > indent && !line.trimmed().is_empty();
        let part_of_it = deeper && (block || quote.is_some() || lines.role(end).is_some_and(Role::may_continue));
        if closed || !part_of_it {
            break;
        }
        if !text.is_empty() {
            text.push_synthetic(if newline { "\n" } else { " " });
        }
        line.push_onto(&mut text, line.inner());
        quotes.read(line.trimmed(), quote);
        end += 1;
    }
    let value = match quote {
        Some(b'"') => quoted::unescape(&text, Span::new(1, quoted::end(text.text(), 1, b'"').min(text.text().len()))),
        Some(_) => single_quoted(&text),
        None => text,
    };
    (value, end)
}

/// The quotes of a value, counted piece by piece; an escaped one does not count.
#[derive(Clone, Copy, Debug, Default)]
struct Quotes {
    count: usize,
    escaped: bool,
}

impl Quotes {
    fn read(&mut self, text: &str, quote: Option<u8>) {
        let Some(quote) = quote else { return };
        for byte in text.bytes() {
            self.count += usize::from(byte == quote && !self.escaped);
            self.escaped = quote == b'"' && byte == b'\\' && !self.escaped;
        }
    }
}

/// The inside of `'…'`, where `''` stands for one quote.
fn single_quoted<'a>(text: &Excerpt<'a>) -> Excerpt<'a> {
    let all = text.text();
    let end = if all.len() > 1 && all.ends_with('\'') { all.len() - 1 } else { all.len() };
    let mut plain = Excerpt::default();
    let mut kept = 1;
    while let Some(found) = Span::new(kept, end).of(all).find("''") {
        plain.push_part(text, Span::new(kept, kept + found + 1));
        kept += found + 2;
    }
    plain.push_part(text, Span::new(kept, end));
    plain
}

/// Puts what a key says where it belongs.
fn feed<'a>(content: &Content, draft: &mut Draft<'a>, key: &str, value: Excerpt<'a>) {
    match key {
        "image" => draft.object.image = value,
        "involvedObject" | "regarding" => draft.object.in_subject = true,
        "name" if std::mem::take(&mut draft.object.in_subject) => draft.logged(&value),
        "name" => draft.object.name = all(&value),
        "reason" => reason(content, draft, value),
        "message" | "note" | "err" | "error" | "msg" if message::find(content, value.text()).is_some() => {
            let span = value.whole();
            let reason = std::mem::take(&mut draft.object.reason);
            draft.event(Event { reason, message: value, span, ..Event::default() });
            draft.object.waits_for_reason = true;
        }
        _ => {}
    }
}

fn all<'a>(value: &Excerpt<'a>) -> Cow<'a, str> {
    value.words(Span::new(0, value.text().len()))
}

fn reason<'a>(content: &Content, draft: &mut Draft<'a>, value: Excerpt<'a>) {
    let waits = std::mem::take(&mut draft.object.waits_for_reason);
    if content.pull_reasons().any(|reason| reason == value.text()) {
        let message = if waits { draft.pod().events.pop().map(|event| event.message) } else { None };
        let container = ContainerReport {
            name: draft.object.name.clone(),
            image: draft.object.image.clone(),
            state: "Waiting".into(),
            reason: value,
            message: message.unwrap_or_default(),
            ..ContainerReport::default()
        };
        draft.add_container(container);
    } else if waits {
        if let Some(event) = draft.pod().events.last_mut() {
            event.reason = all(&value);
        }
    } else {
        draft.object.reason = all(&value);
    }
}
