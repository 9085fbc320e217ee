//! The forms in which a pull secret comes to the cluster, and in which pods get to know its name.
//!
//! All say the same login and the same name. A form is a few steps in order: files to save and commands to run. The
//! password goes into the files of the forms that are files, never into a command.

use super::command::{self, Command, KubectlProgram, Terminal};
use super::input::{Field, RepairInput};
use super::pull_secret::{self, PullSecret};
use super::shell::Shell;
use super::yaml::{self, Entry, LineMark, Value, YamlDocument, YamlLine};
use super::{Words, placeholder, server};
use crate::content::Content;

/// The forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SecretForm {
    /// A command that asks for the password.
    #[default]
    Command,
    /// The Secret as a file, its login in base64 as soon as the password is known.
    Data,
    /// The Secret as a file, its login readable.
    StringData,
    /// A generator of kustomize.
    Kustomize,
    /// A command whose result can be kept in Git, for the controller of Sealed Secrets.
    SealedSecrets,
    /// A reference to a store of secrets, for the External Secrets Operator.
    ExternalSecrets,
    /// The ServiceAccount of the pods names the secret.
    ServiceAccount,
    /// The values of a Helm chart name the secret.
    Helm,
}

impl SecretForm {
    /// Those that make the Secret, in the order in which a switch offers them.
    pub const MAKING: [Self; 6] =
        [Self::Command, Self::StringData, Self::Data, Self::Kustomize, Self::SealedSecrets, Self::ExternalSecrets];
    /// Those that make pods use it, beside the pods' own manifest.
    pub const NAMING: [Self; 2] = [Self::ServiceAccount, Self::Helm];

    /// The id under which the labels explain it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Data => "data",
            Self::StringData => "string-data",
            Self::Kustomize => "kustomize",
            Self::SealedSecrets => "sealed-secrets",
            Self::ExternalSecrets => "external-secrets",
            Self::ServiceAccount => "service-account",
            Self::Helm => "helm",
        }
    }

    /// Whether a password that is known stands in its files.
    #[must_use]
    pub fn holds_password(self) -> bool {
        matches!(self, Self::Data | Self::StringData | Self::Kustomize)
    }
}

/// One step of a form. It may hold a password, so there is no debug print of it.
#[derive(Clone, PartialEq, Eq)]
pub enum OutputStep {
    /// A file to save.
    File(YamlDocument),
    /// A command to run, and the id under which the labels say what for.
    Command(&'static str, Command),
}

/// A form, worked out. It may hold a password, so there is no debug print of it.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretOutput {
    /// Which one.
    pub form: SecretForm,
    /// Its steps in order.
    pub steps: Vec<OutputStep>,
}

impl SecretOutput {
    /// A form for an input whose values are taken as they are. Without a password its place is a placeholder; a form
    /// that holds none takes no notice of it.
    #[must_use]
    pub fn of(
        content: &Content,
        form: SecretForm,
        input: &RepairInput,
        password: Option<&str>,
        terminal: Terminal,
        words: &Words<'_>,
    ) -> Self {
        let caution = caution(content, input);
        let words = &Words { caution: &caution, ..*words };
        let secret = PullSecret::of(input, password);
        let kubectl = |id, words: &[&str]| OutputStep::Command(id, command::one_line(terminal, words, None));
        let steps = match form {
            SecretForm::Command => {
                vec![OutputStep::Command("create", command::asking(input, terminal, words, "", &[]))]
            }
            SecretForm::Data => {
                vec![
                    OutputStep::File(secret.document(words)),
                    kubectl("apply", &["apply", "-f", pull_secret::FILE_NAME]),
                ]
            }
            SecretForm::StringData => vec![
                OutputStep::File(secret.string_data_document(words)),
                kubectl("apply", &["apply", "-f", pull_secret::FILE_NAME]),
            ],
            SecretForm::Kustomize => vec![
                OutputStep::File(kustomization(input, words)),
                OutputStep::File(YamlDocument { file_name: CONFIG_FILE.into(), lines: added(secret.config_lines()) }),
                kubectl("apply", &["apply", "-k", "."]),
            ],
            SecretForm::SealedSecrets => sealed(input, terminal, words),
            SecretForm::ExternalSecrets => vec![
                OutputStep::File(external_secret(input, words)),
                kubectl("apply", &["apply", "-f", EXTERNAL_FILE]),
                OutputStep::Command("made", in_namespace(input, terminal, &["get", "secret", name(input)])),
            ],
            SecretForm::ServiceAccount => service_account(input, terminal),
            SecretForm::Helm => helm(input, terminal.shell),
        };
        Self { form, steps }
    }

