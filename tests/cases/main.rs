//! The practice cases: their format, and that each of those of the guide holds what it says.
//! `UPDATE=1` writes the JSON Schema of the format anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/json_schema.rs"]
mod json_schema;
#[path = "../common/kubernetes.rs"]
mod kubernetes;
mod schema;

use image_pull_guide::cases::{Case, CaseFault, MAX_BYTES, Repair, read};
use image_pull_guide::content::Content;
use image_pull_guide::diagnosis::diagnose;
use image_pull_guide::paste;
use image_pull_guide::practice::{Marked, judge, lines, try_out};
use proptest::prelude::*;
use serde::Deserialize as _;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn content() -> &'static Content {
    Content::embedded()
}

fn sample() -> String {
    fs::read_to_string("content/cases/private-registry.yaml").unwrap()
}

// --- the cases of the guide --------------------------------------------------------------------------------------------

#[test]
fn every_case_has_its_fault_and_its_solution_mends_it() {
    for case in Case::embedded() {
        let found: Vec<String> = try_out(content(), case, 1).iter().map(|problem| problem.text(content())).collect();
        assert!(found.is_empty(), "{}: {found:?}", case.id);
    }
}

/// What is judged by the piece that somebody marks has to be what the case says of its words.
#[test]
fn the_words_that_a_case_speaks_of_can_be_marked_alone() {
    for case in Case::embedded() {
        for (quotes, are_right) in [(&case.words.right, true), (&case.words.tempting, false)] {
            for quote in quotes {
                let output = case.outputs.iter().find(|output| output.id == quote.output).unwrap();
                let pieces: Vec<_> = lines(content(), case, output).concat();
                let own = pieces.iter().find(|piece| piece.of(&output.text) == quote.words);
                let Some(own) = own else {
                    let all: Vec<&str> = pieces.iter().map(|piece| piece.of(&output.text)).collect();
                    panic!("{}: no piece is {:?}; there are {all:#?}", case.id, quote.words);
                };
                let judged = judge(content(), case, output, *own);
                let is_so = match judged {
                    Marked::Right(found) => are_right && found == quote,
                    Marked::Tempting(found) => !are_right && found == quote,
                    _ => false,
                };
                assert!(is_so, "{}: {:?} is judged as {judged:?}", case.id, quote.words);
            }
        }
    }
}

/// The guide says of a case what the case says of itself: from what the commands print, as somebody would paste it.
#[test]
fn the_guide_finds_the_cause_of_every_case() {
    // What no output of the pull says: the kubelet passes over a Secret of another type in silence, and a login for
    // another server is none.
    const FROM_THE_SECRET: [&str; 1] = ["wrong-secret-type"];
    for case in Case::embedded().iter().filter(|case| !FROM_THE_SECRET.contains(&case.id.as_str())) {
        let found = case.outputs.iter().filter(|output| case.words.right.iter().any(|quote| quote.output == output.id));
        let causes: BTreeSet<String> = found
            .flat_map(|output| {
                let diagnosis = diagnose(content(), &paste::read(content(), &output.text), &output.text);
                let failures = diagnosis
                    .failures
                    .iter()
                    .flat_map(|failure| std::iter::once(failure.cause.clone()).chain(failure.also.iter().cloned()));
                failures.chain([diagnosis.cause.clone()]).collect::<Vec<_>>()
            })
            .collect();
        assert!(causes.contains(&case.cause.is), "{}: {causes:?}, not {}", case.id, case.cause.is);
    }
}

#[test]
fn there_are_cases_for_a_workshop() {
    let cases = Case::embedded();
    let causes: BTreeSet<&str> = cases.iter().map(|case| case.cause.is.as_str()).collect();
    assert!(cases.len() >= 14 && causes.len() >= 10, "{} cases of {} causes", cases.len(), causes.len());
    let edits = cases.iter().filter(|case| matches!(case.repair, Repair::Edit { .. })).count();
    assert!(edits >= 8, "{edits} cases are mended by an edit");
    let keys: BTreeSet<&str> = cases.iter().map(|case| case.key.as_str()).collect();
    assert_eq!(keys.len(), cases.len());
}

/// A title or a story that names the cause leaves nothing to find.
#[test]
fn no_story_gives_its_cause_away() {
    for case in Case::embedded() {
        let told = format!("{} {}", case.title, case.story.join(" ")).to_lowercase();
        assert!(!told.contains(&case.cause.is) && !told.contains(&case.cause.is.replace('-', " ")), "{}", case.id);
        for quote in &case.words.right {
            assert!(!told.contains(&quote.words.to_lowercase()), "{}: {}", case.id, quote.words);
        }
    }
}

