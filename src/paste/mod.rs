//! What a person pasted, read into pods, containers and events.
//!
//! [`read`] accepts whole `kubectl describe pod` output, its Events table alone, one event line, a bare message,
//! several pods in one text; with shell prompts, `...` lines, wrapped or quoted lines, Windows line ends, non-breaking
//! spaces and ANSI colours. It never fails: what it does not understand it leaves out and says so in
//! [`Paste::notes`].
//!
//! The way of a text (`reader`): `lines` cleans it line by line, `roles` says what each line is by itself, and then each
//! line is read by the format it belongs to (`describe`, `events`, `status_table`, `logs`, `object`, `message`), with
//! the lines that `wrap` joins to it. The pods come together in `draft`.

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
mod prompt;
mod quoted;
mod reader;
mod roles;
mod seen;
mod status_table;
mod words;
mod wrap;

use crate::content::Content;

pub use model::{ContainerReport, Event, InputKind, Note, Paste, PodReport};
pub use reader::Reader;

/// The largest text that is looked at, in bytes (16 MiB); a longer one is answered with [`Note::TooLong`] alone.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads a paste; see the module for what it accepts.
#[must_use]
pub fn read<'a>(content: &'a Content, input: &'a str) -> Paste<'a> {
    read_up_to(content, input, MAX_BYTES)
}

/// The same for a caller who can wait longer: a text of more than `max` bytes is answered with [`Note::TooLong`] alone.
#[must_use]
pub fn read_up_to<'a>(content: &'a Content, input: &'a str, max: usize) -> Paste<'a> {
    let mut reader = Reader::new(content, input, max);
    while !reader.go_on(usize::MAX) {}
    reader.finish()
}
