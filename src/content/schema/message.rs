//! What messages and pastes are made of: registries, wrappers, stages, subjects.

use serde::{Deserialize, Serialize};

/// One registry of `registries.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// Kebab-case id.
    pub id: String,
    /// Its name, as its owner writes it.
    pub name: String,
    /// Hosts: exact (`docker.io`), or with a `*` in front (`*.azurecr.io`), behind (`harbor.*`) or both (`*.harbor.*`).
    pub hosts: Vec<String>,
    /// What a pull secret must have as its server; `{registry}` for the host itself.
    pub server: String,
    /// How a cluster on the registry's own cloud pulls without a pull secret, one or two sentences: said before all else.
    #[serde(default)]
    pub identity: Option<String>,
    /// What else one should know before making a pull secret for it, one or two sentences.
    #[serde(default)]
    pub note: Option<String>,
    /// The kinds of login that a pull secret can hold, the one to be preferred first; none where everybody may pull.
    #[serde(default)]
    pub logins: Vec<Login>,
}

/// A kind of login for a registry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// Kebab-case id, unique within its registry.
    pub id: String,
    /// What it is called, a few words.
    pub name: String,
    /// The user name, where it is the same for everybody.
    #[serde(default)]
    pub user: Option<String>,
    /// What to put as the user name, one sentence.
    pub username: String,
    /// What to put as the password, one sentence.
    pub password: String,
    /// That and when the password stops working by itself, one or two sentences.
    #[serde(default)]
    pub expires: Option<String>,
}

/// Who says a layer of a message, the outermost first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Whether that was true once: the container starts again and again, and the image may be another one by now.
    #[serde(default)]
    pub pulled_once: bool,
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
    /// Words of its messages, in lower case, that nothing about a pull has, wherever they stand.
    #[serde(default)]
    pub never_pulls: Vec<String>,
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
    /// Whether its forms are the beginning of words that decide: they only tell which image is spoken of.
    #[serde(default)]
    pub decides: bool,
    /// Words by which a line of a paste is taken for such a message, where the forms are too short to tell.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What it means, one sentence for a newcomer.
    pub explains: String,
}

/// A program whose messages are known (`programs.yaml`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// The id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The versions whose wordings were read: `1.2 to 2.4`.
    pub versions: String,
}

/// A kind of cluster that runs on one's own machine, into which an image can be loaded without a registry
/// (`clusters.yaml`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// The id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How its nodes are named, with `*` for anything at an end. Empty where the names tell nothing.
    #[serde(default)]
    pub nodes: Vec<String>,
}
