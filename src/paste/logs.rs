//! Lines of logs: the kubelet's (klog), the runtimes' and command line tools' (logrus).
//!
//! Only the error inside is wanted. Logs quote it, some twice; it is unquoted here.

use super::clean::Signs;
use super::message;
use super::quoted;
use crate::content::{Beginning, Content};
use crate::text::{Excerpt, Span, place_in};

/// The programs whose lines are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Logger {
    /// `E0704 10:00:00.000000    1234 file.go:12] …`
    Klog,
    /// `time="…" level=error msg="…"`
    Logrus,
}

/// What one line of a log says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    /// The error, unquoted, or empty.
    pub(super) message: Excerpt<'a>,
    /// The pod it names as `namespace/name`, or empty.
    pub(super) pod: Excerpt<'a>,
    /// The image it names beside the error, or empty.
    pub(super) image: Excerpt<'a>,
    /// The image in whose pull the error came, as it was asked for, or empty.
    pub(super) fetched: Excerpt<'a>,
}

/// Whether `text` is a line of a log.
pub(super) fn is_log(text: &str, signs: Signs) -> bool {
    // `level=error`, or the time of day.
    (signs.has(Signs::EQUALS) || signs.has(Signs::COLON)) && logger(text).is_some()
}

/// The program that wrote the line.
pub(super) fn logger(text: &str) -> Option<Logger> {
    if text.contains("level=") && (text.contains("msg=\"") || text.contains("msg=\\\"")) {
        return Some(Logger::Logrus);
    }
    klog_text(text).map(|_| Logger::Klog)
}

/// Where the words begin behind a klog header.
fn klog_text(text: &str) -> Option<usize> {
    let mut head = text.len().min(200);
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    let bytes = &text.as_bytes()[..head];
    let starts = |at: usize| {
        let part = bytes.get(at..at + 14).filter(|part| matches!(part[0], b'I' | b'W' | b'E' | b'F'));
        part.is_some_and(|part| {
            part[1..5].iter().all(u8::is_ascii_digit)
                && part[5] == b' '
                && part[8] == b':'
                && part[11] == b':'
                && part[6].is_ascii_digit()
        })
    };
    let at = (0..bytes.len()).find(|&at| starts(at))?;
    text[at..head].find("] ").map(|end| at + end + 2)
}

/// Reads a line.
pub(super) fn entry<'a>(content: &Content, line: &Excerpt<'a>) -> Entry<'a> {
    entry_at(content, line, 0)
}

/// Nobody logs a log of a log of a log.
const DEEPEST: usize = 4;

fn entry_at<'a>(content: &Content, line: &Excerpt<'a>, depth: usize) -> Entry<'a> {
    let text = line.text();
    if depth < DEEPEST && text.contains("=\\\"") && !text.contains("=\"") {
        // The whole line was quoted once more, as it is inside JSON.
        return entry_at(content, &quoted::unescape(line, Span::new(0, text.len())), depth + 1);
    }
    let fetched = asked_for(value(line, "msg"));
    let mut entry = Entry { pod: value(line, "pod"), image: value(line, "image"), fetched, ..Entry::default() };
    let named = ["err", "error"].iter().map(|key| value(line, key)).find(|value| !value.is_empty());
    let logged = || match klog_text(text) {
        Some(at) => line.part(Span::new(at, text.trim_end().len())),
        None => value(line, "msg"),
    };
    // Where the error says nothing of a pull, what the program says of it may.
    let tells = |words: &Excerpt| logger(words.text()).is_some() || message::find(content, words.text()).is_some();
    let words = named.filter(|named| tells(&quoted::unescape_all(named))).unwrap_or_else(logged);
    // One program's log inside another's.
    if depth < DEEPEST && words.text().len() < text.len() && logger(words.text()).is_some() {
        return entry_at(content, &words, depth + 1);
    }
    let words = quoted::unescape_all(&words);
    match message::find(content, words.text()) {
        // What a program logged of an event; the kubelet's own words are the message.
        Some(found) if found.beginning == Beginning::Outer => entry.message = message::message(&words, found),
        Some(_) => entry.message = words,
        None if depth < DEEPEST && words.is_empty() && text.contains("\\\"") => {
            return entry_at(content, &quoted::unescape_all(line), depth + 1);
        }
        None => {}
    }
    entry
}

/// The image of `PullImage "web:2.1" failed`: what the kubelet asked for, which the runtime's own words complete.
fn asked_for(said: Excerpt<'_>) -> Excerpt<'_> {
    let name = said.text().strip_prefix("PullImage \"").and_then(|rest| Some(rest.split_once('"')?.0));
    match name {
        Some(name) if !name.is_empty() => said.part(place_in(said.text(), name)),
        _ => Excerpt::default(),
    }
}

/// The quoted value of `key="…"` with its escapes read once; empty where there is none.
fn value<'a>(line: &Excerpt<'a>, key: &str) -> Excerpt<'a> {
    let text = line.text();
    let mut from = 0;
    while let Some(found) = text[from..].find(key) {
        let at = from + found;
        from = at + key.len();
        let free = text[..at].chars().next_back().is_none_or(|c| c == ' ' || c == '\t');
        if free && text[from..].starts_with("=\"") {
            let start = from + 2;
            let end = quoted::end(text, start, b'"').min(text.len());
            return quoted::unescape(line, Span::new(start, end));
        }
    }
    Excerpt::default()
}
