//! Joining the lines of a wrapped row or message.
//!
//! Between two lines stands nothing, a space or a line break; which one is decided for each break, the first rule that
//! fits wins:
//!
//! 1. The next line starts like a registry's second line (`denied: …`), a list of errors or a page, at the left edge, and
//!    the line before is complete: the program wrote a **line break**. All lines of such a page belong to the message,
//!    whatever they look like.
//! 2. The line is as wide as others that break: a terminal cut it at its width, in the middle of a word or not. **Nothing**
//!    was there. One column less, or a whole word on both sides: a **space** at the end got lost.
//! 3. The next line is indented more than the first: an editor broke at a **space**.
//! 4. One break alone: the words on both sides decide. A quote that is open around a name, a sign that never starts a word,
//!    or two halves of a known word want **nothing**; anything else a **space**.

use std::collections::BTreeMap;

use super::lines::{Line, Lines};
use super::message;
use super::quoted;
use super::roles::Role;
use super::words;
use crate::content::Beginning;
use crate::text::{Excerpt, Span};

/// What the lines of a paste have in common when a terminal cut them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    /// The commonest width of the lines that could break, if two or more have it.
    width: Option<usize>,
    /// The bytes of indent that every line has.
    indent: usize,
}

/// Narrower than this nobody reads tables, and two lines of equal width say nothing.
const NARROWEST: usize = 40;
/// A row is never wrapped over more lines than this; what follows is something else.
const MOST_LINES: usize = 400;

/// Looks at the lines, one after the other, for what they have in common.
#[derive(Clone, Debug, Default)]
pub(super) struct LayoutSoFar {
    indent: Option<usize>,
    widths: BTreeMap<usize, usize>,
    /// The width of the last line, where it could break.
    last: Option<usize>,
}

impl LayoutSoFar {
    /// Looks at the next line.
    pub(super) fn look_at(&mut self, line: Line, role: Role) {
        if role.may_continue()
            && let Some(width) = self.last
        {
            *self.widths.entry(width).or_default() += 1;
        }
        self.last = None;
        if !matches!(role, Role::Blank | Role::Elision | Role::Command) {
            let indent = line.inner().start;
            self.indent = Some(self.indent.map_or(indent, |least| least.min(indent)));
            self.last = Some(line.width()).filter(|width| *width >= NARROWEST);
        }
    }

    /// What they have in common.
    pub(super) fn layout(&self) -> Layout {
        let commonest =
            self.widths.iter().max_by_key(|&(width, count)| (count, width)).filter(|&(_, count)| *count >= 2);
        Layout { width: commonest.map(|(width, _)| *width), indent: self.indent.unwrap_or(0) }
    }
}

/// Joins line `at` with those that continue it; gives the text and the first line behind them.
///
/// `eager` says whether a line that could be prose is taken too (a table's row goes on until something else begins; a
/// bare message only where it breaks off).
pub(super) fn gather<'a>(lines: &Lines<'a>, at: usize, layout: Layout, eager: bool) -> (Excerpt<'a>, usize) {
    let Some(first) = lines.get(at) else { return (Excerpt::default(), at + 1) };
    let mut text = first.excerpt();
    let mut end = at + 1;
    if lines.role(end).is_none_or(|role| !role.may_come_inside()) {
        return (text, end);
    }
    let mut open = Openness::default();
    open.read(first.trimmed());
    while end < lines.len() && end - at < MOST_LINES {
        let Some(next) = continuation(lines, at, end, layout, eager, open) else { break };
        let before = last_text(lines, end);
        let (Some(before), Some(line)) = (lines.get(before), lines.get(next)) else { break };
        let cut = cut_by_terminal(lines, at, next, layout);
        if lines.role(next) == Some(Role::Page) {
            text.truncate(text.text().trim_end().len());
            text.push_synthetic("\n");
            line.push_onto(&mut text, line.inner());
        } else {
            join(&mut text, before, line, first, cut, layout, open);
        }
        open.read(line.trimmed());
        end = next + 1;
    }
    (text, end)
}

