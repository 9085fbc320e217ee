//! The reader of manifests: what stands where, what is wrong, and that it agrees with another reader.
#![allow(clippy::unwrap_used, clippy::panic)]

use image_pull_guide::document::{MAX_BYTES, MAX_DEPTH, Node, ProblemKind, Reason, ScalarStyle, Shape, Stream, read};
use image_pull_guide::text::Span;
use proptest::prelude::*;
use serde::Deserialize;
use serde_yaml::Value;
use std::path::Path;

/// What a text is: its nodes, one a line, with their place.
fn nodes(text: &str) -> Vec<String> {
    let stream = read(text);
    assert_eq!(stream.problem(), None, "{text:?}");
    let mut lines = Vec::new();
    let mut open: Vec<(Node<'_, '_>, String)> = Vec::new();
    for document in stream.documents() {
        open.extend(document.root().map(|root| (root, format!("{}", document.index()))));
    }
    open.reverse();
    while let Some((node, path)) = open.pop() {
        lines.push(format!("{path} {}: {:?}", node.line(), node.span().of(text)));
        let mut inner: Vec<_> =
            node.items().enumerate().map(|(index, item)| (item, format!("{path}/{index}"))).collect();
        for entry in node.entries() {
            inner.push((entry.value, format!("{path}/{}", entry.key.text().unwrap_or("?"))));
        }
        open.extend(inner.into_iter().rev());
    }
    lines
}

fn first(stream: &Stream<'_>) -> ProblemKind {
    stream.problem().unwrap_or_else(|| panic!("{:?} is read", stream.source())).kind
}

#[test]
fn every_node_knows_its_bytes() {
    let text = "\u{feff}# \u{fc}ber\nspec: # \u{1f40b} c\n  \u{e4}: &a !!str 'x''y' # c\n  b:\n  - c: |\n      block\n      two\n\n  -\n  \
                d: *a\n  e: {x: 1, y: [a, \"b\"], z}\n  f: plain\n    two # c\n  g:\n---\nx: &b\n  y: ~\n";
    assert_eq!(
        nodes(text),
        [
            format!("0 2: {:?}", &text[text.find("spec").unwrap()..text.find("\n---").unwrap()]),
            format!("0/spec 3: {:?}", &text[text.find("\u{e4}: &a").unwrap()..text.find("\n---").unwrap()]),
            "0/spec/\u{e4} 3: \"'x''y'\"".into(),
            "0/spec/b 5: \"- c: |\\n      block\\n      two\\n\\n  -\"".into(),
            "0/spec/b/0 5: \"c: |\\n      block\\n      two\"".into(),
            "0/spec/b/0/c 6: \"block\\n      two\"".into(),
            "0/spec/b/1 9: \"\"".into(),
            "0/spec/d 10: \"*a\"".into(),
            "0/spec/e 11: \"{x: 1, y: [a, \\\"b\\\"], z}\"".into(),
            "0/spec/e/x 11: \"1\"".into(),
            "0/spec/e/y 11: \"[a, \\\"b\\\"]\"".into(),
            "0/spec/e/y/0 11: \"a\"".into(),
            "0/spec/e/y/1 11: \"\\\"b\\\"\"".into(),
            "0/spec/e/z 11: \"\"".into(),
            "0/spec/f 12: \"plain\\n    two\"".into(),
            "0/spec/g 14: \"\"".into(),
            "1 16: \"x: &b\\n  y: ~\"".into(),
            "1/x 16: \"y: ~\"".into(),
            "1/x/y 17: \"~\"".into(),
        ]
    );
}

