//! Parts of the page in a real browser: what cannot be seen natively, and needs no whole page.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[component]
fn Probe() -> Html {
    let clicks = use_state(|| 0);
    let onclick = {
        let clicks = clicks.clone();
        move |_| clicks.set(*clicks + 1)
    };
    html! { <button {onclick}>{ *clicks }</button> }
}

/// A place for a component, in the document so that events reach it.
fn place() -> Element {
    let document = gloo::utils::document();
    let place = document.create_element("div").unwrap();
    gloo::utils::body().append_child(&place).unwrap();
    place
}

/// Lets everything run that Yew has put off.
async fn settled() {
    for _ in 0..3 {
        let turn = js_sys::Promise::resolve(&JsValue::NULL);
        wasm_bindgen_futures::JsFuture::from(turn).await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_component_reacts_and_leaves_no_node_behind() {
    let place = place();
    let mounted = yew::Renderer::<Probe>::with_root(place.clone()).render();
    settled().await;
    assert_eq!(place.inner_html(), "<button>0</button>");

    let button: HtmlElement = place.first_element_child().unwrap().unchecked_into();
    button.click();
    settled().await;
    assert_eq!(place.inner_html(), "<button>1</button>");

    mounted.destroy();
    settled().await;
    assert_eq!(place.inner_html(), "");
    place.remove();
}
