//! The content that the crate was built with.

use crate::cases::Case;
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

impl Case {
    /// The practice cases that the crate was built with, in their order. They are unpacked on first use: most people come
    /// with a failure of their own.
    ///
    /// # Panics
    /// Never with a blob that `src/build.rs` wrote.
    #[must_use]
    pub fn embedded() -> &'static [Self] {
        static CASES: OnceLock<Vec<Case>> = OnceLock::new();
        static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cases.postcard"));
        #[expect(clippy::expect_used, reason = "the build script has written this very blob")]
        CASES.get_or_init(|| postcard::from_bytes(BLOB).expect("the build script packed the cases"))
    }
}
