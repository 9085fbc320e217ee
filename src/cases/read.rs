//! From a text to cases, by the format: first every value is held against its shape, then the values are taken.

use super::format::{CASE, Field, LEVELS, Shape};
use super::references;
use super::*;
use crate::content::{Content, is_id};
use crate::document::{self, Node};

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFile {
    /// The cases without a problem.
    pub cases: Vec<Case>,
    /// The lines on which they begin, from 1.
    pub lines: Vec<usize>,
    /// All problems of the others, and of the file.
    pub problems: Vec<Problem>,
}

/// Reads a file of cases: one case in each YAML document, or a list of them.
///
/// What only trying a case out shows (that its solution solves it) is not looked at here.
#[must_use]
pub fn read(content: &Content, text: &str) -> CaseFile {
    let mut file = CaseFile::default();
    let whole = |fault, facts| Problem { line: 1, path: String::new(), fault, facts };
    if text.len() > MAX_BYTES {
        let facts = vec![("most", (MAX_BYTES / 1024).to_string()), ("found", (text.len() / 1024).to_string())];
        file.problems.push(whole(CaseFault::TooLong, facts));
        return file;
    }
    let stream = document::read(text);
    if let Some(problem) = stream.problem() {
        let fault =
            Problem { line: problem.line, ..whole(CaseFault::NoYaml, vec![("line", problem.line.to_string())]) };
        file.problems.push(fault);
    }
    let twice: Vec<Node<'_, '_>> = stream.duplicate_keys().collect();
    let roots = stream.documents().filter_map(document::Document::root).filter(|root| !root.is_null());
    let roots: Vec<Node<'_, '_>> = roots
        .flat_map(|root| if root.is_sequence() { root.items().map(Node::resolved).collect() } else { vec![root] })
        .collect();
    if roots.len() > MAX_CASES {
        let facts = vec![("most", MAX_CASES.to_string()), ("found", roots.len().to_string())];
        file.problems.push(whole(CaseFault::TooMany, facts));
    }
    if roots.is_empty() && file.problems.is_empty() {
        file.problems.push(whole(CaseFault::Nothing, Vec::new()));
    }
    let several = roots.len() > 1;
    for (index, &root) in roots.iter().take(MAX_CASES).enumerate() {
        let mut found = Vec::new();
        hold_against(root, &CASE, &mut String::new(), &mut found);
        for key in twice.iter().filter(|key| is_inside(**key, root)) {
            let name = key.text().unwrap_or_default().to_owned();
            found.push(Problem { line: key.line(), ..whole(CaseFault::KeyTwice, vec![("found", name)]) });
        }
        if found.is_empty() {
            let case = Case::taken_from(root);
            references::check(content, &case, &file.cases, root.line(), &mut found);
            if found.is_empty() {
                file.cases.push(case);
                file.lines.push(root.line());
            }
        }
        if several {
            for problem in &mut found {
                let separator = if problem.path.is_empty() { "" } else { ": " };
                problem.path = format!("case {}{separator}{}", index + 1, problem.path);
            }
        }
        file.problems.append(&mut found);
    }
    file
}

fn is_inside(node: Node<'_, '_>, root: Node<'_, '_>) -> bool {
    std::iter::successors(Some(node), |node| node.parent()).any(|above| above == root)
}

/// Collects all that in a value does not have its shape.
fn hold_against(node: Node<'_, '_>, shape: &Shape, path: &mut String, found: &mut Vec<Problem>) {
    let node = node.resolved();
    let mut fault = |fault, facts| found.push(Problem { line: node.line(), path: path.clone(), fault, facts });
    match shape {
        Shape::Id => match node.text() {
            Some(id) if is_id(id) => {}
            text => fault(CaseFault::NoId, vec![("found", text.unwrap_or_default().to_owned())]),
        },
        Shape::Text(most) | Shape::Value(most) => match node.text() {
            Some(text) if text.len() > *most => {
                fault(CaseFault::LongText, vec![("most", most.to_string()), ("found", text.len().to_string())]);
            }
            Some(text) if text.trim().is_empty() && matches!(shape, Shape::Text(_)) => {
                fault(CaseFault::EmptyText, Vec::new())
            }
            Some(_) => {}
            None => fault(CaseFault::NoText, Vec::new()),
        },
        Shape::Number(least, most) => {
            let number = node.text().and_then(|text| text.parse::<u8>().ok());
            if number.is_none_or(|number| number < *least || number > *most) {
                fault(CaseFault::NoNumber, vec![("least", least.to_string()), ("most", most.to_string())]);
            }
        }
        Shape::Flag => {
            if !matches!(node.text(), Some("true" | "false")) {
                fault(CaseFault::NoFlag, Vec::new());
            }
        }
        Shape::Level => {
            if !node.text().is_some_and(|text| LEVELS.contains(&text)) {
                fault(CaseFault::NoChoice, vec![("allowed", LEVELS.join(", "))]);
            }
        }
        Shape::Word(word) => {
            if node.text() != Some(word) {
                fault(CaseFault::NoChoice, vec![("allowed", (*word).to_owned())]);
            }
        }
        Shape::List(item, least, most) => {
            let length = node.items().len();
            if !node.is_sequence() {
                fault(CaseFault::NoList, Vec::new());
            } else if length < *least || length > *most {
                let facts = [("least", *least), ("most", *most), ("found", length)];
                fault(CaseFault::ListLength, facts.map(|(name, value)| (name, value.to_string())).into());
            }
            for (index, node) in node.items().enumerate() {
                within(path, &format!("[{index}]"), |path| hold_against(node, item, path, found));
            }
        }
        Shape::Record(fields) => hold_record(node, fields, path, found),
        Shape::Either(ways) => hold_record(node, way(node, ways), path, found),
    }
}

