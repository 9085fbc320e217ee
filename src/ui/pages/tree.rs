//! The whole decision tree: as a picture, and in words.

use crate::content::{Content, Facts};
use crate::diagram::{Asked, End, Target, tree};
use crate::ui::components::go::Go;
use crate::ui::components::jump::Jump;
use crate::ui::components::picture::{Picture, WORDS, Ways};
use crate::ui::components::prose::plain;
use crate::ui::components::shell::Heading;
use crate::ui::host::use_id;
use crate::ui::labels::tree as words;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn TreePage() -> Html {
    let id = use_id();
    html! {
        <div class="ipg-tree">
            <Heading about="tree">{ words::HEADING }</Heading>
            <p class="ipg-lead">{ words::LEAD }</p>
            <p class="ipg-tree__jump"><Jump to="tree-words">{ words::TO_WORDS }</Jump></p>
            <Picture />
            <InWords id={id("tree-words")} />
        </div>
    }
}

/// Properties of [`InWords`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct InWordsProps {
    /// The id of what opens it.
    pub id: AttrValue,
}

/// The same tree as lists in lists, folded.
#[component]
pub(crate) fn InWords(props: &InWordsProps) -> Html {
    let trees = use_memo((), |()| tree(Content::embedded()));
    let places = use_memo((), |()| Ways::new());
    html! {
        <details class="ipg-tree__words">
            <summary id={props.id.clone()}>{ words::WORDS_HEADING }</summary>
            <ul class="ipg-tree__list">
                { for trees.iter().map(|asked| html! { <li>{ question(asked, &places) }</li> }) }
            </ul>
        </details>
    }
}

/// A question, and below it each answer with what it leads to.
fn question(asked: &Asked<'static>, places: &Ways) -> Html {
    let way = |way: &crate::diagram::Way<'static>| {
        let said = way.said(Content::embedded(), |answer| &answer.label, WORDS);
        let end = match &way.end {
            End::Outcome(cause, route) => {
                let title = plain(route.title.as_ref().unwrap_or(&cause.title), &Facts::default());
                html! { <Go to={places.place(Target::Outcome(cause, route))}>{ words::outcome(title) }</Go> }
            }
            End::Elsewhere(step) => link(step, places, true),
            End::Below(asked) => question(asked, places),
        };
        html! { <li><p>{ said }</p>{ end }</li> }
    };
    html! { <>{ link(asked.step, places, false) }<ul class="ipg-tree__list">{ for asked.ways.iter().map(way) }</ul></> }
}

fn link(step: &'static crate::content::Step, places: &Ways, elsewhere: bool) -> Html {
    let text = plain(&step.question, &Facts::default());
    let to = places.place(Target::Question(step));
    if elsewhere {
        return html! { <Go {to}>{ words::next(text) }</Go> };
    }
    html! { <Go {to} class="ipg-tree__asked">{ text }</Go> }
}
