//! Why a text is not edited, and what works there instead.

use super::words::{reason, refusal as words};
use crate::document::{Node, ProblemKind, Reason, Stream};

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What stands in the way.
    pub kind: RefusalKind,
    /// The line of the person's text, from 1; 1 where it is about the whole text.
    pub line: usize,
    /// What it is about: the name that was not found and those that are there, a correction. May be empty.
    pub detail: String,
}

/// What stands in the way of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// Not YAML.
    Syntax(Reason),
    /// A template that is filled in later.
    Template,
    /// Too long, too deep, too many nodes, or aliases that repeat too much.
    TooLarge,
    /// A key that stands twice in an object that would change.
    DuplicateKey,
    /// The place is shown somewhere else too, by an alias or a merge key.
    Shared,
    /// Nothing in the text has pods, or no ServiceAccount is in it.
    NothingThere,
    /// No container uses the image; `detail` names those that are used.
    ImageNotFound,
    /// No container has this name; `detail` names those that there are.
    ContainerNotFound,
    /// No pull secret has this name; `detail` names those that there are.
    SecretNotFound,
    /// The pull secret would stand in the list twice, or two Secrets of a namespace would have one name.
    SecretTwice,
    /// Several Secrets of the text have this name, in several namespaces; `detail` is the name.
    SecretSeveral,
    /// A pod or a ServiceAccount of the text, which `detail` names, uses the Secret in the namespace that it is in.
    SecretUsed,
    /// The Secret has no key with a Docker configuration; `detail` names those that it has.
    SecretKey,
    /// No login stands under this server; `detail` names the servers that there are.
    ServerNotFound,
    /// A login stands under the new server already; `detail` is that server.
    ServerTwice,
    /// The new name is none that Kubernetes takes; `detail` is one that it does.
    IllegalName,
    /// The new namespace is none that Kubernetes takes; `detail` is one that it does.
    IllegalNamespace,
    /// The kubelet finds no login under the new server; `detail` is one that it does.
    IllegalServer,
    /// The new image is no image reference; `detail` is what was given.
    IllegalImage,
    /// Something stands there that has another form than Kubernetes has for it.
    Shape,
    /// The edited text did not read as planned: an odd way of writing.
    Unsafe,
}

impl RefusalKind {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::Template => "template",
            Self::TooLarge => "too-large",
            Self::DuplicateKey => "duplicate-key",
            Self::Shared => "shared",
            Self::NothingThere => "nothing-there",
            Self::ImageNotFound => "image-not-found",
            Self::ContainerNotFound => "container-not-found",
            Self::SecretNotFound => "secret-not-found",
            Self::SecretTwice => "secret-twice",
            Self::SecretSeveral => "secret-several",
            Self::SecretUsed => "secret-used",
            Self::SecretKey => "secret-key",
            Self::ServerNotFound => "server-not-found",
            Self::ServerTwice => "server-twice",
            Self::IllegalName => "illegal-name",
            Self::IllegalNamespace => "illegal-namespace",
            Self::IllegalServer => "illegal-server",
            Self::IllegalImage => "illegal-image",
            Self::Shape => "shape",
            Self::Unsafe => "unsafe",
        }
    }
}

impl Refusal {
    pub(super) fn new(kind: RefusalKind, line: usize) -> Self {
        Self { kind, line, detail: String::new() }
    }

    pub(super) fn at(kind: RefusalKind, node: Node<'_, '_>) -> Self {
        Self::new(kind, node.line())
    }

    pub(super) fn with(kind: RefusalKind, line: usize, detail: impl Into<String>) -> Self {
        Self { kind, line, detail: detail.into() }
    }

    /// What is told to people, in one line, with the detail but without the line number.
    #[must_use]
    pub fn text(&self) -> String {
        let detail = if self.detail.is_empty() { words::NONE } else { self.detail.as_str() };
        match self.kind {
            RefusalKind::Syntax(why) => words::syntax(reason_text(why)),
            RefusalKind::Template => words::TEMPLATE.to_owned(),
            RefusalKind::TooLarge => words::TOO_LARGE.to_owned(),
            RefusalKind::DuplicateKey => words::duplicate_key(detail),
            RefusalKind::Shared => words::SHARED.to_owned(),
            RefusalKind::NothingThere => words::NOTHING_THERE.to_owned(),
            RefusalKind::ImageNotFound => words::image_not_found(detail),
            RefusalKind::ContainerNotFound => words::container_not_found(detail),
            RefusalKind::SecretNotFound => words::secret_not_found(detail),
            RefusalKind::SecretTwice => words::secret_twice(detail),
            RefusalKind::SecretSeveral => words::secret_several(detail),
            RefusalKind::SecretUsed => words::secret_used(detail),
            RefusalKind::SecretKey => words::secret_key(detail),
            RefusalKind::ServerNotFound => words::server_not_found(detail),
            RefusalKind::ServerTwice => words::server_twice(detail),
            RefusalKind::IllegalName => words::illegal_name(detail),
            RefusalKind::IllegalNamespace => words::illegal_namespace(detail),
            RefusalKind::IllegalServer => words::illegal_server(detail),
            RefusalKind::IllegalImage => words::illegal_image(detail),
            RefusalKind::Shape => words::SHAPE.to_owned(),
            RefusalKind::Unsafe => words::NOT_SAFE.to_owned(),
        }
    }
}

fn reason_text(why: Reason) -> &'static str {
    match why {
        Reason::Tab => reason::TAB,
        Reason::Indent => reason::INDENT,
        Reason::Key => reason::KEY,
        Reason::ColonInValue => reason::COLON_IN_VALUE,
        Reason::Quote => reason::QUOTE,
        Reason::Escape => reason::ESCAPE,
        Reason::Bracket => reason::BRACKET,
        Reason::Alias => reason::ALIAS,
        Reason::Character => reason::CHARACTER,
        Reason::Other => reason::OTHER,
    }
}

/// Whether a text can be edited at all.
pub(super) fn readable(stream: &Stream<'_>) -> Result<(), Refusal> {
    let Some(problem) = stream.problem().or(stream.template()) else { return Ok(()) };
    let kind = match problem.kind {
        ProblemKind::Syntax(reason) => RefusalKind::Syntax(reason),
        ProblemKind::Template => RefusalKind::Template,
        ProblemKind::TooLong | ProblemKind::TooDeep | ProblemKind::TooMany => RefusalKind::TooLarge,
    };
    Err(Refusal::new(kind, problem.line))
}

/// The line of byte `at`.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// The first byte of a line; the end of the text behind its last one.
pub(super) fn start_of(text: &str, line: usize) -> usize {
    let breaks = line.saturating_sub(1);
    let last = breaks.checked_sub(1).map(|skipped| text.match_indices('\n').nth(skipped));
    last.map_or(0, |found| found.map_or(text.len(), |(at, _)| at + 1))
}
