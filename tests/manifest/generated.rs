//! Every file that the guide writes for a cluster is one that Kubernetes takes.

use crate::kubernetes::{pod_spec, schemas_take};
use crate::repair;
use image_pull_guide::content::Content;
use image_pull_guide::manifest::{
    OutputStep, PullSecret, RepairInput, SecretForm, SecretOutput, Terminal, Words, WorkloadKind, YamlDocument,
};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

fn input(kind: WorkloadKind, needs_secret: bool, init: bool) -> RepairInput {
    RepairInput {
        needs_secret,
        server: "registry.acme.example".into(),
        username: "robot$puller".into(),
        email: "bot@acme.example".into(),
        secret_name: "my-registry-secret".into(),
        namespace: "shop".into(),
        kind,
        name: "web".into(),
        container: "web".into(),
        init,
        image: "registry.acme.example/shop/web:2".into(),
        original_image: "registry.acme.example/shop/web:1".into(),
        ..RepairInput::default()
    }
}

/// The files of each kind: the workload, and the Secret with and without its password, in every form for a cluster.
fn files() -> Vec<(String, YamlDocument)> {
    let words = Words {
        unfinished: "Not finished.",
        keep_the_rest: "Keep the rest.",
        pull_secret: "Here.",
        ..Words::default()
    };
    let mut files = Vec::new();
    for kind in WorkloadKind::ALL {
        for (needs_secret, init) in [(true, false), (false, false), (true, true)] {
            let made = repair(&input(kind, needs_secret, init), Terminal::default(), &words);
            let name = format!("{}-{needs_secret}-{init}", kind.name());
            files.push((name.clone(), made.workload));
            files.extend(made.secret.map(|secret| (format!("{name}-secret"), secret)));
        }
    }
    let login = input(WorkloadKind::Pod, true, false);
    for form in [SecretForm::Data, SecretForm::StringData, SecretForm::ServiceAccount] {
        for password in [None, Some("p: 'a' \"b\" # c")] {
            let made = SecretOutput::of(Content::embedded(), form, &login, password, Terminal::default(), &words);
            files.extend(made.steps.into_iter().enumerate().filter_map(|(step, made)| match made {
                OutputStep::File(file) => Some((format!("{}-{}-{step}", form.id(), password.is_some()), file)),
                OutputStep::Command(..) => None,
            }));
        }
    }
    let secret = PullSecret {
        name: "a".into(),
        server: "registry.acme.example".into(),
        username: "b".into(),
        password: Some("c".into()),
        ..PullSecret::default()
    };
    files.push(("pull-secret".into(), secret.document(&words)));
    files
}

#[test]
fn kubernetes_takes_every_file() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generated");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let (mut written, mut secrets) = (Vec::new(), 0);
    for (name, document) in files() {
        let object: Value = serde_yaml::from_str(&document.text()).unwrap();
        let spec = pod_spec(&object).unwrap_or_else(|error| panic!("{name}: {error}\n{}", document.text()));
        secrets += spec.and_then(|spec| spec.image_pull_secrets).map_or(0, |secrets| secrets.len());
        let file = folder.join(format!("{name}.yaml"));
        fs::write(&file, document.text()).unwrap();
        written.push(file);
    }
    assert!(written.len() >= 35 && secrets >= 12, "{} {secrets}", written.len());
    schemas_take(&written);
}
