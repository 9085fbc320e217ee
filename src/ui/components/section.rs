//! A part of a view under a heading of the right level.

use crate::ui::host::use_heading_shift;
use yew::prelude::*;

/// Properties of [`Title`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TitleProps {
    /// The level of the heading on a page of the guide's own, from 1 to 6.
    pub level: u8,
    /// CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// Its id, where something refers to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its node, where it takes the focus.
    #[prop_or_default]
    pub focus: Option<NodeRef>,
    /// The words.
    pub children: Html,
}

/// A heading. The verdict is an `h1` in its own view and an `h2` beside a paste, so what stands below it shifts too. In
/// somebody else's page all shift, and look as before; what would be beyond 6 counts as 6.
#[component]
pub(crate) fn Title(props: &TitleProps) -> Html {
    let shift = use_heading_shift();
    let tag = format!("h{}", (props.level + shift).clamp(1, 6));
    let look = if props.level <= 2 { "ipg-h2" } else { "ipg-h3" };
    let class = classes!((shift > 0).then_some(look), props.class.clone());
    let tabindex = props.focus.as_ref().map(|_| "-1");
    let node = props.focus.clone().unwrap_or_default();
    html! { <@{tag} {class} id={props.id.clone()} {tabindex} ref={node}>{ props.children.clone() }</@> }
}

/// Properties of [`Section`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SectionProps {
    /// The level of its heading.
    pub level: u8,
    /// The heading.
    pub title: AttrValue,
    /// Whether it stays folded until the person opens it.
    #[prop_or_default]
    pub folded: bool,
    /// What stands below it.
    pub children: Html,
}

/// A heading and what stands below it.
#[component]
pub(crate) fn Section(props: &SectionProps) -> Html {
    let title = html! { <Title level={props.level} class="ipg-section__title">{ props.title.clone() }</Title> };
    if props.folded {
        return html! {
            <details class="ipg-section ipg-section--folded">
                <summary class="ipg-section__summary">{ title }</summary>
                { props.children.clone() }
            </details>
        };
    }
    html! { <section class="ipg-section">{ title }{ props.children.clone() }</section> }
}
