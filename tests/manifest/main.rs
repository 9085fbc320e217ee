//! The YAML and the commands that mend a pull, from the tables in `fixtures/manifest`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod docker_configs;
mod names;
mod servers;
mod yaml;

mod outputs;
mod secrets;
mod workloads;

mod agreement;
mod commands;
mod shells;

mod generated;
#[path = "../common/kubernetes.rs"]
mod kubernetes;
mod random;

use image_pull_guide::content::Content;
use image_pull_guide::manifest::{Repair, RepairInput, Terminal, Words, WorkloadKind, YamlDocument, highlight};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;

fn fixture<T: DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/tests/fixtures/manifest/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_yaml::from_str(&fs::read_to_string(&path).expect(&path)).expect(&path)
}

/// The repair with the content of the page.
fn repair(typed: &RepairInput, terminal: Terminal, words: &Words<'_>) -> Repair {
    Repair::of(Content::embedded(), typed, terminal, words)
}

/// [`RepairInput`] as the tables spell it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct InputCase {
    needs_secret: bool,
    server: String,
    username: String,
    email: String,
    secret_name: String,
    referenced_secret: String,
    secret_namespace: String,
    namespace: String,
    kind: String,
    name: String,
    pod: String,
    container: String,
    init: bool,
    replaces_secret: bool,
    image: String,
    original_image: String,
}

impl InputCase {
    fn input(&self) -> RepairInput {
        RepairInput {
            needs_secret: self.needs_secret,
            server: self.server.clone(),
            username: self.username.clone(),
            email: self.email.clone(),
            secret_name: self.secret_name.clone(),
            referenced_secret: self.referenced_secret.clone(),
            secret_namespace: self.secret_namespace.clone(),
            namespace: self.namespace.clone(),
            kind: WorkloadKind::ALL.into_iter().find(|kind| kind.name() == self.kind).expect("a kind"),
            name: self.name.clone(),
            pod: self.pod.clone(),
            container: self.container.clone(),
            init: self.init,
            replaces_secret: self.replaces_secret,
            image: self.image.clone(),
            original_image: self.original_image.clone(),
        }
    }
}

impl Default for InputCase {
    fn default() -> Self {
        let none = String::new;
        Self {
            needs_secret: true,
            server: none(),
            username: none(),
            email: none(),
            secret_name: none(),
            referenced_secret: none(),
            secret_namespace: none(),
            namespace: none(),
            kind: "Pod".into(),
            name: none(),
            pod: none(),
            container: none(),
            init: false,
            replaces_secret: false,
            image: none(),
            original_image: none(),
        }
    }
}

fn check_tokens(document: &YamlDocument) {
    for line in &document.lines {
        assert!(!line.text.contains('\n'));
        assert_eq!(highlight::tokens(line).into_iter().map(|(_, text)| text).collect::<String>(), line.text);
        assert_eq!(line.text.trim_end_matches([' ', '\t']).is_empty(), line.text.is_empty(), "a line of blanks");
    }
}
