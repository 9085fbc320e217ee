//! `causes/<id>.yaml`: what is told of a cause, and the rules by which it is known.

use super::Reading;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// What is told instead where the registry of the image settles more than the words do.
    #[serde(default)]
    pub by_registry: Vec<ByRegistry>,
    /// What was looked for, for when it is not there: the end of "No words that say: …", no full stop.
    pub looked_for: String,
    /// What is said instead where the message has a reason that no rule knows: for `unknown` alone.
    #[serde(default)]
    pub unread: Option<Unread>,
    /// How the programs say it, whole messages: each is known by a rule of this cause. Empty for the causes without rules.
    #[serde(default)]
    pub wordings: Vec<Wording>,
    /// How to confirm it.
    pub confirm: Vec<Check>,
    /// Who can mend it, likeliest first.
    pub who: Vec<Who>,
    /// What mends it, likeliest first.
    pub fixes: Vec<Fix>,
    /// What one sees when it is mended; that of `shared.yaml` where the file has none.
    #[serde(default)]
    pub success: Success,
    /// The guide's answers that the words settle already; the question after them settles the rest.
    /// Empty where the words leave nothing to ask, or say nothing.
    #[serde(default)]
    pub known: BTreeMap<String, String>,
    /// Official documentation.
    pub docs: Vec<Link>,
    /// The year and the month in which the wordings were last compared with the programs: `2026-08`.
    pub checked: String,
    /// The rules that recognise it in a message; none for `unknown` and `not-an-image-pull`.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

/// What is told of a cause where the image is in one of these registries. The registry settles what the guide would ask:
/// whether a pull secret is needed at all. So no question is left open then.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByRegistry {
    /// The registries (ids of `registries.yaml`).
    pub registries: Vec<String>,
    /// As [`Cause::summary`].
    pub summary: String,
    /// As [`Cause::ways`].
    #[serde(default)]
    pub ways: Vec<String>,
}

/// How one program says a cause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The id of a program of `programs.yaml`.
    pub program: String,
    /// The message.
    pub text: String,
}

/// What is said of a reason that no rule knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unread {
    /// As [`Cause::title`].
    pub title: String,
    /// As [`Cause::verdict`].
    pub verdict: String,
    /// As [`Cause::summary`].
    pub summary: String,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The person who wrote the manifest.
    #[default]
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
    /// A fix of `shared.yaml` that stands here, by its name; the other fields are empty then.
    #[serde(default, rename = "use")]
    pub shared: Option<String>,
    /// What to do, as an instruction.
    #[serde(default)]
    pub title: String,
    /// How, in a few sentences.
    #[serde(default)]
    pub text: String,
    /// The same for a message to whoever does it, where the title and the text speak to somebody else. It asks for what is
    /// to be done.
    #[serde(default)]
    pub message: Option<String>,
    /// A command to copy.
    #[serde(default)]
    pub command: Option<String>,
    /// Which repair form makes the YAML for it.
    #[serde(default)]
    pub repair: Option<Repair>,
    /// Who does it; every fix says so.
    #[serde(default)]
    pub who: Option<Who>,
    /// Registries (ids of `registries.yaml`) whose images alone it is for; empty for all.
    #[serde(default)]
    pub registries: Vec<String>,
    /// Registries whose images it is not for.
    #[serde(default)]
    pub except_registries: Vec<String>,
    /// Whether it is for images whose name has no host and three parts or more, and for those alone: Docker Hub, which is
    /// asked for them, has no such names.
    #[serde(default)]
    pub without_host: bool,
    /// Clusters (ids of `clusters.yaml`) that it is for alone; empty for all.
    #[serde(default)]
    pub clusters: Vec<String>,
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
    /// Words, in lower case, that do so where the others do not: one of them stands in the words that decide.
    #[serde(default)]
    pub alone_words: Vec<String>,
    /// Messages that it must and must not match. They run as tests and are not packed into the page.
    pub examples: Examples,
    /// For each pattern of `any`, words of which one must stand in the deciding layer before it is worth compiling; worked
    /// out from the patterns when the files are read (whatever they say), empty where that is not possible.
    #[serde(default)]
    pub literals: Vec<Vec<String>>,
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
