//! What is offered where a text is not edited: run by a real shell, built by the real kustomize.

use crate::{Fixture, fixtures};
use image_pull_guide::document::read;
use image_pull_guide::patch::{Way, WayKind, manifest, patch};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const KUBECTL: &str = "kubectl is needed for this test: apt-get install -y kubernetes-client";

fn fixture(name: &str) -> (String, Vec<Way>) {
    let Fixture { text, edits, .. } = fixtures().into_iter().find(|fixture| fixture.name == name).unwrap();
    let refusal = patch(&text, &edits).unwrap_err();
    let ways = refusal.ways(&edits[0], &manifest(&read(&text)));
    (text, ways)
}

fn command(ways: &[Way], kind: WayKind) -> &str {
    &ways.iter().find(|way| way.kind == kind).unwrap().command
}

/// The words that a shell hands to `kubectl`, and nothing else that it does.
fn words(command: &str) -> Vec<String> {
    let script = format!("set -eu\nkubectl() {{ printf '%s\\0' \"$@\"; }}\n{command}\n");
    let output = Command::new("sh").args(["-c", &script]).env_clear().env("HOME", "/nowhere").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{command}: {output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    said.trim_end_matches('\0').split('\0').map(str::to_owned).collect()
}

#[test]
fn foreign_names_are_words_for_a_shell() {
    let (_, ways) = fixture("ways-foreign-names");
    let image = "registry.acme.example/shop/web:2.2";
    let said = words(command(&ways, WayKind::SetImage));
    let containers = [format!("web={image}"), format!("worker's `id`={image}")];
    assert_eq!(said[..3], ["set", "image", "deployment/web; rm -rf ~"]);
    assert_eq!(said[3..5], containers);
    assert_eq!(said[5..], ["-n", "shop's $(id)"]);
    let (_, ways) = fixture("ways-foreign-names-secret");
    let said = words(command(&ways, WayKind::Patch));
    assert_eq!(said[..3], ["patch", "deployment/it's; rm -rf ~", "-p"]);
    let merged: Value = serde_json::from_str(&said[3]).unwrap();
    assert_eq!(merged.pointer("/spec/template/spec/imagePullSecrets/0/name").unwrap(), "acme-pull");
    assert_eq!(said[4..], ["-n", "$(id)"]);
}

#[test]
fn every_command_is_one_that_kubectl_reads() {
    let mut commands = 0;
    for Fixture { name, text, edits, .. } in fixtures() {
        let Err(refusal) = patch(&text, &edits) else { continue };
        for way in refusal.ways(&edits[0], &manifest(&read(&text))) {
            if matches!(way.kind, WayKind::HelmValues | WayKind::Kustomize | WayKind::CreateSecret) {
                continue;
            }
            for line in way.command.lines() {
                let said = words(line);
                if let Some(at) = said.iter().position(|word| word == "-p") {
                    serde_json::from_str::<Value>(&said[at + 1]).unwrap_or_else(|error| panic!("{name}: {error}"));
                }
                assert!(["set", "patch", "get"].contains(&said[0].as_str()), "{name}: {said:?}");
                commands += 1;
            }
        }
    }
    assert!(commands > 20, "{commands}");
}

/// What kustomize makes of a manifest and the kustomization that is offered for it.
fn built(name: &str) -> Vec<Value> {
    let (text, ways) = fixture(name);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kustomize").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("manifest.yaml"), text).unwrap();
    let kustomization = format!("resources: [manifest.yaml]\n{}\n", command(&ways, WayKind::Kustomize));
    fs::write(folder.join("kustomization.yaml"), kustomization).unwrap();
    let output = Command::new("kubectl").arg("kustomize").arg(&folder).output().expect(KUBECTL);
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    serde_yaml::Deserializer::from_str(&said)
        .map(|document| serde::Deserialize::deserialize(document).unwrap())
        .collect()
}

fn names(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(|item| item["name"].as_str()).collect()
}

#[test]
fn kustomize_adds_to_the_list_of_an_account() {
    let objects = built("ways-account");
    assert_eq!(objects.len(), 4);
    for account in objects {
        let expected: &[&str] =
            if account["metadata"]["name"] == "empty" { &["acme-pull"] } else { &["other", "acme-pull"] };
        assert_eq!(names(account.get("imagePullSecrets")), expected, "{account}");
    }
}

#[test]
fn kustomize_adds_to_the_list_of_a_pod() {
    for name in ["ways-deployment-secret", "ways-rollout-secret"] {
        let objects = built(name);
        let mut found = names(objects[0].pointer("/spec/template/spec/imagePullSecrets"));
        found.sort_unstable();
        assert_eq!(found, ["acme-pull", "other"], "{name}");
    }
}

#[test]
fn a_secret_that_cannot_be_edited_is_made_anew() {
    // What else is in a Secret is not thrown away with it.
    let (_, ways) = fixture("secret-type-other-key");
    assert!(!command(&ways, WayKind::CreateSecret).contains("delete"));
    let (_, ways) = fixture("secret-type-no-data");
    let said = command(&ways, WayKind::CreateSecret);
    for part in
        ["kubectl delete secret acme-pull --namespace=shop", "create secret docker-registry acme-pull", "read -r"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    let (_, ways) = fixture("secret-namespace-used");
    let said = command(&ways, WayKind::CreateSecret);
    assert!(said.contains("--namespace=web") && !said.contains("delete"), "{said}");
    let (_, ways) = fixture("secret-server-broken-lines");
    assert!(command(&ways, WayKind::CreateSecret).contains("--docker-server=registry.acme.example"));
    let (_, ways) = fixture("secret-server-not-there");
    assert_eq!(ways, []);
}
