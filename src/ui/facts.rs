//! What is known about the person's own case, for the placeholders of the texts.

use crate::content::Content;
use crate::content::inline::Facts;
use crate::diagnosis::Failure;
use crate::image::ImageReference;
use crate::mask;

/// The facts of a failure. Credentials are masked: an image reference can carry a password by mistake.
pub(crate) fn of_failure(failure: &Failure) -> Facts {
    let mut facts = of_image(&failure.image);
    for (placeholder, value) in
        [("pod", &failure.pod), ("namespace", &failure.namespace), ("container", &failure.container)]
    {
        if !value.is_empty() {
            facts.insert(placeholder.into(), mask::masked(value));
        }
    }
    facts
}

/// The facts that an image reference holds.
pub(crate) fn of_image(image: &str) -> Facts {
    let mut facts = Facts::default();
    if image.is_empty() {
        return facts;
    }
    let reference = ImageReference::parse(image);
    let (tag, kind) = if reference.tag.is_empty() { (&reference.digest, "digest") } else { (&reference.tag, "tag") };
    let entries = [
        ("image", image),
        ("registry", &reference.registry),
        ("registry_name", registry_name(&reference.registry)),
        ("repository", &reference.repository_written),
        ("tag", tag),
        ("tag_or_digest", kind),
    ];
    for (placeholder, value) in entries {
        if !value.is_empty() {
            facts.insert(placeholder.into(), mask::masked(value));
        }
    }
    facts
}

/// What people call the registry at `host`; the host where it is nobody's we know.
fn registry_name(host: &str) -> &str {
    Content::embedded()
        .registries
        .iter()
        .find(|registry| registry.hosts.iter().any(|pattern| pattern == host))
        .map_or(host, |registry| &registry.name)
}
