//! Questions to read: what can be answered, where each answer leads, and how to find out.

use super::frame::to_tree;
use super::words;
use crate::content::inline::command as in_shell;
use crate::content::{AnswerChoice, AnswerRoute, Content, Facts, Step};
use crate::guide::Place;
use crate::ui::components::advice::Readings;
use crate::ui::components::code::Command;
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::labels;
use crate::ui::links::{at_cause, at_step};
use yew::prelude::*;

/// All questions, in the order of the guide.
#[component]
pub(super) fn AllSteps() -> Html {
    html! {
        <div class="ipg-column">
            <Heading about="">{ words::steps::HEADING }</Heading>
            <p class="ipg-lead">{ words::steps::LEAD }</p>
            <ol class="ipg-causes">
                { for Content::embedded().guide.steps.iter().map(|step| html! {
                    <li class="ipg-causes__item">
                        <Go to={at_step(&step.id)} class="ipg-causes__title">{ plain(&step.question, &Facts::default()) }</Go>
                        <p class="ipg-causes__text"><Prose text={step.hint.clone()} /></p>
                    </li>
                }) }
            </ol>
            { to_tree() }
        </div>
    }
}

/// Properties of [`OneStep`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OneStepProps {
    pub(super) step: &'static Step,
    /// The level of its heading.
    pub(super) level: u8,
}

/// One question.
#[component]
pub(super) fn OneStep(props: &OneStepProps) -> Html {
    let OneStepProps { step, level } = props;
    let facts = Facts::default();
    let question = html! { <Prose text={step.question.clone()} /> };
    let answers: Vec<_> = step.answers.iter().map(|answer| (answer.id.clone(), plain(&answer.label, &facts))).collect();
    html! {
        <>
            if *level == 1 {
                <Heading about="">{ question }</Heading>
            } else {
                <Title level={*level}>{ question }</Title>
            }
            <p class="ipg-hint"><Prose text={step.hint.clone()} /></p>
            <Title level={level + 1} class="ipg-still__part">{ words::steps::ANSWERS_HEADING }</Title>
            <ul class="ipg-causes">{ for step.answers.iter().map(answer) }</ul>
            <Title level={level + 1} class="ipg-still__part">{ labels::guide::FIND_OUT_HEADING }</Title>
            <p><Prose text={step.find_out.text.clone()} /></p>
            if let Some(command) = &step.find_out.command {
                <Command text={in_shell(command, &facts)} what={plain(&step.find_out.text, &facts)} />
            }
            <Readings readings={step.find_out.read.clone()} {answers} />
        </>
    }
}

/// An answer, with each of the ways that it can lead.
fn answer(answer: &AnswerChoice) -> Html {
    html! {
        <li class="ipg-causes__item">
            <p class="ipg-still__answer"><Prose text={answer.label.clone()} /></p>
            { for answer.routes.iter().map(|route| html! { <>{ condition(route, answer) }{ target(route) }</> }) }
        </li>
    }
}

/// When a way is taken, where an answer has more than one.
fn condition(route: &AnswerRoute, answer: &AnswerChoice) -> Html {
    if answer.routes.len() < 2 {
        return Html::default();
    }
    let before = route.when.iter().filter_map(|(step, given)| {
        let step = Content::embedded().step(step)?;
        let given = step.answers.iter().find(|answer| answer.id == *given)?;
        Some(words::steps::if_answered(
            plain(&given.short, &Facts::default()),
            plain(&step.question, &Facts::default()),
        ))
    });
    let before: Vec<String> = before.collect();
    let text = if before.is_empty() { words::steps::OTHERWISE.to_owned() } else { before.join(" ") };
    html! { <p class="ipg-causes__text">{ text }</p> }
}

/// Where a way leads.
fn target(route: &AnswerRoute) -> Html {
    let content = Content::embedded();
    let facts = Facts::default();
    let link = |to: Place, text: String| html! { <p><Go {to}>{ text }</Go></p> };
    if let Some(step) = route.step.as_deref().and_then(|id| content.step(id)) {
        return link(at_step(&step.id), labels::tree::next(plain(&step.question, &facts)));
    }
    let Some(cause) = route.outcome.as_deref().and_then(|id| content.cause(id)) else { return Html::default() };
    let title = plain(route.title.as_ref().unwrap_or(&cause.title), &facts);
    html! {
        <>
            { link(at_cause(&cause.id), labels::tree::outcome(title)) }
            if let Some(summary) = &route.summary { <p class="ipg-causes__text"><Prose text={summary.clone()} /></p> }
        </>
    }
}
