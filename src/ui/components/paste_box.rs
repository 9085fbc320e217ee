//! The box to paste into: what kubectl prints, or manifests. It is the only place where a text stands unmasked.

use crate::guide::{Place, View};
use crate::ui::browser;
use crate::ui::components::prose::Prose;
use crate::ui::components::shell::Moved;
use crate::ui::host::use_id;
use crate::ui::labels;
use crate::ui::links::use_still;
use crate::ui::pasted::Pasted;
use std::ops::Deref as _;
use web_sys::{File, HtmlTextAreaElement};
use yew::prelude::*;

/// An example.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    /// Its id: that of its cause.
    pub id: &'static str,
    /// The words of its button.
    pub label: &'static str,
    /// What is pasted.
    pub text: &'static str,
}

/// The examples.
pub(crate) const SAMPLES: [Sample; 3] = [
    Sample {
        id: "tag-not-found",
        label: labels::samples::TAG,
        text: include_str!("../../../content/samples/tag-not-found.txt"),
    },
    Sample {
        id: "access-denied",
        label: labels::samples::IMAGE,
        text: include_str!("../../../content/samples/access-denied.txt"),
    },
    Sample {
        id: "credentials-missing",
        label: labels::samples::PRIVATE,
        text: include_str!("../../../content/samples/credentials-missing.txt"),
    },
];

/// The text of the example with this id.
pub(crate) fn sample(id: &str) -> Option<&'static str> {
    SAMPLES.iter().find(|sample| sample.id == id).map(|sample| sample.text)
}

/// What a box is for, in words, and how it shows its text.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct BoxWords {
    /// The local name of its id.
    pub name: &'static str,
    /// The label.
    pub label: &'static str,
    /// A sentence that helps.
    pub hint: &'static str,
    /// What stands in it while it is empty.
    pub placeholder: &'static str,
    /// Whether long lines are wrapped: indents say nothing in them.
    pub wraps: bool,
}

/// The box for what kubectl prints.
const OUTPUT: BoxWords = BoxWords {
    name: "paste",
    label: labels::paste::BOX,
    hint: labels::paste::BOX_HINT,
    placeholder: labels::paste::PLACEHOLDER,
    wraps: true,
};

/// Properties of [`PasteBox`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PasteBoxProps {
    /// What it is for.
    #[prop_or(OUTPUT)]
    pub words: BoxWords,
    /// What is in the box.
    pub text: Pasted,
    /// Hears every change.
    pub on_text: Callback<AttrValue>,
    /// Hears the file that was chosen.
    #[prop_or_default]
    pub on_file: Callback<File>,
    /// What is said of the file.
    #[prop_or_default]
    pub children: Html,
}

/// The box, a button that empties it, and the promise.
#[component]
pub(crate) fn PasteBox(props: &PasteBoxProps) -> Html {
    let id = use_id();
    let area = use_node_ref();
    // What the box holds. A long text takes the browser some time to give or to compare: it is asked for a new one alone.
    let held = use_mut_ref(|| props.text.clone());
    let oninput = {
        let (on_text, held) = (props.on_text.clone(), held.clone());
        move |event: InputEvent| {
            let area = event.target_dyn_into::<HtmlTextAreaElement>();
            let text = AttrValue::from(area.map(|area| area.value()).unwrap_or_default());
            *held.borrow_mut() = text.clone().into();
            on_text.emit(text);
        }
    };
    {
        let area = area.clone();
        use_effect_with(props.text.clone(), move |text| {
            if *held.borrow() != *text
                && let Some(area) = area.cast::<HtmlTextAreaElement>()
            {
                area.set_value(text);
                *held.borrow_mut() = text.clone();
            }
        });
    }
    // Who comes to an empty box has something to paste. Where the page has just opened the focus stays where it is, and
    // beside an answer the heading takes it.
    let moved = use_context::<Moved>().unwrap_or_default();
    {
        let (area, is_empty) = (area.clone(), props.text.is_empty());
        use_effect_with(moved, move |moved| {
            if moved.0 > 0
                && is_empty
                && let Some(area) = area.cast()
            {
                browser::focus(&area);
            }
        });
    }
    let clear = {
        let (on_text, area) = (props.on_text.clone(), area.clone());
        move |_: MouseEvent| {
            on_text.emit(AttrValue::default());
            if let Some(area) = area.cast() {
                browser::focus(&area);
            }
        }
    };
    let filled = !props.text.is_empty();
    let BoxWords { name, label, hint, placeholder, wraps } = props.words;
    let own_hint = id(&format!("{name}-hint"));
    html! {
        <div>
            <div class="ipg-paste__head">
                <label class="ipg-label" for={id(name)}><Prose text={label} /></label>
                if filled {
                    <button type="button" class="ipg-button ipg-button--small" onclick={clear}>{ labels::paste::CLEAR }</button>
                }
            </div>
            <p class="ipg-hint" id={own_hint.clone()}><Prose text={hint} /></p>
            <textarea id={id(name)} class={classes!("ipg-paste__box", filled.then_some("ipg-paste__box--filled"))} part="box" ref={area}
                defaultvalue={props.text.deref().clone()} {oninput} {placeholder}
                aria-describedby={format!("{own_hint} {}", id("promise"))}
                rows="14" spellcheck="false" autocomplete="off" autocapitalize="off" wrap={if wraps { "soft" } else { "off" }} />
            <FileChoice name="file" label={labels::paste::FILE} hint={labels::paste::FILE_HINT} on_file={props.on_file.clone()} />
            { props.children.clone() }
            <Promise />
        </div>
    }
}

