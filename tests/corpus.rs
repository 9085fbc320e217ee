//! Some 800 labelled pastes: what the command answers, in full, and how often it is right.
//!
//! - `field.jsonl`: what people paste, with every name made up. `wordings.jsonl`: each wording of each program inside the
//!   output of some tool. `elsewhere.jsonl`: lines about other things that have the same words.
//! - `*.answers.jsonl`: the whole answers, written anew with `UPDATE=1`; read the difference before you keep it.
//!
//! A label is the likeliest cause and, under `also`, what the same words fit as well.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const FILES: [&str; 3] = ["field", "wordings", "elsewhere"];
/// The kinds of paste that come from `kubectl`, the kubelet and `crictl`.
const KUBECTL: [&str; 8] =
    ["describe", "events-table", "event-line", "get-pods", "yaml", "json", "kubelet-log", "crictl"];

struct Case {
    id: String,
    kind: String,
    text: String,
    cause: String,
    also: Vec<String>,
    image: String,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn cases(file: &str) -> Vec<Case> {
    let text = fs::read_to_string(folder().join(format!("{file}.jsonl"))).unwrap();
    let words = |value: &Value, key: &str| value[key].as_str().unwrap().to_owned();
    text.lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|case| Case {
            id: words(&case, "id"),
            kind: words(&case, "kind"),
            text: words(&case, "text"),
            cause: words(&case, "cause"),
            also: causes(&case["also"]),
            image: words(&case, "image"),
        })
        .collect()
}

fn causes(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|cause| cause.as_str().unwrap().to_owned()).collect()
}

/// What the command prints for all cases, a line each.
fn answers(cases: &[Case]) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_image-pull-guide"))
        .args(["diagnose", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let batch: String =
        cases.iter().map(|case| serde_json::json!({"id": case.id, "text": case.text}).to_string() + "\n").collect();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(batch.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn each_paste_has_its_whole_answer() {
    for file in FILES {
        let path = folder().join(format!("{file}.answers.jsonl"));
        let now = answers(&cases(file));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &now).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap();
        assert_eq!(now.lines().count(), expected.lines().count(), "{file}");
        for (now, expected) in now.lines().zip(expected.lines()) {
            assert_eq!(now, expected, "{file}");
        }
    }
}

/// Cases counted, each answer judged by its label.
#[derive(Debug, Default)]
struct Score {
    all: usize,
    right: usize,
    exact: usize,
    honest: usize,
    spare: usize,
    images: usize,
    right_images: usize,
}

impl Score {
    fn count(&mut self, case: &Case, answer: &Value) {
        let first = answer["cause"].as_str().unwrap().to_owned();
        let fits: BTreeSet<&String> = case.also.iter().chain([&case.cause]).collect();
        let also = causes(&answer["also"]);
        let named: BTreeSet<&String> = also.iter().chain([&first]).collect();
        self.all += 1;
        self.right += usize::from(fits.contains(&first));
        self.exact += usize::from(first == case.cause);
        self.honest += usize::from(fits.is_subset(&named));
        self.spare += usize::from(!named.is_subset(&fits));
        self.images += usize::from(!case.image.is_empty());
        self.right_images += usize::from(!case.image.is_empty() && answer["image"] == case.image.as_str());
    }

    #[track_caller]
    fn assert(part: usize, of: usize, least: usize, what: &str) {
        assert!(part * 100 >= of * least, "{what}: {part} of {of}, and {least} % are needed");
    }
}

#[test]
fn the_answers_are_right_often_enough() {
    for file in ["field", "wordings"] {
        let (mut kubectl, mut others) = (Score::default(), Score::default());
        let cases = cases(file);
        let answers = answers(&cases);
        let mut alarms = Vec::new();
        for (case, answer) in cases.iter().zip(answers.lines()) {
            let answer: Value = serde_json::from_str(answer).unwrap();
            let score = if KUBECTL.contains(&case.kind.as_str()) { &mut kubectl } else { &mut others };
            score.count(case, &answer);
            let cause = answer["cause"].as_str().unwrap();
            if case.cause == "not-an-image-pull" && cause != case.cause && !case.also.iter().any(|also| also == cause) {
                alarms.push(format!("{}: {cause}", case.id));
            }
        }
        Score::assert(kubectl.right, kubectl.all, 98, &format!("{file}: right, kubectl"));
        Score::assert(kubectl.exact, kubectl.all, 92, &format!("{file}: exact, kubectl"));
        Score::assert(kubectl.honest, kubectl.all, 85, &format!("{file}: honest, kubectl"));
        Score::assert(kubectl.right_images, kubectl.images, 95, &format!("{file}: image, kubectl"));
        Score::assert(kubectl.all - kubectl.spare, kubectl.all, 80, &format!("{file}: no spare cause, kubectl"));
        Score::assert(others.right, others.all, 92, &format!("{file}: right, other tools"));
        assert!(alarms.is_empty(), "{file}: false alarms: {alarms:?}");
    }
}

#[test]
fn the_same_words_about_other_things_are_no_pull() {
    let cases = cases("elsewhere");
    for (case, answer) in cases.iter().zip(answers(&cases).lines()) {
        let answer: Value = serde_json::from_str(answer).unwrap();
        assert_eq!(answer["cause"], "not-an-image-pull", "{}", case.text);
    }
}

#[test]
fn every_cause_is_pasted_in_three_ways() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for case in FILES.iter().flat_map(|file| cases(file)) {
        *counts.entry(case.cause).or_default() += 1;
    }
    for cause in &image_pull_guide::content::Content::embedded().causes {
        assert!(counts.get(&cause.id).is_some_and(|count| *count >= 3), "{}", cause.id);
    }
}
