//! Messages about image pulls, found by how they begin, anywhere in a line.

use crate::text::{Excerpt, Span};

/// What the beginning of a message says about where it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    /// The kubelet's own words: a message of its own, also right behind another one.
    Outer,
    /// Words from inside a message; where a message before is not finished, they belong to it.
    Inner,
    /// Words that only show that the line is a message: it starts at the start of the line.
    Sign,
}

use Beginning::{Inner, Outer, Sign};

/// The first known words in a text: what they are, and where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What they say about the start.
    pub(super) beginning: Beginning,
    /// Their first byte.
    pub(super) at: usize,
}

/// The known words that start with `first`.
#[rustfmt::skip]
fn candidates(first: u8) -> &'static [(&'static str, Beginning)] {
    match first {
        b'B' => &[("Back-off pulling image", Outer), ("Back-off restarting failed", Outer)],
        b'C' => &[("Container image \"", Outer), ("Cannot connect to the Docker daemon", Inner), ("CrashLoopBackOff: ", Outer)],
        b'E' => &[
            ("Error: ErrImage", Outer), ("Error: ImagePullBackOff", Outer), ("Error: InvalidImageName", Outer),
            ("Error: ImageInspectError", Outer), ("Error: RegistryUnavailable", Outer),
            ("Error: SignatureValidationFailed", Outer), ("Error syncing pod", Outer), ("ErrImagePull: ", Inner),
            ("ErrImageNeverPull: ", Outer), ("Error response from daemon", Inner), ("Error initializing source", Inner),
            ("Error reading manifest", Inner), ("Error pulling image", Sign), ("Error determining manifest", Inner),
            ("Error while pulling image", Inner), ("Error: Status ", Inner), ("Error: image ", Inner), ("Error from server (BadRequest): container", Inner),
        ],
        b'F' => &[
            ("Failed to pull image", Outer), ("Failed to inspect image", Outer), ("Failed to apply default image tag", Outer),
            ("Failed to create pod sandbox", Outer), ("Failed create pod sandbox", Outer),
        ],
        b'G' => &[("Get https://", Inner), ("Get http://", Inner), ("Get \"http", Inner)],
        b'H' => &[("Head https://", Inner), ("Head http://", Inner), ("Head \"http", Inner)],
        b'I' => &[
            ("ImagePullBackOff: ", Outer), ("InvalidImageName: ", Outer), ("ImageInspectError: ", Outer),
            ("Image architecture mismatch", Sign), ("Invalid image name", Sign),
        ],
        b'L' => &[("Liveness probe ", Outer)],
        b'M' => &[("MANIFEST_UNKNOWN", Sign), ("MountVolume.SetUp failed", Outer)],
        b'P' => &[("Pulling image \"", Outer)],
        b'R' => &[
            ("RegistryUnavailable: ", Inner), ("Requesting bearer token", Sign), ("Readiness probe ", Outer),
        ],
        b'D' => &[("DENIED: ", Sign)],
        b'N' => &[("NAME_UNKNOWN", Sign)],
        b'T' => &[("TOOMANYREQUESTS", Sign)],
        b'S' => &[
            ("Successfully pulled image", Outer), ("Successfully assigned ", Outer), ("SignatureValidationFailed: ", Inner),
            ("Source image rejected", Sign), ("StatusCode: ", Sign),
        ],
        b'U' => &[("UNAUTHORIZED: ", Sign), ("Unable to retrieve some image pull secrets", Outer), ("Unable to retrieve pull secret", Outer)],
        b'a' => &[("admission webhook \"", Sign), ("archive/tar: ", Sign)],
        b'c' => &[
            ("copying system image", Inner), ("couldn't parse image", Sign), ("context deadline exceeded", Sign),
            ("context canceled", Sign), ("certificate signed by unknown", Sign), ("connection refused", Sign),
            ("connection reset by peer", Sign),
        ],
        b'd' => &[("denied: ", Sign), ("dial tcp", Sign), ("dial unix", Sign), ("does not exist or may require", Sign)],
        b'e' => &[
            ("error pulling image", Sign), ("error parsing HTTP", Sign), ("error pinging docker registry", Inner),
            ("error getting credentials", Sign), ("errors:", Sign), ("exec format error", Sign),
        ],
        b'f' => &[
            ("failed to pull and unpack image", Inner), ("failed to resolve reference", Inner),
            ("failed to resolve image", Inner), ("failed to resolve source", Inner), ("failed to get sandbox image", Inner),
            ("failed to pull image", Inner), ("failed pulling image", Inner), ("failed to authorize", Inner),
            ("failed to fetch anonymous", Sign), ("failed to fetch oauth", Sign), ("failed to do request", Inner),
            ("failed to copy: ", Inner), ("failed to extract layer", Inner), ("failed to register layer", Inner),
            ("failed commit on ref", Inner), ("failed to unpack image", Inner), ("failed to unpack", Sign),
            ("failed to create pod sandbox", Inner), ("failed to create secret", Sign), ("failed to stat snapshot", Inner),
            ("failed to prepare extraction", Inner), ("failed to get manifest", Sign), ("failed to start sandbox", Inner), ("failed to inspect image", Inner),
            ("failed size validation", Sign), ("failed to \"StartContainer\"", Outer), ("failed precondition", Sign),
            ("filesystem layer verification", Sign),
        ],
        b'h' => &[("httpReadSeeker", Sign), ("httpReaderSeeker", Sign), ("http: server gave", Sign)],
        b'i' => &[
            ("image pull failed for", Outer), ("image can't be pulled", Sign), ("initializing source", Inner),
            ("invalid reference format", Sign), ("insufficient_scope", Sign), ("illegal base64 data", Sign),
            ("invalid rootfs", Sign), ("invalid tar header", Sign), ("is not present with pull policy", Sign),
            ("invalid username/password", Sign), ("incorrect username or password", Sign),
            ("is waiting to start", Sign), ("i/o timeout", Sign),
        ],
        b'm' => &[("manifest for ", Inner), ("manifest unknown", Sign), ("mismatched image rootfs", Sign)],
        b'n' => &[
            ("no matching manifest", Inner), ("no match for ", Inner), ("no image found in", Sign), ("name unknown", Sign),
            ("no basic auth credentials", Sign), ("no such image", Sign), ("no space left on device", Sign), ("no such host", Sign),
            ("nodes are available", Sign), ("not implemented: media type", Inner), ("net/http: ", Sign),
            ("no registries configured", Sign), ("node was low on resource", Sign), ("no route to host", Sign),
        ],
        b'p' => &[
            ("pulling image \"", Outer), ("pulling image: ", Inner), ("pulling image failed", Inner), ("pull access denied", Inner),
            ("pinging container registry", Inner), ("pinging docker registry", Inner), ("proxyconnect", Sign),
            ("pulling from host", Inner), ("pull QPS exceeded", Inner), ("pull image err: ", Sign),
        ],
        b'r' => &[
            ("rpc error: code", Inner), ("reading manifest ", Inner), ("repository name must", Sign),
            ("received unexpected HTTP status", Sign), ("requested access to the resource", Sign), ("read tcp ", Sign),
        ],
        b's' => &[("short-name ", Sign), ("server message: ", Sign)],
        b't' => &[
            ("toomanyrequests", Sign), ("trying and failing to pull", Sign), ("tls: ", Sign), ("too many requests", Sign),
            ("trying next host", Sign),
        ],
        b'u' => &[
            ("unauthorized: ", Sign), ("unable to pull image", Inner), ("unable to copy from source", Inner),
            ("unable to retrieve auth token", Sign), ("unexpected status", Sign), ("unsupported media type", Sign),
            ("unexpected EOF", Sign), ("unexpected media type", Sign), ("unknown service runtime", Sign),
            ("unexpected http code", Sign), ("unable to pull ", Inner),
        ],
        b'x' => &[("x509: ", Sign)],
        _ => &[],
    }
}

