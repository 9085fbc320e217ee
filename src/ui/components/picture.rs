//! The decision tree as a picture whose boxes are links.

use crate::content::Content;
use crate::diagram::{Drawing, Line, Part, Target, Words, draw, svg};
use crate::guide::{Answers, Place, Stand, View, ways};
use crate::ui::components::go::Go;
use crate::ui::host::Host;
use crate::ui::labels::tree as words;
use yew::prelude::*;

/// What is said of an answer that depends on earlier ones.
pub(crate) const WORDS: Words =
    Words { after: |answer, before| words::after(answer, before), otherwise: |answer| words::otherwise(answer) };

/// The places of the questions and outcomes of the guide, each by the shortest way to it.
#[derive(Clone, PartialEq)]
pub(crate) struct Ways(Vec<(Answers, Stand<'static>)>);

impl Ways {
    /// All of them.
    pub(crate) fn new() -> Self {
        Self(ways(Content::embedded()))
    }

    /// The place of a question, or of an outcome as this route leads to it.
    pub(crate) fn place(&self, target: Target) -> Place {
        let found = self.0.iter().find(|(_, stand)| match (stand, target) {
            (Stand::Question(step), Target::Question(wanted)) => step.id == wanted.id,
            (Stand::Outcome(_, route), Target::Outcome(_, wanted)) => std::ptr::eq(*route, wanted),
            _ => false,
        });
        let answers = found.map(|(answers, _)| answers.clone()).unwrap_or_default();
        Place { view: View::Guide, answers, ..Place::default() }
    }
}

/// The picture. Its boxes are links and its labels text, all in the order in which they are read: so it is a group and not
/// an image, of which nothing inside could be reached. What is wider than the page scrolls in a box of its own.
///
/// A function and not a component: what Yew makes for each component is more than what is in this one.
pub(crate) fn picture(host: &Host, places: &Ways) -> Html {
    let about = format!("{}-tree-about", host.id_prefix);
    let drawing = draw(Content::embedded(), WORDS);
    let Drawing { width, height, parts } = &drawing;
    // It grows with the letters of the page.
    let wide = format!("{}.{:02}em", width / 16, width % 16 * 100 / 16);
    html! {
        <>
            <p class="ipg-hint" id={about.clone()}>{ words::ABOUT }</p>
            <div class="ipg-tree__scroll" role="region" aria-label={words::PICTURE} tabindex="0">
                <svg class="ipg-tree__picture" viewBox={format!("0 0 {width} {height}")} width={wide} role="group"
                    aria-label={words::VIEW} aria-describedby={about}>
                    <path class="ipg-tree__line" d={svg::lines(&drawing)} />
                    <path class="ipg-tree__arrow" d={svg::arrows(&drawing)} />
                    { for parts.iter().map(|part| drawn(part, places)) }
                </svg>
            </div>
        </>
    }
}

fn drawn(part: &Part<'static>, places: &Ways) -> Html {
    let node = match part {
        Part::Edge(edge) => return html! { <text class="ipg-tree__answer">{ text(&edge.lines) }</text> },
        Part::Node(node) => node,
    };
    let class = match node.target {
        Target::Question(_) => "ipg-tree__question",
        Target::Outcome(..) => "ipg-tree__outcome",
    };
    let attribute = |value: u32| value.to_string();
    let frame = node.frame;
    html! {
        <Go to={places.place(node.target)} {class}>
            <rect class="ipg-tree__box" x={attribute(frame.x)} y={attribute(frame.y)} width={attribute(frame.width)} height={attribute(frame.height)} rx="5" />
            <text>{ text(&node.lines) }</text>
        </Go>
    }
}

/// The lines, with the blanks between them that a reader needs.
fn text(lines: &[Line]) -> Html {
    let line = |line: &Line| html! { <tspan x={line.at.0.to_string()} y={line.at.1.to_string()}>{ format!("{} ", line.text) }</tspan> };
    html! { <>{ for lines.iter().map(line) }</> }
}
