//! The questions, one at a time, and the outcome they lead to.

use crate::content::Content;
use crate::guide::{Stand, Telling, View};
use crate::ui::components::go::Go;
use crate::ui::components::question::Question;
use crate::ui::components::trail::Trail;
use crate::ui::labels;
use crate::ui::model::{Msg, use_guide};
use crate::ui::pages::answer::Answer;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn GuidePage() -> Html {
    let guide = use_guide();
    let model = &guide.model;
    let position = model.position();
    let facts = model.facts();
    let image = model.told_failure().map_or("", |failure| &failure.image);
    let on_back = position.trail.last().map(|(step, _)| {
        let step = step.id.clone();
        guide.report(move |()| Msg::ChangeAsked(step.clone()))
    });
    let filled_in = model.told_by_paste().map(|step| AttrValue::from(step.to_owned())).collect::<Vec<_>>();
    let number = position.trail.len() + 1;
    html! {
        <div class="ipg-guide">
            <div class="ipg-guide__main">
                {
                    match position.stands {
                        Stand::Question(step) => {
                            let asked = step.id.clone();
                            html! {
                                <>
                                <Question key={step.id.clone()} {step} {number} facts={facts.clone()}
                                    chosen={model.remembered.get(&step.id).map(|answer| AttrValue::from(answer.clone()))}
                                    on_answer={guide.report(move |answer: AttrValue| Msg::Answered { step: asked.clone(), answer: answer.to_string() })}
                                    {on_back} />
                                <p class="ipg-onward"><Go to={guide.place(View::Tree)}>{ labels::tree::LINK }</Go></p>
                                </>
                            }
                        }
                        Stand::Outcome(cause, route) => {
                            let telling = Telling::of_outcome(Content::embedded(), cause, route, image);
                            html! { <Answer {telling} level=1 /> }
                        }
                    }
                }
            </div>
            <Trail steps={position.trail} {filled_in} {facts}
                on_change={guide.report(|step: AttrValue| Msg::ChangeAsked(step.to_string()))}
                on_restart={guide.report(|()| Msg::StartedAgain)} />
        </div>
    }
}