#[test]
fn dashes_and_missing_values_have_a_place() {
    for (text, dashes, values) in [
        ("a:\n- b\n- c\n", vec![3, 7], vec![]),
        ("a: # c - d\n  # - x\n  - b\n  # - y\n\n  - c\n", vec![21, 36], vec![]),
        ("a: &x\n- b\n", vec![6], vec![]),
        ("a: &x # c\n  - &y b\n", vec![12], vec![]),
        ("- - a\n  - b\n- c:\n", vec![0, 12], vec![]),
        ("- # c\n  a: b\n-\n- ~\n", vec![0, 13, 15], vec![]),
        ("a:\nb: # c\nc : \n", vec![], vec![2, 5, 13]),
        ("{a, b: , \"c\":}\n", vec![], vec![2, 6, 13]),
    ] {
        let stream = read(text);
        let root = stream.documents().next().unwrap().root().unwrap();
        let sequence = if root.is_sequence() { root } else { root.entries().next().unwrap().value };
        assert_eq!(sequence.dashes(), dashes, "{text:?}");
        if !values.is_empty() {
            let at: Vec<usize> = root.entries().map(|entry| entry.value.span().start).collect();
            assert_eq!(at, values, "{text:?}");
        }
    }
}

#[test]
fn what_looks_like_an_anchor_or_a_tag_in_a_text_is_text() {
    let text = "a: |\n  !x y\n  z\nb: &c |\n  &d e\nf: !t >-\n  !g\n  h\n";
    let stream = read(text);
    let root = stream.documents().next().unwrap().root().unwrap();
    let told: Vec<_> =
        root.entries().map(|entry| (entry.value.span().of(text), entry.value.properties().of(text))).collect();
    assert_eq!(told, [("!x y\n  z", ""), ("&d e", "&c"), ("!g\n  h", "!t")]);
}

#[test]
fn what_is_no_value_is_told_apart() {
    let text = "a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: []\ng: {}\nh: x\ni: \"~\"\n";
    let stream = read(text);
    let root = stream.documents().next().unwrap().root().unwrap();
    let told = |test: fn(Node<'_, '_>) -> bool| -> String {
        root.entries().filter(|entry| test(entry.value)).map(|entry| entry.key.text().unwrap()).collect()
    };
    assert_eq!(told(|node| node.is_null()), "abc");
    assert_eq!(told(|node| node.is_empty()), "abcefg");
    assert_eq!(told(|node| node.text().is_some()), "bcdehi");
    assert_eq!(root.get("d").unwrap().style(), Some(ScalarStyle::Single));
    assert_eq!(root.get("f").unwrap().shape(), Some(Shape::Flow));
    assert_eq!(root.at(&["a", "b"]), None);
}

