use crate::fixture;
use crate::random::Random;
use image_pull_guide::manifest::names::{NameKind, check_name};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameCase {
    kind: String,
    name: String,
    problem: Option<String>,
    suggestion: Option<String>,
}

#[test]
fn names_keep_the_rules_of_kubernetes() {
    for case in fixture::<Vec<NameCase>>("names.yaml") {
        let found = check_name(name_kind(&case.kind), &case.name).err();
        assert_eq!(found.as_ref().map(|problem| problem.kind.id()), case.problem.as_deref(), "{:?}", case.name);
        let suggestion = found.and_then(|problem| problem.suggestion);
        assert_eq!(suggestion, case.suggestion, "{:?}", case.name);
    }
}

#[test]
fn names_have_a_greatest_length() {
    for (kind, max) in [("secret", 253), ("workload", 253), ("namespace", 63), ("container", 63)] {
        let kind = name_kind(kind);
        assert_eq!(check_name(kind, &"a".repeat(max)), Ok(()));
        let problem = check_name(kind, &"a".repeat(max + 1)).unwrap_err();
        assert_eq!(problem.kind.id(), "name-too-long");
        assert_eq!(problem.suggestion, Some("a".repeat(max)));
        // The cut falls on a dash: what is offered still ends with a letter.
        let problem = check_name(kind, &format!("{}-bc", "a".repeat(max - 1))).unwrap_err();
        assert_eq!(problem.suggestion, Some("a".repeat(max - 1)));
    }
}

#[test]
fn a_suggested_name_is_legal_and_near() {
    let mut random = Random::new();
    for _ in 0..20_000 {
        let name = random.text();
        for kind in [NameKind::Secret, NameKind::Namespace, NameKind::Workload, NameKind::Container] {
            let Err(problem) = check_name(kind, &name) else { continue };
            let has_letter = name.to_lowercase().contains(|c: char| c.is_ascii_alphanumeric());
            assert_eq!(problem.suggestion.is_some(), has_letter, "{name:?}");
            if let Some(suggestion) = problem.suggestion {
                assert_eq!(check_name(kind, &suggestion), Ok(()), "{name:?}");
            }
        }
    }
}

fn name_kind(kind: &str) -> NameKind {
    match kind {
        "secret" => NameKind::Secret,
        "namespace" => NameKind::Namespace,
        "container" => NameKind::Container,
        "workload" => NameKind::Workload,
        other => panic!("no kind of name: {other}"),
    }
}
