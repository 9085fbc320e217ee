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

/// A script without the comments that have a line of their own, and without blank lines.
pub(crate) fn stripped(script: &str) -> String {
    let is_told = |line: &&str| !line.trim_start().starts_with("//") && !line.trim().is_empty();
    script.lines().filter(is_told).map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The script that embeds the guide in somebody else's page: the one file with a name that stays, which knows the names
/// of the others.
pub(crate) fn embed(script: &str, parts: &Parts) -> io::Result<String> {
    let known = [
        ("__CODE__", parts.code.as_str()),
        ("__WASM__", &parts.wasm),
        ("__STYLE__", &parts.style),
        ("__VERSION__", env!("CARGO_PKG_VERSION")),
    ];
    filled_in(script, &known)
}

/// The service worker, which keeps these files. `version` is one for exactly them.
pub(crate) fn worker(script: &str, files: &[&str], version: &str) -> io::Result<String> {
    let list = files.iter().map(|file| format!("{file:?}")).collect::<Vec<_>>().join(", ");
    filled_in(script, &[("__FILES__", &format!("[{list}]")), ("__VERSION__", version)])
}

fn filled_in(script: &str, known: &[(&str, &str)]) -> io::Result<String> {
    let mut script = stripped(script);
    for (placeholder, value) in known {
        if !script.contains(placeholder) {
            return Err(io::Error::other(format!("a script has no {placeholder}")));
        }
        script = script.replace(placeholder, value);
    }
    Ok(script)
}
