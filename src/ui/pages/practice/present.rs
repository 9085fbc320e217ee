//! A case for a room full of people: large, one thing at a time, the answer hidden until it is asked for.

use super::case::{level, step_name};
use super::cause::cause_title;
use super::place_of;
use crate::cases::{Case, Output, Repair, Step};
use crate::content::{Content, Facts};
use crate::practice::{Attempt, Task, manifests, solved};
use crate::text::Span;
use crate::ui::browser;
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::practice as labels;
use crate::ui::model::{Msg, use_guide};
use crate::ui::practice::CaseRef;
use yew::prelude::*;

/// Properties of [`PresentPage`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PresentPageProps {
    /// The case.
    pub(super) case: CaseRef,
}

/// The page.
#[component]
pub(super) fn PresentPage(props: &PresentPageProps) -> Html {
    let PresentPageProps { case } = props;
    let guide = use_guide();
    let step = guide.model.place.step;
    let attempt = guide.model.practice.attempt(case);
    let advance = guide.report(|()| Msg::Advanced);
    let go = guide.report(Msg::Went);
    let back = step.previous().map(|step| place_of(case, step, true));
    let stage = use_node_ref();
    {
        // A clicker presses keys: they have to arrive here from the beginning.
        let stage = stage.clone();
        use_effect_with((), move |()| {
            if let Some(stage) = stage.cast() {
                browser::focus(&stage);
            }
        });
    }
    let onkeydown = {
        let (advance, go, back) = (advance.clone(), go.clone(), back.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            "PageDown" => {
                event.prevent_default();
                advance.emit(());
            }
            "PageUp" => {
                event.prevent_default();
                if let Some(back) = &back {
                    go.emit(back.clone());
                }
            }
            _ => {}
        }
    };
    html! {
        <div class="ipg-present" tabindex="-1" ref={stage} {onkeydown}>
            <div class="ipg-present__head">
                <p class="ipg-eyebrow">{ case.title.clone() }{ " · " }{ level(case) }</p>
                <Timer key={case.key.clone()} minutes={case.minutes} />
            </div>
            <Heading about={format!("present-{}-{}", case.key, step.id())} takes_focus=false>{ step_name(step) }</Heading>
            <div class="ipg-present__shown" aria-live="polite">{ shown(case, &attempt, step) }</div>
            <div class="ipg-actions ipg-present__actions">
                // A button that is disabled loses the focus, and the keys of a clicker with it.
                <button type="button" class="ipg-button ipg-button--primary" onclick={advance.reform(|_: MouseEvent| ())}
                    aria-disabled={(step == Step::Learn).then_some("true")}>{ labels::PRESENT_NEXT }</button>
                if let Some(back) = back { <Go to={back} class="ipg-button">{ labels::PRESENT_BACK }</Go> }
                <Go to={place_of(case, step, false)} class="ipg-button ipg-button--quiet">{ labels::PRESENT_LEAVE }</Go>
                <span class="ipg-quiet">{ labels::PRESENT_KEYS }</span>
            </div>
            <details class="ipg-present__notes">
                <summary>{ labels::PRESENT_NOTES }</summary>
                <ul>{ for case.instructor.iter().map(|text| html! { <li><Prose text={text.clone()} /></li> }) }</ul>
            </details>
        </div>
    }
}

