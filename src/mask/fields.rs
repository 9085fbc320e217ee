//! Values known by the name in front of them: `"auth": "…"`, `password: …`, `DOCKER_PASSWORD=…`, `--password …`.

use super::{Credential, CredentialKind};
use crate::text::Span;

/// How much a name says about its value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// It is a password, whatever it looks like.
    Password,
    /// It is a credential where it looks random; `auth: basic` is none.
    Perhaps,
    /// It is one as a value in an address.
    Query,
}

/// The value whose name ends at byte `at`, which is a `:`, a `=` or a `-`.
pub(super) fn at(text: &str, at: usize) -> Option<Credential> {
    let span = match text.as_bytes().get(at)? {
        b':' => after_colon(text, at),
        b'=' => after_equals(text, at),
        b'-' => option(text, at),
        _ => None,
    };
    span.map(|span| Credential { kind: CredentialKind::Password, span })
}

/// The name in front of byte `at`, without quotes, and where it starts (with its quote).
fn name_before(text: &str, at: usize) -> (&str, usize) {
    let bytes = text.as_bytes();
    let mut end = at;
    while end > 0 && bytes[end - 1] == b' ' && at - end < 4 {
        end -= 1;
    }
    let quoted = end > 0 && matches!(bytes[end - 1], b'"' | b'\'');
    if quoted {
        end -= 1;
        while end > 0 && bytes[end - 1] == b'\\' {
            end -= 1;
        }
    }
    let mut start = end;
    while start > 0 && end - start < 64 && is_name_byte(bytes[start - 1]) {
        start -= 1;
    }
    let mut outer = start;
    while quoted && outer > 0 && matches!(bytes[outer - 1], b'"' | b'\'' | b'\\') {
        outer -= 1;
    }
    (&text[start..end], outer)
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

fn name(word: &str) -> Option<Name> {
    let lower = word.to_ascii_lowercase();
    let bare = lower.rsplit(['.']).next().unwrap_or(&lower);
    match bare {
        "password" | "passwd" | "pass" | "docker-password" | "identitytoken" | "registrytoken" | "client_secret"
        | "clientsecret" | "secretkey" | "secret_key" | "secretaccesskey" | "privatekey" => Some(Name::Password),
        "auth" | "secret" | "token" | "access_token" | "accesstoken" | "refresh_token" | "id_token" | "apikey"
        | "api_key" => Some(Name::Perhaps),
        "sig"
        | "signature"
        | "x-amz-signature"
        | "x-amz-credential"
        | "x-amz-security-token"
        | "x-goog-signature"
        | "x-goog-credential"
        | "verify" => Some(Name::Query),
        // Variables: DOCKER_PASSWORD, AWS_SECRET_ACCESS_KEY, CI_JOB_TOKEN.
        _ if ["_password", "_passwd", "_secret_access_key", "_secret", "_token", "_api_key", "-password"]
            .iter()
            .any(|end| bare.ends_with(end)) =>
        {
            Some(if bare.ends_with("password") || bare.ends_with("passwd") { Name::Password } else { Name::Perhaps })
        }
        _ => None,
    }
}

/// The value of `"name": "value"` or of `name: value` on a line of its own.
fn after_colon(text: &str, at: usize) -> Option<Span> {
    let (word, outer) = name_before(text, at);
    let name = name(word).filter(|name| *name != Name::Query)?;
    let rest = &text[at + 1..];
    let start = at + 1 + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if let Some(inside) = quoted(text, start) {
        let is_json = outer < at && matches!(text.as_bytes()[outer], b'"' | b'\'' | b'\\');
        let fits = is_json || name == Name::Password || looks_random(inside.of(text));
        return Some(inside).filter(|inside| fits && is_value(inside.of(text)));
    }
    // Without quotes it is YAML or a list of variables, and then the name starts the line and the value ends it.
    let before = text.as_bytes()[..outer].iter().rev().take(200);
    let first =
        before.copied().find(|b| !matches!(b, b' ' | b'\t' | b'-' | b'>' | b'|' | b'{' | b',')).unwrap_or(b'\n');
    if !matches!(first, b'\n' | b'\r') {
        return None;
    }
    let value = until(text, start, " \t\n\r,}");
    let behind = text.as_bytes()[start + value.len()..].iter().take(200).find(|b| !matches!(b, b' ' | b'\t' | b'\r'));
    let ends = behind.is_none_or(|b| matches!(b, b'\n' | b'#' | b',' | b'}' | b'|'));
    let fits = ends && is_value(value) && (name == Name::Password || looks_random(value));
    fits.then(|| Span::new(start, start + value.len()))
}

/// The value of `NAME=value`, of `--name=value`, and of a value in an address.
fn after_equals(text: &str, at: usize) -> Option<Span> {
    let (word, start_of_name) = name_before(text, at);
    let before = &text[..start_of_name];
    let in_address = before.ends_with(['?', '&', ';']) || before.ends_with("u0026");
    let name = name(word.trim_start_matches('-').trim_start_matches("u0026"))?;
    if name == Name::Query && !in_address {
        return None;
    }
    let value = quoted(text, at + 1).or_else(|| {
        let value = until(text, at + 1, " \t\n\r\"'&,)\\`");
        Some(Span::new(at + 1, at + 1 + value.len()))
    })?;
    let shown = value.of(text);
    let fits =
        is_value(shown) && (name == Name::Password || in_address || word.starts_with('-') || looks_random(shown));
    fits.then_some(value)
}

/// The value behind an option: `--docker-password hunter2`, `--creds user:pass`, `docker login -p hunter2`.
fn option(text: &str, at: usize) -> Option<Span> {
    const OPTIONS: [&str; 6] =
        ["--docker-password ", "--password ", "--creds ", "--src-creds ", "--dest-creds ", "--user "];
    let rest = &text[at..];
    if text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace()) {
        return None;
    }
    let long = OPTIONS.iter().find(|option| rest.starts_with(**option));
    let pair = long.is_some_and(|option| !option.contains("password"));
    let len = match long {
        Some(option) => option.len(),
        None if (rest.starts_with("-p ") || rest.starts_with("-u ")) && logs_in(text, at) => 3,
        None => return None,
    };
    let start = at + len + rest[len..].len() - rest[len..].trim_start_matches(' ').len();
    let value = quoted(text, start).or_else(|| {
        let value = until(text, start, " \t\n\r`");
        Some(Span::new(start, start + value.len()))
    })?;
    let shown = value.of(text);
    if pair || rest.starts_with("-u ") {
        // A user name is no secret; the password behind its colon is.
        let colon = shown.find(':')?;
        let password = Span::new(value.start + colon + 1, value.end);
        return Some(password).filter(|password| is_value(password.of(text)));
    }
    (is_value(shown) && !shown.starts_with('-')).then_some(value)
}

