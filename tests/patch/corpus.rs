//! The corpus, each manifest with its whole diff or its refusal.

use crate::{Fixture, fixtures};
use image_pull_guide::document::read;
use image_pull_guide::patch::{hunks, manifest, patch};
use std::fmt::Write as _;
use std::fs;

/// What comes out, as a person reads it: the diff with the changed words in brackets, the reasons, or the refusal.
fn told(fixture: &Fixture) -> String {
    let Fixture { text, edits, .. } = fixture;
    let mut out = String::new();
    match patch(text, edits) {
        Ok(patched) if patched.edits.is_empty() => out.push_str("nothing to change\n"),
        Ok(patched) => {
            for edit in &patched.edits {
                let _ = writeln!(out, "{}: {}", edit.explanation.id(), edit.path);
            }
            for hunk in hunks(text, &patched, 2) {
                out.push_str("@@\n");
                for line in hunk.lines {
                    let mut marked = line.text.clone();
                    for span in line.changed.iter().rev() {
                        marked.insert(span.end, '\u{bb}');
                        marked.insert(span.start, '\u{ab}');
                    }
                    let number = |number: Option<usize>| number.map_or(String::new(), |number| number.to_string());
                    let _ =
                        writeln!(out, "{:>3} {:>3} {}{marked}", number(line.old), number(line.new), line.kind.sign());
                }
            }
        }
        Err(refusal) => {
            let _ = writeln!(out, "{} in line {}: {}", refusal.kind.id(), refusal.line, refusal.text());
            let stream = read(text);
            for way in refusal.ways(&edits[0], &manifest(&stream)) {
                let _ = writeln!(out, "{}:\n  {}", way.kind.id(), way.command.replace('\n', "\n  "));
            }
        }
    }
    out
}

#[test]
fn each_manifest_has_its_whole_diff() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let expected = fixture.file.with_extension("diff");
        let told = told(&fixture);
        if update {
            fs::write(&expected, &told).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != told {
            wrong.push(format!("{}\n{told}", fixture.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn outside_of_the_edits_every_byte_stays() {
    let mut edited = 0;
    for Fixture { name, text, edits, .. } in fixtures() {
        let Ok(patched) = patch(&text, &edits) else { continue };
        let mut rebuilt = String::new();
        let mut at = 0;
        for edit in &patched.edits {
            assert!(at <= edit.span.start, "{name}: edits in order");
            rebuilt.push_str(&text[at..edit.span.start]);
            rebuilt.push_str(&edit.replacement);
            at = edit.span.end;
            edited += 1;
        }
        rebuilt.push_str(&text[at..]);
        assert_eq!(rebuilt, patched.text, "{name}");
        let twice = patch(&patched.text, &edits).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        assert_eq!((twice.text, twice.edits), (patched.text, vec![]), "{name}: twice is once");
    }
    assert!(edited > 120, "{edited} edits");
}

#[test]
fn line_ends_marks_and_comments_change_nothing() {
    for Fixture { name, text, edits, .. } in fixtures() {
        if text.contains('\r') || text.contains('\u{feff}') {
            continue;
        }
        let told = |text: &str| {
            patch(text, &edits).map(|patched| patched.text).map_err(|refusal| (refusal.kind, refusal.line))
        };
        let plain = told(&text);
        let crlf = told(&text.replace('\n', "\r\n"));
        assert_eq!(crlf, plain.clone().map(|text| text.replace('\n', "\r\n")), "{name} with CRLF");
        if !text.starts_with('%') {
            assert_eq!(
                told(&format!("\u{feff}{text}")),
                plain.map(|text| format!("\u{feff}{text}")),
                "{name} with a mark"
            );
        }
    }
}
