//! The standalone page: `index.html` as trunk reads it, with the names of the release.

use super::script::Parts;
use std::io;

/// What the line of a style file has.
pub(crate) const STYLE: &str = "data-trunk rel=\"css\"";
pub(crate) const CODE: &str = "data-trunk rel=\"rust\"";
const BOOT: &str = "<script data-trunk";

/// The service worker. Its name stays: a browser asks for a newer one by it.
pub(crate) const WORKER: &str = "sw.js";
/// What stands around the guide's own element.
const MOUNT: &str = "<div id=\"guide\">\n";
const END: &str = "</div>\n</body>";

/// What is drawn into the page at build time.
pub(crate) struct Drawn {
    /// The link to the page's one address; empty where that is not known.
    pub canonical: String,
    /// What the guide's own element holds until the guide has started.
    pub front: String,
    /// What stands below it.
    pub below: String,
}

/// The page, with what is drawn in the guide's own element. What trunk would fill in stands on lines of its own, and so do
/// comments.
pub(crate) fn page(template: &str, parts: &Parts, boot: &str, drawn: &Drawn) -> io::Result<String> {
    let Drawn { canonical, front, below } = drawn;
    let (head, tail) = around(template)?;
    Ok(format!("{}<div id=\"guide\">{front}</div>\n{below}\n</body>{tail}", before(head, parts, boot, canonical)?))
}

/// What the template has before and behind the guide's own element.
pub(crate) fn around(template: &str) -> io::Result<(&str, &str)> {
    let around = template.split_once(MOUNT).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    around.ok_or_else(|| io::Error::other("index.html has no element for the guide"))
}

/// What the page has before the guide's own element.
fn before(head: &str, parts: &Parts, boot: &str, canonical: &str) -> io::Result<String> {
    let mut has_style = false;
    let mut page = String::new();
    for line in head.lines() {
        match line.trim() {
            "" => {}
            comment if comment.starts_with("<!--") && comment.ends_with("-->") => {}
            _ if line.contains(STYLE) && has_style => {}
            _ if line.contains(STYLE) => {
                has_style = true;
                page.push_str(&format!("<link rel=\"stylesheet\" href=\"./{}\">\n", parts.style));
            }
            _ if line.contains(CODE) => page.push_str(&format!(
                "<link id=\"guide-code\" rel=\"modulepreload\" href=\"./{}\" data-wasm=\"./{}\" data-worker=\"./{WORKER}\">\n\
                 <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"./{}\">\n",
                parts.code, parts.wasm, parts.wasm
            )),
            _ if line.starts_with(BOOT) => {
                if !canonical.is_empty() {
                    page.push_str(&format!("{canonical}\n"));
                }
                page.push_str(&format!("<script type=\"module\" src=\"./{boot}\"></script>\n"));
            }
            _ if line.contains("data-trunk") => return Err(io::Error::other(format!("index.html: {line}"))),
            _ => page.push_str(&format!("{line}\n")),
        }
    }
    Ok(page)
}

/// The line that links the icon; empty where there is none.
pub(crate) fn icon(template: &str) -> &str {
    template.lines().find(|line| line.starts_with("<link rel=\"icon\"")).unwrap_or_default()
}
