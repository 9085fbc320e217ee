//! The distribution grammar, character by character.

/// The longest tag.
pub(super) const MAX_TAG: usize = 128;

/// Whether `text` is `host[:port]`, the host a DNS name, an IPv4 address or a bracketed IPv6 address.
pub(super) fn is_registry(text: &str) -> bool {
    let (host, port) = split_port(text);
    let ipv6 = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let host_fits = match ipv6 {
        Some(address) => !address.is_empty() && address.bytes().all(|b| b.is_ascii_hexdigit() || b == b':'),
        None => host.split('.').all(is_host_component),
    };
    // A host with `_` and no port is none, but the grammar then reads it as the first component of the repository.
    let host_fits = host_fits || (port.is_none() && is_repository_component(host));
    host_fits && port.is_none_or(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))
}

/// Splits `host:port`; a colon inside an IPv6 address separates nothing.
pub(super) fn split_port(text: &str) -> (&str, Option<&str>) {
    let after_brackets = text.find(']').unwrap_or(0);
    match text.get(after_brackets..).and_then(|rest| rest.find(':')) {
        Some(at) => (&text[..after_brackets + at], text.get(after_brackets + at + 1..)),
        None => (text, None),
    }
}

fn is_host_component(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Whether `text` is one component of a repository: lower-case letters and digits, between them `.`, `_`, `__` or dashes.
pub(super) fn is_repository_component(text: &str) -> bool {
    let alphanumeric = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let bytes = text.as_bytes();
    let ends_fit = bytes.first().is_some_and(|&b| alphanumeric(b)) && bytes.last().is_some_and(|&b| alphanumeric(b));
    ends_fit
        && text
            .split(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            .all(|between| matches!(between, "" | "." | "_" | "__") || between.bytes().all(|b| b == b'-'))
}

/// Whether `text` is a tag.
pub(super) fn is_tag(text: &str) -> bool {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    text.len() <= MAX_TAG
        && text.bytes().next().is_some_and(word)
        && text.bytes().all(|b| word(b) || b == b'.' || b == b'-')
}

/// Whether `text` is a digest that runtimes can check: sha256, sha384 or sha512 with lower-case hex of the right length.
pub(super) fn is_digest(text: &str) -> bool {
    text.split_once(':').is_some_and(|(algorithm, hex)| {
        digest_length(algorithm) == Some(hex.len()) && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// How many hex digits a digest of `algorithm` has.
pub(super) fn digest_length(algorithm: &str) -> Option<usize> {
    match algorithm {
        "sha256" => Some(64),
        "sha384" => Some(96),
        "sha512" => Some(128),
        _ => None,
    }
}

/// Whether `text` is 64 lower-case hex digits: an image id, not a name.
pub(super) fn is_id(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
