//! The YAML and the commands that mend a pull: a pull secret, a workload that names it, a corrected image.
//!
//! A page keeps one [`RepairInput`], what a person typed or a paste told, and draws [`Repair::of`] it after each key:
//! the faults field by field, the commands, the Secret, the workload. Nothing here fails: a value that is missing
//! becomes a placeholder that can be seen ([`placeholder`]), and a value that cannot be right is replaced by its
//! correction where there is exactly one, while the input keeps what was typed.
//!
//! No sentence comes from here. Faults have ids, and the comments in the YAML are handed in ([`Comments`]).

pub mod names;
pub mod placeholder;
pub mod server;

pub mod highlight;
pub mod json;
pub mod yaml;

pub mod pull_secret;
pub mod workload;

pub use pull_secret::PullSecret;
pub use workload::{Workload, WorkloadKind};
pub use yaml::{LineMark, YamlDocument, YamlLine};

/// The comments that stand in the YAML, in the words of the page; an empty one is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comments<'words> {
    /// Above a Secret that still has placeholders: it cannot pull yet.
    pub unfinished: &'words str,
    /// On top of a workload: the rest of one's own manifest is to be kept.
    pub keep_the_rest: &'words str,
    /// Above `imagePullSecrets`.
    pub pull_secret: &'words str,
}
