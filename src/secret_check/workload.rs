//! The checks of a workload against the pull secrets and ServiceAccounts beside it.

use super::finding::{Aspect, Check, Fault, HELP};
use super::place::{Named, Placed};
use super::secret::{Examined, MOST_NAMES};
use crate::document::Node;
use crate::image::{DOCKER_HUB, ImageReference, help};
use crate::manifest::names::{NameKind, check_name};
use crate::manifest::server::{self, ServerProblemKind};
use crate::mask::masked;
use crate::objects::{Object, at};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// What the name of an image is made of, where there is no likely correction.
const SHAPE: &str = "registry/repository:tag";

/// The pull secrets of a text, by their names.
pub(super) struct Secrets<'a, 'stream, 'text> {
    by_name: FxHashMap<&'a str, &'a Examined<'a, 'stream, 'text>>,
    by_name_and_namespace: FxHashMap<(&'a str, &'a str), &'a Examined<'a, 'stream, 'text>>,
    /// The first in each namespace that no workload names, and its number among all of these.
    unnamed: FxHashMap<&'a str, (usize, &'a Examined<'a, 'stream, 'text>)>,
    /// The first of these, and whether there is no other.
    first_unnamed: Option<(&'a Examined<'a, 'stream, 'text>, bool)>,
    only: Option<&'a Examined<'a, 'stream, 'text>>,
}

impl<'a, 'stream, 'text> Secrets<'a, 'stream, 'text> {
    /// `named` are the names that some workload has.
    pub(super) fn of(secrets: &'a [Examined<'a, 'stream, 'text>], named: &FxHashSet<&str>) -> Self {
        let (mut by_name, mut by_name_and_namespace) = (FxHashMap::default(), FxHashMap::default());
        for secret in secrets {
            let Object { name, namespace, .. } = secret.object;
            by_name.entry(name.as_str()).or_insert(secret);
            by_name_and_namespace.entry((name.as_str(), namespace.as_str())).or_insert(secret);
        }
        let others = || secrets.iter().filter(|secret| !named.contains(secret.object.name.as_str()));
        let mut unnamed = FxHashMap::default();
        for (index, secret) in others().enumerate() {
            unnamed.entry(secret.object.namespace.as_str()).or_insert((index, secret));
        }
        let first_unnamed = others().next().map(|first| (first, others().nth(1).is_none()));
        let only = if let [only] = secrets { Some(only) } else { None };
        Self { by_name, by_name_and_namespace, unnamed, first_unnamed, only }
    }

    /// The Secret of a name, that of the same namespace first.
    fn named(&self, name: &str, namespace: &str) -> Option<&'a Examined<'a, 'stream, 'text>> {
        self.by_name_and_namespace.get(&(name, namespace)).or_else(|| self.by_name.get(name)).copied()
    }

    /// A Secret that nothing names and that can be meant in this namespace.
    fn unnamed(&self, namespace: &str) -> Option<&'a Examined<'a, 'stream, 'text>> {
        let (first, is_only) = self.first_unnamed?;
        // One alone is meant, wherever it is; and who says no namespace can be in any.
        if is_only || namespace.is_empty() {
            return Some(first);
        }
        let near = [namespace, ""].into_iter().filter_map(|namespace| self.unnamed.get(namespace));
        near.min_by_key(|(index, _)| *index).map(|(_, secret)| *secret)
    }
}

/// Everything that can be checked of a workload, in the order in which to mend it. `None` where more pairs of an image and
/// a login would have to be compared than `left`, which shrinks by those that are.
pub(super) fn checks(
    workload: &Object<'_, '_>,
    placed: &Placed<'_>,
    secrets: &Secrets<'_, '_, '_>,
    left: &mut usize,
) -> Option<Vec<Check>> {
    let mut checks = image_names(workload);
    checks.push(placed.check(!secrets.by_name.is_empty()));
    let used = matched(workload, &placed.names, secrets, &mut checks);
    let logins: usize = used.iter().map(|secret| secret.entries.len()).sum();
    *left = left.checked_sub(logins.saturating_mul(workload.places().len()))?;
    checks.extend(entries(workload, &used));
    Some(checks)
}

