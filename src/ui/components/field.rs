//! A text field with its hint, and what is wrong with it.

use crate::ui::browser;
use crate::ui::components::prose::Prose;
use crate::ui::host::use_id;
use crate::ui::labels::repair as words;
use yew::prelude::*;

/// Something wrong with a field, and what would be right.
#[derive(Clone, PartialEq)]
pub(crate) struct Wrong {
    /// A sentence.
    pub sentence: AttrValue,
    /// A value that would be right.
    pub suggestion: Option<AttrValue>,
}

/// Properties of [`TextField`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextFieldProps {
    /// The local name of its id.
    pub name: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// A sentence that helps.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether it may stay empty.
    #[prop_or_default]
    pub optional: bool,
    /// What is in it.
    pub value: AttrValue,
    /// What is taken while it is empty.
    #[prop_or_default]
    pub fallback: AttrValue,
    /// What is wrong with that.
    #[prop_or_default]
    pub wrong: Vec<Wrong>,
    /// What can be said of it, and offered in its place, without calling it wrong.
    #[prop_or_default]
    pub offer: Option<Wrong>,
    /// Hears every change.
    pub on_value: Callback<AttrValue>,
    /// Hears the value that is offered, when the person takes it.
    #[prop_or_default]
    pub on_take: Callback<AttrValue>,
    /// Hears when the person has left the field.
    #[prop_or_default]
    pub on_left: Callback<()>,
}

/// The field.
#[component]
pub(crate) fn TextField(props: &TextFieldProps) -> Html {
    let id = use_id();
    let own = id(&props.name);
    let input = use_node_ref();
    let (hint, wrong) = (id(&format!("{}-hint", props.name)), id(&format!("{}-wrong", props.name)));
    let oninput = props.on_value.reform(|event: InputEvent| {
        event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value()).unwrap_or_default().into()
    });
    let is_wrong = !props.wrong.is_empty();
    let said = |class: &'static str, wrong: &Wrong| {
        let take = wrong.suggestion.clone().map(|value| {
            let (on_take, input) = (props.on_take.clone(), input.clone());
            let label = words::take_value(&value);
            let onclick = move |_: MouseEvent| {
                // The button goes away with the fault; the field is where the person goes on.
                if let Some(input) = input.cast() {
                    browser::focus(&input);
                }
                on_take.emit(value.clone());
            };
            html! { <>{ " " }<button type="button" class="ipg-link" {onclick}><Prose text={label} /></button></> }
        });
        html! { <p {class}><Prose text={wrong.sentence.clone()} />{ take }</p> }
    };
    let described = [props.hint.is_some().then_some(hint.as_str()), is_wrong.then_some(wrong.as_str())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        <div class={classes!("ipg-field", is_wrong.then_some("ipg-field--wrong"))}>
            <label class="ipg-label" for={own.clone()}>
                <Prose text={props.label.clone()} />
                if props.optional { <span class="ipg-quiet">{ " (" }{ words::OPTIONAL }{ ")" }</span> }
            </label>
            if let Some(text) = &props.hint { <p class="ipg-hint" id={hint}><Prose text={text.clone()} /></p> }
            <div id={wrong} aria-live="polite">
                { for props.wrong.iter().map(|wrong| said("ipg-wrong", wrong)) }
                { for props.offer.iter().filter(|_| !is_wrong).map(|offer| said("ipg-hint", offer)) }
            </div>
            <input id={own} ref={input.clone()} onblur={props.on_left.reform(|_| ())} class="ipg-field__input" type="text" value={props.value.clone()} {oninput}
                placeholder={props.fallback.clone()}
                aria-invalid={is_wrong.then_some("true")} aria-describedby={(!described.is_empty()).then_some(described)}
                autocomplete="off" autocapitalize="off" spellcheck="false" />
        </div>
    }
}

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoiceProps {
    /// The local name of its id.
    pub name: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// A sentence that helps.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the one that is chosen.
    #[prop_or_default]
    pub wrong: Option<AttrValue>,
    /// The words of each option, in order.
    pub options: Vec<AttrValue>,
    /// Which one is chosen.
    pub chosen: usize,
    /// Hears the number of another one.
    pub on_choose: Callback<usize>,
}

/// One of a few: a plain select.
#[component]
pub(crate) fn Choice(props: &ChoiceProps) -> Html {
    let id = use_id();
    let (own, hint) = (id(&props.name), id(&format!("{}-hint", props.name)));
    let said = id(&format!("{}-wrong", props.name));
    let is_wrong = props.wrong.is_some();
    let described = [props.hint.is_some().then_some(hint.as_str()), is_wrong.then_some(said.as_str())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let onchange = props.on_choose.reform(|event: Event| {
        event
            .target_dyn_into::<web_sys::HtmlSelectElement>()
            .map_or(0, |select| usize::try_from(select.selected_index()).unwrap_or(0))
    });
    html! {
        <div class={classes!("ipg-field", is_wrong.then_some("ipg-field--wrong"))}>
            <label class="ipg-label" for={own.clone()}>{ props.label.clone() }</label>
            if let Some(text) = &props.hint { <p class="ipg-hint" id={hint}>{ text.clone() }</p> }
            <div id={said} aria-live="polite">
                if let Some(text) = &props.wrong { <p class="ipg-wrong">{ text.clone() }</p> }
            </div>
            <select id={own} class="ipg-field__input" {onchange} aria-invalid={is_wrong.then_some("true")} aria-describedby={(!described.is_empty()).then_some(described)}>
                { for props.options.iter().enumerate().map(|(index, option)| html! {
                    <option selected={index == props.chosen}>{ option.clone() }</option>
                }) }
            </select>
        </div>
    }
}

/// Properties of [`Checkbox`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CheckboxProps {
    /// The local name of its id.
    pub name: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Whether it is checked.
    pub checked: bool,
    /// Hears whether it is.
    pub on_check: Callback<bool>,
}

/// Something that is so or not.
#[component]
pub(crate) fn Checkbox(props: &CheckboxProps) -> Html {
    let own = use_id()(&props.name);
    let onchange = props.on_check.reform(|event: Event| {
        event.target_dyn_into::<web_sys::HtmlInputElement>().is_some_and(|field| field.checked())
    });
    html! {
        <div class="ipg-checkbox">
            <input type="checkbox" class="ipg-radio__input" id={own.clone()} checked={props.checked} {onchange} />
            <label class="ipg-radio__label" for={own}><Prose text={props.label.clone()} /></label>
        </div>
    }
}