    /// Whether no value is left to fill in.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.steps.iter().all(|step| match step {
            OutputStep::File(file) => file.is_finished(),
            OutputStep::Command(_, command) => placeholder::split(&command.text).iter().all(|(is_open, _)| !is_open),
        })
    }
}

/// What must be known of a login before it goes into a Secret, a line for each sentence: the way without one, and that
/// it stops working by itself. Empty where there is nothing to say.
#[must_use]
pub fn caution(content: &Content, input: &RepairInput) -> String {
    let registry = input.known(Field::Server).and_then(|server| content.registry_of(server::registry(server)));
    let said = registry.into_iter().flat_map(|registry| registry.cautions(&input.username));
    said.collect::<Vec<_>>().join("\n")
}

const CONFIG_FILE: &str = "pull-secret.json";
const SEALED_FILE: &str = "sealed-pull-secret.yaml";
const EXTERNAL_FILE: &str = "external-secret.yaml";
/// The account of every pod that names none.
const DEFAULT_ACCOUNT: &str = "default";

fn name(input: &RepairInput) -> &str {
    input.known(Field::SecretName).unwrap_or(placeholder::SECRET)
}

fn in_namespace(input: &RepairInput, terminal: Terminal, words: &[&str]) -> Command {
    command::one_line(terminal, words, input.known(Field::Namespace))
}

fn map(entries: impl Into<Vec<Entry>>) -> Value {
    Value::Map(entries.into())
}

fn all_added<const COUNT: usize>(entries: [Entry; COUNT]) -> [Entry; COUNT] {
    entries.map(|entry| entry.marked(LineMark::Added))
}

fn added(lines: Vec<YamlLine>) -> Vec<YamlLine> {
    let added = |line: YamlLine| match line.mark {
        LineMark::Same => YamlLine { mark: LineMark::Added, ..line },
        _ => line,
    };
    lines.into_iter().map(added).collect()
}

/// `imagePullSecrets` with the secret as its only item.
fn pull_secrets(input: &RepairInput) -> Entry {
    Entry::new("imagePullSecrets", Value::List(vec![map([Entry::text("name", name(input))])]))
}

/// The option stands at this generator alone: other generators of the person's own file stay as they are.
fn kustomization(input: &RepairInput, words: &Words<'_>) -> YamlDocument {
    let mut generator = vec![Entry::text("name", name(input))];
    generator.extend(input.known(Field::Namespace).map(|namespace| Entry::text("namespace", namespace)));
    generator.extend([
        Entry::text("type", pull_secret::TYPE),
        Entry::new("files", Value::List(vec![Value::Text(format!("{}={CONFIG_FILE}", pull_secret::KEY))])),
        Entry::new("options", map([Entry::new("disableNameSuffixHash", Value::True)])),
    ]);
    let entries = [
        Entry::text("apiVersion", "kustomize.config.k8s.io/v1beta1").commented(words.caution),
        Entry::text("kind", "Kustomization"),
        Entry::new("secretGenerator", Value::List(vec![map(generator)])).marked(LineMark::Added),
    ];
    yaml::document("kustomization.yaml", &entries)
}

fn sealed(input: &RepairInput, terminal: Terminal, words: &Words<'_>) -> Vec<OutputStep> {
    let into = match terminal.shell {
        Shell::Posix => format!("| kubeseal --format=yaml > {SEALED_FILE}"),
        Shell::PowerShell => format!("| kubeseal --format=yaml | Set-Content {SEALED_FILE}"),
    };
    // The pipe ends the command's own arguments: it stands on their last line.
    let seal = command::asking(input, terminal, words, "", &[&format!("--dry-run=client -o yaml {into}")]);
    let apply = command::one_line(terminal, &["apply", "-f", SEALED_FILE], None);
    vec![OutputStep::Command("seal", seal), OutputStep::Command("apply", apply)]
}

