//! From what is wrong to the edits that mend it, and back: what of it an edited text has no more.

use super::finding::{Aspect, Check, Facts, Fault, Outcome};
use super::{SecretReport, Subject};
use crate::patch::Edit;
use rustc_hash::{FxHashMap, FxHashSet};

/// The most edits that are offered. A person chooses among them.
const MOST: usize = 20;

/// An edit that mends something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The edit.
    pub edit: Edit,
    /// Whether what it mends is wrong for certain. Else the text does not tell, and with the edit it does.
    pub is_needed: bool,
}

/// The edits for what is wrong, in the order in which to make them. Whether each can be made is another question: no
/// byte of the text was looked at.
///
/// An edit that would mend one workload and break another is none, nor is one that is for two values.
#[must_use]
pub fn mends(report: &SecretReport) -> Vec<Mend> {
    let needed = |edit| Mend { edit, is_needed: true };
    let renames = all(report).filter(|check| check.fault() == Some(Fault::NameDiffers));
    let renames = renames.filter_map(|check| {
        Some(Edit::RenamePullSecret { old: fact(check, "found")?.into(), new: fact(check, "expected")?.into() })
    });
    let types = report.subjects.iter().filter(|subject| subject.kind == "Secret" && has_wrong_type(subject));
    let types = types.map(|subject| Edit::SetSecretType { name: subject.name.clone() });
    let all = renames.chain(types).map(needed).chain(namespaces(report)).chain(servers(report).map(needed));
    let mut mends: Vec<Mend> = Vec::new();
    for mend in all {
        if mends.len() < MOST && !mends.contains(&mend) {
            mends.push(mend);
        }
    }
    mends
}

fn has_wrong_type(subject: &Subject) -> bool {
    subject.checks.iter().any(|check| match check.fault() {
        Some(Fault::TypeMissing | Fault::TypeWrong) => true,
        // The key is right, and the type is the one of the older key.
        Some(Fault::KeyMisspelt) => fact(check, "found") == Some(crate::manifest::pull_secret::KEY),
        _ => false,
    })
}

/// Secrets that all pods here that name them want in one namespace.
fn namespaces(report: &SecretReport) -> Vec<Mend> {
    let mut wanted: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    let checks = || all(report).filter(|check| check.aspect == Aspect::Namespace);
    for check in checks() {
        let (name, namespace) = (fact(check, "name").unwrap_or_default(), fact(check, "expected").unwrap_or_default());
        wanted.entry(name).or_default().insert(namespace);
    }
    let mend = |check: &Check| {
        let (name, namespace) = (fact(check, "name")?, fact(check, "expected")?);
        let is_agreed = wanted.get(name).is_some_and(|namespaces| namespaces.len() == 1) && !namespace.is_empty();
        let edit = Edit::SetSecretNamespace { name: name.into(), namespace: namespace.into() };
        let is_needed = check.fault()? == Fault::NamespaceDiffers;
        (is_agreed && !name.is_empty()).then_some(Mend { edit, is_needed })
    };
    checks().filter_map(mend).collect()
}

/// Logins under a server where nobody looks for them. One that serves another image as it stands is left alone.
fn servers(report: &SecretReport) -> impl Iterator<Item = Edit> {
    let (mut used, mut wanted) = (FxHashSet::default(), FxHashMap::<&str, FxHashSet<&str>>::default());
    let mut pairs = Vec::new();
    for check in all(report).filter(|check| check.aspect == Aspect::Entry) {
        used.extend(fact(check, "server"));
        let is_near = matches!(check.fault(), Some(Fault::EntryMisspelt | Fault::EntryPort | Fault::EntryPath));
        if let (true, Some(old), Some(new)) = (is_near, fact(check, "found"), fact(check, "expected")) {
            wanted.entry(old).or_default().insert(new);
            pairs.push((old, new));
        }
    }
    let is_sure =
        move |(old, _): &(&str, &str)| !used.contains(old) && wanted.get(old).is_some_and(|all| all.len() == 1);
    let pairs = pairs.into_iter().filter(is_sure);
    pairs.map(|(old, new)| Edit::SetSecretServer { old: old.into(), new: new.into() })
}

/// For each subject of `before` and each of its checks: whether `after`, the report of the same text with edits, says
/// it no more. Cautious: where something else of the same sort came in its place, it is not mended.
#[must_use]
pub fn mended(before: &SecretReport, after: &SecretReport) -> Vec<Vec<bool>> {
    let later: FxHashMap<usize, &Subject> = after.subjects.iter().map(|subject| (subject.object, subject)).collect();
    let of = |subject: &Subject| {
        let later = later.get(&subject.object).filter(|later| later.kind == subject.kind && after.problem.is_none());
        let Some(later) = later else { return vec![false; subject.checks.len()] };
        // How many checks of an aspect are not passed any more.
        let mut fewer: FxHashMap<&str, usize> = FxHashMap::default();
        for check in subject.checks.iter().filter(|check| check.outcome != Outcome::Passed) {
            *fewer.entry(check.aspect.id()).or_default() += 1;
        }
        for check in later.checks.iter().filter(|check| check.outcome != Outcome::Passed) {
            if let Some(left) = fewer.get_mut(check.aspect.id()) {
                *left = left.saturating_sub(1);
            }
        }
        let stay: FxHashSet<(Outcome, &Facts)> =
            later.checks.iter().map(|check| (check.outcome, &check.facts)).collect();
        let is_mended = |check: &Check| {
            let is_gone = check.outcome != Outcome::Passed && !stay.contains(&(check.outcome, &check.facts));
            match fewer.get_mut(check.aspect.id()).filter(|left| is_gone && **left > 0) {
                Some(left) => {
                    *left -= 1;
                    true
                }
                None => false,
            }
        };
        subject.checks.iter().map(is_mended).collect()
    };
    before.subjects.iter().map(of).collect()
}

fn all(report: &SecretReport) -> impl Iterator<Item = &Check> {
    report.subjects.iter().flat_map(|subject| &subject.checks)
}

fn fact<'check>(check: &'check Check, name: &str) -> Option<&'check str> {
    check.facts.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}
