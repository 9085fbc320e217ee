//! `interface.yaml` and `command.yaml` as Rust: a label that is missing or never used is an error of the compiler, and so is one whose
//! placeholders are not those that the code fills in.

use super::source::Labels;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// One module a section. A label is a constant (`labels::paste::HEADING`), or a function of its placeholders in
/// alphabetical order (`labels::diagnosis::did_you_mean(image)`).
#[must_use]
pub fn render(labels: &Labels) -> String {
    let mut code = String::new();
    for (section, entries) in labels {
        let _ = writeln!(code, "pub(crate) mod {section} {{");
        for (key, text) in entries {
            let names = placeholders(text);
            if names.is_empty() {
                let _ = writeln!(code, "    pub(crate) const {}: &str = {text:?};", key.to_uppercase());
                continue;
            }
            let parameters: Vec<String> = names.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect();
            let _ =
                writeln!(code, "    pub(crate) fn {key}({}) -> String {{ format!({text:?}) }}", parameters.join(", "));
        }
        let _ = writeln!(code, "}}");
    }
    code
}

/// The names in braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// What is wrong with the braces of a label, which becomes a format string.
pub(super) fn brace_fault(text: &str) -> Option<String> {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let odd = placeholders(text).into_iter().find(|name| !is_name(name));
    match odd {
        Some(name) => Some(format!("has `{{{name}}}`; a placeholder is lower-case letters and `_`")),
        None if text.matches('{').count() != text.matches('}').count() => {
            Some("has a brace without its other half".into())
        }
        None => None,
    }
}
