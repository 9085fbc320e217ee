//! A part of a view under a heading of the right level.

use yew::prelude::*;

/// Properties of [`Title`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TitleProps {
    /// The level of the heading, from 1 to 6; what is beyond counts as 6.
    pub level: u8,
    /// CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// The words.
    pub children: Html,
}

/// A heading. The verdict is an `h1` in its own view and an `h2` beside a paste, so what stands below it shifts too.
#[component]
pub(crate) fn Title(props: &TitleProps) -> Html {
    let tag = format!("h{}", props.level.clamp(1, 6));
    html! { <@{tag} class={props.class.clone()}>{ props.children.clone() }</@> }
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
