//! Kubernetes objects as YAML, kyaml and JSON, whole or in part: pods, events and lists of them, and logs in JSON.
//!
//! The reader knows where it is (`place`) by the indents of block style and by the brackets of flow style, line by line,
//! so that a part of an object reads as well as a whole one, and a broken line costs no more than itself. What the keys
//! say is collected (`parts`) until the object ends.

mod flow;
mod parts;
mod place;
mod scalar;
mod stamp;

use super::draft::Draft;
use super::lines::Lines;
use super::quoted;
use crate::content::Content;
use crate::text::{Excerpt, Span};
use flow::Token;
use parts::Parts;
use place::{Frame, Stack};

/// Keys of a value that tells something. A line that has one begins an object where none is being read.
const TELLING: [&str; 10] =
    ["MESSAGE", "apiVersion", "err", "error", "image", "message", "msg", "note", "reason", "stderr"];
/// Keys of logs, which are JSON where they are objects at all; in prose and messages their names are words.
const JSON_ONLY: [&str; 5] = ["MESSAGE", "err", "error", "msg", "stderr"];
/// Keys with an object or a list behind them that begin an object where none is being read.
const HOLDING: [&str; 9] = [
    "conditions",
    "containerStatuses",
    "ephemeralContainerStatuses",
    "initContainerStatuses",
    "involvedObject",
    "lastState",
    "regarding",
    "state",
    "waiting",
];
/// Further keys with an object or a list behind them.
const PLACES: [&str; 15] = [
    "containers",
    "deprecatedSource",
    "ephemeralContainers",
    "initContainers",
    "items",
    "metadata",
    "ownerReferences",
    "pod",
    "running",
    "series",
    "source",
    "spec",
    "status",
    "template",
    "terminated",
];

/// What is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading<'a> {
    stack: Stack,
    /// The key in flow style whose value comes next.
    key: String,
    parts: Parts<'a>,
}

impl Reading<'_> {
    /// Whether an object is being read.
    pub(super) fn is_active(&self) -> bool {
        !self.stack.is_empty() || !self.parts.is_empty()
    }
}

/// Whether an object begins on a line, or goes on, by the line alone.
pub(super) fn is_key(text: &str) -> bool {
    let bare = text.trim_start_matches(['-', ' ']);
    let has = |key: &&str, value: bool| {
        bare.strip_prefix(*key).is_some_and(|rest| rest == ":" || (value && rest.starts_with(": ")))
    };
    let yaml = TELLING.iter().filter(|key| !JSON_ONLY.contains(key)).any(|key| has(key, true))
        || HOLDING.iter().any(|key| has(key, false))
        || has(&"name", true);
    yaml || (flow_key(text).is_some() && !quotes_an_answer(text))
}

/// Where the first known key of a line in flow style begins, with its quote.
fn flow_key(text: &str) -> Option<usize> {
    text.match_indices("\":").find_map(|(colon, _)| {
        let quote = text[..colon].rfind('"')?;
        let key = &text[quote + 1..colon];
        (key == "name" || TELLING.contains(&key) || HOLDING.contains(&key)).then_some(quote)
    })
}

/// Whether a line quotes the answer of a registry, `{"errors":[{"code":…`: somebody says that, and it is no object.
fn quotes_an_answer(text: &str) -> bool {
    const ANSWER: [&str; 5] = ["{\"errors\"", ":", "[", "{", "\"code\""];
    let Some(at) = text.find(ANSWER[0]) else { return false };
    let begins = |rest: &str| ANSWER.iter().try_fold(rest, |rest, part| rest.trim_start().strip_prefix(part)).is_some();
    (at == 0 || !text.starts_with(['{', '"'])) && begins(&text[at..])
}

/// Reads line `at` and what its value continues on; gives the first line behind it.
pub(super) fn take<'a>(content: &Content, draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize) -> usize {
    draft.seen.keys += 1;
    read(content, draft, lines, at)
}

/// Reads line `at` of an object, which may have no key that tells something.
pub(super) fn go_on<'a>(content: &Content, draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize) -> usize {
    if lines.get(at).is_some_and(|line| line.trimmed() == "---") {
        end(content, draft);
        return at + 1;
    }
    read(content, draft, lines, at)
}

/// The object has ended.
pub(super) fn end(content: &Content, draft: &mut Draft) {
    let mut reading = std::mem::take(&mut draft.object);
    reading.parts.end(content, draft);
}

