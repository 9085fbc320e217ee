//! Secrets by the library, by the command that asks, and by `image-pull-guide secret`.

use crate::{in_shell, kubectl, read_by_kubectl, run, wrapped_kubectl};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_pull_guide::manifest::{Commands, PullSecret, RepairInput, Terminal, Words};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecretCase {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) namespace: String,
    pub(crate) server: String,
    pub(crate) username: String,
    #[serde(default)]
    pub(crate) email: String,
    pub(crate) password: String,
}

pub(crate) fn secret_cases() -> BTreeMap<String, SecretCase> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/manifest/secrets.yaml");
    let mut cases: BTreeMap<String, SecretCase> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let long = |text: &str| text.repeat(20_000 / text.len());
    let very_long = SecretCase {
        name: "a".repeat(253),
        namespace: "b".repeat(63),
        server: "registry.acme.example".into(),
        username: long("u$"),
        email: long("é\"@"),
        password: long("p<'\\"),
    };
    cases.insert("very-long".into(), very_long);
    cases
}

#[test]
fn secrets_are_those_of_kubectl() {
    for (title, case) in secret_cases() {
        let expected = created_by_kubectl(&case);
        let config = kubectl_config(&expected);
        let secret = PullSecret {
            name: case.name,
            namespace: case.namespace,
            server: case.server,
            username: case.username,
            email: case.email,
            password: Some(case.password),
        };
        let written: Value = serde_yaml::from_str(&secret.document(&Words::default()).text()).unwrap();
        for key in ["apiVersion", "kind", "type", "data"] {
            assert_eq!(written[key], expected[key], "{title}: {key}");
        }
        for key in ["name", "namespace"] {
            assert_eq!(written["metadata"].get(key), expected["metadata"].get(key), "{title}: {key}");
        }
        let readable: Value = serde_yaml::from_str(&secret.string_data_document(&Words::default()).text()).unwrap();
        let text = readable["stringData"][".dockerconfigjson"].as_str().unwrap();
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), config, "{title}");
        assert_eq!(readable["type"], expected["type"], "{title}");
    }
}

#[test]
fn finished_secrets_are_read_by_kubectl() {
    for (title, case) in secret_cases() {
        let mut secret = PullSecret { name: case.name, server: case.server, ..PullSecret::default() };
        (secret.username, secret.password) = (case.username, Some(case.password));
        for password in [secret.password.take(), None] {
            let document = PullSecret { password, ..secret.clone() }.document(&Words::default());
            let read = read_by_kubectl(&["label", "seen=yes"], &document.text());
            let written: Value = serde_yaml::from_str(&document.text()).unwrap();
            assert_eq!(read["metadata"]["labels"]["seen"], "yes", "{title}");
            for key in ["kind", "type", "data", "stringData"] {
                assert_eq!(read.get(key), written.get(key), "{title}: {key}");
            }
        }
    }
}

#[test]
fn the_command_makes_the_secret_of_kubectl() {
    let folder = wrapped_kubectl("dry-run", "--dry-run=client -o yaml");
    // The password is one line of the keyboard.
    for (title, case) in secret_cases().into_iter().filter(|(_, case)| !case.password.contains('\n')) {
        let expected = created_by_kubectl(&case);
        let input = RepairInput {
            needs_secret: true,
            server: case.server,
            username: case.username,
            email: case.email,
            secret_name: case.name,
            namespace: case.namespace,
            ..RepairInput::default()
        };
        let command = Commands::of(&input, Terminal::default(), &Words::default()).create_secret.unwrap();
        for shell in ["sh", "bash"] {
            let output = run(in_shell(shell, &command.text, &folder), &format!("{}\n", case.password));
            // What the prompt printed stands before the Secret.
            let made: Value = serde_yaml::from_str(&output[output.find("apiVersion").expect("a Secret")..]).unwrap();
            assert_eq!(made, expected, "{title} in {shell}");
        }
    }
}

pub(crate) fn created_by_kubectl(case: &SecretCase) -> Value {
    let mut command = kubectl();
    command.args(["create", "secret", "docker-registry", &case.name, "--dry-run=client", "-o", "yaml"]);
    command.arg(format!("--docker-server={}", case.server)).arg(format!("--docker-username={}", case.username));
    command.arg(format!("--docker-password={}", case.password)).arg(format!("--docker-email={}", case.email));
    if !case.namespace.is_empty() {
        command.arg(format!("--namespace={}", case.namespace));
    }
    serde_yaml::from_str(&run(command, "")).unwrap()
}

/// What a Secret holds.
pub(crate) fn kubectl_config(secret: &Value) -> Value {
    // kustomize breaks it into lines.
    let data = secret["data"][".dockerconfigjson"].as_str().unwrap().replace('\n', "");
    let data = STANDARD.decode(data).unwrap();
    serde_json::from_slice(&data).unwrap()
}

/// `image-pull-guide secret` for a login.
fn by_the_command(case: &SecretCase) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_image-pull-guide"));
    command.args(["secret", "--name", &case.name, "--server", &case.server, "--username", &case.username]);
    command.args(["--email", &case.email, "--namespace", &case.namespace]);
    command
}

#[test]
fn secrets_of_the_command_are_those_of_kubectl() {
    let mut cases = secret_cases();
    // The command writes down what it was given, as kubectl does: also what the page would correct.
    for server in
        ["docker.io", "index.docker.io", "https://registry.acme.example:5000/v2/", "Registry.acme.example/a b"]
    {
        let case = SecretCase {
            name: "regcred".into(),
            namespace: String::new(),
            server: server.into(),
            username: "a:b".into(),
            email: String::new(),
            password: "   ".into(),
        };
        cases.insert(format!("server {server}"), case);
    }
    for (title, case) in cases {
        let expected = created_by_kubectl(&case);
        for end in ["", "\n", "\r\n"] {
            if end.is_empty() && case.password.ends_with('\n') {
                continue;
            }
            let mut command = by_the_command(&case);
            command.arg("--password-stdin");
            let printed = run(command, &format!("{}{end}", case.password));
            let made: Value = serde_yaml::from_str(&printed).unwrap();
            for key in ["apiVersion", "kind", "type", "data"] {
                assert_eq!(made[key], expected[key], "{title}: {key}");
            }
            for key in ["name", "namespace"] {
                assert_eq!(made["metadata"].get(key), expected["metadata"].get(key), "{title}: {key}");
            }
            assert_eq!(made.as_object().unwrap().len(), 5, "{title}");
        }
        let open: Value = serde_yaml::from_str(&run(by_the_command(&case), "")).unwrap();
        let config: Value = serde_json::from_str(open["stringData"][".dockerconfigjson"].as_str().unwrap()).unwrap();
        let login = &config["auths"][&case.server];
        assert_eq!(
            (&login["username"], &login["password"]),
            (&case.username.into(), &"YOUR_PASSWORD".into()),
            "{title}"
        );
    }
}
