//! What holds for every paste, tried on pastes that are made up at random.
//!
//! `PROPTEST_CASES=20000 cargo test --all-features --test properties` tries more of them.
//! A finding is kept in `tests/properties.proptest-regressions` and tried first from then on.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use image_pull_guide::authoring::source;
use image_pull_guide::content::Content;
use image_pull_guide::diagnosis::{Diagnosis, diagnose};
use image_pull_guide::image::{ImageReference, suggest};
use image_pull_guide::text::Span;
use image_pull_guide::{mask, paste};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// Every message of every rule, matching and refused: the words that pastes are made of.
fn messages() -> &'static [String] {
    static MESSAGES: OnceLock<Vec<String>> = OnceLock::new();
    MESSAGES.get_or_init(|| {
        let content = source::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).content;
        let rules = content.causes.iter().flat_map(|cause| &cause.rules);
        let examples = rules.flat_map(|rule| rule.examples.matches.iter().chain(&rule.examples.refuses));
        examples.map(|message| message.lines().next().unwrap_or_default().to_owned()).collect()
    })
}

fn diagnosed(text: &str) -> Diagnosis {
    diagnose(Content::embedded(), &paste::read(Content::embedded(), text), text)
}

/// A pod that cannot pull one image, for a reason out of the rules' examples.
#[derive(Clone, Debug)]
struct Pod {
    name: String,
    image: String,
    message: String,
}

fn pod() -> impl Strategy<Value = Pod> {
    let image = "[a-z]{2,8}(/[a-z]{2,8})?:[a-z0-9]{1,6}";
    ("[a-z]{2,10}-[a-z0-9]{5}", image, 0..messages().len()).prop_map(|(name, image, at)| {
        // The words behind the wrapper that names another image.
        let message = messages()[at].split_once("\": ").map_or(messages()[at].as_str(), |(_, rest)| rest).to_owned();
        Pod { name, image, message }
    })
}

fn pods() -> impl Strategy<Value = Vec<Pod>> {
    prop::collection::vec(pod(), 1..6).prop_map(|mut pods| {
        for (number, pod) in pods.iter_mut().enumerate() {
            pod.name.push_str(&format!("{number}"));
        }
        pods
    })
}

/// The ways in which pods are pasted.
#[derive(Clone, Copy, Debug)]
enum Layout {
    Describe,
    Events,
    Yaml,
}

fn layout() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::Describe), Just(Layout::Events), Just(Layout::Yaml)]
}

fn written(layout: Layout, pods: &[Pod]) -> String {
    let one = |Pod { name, image, message }: &Pod| match layout {
        Layout::Describe => format!(
            "Name:         {name}\nNamespace:    shop\nStatus:       Pending\nContainers:\n  web:\n    Image:          {image}\n    State:          Waiting\n      Reason:       ImagePullBackOff\nEvents:\n  Type     Reason   Age   From     Message\n  ----     ------   ----  ----     -------\n  Warning  Failed   10s   kubelet  Failed to pull image \"{image}\": {message}\n\n"
        ),
        Layout::Events => {
            format!("10s         Warning   Failed   pod/{name}   Failed to pull image \"{image}\": {message}\n")
        }
        Layout::Yaml => {
            let message = message.replace('\'', "''");
            format!(
                "- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: {name}\n    namespace: shop\n  spec:\n    containers:\n    - image: {image}\n      name: web\n  status:\n    containerStatuses:\n    - image: {image}\n      name: web\n      state:\n        waiting:\n          message: '{message}'\n          reason: ErrImagePull\n    phase: Pending\n"
            )
        }
    };
    let head = match layout {
        Layout::Events => "LAST SEEN   TYPE      REASON   OBJECT   MESSAGE\n",
        Layout::Yaml => "apiVersion: v1\nitems:\n",
        Layout::Describe => "",
    };
    let tail = if matches!(layout, Layout::Yaml) { "kind: List\n" } else { "" };
    format!("{head}{}{tail}", pods.iter().map(one).collect::<String>())
}

/// What a diagnosis says, whatever the order and the places.
fn said(diagnosis: &Diagnosis) -> BTreeSet<String> {
    let failures = diagnosis.failures.iter();
    failures.map(|it| format!("{} {} {} {} {:?}", it.pod, it.container, it.image, it.cause, it.also)).collect()
}

