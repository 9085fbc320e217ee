//! Practice cases: their format, and how a file of them is read.
//!
//! The cases of `content/cases` and those that an instructor brings have one format, which [`mod@format`] describes once: the
//! reader goes by it, and so does the JSON Schema. [`read()`] never fails. It returns the cases that are whole, and all
//! [`Problem`]s of the others with line and path.
//!
//! Bounds: [`MAX_BYTES`] for a file, [`MAX_CASES`] in it; those of single fields stand in [`mod@format`].

mod case;
pub mod format;
mod problem;
mod read;
mod references;
mod step;

pub use case::{Case, CauseTask, Choice, Cluster, Level, Need, NeedOf, Output, Quote, Repair, Tempting, WordsTask};
pub use problem::{CaseFault, Problem};
pub use read::{CaseFile, read};
pub use step::Step;

/// The longest file of cases that is read, in bytes: 1 MiB.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The most cases in a file.
pub const MAX_CASES: usize = 100;
