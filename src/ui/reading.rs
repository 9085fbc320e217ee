//! The reading of a long text in slices, between which the page can react.

use crate::content::Content;
use crate::diagnosis::diagnose;
use crate::paste::{MAX_BYTES, Reader};
use crate::ui::browser;
use crate::ui::model::{Model, Msg};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The milliseconds that a slice takes.
const SLICE: f64 = 20.0;
/// The lines between two looks at the clock.
const LINES: usize = 50;

/// Reads the long text in the box, where there is one, until it is done or another one comes.
#[hook]
pub(crate) fn use_reading(model: &UseReducerHandle<Model>) {
    let (text, dispatcher) = (model.text.clone(), model.dispatcher());
    use_effect_with(model.reading.map(|reading| reading.number), move |number| {
        let is_over = Rc::new(Cell::new(false));
        if let Some(number) = *number {
            spawn_local(read(text, number, dispatcher, is_over.clone()));
        }
        move || is_over.set(true)
    });
}

async fn read(text: AttrValue, number: u32, dispatcher: UseReducerDispatcher<Model>, is_over: Rc<Cell<bool>>) {
    let content = Content::embedded();
    let mut reader = Reader::new(content, &text, MAX_BYTES);
    loop {
        // First of all the text and the bar are drawn.
        browser::pause().await;
        if is_over.get() {
            return;
        }
        let begin = browser::now();
        let mut is_read = false;
        while !is_read && browser::now() - begin < SLICE {
            is_read = reader.go_on(LINES);
        }
        if is_read {
            break;
        }
        // From 0 to 1, hence to 100.
        dispatcher.dispatch(Msg::ReadingWent(number, (reader.progress() * 100.0) as u8));
    }
    let diagnosis = diagnose(content, &reader.finish(), &text);
    dispatcher.dispatch(Msg::ReadingDone(number, Rc::new(diagnosis)));
}
