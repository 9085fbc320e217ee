//! How far a long text is read, and that it was not read to the end.

use crate::ui::browser;
use crate::ui::components::section::Title;
use crate::ui::host::use_id;
use crate::ui::labels::paste as words;
use yew::prelude::*;

/// Properties of [`Progress`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProgressProps {
    /// How much is read, of 100.
    pub percent: u8,
    /// The id of the element around, which has the focus when the button is gone.
    pub answer: AttrValue,
    /// Hears when the person does not want to wait any longer.
    pub on_stop: Callback<()>,
}

/// A bar, and a button that ends the reading.
#[component]
pub(crate) fn Progress(props: &ProgressProps) -> Html {
    let id = use_id();
    html! {
        <div class="ipg-empty">
            <Title level=2 id={id("reading")}>{ words::READING }</Title>
            <p>{ words::READING_TEXT }</p>
            <progress class="ipg-progress" max="100" value={props.percent.to_string()} aria-labelledby={id("reading")} />
            <p><Leave label={words::READING_STOP} answer={props.answer.clone()} on_press={props.on_stop.clone()} /></p>
        </div>
    }
}

/// Properties of [`Stopped`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StoppedProps {
    /// The id of the element around, which has the focus when the button is gone.
    pub answer: AttrValue,
    /// Hears when the person wants the text to be read all the same.
    pub on_again: Callback<()>,
}

/// That the reading was stopped, and a button that begins it again.
#[component]
pub(crate) fn Stopped(props: &StoppedProps) -> Html {
    html! {
        <div class="ipg-empty">
            <Title level=2>{ words::STOPPED }</Title>
            <p>{ words::STOPPED_TEXT }</p>
            <p><Leave label={words::READING_AGAIN} answer={props.answer.clone()} on_press={props.on_again.clone()} /></p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LeaveProps {
    label: AttrValue,
    answer: AttrValue,
    on_press: Callback<()>,
}

/// A button that is gone when it was pressed, and leaves the focus to what comes in its place.
#[component]
fn Leave(props: &LeaveProps) -> Html {
    let button = use_node_ref();
    let onclick = {
        let LeaveProps { answer, on_press, .. } = props.clone();
        let button = button.clone();
        move |_: MouseEvent| {
            if let Some(button) = button.cast() {
                browser::focus_in_root(&button, &answer);
            }
            on_press.emit(());
        }
    };
    html! { <button type="button" class="ipg-button ipg-button--small" ref={button} {onclick}>{ props.label.clone() }</button> }
}
