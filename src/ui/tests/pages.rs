//! Every screen that a link or a paste leads to.

use crate::content::{Content, Repair};
use crate::guide::{Answers, Place, Stand, View, position};
use crate::manifest::{Field, RepairInput, Terminal};
use crate::ui::app::page_title;
use crate::ui::browser::FileText;
use crate::ui::components::paste_box::{SAMPLES, Sample};
use crate::ui::examples::PASSWORD;
use crate::ui::manifest::Change;
use crate::ui::model::{Model, Msg};
use crate::ui::repair::{Edit, RepairForm};
use crate::ui::tests::faults::{none, page_faults};
use crate::ui::tests::html::Element;
use crate::ui::tests::stage::{after, embedded, file, page};
use std::collections::BTreeSet;

/// Every set of answers that a person can give, one by one.
fn every_way() -> Vec<Answers> {
    let mut ways = vec![Answers::new()];
    let mut at = 0;
    while let Some(given) = ways.get(at).cloned() {
        if let Stand::Question(step) = position(Content::embedded(), &given).stands {
            ways.extend(
                step.answers
                    .iter()
                    .map(|choice| given.clone().into_iter().chain([(step.id.clone(), choice.id.clone())]).collect()),
            );
        }
        at += 1;
    }
    ways
}

/// The fragments of all places.
fn links() -> Vec<String> {
    let causes = || Content::embedded().causes.iter().map(|cause| cause.id.as_str());
    let mut links: Vec<String> = [
        "",
        "v1&view=paste",
        "v1&view=causes",
        "v1&view=manifest",
        "v1&view=tree",
        "v1&view=handout",
        "v1&view=handout&solutions=yes",
        "v1&view=repair",
        "v0",
        "v1&view=moon",
        "v1&cause=typo",
    ]
    .map(str::to_owned)
    .to_vec();
    links.extend(causes().map(|cause| format!("v1&cause={cause}")));
    links.extend(causes().map(|cause| format!("v1&view=repair&cause={cause}")));
    links.extend(
        every_way().into_iter().map(|answers| Place { view: View::Guide, answers, ..Place::default() }.fragment()),
    );
    links
}

/// The paste page with this in the box.
fn pasted(text: &str) -> Model {
    after("v1&view=paste", [Msg::Pasted(text.to_owned().into())])
}

fn heading(page: &Element) -> String {
    page.named(&["h1"]).first().map(|heading| heading.text()).unwrap_or_default()
}

#[test]
fn every_link_opens_a_whole_page() {
    let links = links();
    assert!(links.len() > 40, "{}", links.len());
    none(links.into_iter().map(|link| {
        let faults = page_faults(&page(&Model::at(&link)));
        (link, faults)
    }));
}

#[test]
fn every_link_has_a_title_that_says_where_one_is() {
    let titles: BTreeSet<String> = links().iter().map(|link| page_title(&Model::at(link))).collect();
    assert!(
        titles.iter().all(|title| !title.trim().is_empty() && !title.starts_with(" –") && !title.contains(['{', '`'])),
        "{titles:?}"
    );
    assert!(titles.len() > Content::embedded().causes.len());
    for link in links().iter().filter(|link| matches!(Model::at(link).position().stands, Stand::Outcome(..))) {
        let Stand::Outcome(cause, _) = Model::at(link).position().stands else { continue };
        let title = page_title(&Model::at(link));
        assert!(title.starts_with(&heading(&page(&Model::at(link)))), "{link}: {title} for {}", cause.id);
    }
}

#[test]
fn a_question_is_a_group_of_radios_of_which_none_is_chosen() {
    let page = page(&Model::at("v1&view=guide"));
    let radios = page.named(&["input"]);
    let step = Content::embedded().step("tag").unwrap();
    assert_eq!(radios.len(), step.answers.len() + 1, "each answer, and the one who does not know");
    assert!(radios.iter().all(|radio| radio.get("type") == Some("radio") && radio.get("checked").is_none()));
    assert_eq!(radios.iter().map(|radio| radio.get("name")).collect::<BTreeSet<_>>().len(), 1);
    let legend = page.named(&["legend"]);
    assert_eq!(legend[0].named(&["h1"]).len(), 1, "the question is the heading and the name of the group");
}

