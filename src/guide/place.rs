//! A place in the guide as a URL fragment: `#v1&view=guide&tag=yes`.
//!
//! Only ids of the content go in and come out. Nothing that a person typed or pasted has a way into a link.

use super::Answers;
use crate::cases::Step as CaseStep;
use crate::content::{Content, Repair, Step};

/// The version in front of every fragment; a change of meaning needs another one.
const VERSION: &str = "v1";
/// The keys that are not step ids.
const VIEW: &str = "view";
const CAUSE: &str = "cause";
const REPAIR: &str = "repair";
const CASE: &str = "case";
const STEP: &str = "step";
const MODE: &str = "mode";
const SOLUTIONS: &str = "solutions";
/// The mode for a room full of people, who look at one screen.
const PRESENT: &str = "present";
const YES: &str = "yes";
/// What a case out of somebody's own file is called, with its number behind: what it is called there is nobody's business.
const OWN: &str = "own-";

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
    /// The practice cases, and each of them.
    Practice,
    /// All of it on paper.
    Handout,
    /// The whole decision tree.
    Tree,
}

impl View {
    const ALL: [(Self, &str); 10] = [
        (Self::Start, "start"),
        (Self::Paste, "paste"),
        (Self::Guide, "guide"),
        (Self::Repair, "repair"),
        (Self::Cause, "cause"),
        (Self::Causes, "causes"),
        (Self::Manifest, "manifest"),
        (Self::Practice, "practice"),
        (Self::Handout, "handout"),
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
    /// The id of a practice case, or `own-1` and so on for those of somebody's own file.
    pub case: Option<String>,
    /// The step of the case; the first where none is named.
    pub step: CaseStep,
    /// Whether the case is shown to a room full of people.
    pub presents: bool,
    /// Whether the handout has the solutions.
    pub solutions: bool,
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
    /// It names a practice case that there is not.
    UnknownCase,
    /// An answer is none of those that the step has; it counts as not given.
    UnknownAnswer {
        /// The id of the step.
        step: String,
    },
}

impl Place {
    /// Reads a fragment, with or without its `#`; never fails.
    ///
    /// Keys that are not known are passed over: other programs add such. A form, a step of a case or a mode that is not
    /// known counts as not named. Of a key that comes twice the first counts. An empty fragment is the start.
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
        let case =
            value(CASE).filter(|id| content.practice.cases.iter().any(|case| case == id) || own_case(id).is_some());
        if value(CASE).is_some() && case.is_none() {
            notices.push(PlaceNotice::UnknownCase);
        }
        let named = value(VIEW).map(|name| View::ALL.iter().find(|(_, known)| *known == name));
        if named == Some(None) {
            notices.push(PlaceNotice::UnknownView);
        }
        let mut view = match named.flatten() {
            Some((view, _)) => *view,
            None if cause.is_some() => View::Cause,
            None if case.is_some() => View::Practice,
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
        // What is about no single cause names none.
        let cause =
            cause.filter(|_| matches!(view, View::Start | View::Paste | View::Guide | View::Repair | View::Cause));
        let case = case.filter(|_| view == View::Practice).map(str::to_owned);
        let step = value(STEP).and_then(CaseStep::named).filter(|_| case.is_some()).unwrap_or_default();
        let presents = value(MODE) == Some(PRESENT) && case.is_some();
        let solutions = value(SOLUTIONS) == Some(YES) && view == View::Handout;
        let place = if view == View::Start {
            Self::default()
        } else {
            Self { view, cause, repair, case, step, presents, solutions, answers }
        };
        (place, notices)
    }

    /// The fragment of this place, without `#`; empty for the start, which holds no answers.
    ///
    /// `view` and what it is about come first, then the answers by step id. What does not look like an id is left out.
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
        let case = self.case.as_deref().filter(|_| self.view == View::Practice);
        let step = (case.is_some() && self.step != CaseStep::default()).then(|| (STEP, self.step.id()));
        let mode = (case.is_some() && self.presents).then_some((MODE, PRESENT));
        let solutions = (self.view == View::Handout && self.solutions).then_some((SOLUTIONS, YES));
        let answers = self.answers.iter().map(|(step, answer)| (step.as_str(), answer.as_str()));
        view.into_iter()
            .chain(cause)
            .chain(repair)
            .chain(case.map(|id| (CASE, id)))
            .chain(step)
            .chain(mode)
            .chain(solutions)
            .chain(answers)
            .filter(|(key, value)| is_id(key) && is_id(value))
            .fold(VERSION.into(), |fragment, (key, value)| format!("{fragment}&{key}={value}"))
    }
}

/// The name of the case `number` (from 0) of somebody's own file.
#[must_use]
pub fn own_case_name(number: usize) -> String {
    format!("{OWN}{}", number + 1)
}

/// Which case of somebody's own file (from 0) a name stands for.
#[must_use]
pub fn own_case(name: &str) -> Option<usize> {
    let number: usize = name.strip_prefix(OWN).filter(|digits| digits.len() <= 3)?.parse().ok()?;
    number.checked_sub(1)
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
