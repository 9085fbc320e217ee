//! Which edits are suggested.

use crate::{Fixture, fixtures};
use image_pull_guide::document::read;
use image_pull_guide::patch::{Edit, PullPolicy, Wanted, manifest, patch, suggest};

const OLD: &str = "registry.acme.example/shop/web:2.1";
const NEW: &str = "registry.acme.example/shop/web:2.2";

fn wanted(pull_secret: &str) -> Wanted {
    Wanted { pull_secret: pull_secret.into(), ..Wanted::default() }
}

fn add(name: &str, image: Option<&str>) -> Edit {
    Edit::AddPullSecret { name: name.into(), image: image.map(str::to_owned) }
}

fn rename(old: &str, new: &str) -> Edit {
    Edit::RenamePullSecret { old: old.into(), new: new.into() }
}

#[test]
fn what_is_suggested_can_be_done_and_then_nothing_is_left() {
    let wanted = Wanted { image: OLD.into(), new_image: NEW.into(), ..wanted("acme-pull") };
    let (mut suggested, mut changed, mut right) = (0, 0, 0);
    for Fixture { name, text, .. } in fixtures() {
        let edits = suggest(&read(&text), &wanted);
        let Ok(patched) = patch(&text, &edits) else { continue };
        assert_eq!(suggest(&read(&patched.text), &wanted), [], "{name}: {edits:?}");
        // No edit is told that changes nothing.
        assert_eq!(edits.is_empty(), patched.edits.is_empty(), "{name}: {edits:?}");
        suggested += edits.len();
        changed += patched.edits.len();
        let holds = manifest(&read(&patched.text));
        for pod in holds.objects.iter().filter(|object| object.containers.iter().any(|there| there.image == NEW)) {
            assert!(pod.pull_secrets.contains(&"acme-pull".to_owned()), "{name}: {pod:?}");
            right += 1;
        }
    }
    assert!(suggested > 100 && changed > 150 && right > 70, "{suggested} {changed} {right}");
}

fn pod(secret: &str) -> String {
    format!("kind: Pod\nspec:\n  imagePullSecrets: [{{name: {secret}}}]\n  containers: []\n")
}

fn secret(name: &str) -> String {
    format!("kind: Secret\nmetadata: {{name: {name}}}\n---\n")
}

#[test]
fn a_name_that_is_meant_is_renamed() {
    assert_eq!(suggest(&read(&pod("acme_pull")), &wanted("acme-pull")), [rename("acme_pull", "acme-pull")]);
    assert_eq!(suggest(&read(&pod("acme-pul")), &wanted("acme-pull")), [rename("acme-pul", "acme-pull")]);
    assert_eq!(suggest(&read(&pod("regcred-1")), &wanted("regcred1")), [rename("regcred-1", "regcred1")]);
    // No cluster has a Secret of the first name.
    let own = format!("{}{}", secret("acme_pull"), pod("acme_pull"));
    assert_eq!(suggest(&read(&own), &wanted("acme-pull")), [rename("acme_pull", "acme-pull")]);
}

#[test]
fn a_name_that_is_right_stays() {
    // Another number is another secret.
    assert_eq!(suggest(&read(&pod("regcred-1")), &wanted("regcred-2")), [add("regcred-2", None)]);
    assert_eq!(suggest(&read(&pod("regcred")), &wanted("regcred2")), [add("regcred2", None)]);
    let both = format!("{}{}{}", secret("regcred-a"), secret("regcred-b"), pod("regcred-a"));
    assert_eq!(suggest(&read(&both), &wanted("regcred-b")), [add("regcred-b", None)]);
    let one = format!("{}{}", secret("acme-pul"), pod("acme-pul"));
    assert_eq!(suggest(&read(&one), &wanted("acme-pull")), [add("acme-pull", None)]);
    let beside = format!("{}{}{}", secret("acme_pull"), secret("acme-pull"), pod("acme_pull"));
    assert_eq!(suggest(&read(&beside), &wanted("acme-pull")), [add("acme-pull", None)]);
}

const TWO_PODS: &str = "kind: Pod\nspec:\n  containers:\n  - {name: web, image: shop}\n  - {name: init, image: shop}\n\
                        ---\nkind: Pod\nspec:\n  containers:\n  - {name: cache, image: other}\n";

#[test]
fn only_pods_with_the_image_get_the_pull_secret() {
    let wanted = Wanted { image: "shop".into(), new_image: "shop:2".into(), ..wanted("acme-pull") };
    let image = |container| Edit::SetImage { old: "shop".into(), new: "shop:2".into(), container };
    let edits = suggest(&read(TWO_PODS), &wanted);
    assert_eq!(edits, [add("acme-pull", Some("shop")), image(None)]);
    let patched = patch(TWO_PODS, &edits).unwrap();
    let named: Vec<usize> =
        manifest(&read(&patched.text)).objects.iter().map(|object| object.pull_secrets.len()).collect();
    assert_eq!(named, [1, 0]);
    // As the text spells it, and as it is called already.
    let spelt = Wanted { image: "docker.io/library/shop:latest".into(), ..wanted.clone() };
    assert!(suggest(&read(TWO_PODS), &spelt).contains(&add("acme-pull", Some("shop"))));
    let corrected = TWO_PODS.replace("shop}", "'shop:2'}");
    assert_eq!(suggest(&read(&corrected), &wanted), [add("acme-pull", Some("shop:2"))]);
    let unknown = Wanted { image: "none".into(), new_image: String::new(), ..wanted.clone() };
    assert_eq!(suggest(&read(TWO_PODS), &unknown), [add("acme-pull", None)]);
    let narrow = Wanted { container: "web".into(), ..wanted };
    assert!(suggest(&read(TWO_PODS), &narrow).contains(&image(Some("web".into()))));
}

#[test]
fn a_pull_policy_is_for_every_container_with_the_image() {
    let policy = |container: &str| Edit::SetPullPolicy { container: container.into(), policy: PullPolicy::Always };
    let wanted = Wanted { image: "shop".into(), pull_policy: Some(PullPolicy::Always), ..Wanted::default() };
    assert_eq!(suggest(&read(TWO_PODS), &wanted), [policy("web"), policy("init")]);
    let narrow = Wanted { container: "cache".into(), ..wanted.clone() };
    assert_eq!(suggest(&read(TWO_PODS), &narrow), [policy("cache")]);
    assert_eq!(suggest(&read(TWO_PODS), &Wanted { image: String::new(), ..wanted }), []);
}
