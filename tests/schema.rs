//! `docs/schema/guide.schema.json`: what `content/guide.yaml` has to look like, for editors and for programs of others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "common/json_schema.rs"]
mod json_schema;

use serde_json::Value;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn guide() -> Value {
    serde_yaml::from_str(&fs::read_to_string(root().join("content/guide.yaml")).unwrap()).unwrap()
}

/// What a validator objects to; empty where it takes the guide.
fn objections(name: &str, guide: &Value) -> String {
    json_schema::objections("docs/schema/guide.schema.json", &format!("guide-{name}"), guide)
}

#[test]
fn the_guide_is_what_its_schema_says() {
    assert_eq!(objections("real", &guide()), "");
}

#[test]
fn a_guide_with_a_fault_in_it_is_refused() {
    type Fault = (&'static str, fn(&mut Value), &'static str);
    let faults: [Fault; 10] = [
        ("no-steps", |guide| guide["steps"] = Value::Array(Vec::new()), "$.steps: [] should be non-empty"),
        ("no-start", |guide| drop(guide.as_object_mut().unwrap().remove("start")), "$: 'start' is a required property"),
        ("id", |guide| guide["steps"][0]["id"] = "The Tag".into(), "$.steps[0].id: 'The Tag' does not match"),
        (
            "reserved",
            |guide| guide["steps"][0]["id"] = "view".into(),
            "$.steps[0].id: 'view' should not be valid under",
        ),
        (
            "question",
            |guide| guide["steps"][0]["question"] = "Is it.".into(),
            "$.steps[0].question: 'Is it.' does not match",
        ),
        (
            "text",
            |guide| guide["steps"][1]["answers"][0]["short"] = " ".into(),
            "$.steps[1].answers[0].short: ' ' does not match",
        ),
        (
            "dead-end",
            |guide| guide["steps"][0]["answers"][0]["routes"] = Value::Array(Vec::new()),
            "$.steps[0].answers[0].routes: [] should be non-empty",
        ),
        (
            "both",
            |guide| guide["steps"][0]["answers"][0]["routes"][0]["outcome"] = "unknown".into(),
            "$.steps[0].answers[0].routes[0]: ",
        ),
        (
            "title",
            |guide| guide["steps"][0]["answers"][0]["routes"][0]["title"] = "Heard".into(),
            "$.steps[0].answers[0].routes[0]: 'outcome' is a dependency of 'title'",
        ),
        ("field", |guide| guide["steps"][0]["colour"] = "red".into(), "'colour' was unexpected"),
    ];
    for (name, break_it, wanted) in faults {
        let mut broken = guide();
        break_it(&mut broken);
        let said = objections(name, &broken);
        assert!(said.contains(wanted), "{name}: {said:?}");
    }
}

/// Every field that the schema of the content has, at each place, and no other.
#[test]
fn the_schema_names_the_fields_that_the_guide_can_have() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(root().join("docs/schema/guide.schema.json")).unwrap()).unwrap();
    let fields = |of: &Value| {
        let mut names: Vec<String> = of["properties"].as_object().unwrap().keys().cloned().collect();
        names.sort();
        names.join(" ")
    };
    let rust = fs::read_to_string(root().join("src/content/schema/guide.rs")).unwrap();
    let of_struct = |name: &str| {
        let (_, body) = rust.split_once(&format!("pub struct {name} {{")).unwrap();
        let body = body.split_once("\n}").unwrap().0;
        let mut names: Vec<&str> = body
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':').map(|(name, _)| name))
            .collect();
        names.sort_unstable();
        names.join(" ")
    };
    let parts = &schema["$defs"];
    for (name, of) in [
        ("GuideContent", &schema),
        ("Step", &parts["step"]),
        ("AnswerChoice", &parts["answer"]),
        ("AnswerRoute", &parts["route"]),
        ("FindOut", &parts["find_out"]),
        ("Otherwise", &parts["find_out"]["properties"]["otherwise"]),
        ("Reading", &parts["reading"]),
    ] {
        assert_eq!(fields(of), of_struct(name), "{name}");
    }
}
