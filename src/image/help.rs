//! What looks wrong with a reference that could not be pulled, and what was probably meant.

use super::suggest::{SuggestionPart, suggest};
use super::{ImageReference, ReferenceProblemKind};

/// The most corrections that are tried one after another.
const MAX_CORRECTIONS: usize = 8;

/// Registries that people name without the end of their host, and the whole host.
const SHORT_HOSTS: [(&str, &str); 5] = [
    ("docker", "docker.io"),
    ("gcr", "gcr.io"),
    ("ghcr", "ghcr.io"),
    ("mcr", "mcr.microsoft.com"),
    ("quay", "quay.io"),
];

/// What looks wrong with a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageHelp {
    /// What it is.
    pub about: HelpAbout,
    /// The reference that was probably meant, where there is one.
    pub reference: Option<String>,
}

/// What can look wrong with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpAbout {
    /// It breaks a rule, so that no runtime accepts it.
    Problem(ReferenceProblemKind),
    /// A name in it is likely mistyped.
    Mistyped(SuggestionPart),
    /// It has no host in front, so Docker Hub is asked, and is likely meant for another registry.
    NoRegistry,
}

impl ImageHelp {
    /// Whether no runtime accepts the reference, so that it has to change whatever else is wrong.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        matches!(self.about, HelpAbout::Problem(_))
    }
}

impl HelpAbout {
    /// The ids of all, for `image_help` in `words.yaml`.
    pub const IDS: [&str; 17] = [
        "empty",
        "scheme",
        "space",
        "upper-case",
        "empty-component",
        "invalid-repository",
        "invalid-registry",
        "empty-tag",
        "two-tags",
        "invalid-tag",
        "invalid-digest",
        "too-long",
        "looks-like-id",
        "mistyped-registry",
        "mistyped-repository",
        "mistyped-tag",
        "no-registry",
    ];

    /// The id under which `words.yaml` explains it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Problem(kind) => kind.id(),
            Self::Mistyped(SuggestionPart::Registry) => "mistyped-registry",
            Self::Mistyped(SuggestionPart::Repository) => "mistyped-repository",
            Self::Mistyped(SuggestionPart::Tag) => "mistyped-tag",
            Self::NoRegistry => "no-registry",
        }
    }
}

/// What looks wrong with a reference, the certain before the likely. `beside` are the other images that the same person
/// uses, as they are spelt: where one of them has the same first part behind a host, that host is meant here too.
///
/// ```
/// use image_pull_guide::image::{ImageReference, help};
/// let of = |written: &str, beside: &[&str]| help(&ImageReference::parse(written), beside).and_then(|it| it.reference);
/// assert_eq!(of("nginx:1.29:latest", &[]).as_deref(), Some("nginx:1.29"));
/// assert_eq!(of("shop/web:2", &["registry.acme.example/shop/api:1"]).as_deref(), Some("registry.acme.example/shop/web:2"));
/// assert_eq!(of("shop/web:2", &[]), None);
/// ```
#[must_use]
pub fn help(reference: &ImageReference, beside: &[&str]) -> Option<ImageHelp> {
    if let Some(problem) = reference.problems.first() {
        return Some(ImageHelp { about: HelpAbout::Problem(problem.kind), reference: corrected(reference) });
    }
    if let Some(likely) = suggest(reference) {
        return Some(ImageHelp { about: HelpAbout::Mistyped(likely.part), reference: Some(likely.reference) });
    }
    no_registry(reference, beside)
}

/// The reference with one correction after another; `None` where that does not end in one that a runtime accepts.
fn corrected(reference: &ImageReference) -> Option<String> {
    let mut reference = reference.clone();
    for _ in 0..MAX_CORRECTIONS {
        let Some(problem) = reference.problems.first() else { return Some(reference.written) };
        reference = ImageReference::parse(problem.suggestion.as_ref()?);
    }
    None
}

/// Whether Docker Hub is asked for this image and cannot have it: its names have an owner and a repository, and no more.
#[must_use]
pub fn is_beyond_docker_hub(image: &ImageReference) -> bool {
    image.is_docker_hub() && image.repository.split('/').count() > 2
}

fn no_registry(reference: &ImageReference, beside: &[&str]) -> Option<ImageHelp> {
    if reference.spans.registry.is_some() {
        return None;
    }
    let (first, _) = reference.repository_written.split_once('/')?;
    let about = HelpAbout::NoRegistry;
    let same_owner = |image: &&str| {
        let other = ImageReference::parse(image);
        let host = other.registry_written().to_owned();
        let owner = other.repository_written.split('/').next().is_some_and(|part| part == first);
        (owner && !host.is_empty() && !other.is_docker_hub() && other.is_valid()).then_some(host)
    };
    if let Some(host) = beside.iter().find_map(same_owner) {
        return Some(ImageHelp { about, reference: Some(format!("{host}/{}", reference.written)) });
    }
    is_beyond_docker_hub(reference).then(|| {
        let host = SHORT_HOSTS.iter().find(|(short, _)| *short == first);
        let behind = reference.written.get(first.len()..);
        ImageHelp { about, reference: host.zip(behind).map(|((_, host), behind)| format!("{host}{behind}")) }
    })
}
