//! Work done ahead, while the person still reads: the first diagnosis would otherwise unpack the content, compile the
//! patterns and run code that the browser has not yet made fast.

use crate::content::Content;
use crate::diagnosis::diagnose;
use crate::ui::browser;
use crate::ui::components::paste_box::SAMPLES;
use crate::{mask, paste};
use std::hint::black_box;

/// Milliseconds after the first drawing, and between one piece of work and the next.
const PAUSE: u32 = 40;
/// How often each example is read, and how many times over it stands in the text: enough for the browser to know the
/// code that matters, and short enough not to be felt (about 15 ms at a time).
const ROUNDS: usize = 3;
const LENGTH: usize = 8;

/// Reads the examples one by one, with pauses in which the page can react.
pub(crate) fn warm_up() {
    read_from(0);
}

fn read_from(index: usize) {
    if index >= ROUNDS * SAMPLES.len() {
        return;
    }
    browser::after(PAUSE, move || {
        let (content, text) = (Content::embedded(), SAMPLES[index % SAMPLES.len()].text.repeat(LENGTH));
        black_box(diagnose(content, &paste::read(content, &text), &text));
        black_box(mask::find(&text));
        read_from(index + 1);
    });
}
