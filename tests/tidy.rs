//! The rules of the house that no compiler checks: who may use whom, where colours stand, which versions agree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The library's modules, lowest first. A module may use its own level and those below, never one above.
const LEVELS: [&[&str]; 12] = [
    &["text"],
    &["document", "image", "mask", "objects"],
    &["content"],
    &["cases", "embedded", "message"],
    &["rules"],
    &["authoring", "paste"],
    &["diagnosis"],
    &["guide", "manifest", "patch"],
    &["diagram", "secret_check"],
    &["practice"],
    &["report"],
    &["ui"],
];

/// The same inside `src/ui`.
const UI_LEVELS: [&[&str]; 7] = [
    &["browser", "host", "labels", "links", "pasted"],
    &["manifest", "practice", "repair"],
    &["model"],
    &["components"],
    &["pages", "reading", "warm_up"],
    &["app"],
    &["element", "standalone", "still"],
];

/// What only the page may name.
const BROWSER: [&str; 5] = ["gloo", "js_sys", "wasm_bindgen", "web_sys", "yew"];

/// What the library may not name: it works on text alone. The second list may, for the content files.
const OUTSIDE_WORLD: [&str; 6] = ["env", "fs", "io", "net", "process", "thread"];
const MAY_READ_FILES: [&str; 2] = ["src/build.rs", "src/authoring/source.rs"];

const MOST_LINES: usize = 500;

// --- the modules -----------------------------------------------------------------------------------------------------

#[test]
fn modules_use_only_what_is_below_them() {
    let mut faults = Vec::new();
    for file in rust_files().filter(|file| level_of(module_of(&file.name)).is_some()) {
        let own = level_of(module_of(&file.name)).unwrap();
        for used in first_segments(&file.code(), "crate::") {
            if level_of(&used).is_some_and(|level| level > own) {
                faults.push(format!("{} uses {used}, which stands above it", file.name));
            }
        }
        if file.code().contains("super::super::") {
            faults.push(format!("{} reaches over its parent: write the path from `crate::`", file.name));
        }
    }
    none(&faults);
}

