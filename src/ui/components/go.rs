//! Links to other places of the guide.

use crate::guide::Place;
use crate::ui::links::use_still;
use crate::ui::model::{Msg, use_guide};
use yew::prelude::*;

/// Properties of [`Go`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GoProps {
    /// Where it leads.
    pub to: Place,
    /// CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the person is there already.
    #[prop_or_default]
    pub current: bool,
    /// What it is where the person is there: a page, or a step of something.
    #[prop_or("page")]
    pub current_as: &'static str,
    /// The words of the link.
    pub children: Html,
}

/// A real link, so that it can be opened in a new tab and copied; a plain click stays in the page.
#[component]
pub(crate) fn Go(props: &GoProps) -> Html {
    let guide = use_guide();
    let still = use_still();
    let went = guide.report({
        let to = props.to.clone();
        move |()| Msg::Went(to.clone())
    });
    let onclick = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            went.emit(());
        }
    };
    let href = still.map_or_else(|| format!("#{}", props.to.fragment()), |still| still.link(&props.to));
    html! {
        <a {href} {onclick} class={props.class.clone()} aria-current={props.current.then_some(props.current_as)}>
            { props.children.clone() }
        </a>
    }
}
