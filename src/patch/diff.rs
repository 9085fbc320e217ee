//! What changed, by line, with the changed words marked: worked out from the edits, which are known.

use super::{Patched, TextEdit};
use crate::text::Span;

/// Lines that belong together: what changed, and what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The lines in the order in which they are shown.
    pub lines: Vec<DiffLine>,
}

/// One line of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Whether it stays, goes or comes.
    pub kind: LineKind,
    /// What it says, without its line break.
    pub text: String,
    /// Its number before, from 1; none for one that comes.
    pub old: Option<usize>,
    /// Its number after, from 1; none for one that goes.
    pub new: Option<usize>,
    /// The bytes of `text` that changed: those of a line that has a counterpart; the whole of one that has none.
    pub changed: Vec<Span>,
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// It stays.
    Same,
    /// It goes.
    Removed,
    /// It comes.
    Added,
}

impl LineKind {
    /// The sign in front of it: a space, `-` or `+`.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Same => ' ',
            Self::Removed => '-',
            Self::Added => '+',
        }
    }
}

/// A stretch of lines that changed: which ones before, and what they became.
struct Block<'a> {
    first: usize,
    old: Vec<&'a str>,
    new: Vec<String>,
}

/// The hunks of an edited text, with up to `context` lines around each change.
#[must_use]
pub fn hunks(before: &str, patched: &Patched, context: usize) -> Vec<Hunk> {
    let mut starts = vec![0];
    starts.extend(before.match_indices('\n').map(|(at, _)| at + 1));
    let lines: Vec<&str> = before.split_inclusive('\n').collect();
    let mut hunks: Vec<Hunk> = Vec::new();
    // How many lines have come so far, less those that went; and up to which line everything has been shown.
    let (mut shift, mut shown) = (0_isize, 0);
    let blocks = blocks(before, &patched.edits, &starts, &lines);
    let firsts: Vec<usize> = blocks.iter().skip(1).map(|block| block.first).chain([lines.len()]).collect();
    for (block, next) in blocks.iter().zip(firsts) {
        let end = block.first + block.old.len();
        let from = block.first.saturating_sub(context).max(shown);
        let joins = from == shown && !hunks.is_empty();
        if !joins {
            hunks.push(Hunk { lines: Vec::new() });
        }
        let Some(hunk) = hunks.last_mut() else { continue };
        hunk.lines.extend((from..block.first).map(|number| same(&lines, number, shift)));
        let counterparts = counterparts(block);
        for (index, line) in block.old.iter().enumerate() {
            let other = counterparts.iter().find(|pair| pair.0 == index).and_then(|pair| block.new.get(pair.1));
            let changed = changed(bare(line), other.map(|other| bare(other)));
            let old = Some(block.first + index + 1);
            hunk.lines.push(DiffLine { kind: LineKind::Removed, text: bare(line).to_owned(), old, new: None, changed });
        }
        for (index, line) in block.new.iter().enumerate() {
            let other = counterparts.iter().find(|pair| pair.1 == index).and_then(|pair| block.old.get(pair.0));
            let changed = changed(bare(line), other.copied().map(bare));
            let new = Some((block.first + index).saturating_add_signed(shift) + 1);
            hunk.lines.push(DiffLine { kind: LineKind::Added, text: bare(line).to_owned(), old: None, new, changed });
        }
        shift += block.new.len().cast_signed() - block.old.len().cast_signed();
        shown = (end + context).min(next);
        hunk.lines.extend((end..shown).map(|number| same(&lines, number, shift)));
    }
    hunks
}

fn same(lines: &[&str], number: usize, shift: isize) -> DiffLine {
    DiffLine {
        kind: LineKind::Same,
        text: bare(lines.get(number).copied().unwrap_or_default()).to_owned(),
        old: Some(number + 1),
        new: Some(number.saturating_add_signed(shift) + 1),
        changed: Vec::new(),
    }
}

