//! The command as people and scripts run it. `UPDATE=1` writes the expected answers of the fixtures anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use image_pull_guide::content::PLACEHOLDERS;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const BINARY: &str = env!("CARGO_BIN_EXE_image-pull-guide");

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(BINARY)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments closes its input early.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn pastes() -> Vec<PathBuf> {
    common::texts("pastes", 45).into_iter().map(|(file, _)| file).collect()
}

#[test]
fn each_fixture_has_its_whole_answer() {
    let update = std::env::var_os("UPDATE").is_some();
    for paste in pastes() {
        let output = run(&["diagnose", "--format", "json", paste.to_str().unwrap()], b"");
        assert!(output.status.success() && output.stderr.is_empty(), "{}", paste.display());
        let expected = paste.with_extension("json");
        if update {
            fs::write(&expected, &output.stdout).unwrap();
        }
        let expected = fs::read_to_string(&expected).unwrap_or_else(|_| panic!("{}: no answer", paste.display()));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{}", paste.display());
    }
}

#[test]
fn a_batch_gives_the_same_answers_line_by_line() {
    if std::env::var_os("UPDATE").is_some() {
        return;
    }
    let pastes = pastes();
    let cases = pastes.iter().map(|paste| {
        let id = paste.file_stem().unwrap().to_str().unwrap();
        json!({ "id": id, "text": fs::read_to_string(paste).unwrap() }).to_string() + "\n"
    });
    let output = run(&["diagnose", "--format", "jsonl"], cases.collect::<String>().as_bytes());
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(lines.lines().count(), pastes.len());
    for (line, paste) in lines.lines().zip(&pastes) {
        let mut answer: Value = serde_json::from_str(line).unwrap();
        let id = answer.as_object_mut().unwrap().remove("id").unwrap();
        assert_eq!(id, paste.file_stem().unwrap().to_str().unwrap());
        let alone: Value = serde_json::from_str(&fs::read_to_string(paste.with_extension("json")).unwrap()).unwrap();
        assert_eq!(answer, alone, "{}", paste.display());
    }
}

#[test]
fn a_bad_line_of_a_batch_does_not_end_it() {
    let input = "{\"id\":\"a\",\"text\":\"x\"}\n\nnot json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"\"}\n";
    let output = run(&["diagnose", "--format", "jsonl"], input.as_bytes());
    assert!(output.status.success());
    let lines: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!((&lines[0]["id"], &lines[3]["id"]), (&json!("a"), &json!("c")));
    assert!(lines[1]["error"].as_str().unwrap().contains("line 3"));
    assert_eq!(lines[2]["line"], 4);
}

#[test]
fn the_text_is_for_people() {
    for paste in pastes() {
        let output = run(&["diagnose", paste.to_str().unwrap()], b"");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && text.lines().count() >= 3, "{}: {text}", paste.display());
        for placeholder in PLACEHOLDERS {
            assert!(!text.contains(&format!("{{{placeholder}}}")), "{}: {placeholder}\n{text}", paste.display());
        }
    }
    let text = run(&["diagnose", "-"], b"Failed to pull image \"redis:9.9\": docker.io/library/redis:9.9: not found");
    let text = String::from_utf8(text.stdout).unwrap();
    for part in ["redis:9.9", "line 1: docker.io/library/redis:9.9: not found", "Next: "] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn what_cannot_be_read_ends_with_two_and_one_line() {
    let folder = std::env::temp_dir();
    let large = folder.join(format!("image-pull-guide-{}.txt", std::process::id()));
    fs::File::create(&large).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    let cases: [(&[&str], &[u8]); 4] = [
        (&["diagnose"], b" \n\t"),
        (&["diagnose", "no-such-file.txt"], b"x"),
        (&["diagnose", folder.to_str().unwrap()], b"x"),
        (&["diagnose", large.to_str().unwrap()], b"x"),
    ];
    for (arguments, input) in cases {
        let output = run(arguments, input);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1, "{arguments:?}");
    }
    fs::remove_file(large).unwrap();
    assert_eq!(run(&["diagnose", "--format", "xml"], b"x").status.code(), Some(2));
    assert_eq!(run(&[], b"x").status.code(), Some(2));
    assert!(run(&["--help"], b"").status.success() && run(&["--version"], b"").status.success());
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_noted() {
    let output = run(
        &["diagnose", "--format", "json"],
        b"\xff\nFailed to pull image \"redis:9.9\": docker.io/library/redis:9.9: not found",
    );
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(answer["input"]["notes"].as_array().unwrap().contains(&json!("not-utf-8")));
    assert_eq!(answer["cause"], "tag-not-found");
}

const SECRET: [&str; 7] = ["secret", "--name", "acme-pull", "--server", "registry.acme.example", "--username", "bot"];

fn with<'text>(option: &str, value: &'text str) -> Vec<&'text str> {
    let at = SECRET.iter().position(|word| *word == option).unwrap();
    SECRET.iter().enumerate().map(|(index, word)| if index == at + 1 { value } else { *word }).collect()
}

