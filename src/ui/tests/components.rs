//! Each component draws what is expected: `tests/fixtures/render/NAME.html`, written anew with `UPDATE=1`.

use crate::ui::examples::{Example, PASSWORD, examples};
use crate::ui::tests::faults::{faults, none};
use crate::ui::tests::html::Element;
use crate::ui::tests::stage::{PREFIX, component};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/render")
}

fn drawn(example: &Example) -> Element {
    component(example.html.clone())
}

fn by_name(name: &str) -> Element {
    drawn(examples().iter().find(|example| example.name == name).unwrap())
}

#[test]
fn every_example_is_drawn_as_expected() {
    let mut faults = Vec::new();
    for example in examples() {
        let file = folder().join(format!("{}.html", example.name));
        let html = drawn(&example).pretty();
        if env::var_os("UPDATE").is_some() {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&file, html).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&file).unwrap_or_default().replace('\r', "");
        let fault = match html.lines().zip(expected.lines()).find(|(now, before)| now != before) {
            _ if html == expected => continue,
            Some((now, before)) => format!("expected\n    {before}\n  and is\n    {now}"),
            None => format!("{} lines, not {}", html.lines().count(), expected.lines().count()),
        };
        faults.push((example.name.to_owned(), vec![fault]));
    }
    none(faults);
}

#[test]
fn every_expectation_has_its_example_and_only_one() {
    let names: Vec<String> = examples().iter().map(|example| format!("{}.html", example.name)).collect();
    let unique: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(unique.len(), names.len(), "a name twice");
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.collect::<BTreeSet<String>>(), unique);
}

#[test]
fn every_example_keeps_the_rules_of_the_page() {
    // The lines of the paste stand beside an answer, not in it; pages are looked at whole.
    let elsewhere = format!("href names {PREFIX}-marked, which is not there");
    none(examples().iter().map(|example| {
        let faults = faults(&drawn(example)).into_iter().filter(|fault| *fault != elsewhere).collect();
        (example.name.to_owned(), faults)
    }));
}

#[test]
fn no_example_shows_a_password() {
    for example in examples() {
        assert!(!drawn(&example).pretty().contains(PASSWORD), "{}", example.name);
    }
}

#[test]
fn how_sure_it_is_does_not_depend_on_colour() {
    let pills = ["pill-high", "pill-medium", "pill-low", "pill-two-ways", "pill-three-ways", "pill-not-known"]
        .map(|name| by_name(name).text());
    assert_eq!(pills.iter().collect::<BTreeSet<_>>().len(), pills.len(), "{pills:?}");
}

#[test]
fn a_marked_paste_keeps_every_word_and_its_marks() {
    let text = "x: manifest\n   unknown, so\n";
    let drawn = by_name("marked-over-two-lines");
    let lines: String = drawn
        .all()
        .into_iter()
        .filter(|line| line.get("class") == Some("ipg-marked__text"))
        .map(|line| line.text_with(&["span"], ""))
        .collect();
    assert_eq!(lines, text);
    let marks: Vec<String> = drawn.named(&["mark"]).iter().map(|mark| mark.text()).collect();
    assert_eq!(marks, ["manifest", "   unknown"]);
    let labels = drawn.all().into_iter().filter(|tag| tag.get("class") == Some("ipg-tag")).count();
    assert_eq!(labels, 1, "one mark has one label, however many lines it takes");
}

#[test]
fn the_anatomy_shows_the_whole_message_in_order() {
    let drawn = by_name("anatomy-of-the-article");
    let said: Vec<String> =
        drawn.named(&["code"]).iter().map(|said| said.text()).filter(|said| said != "not found").collect();
    assert!(said[0].starts_with("Failed to pull image \"nginx:foo\""), "{said:?}");
    assert_eq!(drawn.named(&["mark"]).len(), 1, "one layer decides");
    assert!(drawn.named(&["mark"])[0].text().ends_with("not found"));
}

#[test]
fn a_file_is_shown_as_it_is_copied() {
    let drawn = by_name("yaml-marked");
    let lines = drawn.named(&["pre"])[0].named(&["code"])[0].elements();
    let lines: Vec<String> = lines.map(|line| line.elements().last().unwrap().text()).collect();
    assert_eq!(
        lines.concat(),
        "# Keep the rest.\nkind: Pod\nspec:\n  containers:\n    - image: \"nginx:1 # no\"\n  imagePullSecrets:\n    - name: YOUR_SECRET\n  restartPolicy: Never\n"
    );
}

#[test]
fn marks_count_wherever_they_come_from() {
    assert_eq!(by_name("marked-out-of-order"), by_name("marked-two-far-apart"));
    let marks = by_name("marked-overlapping").named(&["mark"]).iter().map(|mark| mark.text()).collect::<String>();
    assert_eq!(marks, "access denied: scope: failed");
}
