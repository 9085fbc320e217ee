//! `guide.yaml`: the questions.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `guide.yaml`: the decision tree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideContent {
    /// All causes by id, in the order in which lists show them.
    pub causes: Vec<String>,
    /// The id of the first step.
    pub start: String,
    /// The steps, each one question.
    pub steps: Vec<Step>,
}

/// One question of the guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable for ever: it is a key in shared links. Lower-case letters and hyphens.
    pub id: String,
    /// The question, in the second person, ending with a question mark.
    pub question: String,
    /// One sentence that helps to understand the question.
    pub hint: String,
    /// What can be answered, at least two.
    pub answers: Vec<AnswerChoice>,
    /// What "I don't know" leads to: how to find out.
    pub find_out: FindOut,
}

/// One answer of a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerChoice {
    /// Stable for ever: it is a value in shared links.
    pub id: String,
    /// The answer, as the person would say it.
    pub label: String,
    /// The same in a few words, for the list of answers given.
    pub short: String,
    /// Where it leads; the first that fits counts, and the last has no condition.
    pub routes: Vec<AnswerRoute>,
}

/// Where an answer leads: to a step or to an outcome, never both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRoute {
    /// Earlier answers that must stand for this route, by step id.
    #[serde(default)]
    pub when: BTreeMap<String, String>,
    /// The id of the next step.
    #[serde(default)]
    pub step: Option<String>,
    /// The id of the cause that is the outcome.
    #[serde(default)]
    pub outcome: Option<String>,
    /// The outcome's heading in place of the cause's own, where the answers say more or other than it.
    #[serde(default)]
    pub title: Option<String>,
    /// What the answers show, in place of the cause's summary, which speaks of a message that nobody pasted.
    #[serde(default)]
    pub summary: Option<String>,
}

/// How to find an answer: a command and how to read what it prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindOut {
    /// What to do, one or two sentences.
    pub text: String,
    /// The command to copy.
    #[serde(default)]
    pub command: Option<String>,
    /// How to read its output.
    pub read: Vec<Reading>,
    /// What to do for who cannot find out.
    pub otherwise: Otherwise,
}

/// How to go on without an answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Otherwise {
    /// What can be done without knowing, one or more sentences.
    pub text: String,
    /// The answer to go on with as if it were given, where one is the likeliest or does no harm.
    #[serde(default)]
    pub answer: Option<String>,
}

/// One possible output of a command, and what it means.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What one sees.
    pub see: String,
    /// What it means.
    pub means: String,
    /// The answer of the question that it stands for, in a step's `find_out`.
    #[serde(default)]
    pub answer: Option<String>,
}
