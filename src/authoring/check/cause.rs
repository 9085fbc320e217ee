//! A cause: all its texts are there and are whole, and its file is listed.

use super::{NEEDED_CAUSES, Problems, UNKNOWN, program, rule};
use crate::content::{Cause, Check, Content, Fix};
use std::collections::BTreeSet;

/// A cause alone.
pub(super) fn check(cause: &Cause, found: &mut Problems) {
    found.id("id".into(), &cause.id, &mut BTreeSet::new());
    found.phrase("title", &cause.title);
    if cause.title.contains('{') {
        found.at("title", "has a placeholder; it stands where nothing is known about the person's case");
    }
    found.phrase("verdict", &cause.verdict);
    found.sentence("summary", &cause.summary);
    found.at_least("meaning", &cause.meaning, 1);
    for (index, paragraph) in cause.meaning.iter().enumerate() {
        found.sentence(format!("meaning[{index}]"), paragraph);
    }
    check_ways("ways", &cause.ways, found);
    if cause.ways_need_also && cause.ways.is_empty() {
        found.at("ways_need_also", "has no meaning without `ways`");
    }
    for (index, told) in cause.by_registry.iter().enumerate() {
        found.sentence(format!("by_registry[{index}].summary"), &told.summary);
        check_ways(&format!("by_registry[{index}].ways"), &told.ways, found);
    }
    found.phrase("looked_for", &cause.looked_for);
    if let Some(unread) = &cause.unread {
        found.phrase("unread.title", &unread.title);
        found.phrase("unread.verdict", &unread.verdict);
        found.sentence("unread.summary", &unread.summary);
    }
    if cause.unread.is_some() != (cause.id == UNKNOWN) {
        found.at("unread", format!("stands in `{UNKNOWN}` and in no other cause"));
    }
    found.at_least("confirm", &cause.confirm, 1);
    for (index, check) in cause.confirm.iter().enumerate() {
        check_confirm(check, &format!("confirm[{index}]"), found);
    }
    found.at_least("who", &cause.who, 1);
    found.at_least("fixes", &cause.fixes, 1);
    for (index, fix) in cause.fixes.iter().enumerate() {
        check_fix(fix, &format!("fixes[{index}]"), found);
    }
    found.sentence("success.text", &cause.success.text);
    found.command("success.command", Some(&cause.success.command));
    found.output("success.output", &cause.success.output);
    found.at_least("docs", &cause.docs, 1);
    for (index, link) in cause.docs.iter().enumerate() {
        found.phrase(format!("docs[{index}].label"), &link.label);
        if !link.url.starts_with("https://") || link.url.contains(char::is_whitespace) {
            found.at(format!("docs[{index}].url"), format!("is `{}`; it has to be an `https://` address", link.url));
        }
    }
    if !program::is_month(&cause.checked) {
        found.at("checked", format!("is `{}`; it is a year and a month, such as `2026-08`", cause.checked));
    }
    if NEEDED_CAUSES.contains(&cause.id.as_str()) && !cause.rules.is_empty() {
        found.at("rules", "must be empty: this cause is what is left when no rule matches");
    }
    for (index, rule) in cause.rules.iter().enumerate() {
        rule::check(rule, &format!("rules[{index}]"), found);
    }
}

/// The list of causes and the files agree, both ways.
pub(super) fn check_list(content: &Content, found: &mut Problems) {
    let mut listed = BTreeSet::new();
    for (index, id) in content.guide.causes.iter().enumerate() {
        found.id(format!("causes[{index}]"), id, &mut listed);
        if content.cause(id).is_none() {
            found.at(format!("causes[{index}]"), format!("lists `{id}`; there is no file `causes/{id}.yaml`"));
        }
    }
    for cause in content.causes.iter().filter(|cause| !content.guide.causes.contains(&cause.id)) {
        found.at("causes", format!("does not list `{}`, which has a file", cause.id));
    }
    for id in NEEDED_CAUSES.iter().filter(|id| content.cause(id).is_none()) {
        found.at("causes", format!("has no `{id}`; the diagnosis needs it"));
    }
}

fn check_ways(path: &str, ways: &[String], found: &mut Problems) {
    if ways.len() == 1 {
        found.at(path, "has one entry; list every way that is open, or none");
    }
    for (index, way) in ways.iter().enumerate() {
        found.sentence(format!("{path}[{index}]"), way);
    }
}

fn check_confirm(check: &Check, path: &str, found: &mut Problems) {
    found.sentence(format!("{path}.text"), &check.text);
    found.command(format!("{path}.command"), check.command.as_deref());
    for (index, reading) in check.read.iter().enumerate() {
        let path = format!("{path}.read[{index}]");
        found.phrase(format!("{path}.see"), &reading.see);
        found.sentence(format!("{path}.means"), &reading.means);
        if reading.answer.is_some() {
            found.at(format!("{path}.answer"), "only stands in a step of the guide");
        }
    }
}

fn check_fix(fix: &Fix, path: &str, found: &mut Problems) {
    found.phrase(format!("{path}.title"), &fix.title);
    found.sentence(format!("{path}.text"), &fix.text);
    found.optional_sentence(format!("{path}.message"), fix.message.as_deref());
    found.command(format!("{path}.command"), fix.command.as_deref());
    if fix.who.is_none() {
        found.at(format!("{path}.who"), "is missing; it is `you`, `registry-owner` or `cluster-admin`");
    }
}
