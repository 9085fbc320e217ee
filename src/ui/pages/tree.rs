//! The whole decision tree: as a picture, and in words.

use crate::content::{Content, Facts};
use crate::diagram::{Asked, End, Target, tree};
use crate::ui::components::go::Go;
use crate::ui::components::jump::Jump;
use crate::ui::components::picture::{WORDS, Ways, picture};
use crate::ui::components::prose::plain;
use crate::ui::components::shell::Heading;
use crate::ui::host::Host;
use crate::ui::labels::tree as words;
use yew::prelude::*;

/// The page. It knows nothing of the person, so it is a function and not a component.
pub(crate) fn page(host: &Host) -> Html {
    let places = Ways::new();
    html! {
        <div class="ipg-tree">
            <Heading about="tree">{ words::HEADING }</Heading>
            <p class="ipg-lead">{ words::LEAD }</p>
            <p class="ipg-tree__jump"><Jump to="tree-words">{ words::TO_WORDS }</Jump></p>
            { picture(host, &places) }
            <details class="ipg-tree__words">
                <summary id={format!("{}-tree-words", host.id_prefix)}>{ words::WORDS_HEADING }</summary>
                <ul class="ipg-tree__list">
                    { for tree(Content::embedded()).iter().map(|asked| html! { <li>{ question(asked, &places) }</li> }) }
                </ul>
            </details>
        </div>
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