/// What looks wrong with the names of the images.
fn image_names(workload: &Object<'_, '_>) -> Vec<Check> {
    let places = workload.places();
    let images: Vec<_> = places.iter().filter_map(|place| Some((place.image?.line(), place.image?.text()?))).collect();
    let mut all: Vec<&str> = images.iter().map(|(_, image)| *image).collect();
    all.sort_unstable();
    all.dedup();
    // More images than this are no one pod's, and say nothing about each other.
    let beside = if all.len() > MOST_NAMES { &[] } else { all.as_slice() };
    let odd = images.iter().filter_map(|(line, image)| {
        let help = help(&ImageReference::parse(image), beside)?;
        let check = if help.is_certain() {
            Check::failed(Fault::ImageWrong, *line)
        } else {
            Check::open(Fault::ImageOdd, *line)
        };
        let expected = help.reference.unwrap_or_else(|| SHAPE.to_owned());
        Some(check.with("found", masked(image)).with("expected", masked(&expected)).with(HELP, help.about.id()))
    });
    let odd: Vec<Check> = odd.collect();
    match images.first() {
        Some((line, _)) if odd.is_empty() => vec![Check::passed(Aspect::Image, *line)],
        _ => odd,
    }
}

/// The images of workloads, each once.
pub(super) fn images(workloads: &[&Object<'_, '_>]) -> Vec<ImageReference> {
    let places = workloads.iter().flat_map(|workload| workload.places());
    let written: BTreeSet<String> = places.filter_map(|place| place.image?.text().map(str::to_owned)).collect();
    written.iter().map(|image| ImageReference::parse(image)).filter(ImageReference::is_valid).collect()
}

/// The pull secrets that the names mean, with the checks of names and namespaces.
fn matched<'a, 'stream, 'text>(
    workload: &Object<'_, '_>,
    names: &[Named<'_>],
    secrets: &Secrets<'a, 'stream, 'text>,
    checks: &mut Vec<Check>,
) -> Vec<&'a Examined<'a, 'stream, 'text>> {
    for named in names {
        if let Err(problem) = check_name(NameKind::Secret, named.name) {
            let expected = problem.suggestion.unwrap_or_default();
            let check = Check::failed(Fault::NameIllegal, named.line);
            checks.push(check.with("found", named.name).with("expected", expected));
        }
    }
    let mut used = Vec::new();
    let mut missing = Vec::new();
    for named in names {
        match secrets.named(named.name, &workload.namespace) {
            Some(secret) => {
                checks.push(Check::passed(Aspect::Name, named.line).with("found", named.name));
                used.push(secret);
            }
            None => missing.push(named),
        }
    }
    for named in missing {
        let check = match secrets.unnamed(&workload.namespace).filter(|_| used.is_empty()) {
            Some(other) => {
                used.push(other);
                Check::failed(Fault::NameDiffers, named.line).with("expected", other.object.name.as_str())
            }
            None => Check::open(Fault::SecretNotHere, named.line),
        };
        checks.push(check.with("found", named.name));
    }
    // Where nothing is named, the one pull secret that is here is meant: its logins are looked at all the same.
    if let (true, Some(only)) = (names.is_empty(), secrets.only) {
        used.push(only);
    }
    checks.extend(used.iter().map(|secret| namespace(workload, secret)));
    used
}

fn namespace(workload: &Object<'_, '_>, secret: &Examined<'_, '_, '_>) -> Check {
    let (its, other) = (workload.namespace.as_str(), secret.object.namespace.as_str());
    let line = at(secret.object.root, &["metadata", "namespace"]).map_or(secret.object.root.line(), Node::line);
    let check = if its == other {
        Check::passed(Aspect::Namespace, line)
    } else if its.is_empty() || other.is_empty() {
        Check::open(Fault::NamespaceOpen, line)
    } else {
        Check::failed(Fault::NamespaceDiffers, line)
    };
    check.with("found", other).with("expected", its).with("name", secret.object.name.as_str())
}

