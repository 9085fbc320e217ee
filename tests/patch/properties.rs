//! What holds for every manifest and every edit.

use crate::{Fixture, fixtures};
use image_pull_guide::document::{Node, read};
use image_pull_guide::patch::{Edit, Patched, PullPolicy, RefusalKind, hunks, patch};
use proptest::prelude::*;
use std::sync::LazyLock;

/// What a text says, path by path: `spec/containers/0/image = web:1`. Written without a look at how the edits work.
fn says(text: &str) -> Vec<(String, String)> {
    let stream = read(text);
    assert_eq!(stream.problem(), None, "{text}");
    let mut said = Vec::new();
    let mut open: Vec<(Node<'_, '_>, String)> =
        stream.documents().filter_map(|document| Some((document.root()?, document.index().to_string()))).collect();
    while let Some((node, path)) = open.pop() {
        let leaf = node.text().map(str::to_owned).or(node.is_empty().then(String::new));
        said.extend(leaf.map(|leaf| (path.clone(), leaf)));
        said.extend(node.target().map(|target| (path.clone(), format!("alias {:?}", target.text()))));
        open.extend(node.items().enumerate().map(|(index, item)| (item, format!("{path}/{index}"))));
        open.extend(node.entries().map(|entry| (entry.value, format!("{path}/{}", entry.key.text().unwrap_or("?")))));
    }
    said.sort();
    said
}

/// The paths that differ between two texts.
fn differences(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (says(before), says(after));
    let gone = before.iter().filter(|one| !after.contains(one));
    let come = after.iter().filter(|one| !before.contains(one));
    gone.chain(come).map(|(path, _)| path.clone()).collect()
}

#[test]
fn only_the_intended_paths_differ() {
    for Fixture { name, text, edits, .. } in fixtures() {
        for edit in &edits {
            let Ok(patched) = patch(&text, std::slice::from_ref(edit)) else { continue };
            let intended = |path: &str| match edit {
                Edit::SetImage { .. } => path.ends_with("/image") || path.ends_with("/image/reference"),
                Edit::SetPullPolicy { .. } => path.ends_with("ullPolicy"),
                Edit::RenamePullSecret { .. } => {
                    path.contains("/imagePullSecrets/") || path.ends_with("/metadata/name")
                }
                Edit::AddPullSecret { .. } | Edit::AddPullSecretToServiceAccount { .. } => {
                    path.contains("/imagePullSecrets")
                }
                Edit::MoveMisplacedPullSecrets => path.contains("/imagePullSecret"),
                Edit::SetSecretType { .. } => path.ends_with("/type"),
                Edit::SetSecretNamespace { .. } => path.ends_with("/metadata/namespace"),
                Edit::SetSecretServer { .. } => path.ends_with("/.dockerconfigjson") || path.ends_with("/.dockercfg"),
            };
            for path in differences(&text, &patched.text) {
                assert!(intended(&path), "{name}: {edit:?} changed {path}");
            }
        }
    }
}

/// The text before, from the one after: every change the other way round.
fn undone(patched: &Patched, before: &str) -> String {
    let mut text = String::new();
    let (mut at, mut gone, mut come) = (0, 0, 0);
    for edit in &patched.edits {
        let start = edit.span.start - gone + come;
        text.push_str(&patched.text[at..start]);
        text.push_str(&before[edit.span.start..edit.span.end]);
        at = start + edit.replacement.len();
        assert_eq!(&patched.text[start..at], edit.replacement);
        gone += edit.span.end - edit.span.start;
        come += edit.replacement.len();
    }
    text.push_str(&patched.text[at..]);
    text
}

#[test]
fn every_change_can_be_undone() {
    let mut undone_ones = 0;
    for Fixture { name, text, edits, .. } in fixtures() {
        let Ok(patched) = patch(&text, &edits) else { continue };
        assert_eq!(undone(&patched, &text), text, "{name}");
        undone_ones += patched.edits.len();
    }
    assert!(undone_ones > 120, "{undone_ones}");
}