/// Only the password comes from the store; its quotes are made by the operator's template.
fn external_secret(input: &RepairInput, words: &Words<'_>) -> YamlDocument {
    const PASSWORD: &str = "password";
    let stand_in = PullSecret { password: None, ..PullSecret::of(input, None) };
    let quoted = format!("\"{}\"", placeholder::PASSWORD);
    let template = stand_in.config_lines().into_iter().map(|line| {
        // Two braces in a name would begin an expression of the template.
        let text = line.text.replace("{{", "{\\u007b");
        match text.strip_suffix(quoted.as_str()) {
            Some(key) => YamlLine { text: format!("{key}{{{{ .{PASSWORD} | toJson }}}}"), mark: LineMark::Same },
            None => YamlLine { text, ..line },
        }
    });
    let template = map([
        Entry::text("type", pull_secret::TYPE),
        Entry::new("data", map([Entry::new(pull_secret::KEY, Value::Block(template.collect()))])),
    ]);
    let store = map([Entry::text("kind", "SecretStore"), Entry::text("name", placeholder::STORE)]);
    let remote =
        map([Entry::text("secretKey", PASSWORD), Entry::new("remoteRef", map([Entry::text("key", placeholder::KEY)]))]);
    let spec = map([
        Entry::text("refreshInterval", "1h"),
        Entry::new("secretStoreRef", store),
        Entry::new("target", map([Entry::text("name", name(input)), Entry::new("template", template)])),
        Entry::new("data", Value::List(vec![remote])),
    ]);
    let entries = all_added([
        Entry::text("apiVersion", "external-secrets.io/v1").commented(words.caution),
        Entry::text("kind", "ExternalSecret"),
        pull_secret::metadata(&input.secret_name, &input.namespace),
        Entry::new("spec", spec),
    ]);
    yaml::document(EXTERNAL_FILE, &entries)
}

/// A patch that is merged replaces the whole list here, other than in a pod: hence the look before, and the second
/// patch, which adds to a list that is there.
fn service_account(input: &RepairInput, terminal: Terminal) -> Vec<OutputStep> {
    let line = |id, words: &[&str]| OutputStep::Command(id, in_namespace(input, terminal, words));
    let named = command::name_of(name(input));
    let merged = format!("imagePullSecrets: [{{name: {named}}}]");
    let appended = format!("[{{op: add, path: /imagePullSecrets/-, value: {{name: {named}}}}}]");
    let target = ["serviceaccount", DEFAULT_ACCOUNT];
    let commands = if terminal.program == KubectlProgram::Oc {
        vec![line("link", &["secrets", "link", DEFAULT_ACCOUNT, name(input), "--for=pull"])]
    } else {
        vec![
            line("look", &["get", target[0], target[1], "-o", "jsonpath={.imagePullSecrets[*].name}"]),
            line("patch", &["patch", target[0], target[1], "-p", &merged]),
            line("append", &["patch", target[0], target[1], "--type=json", "-p", &appended]),
        ]
    };
    let mut metadata = vec![Entry::text("name", DEFAULT_ACCOUNT)];
    metadata.extend(input.known(Field::Namespace).map(|namespace| Entry::text("namespace", namespace)));
    let file = yaml::document(
        "service-account.yaml",
        &[
            Entry::text("apiVersion", "v1"),
            Entry::text("kind", "ServiceAccount"),
            Entry::new("metadata", map(metadata)),
            pull_secrets(input).marked(LineMark::Added),
        ],
    );
    commands.into_iter().chain([OutputStep::File(file)]).collect()
}

/// Charts differ: most have the list at the top, many also or only under `global`.
fn helm(input: &RepairInput, shell: Shell) -> Vec<OutputStep> {
    const FILE: &str = "values.yaml";
    let upgrade = ["upgrade", placeholder::RELEASE, placeholder::CHART, "--reuse-values", "-f", FILE];
    let line = |words: &[&str], namespace| command::of_program("helm", shell, words, namespace);
    let values = |file, entry: Entry| OutputStep::File(yaml::document(file, &[entry.marked(LineMark::Added)]));
    vec![
        OutputStep::Command("values", line(&["show", "values", placeholder::CHART], None)),
        values(FILE, pull_secrets(input)),
        values("values-global.yaml", Entry::new("global", map([pull_secrets(input)]))),
        OutputStep::Command("upgrade", line(&upgrade, input.known(Field::Namespace))),
    ]
}
