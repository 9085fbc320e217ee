//! Cleaning one line: what a terminal, a chat or an editor put into it is taken out again.
//!
//! Colours, zero-width characters and control characters go; odd spaces become spaces, curly quotes straight ones, and
//! HTML entities the characters they stand for. Box borders, quoting marks, fences and bold marks around the text go.

use crate::text::{Excerpt, Span};

/// A cleaned text. Most lines need no cleaning, and then nothing is copied: a paste may have millions of them.
#[derive(Clone, Debug)]
pub(super) enum Clean<'a> {
    /// It is as it stands at byte `at` of the input.
    Plain {
        /// The text.
        text: &'a str,
        /// Its place.
        at: usize,
    },
    /// Something was taken out or replaced.
    Changed(Box<Excerpt>),
}

impl Clean<'_> {
    /// The text.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Plain { text, .. } => text,
            Self::Changed(excerpt) => excerpt.text(),
        }
    }

    /// Appends the bytes `span` of it to `excerpt`.
    pub(super) fn push_onto(&self, excerpt: &mut Excerpt, span: Span) {
        match self {
            Self::Plain { text, at } => excerpt.push(span.of(text), at + span.start),
            Self::Changed(changed) => excerpt.push_part(changed, span),
        }
    }

    /// The bytes `span` of it, with their places.
    pub(super) fn part(&self, span: Span) -> Excerpt {
        let mut part = Excerpt::default();
        self.push_onto(&mut part, span);
        part
    }

    /// Keeps only the bytes `span`.
    pub(super) fn keep(&mut self, span: Span) {
        match self {
            Self::Plain { text, at } => (*text, *at) = (span.of(text), *at + span.start),
            Self::Changed(excerpt) => **excerpt = excerpt.part(span),
        }
    }
}

/// `raw`, which starts at byte `at` of the input, without what does not belong to the text. Tabs and indent stay.
pub(super) fn clean(raw: &str, at: usize) -> Clean<'_> {
    let mut text = match characters(raw, at) {
        None => Clean::Plain { text: raw, at },
        Some(changed) => Clean::Changed(Box::new(changed)),
    };
    let bare = undecorated(text.text());
    if bare.len() < text.text().len() {
        text.keep(bare);
    }
    if text.text().contains("**") {
        text = Clean::Changed(Box::new(unbold(&text)));
    }
    text
}

/// `raw` without odd characters, where it has any.
fn characters(raw: &str, at: usize) -> Option<Excerpt> {
    if raw.bytes().all(|b| matches!(b, b' '..=b'~' | b'\t') && b != b'^' && b != b'&') {
        return None;
    }
    let mut text = Excerpt::default();
    let mut kept = 0;
    let mut next = 0;
    while let Some(c) = raw[next..].chars().next() {
        let (len, replacement) = odd(&raw[next..], c);
        if len > 0 {
            text.push(&raw[kept..next], at + kept);
            text.push_decoded(replacement, Span::new(at + next, at + next + len));
            kept = next + len;
        }
        next += len.max(c.len_utf8());
    }
    text.push(&raw[kept..], at + kept);
    Some(text)
}

/// How many bytes at the start of `rest` are odd (0 for none), and what they stand for.
fn odd(rest: &str, first: char) -> (usize, &'static str) {
    match first {
        '\t' | ' '..='%' | '\''..=']' | '_'..='~' => (0, ""),
        '\u{1b}' => (1 + escape_sequence(&rest[1..]), ""),
        '^' if rest.starts_with("^[[") => (2 + escape_sequence(&rest[2..]), ""),
        '&' => entity(rest),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => (first.len_utf8(), " "),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' => {
            (first.len_utf8(), "")
        }
        '\u{201c}'..='\u{201f}' => (first.len_utf8(), "\""),
        '\u{2018}'..='\u{201b}' => (first.len_utf8(), "'"),
        _ if first.is_control() => (first.len_utf8(), ""),
        _ => (0, ""),
    }
}

/// The bytes of a terminal sequence behind its ESC: `[31m`, or a title up to BEL.
fn escape_sequence(rest: &str) -> usize {
    match rest.bytes().next() {
        Some(b'[') => {
            let parameters = rest.bytes().skip(1).take_while(|b| (b' '..=b'?').contains(b)).count();
            let end = 1 + parameters;
            if rest.as_bytes().get(end).is_some_and(|b| (b'@'..=b'~').contains(b)) { end + 1 } else { 1 }
        }
        Some(b']') => rest.find('\u{7}').map_or(1, |bell| bell + 1),
        _ => 0,
    }
}

fn entity(rest: &str) -> (usize, &'static str) {
    const ENTITIES: [(&str, &str); 8] = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("&nbsp;", " "),
    ];
    ENTITIES.iter().find(|(name, _)| rest.starts_with(name)).map_or((0, ""), |(name, text)| (name.len(), text))
}

/// The part of `text` inside box borders, quoting marks and backticks.
fn undecorated(text: &str) -> Span {
    let is_border = |c: char| matches!(c, '│' | '┃' | '║');
    let (mut start, mut end) = (0, text.len());
    loop {
        let rest = &text[start..end];
        let bare = rest.trim_start();
        let indent = rest.len() - bare.len();
        let mark = match bare.chars().next() {
            Some(c) if is_border(c) => c.len_utf8(),
            Some('>') => 1,
            Some('`') => {
                start += indent + bare.len() - bare.trim_start_matches('`').len();
                continue;
            }
            _ => break,
        };
        // One space belongs to the mark, the others are indent.
        start += indent + mark + usize::from(bare[mark..].starts_with(' '));
    }
    let tail = text[start..end].trim_end();
    if let Some(inside) = tail.strip_suffix(is_border) {
        end = start + inside.strip_suffix(' ').unwrap_or(inside).trim_end().len();
    }
    let tail = text[start..end].trim_end();
    if tail.ends_with('`') {
        end = start + tail.trim_end_matches('`').len();
    }
    Span::new(start, end)
}

/// Takes out `**`; more stars than two are what people put over a name they hide.
fn unbold(text: &Clean<'_>) -> Excerpt {
    let all = text.text();
    let mut plain = Excerpt::default();
    let mut kept = 0;
    let mut next = 0;
    while let Some(found) = all[next..].find('*') {
        let start = next + found;
        let stars = all[start..].bytes().take_while(|&b| b == b'*').count();
        if stars == 2 {
            text.push_onto(&mut plain, Span::new(kept, start));
            kept = start + stars;
        }
        next = start + stars;
    }
    text.push_onto(&mut plain, Span::new(kept, all.len()));
    plain
}
