//! Parts of the page in a real browser: what cannot be seen natively, and needs no whole page.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::ui::{App, AppProps, Host};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, NodeList, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

const MESSAGE: &str = "Failed to pull image \"shop:v9\": pull access denied, repository does not exist or may require \
                       authorization: server message: insufficient_scope: authorization failed";

/// The styles that index.html links to, in its order.
const STYLES: [&str; 28] = [
    include_str!("../styles/layers.css"),
    include_str!("../styles/tokens.css"),
    include_str!("../styles/reset.css"),
    include_str!("../styles/base.css"),
    include_str!("../styles/layout.css"),
    include_str!("../styles/components/anatomy.css"),
    include_str!("../styles/components/answer.css"),
    include_str!("../styles/components/button.css"),
    include_str!("../styles/components/causes.css"),
    include_str!("../styles/components/command.css"),
    include_str!("../styles/components/diagram.css"),
    include_str!("../styles/components/field.css"),
    include_str!("../styles/components/handout.css"),
    include_str!("../styles/components/header.css"),
    include_str!("../styles/components/paste.css"),
    include_str!("../styles/components/marks.css"),
    include_str!("../styles/components/practice.css"),
    include_str!("../styles/components/present.css"),
    include_str!("../styles/components/question.css"),
    include_str!("../styles/components/repair.css"),
    include_str!("../styles/components/manifest.css"),
    include_str!("../styles/components/report.css"),
    include_str!("../styles/components/start.css"),
    include_str!("../styles/components/still.css"),
    include_str!("../styles/components/text.css"),
    include_str!("../styles/embed.css"),
    include_str!("../styles/utilities.css"),
    include_str!("../styles/print.css"),
];

/// A place for a guide, in the document so that events reach it.
fn place() -> Element {
    let place = element();
    gloo::utils::body().append_child(&place).unwrap();
    place
}

/// The same inside an open shadow root; `place` is the element that carries it.
fn place_in_shadow(place: &Element) -> Element {
    let root = place.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    let inner = element();
    root.append_child(&inner).unwrap();
    inner
}

fn element() -> Element {
    gloo::utils::document().create_element("div").unwrap()
}

fn guide(root: &Element, host: Host) -> yew::AppHandle<App> {
    yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { host }).render()
}

fn host(id_prefix: &'static str, fragment: &'static str) -> Host {
    Host { id_prefix: id_prefix.into(), fragment: fragment.into(), ..Host::default() }
}

/// Lets everything run that Yew has put off, and what that puts off again.
async fn settled() {
    for _ in 0..3 {
        yew::scheduler::flush().await;
    }
}

fn find<T: JsCast>(root: &Element, selector: &str) -> T {
    let found = root.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("no {selector} in {}", root.inner_html())).dyn_into().unwrap()
}

