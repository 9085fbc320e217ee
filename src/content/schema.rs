//! The shape of `content/*.yaml`. Every field says what it holds; an unknown field is refused.
//!
//! Text fields are plain sentences in which `` `code` `` and `**strong**` are the only markup, and `{image}`,
//! `{registry}`, `{repository}`, `{tag}`, `{pod}`, `{namespace}`, `{container}` and `{secret}` stand for what is known
//! about the person's own case ([`PLACEHOLDERS`]); `super::inline` fills them in.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The placeholders that a text may hold, without their braces.
///
/// `registry` is a host (`docker.io`) and `registry_name` what people call it (`Docker Hub`, else the host);
/// `tag_or_digest` is one of these two words, by what stands in `tag`.
pub const PLACEHOLDERS: [&str; 10] = [
    "image",
    "registry",
    "registry_name",
    "repository",
    "tag",
    "tag_or_digest",
    "pod",
    "namespace",
    "container",
    "secret",
];

/// Everything that the content files say, but the labels of the page (they become constants, see `ui::labels`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// `causes/<id>.yaml`, in the order of `guide.yaml`'s `causes` list.
    pub causes: Vec<Cause>,
    /// `guide.yaml`.
    pub guide: GuideContent,
    /// `registries.yaml`.
    pub registries: Vec<Registry>,
    /// `wrappers.yaml`.
    pub wrappers: Vec<Wrapper>,
    /// `subjects.yaml`.
    pub subjects: Vec<Subject>,
    /// `stages.yaml`.
    pub stages: Vec<Stage>,
    /// What is worked out from all that.
    #[serde(skip)]
    pub lookup: super::Lookup,
}

/// `guide.yaml`: the decision tree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideContent {
    /// All causes by id, in the order in which lists show them.
    pub causes: Vec<String>,
    /// The id of the first step.
    pub start: String,
    /// The steps, each one question.
    pub steps: Vec<Step>,
}

/// One question of the guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable for ever: it is a key in shared links. Lower-case letters and hyphens.
    pub id: String,
    /// The question, in the second person, ending with a question mark.
    pub question: String,
    /// One sentence that helps to understand the question.
    pub hint: String,
    /// What can be answered, at least two.
    pub answers: Vec<AnswerChoice>,
    /// What "I don't know" leads to: how to find out.
    pub find_out: FindOut,
}

/// One answer of a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerChoice {
    /// Stable for ever: it is a value in shared links.
    pub id: String,
    /// The answer, as the person would say it.
    pub label: String,
    /// The same in a few words, for the list of answers given.
    pub short: String,
    /// Where it leads; the first that fits counts, and the last has no condition.
    pub routes: Vec<AnswerRoute>,
}

/// Where an answer leads: to a step or to an outcome, never both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRoute {
    /// Earlier answers that must stand for this route, by step id.
    #[serde(default)]
    pub when: BTreeMap<String, String>,
    /// The id of the next step.
    #[serde(default)]
    pub step: Option<String>,
    /// The id of the cause that is the outcome.
    #[serde(default)]
    pub outcome: Option<String>,
}

/// How to find an answer: a command and how to read what it prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindOut {
    /// What to do, one or two sentences.
    pub text: String,
    /// The command to copy.
    #[serde(default)]
    pub command: Option<String>,
    /// How to read its output.
    pub read: Vec<Reading>,
}

/// One possible output of a command, and what it means.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What one sees.
    pub see: String,
    /// What it means.
    pub means: String,
    /// The answer of the question that it stands for, in a step's `find_out`.
    #[serde(default)]
    pub answer: Option<String>,
}