/// The changed lines; edits that share a line are in one block.
fn blocks<'a>(before: &'a str, edits: &[TextEdit], starts: &[usize], lines: &[&'a str]) -> Vec<Block<'a>> {
    let line_of = |at: usize| starts.partition_point(|&start| start <= at).saturating_sub(1);
    let mut groups: Vec<(usize, usize, Vec<&TextEdit>)> = Vec::new();
    for edit in edits {
        let (first, last) = (line_of(edit.span.start), line_of(edit.span.end));
        match groups.last_mut().filter(|group| first <= group.1) {
            Some(group) => {
                group.1 = group.1.max(last);
                group.2.push(edit);
            }
            None => groups.push((first, last, vec![edit])),
        }
    }
    let block = |(first, last, edits): (usize, usize, Vec<&TextEdit>)| {
        let start = starts.get(first).copied().unwrap_or(before.len());
        let end = starts.get(last + 1).copied().unwrap_or(before.len());
        let mut new = String::new();
        let mut at = start;
        for edit in edits {
            new.push_str(Span::new(at, edit.span.start).of(before));
            new.push_str(&edit.replacement);
            at = edit.span.end;
        }
        new.push_str(Span::new(at, end).of(before));
        let mut old: Vec<&str> = lines.get(first..=last).or_else(|| lines.get(first..)).unwrap_or_default().to_vec();
        let mut new: Vec<String> = new.split_inclusive('\n').map(str::to_owned).collect();
        // A line break at the end of the text is no change of its line.
        let alike = |one: &str, other: &str| bare(one) == bare(other);
        let mut head = 0;
        while old.get(head).zip(new.get(head)).is_some_and(|(one, other)| alike(one, other)) {
            head += 1;
        }
        old.drain(..head);
        new.drain(..head);
        while old.last().zip(new.last()).is_some_and(|(one, other)| alike(one, other)) {
            old.pop();
            new.pop();
        }
        Block { first: first + head, old, new }
    };
    groups.into_iter().map(block).filter(|block| !(block.old.is_empty() && block.new.is_empty())).collect()
}

/// Which old line became which new one: one by one where there are as many, else those that begin with the same key.
fn counterparts(block: &Block<'_>) -> Vec<(usize, usize)> {
    if block.old.len() == block.new.len() {
        return (0..block.old.len()).map(|index| (index, index)).collect();
    }
    fn key(line: &str) -> &str {
        line.trim_start().split([':', ',']).next().unwrap_or_default().trim_end()
    }
    let mut pairs = Vec::new();
    let mut from = 0;
    for (index, line) in block.old.iter().enumerate() {
        let mut rest = block.new.iter().enumerate().skip(from);
        if let Some((at, _)) = rest.find(|(_, new)| key(new) == key(line)) {
            pairs.push((index, at));
            from = at + 1;
        }
    }
    pairs
}

fn bare(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

/// The bytes of `line` that are not those of its counterpart: between what both begin and end with, in whole words.
fn changed(line: &str, other: Option<&str>) -> Vec<Span> {
    let Some(other) = other else { return vec![Span::new(line.len() - line.trim_start().len(), line.len())] };
    let is_word = |letter: char| letter.is_alphanumeric() || "._-".contains(letter);
    let both = line.char_indices().zip(other.chars());
    let mut start =
        both.clone().find(|((_, one), other)| one != other).map_or(line.len().min(other.len()), |((at, _), _)| at);
    let room = line.len().min(other.len()).saturating_sub(start);
    let alike = line.chars().rev().zip(other.chars().rev()).take_while(|(one, other)| one == other);
    let mut tail = 0;
    for (letter, _) in alike {
        if tail + letter.len_utf8() > room {
            break;
        }
        tail += letter.len_utf8();
    }
    let mut end = line.len() - tail;
    let widen = |text: &str| text.len() - text.trim_end_matches(is_word).len();
    start -= widen(line.get(..start).unwrap_or_default());
    let behind = line.get(end..).unwrap_or_default();
    end += behind.len() - behind.trim_start_matches(is_word).len();
    if start == end { Vec::new() } else { vec![Span::new(start, end)] }
}
