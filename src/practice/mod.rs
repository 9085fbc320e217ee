//! Working through a practice case: what can be marked in an output, what is said of an answer, whether a manifest is
//! mended, and how far somebody has come.
//!
//! Everything is checked by the library itself: marked words against the layers of the message, manifests by the values
//! that their objects have ([`look_at`]). Nothing here keeps a text that somebody wrote: results and progress hold ids and
//! numbers alone.

mod attempt;
mod fields;
mod kept;
mod mended;
mod pieces;
mod solved;
mod trial;

pub use attempt::{Answer, Attempt, End, Task, Tries};
pub use kept::{keep, kept};
pub use mended::{Looked, Unmet, look_at};
pub use pieces::{Marked, judge, lines};
pub use solved::{manifests, solved};
pub use trial::{open, try_out};
