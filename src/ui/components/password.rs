//! A field for a password, which nobody but the form that asked for it gets to know.

use crate::ui::browser;
use crate::ui::host::use_id;
use crate::ui::labels::password as words;
use yew::prelude::*;

/// Properties of [`PasswordField`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PasswordFieldProps {
    /// Whether it can be read.
    pub shown: bool,
    /// Counts how often the password came from elsewhere, each of which empties the field.
    #[prop_or_default]
    pub replaced: usize,
    /// Hears every change; `None` when it is empty.
    pub on_password: Callback<Option<AttrValue>>,
    /// Hears whether it is to be read.
    pub on_show: Callback<bool>,
}

/// The field. What is in it stands in the field alone, never in what is drawn; it is empty when the person has left.
#[component]
pub(crate) fn PasswordField(props: &PasswordFieldProps) -> Html {
    let id = use_id();
    let (own, hint) = (id("password"), id("password-hint"));
    let input = use_node_ref();
    let PasswordFieldProps { shown, replaced, on_password, on_show } = props;
    let clear = {
        let (input, on_password, on_show) = (input.clone(), on_password.clone(), on_show.clone());
        move || {
            if let Some(input) = input.cast() {
                browser::empty(&input);
            }
            on_password.emit(None);
            on_show.emit(false);
        }
    };
    {
        let clear = clear.clone();
        use_effect_with((), move |()| {
            let leaving = browser::on_leave(clear);
            // With the view, field and state go by themselves.
            move || drop(leaving)
        });
    }
    {
        let input = input.clone();
        use_effect_with(*replaced, move |_| {
            if let Some(input) = input.cast() {
                browser::empty(&input);
            }
        });
    }
    let oninput = on_password.reform(|event: InputEvent| {
        let value = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value());
        value.filter(|value| !value.is_empty()).map(AttrValue::from)
    });
    let onsubmit = on_show.reform(|event: SubmitEvent| {
        event.prevent_default();
        false
    });
    let (word, label) = if *shown { (words::HIDE, words::HIDE_LABEL) } else { (words::SHOW, words::SHOW_LABEL) };
    let on_toggle = {
        let shown = *shown;
        on_show.reform(move |_: MouseEvent| !shown)
    };
    html! {
        <form class="ipg-field" novalidate=true autocomplete="off" {onsubmit}>
            <label class="ipg-label" for={own.clone()}>{ words::LABEL }</label>
            <p class="ipg-hint" id={hint.clone()}>{ words::HINT }</p>
            <div class="ipg-password">
                <input id={own} ref={input} class="ipg-field__input" type={if *shown { "text" } else { "password" }} {oninput}
                    aria-describedby={hint} autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" />
                <button type="button" class="ipg-button ipg-button--small" aria-label={label} onclick={on_toggle}>{ word }</button>
                <button type="button" class="ipg-button ipg-button--small" aria-label={words::CLEAR_LABEL}
                    onclick={move |_: MouseEvent| clear()}>{ words::CLEAR }</button>
            </div>
        </form>
    }
}
