//! A case, step by step.

use super::cause::cause_step;
use super::learn::learn_step;
use super::look::look_step;
use super::repair::repair_step;
use super::words::words_step;
use super::{Work, place_of};
use crate::cases::{Case, Step};
use crate::content::Content;
use crate::guide::{Place, View};
use crate::practice::{End, Task};
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::labels::practice as labels;
use crate::ui::model::{Guide, Msg};
use crate::ui::practice::CaseRef;
use yew::prelude::*;

/// The page.
pub(super) fn case_page(guide: &Guide, case: &CaseRef, id: &dyn Fn(&str) -> AttrValue) -> Html {
    let step = guide.model.place.step;
    let attempt = guide.model.practice.attempt(case);
    let on_practised = guide.report(Msg::Practised);
    let about = format!("{}-{}", case.key, step.id());
    let work = Work { case, attempt: &attempt, on_practised: &on_practised, id };
    html! {
        <div class="ipg-case">
            <p class="ipg-eyebrow">
                <Go to={Place { view: View::Practice, ..Place::default() }}>{ labels::VIEW }</Go>
                <span>{ level(case) }</span>
            </p>
            <Heading {about}>{ case.title.clone() }<span class="ipg-hidden">{ " – " }{ step_name(step) }</span></Heading>
            { steps(&work, step) }
            {
                match step {
                    Step::Look => look_step(&work),
                    Step::Words => words_step(&work),
                    Step::Cause => cause_step(&work),
                    Step::Repair => repair_step(&work),
                    Step::Learn => learn_step(&work, guide.model.practice.next(case).as_ref()),
                }
            }
            if step == Step::Look {
                <section class="ipg-case__foot">
                    <Title level=2 class="ipg-h3">{ labels::OBJECTIVES }</Title>
                    <ul>{ for case.objectives.iter().map(|text| html! { <li><Prose text={text.clone()} /></li> }) }</ul>
                    <p><Go to={place_of(case, Step::Look, true)}>{ labels::PRESENT }</Go></p>
                </section>
            }
        </div>
    }
}

/// For whom a case is, and how long it takes.
pub(crate) fn level(case: &Case) -> String {
    let words = &Content::embedded().practice.levels;
    labels::by_level(words.get(case.level.id()).map_or("", String::as_str), case.minutes)
}

/// What a step is called.
pub(super) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Look => labels::STEP_LOOK,
        Step::Words => labels::STEP_WORDS,
        Step::Cause => labels::STEP_CAUSE,
        Step::Repair => labels::STEP_REPAIR,
        Step::Learn => labels::STEP_LEARN,
    }
}

/// The steps, each a link, with what became of it.
fn steps(work: &Work<'_>, step: Step) -> Html {
    let Work { case, attempt, .. } = *work;
    let end = |step: Step| {
        let task = Task::ALL.into_iter().find(|task| task.step() == step)?;
        attempt.tries(task).end
    };
    html! {
        <nav class="ipg-steps" aria-label={labels::STEPS}>
            <ol class="ipg-steps__list">
                { for Step::ALL.into_iter().enumerate().map(|(number, (_, of))| {
                    let (sign, said) = match end(of) {
                        Some(End::Solved) => ("✓".to_owned(), labels::STATE_SOLVED),
                        Some(End::Shown) => ("→".to_owned(), labels::STATE_SHOWN),
                        None => ((number + 1).to_string(), ""),
                    };
                    html! {
                        <li class="ipg-steps__item">
                            <Go to={place_of(case, of, false)} class="ipg-steps__link" current={of == step} current_as="step">
                                <span class="ipg-steps__number" aria-hidden="true">{ sign }</span>
                                <span>{ step_name(of) }</span>
                                if !said.is_empty() { <span class="ipg-hidden">{ " (" }{ said }{ ")" }</span> }
                            </Go>
                        </li>
                    }
                }) }
            </ol>
        </nav>
    }
}
