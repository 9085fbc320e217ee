//! Working through a practice case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::cases::{Case, Step, read};
use image_pull_guide::content::Content;
use image_pull_guide::manifest::LineMark;
use image_pull_guide::practice::{Attempt, End, Looked, Marked, Task, judge, keep, kept, lines, look_at, solved};
use std::collections::BTreeMap;

fn content() -> &'static Content {
    Content::embedded()
}

fn case(id: &str) -> &'static Case {
    Case::embedded().iter().find(|case| case.id == id).unwrap()
}

fn looked(id: &str, change: impl Fn(String) -> String) -> Looked {
    let case = case(id);
    look_at(content(), case, &change(case.manifests.clone()))
}

// --- manifests ---------------------------------------------------------------------------------------------------------

#[test]
fn a_manifest_is_mended_by_what_it_means() {
    let secret = |lines: &str| {
        looked("private-registry", |text| text.replace("      containers:\n", &format!("{lines}      containers:\n")))
    };
    for lines in [
        "      imagePullSecrets:\n        - name: acme-registry\n",
        "      imagePullSecrets: [{name: acme-registry}]\n",
        "      \"imagePullSecrets\": [{\"name\": 'acme-registry'}] # the login\n",
        "      imagePullSecrets:\n      - name: other\n      - name: acme-registry\n",
    ] {
        assert!(secret(lines).is_mended(), "{lines}");
    }
    let wrong = secret("      imagePullSecrets: [{name: acme_registry}]\n");
    assert_eq!((wrong.is_mended(), wrong.unmet.len()), (false, 1));
    assert!(!wrong.unmet[0].why.is_empty());
}

#[test]
fn images_are_compared_as_images() {
    let image = |image: &str| looked("wrong-tag", |text| text.replace("nginx:1.99.9", image));
    let needed = match &case("wrong-tag").repair {
        image_pull_guide::cases::Repair::Edit { needs, .. } => match &needs[0].of {
            image_pull_guide::cases::NeedOf::Value { is, .. } => is[0].clone(),
            _ => panic!("no value"),
        },
        _ => panic!("no edit"),
    };
    assert!(image(&needed).is_mended());
    assert!(image(&format!("docker.io/library/{needed}")).is_mended());
    assert!(!image("nginx:1.99.9").is_mended());
    assert!(!image("'not an image'").is_mended());
    assert!(!image("''").is_mended());
}

#[test]
fn further_changes_are_named_and_do_not_count_against_it() {
    let found = looked("private-registry", |text| {
        let text = text.replace("replicas: 1", "replicas: 3").replace("containerPort: 8080", "containerPort: 80");
        text.replace("      containers:\n", "      imagePullSecrets: [{name: acme-registry}]\n      containers:\n")
    });
    assert!(found.is_mended());
    let port = "Deployment/api spec.template.spec.containers[api].ports[0].containerPort";
    assert_eq!(found.changed, ["Deployment/api spec.replicas", port]);
}

#[test]
fn a_text_that_cannot_be_read_is_not_mended_and_says_its_line() {
    let found = looked("private-registry", |text| text.replace("    spec:", "\tspec:"));
    assert!(found.problem.is_some_and(|problem| problem.line > 1) && !found.is_mended());
    let found = looked("private-registry", |text| text.replace("replicas: 1", "replicas: {{ .Values.n }}"));
    assert!(found.problem.is_some());
    assert!(!looked("private-registry", |_| String::new()).is_mended());
}

#[test]
fn the_lines_that_a_solution_changes_are_marked() {
    let document = solved("x.yaml", "a\nb\nc\nd\n", "a\nB\nc\nnew\nd\n");
    let marks: Vec<(&str, LineMark)> = document.lines.iter().map(|line| (line.text.as_str(), line.mark)).collect();
    let (same, changed, added) = (LineMark::Same, LineMark::Changed, LineMark::Added);
    assert_eq!(marks, [("a", same), ("B", changed), ("c", same), ("new", added), ("d", same)]);
    for case in Case::embedded() {
        let image_pull_guide::cases::Repair::Edit { solution, .. } = &case.repair else { continue };
        let document = solved("x.yaml", &case.manifests, solution);
        assert_eq!(document.text().trim_end(), solution.trim_end());
        let marked = document.lines.iter().filter(|line| line.mark != same).count();
        assert!((1..=6).contains(&marked), "{}: {marked} lines differ", case.id);
    }
    assert_eq!(solved("x.yaml", "", "a\n").lines.len(), 1);
    assert_eq!(solved("x.yaml", "a\nb\n", "").lines.len(), 0);
}

// --- words -------------------------------------------------------------------------------------------------------------