#[test]
fn a_rename_and_back_is_nothing() {
    let (mut renamed, mut corrected) = (0, 0);
    for Fixture { name, text, .. } in fixtures() {
        for old in ["acme-pull", "acme_pull", "other"] {
            let there = Edit::RenamePullSecret { old: old.into(), new: "renamed-pull".into() };
            let Ok(patched) = patch(&text, &[there]) else { continue };
            assert_eq!(undone(&patched, &text), text, "{name}");
            let back = Edit::RenamePullSecret { old: "renamed-pull".into(), new: old.into() };
            let back = patch(&patched.text, &[back]);
            if old.contains('_') {
                // A correction: the name that stood there is refused.
                assert_eq!(back.map_err(|refusal| refusal.kind), Err(RefusalKind::IllegalName), "{name}");
                corrected += usize::from(!patched.edits.is_empty());
            } else {
                assert_eq!(back.unwrap().text, text, "{name}");
                renamed += 1;
            }
        }
    }
    assert!(renamed > 25 && corrected > 2, "{renamed} {corrected}");
}

#[test]
fn an_image_and_back_is_nothing() {
    let (old, new) = (
        "registry.acme.example/shop/web:2.1",
        "registry.acme.example/shop/web@sha256:1111111111111111111111111111111111111111111111111111111111111111",
    );
    let set = |old: &str, new: &str| Edit::SetImage { old: old.into(), new: new.into(), container: None };
    let mut changed = 0;
    for Fixture { name, text, .. } in fixtures() {
        let Ok(patched) = patch(&text, &[set(old, new)]) else { continue };
        assert_eq!(patch(&patched.text, &[set(new, old)]).unwrap().text, text, "{name}");
        changed += 1;
    }
    assert!(changed > 60, "{changed}");
}

#[test]
fn a_diff_tells_both_texts() {
    for Fixture { name, text, edits, .. } in fixtures() {
        let Ok(patched) = patch(&text, &edits) else { continue };
        let (mut before, mut after): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for line in hunks(&text, &patched, 10_000).into_iter().flat_map(|hunk| hunk.lines) {
            for span in &line.changed {
                assert!(line.text.get(span.start..span.end).is_some(), "{name}");
            }
            before.extend(line.old.map(|number| format!("{number} {}", line.text)));
            after.extend(line.new.map(|number| format!("{number} {}", line.text)));
        }
        if patched.edits.is_empty() {
            assert!(before.is_empty() && after.is_empty());
            continue;
        }
        let numbered = |text: &str| -> Vec<String> {
            text.lines().enumerate().map(|(index, line)| format!("{} {line}", index + 1)).collect()
        };
        assert_eq!(before, numbered(&text), "{name} before");
        assert_eq!(after, numbered(&patched.text), "{name} after");
    }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let text = || {
        prop_oneof![Just("web"), Just("acme-pull"), Just("web:1"), Just("1e3"), Just("null"), Just("a.b/c:d")]
            .prop_map(str::to_owned)
    };
    let some = || prop::option::of(text());
    let edit = prop_oneof![
        (text(), text(), some()).prop_map(|(old, new, container)| Edit::SetImage { old, new, container }),
        (text(), some()).prop_map(|(name, image)| Edit::AddPullSecret { name, image }),
        (text(), text()).prop_map(|(old, new)| Edit::RenamePullSecret { old, new }),
        Just(Edit::MoveMisplacedPullSecrets),
        text().prop_map(|container| Edit::SetPullPolicy { container, policy: PullPolicy::Never }),
        (text(), some()).prop_map(|(name, account)| Edit::AddPullSecretToServiceAccount { name, account }),
        text().prop_map(|name| Edit::SetSecretType { name }),
        (text(), text()).prop_map(|(name, namespace)| Edit::SetSecretNamespace { name, namespace }),
        (text(), text()).prop_map(|(old, new)| Edit::SetSecretServer { old, new }),
    ];
    prop::collection::vec(edit, 1..4)
}

