//! What the real `kubectl` says of the YAML and the commands. No cluster is needed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forms;
mod secrets;

use image_pull_guide::content::Content;
use image_pull_guide::manifest::{Repair, RepairInput, Terminal, Words, Workload, WorkloadKind};
use serde_json::Value;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

const HINT: &str = "kubectl is needed for this test: apt-get install -y kubernetes-client";

#[test]
fn workloads_are_read_by_kubectl() {
    for kind in WorkloadKind::ALL {
        for image in [
            "nginx:1.27",
            "10.0.0.5:5000/a@sha256:00",
            "1e3",
            "yes",
            "null",
            "a: b #c",
            "\u{1f433}\u{1b}\u{85}\u{2028}\n\"'",
        ] {
            let workload = Workload {
                kind,
                name: "web".into(),
                namespace: "shop".into(),
                container: "web".into(),
                image: image.into(),
                pull_secret: Some("acme-pull".into()),
                ..Workload::default()
            };
            let document = workload.document(&Words { keep_the_rest: "Keep: the rest #1", ..Words::default() }, false);
            let read = read_by_kubectl(&["label", "seen=yes"], &document.text());
            assert_eq!(read["metadata"]["labels"]["seen"], "yes");
            check_pod_spec(kind, &read, image);
            let read = read_by_kubectl(&["set", "image", "web=nginx:9"], &document.text());
            check_pod_spec(kind, &read, "nginx:9");
            assert_eq!(read["metadata"]["namespace"], "shop");
        }
    }
}

#[test]
fn kubectl_knows_every_command() {
    let folder = wrapped_kubectl("help", "--help");
    for kind in WorkloadKind::ALL {
        let typed = RepairInput { needs_secret: true, namespace: "dev".into(), kind, ..RepairInput::default() };
        let typed = RepairInput { image: "nginx:1.27".into(), name: "web".into(), container: "web".into(), ..typed };
        let commands = Repair::of(Content::embedded(), &typed, Terminal::default(), &Words::default()).commands;
        let optional = [commands.apply_secret, commands.patch, commands.set_image, commands.try_again];
        let always = [commands.apply, commands.watch, commands.describe];
        for command in optional.into_iter().flatten().chain(always) {
            let output = run(in_shell("sh", &command.text, &folder), "");
            assert!(output.contains("Usage:"), "{}\n{output}", command.text);
        }
    }
}

#[test]
fn the_patch_command_names_the_pull_secret() {
    for kind in WorkloadKind::ALL.into_iter().filter(|kind| kind.can_be_changed()) {
        for name in ["acme-pull", "1e3", "0x1f", "null"] {
            let mut typed =
                RepairInput { kind, name: "web".into(), image: "nginx:1.27".into(), ..RepairInput::default() };
            let before =
                Repair::of(Content::embedded(), &typed, Terminal::default(), &Words::default()).workload.text();
            (typed.needs_secret, typed.secret_name) = (true, name.into());
            let commands = Repair::of(Content::embedded(), &typed, Terminal::default(), &Words::default()).commands;
            let script = commands.patch.unwrap().text.replace("kubectl patch", "set --");
            let patch = run(in_shell("sh", &format!("{script}; printf %s \"$4\""), ""), "");
            let read = read_by_kubectl(&["patch", "-p", &patch], &before);
            assert_eq!(pod_spec(kind, &read)["imagePullSecrets"][0]["name"], name, "{kind:?}");
        }
    }
}

fn pod_spec(kind: WorkloadKind, read: &Value) -> &Value {
    kind.pod_spec_path().iter().fold(read, |read, key| &read[*key])
}

fn check_pod_spec(kind: WorkloadKind, read: &Value, image: &str) {
    assert_eq!(read["kind"], kind.name());
    let spec = pod_spec(kind, read);
    assert_eq!(spec["containers"][0]["name"], "web");
    assert_eq!(spec["containers"][0]["image"], image);
    assert_eq!(spec["imagePullSecrets"][0]["name"], "acme-pull");
}

/// Lets a local `kubectl` subcommand read a manifest from its input and print it again.
fn read_by_kubectl(args: &[&str], manifest: &str) -> Value {
    let mut command = kubectl();
    let subcommand = if args[0] == "set" { 2 } else { 1 };
    command.args(&args[..subcommand]).args(["--local", "-f", "-", "-o", "json"]).args(&args[subcommand..]);
    serde_json::from_str(&run(command, manifest)).unwrap()
}

/// A folder with a `kubectl` that adds arguments to those that it is given and hands them to the real one.
fn wrapped_kubectl(name: &str, arguments: &str) -> String {
    let is_there = |folder: &PathBuf| folder.join("kubectl").is_file();
    let real = env::split_paths(&env::var_os("PATH").unwrap()).find(is_there).expect(HINT);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("kubectl-{name}"));
    fs::create_dir_all(&folder).unwrap();
    program(&folder, "kubectl", &format!("exec '{}/kubectl' \"$@\" {arguments}", real.display()));
    folder.display().to_string()
}

/// Writes a program of the shell into a folder.
fn program(folder: &Path, name: &str, script: &str) {
    // A name of its own first: another test may be running the old one.
    let new = folder.join(format!("{name}-{:?}", std::thread::current().id()));
    fs::write(&new, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&new, fs::Permissions::from_mode(0o755)).unwrap();
    fs::rename(new, folder.join(name)).unwrap();
}

fn in_shell(shell: &str, script: &str, first_in_path: &str) -> Command {
    let mut command = Command::new(shell);
    command.args(["-c", script]).env("KUBECONFIG", "/dev/null");
    command.env("PATH", format!("{first_in_path}:{}", env::var("PATH").unwrap()));
    command
}

fn kubectl() -> Command {
    let mut command = Command::new("kubectl");
    // No settings of the person who runs the test.
    command.env("KUBECONFIG", "/dev/null");
    command
}

fn run(mut command: Command, input: &str) -> String {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match started {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            panic!("{HINT}")
        }
        started => started.unwrap(),
    };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{input}\n{}", text(&output.stderr));
    text(&output.stdout)
}
