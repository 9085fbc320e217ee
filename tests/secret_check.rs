//! Pull secrets and the pods that name them: each fault is found, by itself, and nothing that is right is called wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_pull_guide::content::Content;
use image_pull_guide::patch::{Edit, patch};
use image_pull_guide::secret_check::{
    Aspect, Check, Fault, Mend, Missing, Outcome, SecretReport, check, mended, mends,
};
use std::collections::{BTreeMap, BTreeSet};

const NOW: u64 = 1_785_578_400;
const PASSWORD: &str = "hunter2-very-secret";

fn base64(text: &str) -> String {
    STANDARD.encode(text)
}

/// A configuration with one login.
fn config(server: &str) -> String {
    let auth = base64(&format!("robot:{PASSWORD}"));
    format!(r#"{{"auths":{{"{server}":{{"username":"robot","password":"{PASSWORD}","auth":"{auth}"}}}}}}"#)
}

fn secret_with(kind: &str, data: &str) -> String {
    format!("apiVersion: v1\nkind: Secret\nmetadata:\n  name: regcred\n  namespace: shop\n{kind}{data}---\n")
}

const TYPE: &str = "type: kubernetes.io/dockerconfigjson\n";

fn data(json: &str) -> String {
    format!("data:\n  .dockerconfigjson: {}\n", base64(json))
}

fn secret(json: &str) -> String {
    secret_with(TYPE, &data(json))
}

fn pod_with(image: &str, names: &str) -> String {
    format!(
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  containers:\n  - name: web\n    image: {image}\n{names}"
    )
}

fn pod(image: &str) -> String {
    pod_with(image, "  imagePullSecrets:\n  - name: regcred\n")
}

const IMAGE: &str = "registry.acme.example/shop/web:2";

/// The faults in the order in which they are told.
fn faults(text: &str) -> Vec<(Fault, bool)> {
    let report = check(text, Some(NOW));
    assert_words(&report);
    let checks = report.subjects.iter().flat_map(|subject| &subject.checks);
    checks.filter_map(|check| Some((check.fault()?, matches!(check.outcome, Outcome::Failed(_))))).collect()
}

/// What is told is whole, and holds no password.
fn assert_words(report: &SecretReport) {
    let checks: Vec<&Check> = report.subjects.iter().flat_map(|subject| &subject.checks).collect();
    for check in &checks {
        let text = check.text(Content::embedded());
        let fix = check.fix(Content::embedded());
        assert!(!text.is_empty() && fix.is_empty() == check.fault().is_none(), "{check:?}");
        for told in [&text, &fix] {
            let left = told.replace("{\"auths\": …}", "");
            assert!(!left.contains(['{', '}']), "{told}");
        }
        assert!(check.line > 0, "{check:?}");
    }
    let all = format!("{report:?}");
    for part in [PASSWORD, &PASSWORD[..7], &base64(&format!("robot:{PASSWORD}"))[..12]] {
        assert!(!all.contains(part), "{all}");
    }
}

fn assert_faults(text: &str, expected: &[(Fault, bool)]) {
    assert_eq!(faults(text), expected, "{text}");
}

fn failed(fault: Fault) -> [(Fault, bool); 1] {
    [(fault, true)]
}

fn open(fault: Fault) -> [(Fault, bool); 1] {
    [(fault, false)]
}

#[test]
fn what_is_right_passes() {
    let hub = "https://index.docker.io/v1/";
    let rows = [
        ("registry.acme.example", IMAGE),
        ("https://registry.acme.example", IMAGE),
        ("https://registry.acme.example/v2/", IMAGE),
        ("registry.acme.example/shop", IMAGE),
        ("*.acme.example", IMAGE),
        ("registry.acme.example:5000", "registry.acme.example:5000/web"),
        (hub, "nginx"),
        (hub, "docker.io/shop/web:2"),
        ("docker.io", "shop/web"),
        ("index.docker.io", "shop/web"),
    ];
    for (server, image) in rows {
        let text = secret(&config(server)) + &pod(image);
        assert_faults(&text, &[]);
        let report = check(&text, Some(NOW));
        assert!(report.passes(), "{server} {image}");
        let aspects: BTreeSet<&str> =
            report.subjects.iter().flat_map(|subject| &subject.checks).map(|check| check.aspect.id()).collect();
        let all: BTreeSet<&str> = Aspect::ALL.iter().filter(|it| **it != Aspect::Expiry).map(|it| it.id()).collect();
        assert_eq!(aspects, all, "{server} {image}");
        // The order of the objects changes nothing.
        assert_faults(&(pod(image) + "---\n" + &secret(&config(server))), &[]);
    }
}

#[test]
fn other_right_forms_pass() {
    let json = config("registry.acme.example");
    let string = secret_with(TYPE, &format!("stringData:\n  .dockerconfigjson: '{json}'\n"));
    assert_faults(&(string + &pod(IMAGE)), &[]);
    let block = secret_with(
        TYPE,
        &format!("data:\n  .dockerconfigjson: |\n    {}\n    {}\n", &base64(&json)[..40], &base64(&json)[40..]),
    );
    assert_faults(&(block + &pod(IMAGE)), &[]);
    let auths = json.strip_prefix(r#"{"auths":"#).unwrap().strip_suffix('}').unwrap();
    let old = secret_with("type: kubernetes.io/dockercfg\n", &format!("data:\n  .dockercfg: {}\n", base64(auths)));
    assert_faults(&(old + &pod(IMAGE)), &[]);
    let list = format!(
        r#"{{"kind":"List","items":[{{"kind":"Secret","metadata":{{"name":"regcred"}},"type":"kubernetes.io/dockerconfigjson","data":{{".dockerconfigjson":"{}"}}}},{{"kind":"Deployment","metadata":{{"name":"web"}},"spec":{{"template":{{"spec":{{"containers":[{{"image":"{IMAGE}"}}],"imagePullSecrets":[{{"name":"regcred"}}]}}}}}}}}]}}"#,
        base64(&json)
    );
    assert_faults(&list, &[]);
    let fields = r#"{"auths":{"registry.acme.example":{"username":"robot","password":"hunter2-very-secret"}}}"#;
    assert_faults(&(secret(fields) + &pod(IMAGE)), &[]);
    let indented = json.replace("{\"user", "{\n\t\t\t\"user");
    assert_faults(&(secret(&indented) + &pod(IMAGE)), &[]);
    assert_faults(&(secret(&config("robot:hunter2@registry.acme.example")) + &pod(IMAGE)), &[]);
    let unpadded = config("registry.acme.example").replace('=', "");
    assert_faults(&(secret(&unpadded) + &pod(IMAGE)), &[]);
    let account = "kind: ServiceAccount\nmetadata:\n  name: builder\n  namespace: shop\nimagePullSecrets:\n- name: regcred\n---\n";
    let text = secret(&json) + account + &pod_with(IMAGE, "  serviceAccountName: builder\n");
    assert_faults(&text, &[]);
    let shared = "spec: {x: &pull [{name: regcred}], containers: [{image: registry.acme.example/web}], imagePullSecrets: *pull}\n";
    assert_faults(&(secret(&json) + "kind: Pod\nmetadata: {name: web, namespace: shop}\n" + shared), &[]);
    // Other Secrets are no business of this check.
    let other = "kind: Secret\nmetadata: {name: database, namespace: shop}\ndata: {password: c2VjcmV0}\n---\n";
    assert_faults(&(other.to_owned() + &secret(&json) + &pod(IMAGE)), &[]);
}

#[test]
fn each_fault_of_a_secret_is_found() {
    let json = config("registry.acme.example");
    let with = |secret: String| secret + &pod(IMAGE);
    let login = |entry: &str| with(secret(&format!(r#"{{"auths":{{"registry.acme.example":{{{entry}}}}}}}"#)));
    let auth = |text: &str| login(&format!(r#""auth":"{}""#, base64(text)));
    let rows: Vec<(String, &[(Fault, bool)])> = vec![
        (with(secret_with(TYPE, &data(&json)).replace("kind: Secret", "kind: ConfigMap")), &[(Fault::KindWrong, true)]),
        (with(secret_with("", &data(&json))), &[(Fault::TypeMissing, true)]),
        (with(secret_with("type: Opaque\n", &data(&json))), &[(Fault::TypeWrong, true)]),
        (with(secret_with(TYPE, "data:\n  password: eA==\n")), &[(Fault::KeyMissing, true)]),
        (with(secret_with(TYPE, "")), &[(Fault::DataMissing, true)]),
        (with(secret_with(TYPE, &data(&json).replace(".docker", "docker"))), &[(Fault::KeyMisspelt, true)]),
        (
            with(secret_with(TYPE, &data(&json).replace(".dockerconfigjson", "config.json"))),
            &[(Fault::KeyMisspelt, true)],
        ),
        (with(secret_with(TYPE, "data:\n  .dockerconfigjson:\n")), &[(Fault::KeyEmpty, true)]),
        (with(secret_with(TYPE, &format!("data:\n  .dockerconfigjson: '{json}'\n"))), &[(Fault::DataIsJson, true)]),
        (with(secret_with(TYPE, &data(&json).replace("data:", "stringData:"))), &[(Fault::StringDataIsBase64, true)]),
        (
            with(secret_with(
                TYPE,
                &format!("data:\n  .dockerconfigjson: {}\n    {}\n", &base64(&json)[..40], &base64(&json)[40..]),
            )),
            &[(Fault::Base64Broken, true)],
        ),
        (with(secret_with(TYPE, "data:\n  .dockerconfigjson: eyJhd?==\n")), &[(Fault::Base64Invalid, true)]),
        (with(secret_with(TYPE, &data(&base64(&json)))), &[(Fault::EncodedTwice, true)]),
        (with(secret_with(TYPE, &data(&(base64(&json) + "\n")))), &[(Fault::EncodedTwice, true)]),
        (with(secret_with(TYPE, "data:\n  .dockerconfigjson: /////w==\n")), &[(Fault::NotText, true)]),
        (with(secret(&json.replace('"', "'"))), &[(Fault::JsonInvalid, true)]),
        (with(secret(&json.replace("}}}", "},}}"))), &[(Fault::JsonInvalid, true)]),
        (with(secret(&(json.clone() + "# mine"))), &[(Fault::JsonInvalid, true)]),
        (with(secret("robot:password")), &[(Fault::JsonInvalid, true)]),
        (with(secret(r#"{"registry.acme.example":{"auth":"eDp5"}}"#)), &[(Fault::AuthsMissing, true)]),
        (with(secret(r#"{"auths":{}}"#)), &[(Fault::AuthsEmpty, true)]),
        (
            with(secret(r#"{"auths":{"registry.acme.example":{}},"credsStore":"desktop"}"#)),
            &[(Fault::CredentialStore, true)],
        ),
        (login(""), &[(Fault::PasswordMissing, true)]),
        (login(r#""identitytoken":"abc""#), &[(Fault::PasswordMissing, true)]),
        (login(r#""username":"robot""#), &[(Fault::PasswordMissing, true)]),
        (login(r#""username":"robot","password":"YOUR_PASSWORD""#), &[(Fault::Placeholder, true)]),
        (login(r#""username":"<user>","password":"x""#), &[(Fault::Placeholder, true)]),
        (login(r#""auth":"not base64""#), &[(Fault::AuthInvalid, true)]),
        (auth("robot"), &[(Fault::AuthWithoutColon, true)]),
        (auth("robot:hunter2\n"), &[(Fault::LoginSpace, true)]),
        (login(&format!(r#""username":"other","auth":"{}""#, base64("robot:x"))), &[(Fault::AuthDiffers, true)]),
        (login(&format!(r#""password":"y","auth":"{}""#, base64("robot:x"))), &[(Fault::AuthDiffers, true)]),
        (auth("AWS:x"), &[(Fault::ShortLived, false)]),
        (auth(&format!("t:e30.{}.c2ln", base64(&format!("{{\"exp\":{}}}", NOW - 1)))), &[(Fault::Expired, true)]),
        (auth(&format!("t:e30.{}.c2ln", base64(&format!("{{\"exp\":{}}}", NOW + 60)))), &[(Fault::Expires, false)]),
    ];
    let mut seen = BTreeSet::new();
    for (text, expected) in rows {
        assert_faults(&text, expected);
        seen.extend(expected.iter().map(|(fault, _)| fault.id()));
    }
    let of_secret = [Aspect::Type, Aspect::Key, Aspect::Encoding, Aspect::Json, Aspect::Login, Aspect::Expiry];
    let all = Fault::ALL.iter().filter(|fault| of_secret.contains(&fault.aspect())).map(|fault| fault.id());
    assert_eq!(seen, all.collect());
}

#[test]
fn each_fault_between_pod_and_secret_is_found() {
    let json = config("registry.acme.example");
    let secret = secret(&json);
    let named = |names: &str| secret.clone() + &pod_with(IMAGE, names);
    let served = |server: &str, image: &str| self::secret(&config(server)) + &pod(image);
    let account = "---\nkind: ServiceAccount\nmetadata:\n  name: default\n  namespace: shop\n";
    let in_namespace = |from: &str, to: &str| secret.replace(from, to) + &pod(IMAGE);
    let made =
        |behind: &str| named(behind).replace("  name: web\n  namespace", "  name: web\n  uid: 0b1f\n  namespace");
    let two = "  imagePullSecrets:\n  - name: regcred\n  - name: other\n";
    let rows: Vec<(String, &[(Fault, bool)])> = vec![
        (named(""), &[(Fault::AccountNotHere, false)]),
        (named(account), &[(Fault::PlaceMissing, true)]),
        (named("  imagePullSecrets: []\n") + account, &[(Fault::PlaceMissing, true)]),
        (secret.clone() + &pod(&format!("{IMAGE}:latest")), &[(Fault::ImageWrong, true)]),
        (secret.clone() + &pod(&IMAGE.replace(":2", ":lates")), &[(Fault::ImageOdd, false)]),
        (made(""), &[(Fault::AccountTooLate, true)]),
        (made(&(account.to_owned() + "imagePullSecrets:\n- name: regcred\n")), &[(Fault::AccountTooLate, true)]),
        (pod_with(IMAGE, account), &[(Fault::PlaceMissing, false)]),
        (named("    imagePullSecrets:\n    - name: regcred\n"), &[(Fault::PlaceWrong, true)]),
        (named("imagePullSecrets:\n- name: regcred\n"), &[(Fault::PlaceWrong, true)]),
        (named("  imagePullSecret:\n  - name: regcred\n"), &[(Fault::PlaceWrong, true)]),
        (named("  imagePullSecrets:\n  - regcred\n"), &[(Fault::PlaceShape, true)]),
        (named("  imagePullSecrets:\n    name: regcred\n"), &[(Fault::PlaceShape, true)]),
        (named("  imagePullSecrets: regcred\n"), &[(Fault::PlaceShape, true)]),
        (named("  imagePullSecrets:\n  - name: reg_cred\n"), &[(Fault::NameIllegal, true), (Fault::NameDiffers, true)]),
        (named("  imagePullSecrets:\n  - name: regcreds\n"), &[(Fault::NameDiffers, true)]),
        (named(two), &[(Fault::SecretNotHere, false)]),
        (pod(IMAGE), &[(Fault::SecretNotHere, false)]),
        (in_namespace("namespace: shop", "namespace: blog"), &[(Fault::NamespaceDiffers, true)]),
        (in_namespace("  namespace: shop\n", ""), &[(Fault::NamespaceOpen, false)]),
        (served("registry.other.example", IMAGE), &[(Fault::EntryMissing, true)]),
        (served("registry.acme.example", "shop/web:2"), &[(Fault::EntryMissing, true)]),
        (served("hub.docker.com", "shop/web:2"), &[(Fault::EntryMisspelt, true)]),
        (served("https://index.docker.io/v1", "shop/web:2"), &[(Fault::EntryMisspelt, true)]),
        (served("registry.acme.example/v2", IMAGE), &[(Fault::EntryPath, true)]),
        (served("Registry.acme.example", IMAGE), &[(Fault::EntryMisspelt, true)]),
        (served("registry.acme.example:5000", IMAGE), &[(Fault::EntryPort, true)]),
        (served("registry.acme.example", "registry.acme.example:5000/web"), &[(Fault::EntryPort, true)]),
        (served("registry.acme.example/blog", IMAGE), &[(Fault::EntryPath, true)]),
        (
            served("registry.acme.example", IMAGE)
                .replace("  containers:\n", "  initContainers:\n  - {name: init, image: busybox}\n  containers:\n"),
            &[(Fault::EntryPublic, false)],
        ),
    ];
    let mut seen = BTreeSet::new();
    for (text, expected) in rows {
        assert_faults(&text, expected);
        seen.extend(expected.iter().map(|(fault, _)| fault.id()));
    }
    let illegal = secret.replace("name: regcred", "name: my_registry-secret");
    assert_faults(&illegal, &failed(Fault::NameIllegal));
    let of_pod = [Aspect::Image, Aspect::Place, Aspect::Name, Aspect::Namespace, Aspect::Entry];
    let all = Fault::ALL.iter().filter(|fault| of_pod.contains(&fault.aspect())).map(|fault| fault.id());
    assert_eq!(seen, all.collect());
    assert_faults(&named("  serviceAccountName: builder\n"), &open(Fault::AccountNotHere));
}

#[test]
fn what_concerns_no_image_of_the_text_is_no_failure() {
    let two =
        r#"{"auths":{"ghcr.io":{},"registry.acme.example":{"username":"robot","password":"hunter2-very-secret"}}}"#;
    assert_faults(&(secret(two) + &pod(IMAGE)), &open(Fault::PasswordMissing));
    assert_faults(&(secret(two) + &pod("ghcr.io/acme/web")), &failed(Fault::PasswordMissing));
    let unreadable = two.replace("{}", r#"{"auth":"?"}"#);
    assert_faults(&(secret(&unreadable) + &pod(IMAGE)), &failed(Fault::AuthInvalid));
    // A Secret for something else is not taken for the pull secret.
    let database = "kind: Secret\nmetadata: {name: database, namespace: shop}\ndata: {password: c2VjcmV0}\n---\n";
    assert_faults(&(database.to_owned() + &pod(IMAGE)), &open(Fault::SecretNotHere));
    // One that another workload names is not meant by this one.
    let other = pod(IMAGE).replace("name: web\n  name", "name: shop\n  name").replace("regcred", "other");
    assert_faults(
        &(secret(&config("registry.acme.example")) + &pod(IMAGE) + "---\n" + &other),
        &open(Fault::SecretNotHere),
    );
}

#[test]
fn what_the_kubelets_reader_takes_is_right() {
    let json = config("registry.acme.example");
    for right in [
        json.replace("auths", "Auths").replace("username", "Username"),
        json.replace("{\"auths", "{\"note\":\"\\ud83d\\ude00\",\"auths"),
    ] {
        assert_faults(&(secret(&right) + &pod(IMAGE)), &[]);
    }
}

#[test]
fn lists_that_show_each_other_end() {
    let mut text = "- &a0 {kind: List, items: [{kind: Pod}]}\n".to_owned();
    for level in 1..40 {
        text += &format!("- &a{level} {{kind: List, items: [*a{0}, *a{0}, *a{0}]}}\n", level - 1);
    }
    assert!(check(&format!("kind: List\nitems:\n{text}"), None).subjects.is_empty());
}

#[test]
fn a_suggestion_comes_with_the_fault() {
    let names = "  imagePullSecrets:\n  - name: my_registry-secret\n";
    let text =
        secret(&config("registry.acme.example")).replace("regcred", "my-registry-secret") + &pod_with(IMAGE, names);
    let report = check(&text, None);
    let told: Vec<String> = report
        .subjects
        .iter()
        .flat_map(|subject| &subject.checks)
        .map(|check| check.fix(Content::embedded()))
        .collect();
    assert!(told.iter().any(|fix| fix.contains("`my-registry-secret`")), "{told:?}");
    let place = check(&(pod_with(IMAGE, "") + "    imagePullSecrets: [{name: a}]\n"), None);
    let told: Vec<String> = place.subjects[0]
        .checks
        .iter()
        .map(|check| check.text(Content::embedded()) + &check.fix(Content::embedded()))
        .collect();
    assert!(
        told[1].contains("`spec.containers[0].imagePullSecrets`") && told[1].contains("`spec.imagePullSecrets`"),
        "{told:?}"
    );
}

#[test]
fn what_is_missing_is_said() {
    let missing = |text: &str| check(text, None).missing;
    assert_eq!(missing(""), Some(Missing::Everything));
    assert_eq!(missing("just words"), Some(Missing::Everything));
    assert_eq!(missing(&secret(&config("registry.acme.example"))), Some(Missing::Workload));
    assert_eq!(missing(&pod(IMAGE)), Some(Missing::Secret));
    let broken = check(&(secret(&config("registry.acme.example")) + "kind: Pod\n  spec: : x\n"), None);
    assert!(broken.problem.is_some() && !broken.passes());
}

#[test]
fn every_id_has_words_and_no_other() {
    fn keys<T>(words: &BTreeMap<String, T>) -> BTreeSet<&str> {
        words.keys().map(String::as_str).collect()
    }
    let words = &Content::embedded().secret_check;
    let aspects: BTreeSet<&str> = Aspect::ALL.iter().map(|aspect| aspect.id()).collect();
    assert_eq!(keys(&words.aspects), aspects);
    assert_eq!(keys(&words.passed), aspects.into_iter().chain(["place-account"]).collect());
    assert_eq!(keys(&words.faults), Fault::ALL.iter().map(|fault| fault.id()).collect());
    assert_eq!(keys(&words.missing), Missing::ALL.iter().map(|missing| missing.id()).collect());
}

// --- what mends it ---------------------------------------------------------------------------------------------------

fn edits(text: &str) -> Vec<Mend> {
    mends(&check(text, Some(NOW)))
}

fn needed(edit: Edit) -> Mend {
    Mend { edit, is_needed: true }
}

fn namespace(name: &str, namespace: &str) -> Edit {
    Edit::SetSecretNamespace { name: name.into(), namespace: namespace.into() }
}

#[test]
fn what_an_edit_can_mend_has_one() {
    let misspelt = secret_with("type: Opaque\n", &data(&config("https://REGISTRY.acme.example")));
    let misspelt = misspelt.replace("namespace: shop", "namespace: default") + &pod(IMAGE);
    let server =
        Edit::SetSecretServer { old: "https://REGISTRY.acme.example".into(), new: "registry.acme.example".into() };
    let all = [Edit::SetSecretType { name: "regcred".into() }, namespace("regcred", "shop"), server];
    assert_eq!(edits(&misspelt), all.clone().map(needed));
    let patched = patch(&misspelt, &all).unwrap();
    let (before, after) = (check(&misspelt, Some(NOW)), check(&patched.text, Some(NOW)));
    assert!(after.passes(), "{}", patched.text);
    let told: Vec<bool> = mended(&before, &after).concat();
    let wrong: Vec<bool> = before.subjects.iter().flat_map(|it| &it.checks).map(|it| it.fault().is_some()).collect();
    assert_eq!((told, wrong.iter().filter(|wrong| **wrong).count()), (wrong, 3));
    // One edit mends what it is for, and no more.
    for (edit, fault) in all.iter().zip([Fault::TypeWrong, Fault::NamespaceDiffers, Fault::EntryMisspelt]) {
        let after = check(&patch(&misspelt, std::slice::from_ref(edit)).unwrap().text, Some(NOW));
        let told = mended(&before, &after).concat();
        let checks = before.subjects.iter().flat_map(|it| &it.checks).zip(told).filter(|(_, mended)| *mended);
        assert_eq!(checks.filter_map(|(check, _)| check.fault()).collect::<Vec<_>>(), [fault]);
    }
}

#[test]
fn an_edit_that_breaks_something_else_is_none() {
    let secret = secret(&config("registry.acme.example:5000"));
    // The login is right for another image.
    let both = secret.clone() + &pod(IMAGE) + "---\n" + &pod("registry.acme.example:5000/shop/web:2");
    assert!(faults(&both).contains(&(Fault::EntryPort, true)));
    assert_eq!(edits(&both), []);
    // Two pods want it in two namespaces, or one where it is.
    let elsewhere = pod("registry.acme.example:5000/web").replace("namespace: shop", "namespace: other");
    assert_eq!(edits(&(secret.clone() + &elsewhere)), [needed(namespace("regcred", "other"))]);
    assert_eq!(edits(&(secret.clone() + &elsewhere + "---\n" + &elsewhere.replace("other", "third"))), []);
    assert_eq!(edits(&(secret.clone() + &elsewhere + "---\n" + &pod("registry.acme.example:5000/web"))), []);
    // A namespace that is not told is offered; that of a pod is not.
    let open = secret.replace("  namespace: shop\n", "") + &elsewhere;
    assert_eq!(edits(&open), [Mend { edit: namespace("regcred", "other"), is_needed: false }]);
    assert_eq!(edits(&(secret + &elsewhere.replace("  namespace: other\n", ""))), []);
}

#[test]
fn one_fault_for_another_is_not_mended() {
    let text = secret(&config("quay.io")) + &pod(IMAGE);
    let before = check(&text, Some(NOW));
    let none = |after: &str| !mended(&before, &check(after, Some(NOW))).concat().contains(&true);
    assert!(none(&text) && none("") && none("a: ]"));
    assert!(none(&text.replace(IMAGE, "ghcr.io/acme/web")), "the login is missing for another registry now");
    assert!(!none(&text.replace(IMAGE, "quay.io/acme/web")));
}
