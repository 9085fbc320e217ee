//! The page that mends a person's own YAML.

use crate::patch::Edit;
use crate::ui::browser::FileText;
use crate::ui::manifest::Change;
use crate::ui::model::{Model, Msg};
use crate::ui::tests::faults::{none, page_faults};
use crate::ui::tests::stage::{after, page};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::rc::Rc;
use yew::prelude::*;

fn then(model: Model, message: Msg) -> Model {
    (*Rc::new(model).reduce(message)).clone()
}

const DEPLOYMENT: &str = "kind: Deployment\nmetadata: {name: shop, namespace: shop}\nspec:\n  template:\n    spec:\n      serviceAccountName: robot\n      containers:\n      - name: web\n        image: ghcr.io/acme/web:1\n---\n";
const ACCOUNT: &str = "kind: ServiceAccount\nmetadata: {name: robot, namespace: shop}\n---\n";

/// A Secret whose type, namespace and server are wrong.
fn secret() -> String {
    let config = "{\"auths\":{\"GHCR.io\":{\"username\":\"bot\",\"password\":\"hunter2-very-secret\"}}}";
    format!(
        "kind: Secret\nmetadata: {{name: acme-pull, namespace: default}}\nstringData: {{.dockerconfigjson: '{config}'}}\n---\n"
    )
}

fn with_manifest(text: &str) -> Model {
    after("v1&view=manifest", [Msg::ManifestChanged(Change::Text(text.to_owned().into()))])
}

#[test]
fn what_is_wrong_with_a_secret_is_mended_and_said_to_be() {
    let model = with_manifest(&format!("{}{DEPLOYMENT}", secret()));
    let form = &model.manifest;
    let shown = page(&model).text();
    for words in [
        "Give the Secret acme-pull the type kubernetes.io/dockerconfigjson",
        "Put the Secret acme-pull into the namespace shop",
        "Put the login under ghcr.io in place of GHCR.io",
        "Name the pull secret acme-pull in the pods of Deployment/shop",
        "With the changes that you chose, nothing is wrong any more, as far as this text tells.",
    ] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    let mended = |model: &Model| page(model).text().matches("Corrected in your file").count();
    assert_eq!((mended(&model), form.mending.still_wrong), (4, 0), "{shown}");
    // In the box it stands as it was pasted.
    assert!(!shown.split("Choose a file").nth(1).unwrap().contains("hunter2"), "{shown}");
    // Without one of the changes, one thing is still wrong, and it says again how to mend it.
    let edit = form.mending.offers.iter().find(|offer| matches!(offer.edit, Edit::SetSecretType { .. })).unwrap();
    let less = then(model.clone(), Msg::ManifestChanged(Change::Wants(edit.edit.clone(), false)));
    assert_eq!((mended(&less), less.manifest.mending.still_wrong), (3, 1));
    assert!(page(&less).text().contains("one thing is still wrong"));
    // And what is mended passes.
    let text = &form.mending.patched.as_ref().unwrap().text;
    assert!(crate::secret_check::check(text, None).passes(), "{text}");
}

#[test]
fn a_namespace_that_the_text_leaves_open_is_offered_and_not_chosen() {
    let text = secret()
        .replace(", namespace: default", "")
        .replace("GHCR", "ghcr")
        .replace("kind: Secret\n", "kind: Secret\ntype: kubernetes.io/dockerconfigjson\n");
    let text = format!(
        "{text}{}",
        DEPLOYMENT.replace("      containers", "      imagePullSecrets: [name: acme-pull]\n      containers")
    );
    let model = with_manifest(&text);
    let [offer] = model.manifest.mending.offers.as_slice() else { panic!("{:?}", model.manifest.mending.offers) };
    assert!(!offer.is_needed && !offer.is_wanted && model.manifest.mending.mended.is_empty());
    let chosen = then(model.clone(), Msg::ManifestChanged(Change::Wants(offer.edit.clone(), true)));
    let mending = &chosen.manifest.mending;
    assert!(mending.patched.as_ref().unwrap().text.contains("{name: acme-pull, namespace: shop}"));
    assert_eq!(mending.mended.iter().flatten().filter(|mended| **mended).count(), 1);
    let back = then(chosen.clone(), Msg::ManifestChanged(Change::Wants(offer.edit.clone(), false)));
    assert_eq!(back.manifest.mending, model.manifest.mending);
}

#[test]
fn the_account_of_the_pods_can_name_the_secret_in_their_place() {
    let model = with_manifest(&format!("{}{ACCOUNT}{DEPLOYMENT}", secret()));
    let words = "Name the pull secret acme-pull in the ServiceAccount robot. Every new pod of this account gets it";
    let shown = page(&model).text();
    assert!(shown.contains(words), "{shown}");
    let offers = &model.manifest.mending.offers;
    let account = offers.iter().find(|offer| matches!(offer.edit, Edit::AddPullSecretToServiceAccount { .. })).unwrap();
    assert!(!account.is_wanted);
    let pods = offers.iter().find(|offer| matches!(offer.edit, Edit::AddPullSecret { .. })).unwrap();
    let changed = [Change::Wants(account.edit.clone(), true), Change::Wants(pods.edit.clone(), false)];
    let changed = changed.into_iter().fold(model.clone(), |model, change| then(model, Msg::ManifestChanged(change)));
    let mending = &changed.manifest.mending;
    let text = &mending.patched.as_ref().unwrap().text;
    assert!(text.contains("namespace: shop}\nimagePullSecrets:\n  - name: acme-pull\n---\n"), "{text}");
    assert_eq!(mending.still_wrong, 0, "{text}");
    // Of another account than that of the pods nothing is said.
    let other = with_manifest(&format!("{}{}{DEPLOYMENT}", secret(), ACCOUNT.replace("robot", "other")));
    assert!(!page(&other).text().contains("ServiceAccount other. Every"));
}

