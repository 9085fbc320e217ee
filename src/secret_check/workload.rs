//! The checks of a workload against the pull secrets and ServiceAccounts beside it.

use super::finding::{Aspect, Check, Fault};
use super::secret::Examined;
use crate::document::Node;
use crate::image::{DOCKER_HUB, ImageReference};
use crate::manifest::names::{NameKind, check_name};
use crate::manifest::server::{self, ServerProblemKind};
use crate::objects::{Object, at};

/// The field that names pull secrets.
const FIELD: &str = "imagePullSecrets";
/// The ServiceAccount of a pod that names none.
const DEFAULT_ACCOUNT: &str = "default";

type Secrets<'a, 'stream, 'text> = &'a [Examined<'a, 'stream, 'text>];

/// Everything that can be checked of a workload, in the order in which to mend it.
pub(super) fn checks(
    workload: &Object<'_, '_>,
    secrets: Secrets<'_, '_, '_>,
    accounts: &[&Object<'_, '_>],
) -> Vec<Check> {
    let (mut checks, names) = place(workload, accounts);
    let used = matched(workload, &names, secrets, &mut checks);
    checks.extend(entries(workload, &used));
    checks
}

/// The pull secrets that a workload names, or its ServiceAccount for it.
pub(super) fn names<'stream>(workload: &Object<'stream, '_>, accounts: &[&Object<'stream, '_>]) -> Vec<&'stream str> {
    place(workload, accounts).1.into_iter().map(|named| named.name).collect()
}

/// A pull secret that is named, and the line that does.
struct Named<'stream> {
    name: &'stream str,
    line: usize,
}

/// Where the pull secrets are named, and which.
fn place<'stream>(
    workload: &Object<'stream, '_>,
    accounts: &[&Object<'stream, '_>],
) -> (Vec<Check>, Vec<Named<'stream>>) {
    let Some((spec, _)) = workload.pod else { return (Vec::new(), Vec::new()) };
    if let Some(list) = at(spec, &[FIELD]).filter(|list| !list.is_empty()) {
        let names = named(list);
        let right = list.is_sequence() && list.items().all(|item| at(item, &["name"]).is_some());
        let check = if right {
            Check::passed(Aspect::Place, list.line())
        } else {
            Check::failed(Fault::PlaceShape, list.line())
        };
        return (vec![check], names);
    }
    if let Some((path, list)) = elsewhere(workload.root, spec) {
        let expected = path_of(workload.root, spec).map_or(FIELD.to_owned(), |spec| format!("{spec}.{FIELD}"));
        let check = Check::failed(Fault::PlaceWrong, list.line()).with("found", path).with("expected", expected);
        return (vec![check], named(list));
    }
    let account = ["serviceAccountName", "serviceAccount"].iter().find_map(|key| at(spec, &[key])?.text());
    let account = account.filter(|name| !name.is_empty()).unwrap_or(DEFAULT_ACCOUNT);
    let is_it =
        |it: &&&Object<'_, '_>| it.name == account && (it.namespace == workload.namespace || it.namespace.is_empty());
    let line = spec.line();
    match accounts.iter().find(is_it) {
        None => (vec![Check::open(Fault::AccountNotHere, line).with("account", account)], Vec::new()),
        Some(found) => match at(found.root, &[FIELD]).filter(|list| !list.is_empty()) {
            None => (vec![Check::failed(Fault::PlaceMissing, line).with("account", account)], Vec::new()),
            Some(list) => (vec![Check::passed(Aspect::Place, list.line()).with("account", account)], named(list)),
        },
    }
}

/// The names of a list, also of one that is not as it should be.
fn named<'stream>(list: Node<'stream, '_>) -> Vec<Named<'stream>> {
    let one = |item: Node<'stream, '_>| {
        let item = item.resolved();
        let name = at(item, &["name"]).unwrap_or(item);
        Some(Named { name: name.text()?, line: name.line() })
    };
    if list.is_sequence() { list.items().filter_map(one).collect() } else { one(list).into_iter().collect() }
}

/// A list of pull secrets at a place where nobody reads it, and the path of that.
fn elsewhere<'stream, 'text>(root: Node<'stream, 'text>, spec: Node<'_, '_>) -> Option<(String, Node<'stream, 'text>)> {
    let is_field = |key: &str| key.eq_ignore_ascii_case(FIELD) || key.eq_ignore_ascii_case("imagePullSecret");
    walk(root, |path, entry_key, parent, value| {
        let right = parent.id() == spec.id() && entry_key == FIELD;
        (is_field(entry_key) && !right && !value.is_empty()).then(|| (path.to_owned(), value.resolved()))
    })
}

fn path_of(root: Node<'_, '_>, wanted: Node<'_, '_>) -> Option<String> {
    walk(root, |path, _, _, value| (value.resolved().id() == wanted.id()).then(|| path.to_owned()))
}