fn hold_record(node: Node<'_, '_>, fields: &[Field], path: &mut String, found: &mut Vec<Problem>) {
    let fault = |line, path: &String, fault, facts| Problem { line, path: path.clone(), fault, facts };
    if !node.is_mapping() {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        found.push(fault(node.line(), path, CaseFault::NoRecord, vec![("allowed", names.join(", "))]));
        return;
    }
    for entry in node.entries() {
        let name = entry.key.text().unwrap_or_default();
        if !fields.iter().any(|field| field.name == name) {
            let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
            let facts = vec![("found", name.to_owned()), ("allowed", names.join(", "))];
            found.push(fault(entry.key.line(), path, CaseFault::UnknownKey, facts));
        }
    }
    for field in fields {
        match node.get(field.name) {
            Some(value) => {
                let dot = if path.is_empty() { "" } else { "." };
                within(path, &format!("{dot}{}", field.name), |path| hold_against(value, &field.shape, path, found));
            }
            None if field.is_optional => {}
            None => found.push(fault(node.line(), path, CaseFault::Missing, vec![("missing", field.name.to_owned())])),
        }
    }
}

/// The fields of the way that a record takes.
fn way(node: Node<'_, '_>, ways: &'static [(&'static str, &'static [Field])]) -> &'static [Field] {
    let taken = ways.iter().find(|(key, _)| node.get(key).is_some()).or(ways.first());
    taken.map_or(&[], |(_, fields)| fields)
}

fn within(path: &mut String, step: &str, look: impl FnOnce(&mut String)) {
    let length = path.len();
    path.push_str(step);
    look(path);
    path.truncate(length);
}

// --- taking the values, which all have their shape ---------------------------------------------------------------------

fn text(node: Node<'_, '_>, key: &str) -> String {
    node.get(key).and_then(|value| value.resolved().text()).unwrap_or_default().to_owned()
}

fn list<T>(node: Node<'_, '_>, key: &str, take: impl Fn(Node<'_, '_>) -> T) -> Vec<T> {
    node.get(key).map(|value| value.resolved().items().map(|item| take(item.resolved())).collect()).unwrap_or_default()
}

fn texts(node: Node<'_, '_>, key: &str) -> Vec<String> {
    list(node, key, |item| item.text().unwrap_or_default().to_owned())
}

fn part<'stream, 'text>(node: Node<'stream, 'text>, key: &str) -> Node<'stream, 'text> {
    node.get(key).map_or(node, Node::resolved)
}

impl Case {
    fn taken_from(node: Node<'_, '_>) -> Self {
        let level = text(node, "level");
        let (words, cause, cluster) = (part(node, "words"), part(node, "cause"), part(node, "cluster"));
        let mut case = Self {
            id: text(node, "id"),
            key: String::new(),
            title: text(node, "title"),
            level: Level::ALL.iter().find(|(id, _)| *id == level).map(|(_, level)| *level).unwrap_or_default(),
            minutes: text(node, "minutes").parse().unwrap_or_default(),
            objectives: texts(node, "objectives"),
            story: texts(node, "story"),
            outputs: list(node, "outputs", |output| Output {
                id: text(output, "id"),
                command: text(output, "command"),
                text: text(output, "text"),
                recorded: text(output, "recorded"),
                tells: text(output, "tells"),
            }),
            words: WordsTask { right: list(words, "right", quote), tempting: list(words, "tempting", quote) },
            cause: CauseTask {
                is: text(cause, "is"),
                why: text(cause, "why"),
                tempting: list(cause, "tempting", |one| Tempting { id: text(one, "id"), why: text(one, "why") }),
            },
            manifests: text(node, "manifests"),
            repair: repair(part(node, "repair")),
            hints: texts(node, "hints"),
            learn: texts(node, "learn"),
            cluster: Cluster {
                setup: texts(cluster, "setup"),
                check: texts(cluster, "check"),
                solve: texts(cluster, "solve"),
                clean_up: texts(cluster, "clean_up"),
                differs: text(cluster, "differs"),
            },
            instructor: texts(node, "instructor"),
        };
        case.key = key(&case);
        case
    }
}

fn quote(node: Node<'_, '_>) -> Quote {
    Quote { output: text(node, "output"), words: text(node, "words"), why: text(node, "why") }
}

fn repair(node: Node<'_, '_>) -> Repair {
    let task = text(node, "task");
    if node.get("choices").is_none() {
        return Repair::Edit { task, solution: text(node, "solution"), needs: list(node, "needs", need) };
    }
    let choices = list(node, "choices", |choice| Choice {
        text: text(choice, "text"),
        right: text(choice, "right") == "true",
        why: text(choice, "why"),
    });
    Repair::Choose { task, choices }
}

fn need(node: Node<'_, '_>) -> Need {
    let (object, at) = (text(node, "object"), text(node, "at"));
    let of = if node.get("is").is_some() {
        NeedOf::Value { object, at, is: texts(node, "is") }
    } else if node.get("absent").is_some() {
        NeedOf::Absent { object, at }
    } else {
        NeedOf::PullSecretsFit
    };
    Need { of, why: text(node, "why") }
}

/// What the content of a case is known by: 64 bits of FNV-1a over all of its values. It has to be the same wherever the
/// case is read, and need not keep anybody from making another case of the same key.
fn key(case: &Case) -> String {
    let bytes = postcard::to_stdvec(case).unwrap_or_default();
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}
