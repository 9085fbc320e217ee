//! What the words on both sides of a line break say about it.

use crate::message::begins_with_code;

/// Words that another one always follows.
#[rustfmt::skip]
const WANTING: &[&str] = &[
    "Get", "Head", "a", "and", "anonymous", "authorize", "code", "daemon", "denied", "desc", "dial", "error", "failed",
    "fetch", "for", "from", "host", "image", "in", "is", "may", "of", "on", "or", "pull", "pulling", "reading", "reference",
    "request", "resolve", "rpc", "server", "source", "status", "tcp", "the", "to", "unexpected", "with",
];

/// Whether a message breaks off here: a quote or bracket is open, or its last word wants another.
pub(super) fn is_unfinished(text: &str) -> bool {
    let tail = text.trim_end();
    if has_cut_cell(tail) {
        return false;
    }
    let open_quote = tail.bytes().filter(|&b| b == b'"').count() % 2 == 1;
    let last = tail.rsplit([' ', '\t']).next().unwrap_or_default();
    open_quote || tail.ends_with([':', ',', '=', '(', '[', '/', '-']) || WANTING.contains(&last)
}

/// Whether a line reads like a sentence somebody wrote, not like a program's message.
pub(super) fn is_prose(text: &str) -> bool {
    let capital = text.starts_with(|c: char| c.is_uppercase());
    let words = text.split_whitespace().count();
    let counted = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(" times in ");
    counted
        || (capital && words >= 2 && !text.contains(['"', '/', '=']))
        || text.ends_with('?')
        || text.starts_with("I ")
}

/// Whether a line starts like the second line of a message: a registry's code, a list of errors, a page.
pub(super) fn starts_body(text: &str) -> bool {
    text.starts_with('<') || text.starts_with("(Mirrors also failed") || begins_with_code(text)
}

/// Whether two known words, or a sign that a space always follows and a word, stand on both sides of a break.
pub(super) fn two_words(tail: &str, head: &str) -> bool {
    let last = tail.rsplit([' ', '\t']).next().unwrap_or_default();
    let next = head.split([' ', '\t']).next().unwrap_or_default();
    last == "=" || last.ends_with("\":") || (is_word(last) && is_word(next) && !is_word(&format!("{last}{next}")))
}

/// Whether a known word was cut in two between the lines.
pub(super) fn halves(tail: &str, head: &str) -> bool {
    let last = tail.rsplit([' ', '\t']).next().unwrap_or_default();
    let next = head.split([' ', '\t']).next().unwrap_or_default();
    let short = (1..=20).contains(&last.len()) && (1..=20).contains(&next.len());
    short && !(is_word(last) && is_word(next)) && is_word(&format!("{last}{next}"))
}

pub(super) fn is_word(text: &str) -> bool {
    WORDS.contains(&text.trim_matches(|c: char| !c.is_alphanumeric() && c != '_'))
}

/// Words that pull messages are made of.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "Back-off", "Client", "Error", "ErrImagePull", "Failed", "Forbidden", "GET", "Get", "HEAD", "HTTP", "HTTPS",
    "Head", "ImagePullBackOff", "NotFound", "POST", "Unauthorized", "Unknown", "a", "access", "action", "after",
    "and", "anonymous", "any", "are", "authentication", "authority", "authorization", "authorize", "be", "by",
    "canceled", "certificate", "client", "code", "connect", "connection", "container", "content", "context", "copy",
    "copying", "daemon", "deadline", "denied", "desc", "dial", "digest", "does", "error", "exceeded", "exist",
    "expected", "extract", "failed", "fetch", "for", "format", "found", "from", "gave", "handshake", "host", "image",
    "in", "initializing", "insufficient_scope", "invalid", "is", "layer", "lookup", "manifest", "matching", "may",
    "message", "name", "no", "not", "oauth", "of", "on", "open", "or", "pinging", "policy", "pull", "pulling", "rate",
    "reading", "ref", "reference", "refused", "registry", "rejected", "repository", "request", "requested", "require",
    "required", "reset", "resolve", "resource", "response", "rpc", "server", "signed", "source", "status", "such",
    "system", "tcp", "the", "timeout", "to", "token", "unable", "unauthorized", "unexpected", "unknown", "unpack",
    "verify", "was", "while", "with", "x509",
];

/// Whether a cell was cut to the width of its column; what follows on the line are other cells.
pub(super) fn has_cut_cell(text: &str) -> bool {
    text.contains("...  ")
}