/// The first known words of `text`.
pub(super) fn find(text: &str) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        // A page in a message, the body of an answer, holds nobody's message.
        if byte == b'<' && (begins_with(&bytes[at..], b"<html") || begins_with(&bytes[at..], b"<!doctype html")) {
            break;
        }
        // A word begins here; `pulledSuccessfully pulled` is an old table whose columns ran together.
        let free = !before.is_ascii_alphanumeric() || (byte.is_ascii_uppercase() && before.is_ascii_lowercase());
        before = byte;
        if !free || !byte.is_ascii_alphabetic() {
            continue;
        }
        let rest = &bytes[at..];
        if let Some((_, beginning)) = candidates(byte).iter().find(|(words, _)| rest.starts_with(words.as_bytes())) {
            return Some(Found { beginning: *beginning, at });
        }
    }
    // The last words of the shortest message there is: `nginx:foo: not found`.
    let tail = text.trim_end();
    let head = tail.strip_suffix(": not found").map(|head| head.rsplit([' ', '"']).next().unwrap_or(head));
    head.filter(|head| head.contains([':', '/', '@'])).map(|_| Found { beginning: Sign, at: 0 })
}

fn begins_with(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len()).is_some_and(|here| here.eq_ignore_ascii_case(start))
}

/// The part of a line that is its message, when known words were `found` in it.
///
/// A message starts at the known words; where they are only a sign, it starts with the line. What quoted the message (a
/// list mark, the quotes around it) stays outside.
pub(super) fn extent(text: &str, found: Found) -> Span {
    let end = text.trim_end().len();
    let mut start = match found.beginning {
        Outer | Inner => subject_before(text, found.at),
        Sign => text.len() - text.trim_start().len(),
    };
    if found.beginning == Sign {
        let rest = &text[start..end];
        let bare = rest.trim_start_matches(['*', '-', '•', '…', '.', '│', ' ']);
        start += rest.len() - bare.len();
        start += level_len(bare);
    }
    let mut span = Span::new(start, end);
    // The last quote closes one that stands outside, in front of the message.
    let inside = span.of(text);
    if let Some(bare) = inside.strip_suffix('"')
        && !bare.ends_with('"')
        && !is_unfinished(bare.trim_end_matches(['(', '[']))
        && !inside.matches('"').count().is_multiple_of(2)
    {
        span.end -= 1;
    }
    // Quotes around the whole message are the writer's, unless one of them belongs to a name inside.
    let inside = span.of(text);
    if inside.starts_with('"')
        && !inside.starts_with("\":")
        && inside.matches('"').count().is_multiple_of(2)
        && inside.ends_with('"')
    {
        let bare = &inside[1..inside.len() - 1];
        if bare.find('"').is_none_or(|at| bare[..at].ends_with(' ')) {
            span = Span::new(start + 1, end - 1);
        }
    }
    span
}

