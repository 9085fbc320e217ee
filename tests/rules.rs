//! Every rule's own examples, run against all rules, as a paste would be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::authoring::source;
use image_pull_guide::content::{Cause, Content, Rule};
use image_pull_guide::image::ImageReference;
use image_pull_guide::message::dissect;
use image_pull_guide::rules::{RuleMatch, matches};
use regex::Regex;
use std::collections::BTreeSet;
use std::path::Path;

/// The files themselves: the packed content has no examples.
fn loaded() -> Content {
    let loaded = source::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_eq!(loaded.problems, []);
    loaded.content
}

fn rules(content: &Content) -> impl Iterator<Item = (&Cause, &Rule)> {
    content.causes.iter().flat_map(|cause| cause.rules.iter().map(move |rule| (cause, rule)))
}

fn judged<'content>(content: &'content Content, message: &str) -> Vec<RuleMatch<'content>> {
    let anatomy = dissect(content, message);
    let image = anatomy.image(content, message).map(|span| span.of(message)).unwrap_or_default();
    matches(content, message, &anatomy, &ImageReference::parse(image).registry)
}

#[test]
fn matching_examples_put_their_cause_first() {
    let content = loaded();
    for (cause, rule) in rules(&content) {
        assert!(rule.examples.matches.len() >= 2, "{}: needs two matching examples", rule.id);
        for example in &rule.examples.matches {
            let found = judged(&content, example);
            assert!(
                found.iter().any(|found| found.rule.id == rule.id),
                "{}: does not match {example}\n{:#?}",
                rule.id,
                dissect(&content, example)
            );
            assert_eq!(found[0].cause.id, cause.id, "{}: {} comes first for {example}", rule.id, found[0].rule.id);
            assert!(!found[0].span.of(example).is_empty(), "{}: no evidence in {example}", rule.id);
        }
    }
}

#[test]
fn refused_examples_are_refused() {
    let content = loaded();
    for (_, rule) in rules(&content) {
        assert!(!rule.examples.refuses.is_empty(), "{}: needs a refused example", rule.id);
        for example in &rule.examples.refuses {
            let found = judged(&content, example);
            assert!(found.iter().all(|found| found.rule.id != rule.id), "{}: matches {example}", rule.id);
        }
    }
}

#[test]
fn the_packed_content_judges_as_the_files_do() {
    let (content, packed) = (loaded(), Content::embedded());
    let ids = |found: Vec<RuleMatch>| found.iter().map(|found| found.rule.id.clone()).collect::<Vec<_>>();
    let mut with_literals = 0;
    for (_, rule) in rules(&content) {
        for example in rule.examples.matches.iter().chain(&rule.examples.refuses) {
            assert_eq!(ids(judged(&content, example)), ids(judged(packed, example)), "{example}");
        }
    }
    for (_, rule) in rules(packed) {
        with_literals += usize::from(!rule.literals.iter().any(Vec::is_empty));
    }
    assert!(with_literals * 10 > rules(packed).count() * 8, "only {with_literals} rules are spared the compiling");
}

#[test]
fn rules_name_what_exists() {
    let content = loaded();
    let causes: BTreeSet<_> = content.causes.iter().map(|cause| cause.id.as_str()).collect();
    let wrappers: BTreeSet<_> = content.wrappers.iter().map(|wrapper| wrapper.id.as_str()).collect();
    let registries: BTreeSet<_> = content.registries.iter().map(|registry| registry.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    for (cause, rule) in rules(&content) {
        assert!(ids.insert(&rule.id), "{} stands twice", rule.id);
        for also in &rule.also {
            assert!(causes.contains(also.as_str()) && *also != cause.id, "{}: also {also}", rule.id);
        }
        for wrapper in rule.within.iter().chain(&rule.not_within) {
            assert!(wrappers.contains(wrapper.as_str()), "{}: wrapper {wrapper}", rule.id);
        }
        for registry in &rule.registries {
            assert!(registries.contains(registry.as_str()), "{}: registry {registry}", rule.id);
        }
        for pattern in rule.any.iter().chain(&rule.none) {
            assert!(Regex::new(pattern).is_ok(), "{}: {pattern}", rule.id);
            assert_eq!(*pattern, pattern.to_ascii_lowercase(), "{}: the text is in lower case", rule.id);
            let classes = ["\\d", "\\s", "\\w", "\\b", "(?i)"];
            assert!(!classes.iter().any(|class| pattern.contains(class)), "{}: {pattern}", rule.id);
            for word in ["acme", "example", "sha256:", "nginx"] {
                assert!(!pattern.contains(word), "{}: {pattern} is made for one text", rule.id);
            }
        }
    }
}
