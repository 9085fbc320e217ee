//! The only module that talks to the browser: clipboard, downloads, focus, URL.
//!
//! Every function is total: where the browser refuses, it says so or does nothing.

use crate::text::decode;
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Element, Event, File, HtmlAnchorElement, HtmlElement,
    HtmlInputElement, HtmlTextAreaElement, MessageChannel, Node, Url,
};

/// Copies `text`; `done` hears whether that worked. Browsers refuse outside secure contexts and without permission.
pub(crate) fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let clipboard = gloo::utils::window().navigator().clipboard();
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        done(false);
        return;
    }
    let promise = clipboard.write_text(&text);
    spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Selects everything inside `node`, so that the person can copy it by hand.
pub(crate) fn select(node: &Node) {
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        let _ = selection.select_all_children(node);
    }
}

/// Offers `text` as a file. It is made in the page: no request is involved.
pub(crate) fn download(file_name: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(match file_name.rsplit_once('.') {
        Some((_, "json")) => "application/json",
        Some((_, "md")) => "text/markdown",
        _ => "application/yaml",
    });
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(url) = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob))
    else {
        return;
    };
    if let Ok(link) = gloo::utils::document().create_element("a")
        && let Ok(link) = link.dyn_into::<HtmlAnchorElement>()
    {
        link.set_href(&url);
        link.set_download(file_name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}

/// Opens what the browser has for printing the page.
pub(crate) fn print() {
    let _ = gloo::utils::window().print();
}

/// Runs `work` after so many milliseconds, when nothing else is to do.
pub(crate) fn after(milliseconds: u32, work: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, work).forget();
}

/// Lets the browser do what else there is to do.
pub(crate) async fn pause() {
    // Timers that follow one another wait for 4 ms each; messages do not.
    let Ok(channel) = MessageChannel::new() else { return };
    let promise = js_sys::Promise::new(&mut |done, _| {
        channel.port1().set_onmessage(Some(&done));
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(promise).await;
    channel.port1().close();
}

/// The time in milliseconds.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// The seconds since 1970.
pub(crate) fn seconds() -> u64 {
    // Whole and far below 2^53.
    (now() / 1000.0) as u64
}

/// Moves the keyboard focus to `element`, and the view with it.
pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Scrolls `outer` in itself until `inner` stands in its middle; to its end where there is no `inner`.
pub(crate) fn scroll_to(outer: &Element, inner: Option<&Element>) {
    let top = match inner {
        Some(inner) => {
            let (outer_box, inner_box) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect());
            // Pixels of a page, far below 2^31.
            outer.scroll_top() + (inner_box.top() - outer_box.top() - outer_box.height() / 2.0) as i32
        }
        None => outer.scroll_height(),
    };
    outer.set_scroll_top(top);
}

/// Moves the focus to the element with this id in the same document or shadow root as `near`.
pub(crate) fn focus_in_root(near: &Element, id: &str) {
    let root = near.get_root_node();
    let found = match root.dyn_ref::<web_sys::Document>() {
        Some(document) => document.get_element_by_id(id),
        None => root.dyn_ref::<web_sys::DocumentFragment>().and_then(|root| root.get_element_by_id(id)),
    };
    if let Some(element) = found {
        focus(&element);
    }
}

/// The text of a paste that went to no field, hence nowhere; taken over, it goes nowhere else.
pub(crate) fn pasted_beside_fields(event: &Event) -> Option<String> {
    let event = event.dyn_ref::<ClipboardEvent>()?;
    // From inside a shadow root the target is what was aimed at there.
    let aimed_at = event.composed_path().get(0).dyn_into::<Element>().ok()?;
    if matches!(aimed_at.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT") {
        return None;
    }
    let text = event.clipboard_data()?.get_data("text").ok().filter(|text| !text.is_empty())?;
    event.prevent_default();
    Some(text)
}

/// What became of a file that the person gave.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum FileText {
    /// It was read.
    Text {
        /// What the file is called.
        name: String,
        /// What is in it.
        text: String,
    },
    /// It has more bytes than are read.
    TooLong(usize),
    /// It cannot be read: a folder, or a file that is gone.
    Unreadable,
}

