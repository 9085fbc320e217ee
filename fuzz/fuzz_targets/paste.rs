//! Any text as a paste: it is read, diagnosed and masked without a panic, and every span lies in it.
#![no_main]

use image_pull_guide::content::Content;
use image_pull_guide::diagnosis::diagnose;
use image_pull_guide::{mask, paste};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let content = Content::embedded();
    let read = paste::read(content, text);
    let diagnosis = diagnose(content, &read, text);
    let lies_in = |start: usize, end: usize| assert!(text.get(start..end).is_some());
    for evidence in diagnosis.failures.iter().flat_map(|failure| &failure.evidence) {
        lies_in(evidence.span.start, evidence.span.end);
    }
    for event in read.pods.iter().flat_map(|pod| &pod.events) {
        lies_in(event.span.start, event.span.end);
    }
    for credential in mask::find(text) {
        lies_in(credential.span.start, credential.span.end);
    }
});
