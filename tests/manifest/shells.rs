//! The commands in real shells, with programs that only tell what they were given.

use crate::random::Random;
use crate::repair;
use image_pull_guide::manifest::{KubectlProgram, RepairInput, Shell, Terminal, Words, WorkloadKind};
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

const SHELLS: [&str; 2] = ["sh", "bash"];

#[test]
fn any_word_arrives_as_it_is() {
    let programs = Programs::new("words");
    let mut random = Random::new();
    let nasty = [
        "",
        " ",
        "'",
        "''",
        "\"",
        "\\",
        "\\'",
        "$HOME",
        "$(id)",
        "`id`",
        "!!",
        "*",
        "~",
        "=ls",
        "-n",
        "--",
        "a\nb\n",
        "\u{1b}[0m",
    ];
    let mut words: Vec<String> = nasty.map(str::to_owned).to_vec();
    words.extend((0..2_000).map(|_| random.text()));
    words.extend((0..500).map(|_| format!("--option={}", random.text())));
    let line = words.iter().map(|word| Shell::Posix.quoted(word)).collect::<Vec<_>>().join(" ");
    for shell in SHELLS {
        assert!(programs.run(shell, &format!("kubectl {line}"), "") == words, "{shell} changed a word");
    }
}

#[test]
fn the_password_goes_from_the_keyboard_to_the_program() {
    let programs = Programs::new("password");
    for (program, password) in
        KubectlProgram::ALL.into_iter().zip(["s3cret", r#" a"b'c\d$(id)`!  "#, "密码 🐳", "-x=y"])
    {
        let input = RepairInput {
            needs_secret: true,
            server: "registry.acme.example".into(),
            username: "robot$acme+o'bot \"x\"".into(),
            email: "bot@acme.example".into(),
            secret_name: "acme-pull".into(),
            namespace: "dev".into(),
            kind: WorkloadKind::Deployment,
            name: "web".into(),
            container: "web".into(),
            image: "registry.acme.example/web:1".into(),
            ..RepairInput::default()
        };
        let words = Words { password_prompt: "100% 'secret'", ..Words::default() };
        let commands = repair(&input, Terminal { program, shell: Shell::Posix }, &words).commands;
        let before: Vec<&str> = program.words().split(' ').skip(1).collect();
        for shell in SHELLS {
            let command = commands.create_secret.as_ref().unwrap();
            assert!(!command.text.contains(password));
            let given = programs.run(shell, &command.text, &format!("{password}\nnot this\n"));
            let password = format!("--docker-password={password}");
            let expected = [
                "create",
                "secret",
                "docker-registry",
                "acme-pull",
                "--namespace=dev",
                "--docker-server=registry.acme.example",
                "--docker-username=robot$acme+o'bot \"x\"",
                "--docker-email=bot@acme.example",
                &password,
            ];
            assert_eq!(given, [&before[..], &expected].concat(), "{shell}");
            let patch = "spec: {template: {spec: {imagePullSecrets: [{name: acme-pull}]}}}";
            let expected = ["patch", "deployment", "web", "-p", patch, "-n", "dev"];
            let given = programs.run(shell, &commands.patch.as_ref().unwrap().text, "");
            assert_eq!(given, [&before[..], &expected].concat(), "{shell}");
        }
    }
}

#[test]
fn the_password_stays_out_of_the_shell_around_the_command() {
    let programs = Programs::new("around");
    let input = RepairInput { needs_secret: true, ..RepairInput::default() };
    let commands = repair(&input, Terminal::default(), &Words::default()).commands;
    let script = format!("{} >/dev/null\nkubectl \"[$REGISTRY_PASSWORD]\"", commands.create_secret.unwrap().text);
    for shell in SHELLS {
        assert_eq!(programs.run(shell, &script, "s3cret\n"), ["[]"], "{shell}");
    }
}

/// A folder with programs that print their arguments, each ended by a NUL.
struct Programs(PathBuf);

impl Programs {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("programs-{name}"));
        fs::create_dir_all(&folder).unwrap();
        for program in ["kubectl", "oc", "k3s", "microk8s"] {
            let path = folder.join(program);
            fs::write(&path, "#!/bin/sh\nprintf '\\001'; for word; do printf '%s\\0' \"$word\"; done\n").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        Self(folder)
    }

    /// Runs a script and returns the arguments that the last program was given.
    fn run(&self, shell: &str, script: &str, keyboard: &str) -> Vec<String> {
        let path = format!("{}:{}", self.0.display(), env::var("PATH").unwrap());
        let mut child = Command::new(shell)
            .args(["-c", script])
            .env("PATH", path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(keyboard.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{shell}: {script}\n{}", String::from_utf8_lossy(&output.stderr));
        let (_, words) = text.rsplit_once('\u{1}').expect("the program ran");
        words.split_terminator('\0').map(str::to_owned).collect()
    }
}
