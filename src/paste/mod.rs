//! What a person pasted, read into pods, containers and events.
//!
//! [`read`] accepts whole `kubectl describe pod` output, its Events table alone, one event line, a bare message,
//! several pods in one text; with shell prompts, `...` lines, wrapped or quoted lines, Windows line ends, non-breaking
//! spaces and ANSI colours. It never fails: what it does not understand it leaves out and says so in
//! [`Paste::notes`].
//!
//! The way of a text: `lines` cleans it line by line, `roles` says what each line is by itself, and then each line is
//! read by the format it belongs to (`describe`, `events`, `status_table`, `logs`, `object`, `message`), with the lines
//! that `wrap` joins to it. The pods come together in `draft`.

mod age;
mod cells;
mod clean;
mod describe;
mod draft;
mod events;
mod finish;
mod lines;
mod logs;
mod message;
mod model;
mod notes;
mod object;
mod phrases;
mod prompt;
mod quoted;
mod roles;
mod seen;
mod status_table;
mod words;
mod wrap;

use draft::{Draft, Section};
use lines::Line;
use roles::Role;
use wrap::Layout;

use crate::text::Span;

pub use model::{ContainerReport, Event, InputKind, Note, Paste, PodReport};

/// The largest text that is looked at, in bytes (16 MiB); a longer one is answered with [`Note::TooLong`] alone.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads a paste; see the module for what it accepts.
#[must_use]
pub fn read(input: &str) -> Paste {
    read_up_to(input, MAX_BYTES)
}

/// The same for a caller who can wait longer: a text of more than `max` bytes is answered with [`Note::TooLong`] alone.
#[must_use]
pub fn read_up_to(input: &str, max: usize) -> Paste {
    if input.len() > max {
        return Paste { notes: vec![Note::TooLong { bytes: input.len() }], ..Paste::default() };
    }
    let mut notes = notes::of_bytes(input);
    let lines = lines::lines(input);
    if lines.iter().all(|line| line.trimmed().is_empty()) {
        notes.push(Note::Empty);
        return Paste { notes, ..Paste::default() };
    }
    let roles: Vec<Role> = lines.iter().map(roles::role).collect();
    let layout = wrap::layout(&lines, &roles);
    let mut draft = Draft::default();
    let mut at = 0;
    while at < lines.len() {
        at = step(&mut draft, &lines, &roles, at, layout);
    }
    if draft.is_empty() {
        reasons_alone(&mut draft, &lines);
    }
    let kind = draft.seen.kind();
    let pods = draft.finish();
    notes.extend(notes::of_content(input, kind, &pods));
    Paste { kind, pods, notes }
}

/// The last resort: a reason such as `ImagePullBackOff`, in whatever stands around it.
fn reasons_alone(draft: &mut Draft, lines: &[Line]) {
    let found = lines
        .iter()
        .filter(|line| line.text().len() >= 12)
        .find_map(|line| phrases::waiting_reason(line.text()).map(|span| line.part(span)));
    if let Some(reason) = found {
        draft.add_container(ContainerReport { state: "Waiting".to_owned(), reason, ..ContainerReport::default() });
    }
}

/// Reads the line `at`, and those that belong to it; gives the first line behind them.
fn step(draft: &mut Draft, lines: &[Line], roles: &[Role], at: usize, layout: Layout) -> usize {
    let (Some(line), Some(&role)) = (lines.get(at), roles.get(at)) else { return at + 1 };
    match role {
        Role::Blank | Role::Elision | Role::Rule | Role::PodsHeader => {}
        Role::EventsHeader => {
            if draft.section != Section::Events || at == 0 || roles.get(at - 1) != Some(&Role::Field) {
                draft.table_begins();
            }
        }
        Role::Command => {
            draft.command(line.trimmed());
            if let Some(image) = prompt::parse(line.trimmed()).image {
                let start = line.text().find(image).unwrap_or(0);
                draft.pulled(line.part(Span::new(start, start + image.len())));
            }
        }
        Role::EventRow => {
            let (text, end) = wrap::gather(lines, roles, at, layout, true);
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
            let entry = logs::entry(&line.excerpt());
            if !entry.message.is_empty() {
                draft.logged(&entry.pod);
                if !entry.image.is_empty() && entry.pod.is_empty() {
                    draft.pulled(entry.image);
                }
                draft.bare(entry.message, String::new());
            }
        }
        Role::Field => return describe::take(draft, lines, roles, at, layout),
        Role::Key => return object::take(draft, lines, roles, at),
        Role::Message(found) => {
            let (text, end) = wrap::gather(lines, roles, at, layout, false);
            draft.seen.levels += usize::from(message::level_len(line.trimmed()) > 0);
            draft.seen.docker += usize::from(message::is_tool_output(line.trimmed()));
            draft.bare(message::message(&text, found), String::new());
            return end;
        }
        Role::Text => {
            if let Some(name) = describe::container_name(lines, at) {
                describe::begin_container(draft, name);
            }
        }
    }
    at + 1
}
