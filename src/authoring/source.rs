//! The content files, read from a folder. Native only: the build script and the tests use it.

use super::literals;
use crate::cases::{self, Case};
use crate::content::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// Labels by section and key.
pub type Labels = BTreeMap<String, BTreeMap<String, String>>;

/// What could be read, and what was wrong with the rest.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The content, complete where `problems` is empty.
    pub content: Content,
    /// The labels of the page (`interface.yaml`).
    pub labels: Labels,
    /// The words of the command (`command.yaml`).
    pub command: Labels,
    /// The words of the embedded guide before its WebAssembly runs (`embed.yaml`).
    pub embed: Labels,
    /// The words of reports (`report.yaml`).
    pub report: Labels,
    /// The words of edits (`patch.yaml`).
    pub patch: Labels,
    /// The words of the pages without scripts (`site.yaml`).
    pub site: Labels,
    /// The practice cases of `cases/`, in the order of `practice.yaml`.
    pub cases: Vec<Case>,
    /// All problems of all files.
    pub problems: Vec<ContentProblem>,
}

/// One thing that is wrong with the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentProblem {
    /// The file, from the content folder.
    pub file: String,
    /// The place in it: `rules[2].any[0]`; empty for the whole file.
    pub path: String,
    /// What is wrong, and what is allowed.
    pub message: String,
}

impl fmt::Display for ContentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, path, message } = self;
        let separator = if path.is_empty() { "" } else { ": " };
        write!(f, "content/{file}{separator}{path}: {message}")
    }
}

/// Reads all files below `folder`; a file that cannot be read or parsed is one problem, and the others are still read.
#[must_use]
pub fn load(folder: &Path) -> Loaded {
    let mut loaded = Loaded::default();
    let problems = &mut loaded.problems;
    loaded.content.guide = read(folder, "guide.yaml", problems).unwrap_or_default();
    loaded.content.registries = read(folder, "registries.yaml", problems).unwrap_or_default();
    loaded.content.wrappers = read(folder, "wrappers.yaml", problems).unwrap_or_default();
    loaded.content.subjects = read(folder, "subjects.yaml", problems).unwrap_or_default();
    loaded.content.stages = read(folder, "stages.yaml", problems).unwrap_or_default();
    loaded.content.words = read(folder, "words.yaml", problems).unwrap_or_default();
    loaded.content.programs = read(folder, "programs.yaml", problems).unwrap_or_default();
    loaded.content.clusters = read(folder, "clusters.yaml", problems).unwrap_or_default();
    loaded.content.secret_check = read(folder, "secret_check.yaml", problems).unwrap_or_default();
    loaded.content.practice = read(folder, "practice.yaml", problems).unwrap_or_default();
    loaded.labels = read(folder, "interface.yaml", problems).unwrap_or_default();
    loaded.command = read(folder, "command.yaml", problems).unwrap_or_default();
    loaded.embed = read(folder, "embed.yaml", problems).unwrap_or_default();
    loaded.report = read(folder, "report.yaml", problems).unwrap_or_default();
    loaded.patch = read(folder, "patch.yaml", problems).unwrap_or_default();
    loaded.site = read(folder, "site.yaml", problems).unwrap_or_default();
    let shared: Shared = read(folder, "shared.yaml", problems).unwrap_or_default();
    let names = names_in(folder, "causes", &loaded.content.guide.causes);
    for name in names {
        let file = format!("causes/{name}");
        if let Some(mut cause) = read::<Cause>(folder, &file, problems) {
            for rule in &mut cause.rules {
                rule.literals = rule.any.iter().map(|pattern| literals::required(pattern)).collect();
            }
            check_name(&file, &cause.id, problems);
            put_shared_in_place(&shared, &mut cause, &file, problems);
            loaded.content.causes.push(cause);
        }
    }
    // Cases name causes: those of content that could not be read would all be missed.
    let all_read = problems.is_empty();
    for name in names_in(folder, "cases", &loaded.content.practice.cases).into_iter().filter(|_| all_read) {
        let file = format!("cases/{name}");
        let Some(text) = read_text(folder, &file, problems) else { continue };
        let read = cases::read(&loaded.content, &text);
        for case in &read.cases {
            check_name(&file, &case.id, problems);
        }
        problems.extend(read.problems.into_iter().map(|problem| ContentProblem {
            file: file.clone(),
            path: format!("line {}{}{}", problem.line, if problem.path.is_empty() { "" } else { ", " }, problem.path),
            message: problem.text(&loaded.content),
        }));
        loaded.cases.extend(read.cases);
    }
    loaded
}

/// The YAML files of a folder, in the order of `listed` and then of the alphabet.
fn names_in(folder: &Path, inner: &str, listed: &[String]) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder.join(inner))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".yaml"))
        .collect();
    names.sort_by_key(|name| {
        let id = name.trim_end_matches(".yaml");
        (listed.iter().position(|listed| listed == id).unwrap_or(usize::MAX), name.clone())
    });
    names
}

fn check_name(file: &str, id: &str, problems: &mut Vec<ContentProblem>) {
    if !file.ends_with(&format!("/{id}.yaml")) {
        problems.push(ContentProblem {
            file: file.into(),
            path: "id".into(),
            message: format!("is `{id}`; it must be the file's name without `.yaml`"),
        });
    }
}

/// What a cause takes over from `shared.yaml`.
fn put_shared_in_place(shared: &Shared, cause: &mut Cause, file: &str, problems: &mut Vec<ContentProblem>) {
    for (index, fix) in cause.fixes.iter_mut().enumerate() {
        let Some(name) = fix.shared.take() else { continue };
        match shared.fixes.get(&name) {
            Some(known) if fix.title.is_empty() && fix.text.is_empty() => fix.clone_from(known),
            Some(_) => problems.push(ContentProblem {
                file: file.into(),
                path: format!("fixes[{index}]"),
                message: "has `use` and words of its own; it can have one of them".into(),
            }),
            None => problems.push(ContentProblem {
                file: file.into(),
                path: format!("fixes[{index}].use"),
                message: format!(
                    "is `{name}`, which is no fix of shared.yaml; there are: {}",
                    shared.fixes.keys().cloned().collect::<Vec<_>>().join(", ")
                ),
            }),
        }
    }
    if cause.success == Success::default() {
        cause.success.clone_from(&shared.success);
    }
}

fn read<T: DeserializeOwned>(folder: &Path, file: &str, problems: &mut Vec<ContentProblem>) -> Option<T> {
    let text = read_text(folder, file, problems)?;
    match serde_yaml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.push(ContentProblem { file: file.into(), path: String::new(), message: error.to_string() });
            None
        }
    }
}

fn read_text(folder: &Path, file: &str, problems: &mut Vec<ContentProblem>) -> Option<String> {
    match std::fs::read_to_string(folder.join(file)) {
        Ok(text) => Some(text),
        Err(error) => {
            let message = format!("cannot be read: {error}");
            problems.push(ContentProblem { file: file.into(), path: String::new(), message });
            None
        }
    }
}
