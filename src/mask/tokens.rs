//! Credentials known by their own shape: prefixed tokens, JSON Web Tokens, headers, private keys, passwords in addresses.

use super::{Credential, CredentialKind};
use crate::text::Span;

/// Prefixes of tokens, and the least number of characters behind them.
const PREFIXES: &[(&str, usize)] = &[
    ("dckr_pat_", 8),
    ("dckr_oat_", 8),
    ("ghp_", 12),
    ("gho_", 12),
    ("ghs_", 12),
    ("ghu_", 12),
    ("ghr_", 12),
    ("github_pat_", 12),
    ("glpat-", 8),
    ("gldt-", 8),
    ("glcbt-", 8),
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("npm_", 20),
    ("hf_", 20),
    ("ya29.", 12),
    ("AIza", 30),
];

/// The credential that begins at byte `at`, or that a sign there shows, of which `before` is the byte in front.
///
/// `last_end` is where the last private key of the text ends, worked out when one begins.
pub(super) fn at(text: &str, at: usize, before: u8, last_end: &mut Option<Option<usize>>) -> Option<Credential> {
    let free = !(before.is_ascii_alphanumeric() || before == b'_');
    match text.as_bytes().get(at)? {
        b'd' | b'g' | b'x' | b'n' | b'h' | b'y' if free => token(text, at),
        b'A' if free => header(text, at).or_else(|| token(text, at)).or_else(|| access_key(text, at)),
        b'a' if free => header(text, at),
        b'B' | b'b' if free => bearer(text, at),
        b'e' if free && before != b'-' => web_token(text, at),
        b'-' => private_key(text, at, last_end),
        b':' => url_password(text, at).or_else(|| bare_password(text, at)),
        _ => None,
    }
    .filter(|credential| credential.span.end > at)
}

/// Where a private key ends.
const KEY_END: &str = "-----END";

fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// How many bytes at `at` fit.
fn run(text: &str, at: usize, fits: fn(u8) -> bool) -> usize {
    text.as_bytes().get(at..).map_or(0, |rest| rest.iter().take_while(|&&b| fits(b)).count())
}

fn token(text: &str, at: usize) -> Option<Credential> {
    let rest = &text.as_bytes()[at..];
    let (prefix, least) = PREFIXES.iter().find(|(prefix, _)| rest.starts_with(prefix.as_bytes()))?;
    let fits =
        if prefix.ends_with('_') && prefix.len() < 5 { |b: u8| b.is_ascii_alphanumeric() } else { is_token_byte };
    let len = run(text, at + prefix.len(), fits);
    let span = Span::new(at, at + prefix.len() + len);
    (len >= *least).then_some(Credential { kind: CredentialKind::Token, span })
}

/// `AKIA…`, `ASIA…`: the id of an access key.
fn access_key(text: &str, at: usize) -> Option<Credential> {
    let rest = &text[at..];
    let known = rest.starts_with("AKIA") || rest.starts_with("ASIA");
    let len = run(text, at, |b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let ends = text.as_bytes().get(at + len).is_none_or(|&b| !is_token_byte(b));
    (known && len == 20 && ends).then(|| Credential { kind: CredentialKind::Token, span: Span::new(at, at + len) })
}

/// `eyJ….….…`
fn web_token(text: &str, at: usize) -> Option<Credential> {
    if !text[at..].starts_with("eyJ") {
        return None;
    }
    let first = run(text, at, is_token_byte);
    let second_at = at + first + 1;
    let dotted = |dot: usize| text.as_bytes().get(dot) == Some(&b'.');
    let second = if dotted(at + first) { run(text, second_at, is_token_byte) } else { 0 };
    if first < 10 || second < 4 {
        return None;
    }
    let third_at = second_at + second + 1;
    let third = if dotted(second_at + second) { 1 + run(text, third_at, is_token_byte) } else { 0 };
    Some(Credential { kind: CredentialKind::Bearer, span: Span::new(at, second_at + second + third) })
}

fn is_header_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'~' | b'+' | b'/' | b'=')
}

