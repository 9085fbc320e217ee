//! What is said of an answer, and the buttons below a task.

use super::{Work, place_of};
use crate::cases::Step;
use crate::practice::{Attempt, End, Task};
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::labels::practice as labels;
use crate::ui::practice::Practised;
use yew::prelude::*;

/// What kind of reply it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// The answer is right.
    Right,
    /// It is not.
    Wrong,
    /// The answer was shown.
    Shown,
}

/// What is said of an answer; nothing while nothing was answered. It is there before, so that screen readers hear it come.
pub(super) fn reply(kind: Option<Kind>, title: &str, said: Html) -> Html {
    let (sign, class) = match kind {
        None => return html! { <div role="status"></div> },
        Some(Kind::Right) => ("✓", "ipg-reply ipg-reply--right"),
        Some(Kind::Wrong) => ("✗", "ipg-reply ipg-reply--wrong"),
        Some(Kind::Shown) => ("→", "ipg-reply"),
    };
    html! {
        <div role="status">
            <div {class}>
                <p class="ipg-reply__title"><span aria-hidden="true">{ sign }{ " " }</span>{ title.to_owned() }</p>
                { said }
            </div>
        </div>
    }
}

/// The kind of reply to a task; none while its answer is not judged.
pub(super) fn kind_of(attempt: &Attempt, task: Task, is_right: bool) -> Option<Kind> {
    match attempt.tries(task).end {
        _ if attempt.judged.contains(&task) => Some(if is_right { Kind::Right } else { Kind::Wrong }),
        Some(End::Shown) => Some(Kind::Shown),
        _ => None,
    }
}

/// Check, show the answer, a hint; and the way on once the task has ended.
pub(super) fn actions(work: &Work<'_>, task: Task, has_answer: bool) -> Html {
    let has_ended = work.attempt.tries(task).end.is_some();
    let show = work.on(move |_: MouseEvent| Practised::Shown(task));
    let next = task.step().next().unwrap_or_default();
    html! {
        <>
            <div class="ipg-actions">
                <Check key={task.step().id()} {task} {has_answer} is_first={!has_ended} on_practised={work.on_practised.clone()} />
                if has_ended {
                    <Go to={place_of(work.case, next, false)} class="ipg-button ipg-button--primary">{ go(next) }</Go>
                } else {
                    <button type="button" class="ipg-button ipg-button--quiet" onclick={show}>{ labels::SHOW }</button>
                }
            </div>
            { hints(work) }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CheckProps {
    task: Task,
    has_answer: bool,
    is_first: bool,
    on_practised: Callback<Practised>,
}

/// The button that has an answer judged, and says where there is none.
#[component]
fn Check(props: &CheckProps) -> Html {
    let CheckProps { task, has_answer, is_first, on_practised } = props;
    let missing = use_state(|| false);
    let onclick = {
        let (on_practised, missing) = (on_practised.clone(), missing.clone());
        let (task, has_answer) = (*task, *has_answer);
        move |_: MouseEvent| {
            missing.set(!has_answer);
            on_practised.emit(Practised::Checked(task));
        }
    };
    html! {
        <>
            <div role="alert" class="ipg-case__missing">
                if *missing && !has_answer { <p class="ipg-wrong">{ labels::CHOOSE_FIRST }</p> }
            </div>
            <button type="button" class={classes!("ipg-button", is_first.then_some("ipg-button--primary"))} {onclick}>{ labels::CHECK }</button>
        </>
    }
}

/// The words of the link to a step.
pub(super) fn go(step: Step) -> &'static str {
    match step {
        Step::Look => labels::WORDS_BACK,
        Step::Words => labels::GO_WORDS,
        Step::Cause => labels::GO_CAUSE,
        Step::Repair => labels::GO_REPAIR,
        Step::Learn => labels::GO_LEARN,
    }
}

/// The hints that were taken, and a button for the next one.
pub(super) fn hints(work: &Work<'_>) -> Html {
    let taken = work.attempt.hints(work.case);
    let next = taken.len() + 1;
    let onclick = work.on(|_: MouseEvent| Practised::Hint);
    html! {
        <div class="ipg-hints">
            <div role="status">
                if !taken.is_empty() {
                    <Title level=2 class="ipg-hints__title">{ labels::HINTS }</Title>
                    <ol class="ipg-hints__list">{ for taken.iter().map(|hint| html! { <li><Prose text={hint.clone()} /></li> }) }</ol>
                }
            </div>
            if next <= work.case.hints.len() {
                <button type="button" class="ipg-link" {onclick}>{ labels::hint(next) }</button>
            }
        </div>
    }
}