#[test]
fn aliases_are_named_and_not_followed() {
    let stream = read("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n");
    let root = stream.documents().next().unwrap().root().unwrap();
    let (a, c) = (root.get("a").unwrap(), root.get("c").unwrap());
    assert!(a.is_anchored() && a.is_aliased() && !c.is_aliased());
    assert_eq!(c.target(), Some(a));
    assert_eq!(c.get("b"), None);
    assert_eq!(c.resolved().get("b").unwrap().text(), Some("1"));
    assert!(root.at(&["d", "<<"]).is_some());
    // Ten lines that would be a thousand million nodes.
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..10 {
        let inner = vec![format!("*a{}", level - 1); 10].join(",");
        bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    assert_eq!(read(&bomb).documents().len(), 1);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    use Reason::*;
    for (text, reason, line) in [
        ("a:\n\tb: 1\n", Tab, 2),
        ("a: 1\n  b: 2\n", ColonInValue, 2),
        ("a: b: c\n", ColonInValue, 1),
        ("a:\n  - b\n c\n", Key, 3),
        ("a: 'x\nb: y\n", Quote, 1),
        ("a: \"x\n", Quote, 1),
        ("a: \"\\q\"\n", Escape, 1),
        ("a: [b\nc: d\n", ColonInValue, 2),
        ("a: [b}\n", Bracket, 1),
        ("{\"a\": 1 \"b\": 2}\n", Bracket, 1),
        ("a: *x\n", Alias, 1),
        ("a: &x [*x]\n", Alias, 1),
        ("a: &x b\n---\na: *x\n", Alias, 3),
        ("a: @b\n", Character, 1),
        ("a: b\u{0}c\n", Character, 1),
    ] {
        let stream = read(text);
        let problem = stream.problem().unwrap_or_else(|| panic!("{text:?} is read"));
        assert_eq!((problem.kind, problem.line), (ProblemKind::Syntax(reason), line), "{text:?}");
    }
    let half = read("a: 1\n---\nb: 2\n---\nc: [\n");
    assert_eq!(half.documents().len(), 2, "what is whole before the problem is there");
}

#[test]
fn templates_are_told_from_their_look_alikes() {
    for (text, line) in [
        ("a: 1\nimage: {{ .Values.image }}\n", 2),
        ("image: \"{{ .Values.image }}\"\n", 1),
        ("image: web:{{ tag }}\n", 1),
        ("{{- if .Values.on }}\na: b\n{{- end }}\n", 1),
        ("a: b\n{{- range .Values.list }}\n", 2),
        ("a:\n  {{- toYaml .Values.a | nindent 2 }}\n", 2),
        ("a: b\n{% if x %}\nc: d\n{% endif %}\n", 2),
        ("a: b\n# {{ c }}\nd: {{ e }}: f\n", 3),
    ] {
        let stream = read(text);
        let problem = stream.problem().or(stream.template()).unwrap_or_else(|| panic!("{text:?}"));
        assert_eq!((problem.kind, problem.line), (ProblemKind::Template, line), "{text:?}");
    }
    for text in ["a: b # {{ c }}\n", "a: |\n  {{ c }}\n", "{\"a\":{\"b\":{}}}\n", "# {{ c }}\na: b\n"] {
        let stream = read(text);
        assert_eq!((stream.problem(), stream.template()), (None, None), "{text:?}");
    }
    // A problem of its own stays one, whatever a ConfigMap holds further up.
    assert_eq!(first(&read("a: |\n  {{ c }}\nb: [\n")), ProblemKind::Syntax(Reason::Bracket));
}

#[test]
fn duplicate_keys_are_found() {
    let stream = read("a: 1\nb: {c: 1, 'c': 2}\na: 3\n- ");
    let lines: Vec<_> = stream.duplicate_keys().map(|key| (key.text().unwrap().to_owned(), key.line())).collect();
    assert_eq!(lines, [("c".into(), 2), ("a".into(), 3)]);
}

#[test]
fn what_is_too_much_is_refused() {
    for opening in ["[", "{a: ", "- "] {
        let deep = opening.repeat(MAX_DEPTH + 1);
        assert!(matches!(first(&read(&deep)), ProblemKind::TooDeep | ProblemKind::Syntax(_)), "{opening}");
        let very_deep = opening.repeat(100_000);
        assert!(matches!(first(&read(&very_deep)), ProblemKind::TooDeep | ProblemKind::Syntax(_)), "{opening}");
    }
    assert_eq!(first(&read(&"- ".repeat(1000))), ProblemKind::TooDeep);
    assert_eq!(first(&read(&"- a\n".repeat(500_000))), ProblemKind::TooMany);
    assert_eq!(first(&read(&" ".repeat(MAX_BYTES + 1))), ProblemKind::TooLong);
}

#[test]
fn a_long_line_of_json_is_read() {
    let json = format!("{{\"items\":[{}]}}", vec!["{\"kind\":\"Pod\",\"a\\/b\":\"\\u003c\"}"; 20_000].join(","));
    let stream = read(&json);
    assert_eq!(stream.problem(), None);
    let items = stream.documents().next().unwrap().root().unwrap().get("items").unwrap();
    assert_eq!((items.items().len(), items.items().last().unwrap().get("a/b").unwrap().text()), (20_000, Some("<")));
}

// --- another reader --------------------------------------------------------------------------------------------------

/// Whether the tree says what `serde_yaml` says; scalars are compared as text where they are text there.
fn agrees(node: Node<'_, '_>, value: &Value) -> bool {
    let mut open = vec![(node, value)];
    while let Some((node, value)) = open.pop() {
        let node = node.resolved();
        let same = match value {
            Value::Null => node.is_null() || node.text().is_some_and(|text| text == "null"),
            Value::Bool(value) => node.text() == Some(if *value { "true" } else { "false" }),
            Value::Number(_) => node.text().is_some() && node.style() == Some(ScalarStyle::Plain),
            Value::String(text) => node.text().unwrap_or_default() == text,
            Value::Sequence(items) => {
                open.extend(node.items().zip(items));
                node.items().len() == items.len()
            }
            Value::Mapping(entries) => {
                open.extend(
                    node.entries()
                        .zip(entries)
                        .flat_map(|(entry, (key, value))| [(entry.key, key), (entry.value, value)]),
                );
                node.entries().len() == entries.len()
            }
            Value::Tagged(_) => true,
        };
        if !same {
            return false;
        }
    }
    true
}

#[test]
fn the_own_content_is_read_as_by_another_reader() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["content", "content/causes", "tests/fixtures/manifest"] {
        for file in std::fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_none_or(|extension| extension != "yaml") {
                continue;
            }
            let text = std::fs::read_to_string(&file).unwrap();
            for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
                let stream = read(&text);
                assert_eq!(stream.problem(), None, "{}", file.display());
                let oracle = text.trim_start_matches('\u{feff}');
                for (document, value) in stream.documents().zip(serde_yaml::Deserializer::from_str(oracle)) {
                    let value = Value::deserialize(value).unwrap();
                    assert!(document.root().is_none_or(|root| agrees(root, &value)), "{}", file.display());
                }
                spans_hold(&stream);
                seen += 1;
            }
        }
    }
    assert!(seen > 90);
}

