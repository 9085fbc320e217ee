//! The YAML and the commands that mend a pull: a pull secret, a workload that names it, a corrected image.
//!
//! A page keeps one [`RepairInput`], what a person typed or a paste told, and draws [`Repair::of`] it after each key:
//! the faults field by field, the commands, the Secret, the workload. Nothing here fails: a value that is missing
//! becomes a placeholder that can be seen ([`placeholder`]), and a value that cannot be right is replaced by its
//! correction where there is exactly one, while the input keeps what was typed.
//!
//! No sentence comes from here. Faults have ids, and what the files and commands say in words is handed in ([`Words`]).

pub mod names;
pub mod placeholder;
pub mod server;
pub mod shell;

pub mod highlight;
mod json;
pub mod yaml;

pub mod pull_secret;
pub mod workload;

pub mod agreement;
pub mod command;
pub mod docker_config;
pub mod input;
pub mod output;
pub mod owner;
pub mod repair;

pub use agreement::{Fault, FaultKind};
pub use command::{Command, Commands, KubectlProgram, Terminal};
pub use input::{Field, RepairInput};
pub use output::{OutputStep, SecretForm, SecretOutput};
pub use owner::Owner;
pub use pull_secret::PullSecret;
pub use repair::Repair;
pub use shell::Shell;
pub use workload::{Workload, WorkloadKind};
pub use yaml::{LineMark, YamlDocument, YamlLine};

/// What the files and commands say in words. A comment that is empty is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words<'words> {
    /// The comment above the data of a Secret that still has placeholders: it cannot pull yet.
    pub unfinished: &'words str,
    /// The comment on top of a workload: the rest of one's own manifest is to be kept.
    pub keep_the_rest: &'words str,
    /// The comment above `imagePullSecrets`.
    pub pull_secret: &'words str,
    /// The comment on top of a Secret: what must be known of such a login.
    pub caution: &'words str,
    /// What the command asks for when it waits for the password, without a colon.
    pub password_prompt: &'words str,
}