#[test]
fn a_secret_that_cannot_be_made_is_refused_with_what_would_be_right() {
    let long = vec![b'x'; 1024 * 1024 + 1];
    let namespace: Vec<&str> = SECRET.iter().copied().chain(["--namespace", "Dev_1"]).collect();
    let password: Vec<&str> = SECRET.iter().copied().chain(["--password-stdin"]).collect();
    let cases: [(&[&str], &[u8], &str); 10] = [
        (&with("--name", "my_registry-secret"), b"", "--name \"my_registry-secret\" is not a name"),
        (&with("--name", "my_registry-secret"), b"", "; use my-registry-secret"),
        (&with("--name", "-x"), b"", "; use x"),
        (&with("--name", ""), b"", "--name \"\""),
        (&namespace, b"", "--namespace \"Dev_1\" is not a namespace that Kubernetes accepts; use dev-1"),
        (&with("--server", ""), b"", "--server is empty"),
        (&with("--username", ""), b"", "--username is empty"),
        (&password, b"\r\n", "is empty"),
        (&password, b"\xff", "not UTF-8"),
        (&password, &long, "1 MiB"),
    ];
    for (arguments, input, said) in cases {
        let output = run(arguments, input);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && error.lines().count() == 1 && error.contains(said), "{said}\n{error}");
    }
    for arguments in [&SECRET[..5], &["secret"], &["secret", "--password", "x"]] {
        let output = run(arguments, b"");
        assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_secret_without_its_password_is_unfinished_and_says_so() {
    let output = run(&SECRET, b"not read");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\n# Not finished.") && text.contains("\"password\": \"YOUR_PASSWORD\""), "{text}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("--password-stdin"));
}

#[test]
fn a_secret_that_would_not_pull_for_long_or_at_all_comes_with_a_remark() {
    let said = |option, value| {
        let arguments: Vec<&str> = with(option, value).into_iter().chain(["--password-stdin"]).collect();
        let output = run(&arguments, b"s3cret-Marker\n");
        assert!(output.status.success());
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!error.contains("s3cret-Marker"));
        (String::from_utf8(output.stdout).unwrap(), error)
    };
    assert_eq!(said("--username", "bot").1, "");
    let (secret, error) = said("--server", "111122223333.dkr.ecr.eu-west-1.amazonaws.com");
    for part in ["12 hours", "let the role of the node read"] {
        assert!(error.contains(part) && secret.lines().any(|line| line.starts_with('#') && line.contains(part)));
    }
    assert!(said("--server", "hub.docker.com").1.contains("use https://index.docker.io/v1/"));
    assert!(said("--server", "registry.acme.example/team").1.is_empty());
    assert!(said("--username", "a:b").1.contains("colon"));
}

// --- patch -----------------------------------------------------------------------------------------------------------

const POD: &str = "\u{feff}kind: Pod\r\nspec:\r\n  containers:\r\n  - name: web\r\n    image: 'web:1' # old";

#[test]
fn patch_prints_the_manifest_byte_for_byte() {
    let output = run(
        &["patch", "--image", "web:1=web:2", "--pull-secret", "acme-pull", "--pull-policy", "web=Always"],
        POD.as_bytes(),
    );
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let expected = POD
        .replace("web:1", "web:2")
        .replace("  containers", "  imagePullSecrets:\r\n  - name: acme-pull\r\n  containers")
        + "\r\n    imagePullPolicy: Always";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    let again = run(&["patch", "--pull-secret", "acme-pull", "-"], expected.as_bytes());
    assert_eq!(String::from_utf8(again.stdout).unwrap(), expected, "what is right already is printed as it is");
    let account = "kind: ServiceAccount\nmetadata:\n  name: web\n";
    let output = run(&["patch", "--pull-secret", "acme-pull"], account.as_bytes());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{account}imagePullSecrets:\n  - name: acme-pull\n"));
    let renamed = run(&["patch", "--rename-secret", "a_b=a-b"], b"kind: Secret\nmetadata: {name: a_b}\n");
    assert_eq!(renamed.stdout, b"kind: Secret\nmetadata: {name: a-b}\n");
}

#[test]
fn patch_corrects_a_secret() {
    let config = |server: &str| format!("stringData: {{.dockerconfigjson: '{{\"auths\":{{\"{server}\":{{}}}}}}'}}\n");
    let secret = format!("kind: Secret\nmetadata: {{name: a_b}}\ntype: Opaque\n{}", config("hub.docker.com"));
    let output = run(
        &[
            "patch",
            "--rename-secret=a_b=a-b",
            "--secret-type=a-b",
            "--secret-namespace=a-b=shop",
            "--secret-server=hub.docker.com=https://index.docker.io/v1/",
        ],
        secret.as_bytes(),
    );
    let expected = format!(
        "kind: Secret\nmetadata: {{name: a-b, namespace: shop}}\ntype: kubernetes.io/dockerconfigjson\n{}",
        config("https://index.docker.io/v1/")
    );
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn what_cannot_be_patched_is_refused_with_its_line() {
    let image = ["patch", "--image", "web:1=web:2"];
    for (arguments, input, said) in [
        (&image[..], &b"kind: Pod\nspec: {{ .Values.spec }}\n"[..], "line 2: "),
        (&image, b"kind: Pod\nspec:\n\tcontainers: []\n", "line 3: "),
        (&image, b"kind: Pod\nspec:\n  containers:\n  - image: nginx\n", "nginx"),
        (&image, b"kind: Pod\nspec:\n  containers:\n  - image: web:1\n    image: web:1\n", "line 5: "),
        (&image, b"  \n", "empty"),
        (&image, b"kind: Pod\xff\n", "UTF-8"),
        (&["patch", "--pull-secret", "acme_pull"], b"kind: Pod\nspec: {containers: []}\n", "acme-pull"),
        (&["patch", "--secret-type", "a"], b"kind: Secret\nmetadata: {name: a}\ndata: {key: YQ==}\n", "keys: key"),
        (&["patch", "no-such-file"], b"", "--image"),
        (&["patch", "--image", "web:1=web:2", "no-such-file"], b"", "no-such-file"),
    ] {
        let output = run(arguments, input);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{error}");
        assert!(error.lines().count() == 1 && error.contains(said), "{said} in {error}");
    }
    for arguments in [&["patch", "--image", "web"][..], &["patch", "--pull-policy", "web=Sometimes"], &["patch"]] {
        let output = run(arguments, POD.as_bytes());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
    }
}