/// Each node lies in what it stands in, and the bytes of a scalar are its text where nothing had to be resolved.
fn spans_hold(stream: &Stream<'_>) {
    let text = stream.source();
    let mut open: Vec<Node<'_, '_>> = stream.documents().filter_map(|document| document.root()).collect();
    while let Some(node) = open.pop() {
        let Span { start, end } = node.span();
        let bytes = text.get(start..end).unwrap();
        if let Some(outer) = node.parent().filter(|_| !node.span().is_empty()) {
            assert!(outer.span().start <= start && end <= outer.span().end, "{node:?} in {outer:?} of {text:?}");
        }
        match node.style() {
            Some(ScalarStyle::Plain) if !bytes.contains(['\n', '\r']) => {
                assert_eq!(bytes, node.text().unwrap_or_default(), "{text:?}");
            }
            Some(ScalarStyle::Single) => {
                assert!(bytes.starts_with('\'') && bytes.ends_with('\''), "{bytes:?} of {text:?}")
            }
            Some(ScalarStyle::Double) => {
                assert!(bytes.starts_with('"') && bytes.ends_with('"'), "{bytes:?} of {text:?}")
            }
            _ => {}
        }
        for &dash in node.dashes() {
            assert_eq!(text.get(dash..=dash), Some("-"), "{dash} of {node:?}");
        }
        assert_eq!(node.dashes().len(), if node.shape() == Some(Shape::Block) { node.items().len() } else { 0 });
        open.extend(node.items());
        open.extend(node.entries().flat_map(|entry| [entry.key, entry.value]));
    }
}

/// Texts that are made of what YAML is made of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("a"), 2 => Just("b: "), 3 => Just(": "), 3 => Just("- "), 5 => Just("\n"), 4 => Just("  "), 2 => Just(" "),
        1 => Just("? "), 1 => Just("["), 1 => Just("]"), 1 => Just("{"), 1 => Just("}"), 1 => Just(", "), 1 => Just("'"),
        1 => Just("\""), 1 => Just("#"), 1 => Just(" # c"), 1 => Just("|"), 1 => Just(">-"), 1 => Just("&x "), 1 => Just("*x"),
        1 => Just("!t "), 1 => Just("---\n"), 1 => Just("...\n"), 1 => Just("\t"), 1 => Just("\r\n"), 1 => Just("\r"),
        1 => Just("\u{fc}"), 1 => Just("\u{1f40b}"), 1 => Just("\u{feff}"), 1 => Just("\\"), 1 => Just("{{"), 1 => Just("%"),
        1 => Just("~"), 1 => Just("\u{85}"), 1 => Just("\u{2028}"), 1 => Just("<<: *x"), 1 => Just("\u{0}"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic_and_every_span_holds(text in pieces()) {
        spans_hold(&read(&text));
    }

    #[test]
    fn any_text_at_all(text in "\\PC*") {
        spans_hold(&read(&text));
    }
}
