//! The input as cleaned lines, each with what it is by itself.
//!
//! Each line keeps the place of every byte in the input. A line ends at LF, CRLF, a lone CR or `<br/>`. A paste may have
//! millions of lines, so a line that needs no cleaning is kept as its place alone.

use super::clean::{self, Signs};
use super::roles::{self, Role};
use super::{events, prompt};
use crate::content::Content;
use crate::text::{Excerpt, Span, markup};

/// The lines read so far.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    content: &'a Content,
    input: &'a str,
    /// Where the next line begins.
    at: usize,
    entries: Vec<Entry>,
    changed: Vec<Excerpt<'a>>,
    /// Control characters that no terminal prints, counted.
    controls: usize,
    /// Whether any line so far is, or has, somebody's message. A page before the first one is what was pasted.
    says_something: bool,
    /// The page that the next line stands in.
    page: Option<Page>,
}

/// A page that goes on over lines.
#[derive(Clone, Copy, Debug)]
enum Page {
    /// It ends on the line behind which this byte of the input stands, with this tag.
    Until(usize, &'static str),
    /// Its end is missing: it goes on until something begins that no page has.
    CutOff,
}

/// No page is looked at for its end over more lines than this.
const LONGEST_PAGE: usize = 400;

/// A line: its place in the input, or, where `len` is [`CHANGED`], which of the changed ones it is.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    len: u32,
    role: Role,
}

const CHANGED: u32 = u32::MAX;

/// The longest input whose places fit, in bytes.
pub(super) const LONGEST: usize = 1 << 31;

/// A line without colours, quoting marks and borders; its indent and the spaces at its end are still there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Line<'l, 'a> {
    /// It is as it stands at byte `at` of the input.
    Plain {
        /// The text.
        text: &'a str,
        /// Its place.
        at: usize,
    },
    /// Something was taken out or replaced.
    Changed(&'l Excerpt<'a>),
}

impl<'a> Lines<'a> {
    /// None yet.
    pub(super) fn new(content: &'a Content, input: &'a str) -> Self {
        Self {
            content,
            input,
            at: 0,
            entries: Vec::new(),
            changed: Vec::new(),
            controls: 0,
            says_something: false,
            page: None,
        }
    }

    /// Whether all of the input is read.
    pub(super) fn is_complete(&self) -> bool {
        self.at >= self.input.len()
    }

    /// How many bytes of the input are read.
    pub(super) fn bytes(&self) -> usize {
        self.at.min(self.input.len())
    }

    /// Reads the next line. Of several blank lines one is kept.
    pub(super) fn read_next(&mut self) {
        let Some(rest) = self.input.get(self.at..).filter(|rest| !rest.is_empty()) else { return };
        let (len, signs) = self.line(rest);
        let (raw, ending) = rest.split_at(len);
        self.controls += if signs.has(Signs::ODD) { raw.bytes().filter(is_control).count() } else { 0 };
        let at = self.at;
        self.at += len + if ending.starts_with("\r\n") { 2 } else { markup::break_len(ending.as_bytes()).max(1) };
        let mut text = clean::clean(raw, at, signs);
        let role =
            before_formats(raw, &mut text, signs).unwrap_or_else(|| roles::role(self.content, text.text(), signs));
        let role = self.in_page(at, role, text.text(), signs);
        if role == Role::Blank && self.entries.last().is_some_and(|last| last.role == Role::Blank) {
            return;
        }
        let entry = match text.as_one() {
            Some((text, at)) => Entry { start: small(at), len: small(text.len()), role },
            None => {
                self.changed.push(text);
                Entry { start: small(self.changed.len() - 1), len: CHANGED, role }
            }
        };
        self.entries.push(entry);
    }

    /// How long the line is that begins here, and what it has. A page has line breaks of its own, which end no line.
    fn line(&self, rest: &str) -> (usize, Signs) {
        let (mut len, mut signs) = Signs::of_line(rest.as_bytes());
        let mut in_page = self.page.is_some();
        loop {
            let tag = markup::break_len(&rest.as_bytes()[len..]);
            in_page = in_page || tag > 0 && markup::page_at(&rest[..len]).is_some();
            if tag == 0 || !in_page {
                return (len, signs);
            }
            let (more, others) = Signs::of_line(&rest.as_bytes()[len + tag..]);
            (len, signs) = (len + tag + more, signs.and(others));
        }
    }

    /// How many control characters were read that no terminal prints.
    pub(super) fn controls(&self) -> usize {
        self.controls
    }

    /// The role of the line that starts at byte `at`, as its surroundings decide: in a page nobody says anything.
    fn in_page(&mut self, at: usize, role: Role, text: &str, signs: Signs) -> Role {
        let page = self.page.take();
        let inside = match page {
            Some(Page::Until(end, _)) => at < end,
            Some(Page::CutOff) => !role.begins_another(),
            None => false,
        };
        // On its last line another one may begin.
        let from = match page {
            Some(Page::Until(end, tag)) if inside && self.at >= end => markup::end_at(text, tag).unwrap_or(text.len()),
            _ if inside => {
                self.page = page;
                return Role::Page;
            }
            _ => 0,
        };
        self.says_something |= inside || role.says_something();
        if signs.has(Signs::LESS) && self.says_something {
            if let Some((opens, tag)) = markup::open_page(&text[from..]).map(|(opens, tag)| (from + opens, tag))
                && !text[..opens].ends_with('"')
            {
                self.page = Some(self.page_behind(tag));
            }
            if markup::opener(text.trim_start()).is_some() {
                return Role::Page;
            }
        }
        if inside { Role::Page } else { role }
    }