/// The last line before `end` that is not blank.
fn last_text(lines: &Lines, end: usize) -> usize {
    (0..end).rev().find(|&at| lines.get(at).is_some_and(|line| !line.trimmed().is_empty())).unwrap_or(0)
}

/// Whether a quote is open, counted over the lines read so far.
#[derive(Clone, Copy, Debug, Default)]
struct Openness {
    quotes: usize,
    /// Inside `(Mirrors also failed: […]`, which has one line per mirror.
    mirrors: bool,
}

impl Openness {
    fn read(&mut self, text: &str) {
        self.quotes += text.bytes().filter(|&b| b == b'"').count();
        self.mirrors = (self.mirrors || text.contains("(Mirrors also failed: [")) && !text.contains("]): ");
    }

    fn is_open(self) -> bool {
        self.quotes % 2 == 1
    }
}

/// The line that continues what stands on `at..end`, if one does.
fn continuation(lines: &Lines, at: usize, end: usize, layout: Layout, eager: bool, open: Openness) -> Option<usize> {
    if lines.role(end) == Some(Role::Page) {
        return Some(end);
    }
    let (first, before) = (lines.get(at)?, lines.get(last_text(lines, end))?);
    let mut unfinished = open.is_open() || open.mirrors || words::is_unfinished(before.trimmed());
    let mut next = end;
    if lines.role(end) == Some(Role::Blank) {
        // A blank line ends a message, unless it breaks off in the middle of a phrase.
        next = (end + 1..lines.len().min(end + 3)).find(|&next| lines.role(next) != Some(Role::Blank))?;
        if !words::is_unfinished(before.trimmed())
            || lines.get(next).is_some_and(|line| words::is_prose(line.trimmed()))
        {
            return None;
        }
    }
    if words::has_cut_cell(before.trimmed()) {
        return None;
    }
    let role = lines.role(next)?;
    let line = lines.get(next)?;
    // The same answer for another pod.
    if quoted::waiting_to_start(line.text()).is_some() {
        return None;
    }
    let cut = next == end && cut_by_terminal(lines, at, next, layout).is_some();
    unfinished |= words::halves(before.trimmed(), line.trimmed());
    // In the middle of a message, `message:` is no key but its next word.
    let may_continue = role.may_continue() || (role == Role::Key && (unfinished || cut));
    let first_is_empty_row =
        end == at + 1 && lines.role(at) == Some(Role::EventRow) && ends_with_object(before.trimmed());
    if !(may_continue || first_is_empty_row && matches!(role, Role::Message(_))) {
        return None;
    }
    let deeper = line.indent() > first.indent();
    let table = lines.role(at) == Some(Role::EventRow);
    let body = words::starts_body(line.trimmed());
    let at_edge = line.indent() <= first.indent();
    // Words in the middle of a line, a gap before them: a cell of another row.
    if let Role::Message(found) = role
        && !unfinished
        && line.text().get(line.inner().start..found.at()).is_some_and(|before| before.contains("  "))
    {
        return None;
    }
    let word = line.trimmed().split([' ', '\t']).next().unwrap_or_default();
    let begins_here = matches!(role, Role::Message(found) if found.at() == line.inner().start
        || (found.beginning != Beginning::Line && message::extent(line.text(), found).start == line.inner().start));
    let next_word =
        next == end && word.starts_with(|c: char| c.is_ascii_lowercase()) && words::is_word(word) && !begins_here;
    let goes_on = unfinished
        || next_word
        || cut
        || first_is_empty_row
        || (body && (table || at_edge))
        || (deeper && role == Role::Text)
        || (eager && next == end && !words::is_prose(line.trimmed()));
    goes_on.then_some(next)
}

