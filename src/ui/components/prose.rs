//! Sentences of the content, with their inline markup and the person's own names filled in.

use crate::content::{self, Content, Facts, Inline};
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
    content::fill(Content::embedded(), &props.text, &props.facts).into_iter().map(draw).collect()
}

fn draw(piece: Inline) -> Html {
    match piece {
        Inline::Text(text) => html! { { text } },
        Inline::Code(text) => html! { <code>{ breakable(&text) }</code> },
        Inline::Strong(text) => html! { <strong>{ text }</strong> },
    }
}

/// A sentence of the content without markup, for titles and labels that cannot hold any.
pub(crate) fn plain(text: &str, facts: &Facts) -> String {
    content::plain(Content::embedded(), text, facts)
}

/// A long reference or name, with the places where a narrow screen may break it: behind `/`, `:`, `@` and `-`, and behind
/// a `.` that no digit follows, so that versions stay whole.
pub(crate) fn breakable(text: &str) -> Html {
    let mut parts: Vec<&str> = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| ['/', ':', '@', '-', '.'].contains(sign)) {
        let behind = at + 1;
        if sign != '.' || !text[behind..].starts_with(|next: char| next.is_ascii_digit()) {
            parts.push(&text[from..behind]);
            from = behind;
        }
    }
    let last = text[from..].to_owned();
    html! { <>{ for parts.into_iter().map(|part| html! { <>{ part.to_owned() }<wbr /></> }) }{ last }</> }
}
