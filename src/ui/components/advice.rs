//! What to do about a cause: what it means, fixes, how to make sure, what success looks like.

use crate::content::Facts;
use crate::content::inline::command as in_shell;
use crate::content::{Cause, Check, Reading, Repair, Who};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::prose::Prose;
use crate::ui::components::section::{Section, Title};
use crate::ui::labels;
use yew::prelude::*;

/// Properties of [`Advice`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AdviceProps {
    /// The cause.
    pub cause: &'static Cause,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
    /// Opens a repair form.
    pub on_repair: Callback<Repair>,
    /// The level of its headings.
    pub level: u8,
    /// Whether all but the meaning and the fixes stay folded: beside a paste, where there is much to read already.
    #[prop_or_default]
    pub folded: bool,
}

/// Everything that a cause's file advises.
#[component]
pub(crate) fn Advice(props: &AdviceProps) -> Html {
    let AdviceProps { cause, facts, on_repair, level, .. } = props;
    let (level, folded) = (*level, props.folded);
    html! {
        <>
            <Section level={level} title={labels::diagnosis::MEANING_HEADING}>
                { for cause.meaning.iter().map(|text| html! { <p><Prose text={text.clone()} facts={facts.clone()} /></p> }) }
            </Section>
            if !cause.fixes.is_empty() {
                <Section level={level} title={labels::diagnosis::FIXES_HEADING}>
                    <ol class="ipg-fixes">
                        { for cause.fixes.iter().map(|fix| html! {
                            <li class="ipg-fixes__item">
                                <Title level={level + 1}><Prose text={fix.title.clone()} facts={facts.clone()} /></Title>
                                <p><Prose text={fix.text.clone()} facts={facts.clone()} /></p>
                                if let Some(command) = &fix.command { <Command text={in_shell(command, facts)} /> }
                                if let Some(repair) = fix.repair { <RepairButton {repair} primary={false} on_repair={on_repair.clone()} /> }
                            </li>
                        }) }
                    </ol>
                    <p class="ipg-quiet">{ labels::diagnosis::WHO_HEADING }{ ": " }{ who(&cause.who) }</p>
                </Section>
            }
            if !cause.confirm.is_empty() {
                <Section {level} {folded} title={labels::diagnosis::CONFIRM_HEADING}>
                    { for cause.confirm.iter().map(|check| confirm(check, facts)) }
                </Section>
            }
            <Section {level} {folded} title={labels::diagnosis::SUCCESS_HEADING}>
                <p><Prose text={cause.success.text.clone()} facts={facts.clone()} /></p>
                <Command text={in_shell(&cause.success.command, facts)} />
                <p class="ipg-quiet">{ labels::diagnosis::SUCCESS_OUTPUT }</p>
                <Output text={cause.success.output.clone()} />
            </Section>
            <Section {level} {folded} title={labels::diagnosis::DOCS_HEADING}>
                <ul>
                    { for cause.docs.iter().map(|link| html! { <li><a href={link.url.clone()} rel="noreferrer">{ link.label.clone() }</a></li> }) }
                </ul>
            </Section>
        </>
    }
}

/// Properties of [`RepairButton`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RepairButtonProps {
    /// Which form it opens.
    pub repair: Repair,
    /// Whether it is the one next step of the page.
    pub primary: bool,
    /// Opens it.
    pub on_repair: Callback<Repair>,
}

/// Opens a repair form.
#[component]
pub(crate) fn RepairButton(props: &RepairButtonProps) -> Html {
    let repair = props.repair;
    let label = match repair {
        Repair::Image => labels::diagnosis::REPAIR_IMAGE,
        Repair::PullSecret => labels::diagnosis::REPAIR_PULL_SECRET,
    };
    let class = if props.primary { "ipg-button ipg-button--primary" } else { "ipg-button" };
    html! { <button type="button" {class} onclick={props.on_repair.reform(move |_| repair)}>{ label }</button> }
}

fn confirm(check: &Check, facts: &Facts) -> Html {
    html! {
        <div class="ipg-check">
            <p><Prose text={check.text.clone()} facts={facts.clone()} /></p>
            if let Some(command) = &check.command { <Command text={in_shell(command, facts)} /> }
            <Readings readings={check.read.clone()} facts={facts.clone()} />
        </div>
    }
}

/// Properties of [`Readings`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReadingsProps {
    /// What can be seen, and what it means.
    pub readings: Vec<Reading>,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
    /// The words of an answer by its id, for the readings of a question.
    #[prop_or_default]
    pub answers: Vec<(String, String)>,
}

/// How to read what a command prints.
#[component]
pub(crate) fn Readings(props: &ReadingsProps) -> Html {
    let ReadingsProps { readings, facts, answers } = props;
    if readings.is_empty() {
        return Html::default();
    }
    let answer = |reading: &Reading| {
        let id = reading.answer.as_ref()?;
        let (_, label) = answers.iter().find(|(answer, _)| answer == id)?;
        Some(html! { <p class="ipg-readings__answer"><span aria-hidden="true">{ "→ " }</span>{ label.clone() }</p> })
    };
    html! {
        <dl class="ipg-readings">
            { for readings.iter().map(|reading| html! {
                <div class="ipg-readings__row">
                    <dt><span class="ipg-readings__lead">{ labels::diagnosis::SEE }</span>{ " " }<Prose text={reading.see.clone()} facts={facts.clone()} /></dt>
                    <dd><Prose text={reading.means.clone()} facts={facts.clone()} />{ answer(reading) }</dd>
                </div>
            }) }
        </dl>
    }
}

fn who(who: &[Who]) -> String {
    let names: Vec<&str> = who
        .iter()
        .map(|who| match who {
            Who::You => labels::diagnosis::WHO_YOU,
            Who::RegistryOwner => labels::diagnosis::WHO_REGISTRY_OWNER,
            Who::ClusterAdmin => labels::diagnosis::WHO_CLUSTER_ADMIN,
        })
        .collect();
    names.join(labels::diagnosis::WHO_JOIN)
}
