//! The commands that a person copies, for their program and their shell.
//!
//! The command that makes the pull secret asks for the password when it runs, so that neither the page nor the shell's
//! history ever holds it. It stands in one pair of brackets: pasted line by line, the shell reads all of it before the
//! question comes, and the variable is gone behind it. What stays visible: while `kubectl` runs, other users of the
//! same machine can see its arguments, the password among them.

use super::input::{Field, RepairInput};
use super::shell::Shell;
use super::workload::WorkloadKind;
use super::{Words, placeholder, pull_secret, server, yaml};

/// The programs that take `kubectl`'s arguments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum KubectlProgram {
    /// `kubectl`.
    #[default]
    Kubectl,
    /// `oc`, of OpenShift.
    Oc,
    /// `k3s kubectl`.
    K3s,
    /// `microk8s kubectl`.
    Microk8s,
}

impl KubectlProgram {
    /// All of them, in the order in which a switch offers them.
    pub const ALL: [Self; 4] = [Self::Kubectl, Self::Oc, Self::K3s, Self::Microk8s];

    /// How it is called.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Kubectl => "kubectl",
            Self::Oc => "oc",
            Self::K3s => "k3s kubectl",
            Self::Microk8s => "microk8s kubectl",
        }
    }
}

/// Where a command is to run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Terminal {
    /// The program.
    pub program: KubectlProgram,
    /// The shell.
    pub shell: Shell,
}

/// A command to copy, of one line or more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    /// The whole text, without a line end at its end.
    pub text: String,
}

/// All commands of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    /// Makes the pull secret, asking for the password; `None` where none is needed.
    pub create_secret: Option<Command>,
    /// Makes the pull secret from its finished file; `None` where none is needed.
    pub apply_secret: Option<Command>,
    /// Names the pull secret in the workload, without its file; `None` where none is needed, and where the workload must
    /// be made anew for it.
    pub patch: Option<Command>,
    /// Sets the image, without the workload's file; `None` where it does not change, and for a Job.
    pub set_image: Option<Command>,
    /// Brings the workload's complete file to the cluster. A Pod and a Job are deleted and made again.
    pub apply: Command,
    /// Tries again now; `None` where that happens by itself.
    pub try_again: Option<Command>,
    /// Shows how it goes.
    pub watch: Command,
    /// Shows what the pods say.
    pub describe: Command,
}

impl Commands {
    /// The commands for an input whose values are taken as they are.
    #[must_use]
    pub fn of(input: &RepairInput, terminal: Terminal, words: &Words<'_>) -> Self {
        let secret_only = |command: Command| input.needs_secret.then_some(command);
        // A file says itself which namespace it is for.
        let from_file = |words: &[&str]| one_line(terminal, words, None);
        let line = |words: &[&str]| one_line(terminal, words, input.known(Field::Namespace));
        let value = |field: Field, or| input.known(field).unwrap_or(or);
        let name = value(Field::Name, input.kind.placeholder());
        let secret = value(Field::SecretName, placeholder::SECRET);
        let resource = input.kind.resource();
        let target = format!("{resource}/{name}");
        let set_image =
            format!("{}={}", value(Field::Container, placeholder::CONTAINER), value(Field::Image, placeholder::IMAGE));
        let changes_image =
            input.known(Field::Image).is_some_and(|image| placeholder::known(&input.original_image) != Some(image));
        let pod = match input.kind {
            WorkloadKind::Pod => name,
            _ => placeholder::known(&input.pod).unwrap_or(placeholder::POD),
        };
        let made_anew = !input.kind.can_be_changed();
        let create = ["apply", "-f", input.kind.file_name()];
        let create_anew = ["replace", "--force", "-f", input.kind.file_name()];
        Self {
            create_secret: secret_only(create_secret(input, terminal, words)),
            apply_secret: secret_only(from_file(&["apply", "-f", pull_secret::FILE_NAME])),
            patch: secret_only(line(&["patch", resource, name, "-p", &patch(input.kind, secret)]))
                .filter(|_| !made_anew && !input.changes_secret_only()),
            set_image: (changes_image && input.kind != WorkloadKind::Job)
                .then(|| line(&["set", "image", &target, &set_image])),
            apply: from_file(if made_anew { &create_anew } else { &create }),
            try_again: match input.kind {
                WorkloadKind::Pod => None,
                _ if input.changes_secret_only() => Some(line(&["delete", "pod", pod])),
                WorkloadKind::StatefulSet => Some(line(&["delete", "pod", pod])),
                WorkloadKind::CronJob => {
                    Some(line(&["create", "job", &format!("--from={target}"), &format!("{name}-now")]))
                }
                WorkloadKind::Deployment | WorkloadKind::DaemonSet | WorkloadKind::Job => None,
            },
            watch: match input.kind {
                WorkloadKind::Pod => line(&["get", "pod", name, "--watch"]),
                WorkloadKind::Job | WorkloadKind::CronJob => line(&["get", "pods", "--watch"]),
                _ => line(&["rollout", "status", &target]),
            },
            // Only these keep the name of their pod; elsewhere the next pod has another.
            describe: line(&[
                "describe",
                "pod",
                if matches!(input.kind, WorkloadKind::Pod | WorkloadKind::StatefulSet) {
                    pod
                } else {
                    placeholder::POD
                },
            ]),
        }
    }
}

