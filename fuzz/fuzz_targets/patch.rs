//! Any text as a manifest: it is read and edited without a panic, every span lies in it, what is edited differs only
//! by the edits, and twice is once.
#![no_main]

use image_pull_guide::document::read;
use image_pull_guide::patch::{Edit, PullPolicy, hunks, manifest, patch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let stream = read(text);
    let mut nodes: Vec<_> = stream.documents().filter_map(|document| document.root()).collect();
    while let Some(node) = nodes.pop() {
        assert!(text.get(node.span().start..node.span().end).is_some());
        nodes.extend(node.items());
        nodes.extend(node.entries().flat_map(|entry| [entry.key, entry.value]));
    }
    // What stands there, so that the edits find it.
    let holds = manifest(&stream);
    let containers = holds.objects.iter().flat_map(|object| &object.containers);
    let (image, container) =
        containers.last().map_or_else(Default::default, |last| (last.image.clone(), last.name.clone()));
    let secret = holds.objects.iter().flat_map(|object| &object.pull_secrets).next().cloned().unwrap_or_default();
    let name = holds.objects.iter().find(|object| object.kind == "Secret").map(|it| it.name.clone()).unwrap_or_default();
    let edits = [
        Edit::SetImage { old: image.clone(), new: "registry.acme.example/shop/web:2.2".into(), container: None },
        Edit::AddPullSecret { name: "acme-pull".into(), image: None },
        Edit::RenamePullSecret { old: secret, new: "renamed-pull".into() },
        Edit::MoveMisplacedPullSecrets,
        Edit::SetPullPolicy { container, policy: PullPolicy::Never },
        Edit::AddPullSecretToServiceAccount { name: "acme-pull".into(), account: None },
        Edit::SetSecretType { name: name.clone() },
        Edit::SetSecretNamespace { name, namespace: "shop".into() },
        Edit::SetSecretServer { old: "hub.docker.com".into(), new: "https://index.docker.io/v1/".into() },
    ];
    for edit in &edits {
        let Ok(patched) = patch(text, std::slice::from_ref(edit)) else { continue };
        let mut rebuilt = String::new();
        let mut at = 0;
        for edit in &patched.edits {
            rebuilt.push_str(&text[at..edit.span.start]);
            rebuilt.push_str(&edit.replacement);
            at = edit.span.end;
        }
        rebuilt.push_str(&text[at..]);
        assert_eq!(rebuilt, patched.text);
        let _ = hunks(text, &patched, 3);
        let twice = patch(&patched.text, std::slice::from_ref(edit)).map(|patched| patched.text);
        assert_eq!(twice, Ok(patched.text), "{edit:?}");
    }
    let _ = patch(text, &edits);
});
