//! Image references: `[registry/]repository[:tag][@digest]`.
//!
//! [`ImageReference::parse`] takes any text apart, never fails, and names what is wrong with it. The grammar is that of
//! the distribution project's `reference` package: a first component with a dot, a colon or the name `localhost` is
//! the registry; without one the registry is Docker Hub, and a Docker Hub repository of one component stands under
//! `library/`.

use crate::text::Span;

/// An image reference, as written and as the runtime completes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageReference {
    /// The reference as it was written, trimmed.
    pub written: String,
    /// Registry host with its port, as the runtime completes it: `docker.io` where none is written.
    pub registry: String,
    /// Repository, completed: `library/nginx`.
    pub repository: String,
    /// The repository as written, without registry, tag and digest: `nginx`.
    pub repository_written: String,
    /// The tag; `latest` where neither tag nor digest is written, empty where only a digest is.
    pub tag: String,
    /// The digest with its algorithm, or empty.
    pub digest: String,
    /// Where each written part stands in `written`; `None` where it is not written.
    pub spans: ReferenceSpans,
    /// What makes it unusable, in the order it stands; empty for a reference that a runtime accepts.
    pub problems: Vec<ReferenceProblem>,
}

/// Places of the written parts inside [`ImageReference::written`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReferenceSpans {
    /// The registry host and port.
    pub registry: Option<Span>,
    /// The repository.
    pub repository: Option<Span>,
    /// The tag, without its colon.
    pub tag: Option<Span>,
    /// The digest, without its `@`.
    pub digest: Option<Span>,
}

/// One thing that is wrong with a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceProblem {
    /// Which rule it breaks.
    pub kind: ReferenceProblemKind,
    /// The bytes of [`ImageReference::written`] that break it.
    pub span: Span,
    /// The reference with this one thing corrected, where there is one likely correction.
    pub suggestion: Option<String>,
}

/// The rules that a reference can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferenceProblemKind {
    /// There is no text.
    Empty,
    /// It starts with `https://`, `http://`, `docker://` or `oci://`.
    Scheme,
    /// It has white space inside.
    Space,
    /// The repository has a capital letter.
    UpperCase,
    /// A component of the repository is empty (`a//b`, a leading or trailing `/`).
    EmptyComponent,
    /// The repository has a character, or a run of separators, that is not allowed.
    InvalidRepository,
    /// The registry host or its port is malformed.
    InvalidRegistry,
    /// A colon with no tag behind it.
    EmptyTag,
    /// The tag has a character that is not allowed, starts with `.` or `-`, or is longer than 128.
    InvalidTag,
    /// The digest is not `algorithm:hex`, or its hex has the wrong length for the algorithm.
    InvalidDigest,
    /// The registry and repository together are longer than 255 characters.
    TooLong,
    /// The name is 64 hexadecimal digits, which runtimes take for an image id.
    LooksLikeId,
}
