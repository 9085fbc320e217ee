//! What a real validator of JSON Schema objects to.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

const VALIDATE: &str = "jsonschema is needed for this test: make jsonschema";

/// The objections to `value`, which is called `name`; empty where the schema takes it. `schema` is a file, from the root.
pub(crate) fn objections(schema: &str, name: &str, value: &Value) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    fs::write(&file, serde_json::to_vec(value).unwrap()).unwrap();
    let output = Command::new("jsonschema")
        .args(["--error-format", "{error.json_path}: {error.message}\n", "--instance"])
        .arg(&file)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(schema))
        // It says at each start that its program will be another one in a later version.
        .env("PYTHONWARNINGS", "ignore")
        .output()
        .expect(VALIDATE);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.success(), said.is_empty(), "{said}");
    said
}
