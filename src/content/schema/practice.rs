//! `practice.yaml`: what is said around practice cases.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `practice.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeWords {
    /// The ids of the cases of `cases/`, in the order in which they are offered.
    pub cases: Vec<String>,
    /// The levels, by their ids.
    pub levels: BTreeMap<String, String>,
    /// What is wrong with a file of cases, by [`CaseFault::id`](crate::cases::CaseFault::id).
    pub problems: BTreeMap<String, String>,
    /// What is said of words that neither decide nor are among the tempting ones of a case.
    pub other_words: OtherWords,
}

/// What is said of words that do not decide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherWords {
    /// Of a wrapper in a message; `{about}` stands for what the content says of it.
    pub wrapper: String,
    /// Of the rest of a line in which the deciding words stand.
    pub same_line: String,
    /// Of another line.
    pub other_line: String,
    /// Where the deciding words stand in another output.
    pub other_output: String,
}