#[test]
fn every_piece_of_an_output_has_an_answer() {
    let mut kinds = BTreeMap::new();
    for case in Case::embedded() {
        for output in &case.outputs {
            for piece in lines(content(), case, output).concat() {
                let kind = match judge(content(), case, output, piece) {
                    Marked::Right(_) => "right",
                    Marked::Tempting(_) => "tempting",
                    Marked::Wraps(_) => "wraps",
                    Marked::SameLine => "same line",
                    Marked::OtherLine => "other line",
                    Marked::OtherOutput => "other output",
                };
                *kinds.entry(kind).or_insert(0) += 1;
            }
        }
    }
    assert_eq!(kinds.len(), 6, "{kinds:?}");
}

// --- progress ----------------------------------------------------------------------------------------------------------

#[test]
fn only_what_went_wrong_is_tried_again() {
    let mut attempt = Attempt::default();
    assert!(!attempt.has_begun());
    attempt.named = Some("tag-not-found".into());
    attempt.judge(Task::Cause, false);
    attempt.judge(Task::Cause, true);
    assert_eq!(attempt.tries(Task::Cause).wrong, 1, "one answer judged twice counts once");
    attempt.judged.clear();
    attempt.judge(Task::Cause, true);
    attempt.judge(Task::Words, true);
    attempt.show(Task::Repair);
    assert!(attempt.has_ended());
    assert_eq!(attempt.wrong().collect::<Vec<_>>(), [Task::Cause, Task::Repair]);
    attempt.try_wrong_again();
    assert_eq!(attempt.tries(Task::Words).end, Some(End::Solved));
    assert_eq!((attempt.tries(Task::Cause).end, attempt.tries(Task::Repair).end, attempt.named), (None, None, None));
}

#[test]
fn what_is_solved_stays_solved() {
    let mut attempt = Attempt::default();
    attempt.judge(Task::Words, true);
    attempt.show(Task::Words);
    attempt.judged.clear();
    attempt.judge(Task::Words, false);
    let tries = attempt.tries(Task::Words);
    assert_eq!((tries.end, tries.wrong), (Some(End::Solved), 0));
}

#[test]
fn progress_is_kept_by_the_content_of_a_case() {
    let cases = Case::embedded();
    let mut attempt = Attempt::default();
    attempt.hints = 2;
    attempt.seen.insert(cases[0].outputs[0].id.clone());
    attempt.judge(Task::Words, true);
    attempt.show(Task::Cause);
    attempt.manifest = Some("kind: Secret # s3cr3t".into());
    let text = keep(cases, &BTreeMap::from([(cases[0].key.clone(), attempt.clone())]));
    assert!(!text.contains("s3cr3t") && !text.contains("kind"), "{text}");
    let back = kept(cases, &text);
    assert_eq!(back[&cases[0].key].tries(Task::Words), attempt.tries(Task::Words));
    assert_eq!(back[&cases[0].key].tries(Task::Cause).end, Some(End::Shown));
    assert_eq!((back[&cases[0].key].hints, &back[&cases[0].key].seen), (2, &attempt.seen));
    let changed = text.replace(&cases[0].key, "0000000000000000");
    assert!(kept(cases, &changed).is_empty());
}

#[test]
fn what_is_no_progress_is_passed_over() {
    let cases = Case::embedded();
    let line = format!("{} {}", cases[0].id, cases[0].key);
    for text in
        ["", "v0", "v1\n", "v1\n \n\n", &format!("v1\n{line}"), &format!("v1\n{line} x open:0"), &format!("v2\n{line}")]
    {
        assert!(kept(cases, text).is_empty(), "{text:?}");
    }
    let much = kept(cases, &format!("v1\n{line} 99 solved:70000 open:0 open:0"));
    assert!(much.is_empty(), "more wrong answers than anybody gives");
    let other = kept(cases, &format!("v1\n{line} 99 open:0 open:0 open:0 no-such-output"));
    assert_eq!((other[&cases[0].key].hints, other[&cases[0].key].seen.len()), (3, 0));
}

#[test]
fn steps_follow_one_another() {
    let all: Vec<Step> = std::iter::successors(Some(Step::default()), |step| step.next()).collect();
    assert_eq!(all.len(), Step::ALL.len());
    for step in all {
        assert_eq!(Step::named(step.id()), Some(step));
        assert_eq!(step.next().and_then(Step::previous).unwrap_or(step), step);
    }
    assert_eq!(Step::named("nothing"), None);
}

#[test]
fn an_own_file_of_cases_is_worked_through_like_the_others() {
    let text = std::fs::read_to_string("content/cases/wrong-tag.yaml").unwrap();
    let file = read(content(), &text.replace("id: wrong-tag", "id: ours"));
    let own = &file.cases[0];
    assert!(!look_at(content(), own, &own.manifests).is_mended());
}