#[test]
fn an_odd_link_is_told_and_a_right_one_is_not() {
    let told = |link: &str| {
        let page = page(&Model::at(link));
        page.all().into_iter().any(|notice| notice.get("class") == Some("ipg-notice"))
    };
    assert!(told("v1&view=guide&tag=perhaps"));
    assert!(told("v9"));
    assert!(!told("v1&view=guide&tag=no"));
    assert!(!told(""));
}

#[test]
fn a_look_at_the_paste_keeps_the_answers() {
    let links = |link: &str| {
        let page = page(&Model::at(link));
        let links = page.named(&["nav"])[0].named(&["a"]);
        links.iter().map(|link| link.get("href").unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = ["#v1&view=paste&tag=no", "#v1&view=guide&tag=no", "#v1&view=manifest&tag=no"];
    assert_eq!(links("v1&view=guide&tag=no"), all);
    assert_eq!(links("v1&view=paste&tag=no"), all);
    assert_eq!(links("v1&view=paste"), ["#v1&view=paste", "#v1&view=guide", "#v1&view=manifest"]);
}

#[test]
fn the_samples_open_whole_pages() {
    none(SAMPLES.into_iter().map(|sample| (sample.label.to_owned(), page_faults(&page(&pasted(sample.text))))));
}

#[test]
fn any_text_opens_a_whole_page() {
    let long = format!("Failed to pull image \"{}\": not found", "a/".repeat(2_000));
    let texts = [
        "",
        " ",
        "\0\0\u{1}",
        "<html><body><h1>503</h1></body></html>",
        "Roses are red",
        "Failed to pull image",
        &long,
        "Failed to pull image \"{image}\": `**not found**",
        "Name: {pod}\nError: ImagePullBackOff \u{202e}abc",
    ];
    // What the person pasted may hold marks that a sentence may not: only the others count.
    let faults = |text: &str| {
        let faults = page_faults(&page(&pasted(text)));
        faults
            .into_iter()
            .filter(|fault| !text.contains(['`', '{']) || !(fault.contains("is seen") || fault.contains("left open")))
            .collect()
    };
    none(texts.map(|text| (text.chars().take(40).collect(), faults(text))));
}

#[test]
fn the_box_holds_the_paste_as_it_is() {
    let text = "\n a <b> & \"c\" \u{a0}\u{1b}[31m\t</textarea>\n\n";
    let page = page(&pasted(text));
    assert_eq!(page.named(&["textarea"])[0].text(), text);
}

#[test]
fn every_repair_is_a_whole_page() {
    let filled =
        |cause, form, image| RepairForm::filled(Content::embedded(), cause, form, None, image, Terminal::default());
    let inputs = [
        ("nothing", RepairForm::default()),
        ("secret", filled("credentials-missing", Repair::PullSecret, None)),
        ("image", filled("tag-not-found", Repair::Image, Some("nginx:1.27".into()))),
    ];
    let wrong = |needs_secret: bool| {
        let fields = Field::ALL.into_iter().filter(|field| !matches!(field, Field::Email | Field::SecretNamespace));
        let wrong = fields.fold(RepairForm::default().input, |input, field| input.with(field, "https://A_b c"));
        RepairForm { input: RepairInput { needs_secret, ..wrong }, ..RepairForm::default() }
    };
    let faulty = [("all wrong", wrong(true)), ("all wrong without a secret", wrong(false))];
    none(inputs.into_iter().chain(faulty).map(|(name, form)| {
        let model = Model { repair: form, ..Model::at("v1&view=repair") };
        (name.to_owned(), page_faults(&page(&model)))
    }));
}

#[test]
fn a_password_is_asked_for_on_the_guides_own_page_alone() {
    let form = RepairForm::filled(
        Content::embedded(),
        "credentials-missing",
        Repair::PullSecret,
        None,
        None,
        Terminal::default(),
    );
    let model = Model { repair: form, ..Model::at("v1&view=repair") };
    let asks = |page: &Element| {
        let inputs = page.named(&["input", "textarea"]);
        inputs.iter().filter(|input| input.get("type") == Some("password") || input.name == "textarea").count()
    };
    assert_eq!(asks(&page(&model)), 2);
    assert_eq!(asks(&embedded(&model)), 0);
}

// --- what a person pasted --------------------------------------------------------------------------------------------

#[test]
fn the_articles_cases_end_at_their_verdicts_with_their_words_marked() {
    for (Sample { text, .. }, (verdict, words)) in SAMPLES.into_iter().zip([
        ("has no tag foo for nginx", "not found"),
        ("will not say whether nginxx exists", "insufficient_scope"),
        ("wants a login for registry.acme.example/privaate/demo:v1.0", "401 Unauthorized"),
    ]) {
        let model = pasted(text);
        let page = page(&model);
        let title = page.named(&["h2"]).iter().map(|heading| heading.text()).find(|title| title.contains(verdict));
        assert!(title.is_some(), "{verdict}");
        let marks: Vec<String> = page.named(&["mark"]).iter().map(|mark| mark.text()).collect();
        let saying = marks.iter().filter(|mark| mark.contains(words)).count();
        assert!(saying >= 3, "quoted, in the anatomy and in the paste: {marks:?}");
    }
}

/// Texts with a password in them, wherever one may stand.
fn with_password() -> Vec<String> {
    let message =
        |image: &str, tail: &str| format!("Failed to pull image \"{image}\": rpc error: code = Unknown desc = {tail}");
    let get = format!(
        "Error response from daemon: Get \"https://shop:{PASSWORD}@registry.acme.example/v2/\": unauthorized: authentication required"
    );
    vec![
        message("registry.acme.example/shop/web:v2", &get),
        message(
            &format!("https://shop:{PASSWORD}@registry.acme.example/shop/web:v2"),
            "failed to parse image reference: invalid reference format",
        ),
        format!("Name: web-0\nAnnotations: password={PASSWORD}\nEvents:\n{}", message("web:v2", &get)),
        format!(
            "Name: https://shop:{PASSWORD}@acme.example\nContainers:\n  web:\n    Image: web:v2\n{}",
            message("web:v2", &get)
        ),
        format!(
            "{}\n{{\"auths\":{{\"registry.acme.example\":{{\"username\":\"shop\",\"password\":\"{PASSWORD}\"}}}}}}",
            message("web:v2", "not found")
        ),
    ]
}

#[test]
fn a_password_is_shown_nowhere_but_in_the_box() {
    for text in with_password() {
        let pasted = || Msg::Pasted(text.clone().into());
        let opened = |repair| Msg::RepairOpened { cause: "invalid-image-name".into(), repair, image: None };
        for then in [
            vec![],
            vec![Msg::Went(Place { view: View::Guide, ..Place::default() })],
            vec![Msg::QuestionTaken("access-denied".into())],
            vec![Msg::Arrived("v1&cause=tag-not-found".into())],
            vec![opened(Repair::Image)],
            vec![opened(Repair::PullSecret)],
        ] {
            let model = after("v1&view=paste", [pasted()].into_iter().chain(then));
            assert!(!without_box(&page(&model)).contains(PASSWORD), "{text} at {}", model.place.fragment());
            assert!(!page_title(&model).contains(PASSWORD));
        }
    }
}

/// All that is drawn or read out, but the box.
fn without_box(page: &Element) -> String {
    let all = page.all().into_iter();
    let attributes =
        all.flat_map(|element| element.attributes().map(|(_, value)| value.to_owned()).collect::<Vec<_>>());
    page.text_with(&["textarea"], "") + &attributes.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_list_of_causes_is_narrowed_down_by_words_and_leads_to_each() {
    let searched = |words: &str| after("v1&view=causes", [Msg::Searched(words.to_owned().into())]);
    let links = |model: &Model| -> Vec<String> {
        let page = page(model);
        let links = page.named(&["a"]);
        links
            .into_iter()
            .filter_map(|link| link.get("href").filter(|href| href.contains("cause=")))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(links(&searched("")).len(), Content::embedded().causes_with("").len());
    assert!(links(&searched("x509")).contains(&"#v1&cause=tls-untrusted".to_owned()));
    let nothing = searched("zebra");
    assert!(links(&nothing).is_empty() && page(&nothing).text().contains("No cause has all of these words"));
    assert_eq!(nothing.place.fragment(), "v1&view=causes", "what is searched for gets into no link");
    let other = page(&searched("CreateContainerConfigError")).text();
    assert!(other.contains("A ConfigMap or a Secret that the container needs is missing"), "{other}");
    none(
        ["", "x509", "zebra", "CreateContainerConfigError", "exec format error", "ErrImagePull"]
            .map(|words| (words.to_owned(), page_faults(&page(&searched(words))))),
    );
}

#[test]
fn a_cause_from_the_list_is_told_in_general_and_one_from_an_answer_of_that_paste() {
    let to = |cause: &str| Msg::Went(Place { view: View::Cause, cause: Some(cause.into()), ..Place::default() });
    let list = || Msg::Went(Place { view: View::Causes, ..Place::default() });
    let Sample { text, .. } = SAMPLES[0];
    for cause in Content::embedded().causes_with("") {
        let listed = page(&after("v1&view=paste", [Msg::Pasted(text.into()), list(), to(&cause.id)]));
        let words = listed.text() + &without_box(&listed);
        assert!(!words.contains("nginx:foo"), "{}: {words}", cause.id);
        let answered = page(&after("v1&view=paste", [Msg::Pasted(text.into()), to(&cause.id)]));
        let plain = !Content::embedded().cause(&cause.id).unwrap().verdict.contains("{image}");
        assert!(plain || heading(&answered).contains("nginx:foo"), "{}", heading(&answered));
    }
    let linked = page(&after("v1&view=paste", [Msg::Pasted(text.into()), Msg::Arrived("v1&cause=dns-failure".into())]));
    assert!(!linked.text().contains("nginx:foo"));
}

#[test]
fn where_the_nodes_log_in_by_themselves_lead_and_buttons_say_the_same() {
    let page = page(&pasted(
        "Failed to pull image \"111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v3\": no basic auth credentials",
    ));
    let head = page.all().into_iter().find(|part| part.get("class") == Some("ipg-diagnose__head")).unwrap();
    assert!(head.text().contains("the pod needs no pull secret"), "{}", head.text());
    let buttons: Vec<String> = head.named(&["button", "a"]).iter().map(|button| button.text()).collect();
    assert_eq!(buttons, ["Message to whoever runs the cluster", "Correct the image"]);
}

#[test]
fn a_list_of_pods_leads_first_of_all_to_the_command_for_the_pod_that_fails() {
    let first = |text: &str| {
        let page = page(&pasted(text));
        let head = page.all().into_iter().find(|part| part.get("class") == Some("ipg-diagnose__head")).unwrap();
        let commands = head.named(&["code"]);
        let verdict = head.named(&["h2"]).first().map(|verdict| verdict.text());
        (commands.first().map(|code| code.text()).unwrap_or_default(), verdict, head.text())
    };
    let list = "NAME                   READY   STATUS             RESTARTS   AGE\nweb-7d4b9c6f8d-x2k4z   0/1     ImagePullBackOff   0          2m\n";
    let (command, verdict, text) = first(list);
    assert_eq!(command, "kubectl describe pod web-7d4b9c6f8d-x2k4z");
    let at = |part: &str| text.find(part).unwrap();
    assert!(at("kubectl describe pod") < at("Copy") && at("Copy") < at(&verdict.unwrap()), "{text}");
    let all = "NAMESPACE   NAME    READY   STATUS         RESTARTS   AGE\nshop        web-1   0/1     ErrImagePull   0          2m\n";
    assert_eq!(first(all).0, "kubectl describe pod web-1 -n shop");
    for text in [
        "Error from server (NotFound): pods \"web-1\" not found",
        "$ kubectl describe pod web-1\nError from server (NotFound): namespaces \"shop\" not found\n",
        "Error from server (NotFound): deployments.apps \"web\" not found",
        "No resources found in default namespace.",
    ] {
        let (command, verdict, said) = first(text);
        assert_eq!((command.as_str(), verdict), ("kubectl", None), "{said}");
        assert!(said.contains("kubectl get pods -A") && said.contains("says nothing about an image"), "{said}");
    }
}

#[test]
fn a_kind_of_registry_that_the_image_is_not_in_is_not_taken_and_the_form_says_so() {
    let typed = Msg::RepairEdited(Edit::Typed(Field::Image, "nginx:1.29".into()));
    let picked = Msg::RepairEdited(Edit::Registry("ecr".into()));
    let opened = Msg::RepairOpened { cause: "credentials-missing".into(), repair: Repair::PullSecret, image: None };
    let model = after("", [opened, typed, picked]);
    assert_ne!(model.repair.input.username, "AWS", "the login stays that of the image");
    let page = page(&model);
    assert!(page.text().contains("this image is in Docker Hub and not in Amazon ECR"), "{}", page.text());
    assert!(page.text().contains("The kind is not known"));
    assert!(!page.text().contains("On EKS use no pull secret"));
}

#[test]
fn a_manifest_is_changed_as_the_repair_form_wants_it() {
    let text = "kind: Pod\nspec:\n  containers:\n  - name: web\n    image: nginx:foo # mine\n";
    let manifest = || Place { view: View::Manifest, ..Place::default() };
    let model = after(
        "v1&view=paste",
        [
            Msg::Pasted("Failed to pull image \"nginx:foo\": rpc error: code = NotFound desc = not found".into()),
            Msg::RepairOpened {
                cause: "tag-not-found".into(),
                repair: Repair::Image,
                image: Some("nginx:1.29".into()),
            },
            Msg::Went(manifest()),
            Msg::ManifestChanged(Change::Text(text.into())),
        ],
    );
    let mending = &model.manifest.mending;
    assert_eq!(mending.patched.as_ref().unwrap().text, text.replace("foo", "1.29"));
    assert_eq!(model.place.fragment(), "v1&view=manifest", "nothing of the text gets into a link");
    let [offer] = mending.offers.as_slice() else { panic!("{:?}", mending.offers) };
    let edit = &offer.edit;
    let left_out = model.manifest.clone().changed(Change::Wants(edit.clone(), false));
    assert_eq!(left_out.mending.patched.as_ref().unwrap().text, text);
    let again = left_out.changed(Change::Wants(edit.clone(), true));
    assert_eq!(again.mending, model.manifest.mending);
    let shown = page(&model).text();
    assert!(shown.contains("Use nginx:1.29 in place of nginx:foo"), "{shown}");
}

#[test]
fn a_file_goes_into_the_box_of_the_view_and_one_that_cannot_be_read_takes_nothing_away() {
    let model =
        after("v1&view=manifest", [Msg::FileGiven(file("kind: Pod".into())), Msg::FileGiven(FileText::Unreadable)]);
    assert_eq!((model.manifest.text.as_str(), model.place.view), ("kind: Pod", View::Manifest));
    assert!(model.manifest.refused && page(&model).text().contains("cannot be read here"));
    let again = after("v1&view=manifest", [Msg::FileGiven(FileText::TooLong(1)), Msg::FileGiven(file("a: b".into()))]);
    assert!(!again.manifest.refused && again.text.is_empty());
}

#[test]
fn any_text_in_the_manifest_box_gives_a_whole_page_without_a_password() {
    let password = "hunter2-very-secret";
    let texts = [
        "".to_owned(),
        "just words".to_owned(),
        "a: b: c".to_owned(),
        "kind: Pod\nspec:\n  containers:\n  - image: {{ .Values.image }}\n".to_owned(),
        format!(
            "kind: Secret\nmetadata: {{name: a}}\nstringData:\n  .dockerconfigjson: '{{\"auths\":{{\"x.example\":{{\"username\":\"u\",\"password\":\"{password}\"}}}}}}'\n"
        ),
        format!(
            "kind: Secret\nmetadata: {{name: my_secret}}\ndata:\n  other: {password}\n---\nkind: Pod\nspec:\n  containers: []\n  imagePullSecrets:\n  - name: my-secret\n"
        ),
        format!(
            "kind: Pod\nspec:\n  containers:\n  - image: web:1\n    env: [{{name: a, value: 'password: {password}'}}]\n"
        ),
    ];
    for text in texts {
        let model = after(
            "v1&view=manifest",
            [
                Msg::ManifestChanged(Change::Text(text.clone().into())),
                Msg::ManifestChanged(Change::NewImage("web:2".into())),
                Msg::ManifestChanged(Change::PullSecret("my_secret".into())),
            ],
        );
        let page = page(&model);
        none([(text.clone(), page_faults(&page))]);
        let shown = page.text_with(&["textarea"], "");
        assert!(!shown.contains(password), "{shown}");
    }
}
