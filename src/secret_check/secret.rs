//! The checks of a Secret by itself.

use super::config::{self, Entry};
use super::finding::{Aspect, Check, Fault};
use crate::document::Node;
use crate::manifest::names::{NameKind, check_name};
use crate::manifest::placeholder;
use crate::objects::{DOCKER_CONFIGS as TYPES, Object, at};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Names of the key without their dots and in small letters, as people write them by mistake.
const NEAR_KEYS: [&str; 6] =
    ["dockerconfigjson", "dockercfg", "dockerconfig", "configjson", "dockerconfigfile", "dockerconfjson"];

/// The most names that a sentence lists.
pub(super) const MOST_NAMES: usize = 20;

/// A Secret, what was checked of it, and the logins that it holds.
#[derive(Clone, Debug)]
pub(super) struct Examined<'a, 'stream, 'text> {
    pub(super) object: &'a Object<'stream, 'text>,
    /// What is to be said of it but for the logins.
    pub(super) checks: Vec<Check>,
    pub(super) entries: Vec<Entry>,
}

/// Examines a Secret that is a pull secret or is meant for one; `is_meant` where something else says so.
pub(super) fn examine<'a, 'stream, 'text>(
    object: &'a Object<'stream, 'text>,
    is_meant: bool,
    now: Option<u64>,
) -> Option<Examined<'a, 'stream, 'text>> {
    let kind_of = at(object.root, &["type"]);
    let told = kind_of.and_then(Node::text).unwrap_or_default();
    let key = key(object);
    let known = TYPES.iter().find(|(name, _)| *name == told);
    let is_secret = object.kind == "Secret";
    if !(is_secret && (is_meant || known.is_some()) || key.is_some()) {
        return None;
    }
    let line = kind_of.map_or(object.root.line(), Node::line);
    let mut checks = vec![match (is_secret, known, told) {
        (false, ..) => Check::failed(Fault::KindWrong, object.root.line()).with("found", object.kind.as_str()),
        (true, Some((name, _)), _) => Check::passed(Aspect::Type, line).with("type", *name),
        (true, None, "") => Check::failed(Fault::TypeMissing, line),
        (true, None, told) => Check::failed(Fault::TypeWrong, line).with("found", told),
    }];
    if let Err(problem) = check_name(NameKind::Secret, &object.name) {
        let name = at(object.root, &["metadata", "name"]).map_or(object.root.line(), Node::line);
        let expected = problem.suggestion.unwrap_or_default();
        checks.push(
            Check::failed(Fault::NameIllegal, name).with("found", object.name.as_str()).with("expected", expected),
        );
    }
    let old = known.map_or(key.as_ref().is_some_and(|key| key.name == TYPES[1].1), |(name, _)| *name == TYPES[1].0);
    let expected = TYPES[usize::from(old)].1;
    let mut entries = Vec::new();
    match key {
        None => {
            let keys = keys(object).iter().map(|key| key.name).take(MOST_NAMES).collect::<Vec<_>>().join(", ");
            let fault = if keys.is_empty() { Fault::DataMissing } else { Fault::KeyMissing };
            checks.push(Check::failed(fault, object.root.line()).with("found", keys).with("expected", expected));
        }
        Some(key) => {
            let line = key.value.line();
            checks.push(if key.name == expected {
                Check::passed(Aspect::Key, line).with("expected", expected)
            } else {
                Check::failed(Fault::KeyMisspelt, line).with("found", key.name).with("expected", expected)
            });
            contents(&key, old, now, &mut checks, &mut entries);
        }
    }
    Some(Examined { object, checks, entries })
}

/// A key of a Secret's data.
pub(super) struct Key<'stream, 'text> {
    name: &'stream str,
    value: Node<'stream, 'text>,
    /// Whether it stands under `stringData`, as it is.
    plain: bool,
}

/// All keys, those under `stringData` first: they count where both have one.
pub(super) fn keys<'stream, 'text>(object: &Object<'stream, 'text>) -> Vec<Key<'stream, 'text>> {
    let of = |field, plain| {
        let entries = at(object.root, &[field]).into_iter().flat_map(Node::entries);
        entries.filter_map(move |entry| Some(Key { name: entry.key.text()?, value: entry.value.resolved(), plain }))
    };
    of("stringData", true).chain(of("data", false)).collect()
}

/// The key with the configuration: one with the right name before one that is meant so.
fn key<'stream, 'text>(object: &Object<'stream, 'text>) -> Option<Key<'stream, 'text>> {
    let is_right = |key: &Key| TYPES.iter().any(|(_, name)| *name == key.name);
    let letters =
        |name: &str| name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let is_near = |key: &Key| NEAR_KEYS.contains(&letters(key.name).as_str());
    let (right, other): (Vec<_>, Vec<_>) = keys(object).into_iter().partition(is_right);
    right.into_iter().chain(other.into_iter().filter(is_near)).next()
}

/// The checks of what stands under the key, one inside the other: base64, JSON, logins.
fn contents(key: &Key<'_, '_>, old: bool, now: Option<u64>, checks: &mut Vec<Check>, entries: &mut Vec<Entry>) {
    let line = key.value.line();
    let text = key.value.text().unwrap_or_default();
    let (encoding, json) = if text.trim().is_empty() {
        (Err(Fault::KeyEmpty), None)
    } else if placeholder::known(text).is_none() {
        (Err(Fault::Placeholder), None)
    } else if key.plain {
        plain(text)
    } else {
        encoded(text)
    };
    checks.push(match encoding {
        Ok(()) => Check::passed(Aspect::Encoding, line),
        Err(fault) => Check::failed(fault, line),
    });
    let Some(json) = json else { return };
    match config::entries(&json, old, line, now) {
        Err(fault) => checks.push(Check::failed(fault, line)),
        Ok(found) => {
            checks.push(Check::passed(Aspect::Json, line));
            *entries = found;
        }
    }
}

type Decoded = (Result<(), Fault>, Option<String>);

fn plain(text: &str) -> Decoded {
    match json_of(text) {
        Some(json) if !text.trim_start().starts_with('{') => (Err(Fault::StringDataIsBase64), Some(json)),
        _ => (Ok(()), Some(text.to_owned())),
    }
}

fn encoded(text: &str) -> Decoded {
    if text.trim_start().starts_with('{') {
        return (Err(Fault::DataIsJson), Some(text.to_owned()));
    }
    // Line ends are passed over by the API server too, other white space is not.
    let without_ends: String = text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    let letters: String = without_ends.chars().filter(|c| !c.is_whitespace()).collect();
    let Ok(bytes) = STANDARD.decode(&letters) else { return (Err(Fault::Base64Invalid), None) };
    let Ok(decoded) = String::from_utf8(bytes) else { return (Err(Fault::NotText), None) };
    let broken = letters.len() != without_ends.len();
    match json_of(&decoded) {
        Some(json) => (Err(Fault::EncodedTwice), Some(json)),
        None if broken => (Err(Fault::Base64Broken), Some(decoded)),
        None => (Ok(()), Some(decoded)),
    }
}

/// What `text` is the base64 of, where that is JSON.
fn json_of(text: &str) -> Option<String> {
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let decoded = String::from_utf8(STANDARD.decode(letters).ok()?).ok()?;
    decoded.trim_start().starts_with('{').then_some(decoded)
}
