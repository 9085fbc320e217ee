//! The content files: the real ones are whole, and everything that can be wrong with them is found and named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod faults;

use image_pull_guide::authoring::check::check_loaded;
use image_pull_guide::authoring::source::{Loaded, load};
use image_pull_guide::content::{Content, Examples};
use image_pull_guide::paste::Note;
use image_pull_guide::text::Span;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn real() -> Loaded {
    load(&folder())
}

#[test]
fn the_real_content_has_no_problem() {
    let problems: Vec<String> = check_loaded(&real()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_embedded_content_is_the_content_of_the_files() {
    let mut files = real().content;
    let mut embedded = Content::embedded().clone();
    for rule in files.causes.iter_mut().chain(&mut embedded.causes).flat_map(|cause| &mut cause.rules) {
        rule.examples = Examples::default();
        rule.literals = Vec::new();
    }
    assert_eq!(files, embedded);
}

#[test]
fn every_file_of_the_content_is_short_enough_to_read() {
    for entry in fs::read_dir(folder().join("causes")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let words = text.lines().take_while(|line| !line.starts_with("rules:")).count();
        assert!(words <= 150, "{} has {words} lines before its rules", path.display());
    }
}

// --- files ---------------------------------------------------------------------------------------------------------

/// A copy of the real content with some files written anew.
fn copy(name: &str, files: &[(&str, &str)]) -> Loaded {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&copy);
    fs::create_dir_all(copy.join("causes")).unwrap();
    for from in ["", "causes"] {
        for entry in fs::read_dir(folder().join(from)).unwrap().map(Result::unwrap) {
            if entry.path().is_file() {
                fs::copy(entry.path(), copy.join(from).join(entry.file_name())).unwrap();
            }
        }
    }
    for (file, text) in files {
        fs::write(copy.join(file), text).unwrap();
    }
    load(&copy)
}

fn problems(loaded: &Loaded) -> String {
    check_loaded(loaded).iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn a_file_that_cannot_be_read_is_one_problem_and_hides_no_other() {
    let broken = "steps: [";
    let loaded = copy("unreadable", &[("guide.yaml", broken), ("interface.yaml", "page: { title: '', Heading: x }")]);
    let problems = problems(&loaded);
    assert!(problems.starts_with("content/guide.yaml: "), "{problems}");
    assert!(problems.contains("content/interface.yaml: page.title: is empty; people read this"), "{problems}");
    assert!(problems.contains("page.Heading: is named `Heading`; a name is lower-case"), "{problems}");
    assert_eq!(problems.lines().count(), 3, "no follow-up problems: {problems}");
}

#[test]
fn a_field_that_does_not_exist_is_refused() {
    let loaded = copy("field", &[("registries.yaml", "- { id: x, name: X, hosts: [], server: x, colour: red }")]);
    assert!(problems(&loaded).contains("content/registries.yaml: "), "{}", problems(&loaded));
    assert!(problems(&loaded).contains("unknown field `colour`"), "{}", problems(&loaded));
}

#[test]
fn a_cause_has_the_name_of_its_file() {
    let text = fs::read_to_string(folder().join("causes/unknown.yaml")).unwrap();
    let loaded = copy("name", &[("causes/strange.yaml", &text)]);
    let expected = "content/causes/strange.yaml: id: is `unknown`; it must be the file's name without `.yaml`";
    assert!(problems(&loaded).contains(expected), "{}", problems(&loaded));
}

#[test]
fn labels_are_named_so_that_rust_takes_them() {
    let mut loaded = real();
    loaded.labels = [("type".to_owned(), [("9lives".to_owned(), "An `open".to_owned())].into())].into();
    let problems = problems(&loaded);
    assert!(problems.contains("type: is a word of Rust; name the section otherwise"), "{problems}");
    assert!(problems.contains("type.9lives: is named `9lives`; a name is"), "{problems}");
    assert!(problems.contains("type.9lives: has a backtick that is not closed"), "{problems}");
}

#[test]
fn every_note_on_a_paste_has_its_words() {
    let span = Span::default();
    let notes = [
        Note::Empty,
        Note::TooLong { bytes: 20 << 20 },
        Note::Binary,
        Note::Html,
        Note::CutOff { span },
        Note::NoMessages,
        Note::Manifest,
        Note::NotFound,
        Note::NothingKnown,
    ];
    let content = Content::embedded();
    assert_eq!(notes.len(), content.words.notes.len());
    for note in notes {
        assert!(note.text(content).ends_with(['.', ':']) && !note.text(content).contains('{'), "{note:?}");
    }
    assert!(Note::TooLong { bytes: 20 << 20 }.text(content).contains("20 MB"));
}
