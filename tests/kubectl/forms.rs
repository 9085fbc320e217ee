//! The other forms of a pull secret: kustomize, the ServiceAccount, and what every form says to run.

use crate::secrets::{SecretCase, created_by_kubectl, kubectl_config, secret_cases};
use crate::{in_shell, kubectl, read_by_kubectl, run, wrapped_kubectl};
use image_pull_guide::content::Content;
use image_pull_guide::manifest::{OutputStep, RepairInput, SecretForm, SecretOutput, Terminal, Words, YamlDocument};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn typed(case: &SecretCase) -> RepairInput {
    RepairInput {
        needs_secret: true,
        server: case.server.clone(),
        username: case.username.clone(),
        email: case.email.clone(),
        secret_name: case.name.clone(),
        namespace: case.namespace.clone(),
        ..RepairInput::default()
    }
}

fn output(form: SecretForm, input: &RepairInput, password: Option<&str>) -> SecretOutput {
    SecretOutput::of(Content::embedded(), form, input, password, Terminal::default(), &Words::default())
}

fn files(output: SecretOutput) -> Vec<YamlDocument> {
    let file = |step| match step {
        OutputStep::File(file) => Some(file),
        OutputStep::Command(..) => None,
    };
    output.steps.into_iter().filter_map(file).collect()
}

fn commands(output: SecretOutput) -> Vec<(&'static str, String)> {
    let command = |step| match step {
        OutputStep::Command(id, command) => Some((id, command.text)),
        OutputStep::File(_) => None,
    };
    output.steps.into_iter().filter_map(command).collect()
}

#[test]
fn kustomize_builds_the_secret_of_kubectl() {
    for (title, case) in secret_cases() {
        let expected = created_by_kubectl(&case);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kustomize").join(&title);
        fs::create_dir_all(&folder).unwrap();
        for file in files(output(SecretForm::Kustomize, &typed(&case), Some(&case.password))) {
            fs::write(folder.join(&file.file_name), file.text()).unwrap();
        }
        let mut command = kubectl();
        command.arg("kustomize").arg(&folder);
        let built: Value = serde_yaml::from_str(&run(command, "")).unwrap();
        for key in ["apiVersion", "kind", "type"] {
            assert_eq!(built[key], expected[key], "{title}: {key}");
        }
        for key in ["name", "namespace"] {
            assert_eq!(built["metadata"].get(key), expected["metadata"].get(key), "{title}: {key}");
        }
        assert_eq!(kubectl_config(&built), kubectl_config(&expected), "{title}");
    }
}

#[test]
fn the_service_account_gets_the_secret_and_can_keep_those_it_has() {
    for (title, case) in secret_cases() {
        let output = output(SecretForm::ServiceAccount, &typed(&case), None);
        let file = files(output.clone()).remove(0).text();
        let read = read_by_kubectl(&["label", "seen=yes"], &file);
        assert_eq!(read["imagePullSecrets"], serde_json::json!([{ "name": case.name }]), "{title}");
        assert_eq!((&read["kind"], &read["metadata"]["name"]), (&"ServiceAccount".into(), &"default".into()));
        assert_eq!(read["metadata"].get("namespace").and_then(Value::as_str).unwrap_or_default(), case.namespace);

        let bare = "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default }\n";
        let with_one = format!("{bare}imagePullSecrets: [name: other]\n");
        for (id, before, after) in [
            ("patch", bare, serde_json::json!([{ "name": case.name }])),
            ("append", with_one.as_str(), serde_json::json!([{ "name": "other" }, { "name": case.name }])),
        ] {
            let (_, text) = commands(output.clone()).into_iter().find(|(found, _)| *found == id).unwrap();
            let folder = wrapped_kubectl("patch-local", "--local -f \"$MANIFEST\" -o json");
            let manifest = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{id}-account.yaml"));
            fs::write(&manifest, before).unwrap();
            // Read from a file, there is no name to give.
            let mut command = in_shell("sh", &text.replace(" serviceaccount default", ""), &folder);
            command.env("MANIFEST", &manifest);
            let patched: Value = serde_json::from_str(&run(command, "")).unwrap();
            assert_eq!(patched["imagePullSecrets"], after, "{title}: {id}");
        }
    }
}

#[test]
fn kubectl_knows_the_commands_of_every_form() {
    let folder = wrapped_kubectl("form-help", "--help");
    let input = typed(&secret_cases()["namespace"]);
    for form in SecretForm::MAKING.into_iter().chain(SecretForm::NAMING) {
        for (id, text) in commands(output(form, &input, None)) {
            if text.starts_with("kubectl ") {
                let output = run(in_shell("sh", &text, &folder), "");
                assert!(output.contains("Usage:"), "{form:?} {id}: {text}");
            }
        }
    }
}

#[test]
fn the_secret_to_be_sealed_is_the_one_of_kubectl() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kubeseal");
    fs::create_dir_all(&folder).unwrap();
    // What would be sealed is written down as it is.
    let path = wrapped_kubectl("seal", "");
    crate::program(Path::new(&path), "kubeseal", "exec cat");
    for (title, case) in secret_cases().into_iter().filter(|(_, case)| !case.password.contains('\n')) {
        let (_, text) = commands(output(SecretForm::SealedSecrets, &typed(&case), None)).remove(0);
        let mut command = in_shell("sh", &text, &path);
        command.current_dir(&folder);
        run(command, &format!("{}\n", case.password));
        let made = fs::read_to_string(folder.join("sealed-pull-secret.yaml")).unwrap();
        let made: Value = serde_yaml::from_str(&made).unwrap();
        assert_eq!(made, created_by_kubectl(&case), "{title}");
    }
}

#[test]
fn the_template_of_an_external_secret_is_a_secret_of_kubectl_but_for_its_password() {
    for (title, case) in secret_cases() {
        let text = files(output(SecretForm::ExternalSecrets, &typed(&case), None)).remove(0).text();
        let read: Value = serde_yaml::from_str(&text).unwrap();
        let template = read["spec"]["target"]["template"]["data"][".dockerconfigjson"].as_str().unwrap();
        let password = Value::from(case.password.clone()).to_string();
        let config: Value = serde_json::from_str(&template.replace("{{ .password | toJson }}", &password)).unwrap();
        let mut expected = kubectl_config(&created_by_kubectl(&case));
        expected["auths"][&case.server].as_object_mut().unwrap().remove("auth");
        assert_eq!(config, expected, "{title}");
    }
}