/// Goes through all entries of all mappings below `root`, and gives the first answer of `look`, which hears path, key,
/// mapping and value.
fn walk<'stream, 'text, T>(
    root: Node<'stream, 'text>,
    look: impl Fn(&str, &str, Node<'stream, 'text>, Node<'stream, 'text>) -> Option<T>,
) -> Option<T> {
    let mut waiting = vec![(String::new(), root)];
    while let Some((path, node)) = waiting.pop() {
        for entry in node.entries() {
            let key = entry.key.text().unwrap_or_default();
            let below = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            if let Some(found) = look(&below, key, node, entry.value) {
                return Some(found);
            }
            waiting.push((below, entry.value));
        }
        waiting.extend(node.items().enumerate().map(|(index, item)| (format!("{path}[{index}]"), item)));
    }
    None
}

/// The pull secrets that the names mean, with the checks of names and namespaces.
fn matched<'a, 'stream, 'text>(
    workload: &Object<'_, '_>,
    names: &[Named<'_>],
    secrets: Secrets<'a, 'stream, 'text>,
    checks: &mut Vec<Check>,
) -> Vec<&'a Examined<'a, 'stream, 'text>> {
    for named in names {
        if let Err(problem) = check_name(NameKind::Secret, named.name) {
            let expected = problem.suggestion.unwrap_or_default();
            let check = Check::failed(Fault::NameIllegal, named.line);
            checks.push(check.with("found", named.name).with("expected", expected));
        }
    }
    let of_name = |name: &str| {
        let same: Vec<_> = secrets.iter().filter(|secret| secret.object.name == name).collect();
        same.iter().copied().find(|it| it.object.namespace == workload.namespace).or(same.first().copied())
    };
    let (found, missing): (Vec<_>, Vec<_>) =
        names.iter().map(|named| (named, of_name(named.name))).partition(|(_, secret)| secret.is_some());
    let mut used: Vec<&Examined> = Vec::new();
    for (named, secret) in found.iter().filter_map(|(named, secret)| Some((named, (*secret)?))) {
        checks.push(Check::passed(Aspect::Name, named.line).with("found", named.name));
        used.push(secret);
    }
    for (named, _) in missing {
        let other = secrets.iter().find(|secret| !names.iter().any(|named| secret.object.name == named.name));
        let check = match other.filter(|_| used.is_empty()) {
            Some(other) => {
                used.push(other);
                Check::failed(Fault::NameDiffers, named.line).with("expected", other.object.name.as_str())
            }
            None => Check::open(Fault::SecretNotHere, named.line),
        };
        checks.push(check.with("found", named.name));
    }
    // Where nothing is named, the one pull secret that is here is meant: its logins are looked at all the same.
    if let (true, [only]) = (names.is_empty(), secrets) {
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

/// One check for each registry of the workload's images.
fn entries(workload: &Object<'_, '_>, used: &[&Examined<'_, '_, '_>]) -> Vec<Check> {
    let servers: Vec<&str> = used.iter().flat_map(|secret| &secret.entries).map(|entry| &*entry.server).collect();
    if servers.is_empty() {
        return Vec::new();
    }
    let places = workload.places();
    let images = places.iter().filter_map(|place| place.image);
    let images = images.filter_map(|image| Some((image.line(), ImageReference::parse(image.text()?))));
    let images: Vec<(usize, ImageReference)> = images.filter(|(_, image)| image.is_valid()).collect();
    let server_of = |image: &ImageReference| {
        servers.iter().copied().find(|server| server::serves(server, &image.registry, &image.repository))
    };
    let some_is_served = images.iter().any(|(_, image)| server_of(image).is_some());
    let mut checks: Vec<Check> = Vec::new();
    for (line, image) in &images {
        let check = match server_of(image) {
            Some(server) => Check::passed(Aspect::Entry, *line).with("server", server),
            None => unserved(image, *line, &servers, some_is_served),
        };
        let check = check.with("registry", image.registry.clone());
        let same = |known: &&Check| known.outcome == check.outcome && known.facts == check.facts;
        if !checks.iter().any(|known| same(&known)) {
            checks.push(check);
        }
    }
    checks
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
    check.with("found", servers.join(", ")).with("expected", expected)
}

/// What keeps a login from serving an image that it is likely meant for.
fn nearly(server: &str, image: &ImageReference) -> Option<Fault> {
    let host = |registry: &str| registry.rsplit_once(':').map_or(registry, |(host, _)| host).to_owned();
    let registry = server::registry(server);
    let problem = server::problem(server, &image.repository);
    let meant = problem.as_ref().and_then(|problem| problem.suggestion.as_deref());
    if meant.is_some_and(|meant| server::serves(meant, &image.registry, &image.repository)) {
        let is_path = problem.is_some_and(|problem| problem.kind == ServerProblemKind::Path);
        Some(if is_path { Fault::EntryPath } else { Fault::EntryMisspelt })
    } else {
        (registry != image.registry && host(registry) == host(&image.registry)).then_some(Fault::EntryPort)
    }
}