#[test]
fn the_parts_of_the_page_use_only_what_is_below_them() {
    let level = |part: &str| UI_LEVELS.iter().position(|level| level.contains(&part));
    let is_tried_out = |name: &str| ["src/ui/tests/", "src/ui/examples"].iter().any(|start| name.starts_with(start));
    let mut faults = Vec::new();
    for file in rust_files().filter(|file| file.name.starts_with("src/ui/") && !is_tried_out(&file.name)) {
        let part = file.name["src/ui/".len()..].split(['/', '.']).next().unwrap();
        let Some(own) = level(part) else {
            assert_eq!(part, "mod", "{} has no level in UI_LEVELS", file.name);
            continue;
        };
        for used in first_segments(&file.code(), "crate::ui::") {
            if level(&used).is_none_or(|level| level > own) {
                faults.push(format!("{} uses {used}, which stands above it", file.name));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_module_has_a_level() {
    let lib = read("src/lib.rs");
    let modules = found(&lib, r"(?m)^\s*(?:pub )?mod ([a-z_]+);");
    let levels: BTreeSet<String> = LEVELS.concat().into_iter().map(str::to_owned).collect();
    assert_eq!(modules, levels, "src/lib.rs and LEVELS");
}

#[test]
fn only_the_page_knows_of_a_browser() {
    let mut faults = Vec::new();
    for file in rust_files().filter(|file| !is_page(&file.name)) {
        for name in BROWSER.iter().filter(|name| has_word(&file.code(), name)) {
            faults.push(format!("{} names {name}", file.name));
        }
    }
    for file in rust_files().filter(|file| file.name.starts_with("src/command/")) {
        if file.code().contains("image_pull_guide::ui") {
            faults.push(format!("{} uses the page", file.name));
        }
    }
    none(&faults);
}

#[test]
fn the_library_does_no_input_or_output() {
    let binary = |name: &str| name.starts_with("src/command/") || is_page(name) || MAY_READ_FILES.contains(&name);
    let mut faults = Vec::new();
    for file in rust_files().filter(|file| !binary(&file.name)) {
        let used = first_segments(&file.code(), "std::");
        for name in used.iter().filter(|name| OUTSIDE_WORLD.contains(&name.as_str())) {
            faults.push(format!("{} uses std::{name}", file.name));
        }
    }
    none(&faults);
}

#[test]
fn no_source_file_is_too_long() {
    let mut faults = Vec::new();
    for file in rust_files() {
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!(
                "{} has {lines} lines, more than {MOST_LINES}: what in it is a thing of its own?",
                file.name
            ));
        }
    }
    none(&faults);
}

// --- the styles ------------------------------------------------------------------------------------------------------

#[test]
fn colours_stand_in_the_tokens_alone() {
    let literal = regex(
        r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:aqua|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gray|green|grey|indigo|ivory|lime|magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|sienna|silver|tan|teal|tomato|violet|wheat|white|yellow)\b",
    );
    let mut faults = Vec::new();
    for file in style_files().filter(|file| file.name != "styles/tokens.css") {
        for (property, value) in declarations(&file.text) {
            // A name with a dash in front or behind is no colour: `--accent-red`, `white-space`.
            let plain = regex(r"[a-z0-9_]*-[a-z0-9_-]*").replace_all(&value.to_ascii_lowercase(), "").into_owned();
            if literal.is_match(&plain) {
                faults.push(format!("{}: {property}: {value}", file.name));
            }
        }
    }
    none(&faults);
}

/// Which text stands on which surfaces, and how much they must differ.
const CONTRASTS: [(&[&str], &[&str], f64); 5] = [
    (&["ink"], &["paper", "card", "sunken", "mark", "add", "change", "todo", "bad-wash", "accent-wash"], 7.0),
    (&["soft"], &["paper", "card", "sunken"], 4.5),
    (&["accent", "good", "maybe", "bad", "kubelet", "runtime", "registry"], &["paper", "card"], 4.5),
    (&["code-key", "code-string"], &["card", "add", "change", "todo"], 4.5),
    (&["edge", "focus", "mark-edge"], &["paper", "card"], 3.0),
];

#[test]
fn colours_differ_as_much_as_they_promise() {
    let tokens = read("styles/tokens.css");
    let colours: BTreeMap<String, [f64; 2]> = regex(r"--ipg-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
        .captures_iter(&tokens)
        .map(|found| (found[1].to_owned(), [luminance(&found[2]), luminance(&found[3])]))
        .collect();
    let mut faults = Vec::new();
    let on_accent = (&["on-accent"][..], &["accent", "accent-strong"][..], 4.5);
    for (texts, surfaces, least) in CONTRASTS.into_iter().chain([on_accent]) {
        for (text, surface) in texts.iter().flat_map(|text| surfaces.iter().map(move |surface| (text, surface))) {
            for (scheme, name) in ["light", "dark"].into_iter().enumerate() {
                let (one, other) = (colours[*text][scheme], colours[*surface][scheme]);
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                if contrast < least {
                    faults.push(format!("{text} on {surface}, {name}: {contrast:.2}, less than {least}"));
                }
            }
        }
    }
    none(&faults);
}

/// The relative luminance of `#rrggbb`, by the definition of WCAG.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn the_room_for_the_guide_is_asked_for_in_pixels() {
    // `rem` becomes the guide's own unit, a custom property, which no condition can read.
    let mut faults = Vec::new();
    for file in style_files() {
        let conditions = found(&without_css_comments(&file.text), r"(@container[^{]*)");
        let in_rem = conditions.iter().filter(|condition| condition.contains("rem"));
        faults.extend(in_rem.map(|condition| format!("{}: {condition}", file.name)));
    }
    none(&faults);
}

#[test]
fn the_page_links_every_style_file() {
    let linked = found(&read("index.html"), r#"href="(styles/[^"]+\.css)""#);
    let there: BTreeSet<String> = style_files().map(|file| file.name).collect();
    assert_eq!(linked, there, "what index.html links, and the files in styles");
    let first = regex(r#"href="(styles/[^"]+\.css)""#).captures(&read("index.html")).unwrap()[1].to_owned();
    assert_eq!(first, "styles/layers.css", "the order of the layers has to be known first");
}

#[test]
fn every_class_has_a_style_and_every_style_a_use() {
    let styles: String = style_files().map(|file| without_css_comments(&file.text)).collect();
    let styled = found(&styles, r"\.(-?[a-zA-Z_][a-zA-Z0-9_-]*)[^;{}]*\{");
    let also_styled = found(&styles, r"\.(ipg-[a-zA-Z0-9_-]+)");
    let styled: BTreeSet<String> = styled.union(&also_styled).cloned().collect();
    let markup: String = rust_files()
        .filter(|file| is_page(&file.name))
        .map(|file| file.code())
        .chain([read("index.html"), read("src/embed/embed.js")])
        .collect();
    let used = found(&markup, r"(?:^|[^a-zA-Z0-9_-])(ipg-[a-zA-Z0-9_-]*)");

    let mut faults: Vec<String> = Vec::new();
    faults.extend(styled.iter().filter(|name| !name.starts_with("ipg-")).map(|name| format!(".{name} lacks ipg-")));
    faults.extend(used.iter().filter(|name| name.ends_with('-')).map(|name| format!("{name}…: write it out whole")));
    faults.extend(used.difference(&styled).map(|name| format!("{name} is used, and no style names it")));
    faults.extend(styled.difference(&used).map(|name| format!("{name} is styled, and nothing uses it")));
    none(&faults);
}

// --- what is in the repository ---------------------------------------------------------------------------------------

#[test]
fn no_file_names_a_place_of_one_machine() {
    // Put together here, so that this file does not break its own rule.
    let hosts = ["registry.npm|js.org", "static.crates|.io", "index.crates|.io", "pypi|.org", "deb.debian|.org"];
    let folders = ["/root/.|cargo", "/root/.|rustup", "/root/.|pyenv"];
    let forbidden: Vec<String> = hosts.iter().chain(&folders).map(|name| name.replace('|', "")).collect();
    let here = env!("CARGO_MANIFEST_DIR");
    let workplace = regex(concat!(r#"(?:^|[\s"'`=(:])/wo"#, "rk/"));
    let mut faults = Vec::new();
    for name in tracked_files() {
        let text = String::from_utf8_lossy(&fs::read(root().join(&name)).unwrap_or_default()).into_owned();
        faults.extend(forbidden.iter().filter(|word| text.contains(*word)).map(|word| format!("{name}: {word}")));
        if text.contains(here) || workplace.is_match(&text) {
            faults.push(format!("{name} names a folder of the machine it was written on"));
        }
    }
    for name in ["tests/e2e/package-lock.json", "tests/sites/docusaurus/package-lock.json"] {
        if read(name).contains("\"resolved\"") {
            faults.push(format!("{name} names the hosts its packages came from"));
        }
    }
    none(&faults);
}

#[test]
fn versions_are_those_of_toolchain_mk() {
    let chosen = read("toolchain.mk");
    let version = |name: &str| regex(&format!(r"(?m)^{name}\s*:= (\S+)$")).captures(&chosen).unwrap()[1].to_owned();
    let (rust, trunk) = (version("RUST_VERSION"), version("TRUNK_VERSION"));
    let (bindgen, binaryen) = (version("WASM_BINDGEN_VERSION"), version("BINARYEN_VERSION"));
    let (material, docusaurus) = (version("MATERIAL_VERSION"), version("DOCUSAURUS_VERSION"));
    let mdbook = version("MDBOOK_VERSION");
    let repeated = [
        ("docs/embedding/README.md", format!("| mdBook {mdbook} |")),
        ("docs/embedding/README.md", format!("| Material for MkDocs {material},")),
        ("docs/embedding/README.md", format!("| Docusaurus {docusaurus},")),
        ("docs/embedding/mdbook.md", format!("Tested with mdBook {mdbook}.")),
        ("docs/embedding/mkdocs-material.md", format!("Tested with Material for MkDocs {material} ")),
        ("docs/embedding/docusaurus.md", format!("Tested with Docusaurus {docusaurus} ")),
        ("tests/sites/mkdocs-material/requirements.txt", format!("mkdocs-material=={material}\n")),
        ("tests/sites/docusaurus/package.json", format!("\"@docusaurus/core\": \"{docusaurus}\"")),
        ("tests/sites/docusaurus/package.json", format!("\"@docusaurus/preset-classic\": \"{docusaurus}\"")),
        ("Cargo.toml", format!("rust-version = \"{rust}\"")),
        ("Cargo.toml", format!("wasm-bindgen = {{ version = \"={bindgen}\"")),
        ("Cargo.lock", format!("name = \"wasm-bindgen\"\nversion = \"{bindgen}\"")),
        ("Trunk.toml", format!("trunk-version = \"={trunk}\"")),
        ("Trunk.toml", format!("wasm_bindgen = \"{bindgen}\"")),
        ("Trunk.toml", format!("wasm_opt = \"version_{binaryen}\"")),
        ("tests/e2e/package.json", format!("\"binaryen\": \"{binaryen}.0.0\"")),
    ];
    let faults: Vec<String> = repeated
        .iter()
        .filter(|(file, line)| !read(file).contains(line.as_str()))
        .map(|(file, line)| format!("{file} should say: {line}"))
        .collect();
    none(&faults);
}

#[test]
fn the_workflow_does_what_make_does() {
    let text = read(".github/workflows/pages.yml");
    let workflow: serde_yaml::Value = serde_yaml::from_str(&text).expect("the workflow is YAML");
    assert!(workflow["jobs"]["build"]["steps"].is_sequence(), "it has a job that builds");
    let targets = found(&read("Makefile"), r"(?m)^([a-z]+):");
    let used = found(&text, r"run: make ([a-z]+)");
    assert_eq!(used, ["release", "test"].map(str::to_owned).into(), "what it makes");
    assert!(used.is_subset(&targets), "{used:?} are targets of the Makefile");
    let pinned = regex(r"^[a-z-]+/[a-z-]+@v[0-9]+$");
    let actions = found(&text, r"uses: (\S+)");
    none(&actions.into_iter().filter(|action| !pinned.is_match(action)).collect::<Vec<_>>());
}

// --- reading ---------------------------------------------------------------------------------------------------------

struct SourceFile {
    /// Its path from the root of the repository, with `/`.
    name: String,
    text: String,
}

impl SourceFile {
    /// The text without lines that are comments.
    fn code(&self) -> String {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn rust_files() -> impl Iterator<Item = SourceFile> {
    files_below("src", "rs").into_iter()
}

fn style_files() -> impl Iterator<Item = SourceFile> {
    files_below("styles", "css").into_iter()
}

fn files_below(folder: &str, extension: &str) -> Vec<SourceFile> {
    let mut folders = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                files.push(SourceFile { text: read(&name), name });
            }
        }
    }
    assert!(!files.is_empty(), "no .{extension} files in {folder}");
    files
}

fn tracked_files() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().expect("git runs");
    assert!(listed.status.success(), "git ls-files fails: {}", String::from_utf8_lossy(&listed.stderr));
    String::from_utf8(listed.stdout).unwrap().split_terminator('\0').map(str::to_owned).collect()
}

/// `src/paste/table.rs` and `src/paste.rs` belong to `paste`.
fn module_of(name: &str) -> &str {
    let inside = name.strip_prefix("src/").unwrap_or(name);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

fn level_of(module: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&module))
}

fn is_page(name: &str) -> bool {
    name.starts_with("src/ui/") || name == "src/main.rs" || name.starts_with("src/site/")
}

/// The names right behind `prefix`: `a` and `b` in `prefix::{a::X, b}` as in `prefix::a` and `prefix::b`.
fn first_segments(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let rest = &code[at + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.extend(word_at_start(rest));
            continue;
        };
        let mut depth = 0_usize;
        for piece in group.split_inclusive(['{', '}', ',']) {
            if depth == 0 {
                names.extend(word_at_start(piece.trim_start()));
            }
            match piece.chars().last() {
                Some('{') => depth += 1,
                Some('}') if depth == 0 => break,
                Some('}') => depth -= 1,
                _ => {}
            }
        }
    }
    names
}

fn word_at_start(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
    (!word.is_empty()).then_some(word)
}

fn has_word(code: &str, word: &str) -> bool {
    regex(&format!(r"\b{word}\b")).is_match(code)
}

fn without_css_comments(text: &str) -> String {
    regex(r"(?s)/\*.*?\*/").replace_all(text, "").into_owned()
}

/// The `property: value` pairs of a style file.
fn declarations(text: &str) -> Vec<(String, String)> {
    let text = without_css_comments(text);
    text.split_inclusive(['{', '}', ';'])
        .filter_map(|piece| piece.strip_suffix([';', '}']))
        .filter_map(|piece| piece.split_once(':'))
        .map(|(property, value)| (property.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// Every first group of `pattern` in `text`.
fn found(text: &str, pattern: &str) -> BTreeSet<String> {
    regex(pattern).captures_iter(text).map(|captures| captures[1].to_owned()).collect()
}

/// `\b`, `\s` and `\S` mean ASCII here: the crate's `regex` carries no Unicode tables.
fn regex(pattern: &str) -> Regex {
    let ascii = pattern.replace(r"\b", r"(?-u:\b)").replace(r"\S", r"[^ \t\r\n]").replace(r"\s", r"[ \t\r\n]");
    Regex::new(&ascii).unwrap_or_else(|error| panic!("{pattern}: {error}"))
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n  {}\n", faults.join("\n  "));
}
