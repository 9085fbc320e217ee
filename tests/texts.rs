//! The texts of the content: their markup, and the person's own case in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::content::inline::open_words;
use image_pull_guide::content::{Content, Facts, Inline, PLACEHOLDERS, command, fill, plain};
use image_pull_guide::image::{ImageReference, ReferenceSpans};
use std::collections::BTreeSet;

fn nginx(tag: &str, digest: &str) -> ImageReference {
    ImageReference {
        written: "nginx:foo".into(),
        registry: "docker.io".into(),
        repository: "library/nginx".into(),
        repository_written: "nginx".into(),
        tag: tag.into(),
        digest: digest.into(),
        spans: ReferenceSpans::default(),
        problems: Vec::new(),
    }
}

#[test]
fn verdicts_speak_of_the_persons_own_image() {
    let content = Content::embedded();
    let facts = Facts::of_image(content, &nginx("foo", ""));
    let verdict = |id: &str, facts: &Facts| plain(Content::embedded(), &content.cause(id).unwrap().verdict, facts);
    assert_eq!(verdict("tag-not-found", &facts), "Docker Hub has no tag foo for nginx");
    assert_eq!(verdict("access-denied", &facts), "Docker Hub will not say whether nginx:foo exists");
    let pinned = Facts::of_image(content, &nginx("", "sha256:abc"));
    assert_eq!(verdict("tag-not-found", &pinned), "Docker Hub has no digest sha256:abc for nginx");
    let own =
        Facts::of_image(content, &ImageReference { registry: "registry.acme.example".into(), ..nginx("foo", "") });
    assert_eq!(verdict("tag-not-found", &own), "registry.acme.example has no tag foo for nginx");
}

#[test]
fn texts_are_whole_sentences_where_nothing_is_known() {
    let verdict =
        |id: &str| plain(Content::embedded(), &Content::embedded().cause(id).unwrap().verdict, &Facts::default());
    assert_eq!(verdict("tag-not-found"), "The registry has no tag of this name for your image");
    assert_eq!(verdict("repository-not-found"), "The registry does not know your image");
    assert_eq!(verdict("access-denied"), "The registry will not say whether your image exists");
    assert_eq!(verdict("credentials-missing"), "The registry wants a login for your image, and the node sent none");
    assert_eq!(verdict("pull-secret-missing"), "The pull secret that the pod names is not in the pod's namespace");
    assert_eq!(verdict("invalid-image-name"), "Your image cannot be the name of an image");
    assert_eq!(verdict("unknown"), "The pull of your image failed, and these words do not say why");
}

#[test]
fn a_value_inside_code_is_code_and_an_unknown_one_is_words() {
    let text = |text: &str| Inline::Text(text.into());
    let code = |text: &str| Inline::Code(text.into());
    let known = Facts::default().with("image", "a`b**{tag}").with("tag", "");
    assert_eq!(fill(Content::embedded(), "Is `{image}` **right**?", &known)[..2], [text("Is "), code("a`b**{tag}")]);
    assert_eq!(fill(Content::embedded(), "Is `{image}` right?", &Facts::default()), [text("Is your image right?")]);
    assert_eq!(
        fill(Content::embedded(), "Try `docker pull {image}`.", &Facts::default())[1],
        code("docker pull YOUR_IMAGE")
    );
    assert_eq!(
        fill(Content::embedded(), "**Now**: `x`", &known),
        [Inline::Strong("Now".into()), text(": "), code("x")]
    );
}

#[test]
fn a_command_takes_no_value_that_a_shell_could_act_on() {
    let facts = |image: &str| Facts::default().with("image", image);
    assert_eq!(command("docker pull {image}", &facts("nginx@sha256:ab")), "docker pull nginx@sha256:ab");
    for evil in ["x; rm -rf /", "$(reboot)", "`reboot`", "-v/:/x", "a b", "a\nb", "a'b", "é"] {
        assert_eq!(command("docker pull {image}", &facts(evil)), "docker pull YOUR_IMAGE", "{evil}");
    }
    let jsonpath = "kubectl get pod {pod} -o jsonpath='{.spec.x[*]}{\"\\n\"}'";
    let pod = Facts::default().with("pod", "web-1");
    assert_eq!(command(jsonpath, &pod), "kubectl get pod web-1 -o jsonpath='{.spec.x[*]}{\"\\n\"}'");
}

#[test]
fn what_a_command_leaves_open_can_be_marked() {
    let open = |text: &str| open_words(text).map(|word| text[word].to_owned()).collect::<Vec<_>>();
    for placeholder in PLACEHOLDERS {
        let text = command(&format!("see {{{placeholder}}}/x"), &Facts::default());
        assert_eq!(open(&text), [format!("YOUR_{}", placeholder.to_uppercase())], "{text}");
    }
    assert_eq!(open("az --name YOUR_CLUSTER@YOUR_NODE_ROLE:YOUR_x"), ["YOUR_CLUSTER", "YOUR_NODE_ROLE"]);
    assert_eq!(open("éYOUR_YOUR_POD YOUR_"), ["YOUR_YOUR_POD"]);
    assert!(open("kubectl get pods -A -o jsonpath='{.POD}' # your_pod").is_empty());
}

#[test]
fn markup_that_is_broken_is_shown_as_it_is_written() {
    for text in
        ["", "`", "**", "*", "a ` b", "a ** b", "{", "{}", "{image", "{picture}", "}{", "`a", "é`", "**`", "***"]
    {
        assert_eq!(plain(Content::embedded(), text, &Facts::default()), text);
    }
    let parts = ["`", "**", "*", "{", "}", "image", "é", " ", "{tag}", "x"];
    for number in 0..100_000_usize {
        let text: String = (0..5).map(|place| parts[number / 10_usize.pow(place) % 10]).collect();
        let _ = (fill(Content::embedded(), &text, &Facts::default()), command(&text, &Facts::default()));
    }
}

#[test]
fn hosts_find_their_registry() {
    let registry = |host: &str| Content::embedded().registry_of(host).map_or("", |registry| registry.id.as_str());
    assert_eq!(registry("docker.io"), "docker-hub");
    assert_eq!(registry("GHCR.io"), "ghcr");
    assert_eq!(registry("1234.dkr.ecr.eu-west-1.amazonaws.com"), "ecr");
    assert_eq!(registry("europe-docker.pkg.dev"), "artifact-registry");
    assert_eq!(registry("eu.gcr.io"), "gcr");
    assert_eq!(registry("k8s.gcr.io"), "kubernetes", "an exact host counts before a pattern");
    assert_eq!(registry("acme.azurecr.io"), "acr");
    assert_eq!(registry(".azurecr.io"), "generic", "a pattern wants something in front");
    assert_eq!(registry("docker.io.acme.example"), "generic");
    assert_eq!(registry(""), "");
}

#[test]
fn every_link_is_in_the_list_of_links() {
    let list = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/links.md")).unwrap();
    let rows = list.lines().filter_map(|line| line.strip_prefix("| https://")?.split(" | ").next());
    let listed: BTreeSet<String> = rows.map(|row| format!("https://{row}")).collect();
    let links = Content::embedded().causes.iter().flat_map(|cause| &cause.docs);
    let used: BTreeSet<String> = links.map(|link| link.url.clone()).collect();
    let missing: Vec<_> = used.difference(&listed).collect();
    let unused: Vec<_> = listed.difference(&used).collect();
    assert!(missing.is_empty() && unused.is_empty(), "docs/links.md lacks {missing:?} and need not have {unused:?}");
}