/// `Authorization: Basic …`
fn header(text: &str, at: usize) -> Option<Credential> {
    const HEADER: &str = "authorization";
    let name = text.get(at..at + HEADER.len()).filter(|name| name.eq_ignore_ascii_case(HEADER))?;
    let rest = text[at + name.len()..]
        .trim_start_matches(['"', '\'', '\\'])
        .trim_start_matches([' ', ':', '"', '\'', '\\', '[']);
    let scheme =
        ["Bearer ", "Basic ", "bearer ", "basic ", "token "].iter().find(|scheme| rest.starts_with(**scheme))?;
    let start = text.len() - rest.len() + scheme.len();
    let len = run(text, start, is_header_byte);
    (len >= 4).then(|| Credential { kind: CredentialKind::Bearer, span: Span::new(start, start + len) })
}

/// `Bearer …` without its header's name; what follows must be long, for `Bearer` is a word as well.
fn bearer(text: &str, at: usize) -> Option<Credential> {
    let word = text.get(at..at + 7).filter(|word| word.eq_ignore_ascii_case("bearer "))?;
    let start = at + word.len();
    let len = run(text, start, is_header_byte);
    let shown = &text[start..start + len];
    let random = shown.bytes().any(|b| b.is_ascii_digit()) && !shown.contains("//");
    (len >= 16 && random && !shown.starts_with("realm="))
        .then(|| Credential { kind: CredentialKind::Bearer, span: Span::new(start, start + len) })
}

/// The body of a private key; where its end is missing, all that follows in the same alphabet.
///
/// `last_end` is where the last key of the text ends: behind it, none is looked for.
fn private_key(text: &str, at: usize, last_end: &mut Option<Option<usize>>) -> Option<Credential> {
    let rest = text[at..].strip_prefix("-----BEGIN ")?;
    let label = rest.find("-----").filter(|&end| end < 40 && rest[..end].ends_with("PRIVATE KEY"))?;
    let start = text.len() - rest.len() + label + 5;
    let last_end = *last_end.get_or_insert_with(|| text.rfind(KEY_END));
    let end = if last_end.is_some_and(|last| last >= start) { text[start..].find(KEY_END) } else { None };
    let body = end.unwrap_or_else(|| {
        text[start..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c.is_whitespace() || "+/=\\,:-".contains(c)))
            .unwrap_or(text.len() - start)
    });
    Some(Credential { kind: CredentialKind::PrivateKey, span: Span::new(start, start + body) })
}

/// The password of `https://user:password@host`.
fn url_password(text: &str, at: usize) -> Option<Credential> {
    let rest = text[at..].strip_prefix("://")?;
    let scheme = text[..at].rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    if matches!(scheme, "docker" | "oci" | "storage" | "") {
        return None;
    }
    let end = rest.bytes().take(300).position(|b| matches!(b, b'/' | b' ' | b'"' | b'\'' | b'\n' | b'?' | b'<' | b'>'));
    let authority = rest.get(..end.unwrap_or_else(|| boundary(rest, 300)))?;
    let (user, _) = authority.rsplit_once('@')?;
    let start = at + 3;
    let password = user.find(':').map_or(0, |colon| colon + 1);
    let whole_is_token = password == 0 && user.len() >= 20;
    (password > 0 && password < user.len() || whole_is_token).then(|| Credential {
        kind: CredentialKind::UrlPassword,
        span: Span::new(start + password, start + user.len()),
    })
}

/// The password of `user:password@host/`, in front of which no scheme stands; `web:1@sha256:…` has none.
fn bare_password(text: &str, at: usize) -> Option<Credential> {
    const LONGEST: usize = 256;
    let is_user = |byte: u8| byte.is_ascii_alphanumeric() || b"._+$-".contains(&byte);
    let is_named = text.as_bytes()[..at].last().is_some_and(|&byte| is_user(byte));
    let ends = |byte: u8| byte.is_ascii_whitespace() || b"/\"'<>".contains(&byte);
    let rest = &text[at + 1..];
    let len = rest.bytes().take(LONGEST).position(|byte| byte == b'@' || ends(byte))?;
    let host = rest.get(len..)?.strip_prefix('@')?;
    let name =
        host.bytes().take(LONGEST).take_while(|&byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)).count();
    let behind = &host[name..];
    let port = behind.strip_prefix(':').map(|port| port.trim_start_matches(|c: char| c.is_ascii_digit()));
    let is_host = host[..name].contains('.') || port.is_some();
    let span = Span::new(at + 1, at + 1 + len);
    (is_named && len > 0 && is_host && port.unwrap_or(behind).starts_with('/'))
        .then_some(Credential { kind: CredentialKind::UrlPassword, span })
}

/// The last character boundary of `text` at or before byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
