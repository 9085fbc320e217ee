//! Who says a layer of a message.

use super::{Anatomy, Role, tail};
use crate::content::{Content, Speaker, Wrapper};

impl Anatomy {
    /// Who says the layer `index` of `message`.
    ///
    /// A wrapper has its speaker in the content. Other words are the registry's where they begin with one of its codes or
    /// with the number of an answer, their own where the content knows them (`signs` of a wrapper without forms), and
    /// else those of whoever the innermost layer before them asked.
    #[must_use]
    pub fn speaker(&self, content: &Content, message: &str, index: usize) -> Speaker {
        let Some(layer) = self.layers.get(index) else { return Speaker::default() };
        let known = |id: &str| content.wrappers.iter().find(|wrapper| wrapper.id == id);
        let plain = layer.wrapper.is_empty() || layer.wrapper == "unrecognised";
        if let Some(wrapper) = known(&layer.wrapper).filter(|_| !plain) {
            return wrapper.speaker;
        }
        let words = layer.span.of(message);
        if tail::begins_with_code(words) || tail::is_status(words) {
            return Speaker::Registry;
        }
        let lower = words.to_ascii_lowercase();
        let has = |wrapper: &&Wrapper| {
            wrapper.forms.is_empty() && wrapper.signs.iter().any(|sign| lower.contains(&sign.to_ascii_lowercase()))
        };
        if let Some(wrapper) = content.wrappers.iter().find(has) {
            return wrapper.speaker;
        }
        let before = self.layers.iter().take(index).filter(|layer| layer.role == Role::Wraps);
        let innermost = before.filter_map(|layer| known(&layer.wrapper)).map(|wrapper| wrapper.speaker).max();
        match innermost {
            // What was asked answers.
            Some(Speaker::Http | Speaker::Registry) => Speaker::Registry,
            Some(Speaker::Runtime | Speaker::Grpc) => Speaker::Runtime,
            Some(Speaker::Carrier | Speaker::Kubelet) | None => Speaker::Kubelet,
        }
    }
}
