//! Credentials in a paste, found so that no rendering ever shows them.
//!
//! [`find`] returns the places of tokens, passwords, `auth` fields, Secret data and private keys; [`masked`] replaces
//! each by dots, and [`segments()`] does so in a text that has marks too. The page uses them for everything it draws except
//! the box that the person pasted into.
//!
//! What is no credential stays readable: digests, image references, ids, and the words of error messages
//! (`password authentication failed`, `unauthorized: incorrect username or password`), for they decide the diagnosis.

mod fields;
mod names;
mod search;
mod secrets;
mod segments;
mod tokens;

pub use names::Names;
pub use search::Search;
pub use segments::{Segment, segments, segments_of};

use crate::text::Span;

/// What stands in the place of a credential.
pub const DOTS: &str = "••••••";

/// A credential in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credential {
    /// What it looks like.
    pub kind: CredentialKind,
    /// Its bytes.
    pub span: Span,
}

/// The kinds of credentials that are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CredentialKind {
    /// The value of `.dockerconfigjson` or `.dockercfg`, or of another key of a Secret's data.
    PullSecret,
    /// The value of an `auth`, `password`, `identitytoken` or `registrytoken` field, or of a password option.
    Password,
    /// A token known by its prefix: `dckr_pat_`, `ghp_`, `glpat-`, `AKIA` and their like, or a signature in an address.
    Token,
    /// A JSON Web Token, or a `Bearer` or `Basic` header.
    Bearer,
    /// A PEM private key.
    PrivateKey,
    /// A user and password inside a URL.
    UrlPassword,
}

/// Every credential in `text`, in order, never overlapping, on character boundaries. Takes time linear in the text.
#[must_use]
pub fn find(text: &str) -> Vec<Credential> {
    let mut search = Search::new(text);
    while !search.go_on(usize::MAX) {}
    search.finish()
}

/// `text` with dots in the place of each credential.
#[must_use]
pub fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut kept = 0;
    for Credential { span, .. } in find(text) {
        masked.push_str(Span::new(kept, span.start).of(text));
        masked.push_str(DOTS);
        kept = span.end;
    }
    masked.push_str(Span::new(kept, text.len()).of(text));
    masked
}
