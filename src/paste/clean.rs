//! Cleaning one line: what a terminal, a chat or an editor put into it is taken out again.
//!
//! Colours, zero-width characters and control characters go; odd spaces become spaces, curly quotes straight ones, and
//! HTML entities the characters they stand for. Box borders, quoting marks, fences and bold marks around the text go.

use crate::text::{Excerpt, Span, markup};

/// Which bytes a line has, found in one pass: most questions about a line are answered by what it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    /// Characters that cleaning may take out or replace.
    pub(super) const ODD: u16 = 1;
    pub(super) const COLON: u16 = 2;
    pub(super) const EQUALS: u16 = 4;
    pub(super) const SLASH: u16 = 8;
    /// What stands between a prompt and its command.
    pub(super) const PROMPT: u16 = 16;
    pub(super) const STAR: u16 = 32;
    pub(super) const LESS: u16 = 64;
    const ENDS_LINE: u16 = 128;

    const OF_BYTE: [u16; 256] = {
        let mut table = [Self::ODD | Self::PROMPT; 256];
        let mut byte = b' ';
        while byte <= b'~' {
            table[byte as usize] = match byte {
                // `&lt;` becomes `<`.
                b'^' | b'&' => Self::ODD | Self::LESS,
                b':' => Self::COLON,
                b'=' => Self::EQUALS,
                b'/' => Self::SLASH,
                b'$' | b'#' | b'%' | b'>' | b'~' | b'+' | b')' => Self::PROMPT,
                b'*' => Self::STAR,
                b'<' => Self::LESS,
                _ => 0,
            };
            byte += 1;
        }
        table[b'\t' as usize] = 0;
        table[b'\n' as usize] = Self::ENDS_LINE;
        table[b'\r' as usize] = Self::ENDS_LINE;
        table
    };

    /// How long the line at the beginning of `bytes` is, up to its end or to the tag of a line break, and what it has.
    pub(super) fn of_line(bytes: &[u8]) -> (usize, Self) {
        let mut signs = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let sign = Self::OF_BYTE[byte as usize];
            if sign == Self::ENDS_LINE || (byte == b'<' && markup::break_len(&bytes[at..]) > 0) {
                return (at, Self(signs));
            }
            signs |= sign;
        }
        (bytes.len(), Self(signs))
    }

    /// What the line and its next part have.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0 | Self::LESS)
    }

    /// Whether the line has any of `signs`.
    pub(super) fn has(self, signs: u16) -> bool {
        self.0 & signs != 0
    }
}

/// `raw`, which starts at byte `at` of the input, without what does not belong to the text. Tabs and indent stay.
pub(super) fn clean(raw: &str, at: usize, signs: Signs) -> Excerpt<'_> {
    let mut text = if signs.has(Signs::ODD) { characters(raw, at) } else { Excerpt::verbatim(raw, at) };
    let bare = undecorated(text.text());
    if bare.len() < text.text().len() {
        text = text.part(bare);
    }
    if signs.has(Signs::STAR) && text.text().contains("**") {
        text = unbold(&text);
    }
    text
}

/// `raw` without odd characters.
fn characters(raw: &str, at: usize) -> Excerpt<'_> {
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
    text
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
fn unbold<'a>(text: &Excerpt<'a>) -> Excerpt<'a> {
    let all = text.text();
    let mut plain = Excerpt::default();
    let mut kept = 0;
    let mut next = 0;
    while let Some(found) = all[next..].find('*') {
        let start = next + found;
        let stars = all[start..].bytes().take_while(|&b| b == b'*').count();
        let end = start + stars;
        if stars == 2 {
            // `_**word**_` is bold and slanted.
            let opens = start > kept && all[..start].ends_with('_') && all[..start - 1].ends_with([' ', '\t']);
            let closes = !opens
                && all[end..].strip_prefix('_').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
            plain.push_part(text, Span::new(kept, start - usize::from(opens)));
            kept = end + usize::from(closes);
        }
        next = end;
    }
    plain.push_part(text, Span::new(kept, all.len()));
    plain
}
