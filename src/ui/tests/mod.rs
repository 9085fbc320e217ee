//! The page, drawn without a browser, and what happens to its state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod faults;
mod html;
mod manifest;
mod stage;
mod tree;

mod components;
mod model;
mod pages;
