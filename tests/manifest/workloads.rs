use crate::random::Random;
use crate::{check_tokens, fixture};
use image_pull_guide::manifest::{LineMark, Words, Workload, WorkloadKind, YamlDocument, placeholder};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A workload and its manifest, each line behind the sign of its mark: two spaces, `+ `, `~ `, `? ` or `= `.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkloadCase {
    kind: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    namespace: String,
    #[serde(default)]
    container: String,
    #[serde(default)]
    init: bool,
    #[serde(default)]
    image_is_open: bool,
    #[serde(default)]
    image: String,
    #[serde(default)]
    original_image: String,
    pull_secret: Option<String>,
    #[serde(default)]
    original_pull_secret: String,
    #[serde(default)]
    keep_the_rest: String,
    #[serde(default)]
    pull_secret_comment: String,
    manifest: String,
}

#[test]
fn workloads_show_what_changes() {
    for (title, case) in fixture::<BTreeMap<String, WorkloadCase>>("workloads.yaml") {
        let workload = Workload {
            kind: WorkloadKind::ALL.into_iter().find(|kind| kind.name() == case.kind).expect("a kind"),
            name: case.name,
            namespace: case.namespace,
            container: case.container,
            init: case.init,
            image: case.image,
            original_image: case.original_image,
            pull_secret: case.pull_secret,
            original_pull_secret: case.original_pull_secret,
        };
        let words =
            Words { keep_the_rest: &case.keep_the_rest, pull_secret: &case.pull_secret_comment, ..Words::default() };
        let document = workload.document(&words, case.image_is_open);
        assert_eq!(signed(&document), case.manifest, "{title}");
        assert_eq!(document.is_finished(), !case.manifest.contains("\n?"), "{title}");
        assert_eq!(document.file_name, format!("{}.yaml", case.kind.to_lowercase()));
        check_tokens(&document);
        check_workload(&serde_yaml::from_str(&document.text()).unwrap(), &workload);
    }
}

#[test]
fn any_workload_can_be_read() {
    let mut random = Random::new();
    for round in 0..3_000 {
        let workload = Workload {
            kind: WorkloadKind::ALL[round % 6],
            name: random.text(),
            namespace: random.text(),
            container: random.text(),
            init: round % 5 == 0,
            image: random.text(),
            original_image: random.text(),
            pull_secret: (round % 2 == 0).then(|| random.text()),
            original_pull_secret: random.text(),
        };
        let document = workload.document(&Words::default(), false);
        check_workload(&serde_yaml::from_str(&document.text()).unwrap(), &workload);
        check_tokens(&document);
    }
}

fn check_workload(read: &serde_yaml::Value, workload: &Workload) {
    let or = |value: &str, other: &str| placeholder::known(value).unwrap_or(other).to_owned();
    let name = or(&workload.name, workload.kind.placeholder());
    assert_eq!(read["kind"], workload.kind.name());
    assert_eq!(read["metadata"]["name"], name.as_str());
    let namespace = read["metadata"].get("namespace").map_or("", |value| value.as_str().unwrap());
    assert_eq!(namespace, or(&workload.namespace, ""));
    let spec = workload.kind.pod_spec_path().iter().fold(read, |read, key| &read[*key]);
    let container = &spec[if workload.init { "initContainers" } else { "containers" }][0];
    assert_eq!(container["name"], or(&workload.container, placeholder::CONTAINER).as_str());
    assert_eq!(container["image"], or(&workload.image, placeholder::IMAGE).as_str());
    assert!(spec["containers"][0]["name"].is_string(), "a pod has a container that is no init container");
    let secret = workload.pull_secret.as_ref().map(|name| or(name, placeholder::SECRET));
    assert_eq!(spec["imagePullSecrets"][0]["name"].as_str(), secret.as_deref());
    if read["spec"].get("selector").is_some() {
        let labels = &read["spec"]["template"]["metadata"]["labels"];
        assert_eq!(&read["spec"]["selector"]["matchLabels"], labels);
        assert!(labels["app"].as_str().unwrap().chars().count() <= 63);
    }
    let service = (workload.kind == WorkloadKind::StatefulSet).then_some(name);
    assert_eq!(read["spec"].get("serviceName").and_then(|value| value.as_str()), service.as_deref());
}

fn signed(document: &YamlDocument) -> String {
    let sign = |mark| match mark {
        LineMark::Same => ' ',
        LineMark::Added => '+',
        LineMark::Changed => '~',
        LineMark::Placeholder => '?',
        LineMark::Assumed => '=',
    };
    document.lines.iter().map(|line| format!("{} {}\n", sign(line.mark), line.text)).collect()
}
