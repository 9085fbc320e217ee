//! Messages about image pulls, found by how they begin, anywhere in a line.

use super::words::{is_unfinished, starts_body};
use crate::content::Beginning::{self, Inner, Line, Outer};
use crate::content::Content;
use crate::text::{Excerpt, Span, markup};

/// The first known words in a text: what they are, and where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What they say about the start.
    pub(super) beginning: Beginning,
    /// Their first byte; no line is longer.
    at: u32,
}

impl Found {
    fn new(beginning: Beginning, at: usize) -> Self {
        Self { beginning, at: u32::try_from(at).unwrap_or(u32::MAX) }
    }

    /// Their first byte.
    pub(super) fn at(self) -> usize {
        self.at as usize
    }
}

/// The first known words of `text`.
pub(super) fn find(content: &Content, text: &str) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'<' && markup::opener(&text[at..]).is_some() {
            break;
        }
        // A word begins here; `pulledSuccessfully pulled` is an old table whose columns ran together.
        let free = !before.is_ascii_alphanumeric() || (byte.is_ascii_uppercase() && before.is_ascii_lowercase());
        before = byte;
        if !free || !byte.is_ascii_alphabetic() {
            continue;
        }
        if let Some(beginning) = content.sign_at(&bytes[at..]) {
            return Some(Found::new(beginning, at));
        }
    }
    // The last words of the shortest message there is: `nginx:foo: not found`.
    let tail = text.trim_end();
    let head = tail.strip_suffix(": not found").map(|head| head.rsplit([' ', '"']).next().unwrap_or(head));
    head.filter(|head| head.contains([':', '/', '@'])).map(|_| Found::new(Line, 0))
}

/// No text holds more messages that count.
const MOST_SENTENCES: usize = 64;

/// The messages in a text of several lines: each line with known words, and the lines behind it that have none, or in
/// which a registry gives its reason.
pub(super) fn sentences<'a>(content: &Content, text: &Excerpt<'a>) -> Vec<Excerpt<'a>> {
    let all = text.text();
    let mut found: Vec<Span> = Vec::new();
    let (mut start, mut in_page) = (0, false);
    for line in all.split_inclusive('\n') {
        let words = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        start += line.len();
        let goes_on = in_page || starts_body(words) || found.len() == MOST_SENTENCES;
        in_page |= markup::page_at(words).is_some();
        match found.last_mut() {
            Some(last) if goes_on || find(content, words).is_none() => last.end = at + words.len(),
            None if find(content, words).is_none() => {}
            _ => found.push(Span::new(at, at + words.len())),
        }
    }
    found.into_iter().map(|span| text.part(span)).collect()
}

/// The part of a line that is its message, when known words were `found` in it.
///
/// A message starts at the known words; where they are only a sign, it starts with the line. What quoted the message (a
/// list mark, the quotes around it) stays outside.
pub(super) fn extent(text: &str, found: Found) -> Span {
    let end = before_duration(text.trim_end()).len();
    let mut start = match found.beginning {
        Outer | Inner => match subject_before(text, found.at()) {
            at if at == found.at() => at + crictl_len(&text[at..]),
            at => at,
        },
        Line => text.len() - text.trim_start().len(),
    };
    if found.beginning == Line {
        let rest = &text[start..end];
        let bare = rest.trim_start_matches(['*', '-', '•', '…', '.', '│', ' ']);
        start += rest.len() - bare.len();
        start += level_len(bare);
    }
    let mut span = Span::new(start, end);
    // The last quote closes one that stands outside, in front of the message.
    let inside = span.of(text);
    if let Some(bare) = inside.strip_suffix('"')
        && !bare.ends_with('"')
        && !is_unfinished(bare.trim_end_matches(['(', '[']))
        && !inside.matches('"').count().is_multiple_of(2)
    {
        span.end -= 1;
    }
    // Quotes around the whole message are the writer's, unless one of them belongs to a name inside.
    let inside = span.of(text);
    if inside.starts_with('"')
        && !inside.starts_with("\":")
        && inside.matches('"').count().is_multiple_of(2)
        && inside.ends_with('"')
    {
        let bare = &inside[1..inside.len() - 1];
        if bare.find('"').is_none_or(|at| bare[..at].ends_with(' ')) {
            span = Span::new(start + 1, end - 1);
        }
    }
    span
}

/// `text` without the seconds that a list of progress has at the end of each line.
fn before_duration(text: &str) -> &str {
    let Some((words, last)) = text.rsplit_once("   ") else { return text };
    let is_time = last.strip_suffix('s').is_some_and(|number| number.parse::<f32>().is_ok());
    if is_time { words.trim_end() } else { text }
}

/// The bytes of what `crictl` puts in front of the runtime's error, and not the kubelet: `pulling image: `.
fn crictl_len(text: &str) -> usize {
    let len = ["pulling image: ", "pulling image failed: "]
        .iter()
        .find(|words| text.starts_with(**words))
        .map_or(0, |w| w.len());
    if len < text.trim_end().len() { len } else { 0 }
}

/// The name in front of `at` that the words there speak of: `"docker.io/library/busybox:latest": pull access denied`.
fn subject_before(text: &str, at: usize) -> usize {
    let Some(head) = text[..at].strip_suffix(": ") else { return at };
    let word = head.rfind(' ').map_or(0, |space| space + 1);
    let subject = head[word..].trim_matches('"');
    // A build says in front of it what it starts from.
    const SOLVE: &str = "failed to solve: ";
    if text[..word].ends_with(SOLVE) && !subject.starts_with(|c: char| c.is_ascii_uppercase()) {
        return word - SOLVE.len();
    }
    let is_name = subject.contains(['/', '.']) && subject.contains(':') && !subject.ends_with(']');
    if is_name && !head[word..].contains("://") { word } else { at }
}

/// The bytes of a log level such as `FATA[0000] ` at the start of `text`.
pub(super) fn level_len(text: &str) -> usize {
    let Some(rest) = ["FATA[", "ERRO[", "WARN[", "INFO[", "DEBU["].iter().find_map(|level| text.strip_prefix(level))
    else {
        return 0;
    };
    rest.find("] ").filter(|&at| at < 12).map_or(0, |at| text.len() - rest.len() + at + 2)
}

/// The message of a line in which known words were `found`, as an excerpt.
pub(super) fn message<'a>(text: &Excerpt<'a>, found: Found) -> Excerpt<'a> {
    text.part(extent(text.text(), found))
}

/// Whether a line starts as docker, podman, ctr or skopeo print their errors.
pub(super) fn is_tool_output(text: &str) -> bool {
    const STARTS: [&str; 6] = [
        "Error response from daemon",
        "Error: initializing",
        "Error: unable to",
        "Error initializing",
        "ctr: ",
        "Error: error",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
}
