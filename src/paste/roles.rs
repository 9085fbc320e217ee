//! What each line is for the reader, decided line by line.

use super::clean::Signs;
use super::message::{self, Found};
use crate::content::{Beginning, Content};

use super::{describe, events, logs, object, status_table};

/// Nothing shorter than `IP: ` is anything known; a paste can have millions of such lines.
const SHORTEST: usize = 3;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    Blank,
    /// Lines were left out here.
    Elision,
    /// A command.
    Command,
    /// The image that a build or a job says it fetches.
    Fetched,
    /// The header of a table of events.
    EventsHeader,
    /// The header of a table of pods.
    PodsHeader,
    /// A line of dashes under a header.
    Rule,
    /// The first line of an event.
    EventRow,
    /// A pod of a table of pods.
    PodRow,
    /// A line of a log.
    Log,
    /// A field of `kubectl describe`.
    Field,
    /// A key of a YAML or JSON object that carries something.
    Key,
    /// A message, or the middle of one.
    Message(Found),
    /// A part of a page: nobody's message.
    Page,
    /// Something else: prose, or the next line of a wrapped message.
    Text,
}

/// The role of a line; what stands before and after it is not looked at.
pub(super) fn role(content: &Content, line: &str, signs: Signs) -> Role {
    let text = line.trim();
    if text.len() < SHORTEST {
        return Role::Text;
    }
    if events::is_row(text) {
        Role::EventRow
    } else if is_rule(text) {
        Role::Rule
    } else if is_events_header(text) {
        Role::EventsHeader
    } else if signs.has(Signs::SLASH) && status_table::is_row(text) {
        Role::PodRow
    } else if status_table::is_header(text) {
        Role::PodsHeader
    } else if logs::is_log(text, signs) {
        Role::Log
    } else if signs.has(Signs::COLON) && describe::field(text).is_some() {
        Role::Field
    } else if signs.has(Signs::COLON) && object::is_key(text) {
        Role::Key
    } else {
        message::find(content, line).map_or(Role::Text, Role::Message)
    }
}

impl Role {
    /// Whether a line with this role can stand behind the first line of a message and belong to it.
    pub(super) fn may_come_inside(self) -> bool {
        matches!(self, Self::Blank | Self::Key | Self::Page | Self::Text | Self::Message(_))
    }

    /// Whether a line with this role is, or has, somebody's message.
    pub(super) fn says_something(self) -> bool {
        matches!(self, Self::EventRow | Self::Log | Self::Key | Self::Message(_))
    }

    /// Whether something begins on a line with this role that stands in no page and in no object: one whose end is
    /// missing has ended.
    pub(super) fn begins_another(self) -> bool {
        match self {
            Self::Blank | Self::Elision | Self::Rule | Self::Key | Self::Message(_) | Self::Page | Self::Text => false,
            Self::Command
            | Self::Fetched
            | Self::EventsHeader
            | Self::PodsHeader
            | Self::EventRow
            | Self::PodRow
            | Self::Log
            | Self::Field => true,
        }
    }

    /// Whether a line with this role can go on with the message before it.
    pub(super) fn may_continue(self) -> bool {
        match self {
            Self::Text => true,
            Self::Message(found) => found.beginning != Beginning::Outer,
            _ => false,
        }
    }
}

fn is_rule(text: &str) -> bool {
    text.len() >= 4 && text.starts_with("--") && text.bytes().all(|b| matches!(b, b'-' | b' ' | b'\t'))
}

fn is_events_header(text: &str) -> bool {
    if !text.contains("eason") && !text.contains("REASON") {
        return false;
    }
    let lower = text.get(..text.len().min(400)).unwrap_or_default().to_ascii_lowercase();
    let has = |word: &str| lower.split_whitespace().any(|part| part.trim_matches(['_', '*']) == word);
    let seen = has("age") || has("lastseen") || has("firstseen") || has("seen") || has("time");
    (has("reason") || has("reasonmessage")) && (has("message") || has("reasonmessage")) && seen
}
