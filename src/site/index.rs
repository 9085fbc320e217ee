//! The standalone page: `index.html` as trunk reads it, with the names of the release.

use super::script::Parts;
use std::io;

/// What the line of a style file has.
pub(crate) const STYLE: &str = "data-trunk rel=\"css\"";
const CODE: &str = "data-trunk rel=\"rust\"";
const BOOT: &str = "<script data-trunk";

/// The page. What trunk would fill in stands on lines of its own, and so do comments.
pub(crate) fn page(template: &str, parts: &Parts, boot: &str) -> io::Result<String> {
    let mut has_style = false;
    let mut page = String::new();
    for line in template.lines() {
        match line.trim() {
            "" => {}
            comment if comment.starts_with("<!--") && comment.ends_with("-->") => {}
            _ if line.contains(STYLE) && has_style => {}
            _ if line.contains(STYLE) => {
                has_style = true;
                page.push_str(&format!("<link rel=\"stylesheet\" href=\"./{}\">\n", parts.style));
            }
            _ if line.contains(CODE) => page.push_str(&format!(
                "<link id=\"guide-code\" rel=\"modulepreload\" href=\"./{}\" data-wasm=\"./{}\">\n\
                 <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"./{}\">\n",
                parts.code, parts.wasm, parts.wasm
            )),
            _ if line.starts_with(BOOT) => {
                page.push_str(&format!("<script type=\"module\" src=\"./{boot}\"></script>\n"));
            }
            _ if line.contains("data-trunk") => return Err(io::Error::other(format!("index.html: {line}"))),
            _ => page.push_str(&format!("{line}\n")),
        }
    }
    Ok(page)
}
