//! Edits of manifests: a corpus of shapes with what comes out of each, the properties of every edit, and what real
//! programs say. `UPDATE=1` writes what is expected anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
#[path = "../common/kubernetes.rs"]
mod kubernetes;
mod properties;
mod real;
mod suggest;
mod ways;
mod words;

use image_pull_guide::patch::{Edit, PullPolicy};
use std::fs;
use std::path::{Path, PathBuf};

/// One manifest of the corpus, and what is done to it.
struct Fixture {
    name: String,
    file: PathBuf,
    text: String,
    edits: Vec<Edit>,
}

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/patch");
    let mut fixtures = Vec::new();
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if !matches!(file.extension().and_then(|extension| extension.to_str()), Some("yaml" | "json")) {
            continue;
        }
        let edits = fs::read_to_string(file.with_extension("edits")).unwrap();
        fixtures.push(Fixture {
            name: file.file_stem().unwrap().to_str().unwrap().to_owned(),
            text: fs::read_to_string(&file).unwrap(),
            edits: edits.lines().map(edit).collect(),
            file,
        });
    }
    fixtures.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(fixtures.len() >= 100, "only {} manifests", fixtures.len());
    fixtures
}

/// `image OLD NEW [CONTAINER]`, `secret NAME [IMAGE]`, `rename OLD NEW`, `move`, `policy CONTAINER POLICY`,
/// `account NAME [ACCOUNT]`, `type NAME`, `namespace NAME NAMESPACE`, `server OLD NEW`.
fn edit(line: &str) -> Edit {
    let words: Vec<&str> = line.split(' ').collect();
    let word = |at: usize| words[at].to_owned();
    let optional = |at: usize| words.get(at).map(|word| (*word).to_owned());
    match words[0] {
        "image" => Edit::SetImage { old: word(1), new: word(2), container: optional(3) },
        "secret" => Edit::AddPullSecret { name: word(1), image: optional(2) },
        "rename" => Edit::RenamePullSecret { old: word(1), new: word(2) },
        "move" => Edit::MoveMisplacedPullSecrets,
        "policy" => Edit::SetPullPolicy {
            container: word(1),
            policy: PullPolicy::ALL.into_iter().find(|policy| policy.name() == words[2]).unwrap(),
        },
        "account" => Edit::AddPullSecretToServiceAccount { name: word(1), account: optional(2) },
        "type" => Edit::SetSecretType { name: word(1) },
        "namespace" => Edit::SetSecretNamespace { name: word(1), namespace: word(2) },
        "server" => Edit::SetSecretServer { old: word(1), new: word(2) },
        other => panic!("{other} is no edit"),
    }
}
