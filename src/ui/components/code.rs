//! Commands and outputs, with a button that copies them.

use crate::manifest::placeholder;
use crate::ui::browser;
use crate::ui::labels;
use crate::ui::links::use_still;
use yew::prelude::*;

/// Properties of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CopyButtonProps {
    /// What is copied.
    pub text: AttrValue,
    /// What it is, for people who do not see where the button stands.
    pub what: AttrValue,
    /// The element whose text is selected where the browser refuses to copy.
    pub source: NodeRef,
    /// What it says on the button, where that says by itself what is copied.
    #[prop_or_default]
    pub word: Option<AttrValue>,
}

/// Copies a text and says so, by the button's word and to screen readers.
#[component]
pub(crate) fn CopyButton(props: &CopyButtonProps) -> Html {
    let still = use_still();
    // `None`: not pressed since the text last changed.
    let outcome = use_state(|| None::<bool>);
    {
        let outcome = outcome.clone();
        use_effect_with(props.text.clone(), move |_| outcome.set(None));
    }
    let onclick = {
        let (text, source, outcome) = (props.text.clone(), props.source.clone(), outcome.clone());
        move |_: MouseEvent| {
            let (source, outcome) = (source.clone(), outcome.clone());
            browser::copy(text.to_string(), move |copied| {
                if !copied && let Some(node) = source.get() {
                    browser::select(&node);
                }
                outcome.set(Some(copied));
            });
        }
    };
    if let Some(still) = still {
        return if still.keeps_room() { room_for(props) } else { Html::default() };
    }
    // What the button is called begins with what it shows: who speaks to the machine says what can be seen.
    let (word, label) = match *outcome {
        Some(true) => (AttrValue::Static(labels::code::COPIED), labels::code::copied_label(&props.what)),
        _ => match &props.word {
            Some(word) => (word.clone(), word.to_string()),
            None => (AttrValue::Static(labels::code::COPY), labels::code::copy_label(&props.what)),
        },
    };
    let said = match *outcome {
        None => "",
        Some(true) => labels::code::COPIED,
        Some(false) => labels::code::COPY_FAILED,
    };
    html! {
        <span class="ipg-copy">
            <button type="button" class="ipg-button ipg-button--small" {onclick}
                aria-label={label}>{ word }</button>
            <span role="status" class={if *outcome == Some(false) { "ipg-copy__failed" } else { "ipg-hidden" }}>{ said }</span>
        </span>
    }
}

/// The room of a button that comes when the guide starts.
fn room_for(props: &CopyButtonProps) -> Html {
    let word = props.word.clone().unwrap_or(AttrValue::Static(labels::code::COPY));
    html! { <span class="ipg-copy ipg-later"><button type="button" class="ipg-button ipg-button--small" disabled=true>{ word }</button></span> }
}

/// Properties of [`Command`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CommandProps {
    /// The command.
    pub text: AttrValue,
    /// What it is.
    #[prop_or(AttrValue::Static(labels::code::COMMAND))]
    pub what: AttrValue,
    /// Whether it is said below where words are still to be replaced.
    #[prop_or(true)]
    pub says_open: bool,
}

/// A command to copy. It scrolls, so it takes the focus and has a name; as a region, of which a page has few, it would
/// stand among the landmarks.
#[component]
pub(crate) fn Command(props: &CommandProps) -> Html {
    let source = use_node_ref();
    let pieces = placeholder::split(&props.text);
    let is_open = pieces.iter().any(|(is_placeholder, _)| *is_placeholder);
    // The sentence that leads to it ends with a colon, its name does not.
    let what = AttrValue::from(props.what.trim_end_matches(':').to_owned());
    let piece = |(is_placeholder, text): (bool, &str)| match is_placeholder {
        true => html! { <span class="ipg-placeholder">{ text.to_owned() }</span> },
        false => html! { { text.to_owned() } },
    };
    html! {
        <div class="ipg-command">
            <pre class="ipg-command__text" tabindex="0" role="group" aria-label={what.clone()}><code ref={source.clone()}>{ for pieces.into_iter().map(piece) }</code></pre>
            <CopyButton text={props.text.clone()} {what} {source} />
            if is_open && props.says_open { <p class="ipg-command__open">{ labels::code::UNFINISHED }</p> }
        </div>
    }
}

/// Properties of [`Output`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OutputProps {
    /// What a command prints.
    pub text: AttrValue,
    /// What it is called, where there are several.
    #[prop_or(AttrValue::Static(labels::code::OUTPUT))]
    pub what: AttrValue,
}

/// What a command prints: to compare, not to copy.
#[component]
pub(crate) fn Output(props: &OutputProps) -> Html {
    html! { <pre class="ipg-output" tabindex="0" role="group" aria-label={props.what.clone()}><code>{ props.text.trim_end().to_owned() }</code></pre> }
}
