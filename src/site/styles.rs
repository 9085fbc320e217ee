//! All styles in one file: one request, and one address for an embedded guide to load.

use super::folder::Folder;
use std::io;

/// The styles that a page links, as trunk has minified them, in the order of the links: that of the layers.
pub(crate) fn bundle(build: &Folder, template: &str) -> io::Result<String> {
    let mut styles = String::new();
    for path in linked(template) {
        let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".css");
        styles.push_str(build.text(&build.only(&format!("{stem}-"), ".css")?)?.trim());
    }
    Ok(styles)
}

/// The paths of the style files that the page has trunk bring in.
fn linked(template: &str) -> impl Iterator<Item = &str> {
    let links = template.lines().filter(|line| line.contains(super::index::STYLE));
    links.filter_map(|line| line.split_once("href=\"")?.1.split_once('"').map(|(path, _)| path))
}
