//! How far somebody has come with a case.

use super::{Marked, judge, look_at};
use crate::cases::{Case, Repair, Step};
use crate::content::Content;
use crate::text::Span;
use std::collections::BTreeSet;

/// The steps that have an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    /// [`Step::Words`].
    Words,
    /// [`Step::Cause`].
    Cause,
    /// [`Step::Repair`].
    Repair,
}

impl Task {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Words, Self::Cause, Self::Repair];

    /// Its step.
    #[must_use]
    pub fn step(self) -> Step {
        match self {
            Self::Words => Step::Words,
            Self::Cause => Step::Cause,
            Self::Repair => Step::Repair,
        }
    }
}

/// An answer to a task, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These words decide: the id of the output, and the piece in it.
    Words(String, Span),
    /// This is the cause, by its id.
    Cause(String),
    /// This of the ways mends it.
    Way(usize),
    /// These manifests are corrected; none: the broken ones again.
    Manifests(Option<String>),
}

impl Answer {
    /// The task that it answers.
    #[must_use]
    pub fn task(&self) -> Task {
        match self {
            Self::Words(..) => Task::Words,
            Self::Cause(_) => Task::Cause,
            Self::Way(_) | Self::Manifests(_) => Task::Repair,
        }
    }
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The answer was found.
    Solved,
    /// The answer was shown.
    Shown,
}

/// What was tried in a task, without what was tried last if that was right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// How many answers were wrong.
    pub wrong: u16,
    /// How it ended.
    pub end: Option<End>,
}

/// How far somebody has come with a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// The ids of the outputs that were looked at.
    pub seen: BTreeSet<String>,
    /// How many hints were taken.
    pub hints: usize,
    /// The words that are marked: the id of the output, and the piece in it.
    pub marked: Option<(String, Span)>,
    /// The id of the cause that was named last.
    pub named: Option<String>,
    /// Which of the ways to mend it was chosen last.
    pub chosen: Option<usize>,
    /// The manifest as it is edited; none while nobody has touched it.
    pub manifest: Option<String>,
    /// Whether the last answer of a task was judged, and nothing was changed since.
    pub judged: BTreeSet<Task>,
    /// What was tried.
    words: Tries,
    cause: Tries,
    repair: Tries,
}

impl Attempt {
    /// What was tried in a task.
    #[must_use]
    pub fn tries(&self, task: Task) -> Tries {
        match task {
            Task::Words => self.words,
            Task::Cause => self.cause,
            Task::Repair => self.repair,
        }
    }

    pub(super) fn tries_mut(&mut self, task: Task) -> &mut Tries {
        match task {
            Task::Words => &mut self.words,
            Task::Cause => &mut self.cause,
            Task::Repair => &mut self.repair,
        }
    }

    /// Takes an answer in place of the one before. It is not judged yet.
    pub fn answer(&mut self, answer: Answer) {
        self.judged.remove(&answer.task());
        match answer {
            Answer::Words(output, span) => self.marked = Some((output, span)),
            Answer::Cause(cause) => self.named = Some(cause),
            Answer::Way(number) => self.chosen = Some(number),
            Answer::Manifests(text) => self.manifest = text,
        }
    }

    /// Whether the answer to a task is right; none where there is no answer yet.
    #[must_use]
    pub fn is_right(&self, content: &Content, case: &Case, task: Task) -> Option<bool> {
        match task {
            Task::Words => {
                let (id, span) = self.marked.as_ref()?;
                Some(matches!(judge(content, case, case.output(id)?, *span), Marked::Right(_)))
            }
            Task::Cause => Some(*self.named.as_ref()? == case.cause.is),
            Task::Repair => match &case.repair {
                Repair::Edit { .. } => Some(look_at(content, case, self.manifests(case)).is_mended()),
                Repair::Choose { choices, .. } => Some(choices.get(self.chosen?)?.right),
            },
        }
    }

    /// The manifests as they are by now.
    #[must_use]
    pub fn manifests<'text>(&'text self, case: &'text Case) -> &'text str {
        self.manifest.as_deref().unwrap_or(&case.manifests)
    }

    /// Judges the answer to a task, where there is one.
    pub fn check(&mut self, content: &Content, case: &Case, task: Task) {
        if let Some(is_right) = self.is_right(content, case, task) {
            self.judge(task, is_right);
        }
    }

    /// Takes the judgement of an answer. What is solved stays so, and one answer judged twice counts once.
    pub fn judge(&mut self, task: Task, is_right: bool) {
        if !self.judged.insert(task) {
            return;
        }
        let tries = self.tries_mut(task);
        if tries.end == Some(End::Solved) {
            return;
        }
        if is_right {
            tries.end.get_or_insert(End::Solved);
        } else {
            tries.wrong = tries.wrong.saturating_add(1);
        }
    }

    /// Shows the answer of a task.
    pub fn show(&mut self, task: Task) {
        self.tries_mut(task).end.get_or_insert(End::Shown);
    }

    /// Whether all tasks have ended.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        Task::ALL.iter().all(|task| self.tries(*task).end.is_some())
    }

    /// Whether anything was done.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        *self != Self::default()
    }

    /// The tasks whose answer was shown or not found at once.
    pub fn wrong(&self) -> impl Iterator<Item = Task> {
        Task::ALL.into_iter().filter(|task| {
            let tries = self.tries(*task);
            tries.end == Some(End::Shown) || tries.wrong > 0
        })
    }

    /// Forgets the answers of the tasks that went wrong, and of no others.
    pub fn try_wrong_again(&mut self) {
        for task in self.wrong().collect::<Vec<_>>() {
            *self.tries_mut(task) = Tries::default();
            self.judged.remove(&task);
            match task {
                Task::Words => self.marked = None,
                Task::Cause => self.named = None,
                Task::Repair => (self.chosen, self.manifest) = (None, None),
            }
        }
    }

    /// Goes on as somebody does who shows the case to a room: each press shows one thing more, and the next step follows
    /// when all of one is shown. Says at which step that is.
    pub fn advance(&mut self, case: &Case, step: Step) -> Step {
        let task = Task::ALL.into_iter().find(|task| task.step() == step);
        match task.filter(|task| self.tries(*task).end.is_none()) {
            Some(task) => {
                self.show(task);
                return step;
            }
            None if step == Step::Look => {
                if let Some(output) = case.outputs.iter().find(|output| !self.seen.contains(&output.id)) {
                    self.seen.insert(output.id.clone());
                    return step;
                }
            }
            None => {}
        }
        step.next().unwrap_or(step)
    }

    /// The hints that were taken.
    #[must_use]
    pub fn hints<'case>(&self, case: &'case Case) -> &'case [String] {
        &case.hints[..self.hints.min(case.hints.len())]
    }
}
