//! A practice case as a value.

use crate::content::Cause;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One case: a story told by its symptoms, what commands show of it, what decides, what mends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The id; of the cases of the guide also the name of the file.
    pub id: String,
    /// What its content is known by: another text has another key. Sixteen hexadecimal digits.
    pub key: String,
    /// The heading; it tells symptoms and not the cause.
    pub title: String,
    /// For whom it is.
    pub level: Level,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// What one can do afterwards.
    pub objectives: Vec<String>,
    /// What happened, in paragraphs, by symptoms.
    pub story: Vec<String>,
    /// The commands that one can run, and what they print.
    pub outputs: Vec<Output>,
    /// Which words decide.
    pub words: WordsTask,
    /// What the cause is.
    pub cause: CauseTask,
    /// What runs in the cluster, with the fault in it.
    pub manifests: String,
    /// How it is mended.
    pub repair: Repair,
    /// Three hints, each gives more away.
    pub hints: Vec<String>,
    /// What to take home.
    pub learn: Vec<String>,
    /// How to have it in a cluster of one's own.
    pub cluster: Cluster,
    /// Notes for who leads a workshop.
    pub instructor: Vec<String>,
}

impl Case {
    /// The output with this id.
    #[must_use]
    pub fn output(&self, id: &str) -> Option<&Output> {
        self.outputs.iter().find(|output| output.id == id)
    }

    /// What its manifests are called as a file; its commands for a cluster name it.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.yaml", self.id)
    }
}

/// For whom a case is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Who sees such a failure for the first time.
    #[default]
    Beginner,
    /// Who has mended one.
    Intermediate,
    /// Who wants a trap.
    Advanced,
}

impl Level {
    /// All of them by their names in a file, the easiest first.
    pub const ALL: [(&'static str, Self); 3] =
        [("beginner", Self::Beginner), ("intermediate", Self::Intermediate), ("advanced", Self::Advanced)];

    /// Its name in a file, by which the content has words for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, level)| *level == self).map_or("", |(id, _)| id)
    }
}

/// A command and what it prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// The id, in the case.
    pub id: String,
    /// The command.
    pub command: String,
    /// What it prints.
    pub text: String,
    /// Which record of a real runtime its message is from: `containerd-2.1.9/wrong-tag`; empty where none.
    pub recorded: String,
    /// What it tells; said afterwards.
    pub tells: String,
}

/// Which words decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsTask {
    /// The words that do; each alone is right.
    pub right: Vec<Quote>,
    /// Words that only seem to.
    pub tempting: Vec<Quote>,
}

impl WordsTask {
    /// The words that decide in this output.
    pub fn right_in<'case>(&'case self, output: &'case Output) -> impl Iterator<Item = &'case Quote> {
        self.right.iter().filter(|quote| quote.output == output.id)
    }
}

/// Words of an output.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The id of the output.
    pub output: String,
    /// The words, as they stand there.
    pub words: String,
    /// Why they decide, or do not.
    pub why: String,
}

impl Quote {
    /// Where in a text of its output it stands first.
    #[must_use]
    pub fn place_in(&self, text: &str) -> Option<Span> {
        text.find(&self.words).map(|start| Span::new(start, start + self.words.len()))
    }
}

/// What the cause is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseTask {
    /// The id of the cause.
    pub is: String,
    /// How the words lead to it.
    pub why: String,
    /// The other causes to choose from.
    pub tempting: Vec<Tempting>,
}

impl CauseTask {
    /// The ids to choose from, the right one among them, in the order of all causes, so that the order tells nothing.
    #[must_use]
    pub fn choices<'all>(&self, causes: &'all [Cause]) -> Vec<&'all Cause> {
        let is_choice = |id: &str| id == self.is || self.tempting.iter().any(|tempting| tempting.id == id);
        causes.iter().filter(|cause| is_choice(&cause.id)).collect()
    }

    /// Why this cause is it, or is not.
    #[must_use]
    pub fn why(&self, id: &str) -> &str {
        if id == self.is {
            return &self.why;
        }
        self.tempting.iter().find(|tempting| tempting.id == id).map_or("", |tempting| &tempting.why)
    }
}

/// A cause that it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tempting {
    /// The id of the cause.
    pub id: String,
    /// Why it is not that one.
    pub why: String,
}

/// How a case is mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repair {
    /// By correcting the manifests.
    Edit {
        /// What to do.
        task: String,
        /// The manifests, corrected.
        solution: String,
        /// What has to be so afterwards.
        needs: Vec<Need>,
    },
    /// By something that no manifest holds, or not at all.
    Choose {
        /// The question.
        task: String,
        /// Ways, right ones and wrong ones.
        choices: Vec<Choice>,
    },
}

impl Default for Repair {
    fn default() -> Self {
        Self::Choose { task: String::new(), choices: Vec::new() }
    }
}

impl Repair {
    /// What to do, or the question.
    #[must_use]
    pub fn task(&self) -> &str {
        match self {
            Self::Edit { task, .. } | Self::Choose { task, .. } => task,
        }
    }
}

/// Something that has to be so in the corrected manifests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// What.
    pub of: NeedOf,
    /// Said while it is not so.
    pub why: String,
}

/// What has to be so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NeedOf {
    /// A field has one of these values. An empty one stands for a field that is not there.
    Value {
        /// `Kind/name`.
        object: String,
        /// The field: `spec.template.spec.containers[web].image`.
        at: String,
        /// The values; those of a field `image` are compared as image references.
        is: Vec<String>,
    },
    /// A field is not there.
    Absent {
        /// `Kind/name`.
        object: String,
        /// The field.
        at: String,
    },
    /// The check of pull secrets finds no fault.
    PullSecretsFit,
}

/// A way to mend something, or one that does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What one would do.
    pub text: String,
    /// Whether it mends it.
    pub right: bool,
    /// Why it does, or does not.
    pub why: String,
}

/// Commands for a cluster of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// To have the case.
    pub setup: Vec<String>,
    /// To see it.
    pub check: Vec<String>,
    /// To mend it.
    pub solve: Vec<String>,
    /// To be rid of it.
    pub clean_up: Vec<String>,
    /// What such a cluster shows differently; empty where nothing.
    pub differs: String,
}