/// `causes/<id>.yaml`: one cause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// The id, equal to the file's name.
    pub id: String,
    /// The heading where nothing is known about the person's case; no placeholder.
    pub title: String,
    /// The verdict about the person's own image, with placeholders.
    pub verdict: String,
    /// What happened, in one or two plain sentences; placeholders allowed.
    pub summary: String,
    /// What it means, in short paragraphs.
    pub meaning: Vec<String>,
    /// Whom the registry keeps out by this cause, where it does.
    #[serde(default)]
    pub keeps_out: Option<KeepsOut>,
    /// The cause that follows from this one where a registry keeps the pod out: a missing pull secret leaves no login.
    #[serde(default)]
    pub leads_to: Option<String>,
    /// Where the words leave two ways open: both, in one sentence each.
    #[serde(default)]
    pub ways: Vec<String>,
    /// Whether the ways are open only where a diagnosis names another cause beside this one.
    #[serde(default)]
    pub ways_need_also: bool,
    /// What was looked for and not found, when this cause is not the one: a sentence that starts with "No".
    pub absent: String,
    /// How to confirm it.
    pub confirm: Vec<Check>,
    /// Who can mend it, likeliest first.
    pub who: Vec<Who>,
    /// What mends it, likeliest first.
    pub fixes: Vec<Fix>,
    /// What one sees when it is mended.
    pub success: Success,
    /// The guide's answers that the words settle already; the question after them settles the rest.
    /// Empty where the words leave nothing to ask, or say nothing.
    #[serde(default)]
    pub known: BTreeMap<String, String>,
    /// Official documentation.
    pub docs: Vec<Link>,
    /// The rules that recognise it in a message; none for `unknown` and `not-an-image-pull`.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

/// Whom a registry keeps out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeepsOut {
    /// Who sent no login.
    Strangers,
    /// Who sent a login that is wrong, expired or not allowed.
    Logins,
    /// It does not say which of the two.
    Somebody,
}

/// A command that confirms a cause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What to do.
    pub text: String,
    /// The command to copy.
    #[serde(default)]
    pub command: Option<String>,
    /// How to read its output.
    #[serde(default)]
    pub read: Vec<Reading>,
}

/// Who can mend a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The person who wrote the manifest.
    You,
    /// Whoever gives out access to the registry.
    RegistryOwner,
    /// Whoever runs the cluster and its nodes.
    ClusterAdmin,
}

/// One way to mend a cause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// What to do, as an instruction.
    pub title: String,
    /// How, in one to three sentences.
    pub text: String,
    /// A command to copy.
    #[serde(default)]
    pub command: Option<String>,
    /// Which repair form makes the YAML for it.
    #[serde(default)]
    pub repair: Option<Repair>,
}

/// The repair forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repair {
    /// Correct the image reference.
    Image,
    /// Create a pull secret and name it in the pod.
    PullSecret,
}

/// How one knows that it is mended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Success {
    /// What to look for.
    pub text: String,
    /// The command to copy.
    pub command: String,
    /// What it prints then.
    pub output: String,
}

/// A link to official documentation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The words of the link.
    pub label: String,
    /// An `https://` address.
    pub url: String,
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The words only hint.
    #[default]
    Low,
    /// This cause is the likeliest of those that the words fit.
    Medium,
    /// The wording is said for this cause alone.
    High,
}

/// A rule: the words by which a cause is recognised in a dissected message.
///
/// Patterns are regular expressions in lower case, matched against the deciding layer in lower case (ASCII letters
/// only, so byte offsets stay). `[0-9]` for digits, `[ ]` for space: the page has no Unicode tables.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Unique among all rules, kebab-case.
    pub id: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Wrappers of which at least one must have been peeled; empty for any.
    #[serde(default)]
    pub within: Vec<String>,
    /// Wrappers of which none may have been peeled.
    #[serde(default)]
    pub not_within: Vec<String>,
    /// Registries (ids of `registries.yaml`) of which the image must come from one; empty for any.
    #[serde(default)]
    pub registries: Vec<String>,
    /// At least one must match; its match is the evidence. A group `(?<secret>…)` in it names pull secrets, with a comma
    /// between two.
    pub any: Vec<String>,
    /// None may match.
    #[serde(default)]
    pub none: Vec<String>,
    /// What the same words fit as well, likeliest first.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whether only the pull of an image is spoken of in these words, so that they tell by themselves on a line alone.
    #[serde(default)]
    pub alone: bool,
    /// Messages that it must and must not match. They run as tests and are not packed into the page.
    pub examples: Examples,
    /// Words of which one must stand in the deciding layer before a pattern of `any` is worth compiling; worked out
    /// from the patterns when the files are read (whatever they say), empty where that is not possible.
    #[serde(default)]
    pub literals: Vec<String>,
}

