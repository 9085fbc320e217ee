//! The fourth step: mending it, by corrected manifests or by one of several ways.

use super::Work;
use super::reply::{Kind, actions, kind_of, reply};
use crate::cases::{Choice, Repair};
use crate::content::Content;
use crate::mask;
use crate::practice::{Answer, Looked, Task, look_at, solved};
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::components::yaml_view::YamlView;
use crate::ui::host::use_id;
use crate::ui::labels::practice as labels;
use crate::ui::practice::Practised;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The step.
pub(super) fn repair_step(work: &Work<'_>) -> Html {
    match &work.case.repair {
        Repair::Edit { task, solution, .. } => edit(work, task, solution),
        Repair::Choose { task, choices } => ways(work, task, choices),
    }
}

fn edit(work: &Work<'_>, task: &str, solution: &str) -> Html {
    let Work { case, attempt, on_practised, .. } = *work;
    let text = attempt.manifests(case);
    let is_judged = attempt.judged.contains(&Task::Repair);
    let looked = if is_judged { look_at(Content::embedded(), case, text) } else { Looked::default() };
    let kind = kind_of(attempt, Task::Repair, looked.is_mended());
    let title = match kind {
        Some(Kind::Right) => labels::MENDED,
        Some(Kind::Wrong) => labels::REPAIR_UNMET,
        _ => labels::SHOWN,
    };
    let has_ended = attempt.tries(Task::Repair).end.is_some();
    html! {
        <>
            <p class="ipg-case__task"><Prose text={task.to_owned()} /></p>
            <Editor text={text.to_owned()} is_touched={attempt.manifest.is_some()} on_practised={on_practised.clone()} />
            { reply(kind, title, faults(&looked)) }
            if has_ended {
                <div class="ipg-case__solution">
                    <Title level=2 class="ipg-h3">{ labels::REPAIR_SOLUTION }</Title>
                    <YamlView document={solved(&case.file_name(), &case.manifests, solution)} />
                </div>
            }
            { actions(work, Task::Repair, true) }
        </>
    }
}

/// What is still wrong, and what was changed besides. The person's own words are masked as everywhere.
fn faults(looked: &Looked) -> Html {
    let found = looked.unmet.iter().map(|unmet| {
        html! {
            <li>
                <Prose text={unmet.why.clone()} />
                { for unmet.found.iter().map(|text| html! { <p class="ipg-quiet"><Prose text={mask::masked(text)} /></p> }) }
            </li>
        }
    });
    let fields: Vec<String> = looked.changed.iter().map(|field| format!("`{}`", mask::masked(field))).collect();
    html! {
        <>
            if let Some(problem) = looked.problem { <p>{ labels::repair_unread(problem.line) }</p> }
            if !looked.unmet.is_empty() { <ul class="ipg-reply__list">{ for found }</ul> }
            if !fields.is_empty() { <p><Prose text={labels::repair_changed(fields.join(", "))} /></p> }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EditorProps {
    text: AttrValue,
    is_touched: bool,
    on_practised: Callback<Practised>,
}

/// The manifests as a text to change.
#[component]
fn Editor(props: &EditorProps) -> Html {
    let id = use_id();
    let area = use_node_ref();
    let oninput = props.on_practised.reform(|event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        Practised::Answered(Answer::Manifests(Some(area.map(|area| area.value()).unwrap_or_default())))
    });
    let again = props.on_practised.reform(|_: MouseEvent| Practised::Answered(Answer::Manifests(None)));
    {
        // The box gets a text only where it has another one: the cursor stays where it is.
        let area = area.clone();
        use_effect_with(props.text.clone(), move |text| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>()
                && area.value() != text.as_str()
            {
                area.set_value(text);
            }
        });
    }
    let rows = props.text.lines().count().clamp(8, 40) + 1;
    html! {
        <div class="ipg-editor">
            <div class="ipg-paste__head">
                <label class="ipg-label" for={id("manifests")}>{ labels::REPAIR_EDITOR }</label>
                if props.is_touched {
                    <button type="button" class="ipg-button ipg-button--small" onclick={again}>{ labels::REPAIR_AGAIN }</button>
                }
            </div>
            <textarea id={id("manifests")} class="ipg-paste__box ipg-editor__box" ref={area} defaultvalue={props.text.clone()} {oninput}
                rows={rows.to_string()} spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off" />
        </div>
    }
}

/// The ways to choose from.
fn ways(work: &Work<'_>, task: &str, choices: &[Choice]) -> Html {
    let Work { attempt, .. } = *work;
    let id = |name: &str| work.id(name);
    let chosen = attempt.chosen.and_then(|number| choices.get(number));
    let kind = kind_of(attempt, Task::Repair, chosen.is_some_and(|choice| choice.right));
    let right = choices.iter().find(|choice| choice.right);
    let (title, said) = match kind {
        Some(Kind::Right) => (labels::RIGHT, chosen),
        Some(Kind::Wrong) => (labels::WRONG, chosen),
        _ => (labels::SHOWN, right),
    };
    html! {
        <>
            <fieldset class="ipg-question__set">
                <legend class="ipg-case__question"><Prose text={task.to_owned()} /></legend>
                { for choices.iter().enumerate().map(|(number, choice)| {
                    let own = id(&format!("way-{number}"));
                    let onchange = work.on(move |_: Event| Practised::Answered(Answer::Way(number)));
                    html! {
                        <div class="ipg-radio" key={number}>
                            <input type="radio" class="ipg-radio__input" id={own.clone()} name={id("way")} checked={attempt.chosen == Some(number)} {onchange} />
                            <label class="ipg-radio__label" for={own}><Prose text={choice.text.clone()} /></label>
                        </div>
                    }
                }) }
            </fieldset>
            { reply(kind, title, html! { <>
                if kind == Some(Kind::Shown) { <p><strong><Prose text={right.map(|choice| choice.text.clone()).unwrap_or_default()} /></strong></p> }
                <p><Prose text={said.map(|choice| choice.why.clone()).unwrap_or_default()} /></p>
            </> }) }
            { actions(work, Task::Repair, chosen.is_some()) }
        </>
    }
}
