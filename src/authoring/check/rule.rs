//! Rules: their patterns compile as the page compiles them, and their examples come out as they say.

use super::Problems;
use crate::content::{Cause, Content, Rule, SHORTEST_SIGN};
use crate::image::ImageReference;
use crate::{message, rules};
use regex::Regex;
use std::collections::BTreeSet;

/// A rule alone.
pub(super) fn check(rule: &Rule, path: &str, found: &mut Problems) {
    found.at_least(&format!("{path}.any"), &rule.any, 1);
    for (list, patterns) in [("any", &rule.any), ("none", &rule.none)] {
        for (index, pattern) in patterns.iter().enumerate() {
            check_pattern(pattern, &format!("{path}.{list}[{index}]"), found);
        }
    }
    for (index, word) in rule.alone_words.iter().enumerate() {
        if word.len() < SHORTEST_SIGN
            || *word != word.to_ascii_lowercase()
            || !word.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let path = format!("{path}.alone_words[{index}]");
            found.at(
                path,
                format!("is `{word}`; it is lower case, begins with a letter and has {SHORTEST_SIGN} bytes at least"),
            );
        }
    }
    found.at_least(&format!("{path}.examples.matches"), &rule.examples.matches, 2);
    found.at_least(&format!("{path}.examples.refuses"), &rule.examples.refuses, 1);
    let distinct: BTreeSet<&String> = rule.examples.matches.iter().chain(&rule.examples.refuses).collect();
    if distinct.len() < rule.examples.matches.len() + rule.examples.refuses.len() {
        found.at(format!("{path}.examples"), "has one message twice");
    }
}

fn check_pattern(pattern: &str, path: &str, found: &mut Problems) {
    match Regex::new(pattern) {
        Ok(regex) if regex.is_match("") => found.at(path, "matches the empty text, so it always matches"),
        Ok(regex) => {
            for name in regex.capture_names().flatten().filter(|name| *name != rules::SECRET) {
                found.at(path, format!("has a group called `{name}`; only `{}` means something", rules::SECRET));
            }
        }
        Err(error) => found.at(path, format!("is no regular expression: {error}")),
    }
    if pattern.contains("(?i") {
        found
            .at(path, "has `(?i)`, which needs tables that the page does not have; messages are in lower case already");
    }
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            if let Some(class) = characters.next().filter(|class| "dDsSwWbBpP".contains(*class)) {
                found.at(
                    path,
                    format!(
                        "has `\\{class}`, which needs tables that the page does not have; write `[0-9]`, `[ ]`, `[a-z]`"
                    ),
                );
            }
        } else if character.is_ascii_uppercase() {
            found.at(path, format!("has the capital `{character}`; messages are matched in lower case"));
            break;
        }
    }
}

/// Ids of rules are unique over all causes.
pub(super) fn check_ids(content: &Content, found: &mut Problems) {
    let mut ids = BTreeSet::new();
    for cause in &content.causes {
        found.within(&format!("causes/{}.yaml", cause.id), |found| {
            for (index, rule) in cause.rules.iter().enumerate() {
                found.id(format!("rules[{index}].id"), &rule.id, &mut ids);
            }
        });
    }
}

/// What a rule names in other files.
pub(super) fn check_references(content: &Content, cause: &Cause, rule: &Rule, path: &str, found: &mut Problems) {
    let wrappers = || content.wrappers.iter().map(|wrapper| wrapper.id.as_str());
    for (list, ids) in [("within", &rule.within), ("not_within", &rule.not_within)] {
        for (index, id) in ids.iter().enumerate() {
            found.one_of(format!("{path}.{list}[{index}]"), id, "wrapper", wrappers());
        }
    }
    for (index, id) in rule.registries.iter().enumerate() {
        let registries = content.registries.iter().map(|registry| registry.id.as_str());
        found.one_of(format!("{path}.registries[{index}]"), id, "registry", registries);
    }
    for (index, id) in rule.also.iter().enumerate() {
        let others = content.guide.causes.iter().map(String::as_str).filter(|other| *other != cause.id);
        found.one_of(format!("{path}.also[{index}]"), id, "other cause", others);
    }
}

/// Every example against all rules: the first match of a matching one speaks for this cause, and a refused one is not
/// matched by this rule.
pub(super) fn check_examples(content: &Content, cause: &Cause, rule: &Rule, path: &str, found: &mut Problems) {
    let patterns = rule.any.iter().chain(&rule.none);
    if patterns.into_iter().any(|pattern| Regex::new(pattern).is_err()) {
        return;
    }
    for (index, example) in rule.examples.matches.iter().enumerate() {
        let path = format!("{path}.matches[{index}]");
        let matched = check_first(content, cause, example, path.clone(), found);
        if matched.is_some_and(|matched| matched.iter().all(|one| one.rule.id != rule.id)) {
            found.at(path, "is not matched by this rule, only by another one of the cause");
        }
    }
    for (index, example) in rule.examples.refuses.iter().enumerate() {
        if matched(content, example).iter().any(|one| one.rule.id == rule.id) {
            found.at(format!("{path}.refuses[{index}]"), "is matched by this rule and must not be");
        }
    }
}

/// The first match of `message` speaks for `cause`; gives all matches where it does.
pub(super) fn check_first<'content>(
    content: &'content Content,
    cause: &Cause,
    message: &str,
    path: String,
    found: &mut Problems,
) -> Option<Vec<rules::RuleMatch<'content>>> {
    let matched = matched(content, message);
    match matched.first() {
        None => found.at(path, "is matched by no rule"),
        Some(first) if first.cause.id != cause.id => {
            let other = format!("is taken for `{}` by the rule `{}`", first.cause.id, first.rule.id);
            found.at(path, format!("{other}; this cause must come first"));
        }
        Some(_) => return Some(matched),
    }
    None
}

/// The rules that an example matches, as a paste of it would.
fn matched<'content>(content: &'content Content, example: &str) -> Vec<rules::RuleMatch<'content>> {
    let anatomy = message::dissect(content, example);
    let image = anatomy.image(content, example).unwrap_or_default().of(example);
    let registry = if image.is_empty() { String::new() } else { ImageReference::parse(image).registry };
    rules::matches(content, example, &anatomy, &registry)
}
