//! What other pages load: the script that defines the element, its types, and the page for an iframe.

use super::folder::{Folder, Release};
use super::script::{Parts, filled, stripped};
use super::words::element as words;
use std::io;

/// Adds the files that embed the guide. `embed.js` and `frame.html` keep their names in every release.
pub(crate) fn add(source: &Folder, parts: &Parts, wasm_bytes: usize, release: &mut Release) -> io::Result<()> {
    let source = |name: &str| source.text(&format!("src/embed/{name}"));
    let said = serde_json::json!({
        "open": words::OPEN,
        "loading": words::LOADING,
        "failed": words::FAILED,
        "stopped": words::STOPPED,
        "gone": words::GONE,
    });
    let known = [
        ("__CODE__", parts.code.clone()),
        ("__WASM__", parts.wasm.clone()),
        ("__WASM_BYTES__", wasm_bytes.to_string()),
        ("__STYLE__", parts.style.clone()),
        ("__VERSION__", env!("CARGO_PKG_VERSION").to_owned()),
        ("__WORDS__", said.to_string()),
    ];
    release.add("embed.js", filled(&stripped(&source("embed.js")?), &known)?);
    release.add("image-pull-guide.d.ts", source("image-pull-guide.d.ts")?);
    let frame = [
        ("__FRAME__", release.add_hashed("frame", ".js", stripped(&source("frame.js")?))),
        ("__FRAME_STYLE__", release.add_hashed("frame", ".css", source("frame.css")?)),
    ];
    release.add("frame.html", filled(&source("frame.html")?, &frame)?);
    Ok(())
}
