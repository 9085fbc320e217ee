//! A case on one sheet: to read, to print, and to work on with a pen.
//!
//! The handout and the pages without scripts have it from here.

use super::practice::{cause_title, level_of};
use crate::cases::{Case, Choice, Output, Quote, Repair};
use crate::content::{Content, Facts};
use crate::practice::{manifests, solved};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::{diagnosis, handout as labels, practice};
use yew::prelude::*;

/// How many lines there are for an answer to a task.
const LINES: usize = 2;
/// An output of so many lines stays on one page.
const SHORT: usize = 16;

/// What a sheet is to have.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    /// The level of its heading.
    pub level: u8,
    /// Its number among all cases of the page. Without one it has no heading: that stands elsewhere.
    pub number: Option<usize>,
    /// Whether the solution is on it. Then there are no lines to write on.
    pub solution: bool,
}

/// The sheet of a case. A function and not a component: it has no state of its own.
pub(crate) fn case_sheet(case: &Case, sheet: Sheet) -> Html {
    let Sheet { level, number, solution } = sheet;
    html! {
        <article class="ipg-sheet">
            if let Some(number) = number {
                <Title {level} class="ipg-sheet__title">{ labels::case_title(number, &case.title) }</Title>
                <p class="ipg-quiet">{ level_of(case) }</p>
            }
            <Title level={level + 1} class="ipg-sheet__part">{ labels::STORY }</Title>
            <div class="ipg-sheet__story">{ paragraphs(&case.story) }</div>
            <Title level={level + 1} class="ipg-sheet__part">{ labels::OUTPUTS }</Title>
            { for case.outputs.iter().map(printed) }
            <Title level={level + 1} class="ipg-sheet__part">{ labels::TASKS }</Title>
            { tasks(case, !solution) }
            if solution {
                <Title level={level + 1} class="ipg-sheet__part ipg-sheet__part--solution">{ labels::SOLUTION }</Title>
                { case_solution(case, level + 2) }
            }
        </article>
    }
}

fn paragraphs(texts: &[String]) -> Html {
    html! { <>{ for texts.iter().map(|text| html! { <p><Prose text={text.clone()} /></p> }) }</> }
}

/// A command and what it prints. Each line stands by itself: where it is too long for the paper, one sees that it goes on.
fn printed(output: &Output) -> Html {
    let lines: Vec<&str> = output.text.trim_end().lines().collect();
    let is_short = lines.len() <= SHORT;
    html! {
        <div class={classes!("ipg-sheet__run", is_short.then_some("ipg-sheet__run--short"))}>
            <p class="ipg-sheet__command"><code>{ output.command.clone() }</code></p>
            <pre class="ipg-sheet__output">{ for lines.into_iter().map(|line| html! { <code class="ipg-sheet__text">{ line.to_owned() }{ "\n" }</code> }) }</pre>
        </div>
    }
}

/// What is to be found, with lines to write on where there is nothing to tick.
fn tasks(case: &Case, writes: bool) -> Html {
    let causes = case.cause.choices(&Content::embedded().causes).into_iter();
    html! {
        <ol class="ipg-sheet__tasks">
            <li>
                <p>{ labels::TASK_WORDS }</p>
                if writes { { lines(labels::ANSWER) } }
            </li>
            <li>
                <p>{ labels::TASK_CAUSE }</p>
                <ul class="ipg-sheet__boxes">
                    { for causes.map(|cause| html! { <li>{ plain(&cause.title, &Facts::default()) }</li> }) }
                </ul>
                if writes { { lines(labels::ANSWER_WHY) } }
            </li>
            <li>
                <p><Prose text={case.repair.task().to_owned()} /></p>
                {
                    match &case.repair {
                        Repair::Edit { .. } => html! {
                            <YamlView document={manifests(case)} on_paper=true />
                        },
                        Repair::Choose { choices, .. } => html! {
                            <ul class="ipg-sheet__boxes">
                                { for choices.iter().map(|choice| html! { <li><Prose text={choice.text.clone()} /></li> }) }
                            </ul>
                        },
                    }
                }
                if writes { { lines(labels::ANSWER_REPAIR) } }
            </li>
        </ol>
    }
}

/// Room for an answer.
fn lines(about: &'static str) -> Html {
    html! {
        <div class="ipg-sheet__answer">
            <p class="ipg-quiet">{ about }</p>
            { for (0..LINES).map(|_| html! { <div class="ipg-sheet__line"></div> }) }
        </div>
    }
}

/// The solution, with headings of this level: the words, the cause, how it is mended, and what to take home.
pub(crate) fn case_solution(case: &Case, level: u8) -> Html {
    let title = |text: &'static str| html! { <Title {level} class="ipg-sheet__part">{ text }</Title> };
    let docs = Content::embedded().cause(&case.cause.is).map(|cause| cause.docs.as_slice()).unwrap_or_default();
    html! {
        <div class="ipg-sheet__solution">
            { title(labels::WORDS) }
            <ul>{ for case.words.right.iter().map(|quote| deciding(case, quote)) }</ul>
            { title(labels::CAUSE) }
            <p class="ipg-sheet__lead"><strong>{ cause_title(&case.cause.is) }</strong></p>
            <p><Prose text={case.cause.why.clone()} /></p>
            <p class="ipg-sheet__lead">{ labels::NOT_OTHERS }</p>
            <ul>
                { for case.cause.tempting.iter().map(|other| html! {
                    <li><strong>{ cause_title(&other.id) }{ ":" }</strong>{ " " }<Prose text={other.why.clone()} /></li>
                }) }
            </ul>
            { title(labels::REPAIR) }
            {
                match &case.repair {
                    Repair::Edit { solution, .. } => html! {
                        <YamlView document={solved(&case.file_name(), &case.manifests, solution)} on_paper=true />
                    },
                    Repair::Choose { choices, .. } => html! { <ul>{ for choices.iter().map(way) }</ul> },
                }
            }
            { title(practice::LEARN_HEADING) }
            <ul>{ for case.learn.iter().map(|text| html! { <li><Prose text={text.clone()} /></li> }) }</ul>
            if !docs.is_empty() {
                { title(diagnosis::DOCS_HEADING) }
                <ul>{ for docs.iter().map(|link| html! { <li><a href={link.url.clone()} rel="noreferrer">{ link.label.clone() }</a></li> }) }</ul>
            }
        </div>
    }
}

/// Words that decide, where they stand, and why.
fn deciding(case: &Case, quote: &Quote) -> Html {
    let output = case.output(&quote.output);
    html! {
        <li>
            <p><mark class="ipg-mark ipg-sheet__words">{ quote.words.clone() }</mark></p>
            if let Some(output) = output {
                <p class="ipg-quiet">{ labels::WORDS_IN }{ " " }<code>{ output.command.clone() }</code></p>
            }
            <p><Prose text={quote.why.clone()} /></p>
        </li>
    }
}

/// A way to mend it, and why it does or does not.
fn way(choice: &Choice) -> Html {
    let verdict = if choice.right { labels::WAY_RIGHT } else { labels::WAY_WRONG };
    html! {
        <li>
            <p><strong>{ verdict }{ ":" }</strong>{ " " }<Prose text={choice.text.clone()} /></p>
            <p><Prose text={choice.why.clone()} /></p>
        </li>
    }
}
