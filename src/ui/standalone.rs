//! The guide as a page of its own: it owns the URL's fragment and the title.

use crate::ui::app::{App, AppProps};
use crate::ui::browser;
use crate::ui::host::Host;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Draws the guide into `root`, in place of what stands there, and follows the browser's Back and Forward from then on.
pub fn mount(root: Element) {
    root.set_text_content(None);
    let host = Host {
        id_prefix: "ipg".into(),
        fragment: browser::fragment().into(),
        moves: 0,
        on_place: Callback::from(|fragment: AttrValue| {
            if browser::fragment().trim_start_matches('#') != fragment.as_str() {
                browser::push_fragment(&fragment);
            }
        }),
        on_title: Callback::from(|title: AttrValue| browser::set_title(&title)),
    };
    let app = yew::Renderer::<App>::with_root_and_props(root, AppProps { host: host.clone() }).render();
    let app = Rc::new(RefCell::new((app, host)));
    let listeners = browser::on_fragment(move |fragment| {
        let (app, host) = &mut *app.borrow_mut();
        host.fragment = fragment.into();
        host.moves += 1;
        app.update(AppProps { host: host.clone() });
    });
    // The page lives as long as its tab.
    listeners.into_iter().for_each(gloo::events::EventListener::forget);
}
