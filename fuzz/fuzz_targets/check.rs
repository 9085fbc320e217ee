//! Any text as manifests with a Secret, and as the Docker configuration in one: it is checked without a panic, what is told
//! has a line, and the edits that are offered for it can be tried.
#![no_main]

use image_pull_guide::content::Content;
use image_pull_guide::manifest::docker_config::login_for;
use image_pull_guide::patch::patch;
use image_pull_guide::secret_check::{check, mended, mends};
use libfuzzer_sys::fuzz_target;

const SECRET: &str = "kind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: ";
const POD: &str = "\n---\nkind: Pod\nspec: {imagePullSecrets: [{name: a}], containers: [{image: a.example/b}]}\n";

fn checked(text: &str) {
    let report = check(text, Some(1_785_578_400));
    for check in report.subjects.iter().flat_map(|subject| &subject.checks) {
        assert!(check.line > 0);
        assert!(!check.text(Content::embedded()).is_empty());
    }
    for mend in mends(&report) {
        let Ok(patched) = patch(text, &[mend.edit]) else { continue };
        let after = check(&patched.text, None);
        assert_eq!(mended(&report, &after).len(), report.subjects.len());
    }
}

fuzz_target!(|text: &str| {
    checked(text);
    // As it stands in a Secret: in quotes, so that it is one value whatever is in it.
    checked(&format!("{SECRET}'{}'{POD}", text.replace('\'', "''")));
    for (registry, repository) in [("", ""), ("docker.io", "library/nginx"), ("a.example", "b")] {
        let _ = login_for(text, registry, repository);
    }
});
