//! From a paste to its causes: one fixture a file, named after the cause that it must give.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use image_pull_guide::authoring::source;
use image_pull_guide::content::{Confidence, Content};
use image_pull_guide::diagnosis::{Diagnosis, Failure, NOT_AN_IMAGE_PULL, UNKNOWN, Work, diagnose};
use image_pull_guide::message::dissect;
use image_pull_guide::paste;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All fixtures: what they are called (`describe/tag-not-found-crio`), and their text.
fn fixtures() -> BTreeMap<String, String> {
    common::texts("pastes", 45).into_iter().map(|(file, text)| (common::name(&file), text)).collect()
}

fn diagnosed(text: &str) -> Diagnosis {
    diagnose(Content::embedded(), &paste::read(Content::embedded(), text), text)
}

fn sample(name: &str) -> String {
    fs::read_to_string(root().join(format!("content/samples/{name}.txt"))).unwrap()
}

#[test]
fn each_fixture_gives_the_cause_it_is_named_after() {
    for (name, text) in fixtures() {
        let diagnosis = diagnosed(&text);
        let file = name.split_once('/').unwrap().1;
        let causes = &Content::embedded().causes;
        let named = causes.iter().map(|cause| &cause.id).filter(|id| file.starts_with(id.as_str()));
        let named = named.max_by_key(|id| id.len()).unwrap_or_else(|| panic!("{name} names no cause"));
        assert_eq!(diagnosis.cause, *named, "{name}: {:#?}", diagnosis.failures);
    }
}

#[test]
fn every_cause_has_fixtures() {
    let fixtures = fixtures();
    for cause in &Content::embedded().causes {
        let count = fixtures.keys().filter(|name| name.split_once('/').unwrap().1.starts_with(&cause.id)).count();
        assert!(count >= 3, "{}: {count} fixtures", cause.id);
    }
}

#[test]
fn the_samples_of_the_three_cases() {
    let tag = diagnosed(&sample("tag-not-found"));
    let [failure] = tag.failures.as_slice() else { panic!("{:#?}", tag.failures) };
    assert_eq!((failure.cause.as_str(), failure.confidence), ("tag-not-found", Confidence::High));
    assert!(failure.also.is_empty(), "on Docker Hub the tag is certain");
    assert_eq!((failure.image.as_str(), failure.container.as_str()), ("nginx:foo", "nginx"));
    assert_eq!(failure.evidence[0].text, "docker.io/library/nginx:foo: not found");

    let denied = diagnosed(&sample("access-denied"));
    let [failure] = denied.failures.as_slice() else { panic!("{:#?}", denied.failures) };
    assert_eq!((failure.cause.as_str(), failure.image.as_str()), ("access-denied", "nginxx"));
    assert!(failure.evidence[0].text.starts_with("pull access denied, repository does not exist"));
    assert!(failure.evidence[0].text.contains("insufficient_scope"));

    let private = diagnosed(&sample("credentials-missing"));
    let [failure] = private.failures.as_slice() else { panic!("{:#?}", private.failures) };
    assert_eq!(failure.cause, "credentials-missing");
    assert_eq!(failure.image, "registry.acme.example/privaate/demo:v1.0");
    assert!(failure.ruled_out.contains(&"tag-not-found".to_owned()));
}

/// What must hold for every diagnosis of any text.
fn assert_sound(name: &str, text: &str, diagnosis: &Diagnosis) {
    for failure in &diagnosis.failures {
        assert_eq!(failure.evidence.is_empty(), failure.cause == UNKNOWN, "{name}");
        for evidence in &failure.evidence {
            let words = text.get(evidence.span.start..evidence.span.end).expect("evidence lies in the paste");
            assert_eq!(evidence.line, 1 + text[..evidence.span.start].matches('\n').count(), "{name}");
            // A wrapped message has line breaks where its words have none.
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            if !words.contains(['\n', '\\']) {
                assert_eq!(letters(words), letters(&evidence.text), "{name}");
            }
        }
        assert!(!failure.also.contains(&failure.cause), "{name}");
        assert!(!failure.ruled_out.contains(&failure.cause), "{name}");
        assert!(!failure.ruled_out.iter().any(|cause| failure.also.contains(cause)), "{name}");
    }
    let still = diagnosis.failures.iter().position(|failure| failure.recovered).unwrap_or(diagnosis.failures.len());
    assert!(diagnosis.failures[still..].iter().all(|failure| failure.recovered), "{name}: the recovered stand last");
}

