//! What stands behind an image pull that fails, worked out from what a person pastes or answers.
//!
//! The way of a paste: [`paste`] reads the text into pods, containers and events and never fails; [`message`] takes a
//! long error message apart, wrapper by wrapper; [`diagnosis`] applies the rules of [`content`] to the words that
//! decide; [`guide`] asks what the words leave open; [`manifest`] writes the YAML that mends it. `ui` (feature `page`)
//! draws it all and is the only part that knows of a browser.
//!
//! Invariants, each held by a test:
//! - Parsing never fails and never panics: it returns what it understood, and notes on the rest.
//! - No module outside `ui` and the binaries does input or output.
//! - Dependencies point down only, in the order of the list below (`tests/tidy.rs`).
//! - Every byte span that leaves the library lies inside the text that went in, on character boundaries.

pub mod text;

pub mod document;
pub mod image;
pub mod mask;
mod objects;

pub mod cases;
pub mod content;
mod embedded;

pub mod message;
pub mod rules;

#[cfg(feature = "authoring")]
pub mod authoring;
pub mod paste;

pub mod diagnosis;
pub mod guide;
pub mod manifest;
pub mod patch;

pub mod diagram;
pub mod secret_check;

pub mod practice;

pub mod report;

#[cfg(feature = "page")]
pub mod ui;
