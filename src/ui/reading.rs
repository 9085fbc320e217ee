//! The reading of a long text in slices, between which the page can react.

use crate::content::Content;
use crate::diagnosis::Work;
use crate::mask::Search;
use crate::paste::{MAX_BYTES, Reader};
use crate::ui::browser;
use crate::ui::model::{Model, Msg};
use crate::ui::pasted::Pasted;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The milliseconds that a slice takes.
const SLICE: f64 = 20.0;
/// What is done between two looks at the clock: lines, events or pulls, bytes.
const LINES: usize = 50;
const STEPS: usize = 50;
const BYTES: usize = 16 * 1024;
/// The parts of 100 that each of the three takes of the time.
const READ: f64 = 70.0;
const DIAGNOSED: f64 = 20.0;

/// Reads the long text in the box, where there is one, until it is done or another one comes.
#[hook]
pub(crate) fn use_reading(model: &UseReducerHandle<Model>) {
    let (text, dispatcher) = (model.text.clone(), model.dispatcher());
    use_effect_with(model.reading.map(|reading| reading.number), move |number| {
        let is_over = Rc::new(Cell::new(false));
        if let Some(number) = *number {
            let slices = Slices { number, dispatcher, is_over: is_over.clone() };
            spawn_local(async move {
                // Nobody waits any more for what was not read to the end.
                let _ = read(&text, &slices).await;
            });
        }
        move || is_over.set(true)
    });
}

/// The text as a whole: read, diagnosed, and searched for credentials; `None` where that is over before it is done.
async fn read(text: &Pasted, slices: &Slices) -> Option<()> {
    let content = Content::embedded();
    let mut reader = Reader::new(content, text, MAX_BYTES);
    slices.of(|| if reader.go_on(LINES) { Err(()) } else { Ok(READ * reader.progress()) }).await?;
    let paste = reader.finish();
    let mut work = Work::new(content, &paste, text);
    slices.of(|| if work.go_on(STEPS) { Err(()) } else { Ok(READ + DIAGNOSED * work.progress()) }).await?;
    let diagnosis = work.finish();
    let mut search = Search::new(text);
    slices.of(|| if search.go_on(BYTES) { Err(()) } else { Ok(READ + DIAGNOSED) }).await?;
    let done = Msg::ReadingDone(slices.number, Rc::new(diagnosis), Rc::new(search.finish()));
    slices.dispatcher.dispatch(done);
    Some(())
}

/// The slices of the text with this number.
struct Slices {
    number: u32,
    dispatcher: UseReducerDispatcher<Model>,
    is_over: Rc<Cell<bool>>,
}

impl Slices {
    /// Does `step` again and again, with pauses, and tells how many parts of 100 are done by then.
    ///
    /// A step that is the last one says `Err`. `None` where another text came, or the person does not want to wait.
    async fn of(&self, mut step: impl FnMut() -> Result<f64, ()>) -> Option<()> {
        loop {
            // First of all what there is to draw is drawn.
            browser::pause().await;
            if self.is_over.get() {
                return None;
            }
            let begin = browser::now();
            let percent = loop {
                let Ok(percent) = step() else { return Some(()) };
                if browser::now() - begin >= SLICE {
                    break percent;
                }
            };
            self.dispatcher.dispatch(Msg::ReadingWent(self.number, percent as u8));
        }
    }
}
