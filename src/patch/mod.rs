//! The smallest safe edit of a person's own manifest.
//!
//! [`patch`] takes a text (YAML or JSON, many documents, `List`s) and [`Edit`]s, and gives the edited text with each
//! change in it, or a [`Refusal`] that says which line stands in the way and which [`Way`]s work there. Every byte
//! outside the changes is the input's: comments, quotes, indents, anchors, line ends.
//!
//! ```
//! use image_pull_guide::patch::{Edit, patch};
//! let text = "kind: Pod\nspec:\n  containers:\n  - name: web\n    image: 'web:1' # old\n";
//! let edits = [Edit::SetImage { old: "web:1".into(), new: "web:2".into(), container: None }];
//! let patched = patch(text, &edits).unwrap();
//! assert_eq!(patched.text, text.replace("web:1", "web:2"));
//! assert_eq!(patch(&patched.text, &edits).unwrap().edits, []);
//! ```
//!
//! How it stays safe: an edit is planned as changes of the text and, beside it, as changes of the tree. After each step
//! the text is read again, and unless its tree is the planned one, the edit is refused. What is right already is left
//! alone, so that twice is once. Refused are templates, what is not YAML, keys that stand there twice, and any place
//! that an alias or a merge key (`<<`) shows somewhere else too.
//!
//! No sentence comes from here but those of `content/patch.yaml`.

mod changes;
mod contents;
mod diff;
mod edit;
mod expected;
mod pieces;
mod plan;
mod refusal;
mod splice;
mod suggest;
mod way;
mod words;
mod write;

pub use contents::{Container, Manifest, ManifestObject, manifest};
pub use diff::{DiffLine, Hunk, LineKind, hunks};
pub use edit::{Edit, Explanation, PullPolicy};
pub use refusal::{Refusal, RefusalKind};
pub use suggest::{Wanted, suggest};
pub use way::{Way, WayKind};

use crate::document::{self, Stream};
use crate::text::Span;
use changes::{Change, Plan};
use pieces::Pieces;

/// An edited text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patched {
    /// The whole of it.
    pub text: String,
    /// What changed, in the order of the text; empty where everything is right already.
    pub edits: Vec<TextEdit>,
}

/// One change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced, in the text before; empty where something is only added.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
    /// Where that is in the objects: `Deployment/web: spec.template.spec.containers[0].image`.
    pub path: String,
    /// Why.
    pub explanation: Explanation,
}

/// How often an edit is planned anew before it has to find everything right. A misplaced list takes a round for each of
/// its names and one to go; more of them than this has no pod that people write.
const ROUNDS: usize = 64;

/// Makes `edits` one after the other, all or none.
///
/// # Errors
/// The first edit that cannot be made safely, with the line of `text` that stands in the way; where that line came by an
/// earlier edit, the line where it came.
pub fn patch(text: &str, edits: &[Edit]) -> Result<Patched, Refusal> {
    let mut pieces = Pieces::of(text);
    let mut now = text.to_owned();
    for edit in edits {
        let mut rounds = 0;
        while let Some((next, changes)) = round(&now, edit, &mut rounds).map_err(|mut refusal| {
            if !pieces.are_untouched() {
                refusal.line = pieces.line_before(text, refusal::start_of(&now, refusal.line));
            }
            refusal
        })? {
            pieces.replace(changes);
            now = next;
        }
    }
    if edits.is_empty() {
        refusal::readable(&document::read(text))?;
    }
    Ok(Patched { edits: pieces.edits(), text: now })
}

/// The text after one more round of an edit, and what changed; `None` where everything is right.
fn round(now: &str, edit: &Edit, rounds: &mut usize) -> Result<Option<(String, Vec<Change>)>, Refusal> {
    let stream = document::read(now);
    refusal::readable(&stream)?;
    let plan = plan::plan(&stream, edit)?;
    if plan.is_empty() {
        return Ok(None);
    }
    *rounds += 1;
    if *rounds > ROUNDS {
        let line = plan.changes.first().map_or(1, |change| refusal::line_of(now, change.span.start));
        return Err(Refusal::new(RefusalKind::Unsafe, line));
    }
    let next = apply(&stream, &plan)?;
    Ok(Some((next, plan.changes)))
}

/// The text with the changes of a plan, which has to read as the plan says.
fn apply(stream: &Stream<'_>, plan: &Plan) -> Result<String, Refusal> {
    let text = stream.source();
    let mut next = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for change in &plan.changes {
        let kept = text.get(at..change.span.start);
        let (Some(kept), true) = (kept, change.span.end <= text.len()) else {
            return Err(Refusal::new(RefusalKind::Unsafe, 1));
        };
        next.push_str(kept);
        next.push_str(&change.text);
        at = change.span.end;
    }
    next.push_str(text.get(at..).unwrap_or_default());
    let read_again = document::read(&next);
    let first = plan.changes.first().map_or(1, |change| refusal::line_of(text, change.span.start));
    if read_again.problem().is_some()
        || expected::of(stream, &plan.intents) != expected::of(&read_again, &expected::Intents::default())
    {
        return Err(Refusal::new(RefusalKind::Unsafe, first));
    }
    Ok(next)
}