/// Whether the row ends with its object (`pod/web`), its message still to come.
fn ends_with_object(text: &str) -> bool {
    text.rsplit([' ', '\t']).next().is_some_and(|word| word.starts_with("pod/") || word.starts_with("Pod/"))
}

/// Whether the terminal's width cut the line before `next`.
fn cut_by_terminal(lines: &Lines, at: usize, next: usize, layout: Layout) -> Option<usize> {
    let width = lines.get(next.checked_sub(1)?)?.width();
    if layout.width.is_some_and(|all| width == all || width + 1 == all) {
        return layout.width;
    }
    // Not the widest of the paste, but all broken lines of this one row are equally wide.
    let broken = |line: &usize| lines.role(line + 1).is_some_and(Role::may_continue);
    let widths = (at..lines.len().min(at + 30)).take_while(broken).filter_map(|at| lines.get(at)).map(Line::width);
    let (mut all, mut count) = (None, 0);
    for each in widths.take_while(|width| *width >= NARROWEST) {
        let widest = all.map_or(each, |all: usize| all.max(each));
        if all.is_some_and(|all| all != each) {
            return None;
        }
        (all, count) = (Some(widest), count + 1);
    }
    all.filter(|&all| count >= 2 && width == all)
}

/// Appends `line` to `text`, with what stood between the two.
fn join<'a>(
    text: &mut Excerpt<'a>,
    before: Line<'_, 'a>,
    line: Line<'_, 'a>,
    first: Line<'_, 'a>,
    cut: Option<usize>,
    layout: Layout,
    open: Openness,
) {
    let (inner, all) = (line.inner(), line.text());
    let tail = before.trimmed();
    let head = inner.of(all);
    let at_edge = line.indent() <= first.indent();
    let complete = tail.ends_with("errors:") || !(tail.ends_with([':', ',', '=']) || open.is_open());
    let mut from = inner.start;
    let between = if (words::starts_body(head) && complete && at_edge) || (open.mirrors && head.starts_with('[')) {
        "\n"
    } else if let Some(width) = cut {
        // What the terminal put at the left edge is part of the text, but for the indent that every line got.
        from = layout.indent.min(inner.start);
        let lost = before.width() < width && !before.text().ends_with(' ') && from == inner.start;
        if lost || (from == inner.start && words::two_words(before.text(), head)) { " " } else { "" }
    } else if before.text().ends_with([' ', '\t']) || !glued(tail, head, open) {
        " "
    } else {
        ""
    };
    if cut.is_none() {
        text.truncate(text.text().trim_end().len());
    }
    text.push_synthetic(between);
    line.push_onto(text, Span::new(from, all.len()));
}

/// Whether two halves belong together without a space.
fn glued(tail: &str, head: &str, open: Openness) -> bool {
    let never_first =
        head.starts_with([':', ',', '/', '.', ')', ']', '@', ';']) || (open.is_open() && head.starts_with('"'));
    let last = tail.rsplit([' ', '\t']).next().unwrap_or_default();
    // Behind the colon of an address stands its port, or what was said of it.
    let is_port = head.starts_with(|c: char| c.is_ascii_digit());
    let is_address = last.contains("://") || last.contains("/v2/");
    let said_of_it = tail.ends_with(':') && is_address && !is_port;
    let wants_space = said_of_it || tail.ends_with([':', ',', ';']) && !open.is_open();
    if never_first {
        return true;
    }
    if wants_space {
        return false;
    }
    // Inside quotes stands a name or an address, and neither has a space. After the opening quote of a sentence it may.
    if open.is_open() && (last.contains('"') || last.contains(['/', '.', ':'])) {
        return true;
    }
    if last.ends_with(['/', '-', '_', '.', '@', '%', '=']) && last.len() > 1 {
        return true;
    }
    if words::two_words(tail, head) {
        return false;
    }
    words::halves(tail, head) || (last.contains("://") && !tail.ends_with('"'))
}
