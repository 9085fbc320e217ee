//! A link to another place of the same view.

use crate::ui::browser;
use crate::ui::host::use_id;
use yew::prelude::*;

/// Properties of [`Jump`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct JumpProps {
    /// The local name of the id of the place.
    pub to: AttrValue,
    /// CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// The words.
    pub children: Html,
}

/// A link that puts the focus on a place of the same view. It leaves the URL alone: that holds the place in the guide.
#[component]
pub(crate) fn Jump(props: &JumpProps) -> Html {
    let (link, target) = (use_node_ref(), use_id()(&props.to));
    let onclick = {
        let (link, target) = (link.clone(), target.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            if let Some(link) = link.cast() {
                browser::focus_in_root(&link, &target);
            }
        }
    };
    html! { <a href={format!("#{target}")} class={props.class.clone()} {onclick} ref={link}>{ props.children.clone() }</a> }
}
