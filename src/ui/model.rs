//! The state of one guide, and what can happen to it. Pure: no browser, no clock.
//!
//! Only [`Model::place`] may ever reach a URL; it can hold nothing but ids of the content.

mod guide;
mod texts;

pub(crate) use guide::{Guide, advice, cause, use_guide};
#[cfg(test)]
pub(crate) use texts::READ_AT_ONCE;
pub(crate) use texts::Reading;

use crate::content::{Content, Facts, Repair};
use crate::diagnosis::{Diagnosis, Failure, facts};
use crate::guide::{Answers, Place, PlaceNotice, Position, View, position};
use crate::mask::Credential;
use crate::ui::browser::FileText;
use crate::ui::manifest::{Change, ManifestForm};
use crate::ui::pasted::Pasted;
use crate::ui::practice::{CaseRef, PracticeForm, Practised};
use crate::ui::repair::{Edit, RepairForm};
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Clone, PartialEq)]
pub(crate) struct Model {
    /// Where the person is.
    pub place: Place,
    /// What was wrong with the link that led here.
    pub notices: Rc<Vec<PlaceNotice>>,
    /// What is in the paste box.
    pub text: Pasted,
    /// What it means; `None` for an empty box, and for a text that is not read to the end.
    pub diagnosis: Option<Rc<Diagnosis>>,
    /// The credentials in it, in order, as far as it is read to the end.
    pub credentials: Rc<Vec<Credential>>,
    /// How far a long text is read, while it is.
    pub reading: Option<Reading>,
    /// Whether the person has stopped the reading of the text.
    pub stopped: bool,
    /// How many long texts were begun, so that what comes late from an earlier one is known.
    pub readings: u32,
    /// How many texts were handed in, so that the same one can be handed in twice.
    pub handed: u32,
    /// Which of the failures is looked at.
    pub chosen: usize,
    /// Whether the view of a cause is about this failure: the answer to the paste led there, and not the list of causes.
    pub of_paste: bool,
    /// Every answer ever given, so that going back keeps the choice.
    pub remembered: Answers,
    /// Answers that came from the paste and not from the person.
    pub filled_in: Answers,
    /// The repair form.
    pub repair: RepairForm,
    /// The person's own YAML.
    pub manifest: ManifestForm,
    /// The practice cases, and how far the person has come with them.
    pub practice: PracticeForm,
    /// What is searched for in the list of causes.
    pub search: AttrValue,
}

/// What happened.
pub(crate) enum Msg {
    /// The surroundings went to a fragment.
    Arrived(AttrValue),
    /// The person went to a place.
    Went(Place),
    /// The text in the box changed.
    Pasted(AttrValue),
    /// The surroundings, or an example button, gave a text to diagnose.
    Handed(AttrValue),
    /// The surroundings want everything forgotten, and to be at this fragment.
    Forgotten(AttrValue),
    /// So much of 100 of the text with this number is read.
    ReadingWent(u32, u8),
    /// The text with this number is read, with what it means and the credentials in it.
    ReadingDone(u32, Rc<Diagnosis>, Rc<Vec<Credential>>),
    /// The person does not want to wait any longer.
    ReadingStopped,
    /// The person wants the text to be read all the same.
    ReadingBegunAgain,
    /// The person gave a file.
    FileGiven(FileText),
    /// The person picked one of several failures.
    FailureChosen(usize),
    /// The person took up the question that the words of this cause (its id) leave open.
    QuestionTaken(String),
    /// The person answered a step.
    Answered {
        /// The step's id.
        step: String,
        /// The answer's id.
        answer: String,
    },
    /// The person wants to change the answer to a step.
    ChangeAsked(String),
    /// The person starts the questions again.
    StartedAgain,
    /// The person opened the repair of a cause, with an image that was suggested where there is one.
    RepairOpened {
        /// The cause's id.
        cause: String,
        /// Which form.
        repair: Repair,
        /// The image to start from.
        image: Option<String>,
    },
    /// The person did something to the repair form.
    RepairEdited(Edit),
    /// The person did something to their own YAML.
    ManifestChanged(Change),
    /// The person did something with the practice cases.
    Practised(Practised),
    /// The person shows the next thing of a case to a room.
    Advanced,
    /// The words that are searched for in the list of causes changed.
    Searched(AttrValue),
}

