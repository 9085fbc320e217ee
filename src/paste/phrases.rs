//! The words that messages about pulls are known by.

use crate::text::Span;

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

/// The known words that start with `first`.
#[rustfmt::skip]
pub(super) fn candidates(first: u8) -> &'static [(&'static str, Beginning)] {
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
