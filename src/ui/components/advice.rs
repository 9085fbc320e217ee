//! What the content advises about a cause: fixes, what it means, how to make sure, what success looks like.

use crate::content::Facts;
use crate::content::inline::command as in_shell;
use crate::content::{Cause, Check, Reading, Repair, Who};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::{Section, Title};
use crate::ui::labels;
use yew::prelude::*;

/// Properties of [`Fixes`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FixesProps {
    /// The cause.
    pub cause: &'static Cause,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
    /// Opens a repair form.
    pub on_repair: Callback<Repair>,
    /// The level of its heading.
    pub level: u8,
}

/// What mends it, likeliest first, and who can.
#[component]
pub(crate) fn Fixes(props: &FixesProps) -> Html {
    let FixesProps { cause, facts, on_repair, level } = props;
    if cause.fixes.is_empty() {
        return Html::default();
    }
    html! {
        <Section level={*level} title={labels::diagnosis::FIXES_HEADING}>
            <ol class="ipg-fixes">
                { for cause.fixes.iter().map(|fix| html! {
                    <li class="ipg-fixes__item">
                        <Title level={level + 1}><Prose text={fix.title.clone()} facts={facts.clone()} /></Title>
                        <p><Prose text={fix.text.clone()} facts={facts.clone()} /></p>
                        if let Some(command) = &fix.command { <Command text={in_shell(command, facts)} what={plain(&fix.title, facts)} /> }
                        if let Some(repair) = fix.repair { <RepairButton {repair} primary={false} on_repair={on_repair.clone()} /> }
                    </li>
                }) }
            </ol>
            <p class="ipg-quiet">{ labels::diagnosis::WHO_HEADING }{ ": " }{ who(&cause.who) }</p>
        </Section>
    }
}

/// Properties of [`More`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MoreProps {
    /// The cause.
    pub cause: &'static Cause,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
    /// The level of its headings.
    pub level: u8,
    /// Whether all but the meaning stays folded: beside a paste, where there is much to read already.
    #[prop_or_default]
    pub folded: bool,
}

/// What it means, how to make sure, what success looks like, and where to read on.
#[component]
pub(crate) fn More(props: &MoreProps) -> Html {
    let MoreProps { cause, facts, level, folded } = props;
    let (level, folded) = (*level, *folded);
    html! {
        <>
            <Section {level} title={labels::diagnosis::MEANING_HEADING}>
                { for cause.meaning.iter().map(|text| html! { <p><Prose text={text.clone()} facts={facts.clone()} /></p> }) }
            </Section>
            if !cause.confirm.is_empty() {
                <Section {level} {folded} title={labels::diagnosis::CONFIRM_HEADING}>
                    { for cause.confirm.iter().map(|check| confirm(check, facts)) }
                </Section>
            }
            <Section {level} {folded} title={labels::diagnosis::SUCCESS_HEADING}>
                <p><Prose text={cause.success.text.clone()} facts={facts.clone()} /></p>
                <Command text={in_shell(&cause.success.command, facts)} what={labels::diagnosis::SUCCESS_HEADING} />
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
            if let Some(command) = &check.command { <Command text={in_shell(command, facts)} what={plain(&check.text, facts)} /> }
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
    /// Hears the id of the answer that a reading stands for, when the person takes it over.
    #[prop_or_default]
    pub on_choose: Callback<AttrValue>,
}

/// How to read what a command prints.
#[component]
pub(crate) fn Readings(props: &ReadingsProps) -> Html {
    let ReadingsProps { readings, facts, answers, on_choose } = props;
    if readings.is_empty() {
        return Html::default();
    }
    let answer = |reading: &Reading| {
        let id = reading.answer.as_ref()?;
        let (id, label) = answers.iter().find(|(answer, _)| answer == id)?;
        let id = AttrValue::from(id.clone());
        let onclick = on_choose.reform(move |_: MouseEvent| id.clone());
        Some(
            html! { <button type="button" class="ipg-link ipg-readings__answer" {onclick}>{ labels::guide::choose_answer(label) }</button> },
        )
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