/// A rule's own tests: whole messages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Messages for which this rule's cause must come first, over all rules. At least two, of different wording.
    pub matches: Vec<String>,
    /// Messages that this rule must not match. At least one.
    pub refuses: Vec<String>,
}

/// One registry of `registries.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// Kebab-case id.
    pub id: String,
    /// Its name, as its owner writes it.
    pub name: String,
    /// Hosts: exact (`docker.io`) or with a leading `*` (`*.azurecr.io`).
    pub hosts: Vec<String>,
    /// What a pull secret must have as its server; `{registry}` for the host itself.
    pub server: String,
    /// What to put as the user name, one sentence.
    pub username: String,
    /// What to put as the password, one sentence.
    pub password: String,
    /// What else one should know before making a pull secret for it, one or two sentences.
    #[serde(default)]
    pub note: Option<String>,
}

/// Who says a layer of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// `kubectl` or whatever carried the message.
    #[default]
    Carrier,
    /// The agent on the node.
    Kubelet,
    /// The call between kubelet and runtime.
    Grpc,
    /// containerd, CRI-O, Docker.
    Runtime,
    /// The runtime's own HTTP request.
    Http,
    /// The registry, or its token service.
    Registry,
}

/// What the words of a wrapper say of a pull by themselves, whatever stands behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// It failed. Where nothing stands behind these words, nobody says why.
    Fails,
    /// The container waits; the same, whatever stands behind them.
    Waits,
    /// The image is on the node.
    Worked,
    /// A pull secret cannot be read.
    SecretMissing,
    /// Nothing that decides.
    Nothing,
}

/// How far a pull got, by what its error says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Unique, kebab-case.
    pub id: String,
    /// Words of which one stands in the deciding layer, in lower case.
    #[serde(default)]
    pub words: Vec<String>,
    /// Wrappers of which one was peeled.
    #[serde(default)]
    pub wrappers: Vec<String>,
}

/// What a paste can be about when no pull fails.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Unique, kebab-case.
    pub id: String,
    /// What it is, one short sentence without placeholders.
    pub title: String,
    /// What it is and where to go on, with placeholders.
    pub text: String,
    /// Reasons of a container's state that show it.
    #[serde(default)]
    pub states: Vec<String>,
    /// Whether a container in one of these states has its image.
    #[serde(default)]
    pub pulled: bool,
    /// What the pod's status says then.
    #[serde(default)]
    pub phases: Vec<String>,
    /// Reasons of events that show it.
    #[serde(default)]
    pub events: Vec<String>,
    /// How its messages begin, in lower case. Such a message says nothing about a pull.
    #[serde(default)]
    pub begins: Vec<String>,
    /// Words of its messages, in lower case.
    #[serde(default)]
    pub says: Vec<String>,
}

/// A wrapper: the known beginning of a layer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapper {
    /// Unique, kebab-case.
    pub id: String,
    /// Who says it.
    pub speaker: Speaker,
    /// Its wordings: literal text with holes `{quoted}` (a Go-quoted string), `{image}` (an image reference, quoted or
    /// not), `{word}` (no white space, no quote), `{text}` (anything up to the literal behind it, on one line). None
    /// for a part that `message` finds by its shape.
    pub forms: Vec<String>,
    /// Whether messages about other things than pulls have it as well.
    #[serde(default)]
    pub generic: bool,
    /// What it says of a pull by itself.
    #[serde(default)]
    pub says: Option<Says>,
    /// Reasons of events and of containers' states that only such a message has beside it.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Words by which a line of a paste is taken for such a message, where the forms are too short to tell.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What it means, one sentence for a newcomer.
    pub explains: String,
}
