//! What a person takes along from an answer, as text: [`markdown()`] for a ticket, a [`message()`] to whoever can mend it,
//! [`wrong_answer()`] for the people who
//! make the guide, and what was done in practice cases ([`results_markdown()`], [`results_json()`]).
//!
//! Credentials are never in it. Account numbers, host names and addresses are left out where the person wants that: in
//! what the person gave, not in the words of the content.

mod markdown;
mod message;
mod results;
mod words;
mod wrong_answer;

pub use markdown::markdown;
pub use message::{Message, message};
pub use results::{results_json, results_markdown};
pub use wrong_answer::wrong_answer;

use crate::content::{Advice, Content, Facts, Who};
use crate::diagnosis::{Failure, facts};
use crate::guide::Telling;
use crate::mask::{Names, masked};

/// What is reported.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// What is told.
    pub telling: &'a Telling<'a>,
    /// The failure that it explains, where there is one.
    pub failure: Option<&'a Failure>,
    /// How sure that is, in words; empty where nothing is to be said about it.
    pub sure: &'a str,
    /// What mends it.
    pub advice: &'a Advice<'a>,
}

/// Takes out what must not be in a report: credentials, and names where the person wants that.
struct Cleaner {
    names: Option<Names>,
}

impl Cleaner {
    /// A node whose name tells the kind of the cluster is not somebody's own.
    fn of<'a>(content: &Content, failures: impl IntoIterator<Item = &'a Failure>, leave_out_names: bool) -> Self {
        let nodes = failures.into_iter().map(|failure| failure.node.as_str());
        let own = nodes.filter(|node| content.cluster_of(node).is_none());
        Self { names: leave_out_names.then(|| Names::knowing(own)) }
    }

    fn clean(&mut self, text: &str) -> String {
        let masked = masked(text);
        self.names.as_mut().map(|names| names.replaced(&masked)).unwrap_or(masked)
    }
}

/// A case with what must not be in the report taken out.
struct Known<'a> {
    case: &'a Case<'a>,
    facts: Facts,
    cleaner: Cleaner,
}

impl<'a> Known<'a> {
    fn of(content: &Content, case: &'a Case, leave_out_names: bool) -> Self {
        let mut cleaner = Cleaner::of(content, case.failure, leave_out_names);
        let facts = case.failure.map(|failure| facts(content, failure)).unwrap_or_default();
        let facts = facts.changed(|value| cleaner.clean(value));
        Self { case, facts, cleaner }
    }

    /// What the case is about: names and values.
    fn subject(&mut self) -> Vec<(&'static str, String)> {
        use words::case::{CONTAINER, IMAGE, NAMESPACE, NODE, POD};
        let Some(failure) = self.case.failure else { return Vec::new() };
        let all = [
            (IMAGE, &failure.image),
            (POD, &failure.pod),
            (NAMESPACE, &failure.namespace),
            (CONTAINER, &failure.container),
            (NODE, &failure.node),
        ];
        let there = all.into_iter().filter(|(_, value)| !value.is_empty());
        there.map(|(name, value)| (name, self.cleaner.clean(value))).collect()
    }

    /// The words that decide, or the last ones of a message that no rule knows; each on one line.
    fn evidence(&mut self) -> Vec<String> {
        let Some(failure) = self.case.failure else { return Vec::new() };
        let said = failure.evidence.iter().chain(&failure.last_words);
        said.map(|evidence| self.cleaner.clean(&on_one_line(&failure.quoted(evidence)))).collect()
    }
}

fn on_one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who does something, in words.
#[must_use]
pub fn who(who: Who) -> &'static str {
    match who {
        Who::You => words::who::YOU,
        Who::RegistryOwner => words::who::REGISTRY_OWNER,
        Who::ClusterAdmin => words::who::CLUSTER_ADMIN,
    }
}
