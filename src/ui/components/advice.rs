//! What the content advises about a cause: fixes, what it means, how to make sure, what success looks like.

use crate::content::Facts;
use crate::content::inline::command as in_shell;
use crate::content::{Advice, Cause, Check, Content, Fix, Reading, Repair, Who};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::{Section, Title};
use crate::ui::components::wordings::Wordings;
use crate::ui::labels;
use crate::ui::links::use_still;
use yew::prelude::*;

/// Properties of [`Fixes`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FixesProps {
    /// The fixes, sorted for the person's own registry and cluster.
    pub advice: Advice<'static>,
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
    let FixesProps { advice, level, .. } = props;
    if advice.here.is_empty() && advice.elsewhere.is_empty() {
        return Html::default();
    }
    html! {
        <Section level={*level} title={labels::diagnosis::FIXES_HEADING}>
            <ol class="ipg-fixes">
                { for advice.here.iter().map(|fix| html! {
                    <li class="ipg-fixes__item">{ one_fix(props, fix, None) }</li>
                }) }
            </ol>
            if !advice.elsewhere.is_empty() {
                <details class="ipg-elsewhere">
                    <summary class="ipg-elsewhere__summary">{ labels::diagnosis::fixes_elsewhere(advice.elsewhere.len()) }</summary>
                    <ul class="ipg-fixes">
                        { for advice.elsewhere.iter().map(|fix| html! {
                            <li class="ipg-fixes__item ipg-fixes__item--elsewhere">
                                { one_fix(props, fix, Some(fix.is_for(Content::embedded()).join(", "))) }
                            </li>
                        }) }
                    </ul>
                </details>
            }
        </Section>
    }
}

/// A fix: for what it is where it is not for all, what to do, who does it, and how.
fn one_fix(props: &FixesProps, fix: &Fix, is_for: Option<String>) -> Html {
    let FixesProps { facts, on_repair, level, .. } = props;
    html! {
        <>
            if let Some(names) = is_for { <p class="ipg-fixes__for">{ names }</p> }
            <Title level={level + 1}><Prose text={fix.title.clone()} facts={facts.clone()} /></Title>
            <p class="ipg-fixes__who">{ who(fix.who.unwrap_or_default()) }</p>
            <p><Prose text={fix.text.clone()} facts={facts.clone()} /></p>
            if let Some(command) = &fix.command { <Command text={in_shell(command, facts)} what={plain(&fix.title, facts)} /> }
            if let Some(repair) = fix.repair { <RepairButton {repair} primary={false} on_repair={on_repair.clone()} /> }
        </>
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
            <Wordings {cause} {level} {folded} />
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
    if use_still().is_some() {
        return Html::default();
    }
    let label = repair_label(repair);
    let class = if props.primary { "ipg-button ipg-button--primary" } else { "ipg-button" };
    html! { <button type="button" {class} onclick={props.on_repair.reform(move |_| repair)}>{ label }</button> }
}

/// What opens a repair form is called.
pub(crate) fn repair_label(repair: Repair) -> &'static str {
    match repair {
        Repair::Image => labels::diagnosis::REPAIR_IMAGE,
        Repair::PullSecret => labels::diagnosis::REPAIR_PULL_SECRET,
    }
}

/// One way to make sure.
pub(crate) fn confirm(check: &Check, facts: &Facts) -> Html {
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
    let is_still = use_still().is_some();
    if readings.is_empty() {
        return Html::default();
    }
    let answer = |reading: &Reading| {
        let id = reading.answer.as_ref()?;
        let (id, label) = answers.iter().find(|(answer, _)| answer == id)?;
        if is_still {
            return Some(html! { <span class="ipg-readings__answer">{ labels::guide::choose_answer(label) }</span> });
        }
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

fn who(who: Who) -> &'static str {
    match who {
        Who::You => labels::diagnosis::WHO_YOU,
        Who::RegistryOwner => labels::diagnosis::WHO_REGISTRY_OWNER,
        Who::ClusterAdmin => labels::diagnosis::WHO_CLUSTER_ADMIN,
    }
}
