//! The state of the practice view: which cases there are, and how far somebody has come with each.

use crate::cases::{Case, CaseFile, Step};
use crate::content::Content;
use crate::guide::{own_case, own_case_name};
use crate::practice::{Answer, Attempt, Task, keep, kept, open};
use crate::ui::pasted::Pasted;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

/// One case, of the guide or of somebody's own file.
#[derive(Clone, Debug)]
pub(crate) enum CaseRef {
    /// One of the guide.
    Given(&'static Case),
    /// One of the file, by its number.
    Own(Rc<CaseFile>, usize),
}

impl Deref for CaseRef {
    type Target = Case;

    fn deref(&self) -> &Case {
        match self {
            Self::Given(case) => case,
            Self::Own(file, number) => &file.cases[*number],
        }
    }
}

impl PartialEq for CaseRef {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl CaseRef {
    /// What it is called in a link.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Given(case) => case.id.clone(),
            Self::Own(_, number) => own_case_name(*number),
        }
    }
}

/// The state.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PracticeForm {
    /// The cases of somebody's own file.
    pub own: Rc<CaseFile>,
    /// What that file is called; empty while there is none.
    pub own_name: String,
    /// Whether the file that was given last is none that can be read here.
    pub refused: bool,
    /// How far somebody has come, by the key of the case.
    pub attempts: Rc<BTreeMap<String, Attempt>>,
    /// Whether progress is kept in the browser.
    pub keeps: bool,
    /// Whether the person is asked whether all is to be forgotten.
    pub asks_reset: bool,
}

/// What a person does here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Practised {
    /// Comes to the view, with what the browser has kept.
    Came(Option<String>),
    /// Runs a command: the id of its output.
    Ran(String),
    /// Takes the next hint.
    Hint,
    /// Answers a task.
    Answered(Answer),
    /// Wants an answer to be judged.
    Checked(Task),
    /// Wants to see an answer.
    Shown(Task),
    /// Tries again what went wrong.
    WrongAgain,
    /// Wants progress to be kept, or not.
    Keeps(bool),
    /// Asks for all to be forgotten, or leaves it.
    ResetAsked(bool),
    /// Forgets all.
    Reset,
    /// Gives a file with cases: its name, and its text.
    File(String, Pasted),
    /// Gives a file that cannot be read.
    Refused,
    /// Forgets the cases of the file.
    OwnForgotten,
}

impl PracticeForm {
    /// The cases of the guide.
    pub(crate) fn given() -> impl Iterator<Item = CaseRef> {
        Case::embedded().iter().map(CaseRef::Given)
    }

    /// The cases of somebody's own file.
    pub(crate) fn own(&self) -> impl Iterator<Item = CaseRef> {
        let file = self.own.clone();
        (0..file.cases.len()).map(move |number| CaseRef::Own(file.clone(), number))
    }

    /// The case of this name.
    pub(crate) fn case(&self, name: &str) -> Option<CaseRef> {
        match own_case(name) {
            Some(number) => self.own().nth(number),
            None => Self::given().find(|case| case.id == name),
        }
    }

    /// The case behind this one in the list that it is in.
    pub(crate) fn next(&self, case: &CaseRef) -> Option<CaseRef> {
        let all: Vec<CaseRef> = match case {
            CaseRef::Given(_) => Self::given().collect(),
            CaseRef::Own(..) => self.own().collect(),
        };
        let at = all.iter().position(|other| other == case)?;
        all.into_iter().nth(at + 1)
    }

    /// How far somebody has come with a case.
    pub(crate) fn attempt(&self, case: &Case) -> Attempt {
        self.attempts.get(&case.key).cloned().unwrap_or_default()
    }

    /// The cases that were begun, with how far.
    pub(crate) fn begun(&self) -> Vec<(CaseRef, Attempt)> {
        let all = Self::given().chain(self.own()).map(|case| {
            let attempt = self.attempt(&case);
            (case, attempt)
        });
        all.filter(|(_, attempt)| attempt.has_begun()).collect()
    }

    /// The text that the browser keeps: progress with the cases of the guide. Somebody's own are gone with their file.
    pub(crate) fn kept(&self) -> String {
        keep(Case::embedded(), &self.attempts)
    }

    /// The same after one step more of showing a case to a room, and the step that this leads to.
    pub(crate) fn advanced(mut self, case: &Case, step: Step) -> (Self, Step) {
        let attempt = Rc::make_mut(&mut self.attempts).entry(case.key.clone()).or_default();
        let step = attempt.advance(case, step);
        (self, step)
    }

    /// The same after a change; `case` is the one that the person is at.
    pub(crate) fn changed(mut self, case: Option<&Case>, change: Practised) -> Self {
        match change {
            Practised::Came(Some(text)) if !self.keeps => {
                self.keeps = true;
                let attempts = Rc::make_mut(&mut self.attempts);
                for (key, attempt) in kept(Case::embedded(), &text) {
                    attempts.entry(key).or_insert(attempt);
                }
            }
            Practised::Came(_) => {}
            Practised::Keeps(keeps) => self.keeps = keeps,
            Practised::ResetAsked(asks) => self.asks_reset = asks,
            Practised::Reset => (self.attempts, self.asks_reset) = (Rc::default(), false),
            Practised::File(name, text) => {
                self.refused = false;
                self.own_name = name;
                self.own = Rc::new(open(Content::embedded(), &text));
            }
            Practised::Refused => self.refused = true,
            Practised::OwnForgotten => (self.own, self.own_name) = (Rc::default(), String::new()),
            of_case => {
                if let Some(case) = case {
                    let attempt = Rc::make_mut(&mut self.attempts).entry(case.key.clone()).or_default();
                    worked(case, attempt, of_case);
                }
            }
        }
        self
    }
}

/// What a person does in a case.
fn worked(case: &Case, attempt: &mut Attempt, change: Practised) {
    match change {
        Practised::Ran(output) => {
            attempt.seen.insert(output);
        }
        Practised::Hint => attempt.hints = (attempt.hints + 1).min(case.hints.len()),
        Practised::Answered(answer) => attempt.answer(answer),
        Practised::Checked(task) => attempt.check(Content::embedded(), case, task),
        Practised::Shown(task) => attempt.show(task),
        Practised::WrongAgain => attempt.try_wrong_again(),
        _ => {}
    }
}
