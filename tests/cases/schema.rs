//! `docs/schema/practice-case.schema.json`: the format of `src/cases/format.rs` for editors and for programs of others.

use crate::json_schema::objections;
use image_pull_guide::cases::format::{CASE, Field, LEVELS, Shape};
use serde_json::{Map, Value, json};
use std::fs;

const SCHEMA: &str = "docs/schema/practice-case.schema.json";

/// The schema of a shape.
fn schema(shape: &Shape) -> Value {
    match shape {
        Shape::Id => json!({"type": "string", "maxLength": 64, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}),
        Shape::Text(most) => json!({"type": "string", "maxLength": most, "pattern": "\\S"}),
        Shape::Value(most) => json!({"type": ["string", "number", "boolean"], "maxLength": most}),
        Shape::Number(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Level => json!({"enum": LEVELS}),
        Shape::Word("true") => json!({"const": true}),
        Shape::Word(word) => json!({"const": word}),
        Shape::List(item, least, most) => {
            json!({"type": "array", "minItems": least, "maxItems": most, "items": schema(item)})
        }
        Shape::Record(fields) => record(fields),
        Shape::Either(ways) => json!({"oneOf": ways.iter().map(|(_, fields)| record(fields)).collect::<Vec<_>>()}),
    }
}

fn record(fields: &[Field]) -> Value {
    let properties = fields.iter().map(|field| {
        let mut of_field = schema(&field.shape);
        of_field["description"] = field.about.into();
        (field.name.to_owned(), of_field)
    });
    let required: Vec<&str> = fields.iter().filter(|field| !field.is_optional).map(|field| field.name).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties.collect::<Map<_, _>>(),
    })
}

/// One case, as each YAML document of a file holds it.
fn whole() -> Value {
    let mut whole = schema(&CASE);
    whole["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    whole["title"] = "A practice case".into();
    whole
}

#[test]
fn the_schema_is_that_of_the_format() {
    let text = serde_json::to_string_pretty(&whole()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(SCHEMA, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(SCHEMA).unwrap_or_default(), text, "UPDATE=1 cargo test --test cases writes it anew");
}

#[test]
fn a_real_validator_takes_every_case_and_refuses_a_broken_one() {
    let mut sample = Value::Null;
    for entry in fs::read_dir("content/cases").unwrap() {
        let path = entry.unwrap().path();
        let case: Value = serde_yaml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(objections(SCHEMA, &format!("case-{name}"), &case), "", "{name}");
        sample = case;
    }
    type Fault = (&'static str, fn(&mut Value));
    let faults: [Fault; 6] = [
        ("$.id", |case| case["id"] = "A Case".into()),
        ("$.minutes", |case| case["minutes"] = 90.into()),
        ("$.hints", |case| drop(case["hints"].as_array_mut().unwrap().pop())),
        ("$.level", |case| case["level"] = "easy".into()),
        ("'story' is a required property", |case| drop(case.as_object_mut().unwrap().remove("story"))),
        ("Additional properties", |case| case["colour"] = "blue".into()),
    ];
    for (number, (said, fault)) in faults.into_iter().enumerate() {
        let mut case = sample.clone();
        fault(&mut case);
        let objected = objections(SCHEMA, &format!("case-fault-{number}"), &case);
        assert!(objected.contains(said), "{said}: {objected}");
    }
}
