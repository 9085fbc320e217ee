//! The words and the rules: `content/*.yaml`, read and checked when the crate is built.
//!
//! `src/build.rs` loads the files (`source`), checks them all at once (`check`) and packs them into one blob, so
//! that neither a YAML reader nor a rule's examples ever reach the page. [`Content::embedded`] unpacks it on first use.

#[cfg(feature = "authoring")]
pub mod check;
mod facts;
mod find;
pub mod inline;
#[cfg(feature = "authoring")]
pub mod literals;
pub mod schema;
#[cfg(feature = "authoring")]
pub mod source;

pub use facts::Facts;
pub use inline::{Inline, command, fill, plain};
pub use schema::*;

use std::sync::OnceLock;

impl Content {
    /// The content that the crate was built with.
    ///
    /// # Panics
    /// Never with a blob that `src/build.rs` wrote: it reads the blob back before it ends.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static CONTENT: OnceLock<Content> = OnceLock::new();
        static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.postcard"));
        #[expect(clippy::expect_used, reason = "the build script has read this very blob back")]
        CONTENT.get_or_init(|| postcard::from_bytes(BLOB).expect("the build script checked the packed content"))
    }
}