/// Properties of [`FileChoice`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FileChoiceProps {
    /// The local name of its id.
    pub name: AttrValue,
    /// What it says on the button.
    pub label: AttrValue,
    /// What it says beside it.
    pub hint: AttrValue,
    /// The endings of the files that are offered; all where none are named.
    #[prop_or_default]
    pub accept: Option<AttrValue>,
    /// Hears the file that was chosen.
    pub on_file: Callback<File>,
}

/// A button that opens a file.
#[component]
pub(crate) fn FileChoice(props: &FileChoiceProps) -> Html {
    let FileChoiceProps { name, label, hint, accept, .. } = props;
    let own = use_id()(name);
    let onchange = {
        let on_file = props.on_file.clone();
        move |event: Event| {
            if let Some(file) = browser::chosen_file(&event) {
                on_file.emit(file);
            }
        }
    };
    html! {
        <div class="ipg-file">
            <input type="file" id={own.clone()} class="ipg-hidden ipg-file__input" accept={accept.clone()} {onchange} />
            <label for={own} class="ipg-button ipg-button--small">{ label.clone() }</label>
            <span class="ipg-quiet">{ hint.clone() }</span>
        </div>
    }
}

/// The promise that nothing leaves the page, and how to check it.
#[component]
pub(crate) fn Promise() -> Html {
    let id = use_id();
    html! {
        <div class="ipg-promise">
            <p id={id("promise")}>{ labels::promise::TEXT }</p>
            <details>
                <summary>{ labels::promise::CHECK_SUMMARY }</summary>
                <p>{ labels::promise::CHECK_TEXT }</p>
            </details>
        </div>
    }
}

/// Properties of [`Samples`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SamplesProps {
    /// The words before the buttons.
    pub label: AttrValue,
    /// Hears the text of the chosen example.
    pub on_sample: Callback<AttrValue>,
}

/// Buttons that load an example.
#[component]
pub(crate) fn Samples(props: &SamplesProps) -> Html {
    let id = use_id();
    let still = use_still();
    html! {
        <div class="ipg-samples" role="group" aria-labelledby={id("samples")}>
            <span class="ipg-samples__label" id={id("samples")}>{ props.label.clone() }</span>
            { for SAMPLES.into_iter().map(|Sample { id: cause, label, text }| match &still {
                // Without a script an example leads to what it would show.
                Some(still) => {
                    let place = Place { view: View::Cause, cause: Some(cause.to_owned()), ..Place::default() };
                    html! { <a class="ipg-button ipg-button--small" href={still.link(&place)}>{ label }</a> }
                }
                None => html! {
                    <button type="button" class="ipg-button ipg-button--small" onclick={props.on_sample.reform(move |_| AttrValue::Static(text))}>{ label }</button>
                },
            }) }
        </div>
    }
}
