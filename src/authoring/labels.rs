//! `interface.yaml` as Rust constants, so that a label that is missing or never used is an error of the compiler.

use super::source::Labels;
use std::fmt::Write as _;

/// One module a section, one constant a label: `labels::paste::HEADING`.
#[must_use]
pub fn render(labels: &Labels) -> String {
    let mut code = String::new();
    for (section, entries) in labels {
        let _ = writeln!(code, "pub(crate) mod {section} {{");
        for (key, text) in entries {
            let _ = writeln!(code, "    pub(crate) const {}: &str = {text:?};", key.to_uppercase());
        }
        let _ = writeln!(code, "}}");
    }
    code
}