impl Model {
    /// The state at the start.
    pub(crate) fn at(fragment: &str) -> Self {
        let mut model = Self {
            remembered: Answers::new(),
            place: Place::default(),
            notices: Rc::default(),
            text: Pasted::default(),
            diagnosis: None,
            credentials: Rc::default(),
            reading: None,
            stopped: false,
            readings: 0,
            handed: 0,
            chosen: 0,
            of_paste: false,
            filled_in: Answers::new(),
            repair: RepairForm::default(),
            manifest: ManifestForm::default(),
            practice: PracticeForm::default(),
            search: AttrValue::default(),
        };
        model.arrived(fragment);
        model
    }

    fn arrived(&mut self, fragment: &str) {
        let (place, notices) = Place::parse(Content::embedded(), fragment);
        self.remembered.extend(place.answers.clone());
        self.of_paste &= place.cause == self.place.cause;
        self.place = place;
        self.notices = Rc::new(notices);
        if self.place.view == View::Repair {
            // A link leads to the form that it names, or to the one that its cause needs.
            let advised = self
                .place
                .cause
                .as_deref()
                .and_then(cause)
                .and_then(|cause| advice(cause, self.failure()).here.iter().find_map(|fix| fix.repair));
            let repair = self.place.repair.or(advised).unwrap_or(Repair::Image);
            self.open_repair(repair, None);
        }
    }

    /// Fills the form anew, with what was typed into it before about the same container.
    fn open_repair(&mut self, repair: Repair, image: Option<String>) {
        let cause = self.place.cause.as_deref().unwrap_or_default();
        let suggested = image.is_some();
        let form = RepairForm::filled(Content::embedded(), cause, repair, self.failure(), image, self.repair.terminal);
        // A suggestion that was taken counts more than what stood in the form before.
        let suggestion = form.input.image.clone();
        self.repair = form.keeping(&self.repair);
        if suggested {
            self.repair.input.image = suggestion;
        }
    }

    /// The ids of the steps whose answer came from the paste and still stands.
    pub(crate) fn told_by_paste(&self) -> impl Iterator<Item = &str> {
        let stands = |step: &str, answer: &str| self.place.answers.get(step).is_some_and(|given| given == answer);
        self.filled_in.iter().filter(move |(step, answer)| stands(step, answer)).map(|(step, _)| step.as_str())
    }

    /// The failure that the person looks at.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        self.diagnosis.as_ref()?.failures.get(self.chosen)
    }

    /// The failure that the view speaks of. A cause that was opened from the list or by a link is told in general.
    pub(crate) fn told_failure(&self) -> Option<&Failure> {
        self.failure().filter(|_| self.place.view != View::Cause || self.of_paste)
    }

    /// What is known about the case that the view speaks of, for the texts.
    pub(crate) fn facts(&self) -> Facts {
        self.told_failure().map(|failure| facts(Content::embedded(), failure)).unwrap_or_default()
    }

    /// The practice case that the person is at.
    pub(crate) fn case(&self) -> Option<CaseRef> {
        self.practice.case(self.place.case.as_deref()?)
    }

    /// Where the answers lead.
    pub(crate) fn position(&self) -> Position<'static> {
        position(Content::embedded(), &self.place.answers)
    }

    /// Goes to the question that the words of this cause leave open, with what they settle filled in.
    fn take_question(&mut self, id: &str) {
        let known = cause(id).map(|cause| cause.known.clone()).unwrap_or_default();
        self.filled_in.clone_from(&known);
        self.remembered.clone_from(&known);
        self.place.answers = known;
        self.go(View::Guide);
    }

    fn go(&mut self, view: View) {
        self.place = Place { view, answers: std::mem::take(&mut self.place.answers), ..Place::default() };
        self.notices = Rc::default();
    }

    /// The answers up to, not including, `step`.
    fn answers_before(&self, step: &str) -> Answers {
        let trail = self.position().trail;
        trail
            .into_iter()
            .take_while(|(taken, _)| taken.id != step)
            .map(|(taken, answer)| (taken.id.clone(), answer.id.clone()))
            .collect()
    }
}

impl Reducible for Model {
    type Action = Msg;