#[test]
fn evidence_lies_in_the_paste() {
    for (name, text) in fixtures() {
        assert_sound(&name, &text, &diagnosed(&text));
    }
}

#[test]
fn a_paste_may_be_cut_off_anywhere() {
    for (name, text) in fixtures() {
        for (at, _) in text.char_indices().step_by(23) {
            assert_sound(&name, &text[..at], &diagnosed(&text[..at]));
            assert_sound(&name, &text[at..], &diagnosed(&text[at..]));
        }
    }
}

/// The deciding words of every matching example of every rule.
fn deciding_words() -> Vec<String> {
    let content = source::load(Path::new(&root().join("content"))).content;
    let words = |message: &String| {
        let deciding = dissect(&content, message).deciding().unwrap().span;
        deciding.of(message).lines().next().unwrap().to_owned()
    };
    content.causes.iter().flat_map(|cause| &cause.rules).flat_map(|rule| &rule.examples.matches).map(words).collect()
}

/// The failures by whom they are about.
fn by_place(diagnosis: &Diagnosis) -> BTreeMap<(String, String, String), (&Failure, bool)> {
    let place = |failure: &Failure| (failure.pod.clone(), failure.container.clone(), failure.image.clone());
    diagnosis.failures.iter().map(|failure| (place(failure), (failure, failure.recovered))).collect()
}

#[track_caller]
fn assert_same(name: &str, before: &Diagnosis, after: &Diagnosis, planted: &str) {
    let (then, now) = (by_place(before), by_place(after));
    for (place, (failure, recovered)) in then {
        let (found, still) = now.get(&place).unwrap_or_else(|| panic!("{name}: lost {place:?}\n{planted}"));
        assert_eq!(
            (&found.cause, &found.also, found.confidence, *still),
            (&failure.cause, &failure.also, failure.confidence, recovered),
            "{name}: {place:?}\n{planted}"
        );
    }
}

/// A row about `pod` in the layout of `text`.
fn row(text: &str, reason: &str, pod: &str, message: &str) -> String {
    if text.contains("OBJECT") {
        let namespace = if text.contains("NAMESPACE ") { "shop   " } else { "" };
        format!("{namespace}1s   Warning   {reason}   pod/{pod}   {message}\n")
    } else if text.contains("  Warning  ") {
        format!("  Warning  {reason}  1s (x9 over 40s)  kubelet  {message}\n")
    } else {
        format!("{message}\n")
    }
}

#[test]
fn words_planted_in_a_probe_change_nothing() {
    for (name, text) in fixtures() {
        let before = diagnosed(&text);
        let pod = before.failures.first().map_or("web-0", |failure| failure.pod.as_str());
        let rows = deciding_words().into_iter().map(|words| format!("Readiness probe failed: {words}"));
        let planted: String = rows.map(|message| row(&text, "Unhealthy", pod, &message)).collect();
        let text = format!("{text}{planted}");
        let after = diagnosed(&text);
        assert_same(&name, &before, &after, &planted);
        assert_eq!((&before.cause, &before.also), (&after.cause, &after.also), "{name}");
        assert_eq!(before.failures.len(), after.failures.len(), "{name}");
    }
}

#[test]
fn words_planted_in_another_pods_event_change_nothing() {
    for (name, text) in fixtures() {
        let before = diagnosed(&text);
        let neighbour = |(number, words): (usize, String)| {
            let message = format!("Failed to pull image \"neighbour.example/other:1\": {words}");
            if text.contains("OBJECT") {
                row(&text, "Failed", &format!("neighbour-{number}"), &message)
            } else {
                format!(
                    "\n\nName:         neighbour-{number}\nNamespace:    next-door\nEvents:\n  Type     Reason  Age  From     Message\n  ----     ------  ---  ----     -------\n  Warning  Failed  1s   kubelet  {message}\n"
                )
            }
        };
        let planted: String = deciding_words().into_iter().enumerate().map(neighbour).collect();
        let text = format!("{text}{planted}");
        assert_same(&name, &before, &diagnosed(&text), &planted);
    }
}

