//! The shape of `content/*.yaml`. Every field says what it holds; an unknown field is refused.
//!
//! Text fields are plain sentences in which `` `code` `` and `**strong**` are the only markup, and `{image}`,
//! `{registry}`, `{repository}`, `{tag}`, `{pod}`, `{namespace}`, `{container}` and `{secret}` stand for what is known
//! about the person's own case ([`PLACEHOLDERS`]); `super::inline` fills them in.

mod cause;
mod guide;
mod message;
mod practice;

pub use cause::*;
pub use guide::*;
pub use message::*;
pub use practice::*;

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
    /// `words.yaml`.
    pub words: CommonWords,
    /// `programs.yaml`.
    pub programs: Vec<Program>,
    /// `clusters.yaml`.
    pub clusters: Vec<Cluster>,
    /// `secret_check.yaml`.
    pub secret_check: SecretCheckWords,
    /// `practice.yaml`.
    pub practice: PracticeWords,
    /// What is worked out from all that.
    #[serde(skip)]
    pub lookup: super::Lookup,
}

/// `words.yaml`: words that many texts share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonWords {
    /// What a sentence says for each of [`PLACEHOLDERS`] where its value is not known: "your image".
    pub unknown: BTreeMap<String, String>,
    /// What is odd about a pasted text, by the id of the note.
    pub notes: BTreeMap<String, String>,
    /// The command that a note ends in, by the same id.
    pub note_commands: BTreeMap<String, String>,
    /// What looks wrong with the name of an image, by [`HelpAbout::id`](crate::image::HelpAbout::id).
    pub image_help: BTreeMap<String, String>,
}

/// `secret_check.yaml`: what is said of pull secrets, by the ids of `secret_check`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretCheckWords {
    /// What is looked at, in a few words.
    pub aspects: BTreeMap<String, String>,
    /// That it is right, one sentence.
    pub passed: BTreeMap<String, String>,
    /// What is wrong with it.
    pub faults: BTreeMap<String, FaultWords>,
    /// What is needed for a whole answer.
    pub missing: BTreeMap<String, String>,
}

/// The words for something that is wrong with a pull secret.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultWords {
    /// What it is.
    pub text: String,
    /// How to mend it.
    pub fix: String,
}

/// `shared.yaml`: what several causes say in the same words. It is put in place when the files are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Fixes by name.
    pub fixes: BTreeMap<String, Fix>,
    /// How one knows that it is mended.
    pub success: Success,
}