#[test]
fn what_cannot_be_mended_by_an_edit_comes_with_what_works() {
    let text = secret().replace(".dockerconfigjson", "dockerconfigjson");
    let model = with_manifest(&format!("{text}{DEPLOYMENT}"));
    let shown = page(&model).text();
    assert!(shown.contains("Not done: Give the Secret acme-pull the type"), "{shown}");
    assert!(shown.contains("kubectl create secret docker-registry acme-pull"), "{shown}");
    assert!(shown.contains("--namespace=shop"), "where the Secret goes by the other changes: {shown}");
    none([(text, page_faults(&page(&model)))]);
}

#[test]
fn the_file_is_called_like_the_one_that_came_or_what_is_in_it() {
    let named = |text: &str| with_manifest(text).manifest.file_name();
    assert_eq!(named(DEPLOYMENT), "deployment-shop.yaml");
    assert_eq!(named(&format!("{}{DEPLOYMENT}", secret())), "deployment-shop.yaml");
    assert_eq!(named(&DEPLOYMENT.replace("name: shop", "name: ../../shop")), "manifest.yaml");
    assert_eq!(named(&format!("{DEPLOYMENT}{DEPLOYMENT}")), "manifest.yaml");
    assert_eq!(named(&secret()), "manifest.yaml");
    assert_eq!(
        named("{\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\"},\"spec\":{\"containers\":[]}}"),
        "pod-web.json"
    );
    assert_eq!(named("{\"kind\":\"Pod\"}"), "manifest.json");
    let came = Msg::FileGiven(FileText::Text { name: "my shop.yml".into(), text: DEPLOYMENT.into() });
    let model = after("v1&view=manifest", [came]);
    assert_eq!(model.manifest.file_name(), "my shop.yml");
    // Who writes in it has the same file; who pastes another one, or nothing, has not.
    let typed =
        |model: &Model, text: &str| then(model.clone(), Msg::ManifestChanged(Change::Text(text.to_owned().into())));
    let half = typed(&model, &DEPLOYMENT.replace("spec:", "spec: {"));
    assert_eq!(half.manifest.file_name(), "my shop.yml");
    assert_eq!(typed(&half, &DEPLOYMENT.replace("web:1", "web:2")).manifest.file_name(), "my shop.yml");
    assert_eq!(
        typed(&model, &DEPLOYMENT.replace("name: shop", "name: other")).manifest.file_name(),
        "deployment-other.yaml"
    );
    assert_eq!(typed(&typed(&model, ""), DEPLOYMENT).manifest.file_name(), "deployment-shop.yaml");
}

#[test]
fn a_change_of_several_pods_says_which() {
    let pods = ["a", "b", "c", "d", "e"]
        .map(|name| DEPLOYMENT.replace("name: shop, namespace: shop", &format!("name: {name}")));
    let shown = |count: usize| page(&with_manifest(&format!("{}{}", secret(), pods[..count].concat()))).text();
    assert!(shown(2).contains("in the pods of Deployment/a, Deployment/b"), "{}", shown(2));
    assert!(shown(5).contains("in the pods of Deployment/a, Deployment/b, Deployment/c and 2 more"), "{}", shown(5));
    // Only the pods with the image that is looked at.
    let other = format!("{}{}{}", secret(), pods[0], pods[1].replace("ghcr.io/acme/web:1", "nginx:1"));
    let model = then(with_manifest(&other), Msg::ManifestChanged(Change::Image("ghcr.io/acme/web:1".into())));
    assert!(page(&model).text().contains("in the pods of Deployment/a"));
    assert!(!page(&model).text().contains("Deployment/b"));
}

#[test]
fn a_login_that_an_edit_encodes_anew_is_drawn_nowhere() {
    let auth = STANDARD.encode("bot:hunter2-very-secret");
    let config = |server: &str| {
        format!("{{\"auths\":{{\"{server}\":{{\"password\":\"hunter2-very-secret\",\"auth\":\"{auth}\"}}}}}}")
    };
    let (old, new) = (config("GHCR.io"), config("ghcr.io"));
    let (old, new) = (STANDARD.encode(old), STANDARD.encode(new));
    let lines = config("GHCR.io").replace(',', ",\n    ").replace('{', "{\n    ");
    let data = [
        format!("data:\n  .dockerconfigjson: {old}\n"),
        format!("data:\n  .dockerconfigjson: '{old}'\n"),
        format!("data:\n  .dockerconfigjson: |-\n    {old}\n"),
        format!("data: {{.dockerconfigjson: {old}}}\n"),
        format!("stringData:\n  .dockerconfigjson: '{}'\n", config("GHCR.io")),
        format!("stringData:\n  .dockerconfigjson: |\n    {lines}\n"),
    ];
    for data in data {
        let head = "kind: Secret\nmetadata: {name: acme-pull, namespace: shop}\ntype: kubernetes.io/dockerconfigjson\n";
        let model = with_manifest(&format!("{head}{data}---\n{DEPLOYMENT}"));
        let mending = &model.manifest.mending;
        assert!(mending.wanted().iter().any(|edit| matches!(edit, Edit::SetSecretServer { .. })), "{data}");
        assert!(crate::secret_check::check(&mending.patched.as_ref().unwrap().text, None).passes(), "{data}");
        let shown = page(&model).text();
        let shown = shown.split("Choose a file").nth(1).unwrap();
        for part in ["hunter2", &auth[..12], &old[16..40], &new[16..40], &old[old.len() - 40..]] {
            assert!(!shown.contains(part), "{part} of {data} in {shown}");
        }
    }
}
