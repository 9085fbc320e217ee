//! How far a long text is read.

use crate::ui::host::use_id;
use crate::ui::labels::paste as words;
use yew::prelude::*;

/// Properties of [`Progress`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProgressProps {
    /// How much is read, of 100.
    pub percent: u8,
    /// Hears when the person does not want to wait any longer.
    pub on_cancel: Callback<()>,
}

/// A bar, and a button that ends the reading.
#[component]
pub(crate) fn Progress(props: &ProgressProps) -> Html {
    let id = use_id();
    html! {
        <div class="ipg-empty">
            <h2 id={id("reading")}>{ words::READING }</h2>
            <p>{ words::READING_TEXT }</p>
            <progress class="ipg-progress" max="100" value={props.percent.to_string()} aria-labelledby={id("reading")} />
            <p><button type="button" class="ipg-button ipg-button--small" onclick={props.on_cancel.reform(|_| ())}>{ words::READING_CANCEL }</button></p>
        </div>
    }
}
