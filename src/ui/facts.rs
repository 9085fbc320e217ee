//! What is known about the person's own case, for the placeholders of the texts.

use crate::content::{Content, Facts};
use crate::diagnosis::Failure;
use crate::image::ImageReference;
use crate::mask;

/// The facts of a failure. Credentials are masked: an image reference can carry a password by mistake.
pub(crate) fn of_failure(failure: &Failure) -> Facts {
    let image = ImageReference::parse(&mask::masked(&failure.image));
    let facts = if failure.image.is_empty() { Facts::default() } else { Facts::of_image(Content::embedded(), &image) };
    facts
        .with("pod", &mask::masked(&failure.pod))
        .with("namespace", &mask::masked(&failure.namespace))
        .with("container", &mask::masked(&failure.container))
}
