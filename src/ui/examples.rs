//! Every component in each of its states, by name. The tests draw them and compare; people read what there is.
//!
//! What is shown is made up here and not taken from the content, so that a sentence can change there without any
//! expectation changing here.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::content::{Cause, Content, Facts, Step};
use crate::diagnosis::{Evidence, Failure};
use crate::image::ImageReference;
use crate::message::dissect;
use crate::text::{Excerpt, Span};
use serde::de::DeserializeOwned;
use yew::prelude::*;

mod answers;
mod forms;
mod manifests;
mod messages;

/// A password that no rendering may show.
pub(crate) const PASSWORD: &str = "correct-horse-battery";

/// A component in one state.
pub(crate) struct Example {
    /// Its name, which is also that of the file with what it must draw.
    pub name: &'static str,
    /// The component.
    pub html: Html,
}

/// All of them.
pub(crate) fn examples() -> Vec<Example> {
    let all = [answers::examples(), forms::examples(), manifests::examples(), messages::examples()];
    all.into_iter().flatten().map(|(name, html)| Example { name, html }).collect()
}

type Named = (&'static str, Html);

fn made_up<T: DeserializeOwned>(yaml: &str) -> &'static T {
    Box::leak(Box::new(serde_yaml::from_str(yaml).unwrap()))
}

/// A cause that has something of everything.
fn cause() -> &'static Cause {
    made_up(
        r#"
id: tag-not-found
title: The box has no such drawer
verdict: "`{image}` has no drawer `{tag}`"
summary: The clerk of **{registry_name}** looked for `{image}` and found no such drawer.
meaning: [A drawer is a name., Somebody took it away.]
ways: [The drawer is called otherwise., You may not open it.]
looked_for: A drawer is missing
confirm:
  - text: Look for the drawer.
    command: crane ls {repository}
    read:
      - { see: "`{tag}` in the list", means: The drawer is there. }
      - { see: "`not found`", means: There is no such box. }
  - { text: Ask the clerk., read: [] }
who: [you, registry-owner, cluster-admin]
fixes:
  - { title: Name another drawer, who: you, text: "Write it in the manifest of `{pod}`.", repair: image }
  - { title: Show a pass, who: registry-owner, text: Make one., command: "kubectl get pod {pod} -n {namespace}", repair: pull-secret }
  - { title: Wait, who: cluster-admin, text: It may come back. }
  - { title: Ask at the next counter, who: registry-owner, registries: [quay, ghcr], clusters: [kind], text: It is open. }
success: { text: "The pod runs.", command: "kubectl get pod {pod}", output: "NAME  STATUS\nweb   Running\n" }
wordings:
  - { program: containerd, text: 'box "shop": no such drawer' }
  - { program: docker, text: "no such drawer in shop" }
  - { program: docker, text: "drawer unknown" }
known: { tag: "no" }
docs: [{ label: Boxes and drawers, url: "https://docs.acme.example/boxes" }]
checked: "2026-08"
"#,
    )
}

fn other_cause() -> &'static Cause {
    made_up(
        r#"
id: repository-not-found
title: There is no such box
verdict: "There is no `{repository}`"
summary: No box.
meaning: [None at all.]
looked_for: The box is missing
confirm: []
who: [you]
fixes: []
success: { text: It runs., command: kubectl get pods, output: Running }
checked: "2026-08"
docs: [{ label: Boxes, url: "https://docs.acme.example" }]
"#,
    )
}

fn step() -> &'static Step {
    made_up(
        r#"
id: tag
question: Is there a drawer `{tag}`?
hint: The drawer stands behind the **colon**.
answers:
  - { id: "yes", label: "Yes, `{tag}` is there", short: The drawer is there, routes: [{ step: private }] }
  - { id: "no", label: "No, there is none", short: No drawer, routes: [{ outcome: unknown }] }
find_out:
  text: Look at the box.
  command: crane ls {repository}
  read:
    - { see: "`{tag}`", means: It is there., answer: "yes" }
    - { see: nothing, means: There is none. }
  otherwise: { text: Guess., answer: "no" }
"#,
    )
}

fn other_step() -> &'static Step {
    made_up(
        r#"
id: private
question: Does one need a pass?
hint: A pass is a card.
answers:
  - { id: "yes", label: "Yes", short: With a pass, routes: [{ outcome: unknown }] }
  - { id: "no", label: "No", short: Without a pass, routes: [{ outcome: unknown }] }
find_out: { text: Ask., read: [], otherwise: { text: Guess. } }
"#,
    )
}

/// What is known of a case.
fn facts() -> Facts {
    let image = ImageReference::parse("registry.acme.example/shop/web:v2");
    Facts::of_image(Content::embedded(), &image).with("pod", "web-0").with("namespace", "shop").with("container", "web")
}

/// The message of the article's first transcript.
const ARTICLE: &str = "Failed to pull image \"nginx:foo\": rpc error: code = NotFound desc = failed to pull and unpack \
    image \"docker.io/library/nginx:foo\": failed to resolve reference \"docker.io/library/nginx:foo\": \
    docker.io/library/nginx:foo: not found";

/// A failure with this message alone, as the diagnosis of it would give it.
fn failure(message: &str, decides: &str) -> Failure {
    let start = message.find(decides).unwrap();
    Failure {
        pod: "web-0".into(),
        namespace: "shop".into(),
        container: "web".into(),
        image: "nginx:foo".into(),
        cause: "tag-not-found".into(),
        evidence: vec![Evidence {
            cause: "tag-not-found".into(),
            rule: "made-up".into(),
            line: 1,
            span: Span::new(start, start + decides.len()),
            in_message: Span::new(start, start + decides.len()),
            text: decides.into(),
        }],
        message: Excerpt::verbatim(message, 0).into_owned(),
        anatomy: dissect(Content::embedded(), message),
        ruled_out: std::rc::Rc::new(vec!["credentials-missing".into()]),
        ..Failure::default()
    }
}