/// What a case has from a real runtime stands in it word for word.
#[test]
fn recorded_messages_are_verbatim() {
    for case in Case::embedded() {
        for output in case.outputs.iter().filter(|output| !output.recorded.is_empty()) {
            let (file, fault) = output.recorded.split_once('/').unwrap_or_default();
            let record = fs::read_to_string(format!("tests/lab/recorded/{file}.yaml"));
            let record: serde_yaml::Value = serde_yaml::from_str(&record.unwrap_or_default()).unwrap();
            let messages = record["messages"].as_sequence().unwrap_or_else(|| panic!("{}: no {file}", case.id));
            let message = messages.iter().find(|message| message["fault"] == fault);
            let message = message.unwrap_or_else(|| panic!("{}: no {fault} in {file}", case.id));
            let said = message.get("crio").unwrap_or(&message["said"]).as_str().unwrap();
            // The kubelet takes this much off, and no other code.
            let said = said.strip_prefix("rpc error: code = Unknown desc = ").unwrap_or(said);
            assert!(output.text.contains(said), "{}, {}: does not say {said}", case.id, output.id);
        }
    }
}

/// The manifests apply as they are, and so do the solutions: Kubernetes knows every field of them.
#[test]
fn kubernetes_takes_manifests_and_solutions() {
    // Its fault is a field that Kubernetes does not know there.
    const UNKNOWN_FIELD: &str = "misplaced-field";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut files = Vec::new();
    for case in Case::embedded() {
        let solution = match &case.repair {
            Repair::Edit { solution, .. } => Some(("solution", solution)),
            Repair::Choose { .. } => None,
        };
        let manifests = (case.id != UNKNOWN_FIELD).then_some(("manifests", &case.manifests));
        for (what, text) in manifests.into_iter().chain(solution) {
            for (number, document) in serde_yaml::Deserializer::from_str(text).enumerate() {
                let object = serde_yaml::Value::deserialize(document).unwrap();
                let json = serde_json::to_value(&object).unwrap();
                kubernetes::pod_spec(&json).unwrap_or_else(|error| panic!("{}, {what}: {error}", case.id));
                let file = folder.join(format!("case-{}-{what}-{number}.yaml", case.id));
                fs::write(&file, serde_yaml::to_string(&object).unwrap()).unwrap();
                files.push(file);
            }
        }
    }
    kubernetes::schemas_take(&files);
}

// --- the format --------------------------------------------------------------------------------------------------------

/// What is wrong with the sample after a change, as `path: fault`.
fn faults(change: impl Fn(String) -> String) -> Vec<String> {
    let text = change(sample());
    let file = read(content(), &text);
    let listed = file.problems.iter().map(|problem| {
        assert!(problem.line >= 1 && !problem.text(content()).contains('{'), "{}", problem.text(content()));
        format!("{}: {:?}", problem.path, problem.fault)
    });
    listed.collect()
}

#[test]
fn a_whole_case_is_read() {
    let file = read(content(), &sample());
    assert_eq!(file.problems, []);
    let case = &file.cases[0];
    assert_eq!(
        (case.id.as_str(), case.cause.is.as_str(), file.lines[0]),
        ("private-registry", "credentials-missing", 1)
    );
    assert!(Case::embedded().contains(case), "the guide has the very same");
}

#[test]
fn each_fault_is_named_with_its_place() {
    let cases: [(&str, &str, &str, &str); 17] = [
        ("id: private-registry", "id: Private Registry", "id", "NoId"),
        ("minutes: 8", "minutes: 90", "minutes", "NoNumber"),
        ("level: beginner", "level: easy", "level", "NoChoice"),
        ("title: It works on my machine", "title: ''", "title", "EmptyText"),
        ("title: It works on my machine", "title: [a]", "title", "NoText"),
        ("title: It works on my machine", "tite: It works", "", "UnknownKey"),
        ("objectives:", "level: beginner\nobjectives:", "", "KeyTwice"),
        ("  - id: laptop", "  - id: pods", "outputs[1].id", "IdTwice"),
        ("    - output: laptop", "    - output: nowhere", "words.tempting[2].output", "UnknownOutput"),
        ("words: 'no basic auth credentials'", "words: 'no such words'", "words.right[0].words", "WordsNotThere"),
        ("words: 'Error: ErrImagePull'", "words: 'no basic auth credentials'", "words.tempting[1].words", "WordsTwice"),
        ("is: credentials-missing", "is: gremlins", "cause.is", "UnknownCause"),
        ("- id: credentials-rejected", "- id: tag-not-found", "cause.tempting[2].id", "CauseTwice"),
        ("cluster:\n", "cluster: []\nx:\n", "cluster", "NoRecord"),
        ("  - Who pulls the image here, and is that machine logged in?\n", "", "hints", "ListLength"),
        ("      at: spec.", "      att: spec.", "repair.needs[0]", "Missing"),
        ("  solution: |\n", "  solution: |\n    a: [\n", "repair.solution", "ManifestUnread"),
    ];
    for (old, new, path, fault) in cases {
        assert!(sample().contains(old), "the sample has no {old:?}");
        let found = faults(|text| text.replacen(old, new, 1));
        assert!(found.contains(&format!("{path}: {fault}")), "{new:?}: {found:?}");
    }
}

