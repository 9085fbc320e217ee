//! From a paste to its causes: ranked, with the words that decided and what else they fit.

use crate::content::{Confidence, Content};
use crate::message::Anatomy;
use crate::paste::{InputKind, Note, Paste};
use crate::text::{Excerpt, Span};

/// The id of the cause that says: a pull failed, and the words do not say why.
pub const UNKNOWN: &str = "unknown";
/// The id of the cause that says: this is about something else.
pub const NOT_AN_IMAGE_PULL: &str = "not-an-image-pull";

/// What a paste says about image pulls.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// What the paste is.
    pub kind: InputKind,
    /// What was odd about it.
    pub notes: Vec<Note>,
    /// The cause of the failure to fix first; `not-an-image-pull` or `unknown` are answers too.
    pub cause: String,
    /// What the same words fit as well.
    pub also: Vec<String>,
    /// All failures: those that still fail before those that recovered, the newest evidence first, then as pasted.
    pub failures: Vec<Failure>,
    /// For [`NOT_AN_IMAGE_PULL`]: what the paste looks like instead, where that can be told.
    pub looks_like: Option<LooksLike>,
}

/// What a paste without a pull failure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LooksLike {
    /// The container starts and ends again and again.
    CrashLoop,
    /// No node takes the pod.
    Unschedulable,
    /// A volume, config map or secret cannot be mounted or read.
    Mount,
    /// The node threw the pod out.
    Evicted,
    /// The pull failed before and works now.
    Recovered,
    /// The pod runs.
    Healthy,
}

/// One image that could not be pulled, for one container of one pod.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Failure {
    /// The pod, or empty.
    pub pod: String,
    /// Its namespace, or empty.
    pub namespace: String,
    /// The container, or empty.
    pub container: String,
    /// What controls the pod (`ReplicaSet/web-7d4b9`), or empty.
    pub controlled_by: String,
    /// The image as the pod spells it, or empty.
    pub image: String,
    /// Whether a later pull of the same image succeeded.
    pub recovered: bool,
    /// The likeliest cause.
    pub cause: String,
    /// What the same words fit as well, likeliest first.
    pub also: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The deciding words, the first the strongest.
    pub evidence: Vec<Evidence>,
    /// The message that decided, with its places in the paste.
    pub message: Excerpt,
    /// That message, layer by layer.
    pub anatomy: Anatomy,
    /// Causes (ids) whose words were looked for and not found.
    pub ruled_out: Vec<String>,
}

/// Words in the paste that speak for a cause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The cause they speak for.
    pub cause: String,
    /// The rule that found them.
    pub rule: String,
    /// Their line in the paste, from 1.
    pub line: usize,
    /// Their bytes in the paste. Line breaks of a wrapped message are inside.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// Finds the failed pulls of a paste and their causes.
#[must_use]
pub fn diagnose(content: &Content, paste: &Paste, input: &str) -> Diagnosis {
    let _ = (content, input);
    Diagnosis {
        kind: paste.kind,
        notes: paste.notes.clone(),
        cause: NOT_AN_IMAGE_PULL.into(),
        also: Vec::new(),
        failures: Vec::new(),
        looks_like: None,
    }
}
