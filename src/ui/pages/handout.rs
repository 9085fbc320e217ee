//! All of it on paper: the questions and the cases, with or without the solutions.

use super::case_sheet::{Sheet, case_sheet};
use super::practice::level_of;
use crate::content::{AnswerRoute, Content, Facts};
use crate::guide::{Place, View};
use crate::ui::browser;
use crate::ui::components::go::Go;
use crate::ui::components::picture::{Ways, picture};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::host::Host;
use crate::ui::labels::handout as labels;
use crate::ui::links::use_still;
use crate::ui::model::use_guide;
use crate::ui::practice::{CaseRef, PracticeForm};
use yew::prelude::*;

/// The page. In somebody else's page it cannot be printed by itself, so there it has no button for that.
#[component]
pub(crate) fn HandoutPage() -> Html {
    let guide = use_guide();
    let host = use_context::<Host>().unwrap_or_default();
    let prints = use_still().is_none() && host.standalone;
    let solutions = guide.model.place.solutions;
    let other = Place { view: View::Handout, solutions: !solutions, ..Place::default() };
    let cases: Vec<CaseRef> = PracticeForm::given().chain(guide.model.practice.own()).collect();
    html! {
        <div class="ipg-handout">
            <div class="ipg-handout__front">
                <Heading about={if solutions { "handout-solutions" } else { "handout" }}>{ labels::HEADING }</Heading>
                <p class="ipg-lead">{ if solutions { labels::LEAD_SOLUTIONS } else { labels::LEAD } }</p>
                <div class="ipg-actions">
                    if prints {
                        <button type="button" class="ipg-button ipg-button--primary" onclick={|_: MouseEvent| browser::print()}>{ labels::PRINT }</button>
                    }
                    <Go to={other} class="ipg-button">{ if solutions { labels::NO_SOLUTIONS } else { labels::SOLUTIONS } }</Go>
                </div>
            </div>
            <section class="ipg-handout__list">
                <Title level=2>{ labels::CASES }</Title>
                <ol>
                    { for cases.iter().map(|case| html! {
                        <li key={case.key.clone()}>{ case.title.clone() }{ " " }<span class="ipg-quiet">{ "(" }{ level_of(case) }{ ")" }</span></li>
                    }) }
                </ol>
            </section>
            <section class="ipg-handout__tree">
                <Title level=2>{ labels::TREE }</Title>
                <div class="ipg-handout__picture">{ picture(&host, &Ways::new()) }</div>
                { tree() }
            </section>
            { for cases.iter().enumerate().map(|(number, case)| {
                case_sheet(case, Sheet { level: 2, number: Some(number + 1), solution: solutions })
            }) }
        </div>
    }
}

/// The questions, by number, and where each answer leads.
fn tree() -> Html {
    let steps = &Content::embedded().guide.steps;
    html! {
        <ol class="ipg-handout__questions">
            { for steps.iter().map(|step| html! {
                <li key={step.id.clone()} class="ipg-handout__question">
                    <p><strong><Prose text={step.question.clone()} /></strong></p>
                    <ul>
                        { for step.answers.iter().map(|answer| html! {
                            <li>
                                <Prose text={answer.label.clone()} />{ ": " }
                                { answer.routes.iter().map(route).collect::<Vec<_>>().join("; ") }
                            </li>
                        }) }
                    </ul>
                </li>
            }) }
        </ol>
    }
}

/// Where an answer leads, and when.
fn route(route: &AnswerRoute) -> String {
    let content = Content::embedded();
    let facts = Facts::default();
    let number = |id: &str| content.guide.steps.iter().position(|step| step.id == id).map_or(0, |index| index + 1);
    let before = route.when.iter().filter_map(|(id, given)| {
        let answer = content.step(id)?.answers.iter().find(|answer| answer.id == *given)?;
        Some(labels::tree_if(plain(&answer.short, &facts), number(id)))
    });
    let before: Vec<String> = before.collect();
    let to = match (&route.step, &route.outcome) {
        (Some(step), _) => labels::tree_next(number(step)),
        (None, Some(cause)) => {
            let title = route.title.as_ref().or_else(|| content.cause(cause).map(|cause| &cause.title));
            labels::tree_cause(title.map(|title| plain(title, &facts)).unwrap_or_default())
        }
        (None, None) => String::new(),
    };
    before.into_iter().chain([to]).collect::<Vec<_>>().join(" ")
}