/// One check for each registry of the workload's images. Where the login that serves one is wrong by itself, that is said
/// of the Secret.
fn entries(workload: &Object<'_, '_>, used: &[&Examined<'_, '_, '_>]) -> Vec<Check> {
    let mut logins: Vec<_> = used.iter().flat_map(|secret| &secret.entries).collect();
    if logins.is_empty() {
        return Vec::new();
    }
    // In the order in which the kubelet tries them.
    logins.sort_by_cached_key(|entry| std::cmp::Reverse(server::key(&entry.server)));
    let servers: Vec<&str> = logins.iter().map(|entry| entry.server.as_str()).collect();
    let serving = |image: &ImageReference| {
        let fits = |server: &str| server::serves(server, &image.registry, &image.repository);
        let serving: Vec<_> = logins.iter().filter(|entry| fits(&entry.server)).collect();
        serving.iter().copied().find(|entry| !entry.fails()).or(serving.first().copied()).copied()
    };
    let mut images = Vec::new();
    let mut seen = FxHashSet::default();
    for place in workload.places() {
        let Some((node, text)) = place.image.and_then(|node| Some((node, node.text()?))) else { continue };
        let image = ImageReference::parse(text);
        if image.is_valid() && seen.insert((image.registry.clone(), image.repository.clone())) {
            let serving = serving(&image);
            images.push((node.line(), image, serving));
        }
    }
    let some_is_served = images.iter().any(|(_, _, serving)| serving.is_some());
    let mut told = FxHashSet::default();
    let checks = images.iter().filter_map(|(line, image, serving)| {
        let check = match serving {
            Some(login) if login.fails() => return None,
            Some(login) => Check::passed(Aspect::Entry, *line).with("server", login.server.clone()),
            None => unserved(image, *line, &servers, some_is_served),
        };
        Some(check.with("registry", image.registry.clone()))
    });
    checks.filter(|check| told.insert((check.outcome, check.facts.clone()))).collect()
}

/// Why no login serves an image.
fn unserved(image: &ImageReference, line: usize, servers: &[&str], some_is_served: bool) -> Check {
    let expected = if image.registry == DOCKER_HUB { server::DOCKER_HUB_SERVER } else { image.registry.as_str() };
    if let Some((fault, found)) = servers.iter().find_map(|server| Some((nearly(server, image)?, *server))) {
        return Check::failed(fault, line).with("found", found).with("expected", expected);
    }
    let check = if some_is_served && image.registry == DOCKER_HUB {
        Check::open(Fault::EntryPublic, line)
    } else {
        Check::failed(Fault::EntryMissing, line)
    };
    let found: Vec<&str> = servers.iter().copied().take(MOST_NAMES).collect();
    check.with("found", found.join(", ")).with("expected", expected)
}

/// What keeps a login from serving an image that it is likely meant for.
fn nearly(server: &str, image: &ImageReference) -> Option<Fault> {
    let host = |registry: &str| registry.rsplit_once(':').map_or(registry, |(host, _)| host).to_owned();
    let registry = server::registry(server);
    let problem = server::problem(server, &image.repository);
    let suggested = problem.as_ref().and_then(|problem| problem.suggestion.as_deref());
    let meant = suggested.unwrap_or(server::normalised(server));
    if server::serves(meant, &image.registry, &image.repository) {
        let is_path = problem.is_some_and(|problem| problem.kind == ServerProblemKind::Path);
        Some(if is_path { Fault::EntryPath } else { Fault::EntryMisspelt })
    } else {
        (registry != image.registry && host(registry) == host(&image.registry)).then_some(Fault::EntryPort)
    }
}