/// Manifests that are made of parts, right and wrong ones, in any order.
fn manifests() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => Just("spec:\n"), 4 => Just("  containers:\n"), 4 => Just("  - name: web\n"), 4 => Just("    image: web:1\n"),
        2 => Just("  imagePullSecrets:\n"), 1 => Just("  imagePullSecrets: []\n"), 1 => Just("  imagePullSecrets: [web, {name: 'a'}]\n"),
        1 => Just("imagePullSecrets:\n- name: acme-pull\n"), 1 => Just("    imagePullSecrets:\n    - name: web # c\n"),
        1 => Just("  - name: acme-pull\n"), 1 => Just("  - web\n"), 1 => Just("    name: web\n"), 1 => Just("# c\n"), 1 => Just("\n"),
        1 => Just("---\n"), 1 => Just("kind: Pod\n"), 1 => Just("kind: ServiceAccount\n"), 1 => Just("kind: List\nitems:\n"),
        2 => Just("kind: Secret\nmetadata: {name: web}\n"), 1 => Just("type: Opaque\n"), 1 => Just("type:\n"), 1 => Just("  namespace: a\n"),
        2 => Just("stringData:\n  .dockerconfigjson: '{\"auths\":{\"web\":{}, \"b\":{\"auth\":\"web\"}}}'\n"),
        1 => Just("data:\n  .dockerconfigjson: eyJhdXRocyI6eyJ3ZWIiOnt9fX0=\n"),
        1 => Just("    image: &x web:1 # c\n"), 1 => Just("    image: *x\n"), 1 => Just("    <<: *x\n"), 1 => Just("  - {name: web, image: \"web:1\"}\n"),
        1 => Just("    image: >-\n      web:1\n"), 1 => Just("metadata:\n  name: web\n"), 1 => Just("    command: [a,\n      b]\n"),
        1 => Just("  template:\n    spec:\n      containers:\n      - image: web:1\n"), 1 => Just("{\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"image\":\"web:1\"}]}}\n"),
        1 => Just("  - "), 1 => Just("  "), 1 => Just("\r\n"), 1 => Just("a: |+\n  b\n\n"),
    ];
    prop::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

fn holds(text: &str, edits: &[Edit]) -> Result<(), TestCaseError> {
    let Ok(patched) = patch(text, edits) else { return Ok(()) };
    let mut rebuilt = String::new();
    let mut at = 0;
    for edit in &patched.edits {
        rebuilt.push_str(text.get(at..edit.span.start).unwrap_or("?"));
        rebuilt.push_str(&edit.replacement);
        at = edit.span.end;
    }
    rebuilt.push_str(text.get(at..).unwrap_or("?"));
    prop_assert_eq!(&rebuilt, &patched.text);
    let _ = hunks(text, &patched, 3);
    if let [edit] = edits {
        let twice = patch(&patched.text, std::slice::from_ref(edit)).map(|patched| patched.text);
        prop_assert_eq!(twice, Ok(patched.text), "{:?}", text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_manifest_and_any_edits(text in manifests(), edits in edits()) {
        holds(&text, &edits)?;
    }

    #[test]
    fn any_manifest_and_one_edit(text in manifests(), edit in edits()) {
        holds(&text, &edit[..1])?;
    }

    #[test]
    fn any_text(text in "\\PC*", edits in edits()) {
        holds(&text, &edits)?;
    }

    #[test]
    fn any_fixture_cut_anywhere(at in 0_usize..4000, which in 0_usize..1000, edits in edits()) {
        static FIXTURES: LazyLock<Vec<Fixture>> = LazyLock::new(fixtures);
        let text = &FIXTURES[which % FIXTURES.len()].text;
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        holds(&text[..at], &edits)?;
    }
}