/// What of a step is shown so far.
fn shown(case: &Case, attempt: &Attempt, step: Step) -> Html {
    let ended = |task: Task| attempt.tries(task).end.is_some();
    let hidden = html! { <p class="ipg-present__hidden">{ labels::PRESENT_HIDDEN }</p> };
    match step {
        // The story, and then one output after the other.
        Step::Look => match case.outputs.iter().rfind(|output| attempt.seen.contains(&output.id)) {
            Some(output) => printed(case, output, false),
            None => case.story.iter().map(|text| html! { <p><Prose text={text.clone()} /></p> }).collect(),
        },
        Step::Words => {
            let deciding = case.outputs.iter().filter(|output| case.words.right_in(output).next().is_some());
            html! {
                <>
                    <p>{ labels::WORDS_HEADING }</p>
                    { for deciding.map(|output| printed(case, output, ended(Task::Words))) }
                    if ended(Task::Words) {
                        { for case.words.right.iter().map(|quote| html! { <p class="ipg-reply ipg-reply--right"><Prose text={quote.why.clone()} /></p> }) }
                    } else { { hidden } }
                </>
            }
        }
        Step::Cause => html! {
            <>
                <p>{ labels::CAUSE_HEADING }</p>
                <ul class="ipg-present__choices">
                    { for case.cause.choices(&Content::embedded().causes).into_iter().map(|cause| {
                        let is_it = cause.id == case.cause.is;
                        html! {
                            <li class={classes!((ended(Task::Cause) && is_it).then_some("ipg-reply--right"))}>
                                <strong>{ plain(&cause.title, &Facts::default()) }</strong>
                                if ended(Task::Cause) { <p><Prose text={case.cause.why(&cause.id).to_owned()} /></p> }
                            </li>
                        }
                    }) }
                </ul>
                if !ended(Task::Cause) { { hidden } }
            </>
        },
        Step::Repair => {
            let (task, drawn) = match &case.repair {
                Repair::Edit { task, solution, .. } => {
                    let document = match ended(Task::Repair) {
                        true => solved(&case.file_name(), &case.manifests, solution),
                        false => manifests(case),
                    };
                    (task, html! { <YamlView {document} /> })
                }
                Repair::Choose { task, choices } => (
                    task,
                    html! {
                        <ul class="ipg-present__choices">
                            { for choices.iter().map(|choice| html! {
                                <li class={classes!((ended(Task::Repair) && choice.right).then_some("ipg-reply--right"))}>
                                    <strong><Prose text={choice.text.clone()} /></strong>
                                    if ended(Task::Repair) { <p><Prose text={choice.why.clone()} /></p> }
                                </li>
                            }) }
                        </ul>
                    },
                ),
            };
            html! { <><p><Prose text={task.clone()} /></p>{ drawn }if !ended(Task::Repair) { { hidden } }</> }
        }
        Step::Learn => html! {
            <>
                <Title level=2>{ cause_title(&case.cause.is) }</Title>
                <ul>{ for case.learn.iter().map(|text| html! { <li><Prose text={text.clone()} /></li> }) }</ul>
            </>
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PrintedProps {
    command: AttrValue,
    text: AttrValue,
    /// What is marked, in order.
    marks: Vec<Span>,
}

/// A command and what it prints. A room sees one screen: a long output scrolls in itself, to the marked words or to its
/// end, where what happened last stands.
#[component]
fn Printed(props: &PrintedProps) -> Html {
    let PrintedProps { command, text, marks } = props;
    let (output, mark) = (use_node_ref(), use_node_ref());
    {
        let (output, mark) = (output.clone(), mark.clone());
        use_effect_with(props.clone(), move |_| {
            if let Some(output) = output.cast() {
                browser::scroll_to(&output, mark.cast().as_ref());
            }
        });
    }
    let mut from = 0;
    let mut drawn = Vec::new();
    for (number, span) in marks.iter().enumerate() {
        let node = if number == 0 { mark.clone() } else { NodeRef::default() };
        drawn.push(
            html! { <>{ text[from..span.start].to_owned() }<mark ref={node}>{ span.of(text).to_owned() }</mark></> },
        );
        from = span.end;
    }
    html! {
        <>
            <p class="ipg-marks__command"><code>{ command.clone() }</code></p>
            <pre class="ipg-output" tabindex="0" role="group" aria-label={command.clone()} ref={output}><code>{ for drawn }{ text[from..].trim_end().to_owned() }</code></pre>
        </>
    }
}

/// An output, with the deciding words marked where they are to be seen.
fn printed(case: &Case, output: &Output, is_marked: bool) -> Html {
    let quotes = case.words.right_in(output).filter(|_| is_marked);
    let places = quotes.filter_map(|quote| quote.place_in(&output.text));
    let mut marks: Vec<Span> = places.collect();
    marks.sort_unstable_by_key(|span| span.start);
    marks.dedup_by(|later, earlier| later.start < earlier.end);
    html! { <Printed key={output.id.clone()} command={output.command.clone()} text={output.text.clone()} {marks} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct TimerProps {
    minutes: u8,
}

/// A clock that runs from the case's minutes to nothing. It says nothing by itself: a room has other things to hear.
#[component]
fn Timer(props: &TimerProps) -> Html {
    let left = use_state(|| u32::from(props.minutes) * 60);
    let runs = use_state(|| false);
    let now = use_mut_ref(|| *left);
    {
        let (left, now) = (left.clone(), now.clone());
        use_effect_with(*runs, move |runs| {
            let ticking = runs.then(|| {
                browser::each_second(move || {
                    let mut now = now.borrow_mut();
                    *now = now.saturating_sub(1);
                    left.set(*now);
                })
            });
            move || drop(ticking)
        });
    }
    let onclick = {
        let runs = runs.clone();
        move |_: MouseEvent| runs.set(!*runs)
    };
    let time = if *left == 0 {
        labels::TIMER_OVER.to_owned()
    } else {
        labels::timer_left(format!("{}:{:02}", *left / 60, *left % 60))
    };
    html! {
        <p class="ipg-present__timer">
            <span role="timer">{ time }</span>
            <button type="button" class="ipg-button ipg-button--small" {onclick}>{ if *runs { labels::TIMER_STOP } else { labels::TIMER_START } }</button>
        </p>
    }
}
