//! From a paste to its causes: ranked, with the words that decided and what else they fit.
//!
//! A pod's containers and events are joined into one failure per container and image (`failures`); the newest message
//! that says anything is judged by the rules (`judgement`). Only messages about pulls are read at all (`said`): the
//! words of a probe, of another pod or of a mount never speak for a cause.

mod failures;
mod image_help;
mod judgement;
mod looks_like;
mod said;
mod work;

use crate::content::{Confidence, Content, Facts};
use crate::image::{ImageHelp, ImageReference};
use crate::mask;
use crate::message::Anatomy;
use crate::paste::{InputKind, Note, Paste};
use crate::text::{Excerpt, Span};
pub use looks_like::LooksLike;
use std::rc::Rc;
pub use work::Work;

/// The id of the cause that says: a pull failed, and the words do not say why.
pub const UNKNOWN: &str = "unknown";
/// The id of the cause that says: this is about something else.
pub const NOT_AN_IMAGE_PULL: &str = "not-an-image-pull";

/// What a paste says about image pulls.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// One image that could not be pulled, for one container of one pod.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// The pod, or empty.
    pub pod: String,
    /// Its namespace, or empty.
    pub namespace: String,
    /// The container, or empty.
    pub container: String,
    /// Whether that is an init container.
    pub init: bool,
    /// What controls the pod (`ReplicaSet/web-7d4b9`), or empty.
    pub controlled_by: String,
    /// The node that the pod was sent to, or empty.
    pub node: String,
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
    /// For [`UNKNOWN`], where the message gives a reason in words that no rule knows: these words.
    pub last_words: Option<Evidence>,
    /// The deciding words, the first the strongest.
    pub evidence: Vec<Evidence>,
    /// The message that decided, with its places in the paste.
    pub message: Excerpt<'static>,
    /// That message, layer by layer.
    pub anatomy: Anatomy,
    /// Causes (ids) whose words were looked for and not found.
    pub ruled_out: Rc<Vec<String>>,
    /// Pull secrets that the pod names and that could not be read.
    pub pull_secrets: Vec<String>,
    /// What looks wrong with the name of the image, where correcting it can mend this failure.
    pub image_help: Option<ImageHelp>,
}

impl Failure {
    /// Words of the paste as they may be shown. Credentials are looked for in the whole message: the words may hold half
    /// of one.
    #[must_use]
    pub fn quoted(&self, evidence: &Evidence) -> String {
        if evidence.in_message.is_empty() {
            return mask::masked(&evidence.text);
        }
        let segments = mask::segments(self.message.text(), &[(evidence.in_message, 0)]);
        segments.into_iter().filter(|segment| segment.mark.is_some()).map(|segment| segment.text).collect()
    }
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
    /// Their bytes in the failure's message; empty where they stand in another one, about its pull secret.
    pub in_message: Span,
    /// The words.
    pub text: String,
}

/// Finds the failed pulls of a paste and their causes. `input` is the text that the paste was read from.
#[must_use]
pub fn diagnose(content: &Content, paste: &Paste, input: &str) -> Diagnosis {
    let mut work = Work::new(content, paste, input);
    while !work.go_on(usize::MAX) {}
    work.finish()
}

/// What is known about the person's own case, for the texts. Credentials are masked: an image reference can carry a
/// password by mistake.
#[must_use]
pub fn facts(content: &Content, failure: &Failure) -> Facts {
    let image = ImageReference::parse(&mask::masked(&failure.image));
    let facts = if failure.image.is_empty() { Facts::default() } else { Facts::of_image(content, &image) };
    facts
        .with("pod", &mask::masked(&failure.pod))
        .with("namespace", &mask::masked(&failure.namespace))
        .with("container", &mask::masked(&failure.container))
        .with("secret", &mask::masked(failure.pull_secrets.first().map_or("", String::as_str)))
}
