use crate::random::Random;
use crate::{InputCase, fixture, repair};
use image_pull_guide::content::Content;
use image_pull_guide::manifest::agreement::{check, corrected};
use image_pull_guide::manifest::{Fault, Field, RepairInput, Terminal, Words, WorkloadKind, placeholder};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementCase {
    input: InputCase,
    #[serde(default)]
    faults: Vec<String>,
    #[serde(default)]
    corrected: BTreeMap<String, String>,
}

#[test]
fn faults_are_found_and_corrected() {
    for (title, case) in fixture::<BTreeMap<String, AgreementCase>>("agreement.yaml") {
        let input = case.input.input();
        assert_eq!(check(Content::embedded(), &input).iter().map(spelled).collect::<Vec<_>>(), case.faults, "{title}");
        let corrected = corrected(Content::embedded(), &input);
        let changed: BTreeMap<String, String> = Field::ALL
            .into_iter()
            .filter(|field| corrected.get(*field) != input.get(*field))
            .map(|field| (field.id().to_owned(), corrected.get(field).to_owned()))
            .collect();
        assert_eq!(changed, case.corrected, "{title}");
    }
}

fn spelled(fault: &Fault) -> String {
    let suggestion = fault.suggestion.iter().map(|to| format!(" -> {to}")).collect::<String>();
    format!("{}: {}{suggestion}", fault.field.id(), fault.kind.id())
}

#[test]
fn the_articles_example_ends_in_one_legal_name() {
    let typed = RepairInput {
        needs_secret: true,
        secret_name: "my-registry-secret".into(),
        referenced_secret: "my_registry-secret".into(),
        name: "demo".into(),
        container: "demo".into(),
        image: "privaate/demo:v1.0".into(),
        ..RepairInput::default()
    };
    let repair = repair(&typed, Terminal::default(), &Words::default());
    let files = [repair.secret.as_ref().unwrap().text(), repair.workload.text()];
    assert!(files.iter().all(|file| file.contains("name: my-registry-secret\n") && !file.contains("my_registry")));
    assert!(repair.commands.create_secret.unwrap().text.contains(" my-registry-secret "));
    assert_eq!(repair.missing, [Field::Username]);
    // The image says the registry, since nobody else does.
    assert_eq!(repair.input.server, "https://index.docker.io/v1/");
}

#[test]
fn whatever_is_typed_becomes_files_and_commands() {
    let mut random = Random::new();
    for round in 0..4_000 {
        let typed = any_input(&mut random, round);
        let repair = repair(&typed, Terminal::default(), &Words::default());
        let read: serde_yaml::Value = serde_yaml::from_str(&repair.workload.text()).unwrap();
        assert_eq!(read["kind"], typed.kind.name());
        for fault in &repair.faults {
            // What is suggested settles its own fault.
            let Some(suggestion) = &fault.suggestion else { continue };
            let next = typed.clone().with(fault.field, suggestion.clone());
            assert!(!check(Content::embedded(), &next).contains(fault), "{fault:?}\n{typed:?}");
        }
        let left = check(Content::embedded(), &repair.input);
        let may_stay = |fault: &Fault| {
            fault.suggestion.is_none() || !fault.kind.has_one_correction() || fault.field == Field::ReferencedSecret
        };
        assert!(left.iter().all(may_stay), "{left:?}");
        assert_eq!(corrected(Content::embedded(), &repair.input), repair.input);
        for field in Field::ALL.into_iter().filter(|field| typed.known(*field).is_some()) {
            assert!(repair.input.known(field).is_some(), "{field:?} is lost: {typed:?}");
        }
        let Some(secret) = repair.secret else { continue };
        let secret: serde_yaml::Value = serde_yaml::from_str(&secret.text()).unwrap();
        assert_eq!(secret["metadata"].get("namespace"), read["metadata"].get("namespace"));
        let spec = typed.kind.pod_spec_path().iter().fold(&read, |read, key| &read[*key]);
        let named = spec["imagePullSecrets"][0]["name"].as_str().unwrap();
        assert_eq!(secret["metadata"]["name"], named, "{typed:?}");
        assert_eq!(named == placeholder::SECRET, repair.missing.contains(&Field::SecretName), "{typed:?}");
    }
}

fn any_input(random: &mut Random, round: usize) -> RepairInput {
    let kind = WorkloadKind::ALL[round % 6];
    let empty = RepairInput { needs_secret: !round.is_multiple_of(4), kind, ..RepairInput::default() };
    Field::ALL.into_iter().fold(empty, |input, field| match random.below(4) {
        0 => input,
        _ => input.with(field, random.text()),
    })
}
