//! Messages taken apart: the layers of each wording, and that no byte is lost, whatever is cut off.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use image_pull_guide::authoring::source;
use image_pull_guide::content::{Content, Speaker};
use image_pull_guide::message::{Anatomy, Role, dissect};
use image_pull_guide::paste;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every message of every fixture and every example of a rule.
fn messages() -> BTreeSet<String> {
    let mut messages = BTreeSet::new();
    let mut texts: Vec<String> = common::texts("pastes", 45).into_iter().map(|(_, text)| text).collect();
    let samples = fs::read_dir(root().join("content/samples")).unwrap();
    texts.extend(samples.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()));
    for text in &texts {
        let paste = paste::read(Content::embedded(), text);
        for pod in &paste.pods {
            messages.extend(pod.events.iter().map(|event| event.message.text().to_owned()));
            messages.extend(pod.containers.iter().map(|container| container.message.text().to_owned()));
        }
    }
    let content = source::load(Path::new(&root().join("content"))).content;
    for rule in content.causes.into_iter().flat_map(|cause| cause.rules) {
        messages.extend(rule.examples.matches.into_iter().chain(rule.examples.refuses));
    }
    assert!(messages.len() > 150, "only {} messages", messages.len());
    messages
}

/// Layers and separators are the message, in order, and a separator has no words.
fn assert_whole(message: &str, anatomy: &Anatomy) {
    let mut end = 0;
    let mut whole = String::new();
    for layer in &anatomy.layers {
        assert!(layer.span.start >= end, "layers overlap in {message}\n{anatomy:#?}");
        let separator = message.get(end..layer.span.start).expect("a separator ends on a character");
        let words = message.get(layer.span.start..layer.span.end).expect("a layer ends on a character");
        assert!(!words.is_empty(), "an empty layer in {message}\n{anatomy:#?}");
        assert_separator(separator, message);
        whole.push_str(separator);
        whole.push_str(words);
        end = layer.span.end;
    }
    let rest = &message[end..];
    assert_separator(rest, message);
    whole.push_str(rest);
    assert_eq!(whole, message);
    let only_page = anatomy.layers.iter().all(|layer| layer.wrapper == "body");
    if !only_page && message.contains(char::is_alphanumeric) {
        assert!(anatomy.deciding().is_some(), "nothing decides in {message:?}");
    }
}

fn assert_separator(separator: &str, message: &str) {
    let words = separator.replace("\\n", "");
    assert!(words.chars().all(|c| !c.is_alphanumeric()), "{separator:?} is left out of {message}");
}

#[test]
fn layers_and_separators_are_the_message() {
    for message in messages() {
        assert_whole(&message, &dissect(Content::embedded(), &message));
    }
}

#[test]
fn a_message_may_be_cut_off_anywhere() {
    for message in messages() {
        for (at, _) in message.char_indices() {
            assert_whole(&message[..at], &dissect(Content::embedded(), &message[..at]));
        }
        for (at, _) in message.char_indices().step_by(5) {
            assert_whole(&message[at..], &dissect(Content::embedded(), &message[at..]));
        }
    }
}

#[test]
fn a_message_of_any_length_is_taken_apart() {
    let long = [
        "manifest for ".repeat(40_000),
        "unpack: ".repeat(40_000),
        "[rpc error: code = Unknown desc = ".repeat(20_000),
        "Get \"https://h/".repeat(40_000),
        "failed to \"StartContainer\" for \"ü\" with ErrImagePull: \"".repeat(10_000),
        "\\\"".repeat(100_000),
        "<html>".repeat(50_000),
        "ü€\u{a0}".repeat(50_000),
    ];
    for message in long {
        assert_whole(&message, &dissect(Content::embedded(), &message));
    }
}

