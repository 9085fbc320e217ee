//! Sentences of the content, with their inline markup and the person's own names filled in.

use crate::content::{Facts, Inline, inline::fill};
use yew::prelude::*;

/// Properties of [`Prose`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProseProps {
    /// The text, with `code`, **strong** and placeholders.
    pub text: AttrValue,
    /// What fills the placeholders.
    #[prop_or_default]
    pub facts: Facts,
}

/// One run of prose, to stand inside a paragraph, heading or list item.
#[component]
pub(crate) fn Prose(props: &ProseProps) -> Html {
    fill(&props.text, &props.facts).into_iter().map(draw).collect()
}

fn draw(piece: Inline) -> Html {
    match piece {
        Inline::Text(text) => html! { { text } },
        Inline::Code(text) => html! { <code>{ breakable(&text) }</code> },
        Inline::Strong(text) => html! { <strong>{ text }</strong> },
    }
}

/// A long reference or name, with the places where a narrow screen may break it: behind `/`, `:`, `@`, `.` and `-`.
pub(crate) fn breakable(text: &str) -> Html {
    let ends = ['/', ':', '@', '.', '-'];
    let draw = |part: &str| html! { <>{ part.to_owned() }if part.ends_with(ends) { <wbr /> }</> };
    text.split_inclusive(ends).map(draw).collect()
}

/// A label with its `{name}` filled in.
pub(crate) fn with(label: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(label.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
