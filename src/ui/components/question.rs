//! One question: radios, Continue and Back, and a way on for who does not know.

use crate::content::Facts;
use crate::content::Step;
use crate::content::inline::command as in_shell;
use crate::guide::{Place, View};
use crate::ui::browser;
use crate::ui::components::advice::Readings;
use crate::ui::components::code::Command;
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::host::use_id;
use crate::ui::labels;
use yew::prelude::*;

/// The value of the radio that is no answer of the step.
const DONT_KNOW: &str = "";

/// Properties of [`Question`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuestionProps {
    /// The step.
    pub step: &'static Step,
    /// Its number on the way, from 1.
    pub number: usize,
    /// What was chosen here before.
    pub chosen: Option<AttrValue>,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
    /// Hears the id of the answer.
    pub on_answer: Callback<AttrValue>,
    /// Goes to the question before; absent at the first.
    pub on_back: Option<Callback<()>>,
}

/// What the form says after Continue.
#[derive(Clone, Copy, PartialEq)]
enum Reply {
    Nothing,
    ChooseOne,
    FindOut,
    /// The person has seen how to find out, and still does not know.
    Otherwise,
}

/// The question. Choosing a radio never goes on by itself; Continue does.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { step, number, facts, .. } = props;
    let id = use_id();
    let picked = use_state(|| props.chosen.clone());
    let reply = use_state(|| Reply::Nothing);
    let (summary, last) = (use_node_ref(), use_node_ref());
    let focus = {
        let (summary, last) = (summary.clone(), last.clone());
        move |reply: Reply| {
            let appeared = if reply == Reply::Otherwise { &last } else { &summary };
            if reply != Reply::Nothing
                && let Some(element) = appeared.cast()
            {
                browser::focus(&element);
            }
        }
    };
    {
        // What has just appeared takes the focus.
        let focus = focus.clone();
        use_effect_with(*reply, move |reply| focus(*reply));
    }
    let onsubmit = {
        let (picked, reply, on_answer) = (picked.clone(), reply.clone(), props.on_answer.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let next = match picked.as_deref() {
                None => Reply::ChooseOne,
                Some(DONT_KNOW) if matches!(*reply, Reply::FindOut | Reply::Otherwise) => Reply::Otherwise,
                Some(DONT_KNOW) => Reply::FindOut,
                Some(answer) => {
                    on_answer.emit(answer.to_owned().into());
                    Reply::Nothing
                }
            };
            if next == *reply {
                focus(next);
            }
            reply.set(next);
        }
    };
    let radio = |value: &str, label: Html| {
        let name = id(&format!("step-{}", step.id));
        let radio = id(&format!("step-{}-{}", step.id, if value.is_empty() { "unknown" } else { value }));
        let onchange = {
            let (picked, value) = (picked.clone(), AttrValue::from(value.to_owned()));
            move |_: Event| picked.set(Some(value.clone()))
        };
        html! {
            <div class="ipg-radio">
                <input type="radio" class="ipg-radio__input" id={radio.clone()} {name} value={value.to_owned()} {onchange} checked={picked.as_deref() == Some(value)} />
                <label class="ipg-radio__label" for={radio}>{ label }</label>
            </div>
        }
    };
    let first = id(&format!("step-{}-{}", step.id, step.answers.first().map_or("", |answer| &answer.id)));
    let to_first = {
        let first = first.clone();
        let summary = summary.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            if let Some(element) = summary.cast() {
                browser::focus_in_root(&element, &first);
            }
        }
    };
    let on_choose = {
        // The answer is chosen and takes the focus; going on stays the person's own step.
        let (picked, summary) = (picked.clone(), summary.clone());
        let radio = id(&format!("step-{}", step.id));
        Callback::from(move |answer: AttrValue| {
            if let Some(element) = summary.cast() {
                browser::focus_in_root(&element, &format!("{radio}-{answer}"));
            }
            picked.set(Some(answer));
        })
    };
    let otherwise = &step.find_out.otherwise;
    let as_if = step.answers.iter().find(|answer| Some(&answer.id) == otherwise.answer.as_ref());
    let go_on = {
        let answer = as_if.map(|answer| AttrValue::from(answer.id.clone()));
        let on_answer = props.on_answer.clone();
        move |_: MouseEvent| answer.iter().for_each(|answer| on_answer.emit(answer.clone()))
    };
    let error = *reply == Reply::ChooseOne;
    let describedby = if error { format!("{} {}", id("hint"), id("error")) } else { id("hint").to_string() };
    html! {
        <form class="ipg-question" {onsubmit} novalidate=true>
            if error {
                <div class="ipg-problem" role="alert" tabindex="-1" ref={summary.clone()}>
                    <Title level=2 class="ipg-problem__title">{ labels::guide::ERROR_TITLE }</Title>
                    <a href={format!("#{first}")} onclick={to_first}>{ labels::guide::ERROR_CHOOSE }</a>
                </div>
            }
            <fieldset class={classes!("ipg-question__set", error.then_some("ipg-question__set--wrong"))} aria-describedby={describedby}>
                <legend class="ipg-question__legend">
                    <span class="ipg-eyebrow">{ labels::guide::question_number(number) }</span>
                    <Heading about={step.id.clone()}><Prose text={step.question.clone()} facts={facts.clone()} /></Heading>
                </legend>
                <p class="ipg-hint" id={id("hint")}><Prose text={step.hint.clone()} facts={facts.clone()} /></p>
                if error { <p class="ipg-wrong" id={id("error")}>{ labels::guide::ERROR_CHOOSE }</p> }
                { for step.answers.iter().map(|answer| radio(&answer.id, html! { <Prose text={answer.label.clone()} facts={facts.clone()} /> })) }
                <p class="ipg-radio__or" aria-hidden="true">{ labels::guide::OR }</p>
                { radio(DONT_KNOW, html! { { labels::guide::DONT_KNOW } }) }
            </fieldset>
            <div class="ipg-actions">
                <button type="submit" class="ipg-button ipg-button--primary">{ labels::guide::CONTINUE }</button>
                if let Some(back) = &props.on_back {
                    <button type="button" class="ipg-button ipg-button--quiet" onclick={back.reform(|_| ())}>{ labels::guide::BACK }</button>
                }
            </div>
            if *reply == Reply::Otherwise {
                <section class="ipg-find-out" aria-labelledby={id("otherwise")}>
                    <Title level=2 class="ipg-find-out__title" id={id("otherwise")} focus={last.clone()}>{ labels::guide::OTHERWISE_HEADING }</Title>
                    <p><Prose text={otherwise.text.clone()} facts={facts.clone()} /></p>
                    <div class="ipg-actions">
                        if let Some(answer) = as_if {
                            <button type="button" class="ipg-button ipg-button--primary" onclick={go_on}><span><Prose text={labels::guide::otherwise_go_on(&answer.label)} facts={facts.clone()} /></span></button>
                        }
                        <Go to={Place { view: View::Paste, ..Place::default() }} class="ipg-button">{ labels::start::PASTE_BUTTON }</Go>
                    </div>
                </section>
            }
            if matches!(*reply, Reply::FindOut | Reply::Otherwise) {
                <section class="ipg-find-out" aria-labelledby={id("find-out")}>
                    <Title level=2 class="ipg-find-out__title" id={id("find-out")} focus={summary.clone()}>{ labels::guide::FIND_OUT_HEADING }</Title>
                    <p><Prose text={step.find_out.text.clone()} facts={facts.clone()} /></p>
                    if let Some(command) = &step.find_out.command { <Command text={in_shell(command, facts)} what={plain(&step.find_out.text, facts)} /> }
                    <Readings readings={step.find_out.read.clone()} facts={facts.clone()} {on_choose}
                        answers={step.answers.iter().map(|answer| (answer.id.clone(), plain(&answer.label, facts))).collect::<Vec<_>>()} />
                </section>
            }
        </form>
    }
}
