//! The server of a pull secret: the key under which the kubelet looks a login up.
//!
//! Accepted is `host[:port]`, with `http://` or `https://` in front and a path behind if need be; a host may have `*`
//! in its parts. The kubelet ignores the scheme and a leading `/v1/` or `/v2/`; any other path must be the beginning of
//! the image's repository. Docker Hub is special: its login stands under [`DOCKER_HUB_SERVER`]. The two host names that
//! the kubelet accepts in its place are rewritten without a word ([`normalised`]); everything else that looks wrong is
//! reported and left as it is.

/// What Docker Hub's login stands under.
pub const DOCKER_HUB_SERVER: &str = "https://index.docker.io/v1/";
/// What Docker Hub is called in an image reference.
pub const DOCKER_HUB_REGISTRY: &str = "docker.io";

/// What the kubelet makes of [`DOCKER_HUB_SERVER`].
const DOCKER_HUB_KEY: &str = "index.docker.io";
/// Hosts that are Docker Hub for the kubelet too.
const DOCKER_HUB_HOSTS: [&str; 2] = [DOCKER_HUB_REGISTRY, DOCKER_HUB_KEY];
/// Hosts that people take for it, and under which the kubelet finds no login.
const DOCKER_HUB_LOOKALIKES: [&str; 8] = [
    "docker.com",
    "www.docker.com",
    "hub.docker.com",
    "login.docker.com",
    "hub.docker.io",
    "registry.docker.io",
    "registry.hub.docker.com",
    "registry-1.docker.io",
];

/// The first thing that is wrong with a server, and the nearest server that is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerProblem {
    /// What is wrong.
    pub kind: ServerProblemKind,
    /// A server without that or any other problem; `None` where nothing of it can be used.
    pub suggestion: Option<String>,
}

/// What can be wrong with a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServerProblemKind {
    /// It has white space.
    Space,
    /// It starts with a scheme that is not `http` or `https`.
    Scheme,
    /// It is one of the web sites and hosts of Docker Hub that hold no login.
    DockerHub,
    /// It has a character that no host has, or no host at all.
    InvalidCharacter,
    /// Its host has a capital letter: the kubelet compares letter by letter.
    UpperCase,
    /// It has a path, and the image does not lie under it.
    Path,
}

impl ServerProblemKind {
    /// The id under which the labels explain it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Space => "server-space",
            Self::Scheme => "server-scheme",
            Self::DockerHub => "server-docker-hub",
            Self::InvalidCharacter => "server-invalid-character",
            Self::UpperCase => "server-upper-case",
            Self::Path => "server-path",
        }
    }
}

/// The server as it goes into a Secret: Docker Hub's accepted spellings become [`DOCKER_HUB_SERVER`], all others stay.
#[must_use]
pub fn normalised(server: &str) -> &str {
    let (_, host, path) = taken_apart(server);
    let is_hub = DOCKER_HUB_HOSTS.contains(&host) && is_version_path(path);
    if is_hub { DOCKER_HUB_SERVER } else { server }
}

/// The registry, as image references spell it, that a server speaks for.
#[must_use]
pub fn registry(server: &str) -> &str {
    let (_, host, _) = taken_apart(server);
    if DOCKER_HUB_HOSTS.contains(&host) { DOCKER_HUB_REGISTRY } else { host }
}

/// Whether the kubelet uses a login under `server` for an image of this registry and repository.
#[must_use]
pub fn serves(server: &str, registry_of_image: &str, repository: &str) -> bool {
    let (_, host, path) = taken_apart(server);
    if host == DOCKER_HUB_KEY {
        // The kubelet falls back to this key as a whole, and to none with a path.
        return registry_of_image == DOCKER_HUB_REGISTRY && matches!(scope(path), "" | "/");
    }
    host_fits(host, registry_of_image) && path_fits(path, repository)
}

/// What the kubelet keeps of a server: the host, and the path without a leading `/v1/` or `/v2/`. Of several logins that
/// serve an image it tries the last in the order of these first.
#[must_use]
pub fn key(server: &str) -> String {
    let (_, host, path) = taken_apart(server);
    let scope = scope(path);
    format!("{host}{}", if scope == "/" { "" } else { scope })
}

/// What is wrong with a server. `repository` is that of the image, or empty where the image is not known.
#[must_use]
pub fn problem(server: &str, repository: &str) -> Option<ServerProblem> {
    let kind = first_problem(server, repository)?;
    Some(ServerProblem { kind, suggestion: nearest(server) })
}

fn first_problem(server: &str, repository: &str) -> Option<ServerProblemKind> {
    let (scheme, host, _) = taken_apart(server);
    // What is rewritten without a word is no problem.
    let (_, _, path) = taken_apart(normalised(server));
    if server.contains(|c: char| c.is_whitespace() || c.is_control()) {
        Some(ServerProblemKind::Space)
    } else if !matches!(scheme, "" | "http://" | "https://") {
        Some(ServerProblemKind::Scheme)
    } else if DOCKER_HUB_LOOKALIKES.contains(&host.to_ascii_lowercase().as_str()) {
        Some(ServerProblemKind::DockerHub)
    } else if host.is_empty() || !host.chars().all(is_host_character) {
        Some(ServerProblemKind::InvalidCharacter)
    } else if host.contains(|c: char| c.is_ascii_uppercase()) {
        Some(ServerProblemKind::UpperCase)
    } else if !path_fits(path, repository) {
        Some(ServerProblemKind::Path)
    } else {
        None
    }
}

/// The host alone, in lower case and without what no host has; Docker Hub's own key for all its names.
fn nearest(server: &str) -> Option<String> {
    let text: String = server.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let (_, host, _) = taken_apart(&text);
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    if DOCKER_HUB_HOSTS.contains(&host.as_str()) || DOCKER_HUB_LOOKALIKES.contains(&host.as_str()) {
        return Some(DOCKER_HUB_SERVER.to_owned());
    }
    (!host.is_empty() && host.chars().all(is_host_character)).then_some(host)
}

/// Scheme with its `://`, host with its port, path with its leading `/`.
fn taken_apart(server: &str) -> (&str, &str, &str) {
    let after_scheme = server.find("://").map_or(0, |at| at + "://".len());
    let (scheme, rest) = server.split_at(after_scheme);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    (scheme, host, path)
}

fn is_host_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-:*[]".contains(c)
}

fn is_version_path(path: &str) -> bool {
    matches!(path, "" | "/" | "/v1" | "/v1/" | "/v2" | "/v2/")
}

fn path_fits(path: &str, repository: &str) -> bool {
    let scope = scope(path);
    matches!(scope, "" | "/") || format!("/{repository}").starts_with(scope)
}

/// The path that counts: the kubelet cuts off `/v1/` and `/v2/`, but not `/v1` at the end.
fn scope(path: &str) -> &str {
    let versions = ["/v1", "/v2"].into_iter();
    let behind = |version: &str| path.strip_prefix(version).filter(|rest| rest.starts_with('/'));
    versions.filter_map(behind).next().unwrap_or(path)
}

/// Part by part between the dots, as the kubelet compares; `*` stands for any letters of one part.
fn host_fits(pattern: &str, host: &str) -> bool {
    let (patterns, parts): (Vec<&str>, Vec<&str>) = (pattern.split('.').collect(), host.split('.').collect());
    patterns.len() == parts.len() && patterns.iter().zip(&parts).all(|(pattern, part)| part_fits(pattern, part))
}

fn part_fits(pattern: &str, part: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == part };
    let Some(rest) = part.strip_prefix(before) else { return false };
    rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| part_fits(after, &rest[at..]))
}
