//! Image references: `[registry/]repository[:tag][@digest]`.
//!
//! [`ImageReference::parse`] takes any text apart, never fails, and names what is wrong with it. The grammar is that of
//! the distribution project's `reference` package: a first component with a dot, a colon or the name `localhost` is
//! the registry; without one the registry is Docker Hub, and a Docker Hub repository of one component stands under
//! `library/`.

mod grammar;
mod help;
mod parse;
mod suggest;

pub use help::{HelpAbout, ImageHelp, help, is_beyond_docker_hub};
pub use suggest::{Suggestion, SuggestionPart, suggest};

use crate::text::Span;

/// The registry that a reference without one means.
pub const DOCKER_HUB: &str = "docker.io";

/// An image reference, as written and as the runtime completes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageReference {
    /// The reference as it was written, trimmed.
    pub written: String,
    /// Registry host with its port, as the runtime completes it: `docker.io` where none is written.
    pub registry: String,
    /// Repository, completed: `library/nginx`.
    pub repository: String,
    /// The repository as written, without registry, tag and digest: `nginx`.
    pub repository_written: String,
    /// The tag; `latest` where neither tag nor digest is written, empty where only a digest is.
    pub tag: String,
    /// The digest with its algorithm, or empty.
    pub digest: String,
    /// Where each written part stands in `written`; `None` where it is not written.
    pub spans: ReferenceSpans,
    /// What makes it unusable, in the order it stands; empty for a reference that a runtime accepts.
    pub problems: Vec<ReferenceProblem>,
}

/// The host that an image comes from; empty where there is no image.
#[must_use]
pub fn host_of(image: &str) -> String {
    if image.is_empty() { String::new() } else { ImageReference::parse(image).registry }
}

impl ImageReference {
    /// Takes `text` apart. It never fails: [`ImageReference::problems`] says what is wrong, and the parts are the best
    /// reading of what is there.
    ///
    /// ```
    /// use image_pull_guide::image::ImageReference;
    /// let reference = ImageReference::parse("registry.acme.example:5000/shop/web:2.1");
    /// assert!(reference.is_valid());
    /// assert_eq!(reference.registry, "registry.acme.example:5000");
    /// assert_eq!(reference.repository, "shop/web");
    /// assert_eq!(reference.tag, "2.1");
    /// assert_eq!(ImageReference::parse("nginx").normalised(), "docker.io/library/nginx:latest");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        parse::parse(text)
    }

    /// Whether a runtime accepts it.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.problems.is_empty()
    }

    /// The reference as the runtime completes it: `docker.io/library/nginx:latest`.
    #[must_use]
    pub fn normalised(&self) -> String {
        let mut text = format!("{}/{}", self.registry, self.repository);
        for (sign, part) in [(':', &self.tag), ('@', &self.digest)] {
            if !part.is_empty() {
                text.push(sign);
                text.push_str(part);
            }
        }
        text
    }

    /// The reference as written, with `tag` instead of its tag and without its digest.
    #[must_use]
    pub fn with_tag(&self, tag: &str) -> String {
        let end = match (self.spans.tag, self.spans.digest) {
            (Some(tag), _) => tag.start.saturating_sub(1),
            (None, Some(digest)) => digest.start.saturating_sub(1),
            (None, None) => self.written.trim_end_matches(':').len(),
        };
        format!("{}:{tag}", Span::new(0, end).of(&self.written))
    }

    /// The registry as it is written, or empty where none is.
    #[must_use]
    pub fn registry_written(&self) -> &str {
        self.part_written(self.spans.registry)
    }

    /// The tag as it is written, or empty where none is.
    #[must_use]
    pub fn tag_written(&self) -> &str {
        self.part_written(self.spans.tag)
    }

    /// Whether the registry is Docker Hub, written or not.
    #[must_use]
    pub fn is_docker_hub(&self) -> bool {
        self.registry == DOCKER_HUB
    }

    /// Registry and repository as written, without tag and digest.
    #[must_use]
    pub fn name_written(&self) -> &str {
        let start = self.spans.registry.or(self.spans.repository).map_or(0, |span| span.start);
        let end = self.spans.repository.or(self.spans.registry).map_or(start, |span| span.end);
        Span::new(start, end).of(&self.written)
    }

    fn part_written(&self, span: Option<Span>) -> &str {
        span.map_or("", |span| span.of(&self.written))
    }
}

/// Places of the written parts inside [`ImageReference::written`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReferenceSpans {
    /// The registry host and port.
    pub registry: Option<Span>,
    /// The repository.
    pub repository: Option<Span>,
    /// The tag, without its colon.
    pub tag: Option<Span>,
    /// The digest, without its `@`.
    pub digest: Option<Span>,
}

/// One thing that is wrong with a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceProblem {
    /// Which rule it breaks.
    pub kind: ReferenceProblemKind,
    /// The bytes of [`ImageReference::written`] that break it.
    pub span: Span,
    /// The reference with this one thing corrected, where there is one likely correction.
    pub suggestion: Option<String>,
}

/// The rules that a reference can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferenceProblemKind {
    /// There is no text.
    Empty,
    /// It starts with `https://`, `http://`, `docker://` or `oci://`.
    Scheme,
    /// It has white space inside.
    Space,
    /// The repository has a capital letter.
    UpperCase,
    /// A component of the repository is empty (`a//b`, a leading or trailing `/`).
    EmptyComponent,
    /// The repository has a character, or a run of separators, that is not allowed.
    InvalidRepository,
    /// The registry host or its port is malformed.
    InvalidRegistry,
    /// A colon with no tag behind it.
    EmptyTag,
    /// There are two tags: a second colon stands behind the name.
    TwoTags,
    /// The tag has a character that is not allowed, starts with `.` or `-`, or is longer than 128.
    InvalidTag,
    /// The digest is not `algorithm:hex`, or its hex has the wrong length for the algorithm.
    InvalidDigest,
    /// The registry and repository together are longer than 255 characters.
    TooLong,
    /// The name is 64 hexadecimal digits, which runtimes take for an image id.
    LooksLikeId,
}

impl ReferenceProblemKind {
    /// The id under which `words.yaml` explains it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Scheme => "scheme",
            Self::Space => "space",
            Self::UpperCase => "upper-case",
            Self::EmptyComponent => "empty-component",
            Self::InvalidRepository => "invalid-repository",
            Self::InvalidRegistry => "invalid-registry",
            Self::EmptyTag => "empty-tag",
            Self::TwoTags => "two-tags",
            Self::InvalidTag => "invalid-tag",
            Self::InvalidDigest => "invalid-digest",
            Self::TooLong => "too-long",
            Self::LooksLikeId => "looks-like-id",
        }
    }
}
