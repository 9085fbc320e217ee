//! The decision tree in the docs: `docs/decision-tree.svg`, written anew with `UPDATE=1`.

use crate::content::Content;
use crate::diagram::draw;
use crate::diagram::svg::{File, Palette, file};
use crate::ui::components::picture::WORDS;
use crate::ui::labels::tree as words;
use std::path::Path;
use std::{env, fs};

#[test]
fn the_picture_in_the_docs_is_that_of_the_questions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tokens = fs::read_to_string(root.join("styles/tokens.css")).unwrap();
    let value = |name: &str| {
        let (_, rest) = tokens.split_once(&format!("--ipg-{name}: ")).unwrap();
        rest.split_once(';').unwrap().0
    };
    let pair =
        |name: &str| value(name).trim_start_matches("light-dark(").trim_end_matches(')').split_once(", ").unwrap();
    let palette = |dark: bool| {
        let colour = |name: &str| if dark { pair(name).1 } else { pair(name).0 };
        Palette {
            paper: colour("paper"),
            ink: colour("ink"),
            soft: colour("soft"),
            edge: colour("edge"),
            card: colour("card"),
            wash: colour("accent-wash"),
            accent: colour("accent"),
        }
    };
    let about = File {
        title: words::HEADING,
        description: words::ABOUT,
        fonts: value("sans"),
        light: palette(false),
        dark: palette(true),
    };
    let drawn = file(&draw(Content::embedded(), WORDS), &about);
    let path = root.join("docs/decision-tree.svg");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(kept == drawn, "docs/decision-tree.svg is not the picture of content/guide.yaml: write it with UPDATE=1");
}
