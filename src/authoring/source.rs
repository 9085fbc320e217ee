//! The content files, read from a folder. Native only: the build script and the tests use it.

use super::literals;
use crate::content::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The labels of the page by section and key (`interface.yaml`).
pub type Labels = BTreeMap<String, BTreeMap<String, String>>;

/// What could be read, and what was wrong with the rest.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The content, complete where `problems` is empty.
    pub content: Content,
    /// The labels.
    pub labels: Labels,
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
    loaded.labels = read(folder, "interface.yaml", problems).unwrap_or_default();
    let mut names: Vec<String> = std::fs::read_dir(folder.join("causes"))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".yaml"))
        .collect();
    let order = &loaded.content.guide.causes;
    names.sort_by_key(|name| {
        let id = name.trim_end_matches(".yaml");
        (order.iter().position(|listed| listed == id).unwrap_or(usize::MAX), name.clone())
    });
    for name in names {
        let file = format!("causes/{name}");
        if let Some(mut cause) = read::<Cause>(folder, &file, problems) {
            for rule in &mut cause.rules {
                rule.literals = literals::required(&rule.any);
            }
            if format!("{}.yaml", cause.id) != name {
                problems.push(ContentProblem {
                    file,
                    path: "id".into(),
                    message: format!("is `{}`; it must be the file's name without `.yaml`", cause.id),
                });
            }
            loaded.content.causes.push(cause);
        }
    }
    loaded
}

fn read<T: DeserializeOwned>(folder: &Path, file: &str, problems: &mut Vec<ContentProblem>) -> Option<T> {
    let problem = |message: String| ContentProblem { file: file.into(), path: String::new(), message };
    let text = match std::fs::read_to_string(folder.join(file)) {
        Ok(text) => text,
        Err(error) => {
            problems.push(problem(format!("cannot be read: {error}")));
            return None;
        }
    };
    match serde_yaml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.push(problem(error.to_string()));
            None
        }
    }
}
