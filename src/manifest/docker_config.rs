//! The login for one registry out of a Docker configuration (`~/.docker/config.json`).
//!
//! It is read as the kubelet reads it: `auth` counts before `username` and `password`, and the entry is the one whose
//! key the kubelet would use for the image. A configuration that names a credential helper holds no password. Nothing
//! of the text leaves this module but the login that was found, and names of hosts.

use super::server;
use crate::document::{self, Node};
use crate::mask::masked;
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::fmt;

/// A login that was found.
#[derive(Clone, PartialEq, Eq)]
pub struct FoundLogin {
    /// The registry that it is for, as image references spell it.
    pub registry: String,
    /// The user name.
    pub username: String,
    /// The password or token.
    pub password: String,
}

/// The password never stands in a debug print.
impl fmt::Debug for FoundLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FoundLogin").field("registry", &self.registry).field("username", &self.username).finish()
    }
}

/// Why there is no login to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLogin {
    /// The text is not the whole JSON of a Docker configuration.
    NotConfig,
    /// It has no logins at all.
    Empty,
    /// It has logins, but none for this registry.
    OtherHosts(Vec<String>),
    /// The registry is not known, and the configuration has several.
    SeveralHosts(Vec<String>),
    /// A credential helper of this name keeps the password.
    Helper(String),
    /// The entry holds an identity token, which only Docker can use.
    IdentityToken,
    /// The entry holds no password, or one that cannot be read.
    NoPassword,
}

impl NoLogin {
    /// The id under which the labels explain it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotConfig => "not-config",
            Self::Empty => "empty",
            Self::OtherHosts(_) => "other-hosts",
            Self::SeveralHosts(_) => "several-hosts",
            Self::Helper(_) => "helper",
            Self::IdentityToken => "identity-token",
            Self::NoPassword => "no-password",
        }
    }
}

/// The most hosts that are named.
pub const MOST_HOSTS: usize = 20;

/// The login for an image of this `registry` and `repository`. Both may be empty, where they are not known: then it is
/// the login of the only host that there is.
///
/// ```
/// use image_pull_guide::manifest::docker_config::login_for;
/// let config = r#"{ "auths": { "ghcr.io": { "auth": "Ym90OnMzY3JldA==" } } }"#;
/// assert_eq!(login_for(config, "ghcr.io", "acme/web").unwrap().username, "bot");
/// assert_eq!(login_for(config, "quay.io", "acme/web").unwrap_err().id(), "other-hosts");
/// ```
///
/// # Errors
/// Why there is none.
pub fn login_for(text: &str, registry: &str, repository: &str) -> Result<FoundLogin, NoLogin> {
    let text = readable(text);
    let stream = document::read(&text);
    if stream.problem().is_some() || stream.documents().len() != 1 {
        return Err(NoLogin::NotConfig);
    }
    let root = stream.documents().next().and_then(|document| document.root()).filter(|root| root.is_mapping());
    let root = root.ok_or(NoLogin::NotConfig)?;
    let config = Config::of(root).ok_or(NoLogin::NotConfig)?;
    config.login_for(registry, repository)
}

/// The parts of a configuration that are about logins.
struct Config<'stream> {
    /// The entries: key and value.
    auths: Vec<(&'stream str, Node<'stream, 'stream>)>,
    /// Registries with a helper of their own, and its name.
    helpers: Vec<(&'stream str, &'stream str)>,
    /// The helper of all others.
    store: Option<&'stream str>,
}

impl<'stream> Config<'stream> {
    fn of(root: Node<'stream, 'stream>) -> Option<Self> {
        let entries = |key: &str| {
            let entries = field(root, key).into_iter().flat_map(Node::entries);
            entries.filter_map(|entry| Some((entry.key.text()?, entry.value))).collect::<Vec<_>>()
        };
        let has = |keys: &[&str]| keys.iter().any(|key| field(root, key).is_some());
        let auths = if has(&["auths", "credsStore", "credHelpers"]) {
            entries("auths")
        } else {
            // The older file, `.dockercfg`, has the entries at its top.
            let old = root.entries().filter_map(|entry| Some((entry.key.text()?, entry.value)));
            old.filter(|(key, entry)| key.contains(['.', ':']) && entry.get("auth").is_some()).collect()
        };
        let helpers =
            entries("credHelpers").into_iter().filter_map(|(host, name)| Some((host, name.text()?))).collect();
        let store = field(root, "credsStore").and_then(Node::text).filter(|name| !name.is_empty());
        let config = Self { auths, helpers, store };
        // Docker's own settings alone are a configuration too; any other JSON is none.
        let known =
            has(&["auths", "credsStore", "credHelpers", "HttpHeaders", "currentContext", "psFormat", "proxies"]);
        (known || root.is_empty() || !config.auths.is_empty()).then_some(config)
    }

