//! Any text as an image reference: it is taken apart without a panic, and what is suggested instead is another one.
#![no_main]

use image_pull_guide::image::{ImageReference, suggest};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let reference = ImageReference::parse(text);
    if let Some(suggestion) = suggest(&reference) {
        assert_ne!(suggestion.reference, reference.written);
    }
    let again = ImageReference::parse(&reference.normalised());
    if reference.is_valid() {
        assert_eq!(again.normalised(), reference.normalised());
    }
});