    /// How far a page goes that began on the line before and has this end.
    fn page_behind(&self, end: &'static str) -> Page {
        let mut at = self.at;
        for line in self.input.get(at..).unwrap_or_default().split_inclusive('\n').take(LONGEST_PAGE) {
            if events::is_row(line.trim()) {
                break;
            }
            at += line.len();
            if markup::end_at(line, end).is_some() {
                return Page::Until(at, end);
            }
        }
        Page::CutOff
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The line `at`.
    pub(super) fn get(&self, at: usize) -> Option<Line<'_, 'a>> {
        let Entry { start, len, .. } = *self.entries.get(at)?;
        let start = start as usize;
        if len == CHANGED {
            return self.changed.get(start).map(Line::Changed);
        }
        Some(Line::Plain { text: Span::new(start, start + len as usize).of(self.input), at: start })
    }

    /// What line `at` is.
    pub(super) fn role(&self, at: usize) -> Option<Role> {
        self.entries.get(at).map(|entry| entry.role)
    }

    /// Whether any line says something.
    pub(super) fn has_text(&self) -> bool {
        (0..self.len()).any(|at| self.get(at).is_some_and(|line| !line.trimmed().is_empty()))
    }
}

/// Places fit, see [`LONGEST`].
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(CHANGED - 1)
}

fn is_control(byte: &u8) -> bool {
    *byte < b' ' && !matches!(byte, b'\t' | 0x07 | 0x08 | 0x0c | 0x1b)
}

/// What a line is before its format is known; the prompt in front of a command, or of a text, is taken off.
fn before_formats(raw: &str, text: &mut Excerpt, signs: Signs) -> Option<Role> {
    let trimmed = text.text().trim();
    let first = trimmed.chars().next();
    if first.is_none() || is_fence(raw, trimmed) {
        return Some(Role::Blank);
    }
    if matches!(first, Some('.' | '…' | '[' | '<' | '('))
        && (trimmed.bytes().all(|b| b == b'.') || matches!(trimmed, "…" | "[...]" | "<snip>" | "(...)"))
    {
        return Some(Role::Elision);
    }
    let (all, end) = (text.text().len(), text.text().trim_end().len());
    if let Some(command) = prompt::command(trimmed, signs) {
        let start = end - command.len().min(end);
        *text = text.part(Span::new(start, end));
        return Some(Role::Command);
    }
    let prompt = if signs.has(Signs::PROMPT) { prompt::prompt_len(text.text()) } else { 0 };
    if prompt > 0 {
        *text = text.part(Span::new(prompt, all));
    }
    if let Some(image) = prompt::fetched(text.text()) {
        *text = text.part(image);
        return Some(Role::Fetched);
    }
    None
}

/// Whether the line opens or closes a code block and says nothing else.
fn is_fence(raw: &str, trimmed: &str) -> bool {
    let marks = raw.trim_start_matches([' ', '\t', '>']);
    (marks.starts_with("```") || marks.starts_with("~~~"))
        && trimmed.trim_start_matches('~').bytes().all(|b| b.is_ascii_alphanumeric())
}

impl<'l, 'a> Line<'l, 'a> {
    /// The text.
    pub(super) fn text(self) -> &'l str
    where
        'a: 'l,
    {
        match self {
            Self::Plain { text, .. } => text,
            Self::Changed(excerpt) => excerpt.text(),
        }
    }

    /// The bytes `span` of the text, with their places in the input.
    pub(super) fn part(self, span: Span) -> Excerpt<'a> {
        match self {
            Self::Plain { text, at } => Excerpt::verbatim(span.of(text), at + span.start),
            Self::Changed(excerpt) => excerpt.part(span),
        }
    }

    /// All of the text, with its places.
    pub(super) fn excerpt(self) -> Excerpt<'a> {
        self.part(Span::new(0, self.text().len()))
    }

    /// Appends the bytes `span` of the text to `excerpt`.
    pub(super) fn push_onto(self, excerpt: &mut Excerpt<'a>, span: Span) {
        match self {
            Self::Plain { text, at } => excerpt.push(span.of(text), at + span.start),
            Self::Changed(changed) => excerpt.push_part(changed, span),
        }
    }

    /// The text without white space at both ends.
    pub(super) fn trimmed(self) -> &'l str
    where
        'a: 'l,
    {
        self.text().trim()
    }

    /// Its width on the screen, in characters, with the spaces at its end.
    pub(super) fn width(self) -> usize {
        let text = self.text();
        if text.is_ascii() { text.len() } else { text.chars().count() }
    }

    /// How far it is indented, in characters; a tab goes to the next multiple of eight.
    pub(super) fn indent(self) -> usize {
        let mut column = 0;
        for byte in self.text().bytes() {
            match byte {
                b' ' => column += 1,
                b'\t' => column = (column / 8 + 1) * 8,
                _ => break,
            }
        }
        column
    }

    /// The bytes of the text between the white space at both ends.
    pub(super) fn inner(self) -> Span {
        let text = self.text();
        let start = text.len() - text.trim_start().len();
        Span::new(start, text.trim_end().len().max(start))
    }
}
