//! A pull error message, taken apart from the outside in.
//!
//! Kubelet, container runtime and registry each wrap what the one below them said:
//! `Failed to pull image "nginx:foo": rpc error: code = NotFound desc = failed to pull and unpack image "…": …`.
//! [`dissect`] peels the wrappers that `content/wrappers.yaml` knows, by their known beginnings and never by splitting
//! on `": "` (references, digests, ports and URLs have colons too). What is left is the deciding layer.
//! Layers and the separators between them, put together in order, are the message byte for byte.
//!
//! - Several tries in a list (`[a, b]`, one per login): the one that got farthest decides, each other one trails as one
//!   layer. Of `pull image err: X; artifact err: Y`, `X` decides. Of `(Mirrors also failed: […]): X`, `X` decides.
//! - An error class (`: not found`, `: unknown`) behind other words trails; `REF: not found` decides as it stands.
//! - A body behind the registry's answer (HTML, other lines) trails and is never read; the registry's own error line
//!   (`denied: …`) behind a status decides.

mod attempts;
mod forms;
mod peel;
mod speaker;
mod tail;

use crate::content::{Content, Says, Wrapper};
use crate::text::Span;

/// The wrappers that this module finds by their shape, or treats in a way of its own.
pub const NEEDED_WRAPPERS: [&str; 10] = [
    "artifact-attempt",
    "body",
    "error-class",
    "image-or-artifact",
    "mirrors-failed",
    "other-attempt",
    "solve",
    "status-line",
    "sync-error",
    "unrecognised",
];

/// The bytes at the beginning of a message that are looked at; what is behind them trails.
const MAX_READ: usize = 64 * 1024;

/// A message and its layers, outermost first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// The layers in order; the last one whose role is [`Role::Decides`] holds the words that decide.
    pub layers: Vec<Layer>,
}

/// One layer of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The wrapper's id in the content (its speaker and explanation stand there); empty for the deciding words.
    pub wrapper: String,
    /// What it is for the diagnosis.
    pub role: Role,
    /// Its bytes in the message, without the separator behind it.
    pub span: Span,
}

/// What a layer is for the diagnosis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// It wraps what follows and says nothing of the cause.
    Wraps,
    /// The words that decide.
    Decides,
    /// An error class, another try or a body around the deciding words that is not read for keywords.
    Trails,
}

/// Takes a message apart; never fails, in the worst case the whole message is one deciding layer.
///
/// Only a message without any text, or one that is nothing but a page, has no deciding layer.
#[must_use]
pub fn dissect(content: &Content, message: &str) -> Anatomy {
    let end = message.floor_char_boundary(MAX_READ);
    let mut layers = peel::peel(content, message, Span::new(0, end), 0);
    if end < message.len() {
        layers.push(Layer::new("body", Role::Trails, Span::new(end, message.len())));
    }
    Anatomy { layers }
}

/// What the words at the beginning of `text` say by themselves, and the image that they name, in `text`.
#[must_use]
pub fn beginning(content: &Content, text: &str) -> Option<(Says, Option<Span>)> {
    peel::beginning(content, text)
}

/// Whether a line begins with the code by which a registry gives its reason: `denied: …`, `errors:`.
#[must_use]
pub fn begins_with_code(line: &str) -> bool {
    tail::begins_with_code(line)
}

impl Anatomy {
    /// The layer whose words decide.
    #[must_use]
    pub fn deciding(&self) -> Option<&Layer> {
        self.layers.iter().rev().find(|layer| layer.role == Role::Decides)
    }

    /// The layer of this wrapper, where it was peeled.
    #[must_use]
    pub fn peeled(&self, wrapper: &str) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.role == Role::Wraps && layer.wrapper == wrapper)
    }

    /// The wrappers around the deciding words, outermost first, as the content describes them.
    pub fn wrappers<'content>(&self, content: &'content Content) -> impl Iterator<Item = &'content Wrapper> {
        self.layers
            .iter()
            .filter(|layer| layer.role == Role::Wraps)
            .filter_map(|layer| content.wrappers.iter().find(|wrapper| wrapper.id == layer.wrapper))
    }

    /// Whether a layer has words that only the pull of an image has.
    #[must_use]
    pub fn is_about_pull(&self, content: &Content, message: &str) -> bool {
        self.wrappers(content).any(|wrapper| !wrapper.generic)
            || self.last_wrapper(content, message).is_some_and(|wrapper| !wrapper.generic)
    }

    /// The wrapper whose words are all that decides, where nothing stands behind it.
    #[must_use]
    pub fn last_wrapper<'content>(&self, content: &'content Content, message: &str) -> Option<&'content Wrapper> {
        let words = self.deciding()?.span.of(message);
        peel::wrapper_at(content, words).filter(|(_, len)| *len == words.len()).map(|(wrapper, _)| wrapper)
    }

    /// The outermost image reference that the message names, in the message.
    #[must_use]
    pub fn image(&self, content: &Content, message: &str) -> Option<Span> {
        let named = self.layers.iter().filter(|layer| layer.role != Role::Trails).find_map(|layer| {
            let image = peel::image_at(content, layer.span.of(message))?.shifted(layer.span.start);
            // A build names the image, or the class of the error: `failed to solve: DeadlineExceeded: …`.
            let is_class = layer.wrapper == "solve" && image.of(message).starts_with(|c: char| c.is_ascii_uppercase());
            (!is_class).then_some(image)
        });
        // `"docker.io/library/nginx:foo": pull access denied`, `cannot get docker.io/library/nginx:foo: …`
        let last_word = || {
            let unknown = self.layers.iter().filter(|layer| layer.wrapper == "unrecognised").map(|layer| layer.span);
            unknown.into_iter().find_map(|span| {
                let words = span.of(message);
                let word = words.rsplit(char::is_whitespace).next()?.trim_matches(['"', '\'', '`']);
                let is_image = word.contains('/') && word.contains([':', '@']) && !word.contains("://");
                let start = span.start + words.rfind(word)?;
                is_image.then(|| Span::new(start, start + word.len()))
            })
        };
        named.or_else(last_word).or_else(|| {
            // `docker.io/library/nginx:foo: not found`
            let words = self.deciding()?.span;
            let len = words.of(message).strip_suffix(": not found").filter(|image| !image.contains(' '))?.len();
            Some(Span::new(words.start, words.start + len))
        })
    }
}

impl Layer {
    fn new(wrapper: &str, role: Role, span: Span) -> Self {
        Self { wrapper: wrapper.into(), role, span }
    }
}