fn read<'a>(content: &Content, draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize) -> usize {
    let Some(line) = lines.get(at) else { return at + 1 };
    let text = line.text();
    let in_flow = draft.object.stack.is_in_flow();
    if in_flow || line.trimmed().starts_with(['"', '{', '[', '}', ']']) || text.contains("{\"") {
        draft.seen.json += usize::from(text.contains("\":"));
        let start = if in_flow { 0 } else { text.find(['"', '{', '[', '}', ']']).unwrap_or(0) };
        return read_flow(content, draft, lines, at, start);
    }
    let Some(parsed) = place::block_line(line) else {
        // What stands in front of the key, such as a time of which the beginning was cut, is none.
        let Some(start) = flow_key(text) else { return at + 1 };
        draft.seen.json += 1;
        return read_flow(content, draft, lines, at, start);
    };
    let first = parsed.dashes[0].unwrap_or(parsed.indent);
    end_block(content, draft, first, parsed.dashes[0].is_some());
    for dash in parsed.dashes.into_iter().flatten() {
        begin_entry(content, draft, dash, false);
    }
    let value = text[parsed.value..].trim();
    if parsed.key == "apiVersion" && draft.object.stack.is_empty() {
        // Another object begins, without a line between the two.
        end(content, draft);
    }
    if value.starts_with(['{', '[']) {
        draft.object.key = parsed.key.to_owned();
        return read_flow(content, draft, lines, at, parsed.value);
    }
    if value.is_empty() && !matches!(parsed.key, "message" | "note" | "reason") || value.starts_with('#') {
        begin_key(draft, parsed.key, parsed.indent, false);
        return at + 1;
    }
    let (value, end) = scalar::value(lines, at, parsed.value);
    tell(content, draft, parsed.key, value);
    end
}

/// Reads line `at` from byte `start` on in flow style.
fn read_flow<'a>(content: &Content, draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize, start: usize) -> usize {
    let Some(line) = lines.get(at) else { return at + 1 };
    let text = line.text();
    let all = line.excerpt();
    let mut place = start;
    let mut next_line = at + 1;
    while let Some((token, behind)) = flow::next(text, place) {
        place = behind;
        match token {
            Token::Open => {
                let key = std::mem::take(&mut draft.object.key);
                if key.is_empty() { begin_entry(content, draft, 0, true) } else { begin_key(draft, &key, 0, true) }
            }
            Token::Close => {
                draft.object.key.clear();
                if let Some(frame) = draft.object.stack.end_flow() {
                    ended(content, draft, frame);
                }
            }
            Token::Key(span) => draft.object.key = span.of(text).to_owned(),
            Token::Value(span, is_quoted) => {
                let value = if is_quoted { quoted::unescape(&all, span) } else { all.part(span) };
                value_of_key(content, draft, value);
            }
            Token::Unclosed(from) => {
                let (value, end) = unclosed(lines, at, from);
                next_line = end;
                value_of_key(content, draft, value);
            }
        }
    }
    next_line
}

/// A quoted value that a terminal has broken over several lines; as far as it goes, where its end is missing.
fn unclosed<'a>(lines: &Lines<'a>, at: usize, from: usize) -> (Excerpt<'a>, usize) {
    const MOST_LINES: usize = 40;
    let Some(first) = lines.get(at) else { return (Excerpt::default(), at + 1) };
    let alone = first.part(Span::new(from, first.text().len()));
    let mut text = alone.clone();
    for next in at + 1..at + MOST_LINES {
        let Some(line) = lines.get(next) else { break };
        let start = text.text().len();
        // A whole paste that is indented has its indent here too; one space may be the message's own.
        let spaces = line.text().len() - line.text().trim_start().len();
        line.push_onto(&mut text, Span::new(if spaces > 1 { spaces } else { 0 }, line.text().len()));
        let end = quoted::end(text.text(), 0, b'"');
        if (start..text.text().len()).contains(&end) {
            return (quoted::unescape(&text, Span::new(0, end)), next + 1);
        }
        if line.text().contains("\":") {
            break;
        }
    }
    (quoted::unescape(&alone, Span::new(0, alone.text().len())), at + 1)
}

fn value_of_key<'a>(content: &Content, draft: &mut Draft<'a>, value: Excerpt<'a>) {
    let key = std::mem::take(&mut draft.object.key);
    if !key.is_empty() {
        tell(content, draft, &key, value);
    }
}

/// The key as one that is looked for; empty for another one.
fn known(key: &str) -> &'static str {
    HOLDING.iter().chain(&PLACES).find(|known| **known == key).copied().unwrap_or_default()
}

fn begin_key(draft: &mut Draft, key: &str, indent: usize, in_flow: bool) {
    let key = known(key);
    let Reading { stack, parts, .. } = &mut draft.object;
    let around = stack.keys().next();
    stack.push_key(key, indent, in_flow);
    parts.begin_key(around, key);
}

fn begin_entry(content: &Content, draft: &mut Draft, indent: usize, in_flow: bool) {
    let around = draft.object.stack.keys().next();
    if draft.object.stack.push_entry(indent, in_flow) {
        let mut parts = std::mem::take(&mut draft.object.parts);
        parts.end(content, draft);
    } else {
        draft.object.parts.begin_entry(around);
    }
}

/// Ends what a line of block style ends that is indented so far.
fn end_block(content: &Content, draft: &mut Draft, indent: usize, is_entry: bool) {
    while let Some(frame) = draft.object.stack.end_block(indent, is_entry) {
        ended(content, draft, frame);
    }
}

fn ended(content: &Content, draft: &mut Draft, frame: Frame) {
    if frame.begins_object {
        let mut parts = std::mem::take(&mut draft.object.parts);
        parts.end(content, draft);
    }
}

/// A key has this value.
fn tell<'a>(content: &Content, draft: &mut Draft<'a>, key: &str, value: Excerpt<'a>) {
    let Reading { stack, parts, .. } = &mut draft.object;
    if !stack.keys().any(|key| key == "lastState") {
        let mut around = stack.keys();
        parts.tell(content, around.next(), around.next(), key, value);
    }
}
