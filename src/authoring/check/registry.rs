//! Registries and wrappers.

use super::Problems;
use crate::content::form::Hole;
use crate::content::{Registry, Wrapper};
use std::collections::BTreeSet;

/// All registries.
pub(super) fn check(registries: &[Registry], found: &mut Problems) {
    let (mut ids, mut hosts) = (BTreeSet::<&str>::new(), BTreeSet::new());
    if !registries.iter().flat_map(|registry| &registry.hosts).any(|host| host == "*") {
        found.at("", "has no entry with the host `*`, for all that no other entry is for");
    }
    for (index, registry) in registries.iter().enumerate() {
        let path = format!("[{index}]");
        found.id(format!("{path}.id"), &registry.id, &mut ids);
        found.phrase(format!("{path}.name"), &registry.name);
        for (index, host) in registry.hosts.iter().enumerate() {
            let path = format!("{path}.hosts[{index}]");
            if host != "*" && !is_pattern(host, b".-:") {
                found.at(
                    path,
                    format!("is `{host}`; a host is lower case, without `https://`, with `*` only at an end"),
                );
            } else if !hosts.insert(host) {
                found.at(path, format!("is `{host}`, which another registry has already"));
            }
        }
        if registry.server != "{registry}" && (registry.server.trim().is_empty() || registry.server.contains('{')) {
            found.at(format!("{path}.server"), "is what a pull secret has as its server, or `{registry}` for the host");
        }
        found.optional_sentence(format!("{path}.identity"), registry.identity.as_deref());
        found.optional_sentence(format!("{path}.note"), registry.note.as_deref());
        check_logins(&format!("{path}.logins"), registry, found);
    }
}

/// The logins of one registry.
fn check_logins(path: &str, registry: &Registry, found: &mut Problems) {
    if registry.logins.is_empty() && registry.note.is_none() {
        found.at(path, "has none, and no `note` says why none is needed");
    }
    let mut ids = BTreeSet::new();
    for (index, login) in registry.logins.iter().enumerate() {
        let path = format!("{path}[{index}]");
        found.id(format!("{path}.id"), &login.id, &mut ids);
        found.phrase(format!("{path}.name"), &login.name);
        found.sentence(format!("{path}.username"), &login.username);
        found.sentence(format!("{path}.password"), &login.password);
        found.optional_sentence(format!("{path}.expires"), login.expires.as_deref());
        if login.user.as_ref().is_some_and(|user| !login.username.contains(user.as_str())) {
            found.at(format!("{path}.username"), "does not name the `user` that it always is");
        }
    }
}

/// Whether `text` is a name in lower case, with digits and these signs, that may have a `*` at either end.
pub(super) fn is_pattern(text: &str, signs: &[u8]) -> bool {
    let bare = text.strip_prefix('*').unwrap_or(text);
    let bare = bare.strip_suffix('*').unwrap_or(bare);
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || signs.contains(&byte);
    !bare.is_empty() && bare.bytes().all(allowed)
}

/// All wrappers.
pub(super) fn check_wrappers(wrappers: &[Wrapper], found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (index, wrapper) in wrappers.iter().enumerate() {
        let path = format!("[{index}]");
        found.id(format!("{path}.id"), &wrapper.id, &mut ids);
        found.sentence(format!("{path}.explains"), &wrapper.explains);
        for (index, form) in wrapper.forms.iter().enumerate() {
            let path = format!("{path}.forms[{index}]");
            let holes: Vec<&str> = holes(form).collect();
            let known = Hole::ALL.map(|(name, _)| name);
            for hole in holes.iter().filter(|hole| !known.contains(hole)) {
                found.at(path.as_str(), format!("has the hole `{{{hole}}}`; there are: {}", known.join(", ")));
            }
            let literal: usize = form.len() - holes.iter().map(|hole| hole.len() + 2).sum::<usize>();
            if literal == 0 {
                found.at(path, "has no literal text, so it would fit anything");
            }
        }
    }
}

/// The words in braces of a form.
fn holes(form: &str) -> impl Iterator<Item = &str> {
    form.split('{').skip(1).filter_map(|tail| {
        let (name, _) = tail.split_once('}')?;
        (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).then_some(name)
    })
}