/// Reads a file of at most `most` bytes; `done` hears what became of it. No request is involved.
pub(crate) fn read_file(file: &File, most: usize, done: impl FnOnce(FileText) + 'static) {
    // Sizes of files are whole numbers below 2^53.
    let size = file.size() as usize;
    if size > most {
        return done(FileText::TooLong(size));
    }
    let name = file.name();
    let promise = file.array_buffer();
    spawn_local(async move {
        done(match JsFuture::from(promise).await {
            Ok(buffer) => FileText::Text { name, text: decode(js_sys::Uint8Array::new(&buffer).to_vec()).text },
            Err(_) => FileText::Unreadable,
        });
    });
}

/// The file that was chosen with a field, which is empty again afterwards, so that the same file can be chosen twice.
pub(crate) fn chosen_file(event: &Event) -> Option<File> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// Lets files be dropped here, of which the browser would otherwise open the first in place of the page.
pub(crate) fn allow_drop(event: &DragEvent) {
    let is_file = |kind: JsValue| kind.as_string().is_some_and(|kind| kind == "Files");
    if event.data_transfer().is_some_and(|dragged| dragged.types().iter().any(is_file)) {
        event.prevent_default();
    }
}

/// The first of the files that were dropped.
pub(crate) fn dropped_file(event: &DragEvent) -> Option<File> {
    let file = event.data_transfer()?.files()?.get(0)?;
    event.prevent_default();
    Some(file)
}

/// The fragment of the page's URL, with its `#`.
#[must_use]
pub(crate) fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Puts a new entry with this fragment (no `#`) into the browser's history; an empty one clears it.
pub(crate) fn push_fragment(fragment: &str) {
    if let Ok(history) = gloo::utils::window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address(fragment)));
    }
}

/// Puts this fragment (no `#`) in place of the present one; an empty one clears it.
pub(crate) fn replace_fragment(fragment: &str) {
    if let Ok(history) = gloo::utils::window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address(fragment)));
    }
}

fn address(fragment: &str) -> String {
    if fragment.is_empty() {
        let location = gloo::utils::window().location();
        format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
    } else {
        format!("#{fragment}")
    }
}

/// The one name under which this page keeps anything in the browser: progress with practice cases, and only if asked.
const KEPT: &str = "image-pull-guide.practice";

/// What was kept in this browser; nothing where it keeps nothing, or may not.
pub(crate) fn kept() -> Option<String> {
    gloo::utils::window().local_storage().ok()??.get_item(KEPT).ok()?
}

/// Keeps this text in the browser, or nothing any more. Where the browser keeps nothing, nothing happens.
pub(crate) fn keep(text: Option<&str>) {
    let Ok(Some(storage)) = gloo::utils::window().local_storage() else { return };
    let _ = match text {
        Some(text) => storage.set_item(KEPT, text),
        None => storage.remove_item(KEPT),
    };
}

/// Calls `passed` each second, as long as what it returns is held.
pub(crate) fn each_second(passed: impl Fn() + 'static) -> Interval {
    Interval::new(1_000, passed)
}

/// Sets the document's title.
pub(crate) fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// Calls `moved` whenever the person goes back or forward, or edits the URL. Lives as long as the listener that it
/// returns.
pub(crate) fn on_move(moved: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "popstate", move |_| moved())
}

/// Calls `left` when the person leaves the page: closes it, goes elsewhere, or the browser puts it aside for later.
pub(crate) fn on_leave(left: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "pagehide", move |_| left())
}

/// Empties a field.
pub(crate) fn empty(field: &Element) {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value("");
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value("");
    }
}