#[test]
fn every_form_of_every_wrapper_is_peeled() {
    let content = Content::embedded();
    for wrapper in content.wrappers.iter().filter(|wrapper| wrapper.id != "error-class" && !wrapper.decides) {
        for form in &wrapper.forms {
            let filled = form
                .replace("{quoted}", "\"a: b\"")
                .replace("{image}", "\"h:5/a:1\"")
                .replace("{word}", "wo:rd")
                .replace("{text}", "some text");
            for message in [format!("{filled}: the rest"), format!("{}: the rest", filled.to_ascii_uppercase())] {
                let anatomy = dissect(content, &message);
                let first = &anatomy.layers[0];
                let fits = content
                    .wrappers
                    .iter()
                    .filter(|other| other.forms.iter().any(|other| other.eq_ignore_ascii_case(form)))
                    .any(|other| other.id == first.wrapper);
                assert!(fits, "{}: `{form}` is peeled as {anatomy:#?}", wrapper.id);
                assert_eq!(anatomy.deciding().unwrap().span.of(&message).to_ascii_lowercase(), "the rest", "{form}");
            }
        }
    }
}

#[test]
fn wrappers_explain_themselves() {
    let content = Content::embedded();
    let mut ids = BTreeSet::new();
    for wrapper in &content.wrappers {
        assert!(ids.insert(wrapper.id.as_str()), "{} stands twice", wrapper.id);
        assert!(wrapper.explains.ends_with('.'), "{}: {}", wrapper.id, wrapper.explains);
    }
    // The parts that are found by their shape.
    for id in
        ["unrecognised", "mirrors-failed", "status-line", "error-class", "other-attempt", "artifact-attempt", "body"]
    {
        assert!(ids.contains(id), "{id} has no entry");
    }
    for speaker in
        [Speaker::Carrier, Speaker::Kubelet, Speaker::Grpc, Speaker::Runtime, Speaker::Http, Speaker::Registry]
    {
        assert!(content.wrappers.iter().any(|wrapper| wrapper.speaker == speaker), "{speaker:?} says nothing");
    }
}

/// The layers as lines: `>` wraps, `!` decides, `.` trails.
fn lines(message: &str) -> String {
    let anatomy = dissect(Content::embedded(), message);
    let line = |layer: &image_pull_guide::message::Layer| {
        let sign = match layer.role {
            Role::Wraps => '>',
            Role::Decides => '!',
            Role::Trails => '.',
        };
        format!("{sign} {} {}\n", layer.wrapper, layer.span.of(message).replace('\n', "⏎"))
    };
    anatomy.layers.iter().map(line).collect()
}

#[track_caller]
fn check(message: &str, expected: &str) {
    assert_eq!(lines(message).trim_end(), expected.trim(), "{message}");
}

#[test]
fn containerd() {
    check(
        r#"spec.containers{web}: Failed to pull image "redis:9": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/redis:9": failed to resolve reference "docker.io/library/redis:9": docker.io/library/redis:9: not found"#,
        r#"
> field-path spec.containers{web}
> failed-to-pull Failed to pull image "redis:9"
> rpc-error rpc error: code = NotFound desc =
> pull-and-unpack failed to pull and unpack image "docker.io/library/redis:9"
> resolve failed to resolve reference "docker.io/library/redis:9"
!  docker.io/library/redis:9: not found"#,
    );
    check(
        r#"failed to pull and unpack image "h:5000/a:1": failed to resolve image: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed"#,
        r#"
> pull-and-unpack failed to pull and unpack image "h:5000/a:1"
> resolve failed to resolve image
> pull-access-denied pull access denied, repository does not exist or may require authorization
> server-message server message
!  insufficient_scope: authorization failed"#,
    );
    check(
        r#"failed to extract layer (application/vnd.oci.image.layer.v1.tar+gzip sha256:40) to overlayfs as "extract-1": write /usr/lib/a.so: no space left on device: unknown"#,
        r#"
> extract failed to extract layer (application/vnd.oci.image.layer.v1.tar+gzip sha256:40) to overlayfs as "extract-1"
!  write /usr/lib/a.so: no space left on device
. error-class unknown"#,
    );
}

#[test]
fn an_error_class_trails_only_behind_other_words() {
    check(
        "no match for platform in manifest: not found",
        "!  no match for platform in manifest\n. error-class not found",
    );
    check("h.example/a:1: not found", "!  h.example/a:1: not found");
    check(
        r#"failed to resolve reference "[my host]/a b:1": [my host]/a b:1: not found"#,
        "> resolve failed to resolve reference \"[my host]/a b:1\"\n!  [my host]/a b:1: not found",
    );
}