#[test]
fn words_planted_in_a_body_change_nothing() {
    let bodies = |words: &str| {
        [
            format!("\n<html>\n<body>\n{words}\n</body>\n</html>"),
            format!(": \"<!DOCTYPE html><html><body>{}</body></html>\"", words.replace('\n', " ")),
            format!("\n<center>\n{words}\n</center>"),
            format!("\n<head>\n<title>403</title>\n{words}\n</head>\n<body>\n{words}\n</body>"),
            format!("\n<?xml version=\"1.0\"?>\n<Error>\n{words}\n</Error>"),
            // Cut off.
            format!("\n<HTML>\n{words}"),
            format!(": <!doctype html>\n{words}"),
            format!("\n<Error><Code>AccessDenied</Code>\n{words}"),
        ]
    };
    for (name, text) in fixtures() {
        let before = diagnosed(&text);
        let Some(failure) = before.failures.first() else { continue };
        // A list of pods has no message that goes on. In a list of errors or a quoted log line the end of the message is not the end of its deciding words; a status has none;
        // the shortest message is known by its end.
        if ["get-pods/", "object/", "-log", "two-logins", "wrapped-lines", "sync-error", "status", "unwrapped"]
            .iter()
            .any(|odd| name.contains(odd))
        {
            continue;
        }
        let end = failure.message.whole().end;
        for body in bodies(&deciding_words().join("\n")) {
            let text = format!("{}{body}{}", &text[..end], &text[end..]);
            assert_same(&name, &before, &diagnosed(&text), &body);
        }
    }
}

