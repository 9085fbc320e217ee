//! What a person can take along from an answer: buttons, and the text behind each, which is shown before it is copied.

use crate::ui::components::code::CopyButton;
use crate::ui::components::section::Section;
use crate::ui::host::use_id;
use crate::ui::labels::report as words;
use yew::prelude::*;

/// One text that can be taken along.
#[derive(Clone, PartialEq)]
pub(crate) struct Takeaway {
    /// The local name of its ids.
    pub name: &'static str,
    /// What it says on the button.
    pub label: AttrValue,
    /// A sentence above the text.
    pub intro: AttrValue,
    /// What it says on the button that copies.
    pub copy: AttrValue,
    /// Whether account numbers and host names are left out to begin with.
    pub leaves_out: bool,
    /// Makes the text; hears whether account numbers and host names are left out.
    pub make: Callback<bool, String>,
}

/// Properties of [`Report`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReportProps {
    /// What there is.
    pub takeaways: Vec<Takeaway>,
    /// The name of the one that is open to begin with.
    #[prop_or_default]
    pub open: Option<&'static str>,
    /// The level of its heading.
    pub level: u8,
}

/// The buttons, and the text that was asked for.
#[component]
pub(crate) fn Report(props: &ReportProps) -> Html {
    let id = use_id();
    let open = use_state(|| props.open);
    let target = id("takeaway");
    let button = |takeaway: &Takeaway| {
        let (open, name) = (open.clone(), takeaway.name);
        let is_open = *open == Some(name);
        let onclick = move |_: MouseEvent| open.set(if is_open { None } else { Some(name) });
        html! {
            <button type="button" id={id(&format!("takeaway-{name}"))} class="ipg-button ipg-button--small" aria-expanded={is_open.to_string()}
                aria-controls={is_open.then(|| target.clone())} {onclick}>{ takeaway.label.clone() }</button>
        }
    };
    let shown = props.takeaways.iter().find(|takeaway| *open == Some(takeaway.name));
    html! {
        <div class="ipg-report"><Section level={props.level} title={words::HEADING}>
            <div class="ipg-actions">{ for props.takeaways.iter().map(button) }</div>
            <div id={target.clone()} class="ipg-takeaway">
                if let Some(takeaway) = shown { <Shown key={takeaway.name} takeaway={takeaway.clone()} /> }
            </div>
        </Section></div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    takeaway: Takeaway,
}

/// The text, with a button that copies it and the choice of what is left out.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let id = use_id();
    let Takeaway { name, label, intro, copy, leaves_out, make } = &props.takeaway;
    let leaves_out = use_state(|| *leaves_out);
    let source = use_node_ref();
    let text = AttrValue::from(make.emit(*leaves_out));
    let box_id = id(&format!("{name}-names"));
    let onchange = {
        let leaves_out = leaves_out.clone();
        move |event: Event| {
            let field = event.target_dyn_into::<web_sys::HtmlInputElement>();
            leaves_out.set(field.is_some_and(|field| field.checked()));
        }
    };
    html! {
        <>
            <p>{ intro.clone() }</p>
            <div class="ipg-takeaway__choice">
                <input type="checkbox" id={box_id.clone()} checked={*leaves_out} {onchange} />
                <label for={box_id}>{ words::LEAVE_OUT }</label>
            </div>
            <pre class="ipg-takeaway__text" tabindex="0" role="group" aria-label={label.clone()}><code ref={source.clone()}>{ text.clone() }</code></pre>
            <CopyButton {text} what={label.clone()} {source} word={copy.clone()} />
        </>
    }
}
