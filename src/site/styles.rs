//! All styles in one file: one request, and one address for an embedded guide to load.

use super::folder::Folder;
use std::io;

/// Where the unit itself is set.
const UNIT: &str = "--ipg-rem:";

/// The styles that a page links, as trunk has minified them, in the order of the links: that of the layers.
pub(crate) fn bundle(build: &Folder, template: &str) -> io::Result<String> {
    let mut styles = String::new();
    for path in linked(template) {
        let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".css");
        styles.push_str(build.text(&build.only(&format!("{stem}-"), ".css")?)?.trim());
    }
    Ok(by_own_unit(&styles))
}

/// The same sizes by the guide's own unit: `1.5rem` becomes `calc(1.5*var(--ipg-rem))`. In somebody else's page `rem` is
/// that page's affair.
fn by_own_unit(styles: &str) -> String {
    let mut own = String::with_capacity(styles.len());
    let mut rest = styles;
    while let Some(at) = rest.find("rem") {
        let (before, behind) = (&rest[..at], &rest[at + "rem".len()..]);
        let number = before.rfind(|sign: char| !sign.is_ascii_digit() && sign != '.').map_or(0, |last| last + 1);
        let is_size = number < at && !behind.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '-');
        // Minus belongs to the number, where it is not the hyphen of a name.
        let signed = before[..number].strip_suffix('-').filter(|start| start.ends_with([' ', ':', '(', ',']));
        let number = signed.map_or(number, str::len);
        own.push_str(&before[..number]);
        if is_size && !own.trim_end().ends_with(UNIT) {
            own.push_str(&format!("calc({}*var(--ipg-rem))", &before[number..]));
        } else {
            own.push_str(&rest[number..at + "rem".len()]);
        }
        rest = behind;
    }
    own.push_str(rest);
    own
}

/// The paths of the style files that the page has trunk bring in.
fn linked(template: &str) -> impl Iterator<Item = &str> {
    let links = template.lines().filter(|line| line.contains(super::index::STYLE));
    links.filter_map(|line| line.split_once("href=\"")?.1.split_once('"').map(|(path, _)| path))
}

#[cfg(test)]
mod tests {
    use super::by_own_unit;

    #[test]
    fn sizes_go_by_the_own_unit_and_nothing_else_changes() {
        for (styles, own) in [
            ("a{margin:-1.5rem .25rem}", "a{margin:calc(-1.5*var(--ipg-rem)) calc(.25*var(--ipg-rem))}"),
            (":root{--ipg-rem:1rem}", ":root{--ipg-rem:1rem}"),
            ("a{top:var(--ipg-rem)}", "a{top:var(--ipg-rem)}"),
            (".theorem,.a2rem-b{top:0}", ".theorem,.a2rem-b{top:0}"),
            ("a{font:600 1rem/1.1 x}", "a{font:600 calc(1*var(--ipg-rem))/1.1 x}"),
        ] {
            assert_eq!(by_own_unit(styles), own);
        }
    }
}