    fn reduce(self: Rc<Self>, message: Msg) -> Rc<Self> {
        let mut model = (*self).clone();
        match message {
            Msg::Arrived(fragment) => model.arrived(&fragment),
            Msg::Went(place) => {
                let fresh = place.view == View::Guide && place.answers.is_empty();
                // What the form knows is wanted of the person's own file too.
                if place.view == View::Manifest && model.place.view == View::Repair {
                    model.manifest = model.manifest.wanting(&model.repair.input);
                }
                // From an answer one comes to what else it can be; a list is about nobody's paste.
                model.of_paste = matches!(model.place.view, View::Paste | View::Guide);
                model.place = place;
                model.notices = Rc::default();
                // Who goes from a paste to the questions goes on with what the paste has told.
                if let Some(id) = model.failure().map(|failure| failure.cause.clone()).filter(|_| fresh) {
                    model.take_question(&id);
                }
            }
            Msg::Pasted(text) => model.took(text.into(), false),
            Msg::Handed(text) => {
                model.handed += 1;
                model.took(text.into(), false);
                model.go(View::Paste);
            }
            Msg::Forgotten(fragment) => {
                let Self { readings, handed, .. } = model;
                model = Self { readings, handed, ..Self::at(&fragment) };
            }
            Msg::ReadingWent(number, percent) => {
                if let Some(reading) = model.reading.as_mut().filter(|reading| reading.number == number) {
                    reading.percent = percent;
                }
            }
            Msg::ReadingDone(number, diagnosis, credentials) => {
                if let Some(reading) = model.reading.filter(|reading| reading.number == number) {
                    model.credentials = credentials;
                    model.settle(diagnosis, reading.of_file);
                }
            }
            Msg::ReadingStopped => model.stopped |= model.reading.take().is_some(),
            Msg::ReadingBegunAgain => model.took(model.text.clone(), false),
            Msg::FileGiven(file) if model.place.view == View::Manifest => {
                // The text in the box stays where the file is none to read.
                let change = match file {
                    FileText::Text { name, text } if !text.contains('\0') => Change::File(name, text.into()),
                    _ => Change::Refused,
                };
                model.manifest = model.manifest.changed(change);
            }
            Msg::FileGiven(file) if model.place.view == View::Practice => {
                let change = match file {
                    FileText::Text { name, text } if !text.contains('\0') => Practised::File(name, text.into()),
                    _ => Practised::Refused,
                };
                model.practice = model.practice.changed(None, change);
                // Wherever the file was dropped: its cases stand in the list.
                model.place.case = None;
            }
            Msg::FileGiven(file) => {
                model.given(file);
                model.go(View::Paste);
            }
            Msg::FailureChosen(index) => model.chosen = index,
            Msg::QuestionTaken(id) => model.take_question(&id),
            Msg::Answered { step, answer } => {
                model.filled_in.remove(&step);
                let mut answers = model.answers_before(&step);
                model.remembered.insert(step, answer);
                for (step, answer) in &model.remembered {
                    answers.entry(step.clone()).or_insert_with(|| answer.clone());
                }
                // Only what is still asked for on the way may stand in the place, hence in the URL.
                model.place.answers = answers;
                model.place.answers = model.answers_before("");
                model.go(View::Guide);
            }
            Msg::ChangeAsked(step) => {
                model.place.answers = model.answers_before(&step);
                model.go(View::Guide);
            }
            Msg::StartedAgain => {
                model.place.answers.clear();
                model.remembered.clear();
                model.filled_in.clear();
                model.go(View::Guide);
            }
            Msg::RepairOpened { cause, repair, image } => {
                model.place = Place { view: View::Repair, cause: Some(cause), repair: Some(repair), ..model.place };
                model.notices = Rc::default();
                model.open_repair(repair, image);
            }
            Msg::ManifestChanged(change) => model.manifest = model.manifest.changed(change),
            Msg::Practised(change) => {
                let case = model.case();
                model.practice = model.practice.changed(case.as_deref(), change);
            }
            Msg::Advanced => {
                if let Some(case) = model.case() {
                    (model.practice, model.place.step) = model.practice.advanced(&case, model.place.step);
                }
            }
            Msg::Searched(words) => model.search = words,
            Msg::RepairEdited(edit) => model.repair = model.repair.edited(Content::embedded(), edit),
        }
        Rc::new(model)
    }
}