#[test]
fn what_a_rule_matches_is_recognised_as_a_paste() {
    let content = source::load(Path::new(&root().join("content"))).content;
    let mut wrong = Vec::new();
    for (cause, rule) in content.causes.iter().flat_map(|cause| cause.rules.iter().map(move |rule| (cause, rule))) {
        for example in &rule.examples.matches {
            let diagnosis = diagnosed(example);
            if diagnosis.cause != cause.id {
                wrong.push(format!("{}: {} for {example}", rule.id, diagnosis.cause));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_pull_secrets_that_a_pod_names_are_known() {
    let named = |text: &str| diagnosed(text).failures.first().map(|failure| failure.pull_secrets.join("+"));
    let event = "Unable to retrieve some image pull secrets (Shop-registry, other); attempting to pull the image may not succeed.";
    assert_eq!(named(event).as_deref(), Some("Shop-registry+other"));
    let refused = &fixtures()["describe/pull-secret-missing-and-refused"];
    assert!(named(refused).is_some_and(|names| !names.is_empty() && refused.contains(&format!("({names})"))));
    let elsewhere = &fixtures()["describe/tag-not-found-beside-a-missing-secret"];
    assert!(named(elsewhere).is_some_and(|names| !names.is_empty()), "also where something else fails");
}

#[test]
fn what_else_a_paste_looks_like() {
    for (fixture, expected) in [
        ("describe/not-an-image-pull-crash-loop", "crash-loop"),
        ("describe/not-an-image-pull-recovered", "recovered"),
        ("events-table/not-an-image-pull-unschedulable", "unschedulable"),
        ("events-table/not-an-image-pull-missing-config", "config"),
        ("message/not-an-image-pull-poem", ""),
    ] {
        let diagnosis = diagnosed(&fixtures()[fixture]);
        let subject = diagnosis.looks_like.map(|looks_like| looks_like.subject).unwrap_or_default();
        assert_eq!((diagnosis.cause.as_str(), subject.as_str()), (NOT_AN_IMAGE_PULL, expected), "{fixture}");
    }
}

#[test]
fn a_recovered_pull_keeps_its_cause_beside_it() {
    let diagnosis = diagnosed(&fixtures()["describe/not-an-image-pull-recovered"]);
    assert_eq!(diagnosis.also, ["credentials-rejected"]);
    assert!(diagnosis.failures[0].recovered);
    let stale = diagnosed(&fixtures()["events-table/not-an-image-pull-stale-secret"]);
    assert_eq!(stale.also, ["pull-secret-missing"]);
}

#[test]
fn a_missing_secret_explains_a_refusal_and_nothing_else() {
    let refused = diagnosed(&fixtures()["describe/pull-secret-missing-and-refused"]);
    assert_eq!(refused.also, ["credentials-missing"]);
    let other = diagnosed(&fixtures()["describe/tag-not-found-beside-a-missing-secret"]);
    assert_eq!(other.also, ["pull-secret-missing"]);
}

#[test]
fn the_failure_to_fix_first_is_the_newest_that_still_fails() {
    let diagnosis = diagnosed(&fixtures()["several-pods/credentials-rejected-and-others"]);
    let pods: Vec<_> = diagnosis.failures.iter().map(|failure| failure.pod.as_str()).collect();
    assert_eq!(pods, ["web-0", "api-0"]);
    let failures = diagnosed(&fixtures()["several-pods/credentials-missing-get-events"]).failures;
    let pods: Vec<_> = failures.iter().map(|failure| (failure.namespace.as_str(), failure.pod.as_str())).collect();
    assert_eq!(pods, [("tools", "ci-1"), ("shop", "api-0")]);
}

#[test]
fn a_large_paste_is_read_at_once() {
    let row = "  Warning  Failed  5s  kubelet  Failed to pull image \"registry.acme.example/shop/web:2.1\": rpc error: code = NotFound desc = registry.acme.example/shop/web:2.1: not found\n";
    let text = format!("Events:\n{}", row.repeat(256 * 1024 / row.len()));
    let diagnosis = diagnosed(&text);
    assert_eq!((diagnosis.cause.as_str(), diagnosis.failures.len()), ("tag-not-found", 1));
}

#[test]
fn a_name_without_a_host_is_compared_with_the_other_images_of_the_paste() {
    let pod = |api: &str| {
        format!(
            "Name: web\nNamespace: shop\nContainers:\n  api:\n    Image: {api}\n    State: Running\n  web:\n    Image: shop/web:2\n    \
             State: Waiting\n      Reason: ErrImagePull\nEvents:\n  Type     Reason  Age  From     Message\n  ----     ------  ----  ----  \
             -------\n  Warning  Failed  2s  kubelet  Failed to pull image \"shop/web:2\": rpc error: code = Unknown desc = failed to \
             resolve reference \"docker.io/shop/web:2\": pull access denied, repository does not exist or may require authorization\n"
        )
    };
    let meant = |api: &str| {
        let text = pod(api);
        diagnosed(&text).failures[0].image_help.clone().and_then(|help| help.reference)
    };
    assert_eq!(meant("registry.acme.example/shop/api:1").as_deref(), Some("registry.acme.example/shop/web:2"));
    assert_eq!(meant("registry.acme.example/blog/api:1"), None);
    assert_eq!(meant("shop/api:1"), None);
}

/// The same, step by step as the page does it with a long text.
#[test]
fn a_diagnosis_in_slices_is_the_same() {
    let content = Content::embedded();
    let all = fixtures();
    let together = all.values().map(String::as_str).collect::<Vec<_>>().join("\n");
    for text in all.values().chain([&together]) {
        let mut reader = paste::Reader::new(content, text, usize::MAX);
        while !reader.go_on(3) {
            assert!((0.0..=1.0).contains(&reader.progress()));
        }
        let paste = reader.finish();
        let mut work = Work::new(content, &paste, text);
        let mut slices = 1;
        while !work.go_on(1) {
            assert!((0.0..=1.0).contains(&work.progress()));
            slices += 1;
        }
        let events = paste.pods.iter().map(|pod| pod.events.len()).sum::<usize>();
        assert!(slices >= events, "{slices} slices for {events} events");
        assert_eq!(work.finish(), diagnosed(text), "{text}");
    }
}