#[test]
fn all_faults_are_named_at_once_and_whole_cases_are_kept() {
    let second = sample().replace("id: private-registry", "id: second").replace("minutes: 8", "minutes: 1");
    let file = read(
        content(),
        &format!("{}---\n{}---\n{}", sample(), second.replace("level: beginner", "level: x"), sample()),
    );
    let paths: Vec<&str> = file.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["case 2: level", "case 2: minutes", "case 3: id"], "{:?}", file.problems);
    assert_eq!(file.cases.len(), 1);
    assert!(file.problems[0].line > sample().lines().count());
}

#[test]
fn what_is_no_file_of_cases_is_said() {
    let fault = |text: &str| read(content(), text).problems.first().map(|problem| problem.fault);
    assert_eq!(fault(""), Some(CaseFault::Nothing));
    assert_eq!(fault("a: [b"), Some(CaseFault::NoYaml));
    assert_eq!(fault("just words"), Some(CaseFault::NoRecord));
    assert_eq!(fault(&"#".repeat(MAX_BYTES + 1)), Some(CaseFault::TooLong));
    assert_eq!(fault(&"- a\n".repeat(200)), Some(CaseFault::TooMany));
}

#[test]
fn ways_to_choose_from_need_a_right_and_a_wrong_one() {
    let way = |right: &str| format!("    - text: Do it.\n      right: {right}\n      why: Because.\n");
    let of = |ways: [&str; 3]| {
        let text = sample();
        let (before, after) = (text.find("  solution:").unwrap(), text.find("hints:").unwrap());
        let ways: String = ways.iter().map(|right| way(right)).collect();
        faults(|_| format!("{}  choices:\n{ways}{}", &text[..before], &text[after..]))
    };
    assert_eq!(of(["true", "false", "false"]), Vec::<String>::new());
    assert_eq!(of(["false", "false", "false"]), ["repair.choices: NoneRight"]);
    assert_eq!(of(["true", "true", "true"]), ["repair.choices: NoneWrong"]);
    assert_eq!(of(["yes", "true", "false"]), ["repair.choices[0].right: NoFlag"]);
}

#[test]
fn trying_a_case_out_finds_what_its_form_does_not_show() {
    let tried = |old: &str, new: &str| {
        let file = read(content(), &sample().replacen(old, new, 1));
        assert_eq!(file.problems, [], "{new}");
        try_out(content(), &file.cases[0], 1).iter().map(|problem| problem.fault).collect::<Vec<_>>()
    };
    let at = "spec.template.spec.imagePullSecrets[acme-registry].name";
    assert_eq!(tried(at, "spec.template.spec.imagePullSecrets[other].name"), [CaseFault::NotSolved]);
    let always = (
        "at: spec.template.spec.imagePullSecrets[acme-registry].name\n      is: [acme-registry]",
        "at: spec.replicas\n      is: [1]",
    );
    assert_eq!(tried(always.0, always.1), [CaseFault::NothingWrong]);
}

/// Progress that was made with another text is no progress with this one.
#[test]
fn another_text_has_another_key() {
    let key = |text: &str| read(content(), text).cases[0].key.clone();
    let other = sample().replace("It works on my machine", "It works on your machine");
    assert_eq!(key(&sample()), key(&sample().replace("level: beginner", "level:   'beginner' # easy")));
    assert_ne!(key(&sample()), key(&other));
}

proptest! {
    /// No file makes it panic, and what is left of a case is a case or a problem.
    #[test]
    fn reading_never_fails(cut in 0_usize..9_000, insert in "[\\[\\]{}:&*!|>'\"%@`a-z0-9 \n-]{0,12}") {
        let mut text = sample();
        let cut = text.floor_char_boundary(cut.min(text.len()));
        text.insert_str(cut, &insert);
        let file = read(content(), &text);
        prop_assert!(!file.cases.is_empty() || !file.problems.is_empty());
        for case in &file.cases {
            let _ = try_out(content(), case, 1);
            for output in &case.outputs {
                for piece in lines(content(), case, output).concat() {
                    prop_assert!(!piece.of(&output.text).is_empty());
                    let _ = judge(content(), case, output, piece);
                }
            }
        }
    }
}
