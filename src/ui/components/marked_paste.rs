//! The paste itself, with the deciding words marked and everything that does not matter left out or quiet.

use crate::mask::{Credential, DOTS};
use crate::text::Span;
use crate::ui::host::use_id;
use crate::ui::labels;
use crate::ui::pasted::Pasted;
use std::rc::Rc;
use yew::prelude::*;

/// Lines shown before and after a marked one.
const AROUND: usize = 2;
/// Of a text with more lines than this not all are shown on request, for each costs the browser, but so many around.
const MOST_LINES: usize = 2000;
const MORE_AROUND: usize = 200;
/// Of a longer line only this many bytes before and behind the marks are shown.
const LONGEST_LINE: usize = 8 * 1024;
const BESIDE: usize = 1024;

/// Properties of [`MarkedPaste`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MarkedPasteProps {
    /// The whole paste.
    pub text: Pasted,
    /// The deciding words, in any order; those that overlap become one.
    pub marks: Vec<Span>,
    /// What the marked words are: `decides`.
    pub label: AttrValue,
    /// The credentials in the paste, in order: they are not shown.
    pub credentials: Rc<Vec<Credential>>,
    /// What the paste is, for the bar above it.
    pub what: AttrValue,
}

/// The lines around the marks; the rest on request.
#[component]
pub(crate) fn MarkedPaste(props: &MarkedPasteProps) -> Html {
    let MarkedPasteProps { text, what, label, credentials, .. } = props;
    let marks = &apart(&props.marks);
    let id = use_id();
    let all = use_state(|| false);
    let lines = use_memo(text.clone(), |text| lines(text));
    let is_long = lines.len() > MOST_LINES;
    let shown = match (*all, is_long) {
        (false, _) => windows(&lines, marks, AROUND),
        (true, true) => windows(&lines, marks, MORE_AROUND),
        (true, false) => vec![(0, lines.len())],
    };
    let hides = shown != [(0, lines.len())];
    let toggle = {
        let all = all.clone();
        move |_: MouseEvent| all.set(!*all)
    };
    let mut at = 0;
    let mut rows = Vec::new();
    for &(from, to) in &shown {
        rows.push(gap(from - at));
        rows.extend(lines.iter().enumerate().take(to).skip(from).map(|(index, line)| {
            let marks = touching(marks, *line, |mark| *mark);
            let credentials = touching(credentials, *line, |credential| credential.span);
            let class = if marks.is_empty() { "ipg-marked__line" } else { "ipg-marked__line ipg-marked__line--here" };
            let part = part(text, *line, marks);
            let (before, behind) = (cut(part.start > line.start), cut(part.end < line.end));
            html! { <span {class}><span class="ipg-marked__number" aria-hidden="true">{ index + 1 }</span><span class="ipg-marked__text">{ before }{ pieces(text, part, marks, credentials, label) }{ behind }{ "\n" }</span></span> }
        }));
        at = to;
    }
    rows.push(gap(lines.len() - at));
    html! {
        <div class="ipg-panel">
            <div class="ipg-panel__bar">
                <span class="ipg-panel__title">{ what.clone() }</span>
                if hides || *all {
                    <button type="button" class="ipg-button ipg-button--small" aria-pressed={all.to_string()} onclick={toggle}>
                        { if *all { labels::paste::SHOW_LESS } else if is_long { labels::paste::SHOW_MORE } else { labels::paste::SHOW_ALL } }
                    </button>
                }
            </div>
            <pre id={id("marked")} class="ipg-marked" tabindex="0" role="region" aria-label={labels::paste::MARKED_LABEL}>{ for rows }</pre>
        </div>
    }
}

/// What stands for the rest of a line.
fn cut(is_cut: bool) -> &'static str {
    if is_cut { "…" } else { "" }
}

/// The part of a line that is shown: the marks and what is beside them, or its beginning.
fn part(text: &str, line: Span, marks: &[Span]) -> Span {
    if line.len() <= LONGEST_LINE {
        return line;
    }
    let first = marks.first().map_or(line.start, |mark| mark.start.max(line.start));
    let last = marks.last().map_or(line.start, |mark| mark.end.min(line.end));
    let start = first.saturating_sub(BESIDE).max(line.start);
    let end = (last + BESIDE).min(start + LONGEST_LINE).min(line.end);
    Span::new(text.floor_char_boundary(start), text.floor_char_boundary(end))
}

fn gap(lines: usize) -> Html {
    match lines {
        0 => Html::default(),
        _ => {
            html! { <span class="ipg-marked__gap">{ labels::paste::hidden_lines(lines) }{ "\n" }</span> }
        }
    }
}

/// The marks in the order of the text, those that overlap as one.
fn apart(marks: &[Span]) -> Vec<Span> {
    let mut marks = marks.to_vec();
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Span> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}

/// The lines of a text, without their ends.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches(['\n', '\r']).len();
        lines.push(Span::new(at, end));
        at += line.len();
    }
    lines
}

/// Ranges of lines (from, to): so many `around` the marks; the beginning of the text where nothing is marked.
fn windows(lines: &[Span], marks: &[Span], around: usize) -> Vec<(usize, usize)> {
    let mut windows: Vec<(usize, usize)> = Vec::new();
    for mark in marks {
        let first = lines.partition_point(|line| line.end < mark.start);
        let last = lines.partition_point(|line| line.start < mark.end);
        let (from, to) = (first.saturating_sub(around), (last + around).min(lines.len()));
        match windows.last_mut() {
            // A gap of one line takes as much room as the line.
            Some((_, end)) if from <= *end + 1 => *end = to.max(*end),
            _ if from <= 1 => windows.push((0, to)),
            _ => windows.push((from, to)),
        }
    }
    if let Some((_, end)) = windows.last_mut()
        && *end + 1 >= lines.len()
    {
        *end = lines.len();
    }
    if windows.is_empty() {
        windows.push((0, lines.len().min(2 * around + 1)));
    }
    windows
}

/// Those of `all` (in order and apart) that have a byte in common with `line`.
fn touching<T>(all: &[T], line: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let from = all.partition_point(|one| span(one).end <= line.start);
    let to = all.partition_point(|one| span(one).start < line.end);
    all.get(from..to).unwrap_or_default()
}

/// A line, cut where a mark or a credential begins or ends.
fn pieces(text: &str, line: Span, marks: &[Span], credentials: &[Credential], label: &AttrValue) -> Html {
    let inside = |at: &usize| line.start < *at && *at < line.end;
    let mut cuts: Vec<usize> = marks
        .iter()
        .copied()
        .chain(credentials.iter().map(|credential| credential.span))
        .flat_map(|span| [span.start, span.end])
        .filter(inside)
        .chain([line.start, line.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let covers = |span: Span, at: usize| span.start <= at && at < span.end;
    cuts.windows(2)
        .map(|cut| {
            let piece = Span::new(cut[0], cut[1]);
            let credential = credentials.iter().find(|credential| covers(credential.span, piece.start));
            let words = match credential {
                Some(credential) if credential.span.start.max(line.start) < piece.start => "",
                Some(_) => DOTS,
                None => piece.of(text),
            };
            match marks.iter().find(|mark| covers(**mark, piece.start)) {
                Some(mark) if mark.start == piece.start => html! {
                    <><span class="ipg-tag">{ label.clone() }</span><mark class="ipg-mark">{ words }</mark></>
                },
                Some(_) => html! { <mark class="ipg-mark">{ words }</mark> },
                None => html! { { words } },
            }
        })
        .collect()
}
