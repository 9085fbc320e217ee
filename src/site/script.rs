//! The little that is written in JavaScript.

use std::io;

/// The names of the files that a start of the guide needs.
pub(crate) struct Parts {
    /// The module that wasm-bindgen has written.
    pub code: String,
    /// The WebAssembly.
    pub wasm: String,
    /// All styles.
    pub style: String,
}

/// A script without the comments that have a line of their own, without indents and blank lines.
pub(crate) fn stripped(script: &str) -> String {
    let is_told = |line: &&str| !line.trim_start().starts_with("//") && !line.trim().is_empty();
    script.lines().filter(is_told).map(|line| format!("{}\n", line.trim())).collect()
}

/// The service worker, which keeps these files. `version` is one for exactly them.
pub(crate) fn worker(script: &str, files: &[&str], version: &str) -> io::Result<String> {
    let list = files.iter().map(|file| format!("{file:?}")).collect::<Vec<_>>().join(", ");
    filled(&stripped(script), &[("__FILES__", format!("[{list}]")), ("__VERSION__", version.to_owned())])
}

/// A text with a value in place of each of these placeholders; one that it lacks is a fault.
pub(crate) fn filled(text: &str, known: &[(&str, String)]) -> io::Result<String> {
    let mut text = text.to_owned();
    for (placeholder, value) in known {
        if !text.contains(placeholder) {
            return Err(io::Error::other(format!("a file to fill in has no {placeholder}")));
        }
        text = text.replace(placeholder, value);
    }
    Ok(text)
}