/// One command of `kubectl`.
pub(super) fn one_line(Terminal { program, shell }: Terminal, words: &[&str], namespace: Option<&str>) -> Command {
    of_program(program.words(), shell, words, namespace)
}

/// One command of any program that takes `-n`.
pub(super) fn of_program(program: &str, shell: Shell, words: &[&str], namespace: Option<&str>) -> Command {
    let namespace = namespace.into_iter().flat_map(|namespace| ["-n", namespace]);
    let words = words.iter().copied().chain(namespace).map(|word| shell.quoted(word));
    Command { text: std::iter::once(program.to_owned()).chain(words).collect::<Vec<_>>().join(" ") }
}

/// `kubectl create secret docker-registry`, inside the brackets in which the password is asked for.
fn create_secret(input: &RepairInput, terminal: Terminal, words: &Words<'_>) -> Command {
    let namespace = input.known(Field::Namespace).map(|namespace| format!("--namespace={namespace}"));
    let delete = ["delete", "secret", input.known(Field::SecretName).unwrap_or(placeholder::SECRET)];
    let delete: Vec<&str> = delete.into_iter().chain(namespace.as_deref()).chain(["--ignore-not-found"]).collect();
    let delete = one_line(terminal, &delete, None).text;
    let before = if input.replaces_secret { format!("  {delete}\n") } else { String::new() };
    asking(input, terminal, words, &before, &[])
}

/// The same with `before` in front of the command and `more` arguments or words of the shell behind it.
pub(super) fn asking(
    input: &RepairInput,
    Terminal { program, shell }: Terminal,
    words: &Words<'_>,
    before: &str,
    more: &[&str],
) -> Command {
    let known = |field: Field, or| input.known(field).unwrap_or(or);
    let option = |name: &str, field: Field| input.known(field).map(|value| shell.quoted(&format!("--{name}={value}")));
    let server = server::normalised(known(Field::Server, placeholder::REGISTRY));
    let username = known(Field::Username, placeholder::USERNAME);
    let secret = shell.quoted(known(Field::SecretName, placeholder::SECRET));
    let prompt = shell.quoted(words.password_prompt);
    let (open, password, close) = match shell {
        Shell::Posix => (
            // Whatever ends it, also Ctrl-C at the question, the terminal shows again what is typed.
            format!(
                "(\n  trap 'stty echo' EXIT\n  trap 'exit 130' INT TERM\n  printf '%s: ' {prompt}\n  stty -echo\n  \
                 IFS= read -r REGISTRY_PASSWORD\n  stty echo\n  printf '\\n'\n"
            ),
            "--docker-password=\"$REGISTRY_PASSWORD\"",
            ")",
        ),
        // The third line mends what PowerShell before 7.3 does to double quotes.
        Shell::PowerShell => (
            format!(
                "& {{\n  $secure = Read-Host -AsSecureString {prompt}\n  \
                 $password = [Net.NetworkCredential]::new('', $secure).Password\n  \
                 if ($PSVersionTable.PSVersion -lt '7.3') {{ $password = $password -replace '(\\\\*)\"', '$1$1\\\"' }}\n"
            ),
            "\"--docker-password=$password\"",
            "}",
        ),
    };
    let arguments = [
        Some(format!("  {} create secret docker-registry {secret}", program.words())),
        option("namespace", Field::Namespace),
        Some(shell.quoted(&format!("--docker-server={server}"))),
        Some(shell.quoted(&format!("--docker-username={username}"))),
        option("docker-email", Field::Email),
        Some(password.to_owned()),
    ];
    let more = more.iter().map(|word| (*word).to_owned());
    let arguments =
        arguments.into_iter().flatten().chain(more).collect::<Vec<_>>().join(&format!("{}    ", shell.continued()));
    Command { text: format!("{open}{before}{arguments}\n{close}") }
}

fn patch(kind: WorkloadKind, secret: &str) -> String {
    let secrets = format!("imagePullSecrets: [{{name: {}}}]", name_of(secret));
    let (outermost, inner) = kind.pod_spec_path().split_first().unwrap_or((&"spec", &[]));
    let inside = inner.iter().rev().fold(secrets, |inside, key| format!("{key}: {{{inside}}}"));
    format!("{outermost}: {{{inside}}}")
}

/// A name in a patch. Double quotes are kept out of it where that is possible: PowerShell before 7.3 would drop them.
pub(super) fn name_of(secret: &str) -> String {
    let double_quoted = yaml::scalar(secret);
    if double_quoted == secret || double_quoted.contains('\\') {
        double_quoted
    } else {
        format!("'{}'", secret.replace('\'', "''"))
    }
}
