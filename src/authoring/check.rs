//! Everything that can be wrong with the content beyond its shape, all at once.
//!
//! Checks come in two groups. Those of one file alone (texts, ids, patterns) run on whatever could be read; those that
//! compare files (references, the guide's ways, the rules' examples) run when every file could be read, so that one
//! broken file does not raise a cloud of follow-up problems.

mod cause;
mod guide;
mod labels;
mod practice;
mod program;
mod registry;
mod rule;
mod secret_check;
mod stage;
mod subject;
mod text;
mod words;

use super::source::{ContentProblem, Loaded};
use crate::content::{Content, is_id};
use crate::message::NEEDED_WRAPPERS;
use std::collections::BTreeSet;

/// The causes that the code names; `diagnosis` falls back to them.
const NEEDED_CAUSES: [&str; 2] = [UNKNOWN, "not-an-image-pull"];
/// The cause of a failure whose reason no rule finds.
const UNKNOWN: &str = "unknown";

/// All problems of the files: what could not be read, and what is wrong with the rest. In the order of the files.
#[must_use]
pub fn check_loaded(loaded: &Loaded) -> Vec<ContentProblem> {
    let mut found = Problems { list: loaded.problems.clone(), file: String::new() };
    alone(&loaded.content, &mut found);
    found.within("interface.yaml", |found| labels::check(&loaded.labels, found));
    found.within("command.yaml", |found| labels::check(&loaded.command, found));
    found.within("embed.yaml", |found| labels::check(&loaded.embed, found));
    found.within("report.yaml", |found| labels::check(&loaded.report, found));
    found.within("patch.yaml", |found| labels::check(&loaded.patch, found));
    found.within("site.yaml", |found| labels::check(&loaded.site, found));
    if loaded.problems.is_empty() {
        found.within("practice.yaml", |found| practice::check_list(&loaded.content.practice, &loaded.cases, found));
        together(&loaded.content, &mut found);
    }
    found.list
}

/// All problems of the content; empty when it can be built.
#[must_use]
pub fn check(content: &Content) -> Vec<ContentProblem> {
    let mut found = Problems::default();
    alone(content, &mut found);
    together(content, &mut found);
    found.list
}

/// What can be seen in each file alone.
fn alone(content: &Content, found: &mut Problems) {
    found.within("guide.yaml", |found| guide::check(&content.guide, found));
    for cause in &content.causes {
        found.within(&format!("causes/{}.yaml", cause.id), |found| cause::check(cause, found));
    }
    found.within("registries.yaml", |found| registry::check(&content.registries, found));
    found.within("wrappers.yaml", |found| registry::check_wrappers(&content.wrappers, found));
    found.within("subjects.yaml", |found| subject::check(&content.subjects, found));
    found.within("words.yaml", |found| words::check(&content.words, found));
    found.within("programs.yaml", |found| program::check(&content.programs, found));
    found.within("secret_check.yaml", |found| secret_check::check(&content.secret_check, found));
    found.within("practice.yaml", |found| practice::check(&content.practice, found));
    found.within("clusters.yaml", |found| program::check_clusters(&content.clusters, found));
}

/// What only shows between files.
fn together(content: &Content, found: &mut Problems) {
    found.within("guide.yaml", |found| {
        cause::check_list(content, found);
        guide::check_ways(content, found);
    });
    rule::check_ids(content, found);
    found.within("wrappers.yaml", |found| {
        let known = |id: &str| content.wrappers.iter().any(|wrapper| wrapper.id == id);
        for id in NEEDED_WRAPPERS.iter().filter(|id| !known(id)) {
            found.at("", format!("has no `{id}`; the taking apart of messages needs it"));
        }
    });
    found.within("stages.yaml", |found| stage::check(content, found));
    for cause in &content.causes {
        found.within(&format!("causes/{}.yaml", cause.id), |found| {
            guide::check_known(content, cause, found);
            if let Some(id) = &cause.leads_to {
                found.one_of("leads_to".into(), id, "cause", content.guide.causes.iter().map(String::as_str));
            }
            program::check_wordings(content, cause, found);
            program::check_fixes(content, cause, found);
            program::check_by_registry(content, cause, found);
            for (index, rule) in cause.rules.iter().enumerate() {
                rule::check_references(content, cause, rule, &format!("rules[{index}]"), found);
                rule::check_examples(content, cause, rule, &format!("rules[{index}].examples"), found);
            }
        });
    }
}

/// The problems so far, and the file that is being looked at.
#[derive(Default)]
struct Problems {
    list: Vec<ContentProblem>,
    file: String,
}

impl Problems {
    fn within(&mut self, file: &str, check: impl FnOnce(&mut Self)) {
        self.file = file.into();
        check(self);
    }

    fn at(&mut self, path: impl Into<String>, message: impl Into<String>) {
        let problem = ContentProblem { file: self.file.clone(), path: path.into(), message: message.into() };
        if !self.list.contains(&problem) {
            self.list.push(problem);
        }
    }

    /// `id` must be an id, and none of those `seen` before.
    fn id<'id>(&mut self, path: String, id: &'id str, seen: &mut BTreeSet<&'id str>) {
        if !is_id(id) {
            self.at(path, format!("is `{id}`; an id is lower-case letters and digits with single hyphens, 64 at most"));
        } else if !seen.insert(id) {
            self.at(path, format!("is `{id}`, which another one has already; ids are unique"));
        }
    }

    /// `id` must be one of those that are `allowed`.
    fn one_of<'id>(&mut self, path: String, id: &str, what: &str, allowed: impl IntoIterator<Item = &'id str>) {
        let allowed: Vec<&str> = allowed.into_iter().collect();
        if !allowed.contains(&id) {
            self.at(path, format!("is `{id}`, which is no {what}; there are: {}", allowed.join(", ")));
        }
    }

    /// A list must have at least `least` entries.
    fn at_least<T>(&mut self, path: &str, list: &[T], least: usize) {
        if list.len() < least {
            self.at(path, format!("has {} entries; at least {least} are needed", list.len()));
        }
    }
}
