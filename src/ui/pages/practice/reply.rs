//! What is said of an answer, and the buttons below a task.

use crate::cases::{Case, Step};
use crate::practice::{Attempt, End, Task};
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::labels::practice as labels;
use crate::ui::pages::practice::place_of;
use crate::ui::practice::{CaseRef, Practised};
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

/// Properties of [`Reply`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReplyProps {
    /// What kind of reply it is; none while nothing was answered.
    pub(super) kind: Option<Kind>,
    /// Its heading.
    pub(super) title: AttrValue,
    /// What it says below.
    pub(super) children: Html,
}

/// What is said of an answer. It is there before there is one, so that screen readers hear it come.
#[component]
pub(super) fn Reply(props: &ReplyProps) -> Html {
    let (sign, class) = match props.kind {
        None => return html! { <div role="status"></div> },
        Some(Kind::Right) => ("✓", "ipg-reply ipg-reply--right"),
        Some(Kind::Wrong) => ("✗", "ipg-reply ipg-reply--wrong"),
        Some(Kind::Shown) => ("→", "ipg-reply"),
    };
    html! {
        <div role="status">
            <div {class}>
                <p class="ipg-reply__title"><span aria-hidden="true">{ sign }{ " " }</span>{ props.title.clone() }</p>
                { props.children.clone() }
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

/// Properties of [`Actions`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ActionsProps {
    /// The case.
    pub(super) case: CaseRef,
    /// How far one has come.
    pub(super) attempt: Attempt,
    /// The task.
    pub(super) task: Task,
    /// Hears what is pressed.
    pub(super) on_practised: Callback<Practised>,
    /// Whether there is an answer to judge.
    pub(super) has_answer: bool,
}

/// Check, show the answer, a hint; and the way on once the task has ended.
#[component]
pub(super) fn Actions(props: &ActionsProps) -> Html {
    let ActionsProps { case, attempt, task, on_practised, has_answer } = props;
    let missing = use_state(|| false);
    let (task, has_answer) = (*task, *has_answer);
    let has_ended = attempt.tries(task).end.is_some();
    let check = {
        let (on_practised, missing) = (on_practised.clone(), missing.clone());
        move |_: MouseEvent| {
            missing.set(!has_answer);
            on_practised.emit(Practised::Checked(task));
        }
    };
    let show = on_practised.reform(move |_: MouseEvent| Practised::Shown(task));
    let next = task.step().next().unwrap_or_default();
    html! {
        <>
            <div role="alert">
                if *missing && !has_answer { <p class="ipg-wrong">{ labels::CHOOSE_FIRST }</p> }
            </div>
            <div class="ipg-actions">
                <button type="button" class={classes!("ipg-button", (!has_ended).then_some("ipg-button--primary"))} onclick={check}>{ labels::CHECK }</button>
                if has_ended {
                    <Go to={place_of(case, next, false)} class="ipg-button ipg-button--primary">{ go(next) }</Go>
                } else {
                    <button type="button" class="ipg-button ipg-button--quiet" onclick={show}>{ labels::SHOW }</button>
                }
            </div>
            <Hints case={case.clone()} attempt={attempt.clone()} on_practised={on_practised.clone()} />
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

/// Properties of [`Hints`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HintsProps {
    /// The case.
    pub(super) case: CaseRef,
    /// How far one has come.
    pub(super) attempt: Attempt,
    /// Hears when a hint is wanted.
    pub(super) on_practised: Callback<Practised>,
}

/// The hints that were taken, and a button for the next one.
#[component]
pub(super) fn Hints(props: &HintsProps) -> Html {
    let case: &Case = &props.case;
    let taken = props.attempt.hints(case);
    let next = taken.len() + 1;
    let onclick = props.on_practised.reform(|_: MouseEvent| Practised::Hint);
    html! {
        <div class="ipg-hints">
            <div role="status">
                if !taken.is_empty() {
                    <Title level=2 class="ipg-hints__title">{ labels::HINTS }</Title>
                    <ol class="ipg-hints__list">{ for taken.iter().map(|hint| html! { <li><Prose text={hint.clone()} /></li> }) }</ol>
                }
            </div>
            if next <= case.hints.len() {
                <button type="button" class="ipg-link" {onclick}>{ labels::hint(next) }</button>
            }
        </div>
    }
}
