//! The whole guide in one file, which runs from a disk and asks nobody for anything.

use super::index::{CODE, STYLE, around};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};
use std::io::{self, Write as _};

/// What goes into the file.
pub(crate) struct Single<'text> {
    /// `index.html` as trunk reads it.
    pub template: &'text str,
    /// All styles.
    pub style: &'text str,
    /// The module that wasm-bindgen has written. In the file it is a script like any other, and exports to nobody.
    pub code: &'text str,
    /// The WebAssembly.
    pub wasm: &'text [u8],
    /// What starts it, stripped.
    pub boot: &'text str,
    /// What stands there until then.
    pub front: &'text str,
}

impl Single<'_> {
    /// The file.
    ///
    /// # Errors
    /// When something would end the element that it is put into.
    pub(crate) fn page(&self) -> io::Result<String> {
        let script = format!("{}\n{{\n{}}}\n", self.code.trim_end(), self.boot);
        for (text, end) in [(&*script, "</script"), (&*script, "<!--"), (self.style, "</style")] {
            if text.contains(end) {
                return Err(io::Error::other(format!("{end} stands in what is put into the single file")));
            }
        }
        let (head, tail) = around(self.template)?;
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; connect-src 'none'; \
             base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            source(&script),
            source(self.style),
        );
        let mut page = String::new();
        let mut has_style = false;
        for line in head.lines() {
            match line.trim() {
                "" => {}
                comment if comment.starts_with("<!--") => {}
                meta if meta.contains("Content-Security-Policy") => {
                    page.push_str(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n"));
                }
                link if link.contains(STYLE) => {
                    if !has_style {
                        page.push_str(&format!("<style>{}</style>\n", self.style));
                    }
                    has_style = true;
                }
                part if part.contains(CODE) || part.contains("data-trunk") => {}
                _ => page.push_str(&format!("{line}\n")),
            }
        }
        let packed = STANDARD.encode(gzip(self.wasm)?);
        Ok(format!(
            "{page}<div id=\"guide\">{}</div>\n<script type=\"text/plain\" id=\"guide-wasm\">{packed}</script>\n\
             <script type=\"module\">{script}</script>\n</body>{tail}",
            self.front
        ))
    }
}

/// A text as a policy names it that may run or be applied.
fn source(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Packed for the single file. Base64 alone weighs as much once a host compresses it, and 2.5 times as much on a disk.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}
