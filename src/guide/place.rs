//! A place in the guide as a URL fragment: `#v1&view=guide&tag=yes`.
//!
//! Only ids of the content go in and come out. Nothing that a person typed or pasted has a way into a link.

use super::Answers;
use crate::content::{Content, Repair, Step};

/// The version in front of every fragment; a change of meaning needs another one.
const VERSION: &str = "v1";
/// The keys that are not step ids.
const VIEW: &str = "view";
const CAUSE: &str = "cause";
const REPAIR: &str = "repair";

/// Which screen is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The two doors.
    #[default]
    Start,
    /// The box to paste into, and the diagnosis.
    Paste,
    /// The questions.
    Guide,
    /// The form that makes the YAML.
    Repair,
    /// What there is to know about one cause.
    Cause,
    /// All causes.
    Causes,
    /// The person's own YAML.
    Manifest,
    /// The whole decision tree.
    Tree,
}

impl View {
    const ALL: [(Self, &str); 8] = [
        (Self::Start, "start"),
        (Self::Paste, "paste"),
        (Self::Guide, "guide"),
        (Self::Repair, "repair"),
        (Self::Cause, "cause"),
        (Self::Causes, "causes"),
        (Self::Manifest, "manifest"),
        (Self::Tree, "tree"),
    ];
}

/// What a link holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub view: View,
    /// The id of a cause, where the screen is about one.
    pub cause: Option<String>,
    /// Which form the repair view shows; `None` for the first that the cause has.
    pub repair: Option<Repair>,
    /// The answers given.
    pub answers: Answers,
}

/// The repair forms by their names in a link.
const REPAIRS: [(&str, Repair); 2] = [("image", Repair::Image), ("pull-secret", Repair::PullSecret)];

/// What in a link was not understood; the place is the nearest that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceNotice {
    /// It is no link of this version of the guide, so it leads to the start.
    OtherVersion,
    /// It names a screen that there is not.
    UnknownView,
    /// It names a cause that there is not, or needs one and names none.
    UnknownCause,
    /// An answer is none of those that the step has; it counts as not given.
    UnknownAnswer {
        /// The id of the step.
        step: String,
    },
}

impl Place {
    /// Reads a fragment, with or without its `#`; never fails.
    ///
    /// Keys that are neither `view`, `cause`, `repair` nor a step are passed over: other programs add such. A form that is
    /// not known counts as not named. Of a key that comes
    /// twice the first counts. An empty fragment is the start.
    #[must_use]
    pub fn parse(content: &Content, fragment: &str) -> (Self, Vec<PlaceNotice>) {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return (Self::default(), Vec::new());
        }
        let fragment = unescape(fragment);
        let mut pieces = fragment.split('&');
        if pieces.next() != Some(VERSION) {
            return (Self::default(), vec![PlaceNotice::OtherVersion]);
        }
        let pairs: Vec<(&str, &str)> = pieces.filter_map(|piece| piece.split_once('=')).collect();
        let value = |key: &str| pairs.iter().find(|(found, _)| *found == key).map(|(_, value)| *value);

        let mut notices = Vec::new();
        let mut answers = Answers::new();
        for step in &content.guide.steps {
            match value(&step.id) {
                Some(id) if has_answer(step, id) => {
                    answers.insert(step.id.clone(), id.into());
                }
                Some(_) => notices.push(PlaceNotice::UnknownAnswer { step: step.id.clone() }),
                None => {}
            }
        }
        let cause = value(CAUSE).and_then(|id| content.cause(id)).map(|cause| cause.id.clone());
        if value(CAUSE).is_some() && cause.is_none() {
            notices.push(PlaceNotice::UnknownCause);
        }
        let named = value(VIEW).map(|name| View::ALL.iter().find(|(_, known)| *known == name));
        if named == Some(None) {
            notices.push(PlaceNotice::UnknownView);
        }
        let mut view = match named.flatten() {
            Some((view, _)) => *view,
            None if cause.is_some() => View::Cause,
            None if !answers.is_empty() => View::Guide,
            None => View::Start,
        };
        if view == View::Cause && cause.is_none() {
            view = View::Start;
            if !notices.contains(&PlaceNotice::UnknownCause) {
                notices.push(PlaceNotice::UnknownCause);
            }
        }
        let repair = value(REPAIR).and_then(|name| REPAIRS.iter().find(|(known, _)| *known == name));
        let repair = repair.map(|(_, repair)| *repair).filter(|_| view == View::Repair);
        // The list is about no single cause, nor is a manifest or the tree.
        let cause = cause.filter(|_| !matches!(view, View::Causes | View::Manifest | View::Tree));
        let place = if view == View::Start { Self::default() } else { Self { view, cause, repair, answers } };
        (place, notices)
    }

    /// The fragment of this place, without `#`; empty for the start, which holds no answers.
    ///
    /// `view`, `cause` and `repair` come first, then the answers by step id. What does not look like an id is left out.
    #[must_use]
    pub fn fragment(&self) -> String {
        let view = View::ALL.iter().find(|(view, _)| *view == self.view).map_or("", |(_, name)| *name);
        let view = match (self.view, &self.cause) {
            (View::Start, _) | (View::Cause, None) => return String::new(),
            (View::Cause, Some(_)) => None,
            _ => Some((VIEW, view)),
        };
        let cause = self.cause.as_deref().map(|id| (CAUSE, id));
        let repair = REPAIRS.iter().find(|(_, form)| Some(*form) == self.repair && self.view == View::Repair);
        let repair = repair.map(|(name, _)| (REPAIR, *name));
        let answers = self.answers.iter().map(|(step, answer)| (step.as_str(), answer.as_str()));
        view.into_iter()
            .chain(cause)
            .chain(repair)
            .chain(answers)
            .filter(|(key, value)| is_id(key) && is_id(value))
            .fold(VERSION.into(), |fragment, (key, value)| format!("{fragment}&{key}={value}"))
    }
}

fn has_answer(step: &Step, id: &str) -> bool {
    step.answers.iter().any(|choice| choice.id == id)
}

/// Lower-case letters, digits and hyphens: what every id of the content is made of.
fn is_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 64 && text.bytes().all(allowed)
}

/// Undoes `%3D` and its like for ASCII: programs that pass links on escape them.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('%') {
        plain.push_str(before);
        let digits = tail.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(u8::is_ascii) {
            Some(byte) => {
                plain.push(char::from(byte));
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                plain.push('%');
                rest = tail;
            }
        }
    }
    plain.push_str(rest);
    plain
}
