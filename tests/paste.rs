//! Pastes read into pods and events: one fixture file per paste, and what must come of it beside it.
//!
//! `UPDATE=1 cargo test --test paste` writes the expectations anew; read the difference before you keep it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::PathBuf;

mod common;

use image_pull_guide::content::Content;
use image_pull_guide::paste::{Event, MAX_BYTES, Note, Paste, PodReport};
use image_pull_guide::text::{Excerpt, Span};

fn read(input: &str) -> Paste<'_> {
    image_pull_guide::paste::read(Content::embedded(), input)
}

fn fixtures() -> Vec<(PathBuf, String)> {
    common::texts("reader", 35)
}

/// A paste in a form that people can compare: one line per pod, container and event.
fn rendered(input: &str, paste: &Paste) -> String {
    let mut text = format!("kind: {}\n", paste.kind.id());
    for note in &paste.notes {
        writeln!(text, "note: {}", note.id()).unwrap();
    }
    for pod in &paste.pods {
        let or_dash = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        let (name, namespace) = (or_dash(&pod.name), or_dash(&pod.namespace));
        writeln!(text, "pod {name} in {namespace}, of {}, {}", or_dash(&pod.controlled_by), or_dash(&pod.phase))
            .unwrap();
        for c in &pod.containers {
            let init = if c.init { "init container" } else { "container" };
            let (name, image, state) = (or_dash(&c.name), or_dash(c.image.text()), or_dash(&c.state));
            writeln!(text, "  {init} {name}: {image}, {state} {}", or_dash(c.reason.text())).unwrap();
            if !c.message.is_empty() {
                writeln!(text, "    says: {}", one_line(c.message.text())).unwrap();
            }
        }
        for event in &pod.events {
            let Event { severity, reason, age, container, message, span } = event;
            let age = age.map_or("-".to_owned(), |age| format!("{age}s"));
            let line = |at: usize| 1 + input[..at].matches('\n').count();
            let lines = (line(span.start), line(span.end));
            let lines = if lines.0 == lines.1 { lines.0.to_string() } else { format!("{}-{}", lines.0, lines.1) };
            let (severity, reason, container) = (or_dash(severity), or_dash(reason), or_dash(container));
            writeln!(text, "  {lines}: {severity} {reason} {age} {container} | {}", one_line(message.text())).unwrap();
        }
    }
    text
}

fn one_line(text: &str) -> String {
    text.replace('\n', "⏎")
}