    fn login_for(&self, registry: &str, repository: &str) -> Result<FoundLogin, NoLogin> {
        let registry = if registry.is_empty() { self.only_host()? } else { registry };
        let serves = |key: &str| !key.is_empty() && server::serves(bare(key), registry, repository);
        let mut entries: Vec<_> = self.auths.iter().filter(|(key, _)| serves(key)).collect();
        // In the order in which the kubelet tries them.
        entries.sort_by_key(|(key, _)| std::cmp::Reverse(server::key(bare(key))));
        for (_, entry) in &entries {
            if let Some((username, password)) = user_and_password(*entry) {
                return Ok(FoundLogin { registry: registry.to_owned(), username, password });
            }
        }
        let own = self.helpers.iter().find(|(host, name)| serves(host) && !name.is_empty()).map(|(_, name)| *name);
        // A store holds what it was given: the entry is then there and empty.
        let is_stored = |(_, entry): &&(&str, Node<'_, '_>)| entry.is_empty();
        let stored = self.store.filter(|_| entries.iter().any(is_stored) || self.auths.is_empty());
        if let Some(helper) = own.or(stored) {
            return Err(NoLogin::Helper(masked(helper)));
        }
        let has = |key| entries.iter().any(|(_, entry)| text(*entry, key).is_some());
        if has("identitytoken") || has("registrytoken") {
            return Err(NoLogin::IdentityToken);
        }
        let hosts = self.hosts();
        Err(match (entries.is_empty(), hosts.is_empty()) {
            (false, _) => NoLogin::NoPassword,
            (true, true) => NoLogin::Empty,
            (true, false) => NoLogin::OtherHosts(shown(&hosts)),
        })
    }

    fn only_host(&self) -> Result<&'stream str, NoLogin> {
        let hosts = self.hosts();
        match (hosts.as_slice(), self.store) {
            ([host], _) => Ok(host),
            ([], Some(helper)) => Err(NoLogin::Helper(masked(helper))),
            ([], None) => Err(NoLogin::Empty),
            _ => Err(NoLogin::SeveralHosts(shown(&hosts))),
        }
    }

    /// The registries that it names, each once; what cannot be a host is left out.
    fn hosts(&self) -> Vec<&'stream str> {
        let keys = self.auths.iter().map(|(key, _)| *key).chain(self.helpers.iter().map(|(host, _)| *host));
        let mut hosts: Vec<&str> = keys.map(|key| server::registry(bare(key))).filter(|host| is_host(host)).collect();
        hosts.sort_unstable();
        hosts.dedup();
        hosts
    }
}

fn is_host(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-:*[]".contains(c))
}

fn shown(hosts: &[&str]) -> Vec<String> {
    hosts.iter().take(MOST_HOSTS).map(|host| masked(host)).collect()
}

/// A configuration as [`document::read`] takes it: Docker indents with tabs, which YAML forbids; inside a JSON string
/// there can be none. Letters beyond the first 65 536 are two escapes in JSON, which YAML does not join.
pub(crate) fn readable(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').replace('\t', " ");
    let mut joined = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\\') {
        let unit = |from: usize| {
            let escape = rest.get(from..from + 6).filter(|escape| escape.starts_with("\\u"))?;
            u16::from_str_radix(&escape[2..], 16).ok()
        };
        let pair = unit(at).zip(unit(at + 6)).and_then(|(first, second)| {
            char::decode_utf16([first, second]).next()?.ok().filter(|letter| letter.len_utf16() == 2)
        });
        joined.push_str(&rest[..at]);
        // What a backslash stands before is no beginning of another escape.
        let kept = rest[at..].chars().take(2).map(char::len_utf8).sum::<usize>();
        let len = match pair {
            Some(letter) => {
                joined.push(letter);
                12
            }
            None => {
                joined.push_str(&rest[at..at + kept]);
                kept
            }
        };
        rest = &rest[at + len..];
    }
    joined + rest
}

/// The value of a key, whose letters may be large or small, as in the kubelet's own reader.
pub(crate) fn field<'stream, 'text>(node: Node<'stream, 'text>, key: &str) -> Option<Node<'stream, 'text>> {
    let any_case = || node.entries().find(|entry| entry.key.text().is_some_and(|text| text.eq_ignore_ascii_case(key)));
    node.get(key).or_else(|| any_case().map(|entry| entry.value))
}

/// A key without a user and a password, which some write into it.
pub(crate) fn bare(key: &str) -> &str {
    key.rsplit_once('@').map_or(key, |(_, host)| host)
}

/// What an `auth` says: user name, colon, password; `None` where it is no base64 of a text. Line ends are passed over, as
/// the kubelet's own reader does.
pub(crate) fn decoded(auth: &str) -> Option<String> {
    /// Docker writes the padding; people who write the file by hand forget it.
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let auth: String = auth.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    String::from_utf8(LENIENT.decode(auth).ok()?).ok()
}

fn text<'stream>(entry: Node<'stream, 'stream>, key: &str) -> Option<&'stream str> {
    field(entry, key).and_then(Node::text).filter(|text| !text.is_empty())
}

fn user_and_password(entry: Node<'_, '_>) -> Option<(String, String)> {
    let both = match text(entry, "auth") {
        Some(auth) => {
            let decoded = decoded(auth)?;
            let (username, password) = decoded.split_once(':')?;
            (username.to_owned(), password.trim_end_matches('\0').to_owned())
        }
        None => (text(entry, "username")?.to_owned(), text(entry, "password")?.to_owned()),
    };
    Some(both).filter(|(username, password)| !username.is_empty() && !password.is_empty())
}
