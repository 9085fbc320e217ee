//! The guide as an element in somebody else's page. It owns nothing there: `src/embed/embed.js` makes the element and hands in
//! where to draw, what to call, and what the page wants.

use crate::content::Content;
use crate::guide::Place;
use crate::ui::app::{App, AppProps};
use crate::ui::host::{Host, Order};
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// One guide in somebody else's page, for `embed.js`.
#[wasm_bindgen]
pub struct Embedded {
    app: yew::AppHandle<App>,
    host: Host,
}

#[wasm_bindgen]
impl Embedded {
    /// Draws a guide into `root`, an element inside a shadow root.
    ///
    /// `number` tells the guides of one page apart. `start` is where to begin, named as all places here: a view, the id of a
    /// cause, or a fragment; then, behind a space each, a practice case, where the first names one of its steps, and a
    /// mode. `level` is that of the first heading, from 1 to 4. `on_place` is called with a fragment,
    /// `on_diagnosed` with a list of ids of causes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(root: Element, number: u32, start: &str, level: u8, on_place: Function, on_diagnosed: Function) -> Self {
        let host = Host {
            id_prefix: format!("ipg{number}").into(),
            fragment: fragment(start).into(),
            heading_level: level,
            // What the page's own functions throw is the page's affair.
            on_place: Callback::from(move |fragment: AttrValue| {
                let _ = on_place.call1(&JsValue::NULL, &JsValue::from_str(&fragment));
            }),
            on_diagnosed: Callback::from(move |causes: Vec<String>| {
                let causes: Array = causes.iter().map(|cause| JsValue::from_str(cause)).collect();
                let _ = on_diagnosed.call1(&JsValue::NULL, &causes);
            }),
            ..Host::default()
        };
        let app = yew::Renderer::<App>::with_root_and_props(root, AppProps { host: host.clone() }).render();
        Self { app, host }
    }

    /// The exact fragment of a place; empty for the start.
    #[must_use]
    pub fn place(start: &str) -> String {
        Place::parse(Content::embedded(), &fragment(start)).0.fragment()
    }

    /// Goes to a place, as Back and Forward do.
    pub fn go(&mut self, start: &str) {
        self.host.fragment = fragment(start).into();
        self.host.moves += 1;
        self.update();
    }

    /// Sets the level of the first heading.
    pub fn level(&mut self, level: u8) {
        self.host.heading_level = level;
        self.update();
    }

    /// Diagnoses a text as if it were pasted.
    pub fn diagnose(&mut self, text: String) {
        self.order(Order::Diagnose(text.into()));
    }

    /// Shows the example with this id, where there is one.
    pub fn example(&mut self, id: String) {
        self.order(Order::Example(id.into()));
    }

    /// Forgets everything and goes to a place.
    pub fn reset(&mut self, start: &str) {
        self.order(Order::Reset(fragment(start).into()));
    }
}

impl Embedded {
    fn order(&mut self, order: Order) {
        self.host.orders.add(order);
        self.update();
    }

    fn update(&mut self) {
        self.app.update(AppProps { host: self.host.clone() });
    }
}

/// The fragment of what a page may name by words: where to begin, a case, and a mode, with spaces between them; each may be
/// missing.
fn fragment(words: &str) -> String {
    let mut words = words.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let (start, case, mode) = (next(), next(), next());
    let presents = if mode == "present" { "&mode=present" } else { "" };
    match (mode, case) {
        ("handout", _) if start.is_empty() => "v1&view=handout".into(),
        // An example is shown by another way.
        (_, case) if !case.is_empty() && Content::embedded().practice.cases.iter().any(|known| known == case) => {
            let step = if start.is_empty() { String::new() } else { format!("&step={start}") };
            format!("v1&case={case}{step}{presents}")
        }
        _ => place(start),
    }
}

fn place(start: &str) -> String {
    if start.is_empty() || start.trim_start_matches('#').starts_with("v1") {
        return start.into();
    }
    let view = format!("v1&view={start}");
    let (_, notices) = Place::parse(Content::embedded(), &view);
    if notices.is_empty() { view } else { format!("v1&cause={start}") }
}
