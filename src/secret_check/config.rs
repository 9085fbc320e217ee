//! The Docker configuration in a pull secret, as the kubelet reads it.
//!
//! The kubelet takes user name and password from `auth` where that is not empty, else from the two fields. It knows
//! neither credential helpers nor identity tokens.

use super::expiry::{self, Expiry};
use super::finding::{Aspect, Check, Fault, Outcome};
use crate::document::{self, Node, ScalarStyle, Shape};
use crate::image::ImageReference;
use crate::manifest::docker_config::field;
use crate::manifest::{docker_config, placeholder, server};
use crate::mask::masked;

/// One login: the server it is for, and what is to be said of it. User name and password are left behind.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The key under `auths`.
    pub(super) server: String,
    /// Whether user name and password are right, and how long.
    pub(super) checks: Vec<Check>,
}

impl Entry {
    /// Its checks beside these images. A login that none of them uses keeps nothing from being pulled, unless it cannot be
    /// read: then the kubelet reads none of the file.
    pub(super) fn checks_for(&self, images: &[ImageReference]) -> Vec<Check> {
        let used = |image: &ImageReference| server::serves(&self.server, &image.registry, &image.repository);
        let counts = images.is_empty() || images.iter().any(used);
        let relaxed = |check: &Check| match check.outcome {
            Outcome::Failed(fault) if !counts && !matches!(fault, Fault::AuthInvalid | Fault::AuthWithoutColon) => {
                Check { outcome: Outcome::Open(fault), ..check.clone() }
            }
            _ => check.clone(),
        };
        self.checks.iter().map(relaxed).collect()
    }

    /// Whether something is wrong with it.
    pub(super) fn fails(&self) -> bool {
        self.checks.iter().any(|check| matches!(check.outcome, Outcome::Failed(_)))
    }
}

/// The logins in `json`; `old` where they stand without `auths` around them. `line` is where the Secret holds them.
pub(super) fn entries(json: &str, old: bool, line: usize, now: Option<u64>) -> Result<Vec<Entry>, Fault> {
    let json = docker_config::readable(json);
    let stream = document::read(&json);
    let root = stream.documents().next().and_then(|document| document.root()).filter(|_| stream.documents().len() == 1);
    let root = root.filter(|root| stream.problem().is_none() && root.is_mapping() && is_json(&json, *root));
    let root = root.ok_or(Fault::JsonInvalid)?;
    let auths = if old { root } else { field(root, "auths").ok_or(Fault::AuthsMissing)? };
    if auths.entries().len() == 0 {
        return Err(Fault::AuthsEmpty);
    }
    let has_store = ["credsStore", "credHelpers"].iter().any(|key| field(root, key).is_some_and(|it| !it.is_empty()));
    let entry = |entry: document::Entry<'_, '_>| {
        let server = masked(docker_config::bare(entry.key.text().unwrap_or_default()));
        let checks = checks(entry.value, has_store, now);
        let checks = checks.into_iter().map(|check| Check { line, ..check }.with("server", server.clone())).collect();
        Entry { server, checks }
    };
    Ok(auths.entries().map(entry).collect())
}

fn checks(entry: Node<'_, '_>, has_store: bool, now: Option<u64>) -> Vec<Check> {
    let text = |key: &str| field(entry, key).and_then(Node::text).unwrap_or_default();
    let (mut username, mut password) = (text("username").to_owned(), text("password").to_owned());
    let failed = |fault| vec![Check::failed(fault, 0)];
    let auth = text("auth");
    if !auth.is_empty() {
        if is_placeholder(auth) {
            return failed(Fault::Placeholder);
        }
        let Some(decoded) = docker_config::decoded(auth) else { return failed(Fault::AuthInvalid) };
        let Some((user, pass)) = decoded.split_once(':') else { return failed(Fault::AuthWithoutColon) };
        // What differs by a line end alone is told as that.
        let differs = |field: &str, counts: &str| !field.is_empty() && field.trim() != counts.trim();
        if differs(&username, user) || differs(&password, pass) {
            return failed(Fault::AuthDiffers);
        }
        (username, password) = (user.to_owned(), pass.to_owned());
    }
    let both = [username.as_str(), password.as_str()];
    if password.is_empty() || username.is_empty() {
        failed(if has_store { Fault::CredentialStore } else { Fault::PasswordMissing })
    } else if both.iter().any(|text| is_placeholder(text)) {
        failed(Fault::Placeholder)
    } else if both.iter().any(|text| text.trim() != *text) {
        failed(Fault::LoginSpace)
    } else {
        [Check::passed(Aspect::Login, 0)].into_iter().chain(lifetime(&username, &password, now)).collect()
    }
}

fn lifetime(username: &str, password: &str, now: Option<u64>) -> Option<Check> {
    match expiry::of(username, password) {
        Expiry::Untold => None,
        Expiry::Hours => Some(Check::open(Fault::ShortLived, 0)),
        Expiry::At(end) => {
            let is_over = now.is_some_and(|now| end <= now);
            let check = if is_over { Check::failed(Fault::Expired, 0) } else { Check::open(Fault::Expires, 0) };
            Some(check.with("when", expiry::told(end)))
        }
    }
}

/// Whether a value is still to be filled in: `YOUR_PASSWORD`, `<password>`.
fn is_placeholder(value: &str) -> bool {
    let in_brackets = value.len() > 2 && value.starts_with('<') && value.ends_with('>');
    in_brackets || !value.is_empty() && placeholder::known(value).is_none()
}

/// Whether what was read as YAML is JSON: its names and texts in double quotes, its collections in brackets, no comments
/// and no comma too many. The API server takes nothing else.
fn is_json(text: &str, root: Node<'_, '_>) -> bool {
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        let fits = match node.style() {
            Some(ScalarStyle::Double) => true,
            Some(ScalarStyle::Plain) => {
                let value = node.span().of(text);
                matches!(value, "true" | "false" | "null") || value.parse::<f64>().is_ok()
            }
            Some(_) => false,
            None => node.shape() == Some(Shape::Flow),
        };
        let names = node.entries().all(|entry| entry.key.style() == Some(ScalarStyle::Double));
        if !fits || !names || !node.properties().is_empty() {
            return false;
        }
        waiting.extend(node.items().chain(node.entries().map(|entry| entry.value)));
    }
    has_only_json_signs(text)
}

fn has_only_json_signs(text: &str) -> bool {
    let (mut quoted, mut escaped, mut comma) = (false, false, false);
    for c in text.chars() {
        if quoted {
            (quoted, escaped) = (escaped || c != '"', c == '\\' && !escaped);
        } else if c == '#' || comma && matches!(c, '}' | ']') {
            return false;
        } else if !c.is_whitespace() {
            (quoted, comma) = (c == '"', c == ',');
        }
    }
    true
}