/// Text as people and programs make it, with what is hard to read in it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => (0..messages().len()).prop_map(|at| messages()[at].clone()),
        2 => "\\PC{0,40}",
        2 => "[\\s\\-:\"'{}\\[\\]|>#$%.,(\\\\)\u{a0}\u{feff}\u{1b}]{0,12}",
        1 => Just("\r\n".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("  Warning  Failed  3s (x4 over 90s)  kubelet  ".to_owned()),
        1 => Just("    waiting:\n      message: '".to_owned()),
        1 => Just("{\"message\": \"".to_owned()),
        1 => Just("Name:  web-0\nNamespace:  shop\n".to_owned()),
        1 => Just("E0704 10:00:00.000000    1234 a.go:12] \"x\" err=\"".to_owned()),
        1 => Just("<html>".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The bytes of `span` lie in `text`, between characters.
fn lies_in(text: &str, span: Span) -> bool {
    text.get(span.start..span.end).is_some()
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_span_lies_in_it(text in text()) {
        let content = Content::embedded();
        let read = paste::read(content, &text);
        for pod in &read.pods {
            for event in &pod.events {
                prop_assert!(lies_in(&text, event.span) && lies_in(&text, event.message.whole()));
            }
            for container in &pod.containers {
                prop_assert!(lies_in(&text, container.message.whole()) && lies_in(&text, container.image.whole()));
            }
        }
        let diagnosis = diagnose(content, &read, &text);
        for failure in &diagnosis.failures {
            prop_assert!(failure.evidence.iter().all(|evidence| lies_in(&text, evidence.span)));
            let message = failure.message.text();
            prop_assert!(failure.anatomy.layers.iter().all(|layer| lies_in(message, layer.span)));
        }
        for hidden in mask::find(&text) {
            prop_assert!(lies_in(&text, hidden.span));
        }
    }

    #[test]
    fn any_image_reference_is_taken_apart(text in "\\PC{0,60}|[a-zA-Z0-9._/:@-]{0,80}") {
        let reference = ImageReference::parse(&text);
        let spans = reference.spans;
        for span in [spans.registry, spans.repository, spans.tag, spans.digest].into_iter().flatten() {
            prop_assert!(lies_in(&reference.written, span));
        }
        let _ = suggest(&reference);
    }

    #[test]
    fn line_ends_change_nothing(pods in pods(), layout in layout()) {
        let text = written(layout, &pods);
        let expected = said(&diagnosed(&text));
        prop_assert_eq!(&said(&diagnosed(&text.replace('\n', "\r\n"))), &expected);
        prop_assert_eq!(&said(&diagnosed(&text.replace('\n', "\r"))), &expected);
        prop_assert_eq!(&said(&diagnosed(text.trim_end())), &expected);
    }

    #[test]
    fn what_stands_around_a_paste_changes_nothing(pods in pods(), layout in layout()) {
        let text = written(layout, &pods);
        let expected = said(&diagnosed(&text));
        let lines = |before: &str| text.lines().map(|line| format!("{before}{line}\n")).collect::<String>();
        for (what, other) in [
            ("a prompt", format!("$ kubectl get nodes\n{text}me@laptop:~/shop$ \n")),
            ("a quotation", lines("> ")),
            ("an indent", lines("    ")),
            ("a code block", format!("Hello, this is what I see:\n```\n{text}```\n")),
        ] {
            prop_assert_eq!(&said(&diagnosed(&other)), &expected, "{}\n{}", what, other);
        }
    }

    #[test]
    fn the_order_of_the_pods_changes_nothing(pods in pods(), layout in layout(), turn in 0..6_usize) {
        let expected = said(&diagnosed(&written(layout, &pods)));
        let mut other = pods.clone();
        other.reverse();
        let len = other.len();
        other.rotate_left(turn % len);
        prop_assert_eq!(said(&diagnosed(&written(layout, &other))), expected);
    }

    #[test]
    fn each_pod_is_told_once_with_its_own_image(pods in pods(), layout in layout()) {
        let diagnosis = diagnosed(&written(layout, &pods));
        let told: BTreeSet<(&str, &str)> =
            diagnosis.failures.iter().map(|failure| (failure.pod.as_str(), failure.image.as_str())).collect();
        let expected: BTreeSet<(&str, &str)> =
            pods.iter().map(|pod| (pod.name.as_str(), pod.image.as_str())).collect();
        prop_assert_eq!(told, expected);
    }
}
