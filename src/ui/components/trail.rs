//! "Your answers": what was answered on the way, with a way to change each.

use crate::content::Facts;
use crate::content::{AnswerChoice, Step};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::host::use_id;
use crate::ui::labels;
use yew::prelude::*;

/// Properties of [`Trail`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TrailProps {
    /// The steps, each with its answer.
    pub steps: Vec<(&'static Step, &'static AnswerChoice)>,
    /// The ids of the steps that the paste has answered.
    #[prop_or_default]
    pub filled_in: Vec<AttrValue>,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
    /// Hears the id of the step to change.
    pub on_change: Callback<AttrValue>,
    /// Starts again.
    pub on_restart: Callback<()>,
}

/// The answers so far.
#[component]
pub(crate) fn Trail(props: &TrailProps) -> Html {
    let id = use_id();
    if props.steps.is_empty() {
        return Html::default();
    }
    html! {
        <aside class="ipg-trail" aria-labelledby={id("trail")}>
            <Title level=2 class="ipg-trail__heading" id={id("trail")}>{ labels::guide::ANSWERS_HEADING }</Title>
            <dl class="ipg-trail__list">
                { for props.steps.iter().map(|(step, answer)| {
                    let question = plain(&step.question, &props.facts);
                    let change = {
                        let step: AttrValue = step.id.clone().into();
                        props.on_change.reform(move |_| step.clone())
                    };
                    html! {
                        <div class="ipg-trail__row">
                            <dt><Prose text={step.question.clone()} facts={props.facts.clone()} /></dt>
                            <dd>
                                <span><Prose text={answer.short.clone()} facts={props.facts.clone()} /></span>
                                if props.filled_in.iter().any(|filled| **filled == *step.id) {
                                    <span class="ipg-quiet">{ labels::guide::FROM_PASTE }</span>
                                }
                                <button type="button" class="ipg-link" aria-label={labels::guide::change_label(&question)} onclick={change}>{ labels::guide::CHANGE }</button>
                            </dd>
                        </div>
                    }
                }) }
            </dl>
            <button type="button" class="ipg-link" onclick={props.on_restart.reform(|_| ())}>{ labels::guide::START_AGAIN }</button>
        </aside>
    }
}
