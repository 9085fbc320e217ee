//! The content that the crate was built with.

use crate::content::Content;
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
