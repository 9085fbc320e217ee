//! The server that a login of a Secret stands under. User name and password are passed by: no letter of them changes,
//! and none is told.

use super::listed;
use crate::document::{self, Node, ScalarStyle};
use crate::manifest::docker_config::{bare, field, readable};
use crate::mask::masked;
use crate::objects::{DOCKER_CONFIGS, Object, find};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::Explanation;
use crate::patch::refusal::{Refusal, RefusalKind};
use crate::text::Span;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub(super) fn plan(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    old: &str,
    new: &str,
) -> Result<(), Refusal> {
    if old == new {
        return Ok(());
    }
    let (mut servers, mut found) = (Vec::new(), false);
    for secret in objects.iter().filter(|object| object.kind == "Secret") {
        let Some(config) = Config::of(secret) else { continue };
        let is_old = |key: &str| key != new && (key == old || bare(key) == old || masked(bare(key)) == old);
        let keys = config.servers();
        servers.extend(keys.iter().map(|(key, _)| masked(bare(key))));
        let has_new = keys.iter().any(|(key, _)| key == new);
        found |= has_new;
        let wrong: Vec<Span> = keys.iter().filter(|(key, _)| is_old(key)).map(|(_, span)| *span).collect();
        match wrong.as_slice() {
            [] => {}
            _ if has_new => return Err(Refusal::with(RefusalKind::ServerTwice, config.value.line(), new)),
            [span] => {
                found = true;
                let why = Why { path: secret.path(&config.path), explanation: Explanation::SecretServer };
                config.set(plan, text, *span, new, why)?;
            }
            // The same server twice, in two spellings or in one: nobody can tell which login is meant.
            _ => return Err(Refusal::at(RefusalKind::Unsafe, config.value)),
        }
    }
    if found { Ok(()) } else { Err(Refusal::with(RefusalKind::ServerNotFound, 1, listed(servers))) }
}

/// The Docker configuration of a Secret.
struct Config<'stream, 'text> {
    /// What stands in the Secret.
    value: Node<'stream, 'text>,
    /// Where it stands.
    path: String,
    /// The JSON.
    json: String,
    /// What it is encoded as in the Secret; nothing where it stands there as it is.
    base64: Option<&'stream str>,
    /// Whether the logins stand without `auths` around them.
    old: bool,
}

impl<'stream, 'text> Config<'stream, 'text> {
    /// The one that counts: `stringData` goes before `data`. None where there is none that can be read.
    fn of(secret: &Object<'stream, 'text>) -> Option<Self> {
        let places = ["stringData", "data"].iter().flat_map(|at| DOCKER_CONFIGS.map(|(_, key)| (*at, key)));
        let (at, key, value) =
            places.into_iter().find_map(|(at, key)| Some((at, key, find(find(secret.root, at)?, key)?)))?;
        let text = value.text()?;
        let base64 = (at == "data").then(|| text.trim());
        let json = match base64 {
            Some(letters) => {
                let letters: String = letters.chars().filter(|letter| !letter.is_whitespace()).collect();
                String::from_utf8(STANDARD.decode(letters).ok()?).ok()?
            }
            None => text.to_owned(),
        };
        Some(Self { value, path: format!("{at}[{key}]"), json, base64, old: key == DOCKER_CONFIGS[1].1 })
    }

    /// The servers, and where each stands in the JSON, without its quotes.
    fn servers(&self) -> Vec<(String, Span)> {
        let json = readable(&self.json);
        // What was written otherwise to be read has other places.
        if json.len() != self.json.len() {
            return Vec::new();
        }
        let stream = document::read(&json);
        let root = stream.documents().next().and_then(document::Document::root);
        let root = root.filter(|_| stream.problem().is_none() && stream.documents().len() == 1);
        let auths = if self.old { root } else { root.and_then(|root| field(root, "auths")) };
        let quoted = |key: Node<'_, '_>| key.style() == Some(ScalarStyle::Double) && key.span().len() >= 2;
        let keys = auths.into_iter().flat_map(Node::entries).map(|entry| entry.key).filter(|key| quoted(*key));
        keys.filter_map(|key| {
            Some((key.text()?.to_owned(), Span::new(key.span().start + 1, key.span().end.saturating_sub(1))))
        })
        .collect()
    }

    /// Another server at this place of the JSON.
    fn set(&self, plan: &mut Plan, text: &str, span: Span, new: &str, why: Why) -> Result<(), Refusal> {
        let before = Span::new(0, span.start).of(&self.json);
        let old = span.of(&self.json);
        let Some(base64) = self.base64 else {
            let nth = before.matches(old).count();
            return plan.set_part(text, self.value, (old, nth, new), why);
        };
        let behind = self.json.get(span.end..).unwrap_or_default();
        let encoded = STANDARD.encode(format!("{before}{new}{behind}"));
        plan.set_part(text, self.value, (base64, 0, &encoded), why)
    }
}
