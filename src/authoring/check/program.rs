//! Programs and clusters, and what the causes name of them.

use super::registry::is_pattern;
use super::{Problems, rule};
use crate::content::{Cause, Cluster, Content, Program};
use std::collections::BTreeSet;

/// All programs.
pub(super) fn check(programs: &[Program], found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (index, program) in programs.iter().enumerate() {
        found.id(format!("[{index}].id"), &program.id, &mut ids);
        found.phrase(format!("[{index}].name"), &program.name);
        found.phrase(format!("[{index}].versions"), &program.versions);
    }
}

/// All clusters.
pub(super) fn check_clusters(clusters: &[Cluster], found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (index, cluster) in clusters.iter().enumerate() {
        found.id(format!("[{index}].id"), &cluster.id, &mut ids);
        found.phrase(format!("[{index}].name"), &cluster.name);
        for (at, node) in cluster.nodes.iter().enumerate() {
            if !is_pattern(node, b".-") {
                let allowed = "lower case, digits, points and hyphens, with `*` only at an end";
                found.at(format!("[{index}].nodes[{at}]"), format!("is `{node}`; the name of a node is {allowed}"));
            }
        }
    }
}

/// The wordings of a cause are known programs' and are recognised as this cause.
pub(super) fn check_wordings(content: &Content, cause: &Cause, found: &mut Problems) {
    if !cause.rules.is_empty() {
        found.at_least("wordings", &cause.wordings, 1);
    }
    for (index, wording) in cause.wordings.iter().enumerate() {
        let programs = content.programs.iter().map(|program| program.id.as_str());
        found.one_of(format!("wordings[{index}].program"), &wording.program, "program", programs);
        rule::check_first(content, cause, &wording.text, format!("wordings[{index}].text"), found);
    }
}

/// The registries and clusters that a cause's fixes are for.
pub(super) fn check_fixes(content: &Content, cause: &Cause, found: &mut Problems) {
    let mut everywhere = false;
    for (index, fix) in cause.fixes.iter().enumerate() {
        for (list, ids) in [("registries", &fix.registries), ("except_registries", &fix.except_registries)] {
            for (at, id) in ids.iter().enumerate() {
                let known = content.registries.iter().map(|registry| registry.id.as_str());
                found.one_of(format!("fixes[{index}].{list}[{at}]"), id, "registry", known);
            }
        }
        if !fix.registries.is_empty() && !fix.except_registries.is_empty() {
            found.at(format!("fixes[{index}]"), "has both `registries` and `except_registries`; one of them is enough");
        }
        for (at, id) in fix.clusters.iter().enumerate() {
            let known = content.clusters.iter().map(|cluster| cluster.id.as_str());
            found.one_of(format!("fixes[{index}].clusters[{at}]"), id, "cluster", known);
        }
        everywhere |= fix.registries.is_empty() && fix.except_registries.is_empty() && fix.clusters.is_empty();
    }
    if !cause.fixes.is_empty() && !everywhere {
        found.at("fixes", "has none for every registry and cluster, so that some people would be left without");
    }
}

/// What a cause says by the registry of the image.
pub(super) fn check_by_registry(content: &Content, cause: &Cause, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    for (index, told) in cause.by_registry.iter().enumerate() {
        let path = format!("by_registry[{index}]");
        found.at_least(&format!("{path}.registries"), &told.registries, 1);
        for (at, id) in told.registries.iter().enumerate() {
            let path = format!("{path}.registries[{at}]");
            let known = content.registries.iter().map(|registry| registry.id.as_str());
            found.one_of(path.clone(), id, "registry", known);
            if !seen.insert(id) {
                found.at(path, format!("is `{id}`, which stands above already"));
            }
        }
    }
}

/// A year and a month: `2026-08`.
pub(super) fn is_month(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits =
        |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    let month = text.get(5..).and_then(|month| month.parse::<u8>().ok());
    bytes.len() == 7 && digits(0..4) && bytes[4] == b'-' && digits(5..7) && month.is_some_and(|m| (1..=12).contains(&m))
}
