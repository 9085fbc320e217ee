//! What looks wrong with the names of the images that fail.

use super::Failure;
use crate::content::{Content, Repair};
use crate::image::{ImageReference, help};
use crate::paste::Paste;
use rustc_hash::{FxHashMap, FxHashSet};

/// More images than this are not compared: a cluster's whole list says nothing about the person's own.
const MAX_BESIDE: usize = 50;

/// Adds the help to each failure that a correction of the image can mend.
pub(super) fn add(content: &Content, paste: &Paste, failures: &mut [Failure]) {
    let mut seen = FxHashSet::default();
    let of_pods = paste.pods.iter().flat_map(|pod| &pod.containers).map(|container| container.image.text());
    let beside: Vec<&str> =
        of_pods.filter(|image| !image.is_empty() && seen.insert(*image)).take(MAX_BESIDE + 1).collect();
    let beside = if beside.len() > MAX_BESIDE { &[] } else { beside.as_slice() };
    let mut known = FxHashMap::default();
    for failure in failures.iter_mut().filter(|failure| !failure.recovered && corrects_image(content, &failure.cause)) {
        let help = known.entry(failure.image.clone());
        failure.image_help = help.or_insert_with_key(|image| help_of(image, beside)).clone();
    }
}

fn help_of(image: &str, beside: &[&str]) -> Option<crate::image::ImageHelp> {
    (!image.is_empty()).then(|| help(&ImageReference::parse(image), beside)).flatten()
}

fn corrects_image(content: &Content, cause: &str) -> bool {
    content.cause(cause).is_some_and(|cause| cause.fixes.iter().any(|fix| fix.repair == Some(Repair::Image)))
}