#[test]
fn the_registry_speaks_behind_the_status() {
    check(
        "unexpected status from HEAD request to https://h.example/v2/a/manifests/1: 403 Forbidden\ndenied: client with IP '10.0.0.7' is not allowed access.",
        "
> unexpected-status unexpected status from HEAD request to https://h.example/v2/a/manifests/1
> status-line 403 Forbidden
!  denied: client with IP '10.0.0.7' is not allowed access.",
    );
    check(
        "Error reading manifest 1 in h.example/a: errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n",
        "
> reading-manifest Error reading manifest 1 in h.example/a
> from-registry errors
!  denied: requested access to the resource is denied
. body unauthorized: authentication required",
    );
}

#[test]
fn a_page_is_not_read() {
    check(
        "unexpected status from GET request to https://h.example/v2/: 403 Forbidden\n<html>\ndenied: denied\n</html>",
        "
> unexpected-status unexpected status from GET request to https://h.example/v2/
!  403 Forbidden
. body <html>⏎denied: denied⏎</html>",
    );
    check(
        r#"Error response from daemon: error parsing HTTP 403 response body: invalid character '<' looking for beginning of value: "<html>manifest unknown</html>""#,
        r#"
> daemon Error response from daemon
!  error parsing HTTP 403 response body: invalid character '<' looking for beginning of value
. body <html>manifest unknown</html>""#,
    );
}

#[test]
fn of_several_tries_the_farthest_decides() {
    check(
        r#"Failed to pull image "h.example/a:1": [rpc error: code = Unknown desc = Error response from daemon: Get https://h.example/v2/: unauthorized: authentication required, rpc error: code = Unknown desc = Error response from daemon: manifest for h.example/a:1 not found: manifest unknown: manifest unknown]"#,
        r#"
> failed-to-pull Failed to pull image "h.example/a:1"
. other-attempt rpc error: code = Unknown desc = Error response from daemon: Get https://h.example/v2/: unauthorized: authentication required
> rpc-error rpc error: code = Unknown desc =
> daemon Error response from daemon
> manifest-for manifest for h.example/a:1 not found
!  manifest unknown: manifest unknown"#,
    );
    check(
        "unable to pull image or OCI artifact: pull image err: initializing source docker://quay.io/a/b:c: reading manifest c in quay.io/a/b: manifest unknown; artifact err: get manifest: manifest unknown",
        "
> image-or-artifact unable to pull image or OCI artifact: pull image err
> initializing-source initializing source docker://quay.io/a/b:c
> reading-manifest reading manifest c in quay.io/a/b
!  manifest unknown
. artifact-attempt artifact err: get manifest: manifest unknown",
    );
    check(
        "(Mirrors also failed: [m1.example/a:1: dial tcp: i/o timeout]\n[m2.example/a:1: manifest unknown]): h.example/a:1: reading manifest 1 in h.example/a: name unknown",
        "
> mirrors-failed (Mirrors also failed: [m1.example/a:1: dial tcp: i/o timeout]⏎[m2.example/a:1: manifest unknown]): h.example/a:1
> reading-manifest reading manifest 1 in h.example/a
!  name unknown",
    );
}

#[test]
fn a_message_may_be_quoted_more_than_once() {
    check(
        r#"failed to \"StartContainer\" for \"web\" with ErrImagePull: \"rpc error: code = Unknown desc = failed to pull and unpack image \\\"h.example/a:1\\\": failed to resolve reference \\\"h.example/a:1\\\": unexpected status: 401 Unauthorized\\n\""#,
        r#"
> sync-error failed to \"StartContainer\" for \"web\" with ErrImagePull
> rpc-error rpc error: code = Unknown desc =
> pull-and-unpack failed to pull and unpack image \\\"h.example/a:1\\\"
> resolve failed to resolve reference \\\"h.example/a:1\\\"
> unexpected-status unexpected status
!  401 Unauthorized"#,
    );
}

#[test]
fn words_that_nobody_knows_may_stand_in_front() {
    check(
        r#"could not fetch the thing: Failed to pull image "h.example/a:1": Error response from daemon: unauthorized"#,
        r#"
> unrecognised could not fetch the thing
> failed-to-pull Failed to pull image "h.example/a:1"
> daemon Error response from daemon
!  unauthorized"#,
    );
    check("the moon is down", "!  the moon is down");
    check("Back-off pulling image \"h.example/a:1\"", "!  Back-off pulling image \"h.example/a:1\"");
    check("", "");
}
