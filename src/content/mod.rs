//! The words and the rules, as `content/*.yaml` says them.
//!
//! The files are read and checked when the crate is built (`src/build.rs`) and packed into one blob, so that neither a
//! YAML reader nor a rule's examples ever reach the page. `Content::embedded` unpacks it on first use.

mod advice;
mod facts;
mod find;
pub mod form;
mod id;
pub mod inline;
mod lookup;
pub mod schema;
mod search;

pub use advice::Advice;
pub use facts::Facts;
pub use id::is_id;
pub use inline::{Inline, command, fill, plain};
pub use lookup::{Beginning, Lookup, SHORTEST_SIGN};
pub use schema::*;
