//! What real programs make of the edited manifests: the types of Kubernetes, its schemas, and kubectl.

use crate::fixtures;
use crate::kubernetes::{pod_spec, schemas_take};
use image_pull_guide::patch::patch;
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const KUBECTL: &str = "kubectl is needed for this test: apt-get install -y kubernetes-client";
/// The kinds whose images `kubectl set image` sets.
const SETTABLE: [&str; 8] =
    ["Pod", "Deployment", "ReplicaSet", "ReplicationController", "DaemonSet", "StatefulSet", "Job", "CronJob"];

/// A manifest of the corpus after its edits, with the objects in it as another reader reads them.
struct Edited {
    name: String,
    text: String,
    objects: Vec<Value>,
}

fn edited() -> Vec<Edited> {
    let mut all = Vec::new();
    for fixture in fixtures() {
        let Ok(patched) = patch(&fixture.text, &fixture.edits) else { continue };
        // Another document of it is none that these programs take.
        if fixture.name.starts_with("duplicate-key-") {
            continue;
        }
        let mut objects = Vec::new();
        for document in serde_yaml::Deserializer::from_str(patched.text.trim_start_matches('\u{feff}')) {
            let mut value = serde_yaml::Value::deserialize(document).unwrap();
            value.apply_merge().unwrap();
            let value = serde_json::to_value(value).unwrap();
            match value["items"].as_array() {
                Some(items) if value["kind"] == "List" => objects.extend(items.clone()),
                _ => objects.push(value),
            }
        }
        objects.retain(|object| object["kind"].is_string());
        all.push(Edited { name: fixture.name, text: patched.text, objects });
    }
    all
}

#[test]
fn the_types_of_kubernetes_read_them() {
    let mut secrets = 0;
    for Edited { name, objects, .. } in edited() {
        for object in objects {
            let spec = pod_spec(&object).unwrap_or_else(|error| panic!("{name}: {error}\n{object}"));
            secrets += spec.and_then(|spec| spec.image_pull_secrets).map_or(0, |secrets| secrets.len());
        }
    }
    assert!(secrets > 60, "{secrets}");
}

#[test]
fn the_schemas_of_kubernetes_take_them() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("edited");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    for Edited { name, objects, .. } in edited() {
        for (index, object) in objects.iter().enumerate() {
            let own = ["v1", "apps/v1", "batch/v1"].iter().any(|version| object["apiVersion"] == *version);
            // Image volumes came with 1.31, and a key of one's own for an anchor is not in the schema.
            if own && name != "image-volume" && name != "merge-key-elsewhere" {
                let file = folder.join(format!("{name}-{index}.yaml"));
                fs::write(&file, object.to_string()).unwrap();
                files.push(file);
            }
        }
    }
    assert!(files.len() > 70, "{}", files.len());
    schemas_take(&files);
}

#[test]
fn kubectl_reads_them() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("for-kubectl");
    fs::create_dir_all(&folder).unwrap();
    let mut read = 0;
    for Edited { name, text, objects } in edited() {
        // kubectl takes what begins with a brace for JSON, a document without a kind for nothing, and cuts a directive off.
        if ["pod-flow", "shared-pod-spec", "yaml-directive"].contains(&name.as_str()) {
            continue;
        }
        if !objects.iter().all(|object| SETTABLE.iter().any(|kind| object["kind"] == *kind)) {
            continue;
        }
        let file = folder.join(format!("{name}.yaml"));
        fs::write(&file, text).unwrap();
        let output = Command::new("kubectl")
            .args(["set", "image", "--local", "-o", "json", "*=registry.acme.example/shop/set:1", "-f"])
            .arg(&file)
            .output()
            .expect(KUBECTL);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {said}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("shop/set:1"), "{name}");
        read += 1;
    }
    assert!(read > 50, "{read}");
}