/// Whether the line up to byte `at` is a command that logs in, or fetches with a user and a password.
fn logs_in(text: &str, at: usize) -> bool {
    let mut near = at.saturating_sub(300);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    let line = text[near..at].rsplit('\n').next().unwrap_or_default();
    line.contains("login") || line.contains("curl ") || line.contains("ctr ")
}

/// The text from byte `start` to the first of `ends`; a longer one than any credential is cut.
fn until<'a>(text: &'a str, start: usize, ends: &str) -> &'a str {
    const LONGEST: usize = 8192;
    let len = text.as_bytes()[start..].iter().take(LONGEST).take_while(|b| !ends.as_bytes().contains(b)).count();
    let mut end = start + len;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

/// The inside of the quotes that open at byte `start`; also of quotes that are themselves escaped.
fn quoted(text: &str, start: usize) -> Option<Span> {
    let rest = text.get(start..)?;
    let slashes = rest.bytes().take_while(|&b| b == b'\\').count().min(8);
    let quote = *rest.as_bytes().get(slashes).filter(|b| matches!(b, b'"' | b'\''))?;
    let open = start + slashes + 1;
    let bytes = text.as_bytes();
    let mut at = open;
    let mut before = 0;
    while let Some(&byte) = bytes.get(at).filter(|&&byte| byte != b'\n') {
        if byte == quote && before <= slashes {
            return Some(Span::new(open, at - before));
        }
        before = if byte == b'\\' { before + 1 } else { 0 };
        at += 1;
    }
    Some(Span::new(open, at))
}

/// Whether something stands there that could be a credential: not a placeholder, a reference or nothing.
fn is_value(value: &str) -> bool {
    let known =
        matches!(value, "null" | "true" | "false" | "~" | "none" | "REDACTED" | "|" | ">" | "|-" | ">-" | "bytes");
    !value.is_empty()
        && !known
        && !value.starts_with(['<', '$', '{', '[', '•'])
        && !value.contains("REDACTED")
        && !value.bytes().all(|b| matches!(b, b'*' | b'.' | b'x' | b'X'))
}

/// Whether a value looks made by a machine: long, and with digits or signs that words do not have.
fn looks_random(value: &str) -> bool {
    let mixed = value.bytes().any(|b| b.is_ascii_digit()) || value.bytes().any(|b| matches!(b, b'=' | b'+' | b'/'));
    // Base64 changes between small and capital letters where words do not.
    let jumps =
        value.as_bytes().windows(2).filter(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase()).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    value.len() >= 8 && (mixed || jumps >= 2) && letters >= 2 && !value.contains("://") && !value.contains(' ')
}
