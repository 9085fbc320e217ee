//! A YAML or JSON text as documents whose every node knows its bytes.
//!
//! [`read`] never fails and never panics. It returns the documents that are whole, and the [`Problem`] that ended the
//! reading where there is one. JSON is read as the YAML that it is. Nothing is resolved that would change or multiply
//! what stands there: aliases are nodes that name their target, merge keys (`<<`) are keys like others, scalars are text
//! (`true`, `1` and `~` are told apart by [`Node::is_null`] and the style alone).
//!
//! ```
//! use image_pull_guide::document::read;
//! let text = "kind: Pod\nspec:\n  containers:\n  - image: \"web:1\"  # old\n";
//! let stream = read(text);
//! let pod = stream.documents().next().and_then(|document| document.root()).unwrap();
//! assert_eq!(pod.get("kind").and_then(|kind| kind.text()), Some("Pod"));
//! let image = pod.at(&["spec", "containers"]).unwrap().items().next().unwrap().get("image").unwrap();
//! assert_eq!((image.text(), image.line(), image.span().of(text)), (Some("web:1"), 4, "\"web:1\""));
//! ```
//!
//! Bounds: [`MAX_BYTES`], [`MAX_DEPTH`], [`MAX_NODES`]. The work grows with the text: the tree is an arena, aliases are
//! not followed, and nothing here calls itself.
//!
//! One departure from JSON: an escaped surrogate pair (`"\ud83d\ude00"`) is a problem ([`Reason::Escape`]).

mod build;
mod documents;
mod grow;
mod node;
mod places;
mod problem;
mod scan;
mod template;

pub use documents::Document;
pub use node::{Entry, Node, NodeId, ScalarStyle, Shape};
pub use problem::{Problem, ProblemKind, Reason};

use crate::text::Span;
use documents::DocumentData;
use node::Data;

/// The longest text that is read, in bytes: 4 MiB, more than a cluster takes in one object.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// How deep collections may stand in each other.
pub const MAX_DEPTH: usize = 100;
/// How many keys, values and collections there may be.
pub const MAX_NODES: usize = 400_000;

/// What was read of a text: its documents, and what is wrong with it.
#[derive(Debug)]
pub struct Stream<'text> {
    text: &'text str,
    nodes: Vec<Data<'text>>,
    documents: Vec<DocumentData>,
    duplicates: Vec<NodeId>,
    problem: Option<Problem>,
    template: Option<Problem>,
}

impl<'text> Stream<'text> {
    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &'text str {
        self.text
    }

    /// The documents in order; those before the problem where there is one.
    pub fn documents(&self) -> impl DoubleEndedIterator<Item = Document<'_, 'text>> + ExactSizeIterator {
        (0..self.documents.len()).map(|index| Document { stream: self, index })
    }

    /// What ended the reading before the end of the text.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        self.problem.as_ref()
    }

    /// The first place where a template stands (`{{ … }}`, `{% … %}`) although the text can be read: as a value, never
    /// inside a comment or a block scalar, where other programs keep their templates.
    #[must_use]
    pub fn template(&self) -> Option<&Problem> {
        self.template.as_ref()
    }

    /// The keys that stand in their mapping a second time.
    pub fn duplicate_keys(&self) -> impl Iterator<Item = Node<'_, 'text>> {
        self.duplicates.iter().map(|&id| self.node(id))
    }

    /// How many keys, values and collections there are; one that aliases show somewhere else is counted once.
    pub(crate) fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// The node of an id that this stream gave out.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Node<'_, 'text> {
        Node::new(self, id)
    }
}

/// Reads a text; see the module for what comes out.
#[must_use]
pub fn read(text: &str) -> Stream<'_> {
    let mut stream = Stream {
        text,
        nodes: Vec::new(),
        documents: Vec::new(),
        duplicates: Vec::new(),
        problem: None,
        template: None,
    };
    if text.len() > MAX_BYTES {
        stream.problem = Some(Problem { kind: ProblemKind::TooLong, line: 1, span: Span::default() });
        return stream;
    }
    build::build(&mut stream);
    stream
}
