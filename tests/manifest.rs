//! The YAML and the commands: names, servers, Secrets and workloads, from the tables in `fixtures/manifest`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_pull_guide::manifest::names::{NameKind, check_name};
use image_pull_guide::manifest::yaml::{Entry, Value, document, scalar};
use image_pull_guide::manifest::{
    Comments, LineMark, PullSecret, Workload, WorkloadKind, YamlDocument, YamlLine, highlight, placeholder, server,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;

fn fixture<T: DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/tests/fixtures/manifest/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_yaml::from_str(&fs::read_to_string(&path).expect(&path)).expect(&path)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameCase {
    kind: String,
    name: String,
    problem: Option<String>,
    suggestion: Option<String>,
}

#[test]
fn names_keep_the_rules_of_kubernetes() {
    for case in fixture::<Vec<NameCase>>("names.yaml") {
        let found = check_name(name_kind(&case.kind), &case.name).err();
        assert_eq!(found.as_ref().map(|problem| problem.kind.id()), case.problem.as_deref(), "{:?}", case.name);
        let suggestion = found.and_then(|problem| problem.suggestion);
        assert_eq!(suggestion, case.suggestion, "{:?}", case.name);
    }
}

#[test]
fn names_have_a_greatest_length() {
    for (kind, max) in [("secret", 253), ("workload", 253), ("namespace", 63), ("container", 63)] {
        let kind = name_kind(kind);
        assert_eq!(check_name(kind, &"a".repeat(max)), Ok(()));
        let problem = check_name(kind, &"a".repeat(max + 1)).unwrap_err();
        assert_eq!(problem.kind.id(), "name-too-long");
        assert_eq!(problem.suggestion, Some("a".repeat(max)));
        // The cut falls on a dash: what is offered still ends with a letter.
        let problem = check_name(kind, &format!("{}-bc", "a".repeat(max - 1))).unwrap_err();
        assert_eq!(problem.suggestion, Some("a".repeat(max - 1)));
    }
}

#[test]
fn a_suggested_name_is_legal_and_near() {
    let mut random = Random::new();
    for _ in 0..20_000 {
        let name = random.text();
        for kind in [NameKind::Secret, NameKind::Namespace, NameKind::Workload, NameKind::Container] {
            let Err(problem) = check_name(kind, &name) else { continue };
            let has_letter = name.to_lowercase().contains(|c: char| c.is_ascii_alphanumeric());
            assert_eq!(problem.suggestion.is_some(), has_letter, "{name:?}");
            if let Some(suggestion) = problem.suggestion {
                assert_eq!(check_name(kind, &suggestion), Ok(()), "{name:?}");
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServerCase {
    server: String,
    #[serde(default)]
    repository: String,
    problem: Option<String>,
    suggestion: Option<String>,
    written: Option<String>,
}

#[test]
fn servers_are_keys_that_the_kubelet_finds() {
    for case in fixture::<Vec<ServerCase>>("servers.yaml") {
        let found = server::problem(&case.server, &case.repository);
        assert_eq!(found.as_ref().map(|problem| problem.kind.id()), case.problem.as_deref(), "{:?}", case.server);
        assert_eq!(found.and_then(|problem| problem.suggestion), case.suggestion, "{:?}", case.server);
        if case.problem.is_none() {
            assert_eq!(server::normalised(&case.server), case.written.unwrap_or(case.server.clone()));
        }
    }
}

#[test]
fn a_suggested_server_has_no_problem() {
    let mut random = Random::new();
    for _ in 0..20_000 {
        let text = random.text();
        if let Some(suggestion) = server::problem(&text, "").and_then(|problem| problem.suggestion) {
            assert_eq!(server::problem(&suggestion, ""), None, "{text:?}");
            assert_eq!(server::normalised(&suggestion), suggestion, "{text:?}");
        }
    }
}

#[test]
fn a_server_serves_the_images_that_lie_under_it() {
    for (given, registry, repository, expected) in [
        ("registry.acme.example", "registry.acme.example", "shop/web", true),
        ("https://registry.acme.example/v1/", "registry.acme.example", "shop/web", true),
        ("registry.acme.example", "registry.acme.example:5000", "shop/web", false),
        ("registry.acme.example/shop", "registry.acme.example", "shop/web", true),
        ("registry.acme.example/shop", "registry.acme.example", "tools/web", false),
        ("*.acme.example", "registry.acme.example", "shop/web", true),
        ("*.acme.example", "eu.registry.acme.example", "shop/web", false),
        ("r*y.acme.example", "registry.acme.example", "shop/web", true),
        ("docker.io", "docker.io", "library/nginx", true),
        ("https://index.docker.io/v1/", "docker.io", "library/nginx", true),
        ("registry.acme.example", "docker.io", "library/nginx", false),
    ] {
        assert_eq!(server::serves(given, registry, repository), expected, "{given} for {registry}/{repository}");
    }
}

#[test]
fn any_text_comes_back_from_a_scalar() {
    const NASTY: &[&str] = &[
        "",
        "yes",
        "No",
        "ON",
        "y",
        "null",
        "Null",
        "~",
        "true",
        "1",
        "1e3",
        "0x1F",
        "0o17",
        "1_000",
        "1:30",
        ".inf",
        "-.INF",
        ".NaN",
        ".5",
        "2001-01-01",
        ": ",
        "a: b",
        "a:",
        "#",
        "a #b",
        "- a",
        "-",
        "@",
        "`",
        "!x",
        "&a",
        "*a",
        "%",
        "?",
        "|",
        ">",
        "{",
        "}",
        "[a]",
        ",",
        "'",
        "\"",
        "\\",
        "a\nb",
        "\n",
        "\r\n",
        "\t",
        " a",
        "a ",
        "---",
        "...",
        "=",
        "<<",
        "é",
        "🐳",
        "\u{0}",
        "\u{1b}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\u{fffe}",
        "nginx",
        "nginx:1.27",
        "registry.acme.example:5000/a/b:c@sha256:0123",
        "10.0.0.1:5000/a",
        "infinity",
        "nan",
    ];
    let mut random = Random::new();
    let long = "x: ".repeat(20_000);
    let random_texts: Vec<String> = (0..20_000).map(|_| random.text()).collect();
    for text in NASTY.iter().copied().chain([long.as_str()]).chain(random_texts.iter().map(String::as_str)) {
        let yaml = format!("key: {}\nlist:\n  - {}\n", scalar(text), scalar(text));
        let read: serde_yaml::Value = serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!(read["key"].as_str(), Some(text), "{yaml}");
        assert_eq!(read["list"][0].as_str(), Some(text), "{yaml}");
        assert_eq!(scalar(text).lines().count(), 1, "{text:?}");
    }
    for plain in ["nginx", "v1", "apps/v1", "my-registry-secret", ".dockerconfigjson", "nginx:1.27"] {
        assert_eq!(scalar(plain), plain);
    }
}

#[test]
fn any_block_comes_back() {
    let mut random = Random::new();
    for _ in 0..5_000 {
        let lines: Vec<YamlLine> =
            (0..random.below(4)).map(|_| YamlLine { text: random.text(), mark: LineMark::Same }).collect();
        let text: String = lines.iter().map(|line| format!("{}\n", line.text)).collect();
        let block = || Value::Block(lines.clone());
        let document = document(
            "x.yaml",
            &[
                Entry::new("block", block()).commented("one\ntwo\u{7}"),
                Entry::new("list", Value::List(vec![block(), Value::Map(vec![Entry::new("key", block())])])),
            ],
        );
        let yaml = document.text();
        let read: serde_yaml::Value = serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{yaml}\n{error}"));
        assert_eq!(read["block"].as_str(), Some(text.as_str()), "{yaml}");
        assert_eq!(read["list"][0].as_str(), Some(text.as_str()), "{yaml}");
        assert_eq!(read["list"][1]["key"].as_str(), Some(text.as_str()), "{yaml}");
        check_tokens(&document);
    }
}

#[test]
fn trees_of_every_shape_come_back() {
    let text = |text: &str| Value::Text(text.into());
    let map = |entries: Vec<Entry>| Value::Map(entries);
    let document = document(
        "x.yaml",
        &[
            Entry::new("empty", map(vec![])),
            Entry::new("none", Value::List(vec![])),
            Entry::new("nested", Value::List(vec![Value::List(vec![text("a"), text("b")]), map(vec![])])),
            Entry::new(
                "items",
                Value::List(vec![map(vec![
                    Entry::text("name", "demo").commented("above the dash"),
                    Entry::new("args", Value::List(vec![text("-a"), text("b")])),
                ])]),
            ),
        ],
    );
    let expected = "empty: {}\nnone: []\nnested:\n  - - a\n    - b\n  - {}\nitems:\n  # above the dash\n  - name: demo\n    \
                    args:\n      - \"-a\"\n      - b\n";
    assert_eq!(document.text(), expected);
    let read: serde_yaml::Value = serde_yaml::from_str(expected).unwrap();
    assert_eq!(read["nested"][0][1].as_str(), Some("b"));
    check_tokens(&document);
}

#[test]
fn lines_are_coloured_by_what_they_say() {
    let line = |text: &str, mark| YamlLine { text: text.into(), mark };
    let shown = |line: &YamlLine| -> String {
        let letter = |kind| match kind {
            highlight::TokenKind::Key => 'k',
            highlight::TokenKind::Punctuation => ':',
            highlight::TokenKind::String => 's',
            highlight::TokenKind::Comment => '#',
            highlight::TokenKind::Plain => '.',
            highlight::TokenKind::Placeholder => '?',
        };
        highlight::tokens(line)
            .into_iter()
            .flat_map(|(kind, text)| std::iter::repeat_n(letter(kind), text.chars().count()))
            .collect()
    };
    for (text, mark, expected) in [
        ("kind: Pod", LineMark::Same, "kkkk:...."),
        ("    - name: demo", LineMark::Same, "....:.kkkk:....."),
        ("  image: a:5000/b  # c", LineMark::Same, "..kkkkk:...........###"),
        ("  # image: x", LineMark::Same, "..##########"),
        (r#"  "username": "a\"b","#, LineMark::Same, "..kkkkkkkkkk:.ssssss:"),
        ("  .dockerconfigjson: |", LineMark::Same, "..kkkkkkkkkkkkkkkkk:.:"),
        ("  name: YOUR_POD", LineMark::Placeholder, "..kkkk:.????????"),
        (r#""YOUR_REGISTRY": {"#, LineMark::Placeholder, "k?????????????k:.:"),
        ("name: YOUR_POD", LineMark::Same, "kkkk:........."),
    ] {
        assert_eq!(shown(&line(text, mark)), expected, "{text}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretCase {
    name: String,
    #[serde(default)]
    namespace: String,
    server: String,
    username: String,
    #[serde(default)]
    email: String,
    password: String,
}

impl SecretCase {
    fn secret(self, with_password: bool) -> PullSecret {
        PullSecret {
            name: self.name,
            namespace: self.namespace,
            server: self.server,
            username: self.username,
            email: self.email,
            password: with_password.then_some(self.password),
        }
    }
}

#[test]
fn a_secret_with_a_password_round_trips() {
    for (title, case) in fixture::<BTreeMap<String, SecretCase>>("secrets.yaml") {
        let secret = case.secret(true);
        let document = secret.document(&Comments { unfinished: "unfinished", ..Comments::default() });
        assert!(document.is_finished(), "{title}");
        assert!(!document.text().contains('#'), "{title}");
        let read: serde_yaml::Value = serde_yaml::from_str(&document.text()).unwrap();
        check_secret_head(&read, &secret);
        let data = STANDARD.decode(read["data"][".dockerconfigjson"].as_str().unwrap()).unwrap();
        let login = &serde_json::from_slice::<serde_json::Value>(&data).unwrap()["auths"][&secret.server];
        let password = secret.password.clone().unwrap();
        assert_eq!(login["username"], secret.username, "{title}");
        assert_eq!(login["password"], password, "{title}");
        let auth = STANDARD.decode(login["auth"].as_str().unwrap()).unwrap();
        assert_eq!(auth, format!("{}:{password}", secret.username).into_bytes(), "{title}");
        check_tokens(&document);
        assert!(!format!("{secret:?}").contains(&format!("{password:?}")), "{title}");
    }
}

#[test]
fn a_secret_without_a_password_can_be_read_and_is_unfinished() {
    for (title, case) in fixture::<BTreeMap<String, SecretCase>>("secrets.yaml") {
        let secret = case.secret(false);
        let document = secret.document(&Comments { unfinished: "cannot pull yet", ..Comments::default() });
        assert!(!document.is_finished(), "{title}");
        assert_eq!(document.lines.iter().filter(|line| line.mark == LineMark::Placeholder).count(), 1, "{title}");
        assert!(
            document.text().contains("\n# cannot pull yet\nstringData:\n  .dockerconfigjson: |\n    {\n"),
            "{title}"
        );
        let read: serde_yaml::Value = serde_yaml::from_str(&document.text()).unwrap();
        check_secret_head(&read, &secret);
        let config = read["stringData"][".dockerconfigjson"].as_str().unwrap();
        let login = &serde_json::from_str::<serde_json::Value>(config).unwrap()["auths"][&secret.server];
        assert_eq!(login["username"], secret.username, "{title}");
        assert_eq!(login["password"], placeholder::PASSWORD, "{title}");
        assert!(login.get("auth").is_none(), "{title}");
        assert_eq!(login.get("email").is_some(), !secret.email.is_empty(), "{title}");
        check_tokens(&document);
    }
}

fn check_secret_head(read: &serde_yaml::Value, secret: &PullSecret) {
    assert_eq!(read["apiVersion"], "v1");
    assert_eq!(read["kind"], "Secret");
    assert_eq!(read["type"], "kubernetes.io/dockerconfigjson");
    assert_eq!(read["metadata"]["name"], secret.name.as_str());
    assert_eq!(read["metadata"].get("namespace").and_then(|name| name.as_str()).unwrap_or_default(), secret.namespace);
}

/// A workload and its manifest, each line behind the sign of its mark: two spaces, `+ `, `~ ` or `? `.
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
    #[serde(default)]
    lines: String,
}

#[test]
fn workloads_show_what_changes() {
    for (title, case) in fixture::<BTreeMap<String, WorkloadCase>>("workloads.yaml") {
        let workload = Workload {
            kind: WorkloadKind::ALL.into_iter().find(|kind| kind.name() == case.kind).expect("a kind"),
            name: case.name,
            namespace: case.namespace,
            container: case.container,
            image: case.image,
            original_image: case.original_image,
            pull_secret: case.pull_secret,
            original_pull_secret: case.original_pull_secret,
        };
        let comments =
            Comments { unfinished: "", keep_the_rest: &case.keep_the_rest, pull_secret: &case.pull_secret_comment };
        let document = workload.document(&comments);
        assert_eq!(signed(&document), case.manifest, "{title}");
        assert_eq!(document.is_finished(), !case.manifest.contains("\n?"), "{title}");
        assert_eq!(document.file_name, format!("{}.yaml", case.kind.to_lowercase()));
        check_tokens(&document);
        check_workload(&serde_yaml::from_str(&document.text()).unwrap(), &workload);
        if !case.lines.is_empty() {
            assert_eq!(signed(&workload.pull_secret_lines(&comments)), case.lines, "{title}");
        }
    }
}

#[test]
fn any_workload_can_be_read() {
    let mut random = Random::new();
    for round in 0..3_000 {
        let workload = Workload {
            kind: WorkloadKind::ALL[round % 3],
            name: random.text(),
            namespace: random.text(),
            container: random.text(),
            image: random.text(),
            original_image: random.text(),
            pull_secret: (round % 2 == 0).then(|| random.text()),
            original_pull_secret: random.text(),
        };
        let document = workload.document(&Comments::default());
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
    let spec = if workload.kind == WorkloadKind::Pod { &read["spec"] } else { &read["spec"]["template"]["spec"] };
    assert_eq!(spec["containers"][0]["name"], or(&workload.container, placeholder::CONTAINER).as_str());
    assert_eq!(spec["containers"][0]["image"], or(&workload.image, placeholder::IMAGE).as_str());
    let secret = workload.pull_secret.as_ref().map(|name| or(name, placeholder::SECRET));
    assert_eq!(spec["imagePullSecrets"][0]["name"].as_str(), secret.as_deref());
    if workload.kind != WorkloadKind::Pod {
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
    };
    document.lines.iter().map(|line| format!("{} {}\n", sign(line.mark), line.text)).collect()
}

fn check_tokens(document: &YamlDocument) {
    for line in &document.lines {
        assert!(!line.text.contains('\n'));
        assert_eq!(highlight::tokens(line).into_iter().map(|(_, text)| text).collect::<String>(), line.text);
        assert_eq!(line.text.trim_end_matches([' ', '\t']).is_empty(), line.text.is_empty(), "a line of blanks");
    }
}

fn name_kind(kind: &str) -> NameKind {
    match kind {
        "secret" => NameKind::Secret,
        "namespace" => NameKind::Namespace,
        "container" => NameKind::Container,
        "workload" => NameKind::Workload,
        other => panic!("no kind of name: {other}"),
    }
}

/// Texts that are different in each call and the same in each run (xorshift).
struct Random(u64);

impl Random {
    fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 40] = [
            "a",
            "b",
            "z",
            "0",
            "9",
            "A",
            "-",
            "_",
            ".",
            "/",
            ":",
            ": ",
            " ",
            "#",
            " #",
            "@",
            "'",
            "\"",
            "\\",
            "$",
            "`",
            "\n",
            "\r",
            "\t",
            "é",
            "ß",
            "秘",
            "🐳",
            "\u{7f}",
            "\u{85}",
            "\u{feff}",
            "\u{2028}",
            "{",
            "}",
            "docker.io",
            "://",
            "nginx",
            "YOUR_POD",
            "|",
            "*",
        ];
        (0..self.below(9)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}
