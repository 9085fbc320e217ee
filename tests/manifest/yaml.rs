use crate::check_tokens;
use crate::random::Random;
use image_pull_guide::manifest::yaml::{Entry, Value, document, scalar};
use image_pull_guide::manifest::{LineMark, YamlLine, highlight};

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
