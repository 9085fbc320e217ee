//! The reading itself, step by step, so that a long paste can be read in slices.

use super::draft::{Draft, Section};
use super::lines::Lines;
use super::model::{ContainerReport, Note, Paste};
use super::roles::Role;
use super::wrap::{self, Layout, LayoutSoFar};
use super::{describe, events, lines, logs, message, notes, object, status_table};
use crate::content::{Beginning, Content};
use crate::text::Span;

/// A paste that is being read.
///
/// ```
/// use image_pull_guide::content::Content;
/// use image_pull_guide::paste::{MAX_BYTES, Reader};
/// let mut reader = Reader::new(Content::embedded(), "Failed to pull image \"nginx:foo\": not found", MAX_BYTES);
/// while !reader.go_on(1024) {
///     // Something else may be done here.
/// }
/// assert_eq!(reader.finish().pods.len(), 1);
/// ```
#[derive(Debug)]
pub struct Reader<'a> {
    content: &'a Content,
    input: &'a str,
    is_too_long: bool,
    lines: Lines<'a>,
    layout_so_far: LayoutSoFar,
    layout: Layout,
    draft: Draft<'a>,
    /// The line to read next, when all lines are known.
    at: usize,
}

impl<'a> Reader<'a> {
    /// Nothing is read yet. A text of more than `max` bytes never will be.
    #[must_use]
    pub fn new(content: &'a Content, input: &'a str, max: usize) -> Self {
        Self {
            content,
            input,
            is_too_long: input.len() > max.min(lines::LONGEST),
            lines: Lines::new(content, input),
            layout_so_far: LayoutSoFar::default(),
            layout: Layout::default(),
            draft: Draft::default(),
            at: 0,
        }
    }

    /// Goes on for about `lines` lines; says whether all is read.
    pub fn go_on(&mut self, lines: usize) -> bool {
        if self.is_too_long {
            return true;
        }
        let mut left = lines;
        while left > 0 && !self.lines.is_complete() {
            self.lines.read_next();
            let last = self.lines.len().saturating_sub(1);
            if let (Some(line), Some(role)) = (self.lines.get(last), self.lines.role(last)) {
                self.layout_so_far.look_at(line, role);
            }
            left -= 1;
            if self.lines.is_complete() {
                self.layout = self.layout_so_far.layout();
            }
        }
        while left > 0 && self.at < self.lines.len() {
            let next = self.step();
            left = left.saturating_sub(next - self.at);
            self.at = next;
        }
        self.lines.is_complete() && self.at >= self.lines.len()
    }

    /// How much is read, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let part = |done: usize, all: usize| if all == 0 { 1.0 } else { done as f64 / all as f64 };
        if self.lines.is_complete() {
            0.5 + part(self.at, self.lines.len()) / 2.0
        } else {
            part(self.lines.bytes(), self.input.len()) / 2.0
        }
    }

    /// What was read.
    #[must_use]
    pub fn finish(mut self) -> Paste<'a> {
        if self.is_too_long {
            return Paste { notes: vec![Note::TooLong { bytes: self.input.len() }], ..Paste::default() };
        }
        let mut notes = notes::of_bytes(self.input, self.lines.controls());
        if !self.lines.has_text() {
            notes.push(Note::Empty);
            return Paste { notes, ..Paste::default() };
        }
        object::end(self.content, &mut self.draft);
        if self.draft.is_empty() {
            self.reasons_alone();
        }
        let kind = self.draft.seen.kind();
        let pods = self.draft.finish(self.content);
        notes.extend(notes::of_content(self.input, kind, &pods));
        Paste { kind, pods, notes }
    }

    /// The last resort: a reason such as `ImagePullBackOff`, in whatever stands around it.
    fn reasons_alone(&mut self) {
        let found = (0..self.lines.len())
            .filter_map(|at| self.lines.get(at))
            .filter(|line| line.text().len() >= 12)
            .find_map(|line| Some(line.part(pull_reason(self.content, line.text())?)));
        if let Some(reason) = found {
            let container = ContainerReport { state: "Waiting".into(), reason, ..ContainerReport::default() };
            self.draft.add_container(container);
        }
    }

    /// Reads the next line, and those that belong to it; gives the first line behind them.
    fn step(&mut self) -> usize {
        let Self { content, lines, draft, layout, at, .. } = self;
        let (lines, layout, at) = (&*lines, *layout, *at);
        let (Some(line), Some(role)) = (lines.get(at), lines.role(at)) else { return at + 1 };
        if role.begins_another() && draft.object.is_active() {
            object::end(content, draft);
        }
        match role {
            Role::Blank | Role::Elision | Role::Rule | Role::PodsHeader | Role::Page => {}
            Role::EventsHeader => {
                if draft.section != Section::Events || at == 0 || lines.role(at - 1) != Some(Role::Field) {
                    draft.table_begins();
                }
            }
            Role::Command => draft.command(&line.excerpt()),
            Role::Fetched => draft.fetched(line.excerpt()),
            Role::EventRow => {
                let (text, end) = wrap::gather(lines, at, layout, true);
                if let Some(row) = events::row(&text) {
                    draft.row(row);
                }
                return end;
            }
            Role::PodRow => {
                if let Some(pod) = status_table::pod(&line.excerpt()) {
                    draft.listed(pod);
                }
            }
            Role::Log => {
                match logs::logger(line.trimmed()) {
                    Some(logs::Logger::Klog) => draft.seen.kubelet_lines += 1,
                    _ => draft.seen.runtime_lines += 1,
                }
                let entry = logs::entry(content, &line.excerpt());
                let found = if entry.message.is_empty() { message::find(content, line.text()) } else { None };
                if let Some(found) = found.filter(|found| found.beginning == Beginning::Outer) {
                    // A message that quotes a log.
                    draft.bare(message::message(&line.excerpt(), found), "".into());
                } else if !entry.message.is_empty() {
                    draft.logged(&entry.pod);
                    if entry.pod.is_empty() {
                        if !entry.image.is_empty() {
                            draft.pulled(entry.image);
                        } else if !entry.fetched.is_empty() {
                            draft.asked_for(entry.fetched);
                        }
                    }
                    draft.bare(entry.message, "".into());
                }
            }
            Role::Field => return describe::take(draft, lines, at, layout),
            Role::Key => return object::take(content, draft, lines, at),
            Role::Message(found) => {
                let (text, end) = wrap::gather(lines, at, layout, false);
                draft.seen.levels += usize::from(message::level_len(line.trimmed()) > 0);
                draft.seen.docker += usize::from(message::is_tool_output(line.trimmed()));
                draft.bare(message::message(&text, found), "".into());
                return end;
            }
            Role::Text if draft.object.is_active() => return object::go_on(content, draft, lines, at),
            Role::Text => {
                if let Some(name) = describe::container_name(lines, at) {
                    describe::begin_container(draft, name);
                }
            }
        }
        at + 1
    }
}

/// The first word of `text` that is a reason which only the pull of an image has.
fn pull_reason(content: &Content, text: &str) -> Option<Span> {
    content.pull_reasons().filter_map(|reason| text.find(reason).map(|at| Span::new(at, at + reason.len()))).min()
}