#[test]
fn every_fixture_reads_as_expected() {
    let mut wrong = String::new();
    for (path, input) in fixtures() {
        let found = rendered(&input, &read(&input));
        let expected_path = path.with_extension("expected");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected_path, &found).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected {
            write!(wrong, "\n{}\nexpected\n{expected}found\n{found}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn excerpts<'p, 'a>(pod: &'p PodReport<'a>) -> Vec<&'p Excerpt<'a>> {
    let containers = pod.containers.iter().flat_map(|c| [&c.image, &c.reason, &c.message]);
    containers.chain(pod.events.iter().map(|event| &event.message)).collect()
}

/// Every place of a paste lies inside its input, on character boundaries.
fn assert_places(input: &str, paste: &Paste, what: &str) {
    let inside = |span: Span| {
        assert!(input.get(span.start..span.end).is_some(), "{what}: {span:?} does not fit {} bytes", input.len());
    };
    for pod in &paste.pods {
        pod.events.iter().for_each(|event| inside(event.span));
        for excerpt in excerpts(pod) {
            excerpt.pieces().for_each(|(_, source, _)| inside(source));
            inside(excerpt.whole());
        }
    }
    for note in &paste.notes {
        if let Note::CutOff { span } = note {
            inside(*span);
        }
    }
}

#[test]
fn every_byte_of_an_excerpt_stands_at_its_place_in_the_input() {
    let decoded = |text: &str, source: &str| match source {
        "\\n" => text == "\n",
        "\\t" => text == "\t",
        "\\r" => text == "\r",
        "\u{a0}" | "&nbsp;" => text == " ",
        "\u{201c}" | "\u{201d}" | "&quot;" | "\\\"" => text == "\"",
        // An escape inside an escape is spelled with more backslashes.
        _ => source.starts_with('\\') && (source.ends_with(text) || source.starts_with("\\u00")),
    };
    for (path, input) in fixtures() {
        let paste = read(&input);
        assert_places(&input, &paste, &path.display().to_string());
        for excerpt in paste.pods.iter().flat_map(excerpts) {
            for (at, _) in excerpt.text().char_indices() {
                let place = excerpt.source(Span::new(at, excerpt.text().len()));
                assert!(input.get(place.start..place.end).is_some(), "{}: {place:?}", path.display());
            }
            for (here, there, exact) in excerpt.pieces() {
                let (text, source) = (here.of(excerpt.text()), there.of(&input));
                let fits = if exact { text == source } else { decoded(text, source) };
                assert!(fits, "{}: {text:?} is not {source:?}", path.display());
            }
        }
    }
}

#[test]
fn a_paste_may_end_anywhere() {
    for (path, input) in fixtures() {
        for (at, _) in input.char_indices() {
            let cut = &input[..at];
            assert_places(cut, &read(cut), &format!("{} cut at {at}", path.display()));
        }
    }
}

/// What a paste says, without its places.
fn said(paste: &Paste) -> Vec<String> {
    let mut said = Vec::new();
    for pod in &paste.pods {
        said.push(format!("{}/{} {}", pod.namespace, pod.name, pod.controlled_by));
        said.extend(
            pod.containers
                .iter()
                .map(|c| format!("{} {} {} {} {}", c.name, c.image.text(), c.state, c.reason.text(), c.message.text())),
        );
        said.extend(pod.events.iter().map(|event| {
            let Event { severity, reason, age, container, message, .. } = event;
            format!("{severity} {reason} {age:?} {container} {}", message.text())
        }));
    }
    said
}

#[test]
fn line_ends_do_not_matter() {
    for (path, input) in fixtures() {
        let unix = input.replace("\r\n", "\n");
        assert_eq!(said(&read(&unix)), said(&read(&unix.replace('\n', "\r\n"))), "{}", path.display());
    }
}

#[test]
fn quoting_and_indenting_a_paste_changes_nothing() {
    let prefixes =
        [("> ", "quoted"), (">> ", "quoted twice"), ("    ", "indented"), ("│ ", "in a box"), ("\u{200b}", "odd")];
    for (path, input) in fixtures() {
        for (prefix, what) in prefixes {
            let changed: String = input.lines().map(|line| format!("{prefix}{line}\n")).collect();
            assert_eq!(said(&read(&input)), said(&read(&changed)), "{} {what}", path.display());
        }
        let prompted = format!("$ kubectl get nodes\n{input}$ \n");
        assert_eq!(said(&read(&input)), said(&read(&prompted)), "{} between prompts", path.display());
    }
}

/// A small generator of numbers that look random and are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}

#[test]
fn lines_in_any_order_are_read_without_a_panic() {
    let lines: Vec<String> =
        fixtures().iter().flat_map(|(_, input)| input.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for round in 0..400 {
        let mut text = String::new();
        for _ in 0..numbers.below(30) {
            let line = &lines[numbers.below(lines.len())];
            let mut cut = numbers.below(line.len() + 1);
            while !line.is_char_boundary(cut) {
                cut -= 1;
            }
            text.push_str(if numbers.below(3) == 0 { &line[..cut] } else { line });
            text.push_str(["\n", "\r\n", "\n\n", " ", "\t", "\u{a0}"][numbers.below(6)]);
        }
        assert_places(&text, &read(&text), &format!("round {round}"));
    }
}

#[test]
fn characters_in_any_order_are_read_without_a_panic() {
    let pieces = [
        "Warning",
        "Normal",
        "  ",
        " ",
        "\n",
        "\t",
        "\"",
        "\\\"",
        "\\",
        "Failed",
        "5s",
        "(x2 over",
        ")",
        "kubelet",
        "pod/x",
        "spec.containers{",
        "}",
        "{kubelet ",
        "0/1",
        "Name:",
        "Events:",
        "message: ",
        "'",
        "''",
        "|",
        ">",
        "`",
        "**",
        "***",
        "Failed to pull image \"",
        "rpc error: code",
        ": not found",
        "err=\"",
        "level=",
        "msg=\"",
        "E0102 21:10:37.610356] ",
        "é",
        "\u{1b}[",
        "^[[",
        "&quot;",
        "\u{201c}",
        "...",
        "│",
        "$ ",
        "docker pull ",
        "\u{0}",
        "}]): ",
        "(Mirrors also failed: [",
        "failed to \"StartContainer\" for \"",
        "{\"",
        "\":",
        "\\u00",
        "\\u0026",
        "Message:",
        "Image:",
        "web:",
    ];
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    for round in 0..3000 {
        let text: String = (0..numbers.below(25)).map(|_| pieces[numbers.below(pieces.len())]).collect();
        assert_places(&text, &read(&text), &format!("round {round}: {text:?}"));
    }
}

#[test]
fn a_text_that_is_too_long_is_not_looked_at() {
    let text = "Failed to pull image \"nginx\"\n".repeat(MAX_BYTES / 29 + 1);
    let paste = read(&text);
    assert_eq!(paste.notes, [Note::TooLong { bytes: text.len() }]);
    assert!(paste.pods.is_empty());
}

#[test]
fn the_longest_text_is_still_looked_at() {
    let mut text = "x".repeat(MAX_BYTES - 40);
    text.push_str("\nnginx:foo: not found");
    assert_eq!(read(&text).pods.len(), 1);
}

#[test]
fn bytes_that_are_no_text_are_noted_and_the_rest_is_read() {
    let paste = read("\u{0}\u{1}\u{2}PNG\nFailed to pull image \"nginx:foo\": nginx:foo: not found\n");
    assert_eq!(paste.notes, [Note::Binary]);
    assert_eq!(paste.pods[0].events.len(), 1);
    assert!(!read("\u{1b}[31mFailed\u{1b}[0m\u{7}").notes.contains(&Note::Binary));
}

#[test]
fn replaced_bytes_do_not_hide_the_message() {
    let text =
        String::from_utf8_lossy(b"\xff\xfeFailed to pull image \"nginx:foo\": nginx:foo: not found\n").into_owned();
    assert_eq!(
        read(&text).pods[0].events[0].message.text(),
        "Failed to pull image \"nginx:foo\": nginx:foo: not found"
    );
}

#[test]
fn a_page_is_noted_but_a_page_inside_a_message_is_not() {
    assert!(read("  <!doctype HTML><html>nothing</html>").notes.contains(&Note::Html));
    let quoted = read("Failed to pull image \"x\": error parsing HTTP 403 response body: \"<html>\"");
    assert!(quoted.notes.is_empty(), "{:?}", quoted.notes);
}

#[test]
fn a_message_cut_in_a_quote_is_noted_where_it_breaks_off() {
    let text = "Failed to pull image \"registry.acme.example/sh";
    let paste = read(text);
    assert_eq!(paste.notes, [Note::CutOff { span: Span::new(text.len() - 1, text.len()) }]);
    assert_eq!(paste.pods[0].events.len(), 1);
    assert!(read("Failed to pull image \"nginx:foo\": nginx:foo: not found\"").notes.is_empty());
}

#[test]
fn a_long_name_is_read_whole() {
    let name = "n".repeat(300);
    let text =
        format!("Failed to pull image \"{name}\": couldn't parse image name \"{name}\": invalid reference format");
    let paste = read(&text);
    assert!(paste.pods[0].events[0].message.text().contains(&name));
}

#[test]
fn a_description_pasted_twice_gives_two_pods() {
    let text = "Name: web\nNamespace: shop\nContainers:\n  web:\n    Image: a\nEvents: <none>\n";
    assert_eq!(read(&text.repeat(2)).pods.len(), 2);
}
