//! What is known about the person's own case: the values of the placeholders.

use super::schema::{Content, PLACEHOLDERS};
use crate::image::ImageReference;
use std::collections::BTreeMap;

/// Values of placeholders. What is not known has none, and the text then says it in general words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<&'static str, String>);

impl Facts {
    /// What an image reference tells: the image and its parts, as written, and the registry by host and by name.
    #[must_use]
    pub fn of_image(content: &Content, image: &ImageReference) -> Self {
        let (word, tag) = if image.tag.is_empty() { ("digest", &image.digest) } else { ("tag", &image.tag) };
        Self::default()
            .with("image", &image.written)
            .with("registry", &image.registry)
            .with("registry_name", content.registry_name(&image.registry))
            .with("repository", &image.repository_written)
            .with("tag", tag)
            .with("tag_or_digest", if tag.is_empty() { "" } else { word })
    }

    /// The same with one more value. An empty value and a name that is no placeholder change nothing.
    #[must_use]
    pub fn with(mut self, placeholder: &str, value: &str) -> Self {
        if let Some(known) = PLACEHOLDERS.iter().find(|known| **known == placeholder)
            && !value.is_empty()
        {
            self.0.insert(known, value.into());
        }
        self
    }

    /// The same with every value changed; one that becomes empty is not known any more.
    #[must_use]
    pub fn changed(self, mut change: impl FnMut(&str) -> String) -> Self {
        self.0.into_iter().fold(Self::default(), |facts, (placeholder, value)| facts.with(placeholder, &change(&value)))
    }

    /// The value of a placeholder, never empty.
    #[must_use]
    pub fn get(&self, placeholder: &str) -> Option<&str> {
        self.0.get(placeholder).map(String::as_str)
    }
}
