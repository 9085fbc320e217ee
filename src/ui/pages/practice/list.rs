//! All cases, those of somebody's own file, and what becomes of progress and results.

use super::case::level;
use super::place_of;
use crate::cases::format::explained;
use crate::cases::{Problem, Step};
use crate::content::Content;
use crate::guide::{Place, View};
use crate::mask;
use crate::practice::Attempt;
use crate::report::{results_json, results_markdown};
use crate::ui::browser;
use crate::ui::components::code::CopyButton;
use crate::ui::components::field::Checkbox;
use crate::ui::components::go::Go;
use crate::ui::components::paste_box::FileChoice;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::{Section, Title};
use crate::ui::components::shell::Heading;
use crate::ui::host::use_id;
use crate::ui::labels::{handout, practice as labels};
use crate::ui::model::{Guide, Msg};
use crate::ui::practice::{CaseRef, PracticeForm, Practised};
use yew::prelude::*;

/// The file that somebody can start from.
const EXAMPLE: &str = include_str!("../../../../content/cases/wrong-tag.yaml");

/// The list.
pub(super) fn case_list(guide: &Guide, standalone: bool) -> Html {
    let form = &guide.model.practice;
    let on_practised = guide.report(Msg::Practised);
    let given: Vec<CaseRef> = PracticeForm::given().collect();
    let own: Vec<CaseRef> = form.own().collect();
    let done = given.iter().chain(&own).filter(|case| form.attempt(case).has_ended()).count();
    let all = given.len() + own.len();
    html! {
        <div class="ipg-column">
            <Heading about="practice">{ labels::HEADING }</Heading>
            <p class="ipg-lead">{ labels::LEAD }</p>
            <p class="ipg-quiet" role="status">{ labels::progress(all, done) }</p>
            { cases(form, &given) }
            if !own.is_empty() {
                <Title level=2>{ labels::own_of(mask::masked(&form.own_name)) }</Title>
                { cases(form, &own) }
            }
            <p><Go to={Place { view: View::Handout, ..Place::default() }}>{ handout::VIEW }</Go></p>
            if standalone {
                <div class="ipg-section">
                    <Checkbox name="keep" label={labels::KEEP} checked={form.keeps} on_check={on_practised.reform(Practised::Keeps)} />
                    <p class="ipg-hint">{ labels::KEEP_HINT }</p>
                </div>
            }
            if form.attempts.values().any(Attempt::has_begun) { <Results form={form.clone()} on_practised={on_practised.clone()} /> }
            { own_cases(guide) }
        </div>
    }
}

fn cases(form: &PracticeForm, cases: &[CaseRef]) -> Html {
    html! {
        <ol class="ipg-cases">
            { for cases.iter().map(|case| {
                let attempt = form.attempt(case);
                let state = if attempt.has_ended() { labels::ENDED } else if attempt.has_begun() { labels::BEGUN } else { "" };
                html! {
                    <li key={case.key.clone()} class="ipg-cases__item">
                        <Go to={place_of(case, Step::Look, false)} class="ipg-cases__title">{ case.title.clone() }</Go>
                        <span class="ipg-cases__about">{ level(case) }</span>
                        if !state.is_empty() {
                            <span class={classes!("ipg-cases__state", attempt.has_ended().then_some("ipg-cases__state--done"))}>{ state }</span>
                        }
                    </li>
                }
            }) }
        </ol>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    form: PracticeForm,
    on_practised: Callback<Practised>,
}

/// What is handed in, and how to forget it.
#[component]
fn Results(props: &FormProps) -> Html {
    let FormProps { form, on_practised } = props;
    let id = use_id();
    let source = use_node_ref();
    let begun = form.begun();
    let done: Vec<_> = begun.iter().map(|(case, attempt)| (&**case, attempt)).collect();
    let markdown = results_markdown(Content::embedded(), &done);
    let json = results_json(&done);
    let download = move |_: MouseEvent| browser::download(&format!("{}.json", labels::RESULTS_FILE), &json);
    let ask = |asks: bool| on_practised.reform(move |_: MouseEvent| Practised::ResetAsked(asks));
    html! {
        <>
            <Section level=2 title={labels::RESULTS}>
                <p>{ labels::RESULTS_HINT }</p>
                <div class="ipg-actions">
                    <CopyButton text={markdown.clone()} what={labels::RESULTS} source={source.clone()} word={AttrValue::Static(labels::RESULTS_COPY)} />
                    <button type="button" class="ipg-button ipg-button--small" onclick={download}>{ labels::RESULTS_DOWNLOAD }</button>
                </div>
                <details>
                    <summary>{ labels::RESULTS_MARKDOWN }</summary>
                    <pre class="ipg-output" tabindex="0" role="group" aria-label={labels::RESULTS_MARKDOWN}><code ref={source}>{ markdown }</code></pre>
                </details>
            </Section>
            <div class="ipg-section" role="group" aria-labelledby={id("reset")}>
                if form.asks_reset {
                    <p id={id("reset")}><strong>{ labels::RESET_QUESTION }</strong></p>
                    <div class="ipg-actions">
                        <button type="button" class="ipg-button" onclick={on_practised.reform(|_: MouseEvent| Practised::Reset)}>{ labels::RESET_YES }</button>
                        <button type="button" class="ipg-button ipg-button--quiet" onclick={ask(false)}>{ labels::RESET_NO }</button>
                    </div>
                } else {
                    <button type="button" id={id("reset")} class="ipg-link" onclick={ask(true)}>{ labels::RESET }</button>
                }
            </div>
        </>
    }
}

/// Cases out of somebody's own file.
fn own_cases(guide: &Guide) -> Html {
    let form = &guide.model.practice;
    let forget = guide.report(|_: MouseEvent| Msg::Practised(Practised::OwnForgotten));
    let example = |_: MouseEvent| browser::download(labels::OWN_EXAMPLE_NAME, &format!("{}{EXAMPLE}", explained()));
    let problems = &form.own.problems;
    html! {
        <Section level=2 title={labels::OWN_HEADING}>
            <p>{ labels::OWN_TEXT }</p>
            <FileChoice name="own-cases" label={labels::OWN_FILE} hint={labels::OWN_DROP} accept=".yaml,.yml,.json" on_file={guide.report_file()} />
            <div role="status">
                if form.refused { <p class="ipg-wrong">{ labels::OWN_REFUSED }</p> }
                if !problems.is_empty() {
                    <p class="ipg-wrong">{ if problems.len() == 1 { labels::OWN_PROBLEMS_1.to_owned() } else { labels::own_problems(problems.len()) } }</p>
                    <ul class="ipg-case__problems">{ for problems.iter().map(problem) }</ul>
                }
            </div>
            <p class="ipg-case__own">
                <button type="button" class="ipg-link" onclick={example}>{ labels::OWN_EXAMPLE }</button>
                if !form.own_name.is_empty() {
                    { " " }<button type="button" class="ipg-link" onclick={forget}>{ labels::OWN_FORGET }</button>
                }
            </p>
        </Section>
    }
}

fn problem(problem: &Problem) -> Html {
    html! {
        <li>
            <strong>{ labels::own_line(problem.line) }</strong>
            if !problem.path.is_empty() { { ", " }<code>{ problem.path.clone() }</code> }
            { ": " }<Prose text={mask::masked(&problem.text(Content::embedded()))} />
        </li>
    }
}