fn type_into(root: &Element, text: &str) {
    let area: HtmlTextAreaElement = find(root, "textarea");
    area.set_value(text);
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    area.dispatch_event(&web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
}

/// The ids of `nodes`; panics where one comes twice.
fn ids(nodes: &NodeList) -> BTreeSet<String> {
    let ids: Vec<String> =
        (0..nodes.length()).map(|at| nodes.item(at).unwrap().unchecked_into::<Element>().id()).collect();
    let set: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(set.len(), ids.len(), "an id comes twice: {ids:?}");
    set
}

/// Whether every id that an element refers to is there.
fn references_hold(root: &Element, ids: &BTreeSet<String>) {
    for attribute in ["for", "aria-labelledby", "aria-describedby"] {
        let nodes = root.query_selector_all(&format!("[{attribute}]")).unwrap();
        for at in 0..nodes.length() {
            let value = nodes.item(at).unwrap().unchecked_into::<Element>().get_attribute(attribute).unwrap();
            for id in value.split_whitespace() {
                assert!(ids.contains(id), "{attribute}=\"{value}\" leads nowhere");
            }
        }
    }
}

#[wasm_bindgen_test]
async fn a_guide_leaves_no_node_behind() {
    let place = place();
    let nodes = || gloo::utils::document().query_selector_all("*").unwrap().length();
    let before = nodes();
    for fragment in
        ["", "#v1&view=paste", "#v1&view=guide&tag=yes", "#v1&view=repair", "#v1&cause=access-denied"].repeat(4)
    {
        let mounted = guide(&place, host("twenty", fragment));
        settled().await;
        assert!(place.query_selector("h1").unwrap().is_some(), "nothing at {fragment}");
        mounted.destroy();
        settled().await;
        assert_eq!((place.inner_html(), nodes()), (String::new(), before));
    }
    place.remove();
}

#[wasm_bindgen_test]
async fn two_guides_on_one_page_do_not_touch_each_other() {
    let (light, carrier) = (place(), place());
    let shadow = place_in_shadow(&carrier);
    let guides = [guide(&light, host("one", "#v1&view=paste")), guide(&shadow, host("two", "#v1&view=paste"))];
    settled().await;
    let untouched = shadow.inner_html();

    type_into(&light, MESSAGE);
    settled().await;
    assert!(find::<Element>(&light, "article").text_content().unwrap().contains("shop:v9"));
    assert_eq!(shadow.inner_html(), untouched);

    let answered = light.inner_html();
    type_into(&shadow, &MESSAGE.replace("shop", "store"));
    settled().await;
    let text = find::<Element>(&shadow, "article").text_content().unwrap();
    assert!(text.contains("store:v9") && !text.contains("shop:v9"));
    assert_eq!(light.inner_html(), answered);

    find::<HtmlElement>(&shadow, "article .ipg-button--primary").click();
    settled().await;
    assert!(shadow.query_selector("fieldset").unwrap().is_some());
    assert_eq!(light.inner_html(), answered);
    let focused = carrier.shadow_root().unwrap().active_element().map(|element| element.tag_name());
    assert_eq!(focused.as_deref(), Some("H1"), "the focus moves inside the shadow root");

    let in_light = ids(&gloo::utils::document().query_selector_all("[id]").unwrap());
    let in_shadow = ids(&shadow.query_selector_all("[id]").unwrap());
    references_hold(&light, &in_light);
    references_hold(&shadow, &in_shadow);
    assert!(in_shadow.iter().all(|id| id.starts_with("two-")), "{in_shadow:?}");
    assert!(in_light.iter().all(|id| !id.starts_with("two-")), "{in_light:?}");

    guides.into_iter().for_each(yew::AppHandle::destroy);
    settled().await;
    light.remove();
    carrier.remove();
}

#[wasm_bindgen_test]
async fn places_and_titles_are_handed_to_the_surroundings() {
    let place = place();
    let document = gloo::utils::document();
    document.set_title("The host's own title");
    let address = gloo::utils::window().location().href().unwrap();
    let (places, titles) = (Rc::new(RefCell::new(Vec::new())), Rc::new(RefCell::new(Vec::new())));
    let heard = |list: &Rc<RefCell<Vec<String>>>| {
        let list = list.clone();
        Callback::from(move |text: AttrValue| list.borrow_mut().push(text.to_string()))
    };
    let surroundings = Host { on_place: heard(&places), on_title: heard(&titles), ..host("three", "") };
    let mut mounted = guide(&place, surroundings.clone());
    settled().await;

    find::<HtmlElement>(&place, ".ipg-door--first a").click();
    settled().await;
    type_into(&place, MESSAGE);
    settled().await;
    assert_eq!(places.borrow().last().map(String::as_str), Some("v1&view=paste"));
    assert_eq!(titles.borrow().len(), 2, "one title a view: {titles:?}");

    mounted.update(AppProps { host: Host { fragment: "#v1&cause=unknown".into(), moves: 1, ..surroundings } });
    settled().await;
    assert_eq!(places.borrow().last().map(String::as_str), Some("v1&cause=unknown"));
    assert_eq!(titles.borrow().len(), 3);

    assert_eq!(document.title(), "The host's own title");
    assert_eq!(gloo::utils::window().location().href().unwrap(), address);
    mounted.destroy();
    settled().await;
    place.remove();
}

#[wasm_bindgen_test]
async fn the_styles_serve_a_document_and_a_shadow_root_alike() {
    assert_eq!(
        include_str!("../index.html").matches("rel=\"css\"").count(),
        STYLES.len(),
        "index.html has other styles"
    );
    let (light, carrier) = (place(), place());
    let shadow = place_in_shadow(&carrier);
    let styles = || {
        let style = gloo::utils::document().create_element("style").unwrap();
        style.set_text_content(Some(&STYLES.concat()));
        style
    };
    let look = |root: &Element, selector: &str, property: &str| {
        let style = gloo::utils::window().get_computed_style(&find::<Element>(root, selector)).unwrap().unwrap();
        style.get_property_value(property).unwrap()
    };
    let guides = [guide(&light, host("four", "")), guide(&shadow, host("five", ""))];
    settled().await;
    let looks = [
        ("h1", "font-size"),
        ("h1", "margin-top"),
        (".ipg-shell", "background-color"),
        (".ipg-shell", "font-family"),
        (".ipg-button--primary", "background-color"),
        (".ipg-button--primary", "color"),
        (".ipg-door", "border-top-color"),
        (".ipg-command", "border-top-left-radius"),
    ];
    let bare = looks.map(|(selector, property)| look(&shadow, selector, property));
    shadow.parent_node().unwrap().insert_before(&styles(), Some(&shadow)).unwrap();
    let of_light = styles();
    light.append_child(&of_light).unwrap();
    for ((selector, property), bare) in looks.into_iter().zip(bare) {
        let (one, other) = (look(&light, selector, property), look(&shadow, selector, property));
        assert_eq!(one, other, "{selector} {property}");
        assert_ne!(other, bare, "{selector} {property} is styled by nothing");
    }
    guides.into_iter().for_each(yew::AppHandle::destroy);
    settled().await;
    light.remove();
    carrier.remove();
}
