//! Where a workload names its pull secrets: in the spec of its pods, or by their ServiceAccount.

use super::finding::{Aspect, Check, Fault};
use crate::document::{Node, NodeId};
use crate::objects::{DEFAULT_ACCOUNT, Object, PULL_SECRETS, at, names_of};
use rustc_hash::FxHashMap;

/// A pull secret that is named, and the line that does.
pub(super) struct Named<'stream> {
    pub(super) name: &'stream str,
    pub(super) line: usize,
}

/// Where a workload names its pull secrets, and which.
pub(super) struct Placed<'stream> {
    pub(super) names: Vec<Named<'stream>>,
    check: Check,
    /// What is said where the text has no Secret at all: the image may need none.
    check_without_secret: Option<Check>,
}

impl<'stream> Placed<'stream> {
    fn by(check: Check, list: Node<'stream, '_>) -> Self {
        Self { names: named(list), check, check_without_secret: None }
    }

    /// Whether that is the right place.
    pub(super) fn check(&self, has_secret: bool) -> Check {
        self.check_without_secret.as_ref().filter(|_| !has_secret).unwrap_or(&self.check).clone()
    }
}

/// The ServiceAccounts of a text, by name and namespace.
pub(super) struct Accounts<'a, 'stream, 'text> {
    by_name: FxHashMap<(&'a str, &'a str), (usize, &'a Object<'stream, 'text>)>,
}

impl<'a, 'stream, 'text> Accounts<'a, 'stream, 'text> {
    pub(super) fn of(objects: &'a [Object<'stream, 'text>]) -> Self {
        let mut by_name = FxHashMap::default();
        for (index, object) in objects.iter().enumerate().filter(|(_, object)| object.kind == "ServiceAccount") {
            by_name.entry((object.name.as_str(), object.namespace.as_str())).or_insert((index, object));
        }
        Self { by_name }
    }

    /// The first of this name in the namespace; one that says none can be in any.
    fn named(&self, name: &str, namespace: &str) -> Option<&'a Object<'stream, 'text>> {
        let found = [namespace, ""].into_iter().filter_map(|namespace| self.by_name.get(&(name, namespace)));
        found.min_by_key(|(index, _)| *index).map(|(_, account)| *account)
    }
}

/// Looks where a workload names its pull secrets.
pub(super) fn place<'stream>(workload: &Object<'stream, '_>, accounts: &Accounts<'_, 'stream, '_>) -> Placed<'stream> {
    let spec = workload.pod.map_or(workload.root, |(spec, _)| spec);
    if let Some(list) = at(spec, &[PULL_SECRETS]).filter(|list| !list.is_empty()) {
        let right = list.is_sequence() && list.items().all(|item| at(item, &["name"]).is_some());
        let line = list.line();
        let check = if right { Check::passed(Aspect::Place, line) } else { Check::failed(Fault::PlaceShape, line) };
        return Placed::by(check, list);
    }
    if let Some(list) = elsewhere(workload, spec) {
        let expected = format!("{}.{PULL_SECRETS}", path(workload.root, spec)).trim_start_matches('.').to_owned();
        let check = Check::failed(Fault::PlaceWrong, list.line());
        return Placed::by(check.with("found", path(workload.root, list)).with("expected", expected), list);
    }
    of_account(workload, spec, accounts)
}

fn of_account<'stream>(
    workload: &Object<'stream, '_>,
    spec: Node<'stream, '_>,
    accounts: &Accounts<'_, 'stream, '_>,
) -> Placed<'stream> {
    let account = ["serviceAccountName", "serviceAccount"].iter().find_map(|key| at(spec, &[key])?.text());
    let account = account.filter(|name| !name.is_empty()).unwrap_or(DEFAULT_ACCOUNT);
    let found = accounts.named(account, &workload.namespace);
    let list = found.and_then(|found| at(found.root, &[PULL_SECRETS])).filter(|list| !list.is_empty());
    // The names of the account are copied into a pod when it is made, and never later.
    let is_made = workload.kind == "Pod" && at(workload.root, &["metadata", "uid"]).is_some();
    let line = spec.line();
    let without = match (found, list) {
        (Some(_), None) => Check::open(Fault::PlaceMissing, line),
        (None, None) => Check::open(Fault::AccountNotHere, line),
        (_, Some(list)) => Check::passed(Aspect::Place, list.line()),
    };
    let check = match (found, list) {
        (Some(_), None) => Check::failed(Fault::PlaceMissing, line),
        _ if is_made => Check::failed(Fault::AccountTooLate, line),
        _ => without.clone(),
    };
    let told = |check: Check| check.with("account", account);
    let names = list.map(named).unwrap_or_default();
    Placed { names, check: told(check), check_without_secret: Some(told(without)) }
}

/// The names of a list, also of one that is not as it should be.
fn named<'stream>(list: Node<'stream, '_>) -> Vec<Named<'stream>> {
    names_of(list).filter_map(|name| Some(Named { name: name.text()?, line: name.line() })).collect()
}

/// A list of pull secrets at a place where nobody reads it. Kinds that are not Kubernetes' own may have fields of their
/// own: of these only the spec of the pods is looked through.
fn elsewhere<'stream, 'text>(
    workload: &Object<'stream, 'text>,
    spec: Node<'stream, 'text>,
) -> Option<Node<'stream, 'text>> {
    let is_field = |key: &str| key.eq_ignore_ascii_case(PULL_SECRETS) || key.eq_ignore_ascii_case("imagePullSecret");
    let mut waiting = vec![if workload.is_own_kind() { workload.root } else { spec }];
    while let Some(node) = waiting.pop() {
        for entry in node.entries() {
            let key = entry.key.text().unwrap_or_default();
            let is_right = node.id() == spec.id() && key == PULL_SECRETS;
            if is_field(key) && !is_right && !entry.value.is_empty() {
                return Some(entry.value);
            }
            waiting.push(entry.value);
        }
        waiting.extend(node.items());
    }
    None
}

/// The keys and numbers on the way from `root` to `node`: `spec.containers[0].image`.
fn path(root: Node<'_, '_>, node: Node<'_, '_>) -> String {
    let mut steps = Vec::new();
    let mut node = node;
    while let Some(parent) = node.parent().filter(|_| node.id() != root.id()) {
        steps.push(step(parent, node.id()));
        node = parent;
    }
    steps.reverse();
    steps.concat().trim_start_matches('.').to_owned()
}

fn step(parent: Node<'_, '_>, child: NodeId) -> String {
    match parent.items().position(|item| item.id() == child) {
        Some(index) => format!("[{index}]"),
        None => {
            let entry = parent.entries().find(|entry| entry.value.id() == child);
            format!(".{}", entry.and_then(|entry| entry.key.text()).unwrap_or_default())
        }
    }
}
