//! Reading `content/*.yaml` and finding everything that is wrong with it: for the build script and for tests, never for
//! the page.
//!
//! `src/build.rs` loads the files (`source`), checks them all at once (`check`) and packs them into one blob; the labels
//! of the page and the words of the command become constants (`labels`).

pub mod check;
pub mod labels;
pub mod literals;
pub mod source;
