//! The guide as a page of its own: it owns the URL's fragment and the title.

use crate::content::Content;
use crate::guide::Place;
use crate::ui::app::{App, AppProps};
use crate::ui::browser;
use crate::ui::host::Host;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

/// Draws the guide into `root`, in place of what stands there, and follows the browser's Back and Forward from then on.
/// `boot.js` calls it.
#[wasm_bindgen]
pub fn mount(root: Element) {
    root.set_text_content(None);
    let host = Host {
        fragment: arrived().into(),
        standalone: true,
        on_place: Callback::from(|fragment: AttrValue| {
            if browser::fragment().trim_start_matches('#') != fragment.as_str() {
                browser::push_fragment(&fragment);
            }
        }),
        on_title: Callback::from(|title: AttrValue| browser::set_title(&title)),
        ..Host::default()
    };
    let app = yew::Renderer::<App>::with_root_and_props(root, AppProps { host: host.clone() }).render();
    let app = Rc::new(RefCell::new((app, host)));
    let listener = browser::on_move(move || {
        let (app, host) = &mut *app.borrow_mut();
        host.fragment = arrived().into();
        host.moves += 1;
        app.update(AppProps { host: host.clone() });
    });
    // The page lives as long as its tab.
    listener.forget();
}

/// The fragment that the person came to. An odd one is replaced in the address bar by the exact link of the place it
/// leads to: replaced, so that Back does not lead to the odd one again.
fn arrived() -> String {
    let fragment = browser::fragment();
    let (place, _) = Place::parse(Content::embedded(), &fragment);
    let exact = place.fragment();
    if fragment.trim_start_matches('#') != exact {
        browser::replace_fragment(&exact);
    }
    fragment
}