/// The name in front of `at` that the words there speak of: `"docker.io/library/busybox:latest": pull access denied`.
fn subject_before(text: &str, at: usize) -> usize {
    let Some(head) = text[..at].strip_suffix(": ") else { return at };
    let word = head.rfind(' ').map_or(0, |space| space + 1);
    let subject = head[word..].trim_matches('"');
    let is_name = subject.contains(['/', '.']) && subject.contains(':') && !subject.ends_with(']');
    if is_name && !head[word..].contains("://") { word } else { at }
}

/// The bytes of a log level such as `FATA[0000] ` at the start of `text`.
pub(super) fn level_len(text: &str) -> usize {
    let Some(rest) = ["FATA[", "ERRO[", "WARN[", "INFO[", "DEBU["].iter().find_map(|level| text.strip_prefix(level))
    else {
        return 0;
    };
    rest.find("] ").filter(|&at| at < 12).map_or(0, |at| text.len() - rest.len() + at + 2)
}

/// Whether a message breaks off here: a quote or bracket is open, or its last word wants another.
pub(super) fn is_unfinished(text: &str) -> bool {
    const WANTING: [&str; 39] = [
        "a",
        "and",
        "anonymous",
        "authorize",
        "code",
        "daemon",
        "denied",
        "desc",
        "dial",
        "error",
        "fetch",
        "failed",
        "for",
        "from",
        "Get",
        "Head",
        "host",
        "image",
        "in",
        "is",
        "may",
        "of",
        "on",
        "or",
        "pull",
        "reading",
        "reference",
        "request",
        "resolve",
        "rpc",
        "server",
        "status",
        "tcp",
        "the",
        "to",
        "unexpected",
        "with",
        "pulling",
        "source",
    ];
    let tail = text.trim_end();
    if has_cut_cell(tail) {
        return false;
    }
    let open_quote = tail.bytes().filter(|&b| b == b'"').count() % 2 == 1;
    let last = tail.rsplit([' ', '\t']).next().unwrap_or_default();
    open_quote || tail.ends_with([':', ',', '=', '(', '[', '/', '-']) || WANTING.contains(&last)
}

/// The message of a line in which known words were `found`, as an excerpt.
pub(super) fn message(text: &Excerpt, found: Found) -> Excerpt {
    text.part(extent(text.text(), found))
}

/// Whether a line starts as docker, podman, ctr or skopeo print their errors.
pub(super) fn is_tool_output(text: &str) -> bool {
    const STARTS: [&str; 6] = [
        "Error response from daemon",
        "Error: initializing",
        "Error: unable to",
        "Error initializing",
        "ctr: ",
        "Error: error",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
}

/// Whether a cell was cut to the width of its column; what follows on the line are other cells.
pub(super) fn has_cut_cell(text: &str) -> bool {
    text.contains("...  ")
}

/// The first word of `text` that is the reason of a container that waits for its image.
pub(super) fn waiting_reason(text: &str) -> Option<Span> {
    WAITING.iter().filter_map(|reason| text.find(reason).map(|at| Span::new(at, at + reason.len()))).min()
}

/// The reasons with which a container waits for its image.
pub(super) const WAITING: [&str; 7] = [
    "ErrImagePull",
    "ImagePullBackOff",
    "ErrImageNeverPull",
    "InvalidImageName",
    "ImageInspectError",
    "RegistryUnavailable",
    "SignatureValidationFailed",
];
