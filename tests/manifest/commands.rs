use crate::{InputCase, fixture, repair};
use image_pull_guide::manifest::{KubectlProgram, Shell, Terminal, Words};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommandsCase {
    #[serde(default)]
    program: Option<String>,
    #[serde(default)]
    shell: Option<String>,
    input: InputCase,
    commands: BTreeMap<String, String>,
}

#[test]
fn commands_are_ready_to_copy() {
    let words = Words { password_prompt: "The password", ..Words::default() };
    for (title, case) in fixture::<BTreeMap<String, CommandsCase>>("commands.yaml") {
        let program = case.program.as_deref().unwrap_or("kubectl");
        let program = KubectlProgram::ALL.into_iter().find(|known| known.words() == program).expect("a program");
        let shell = if case.shell.as_deref() == Some("power-shell") { Shell::PowerShell } else { Shell::Posix };
        let commands = repair(&case.input.input(), Terminal { program, shell }, &words).commands;
        let given = BTreeMap::from([
            ("create_secret", commands.create_secret),
            ("apply_secret", commands.apply_secret),
            ("patch", commands.patch),
            ("set_image", commands.set_image),
            ("apply", Some(commands.apply)),
            ("try_again", commands.try_again),
            ("watch", Some(commands.watch)),
            ("describe", Some(commands.describe)),
        ]);
        for (name, command) in given {
            let expected = case.commands.get(name);
            assert_eq!(command.as_ref().map(|command| &command.text), expected, "{title}: {name}");
        }
    }
}

#[test]
fn power_shell_words_are_quoted() {
    for (word, expected) in [
        ("kubectl", "kubectl"),
        ("pod/web", "pod/web"),
        ("web=nginx:1.27", "web=nginx:1.27"),
        ("--namespace=dev", "--namespace=dev"),
        ("--docker-server=registry.acme.example", "'--docker-server=registry.acme.example'"),
        ("", "''"),
        ("1e3", "'1e3'"),
        ("a b", "'a b'"),
        ("it's", "'it''s'"),
        ("$HOME", "'$HOME'"),
        ("`n", "'`n'"),
        ("@args", "'@args'"),
        ("a;b", "'a;b'"),
        ("a\u{2018}b\u{2019}", "'a\u{2018}\u{2018}b\u{2019}\u{2019}'"),
        ("größe", "'größe'"),
    ] {
        assert_eq!(Shell::PowerShell.quoted(word), expected);
    }
}
