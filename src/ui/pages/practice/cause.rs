//! The third step: naming the cause.

use super::Work;
use super::reply::{Kind, actions, kind_of, reply};
use crate::content::{Content, Facts};
use crate::guide::{Place, View};
use crate::practice::{Answer, Task};
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, plain};
use crate::ui::labels::practice as labels;
use crate::ui::practice::Practised;
use yew::prelude::*;

/// The step.
pub(super) fn cause_step(work: &Work<'_>) -> Html {
    let Work { case, attempt, on_practised, .. } = *work;
    let id = |name: &str| work.id(name);
    let named = attempt.named.as_deref();
    let kind = kind_of(attempt, Task::Cause, named == Some(case.cause.is.as_str()));
    let (title, about) = match kind {
        Some(Kind::Right) => (labels::RIGHT, named),
        Some(Kind::Wrong) => (labels::WRONG, named),
        _ => (labels::SHOWN, Some(case.cause.is.as_str())),
    };
    let why = about.map(|cause| case.cause.why(cause).to_owned()).unwrap_or_default();
    let title = match kind {
        Some(Kind::Shown) => cause_title(&case.cause.is),
        _ => title.to_owned(),
    };
    let has_ended = attempt.tries(Task::Cause).end.is_some();
    let all = Place { view: View::Cause, cause: Some(case.cause.is.clone()), ..Place::default() };
    html! {
        <>
            <fieldset class="ipg-question__set">
                <legend class="ipg-case__question">{ labels::CAUSE_HEADING }</legend>
                { for case.cause.choices(&Content::embedded().causes).into_iter().map(|cause| {
                    let own = id(&format!("cause-{}", cause.id));
                    let onchange = {
                        let (on_practised, cause) = (on_practised.clone(), cause.id.clone());
                        move |_: Event| on_practised.emit(Practised::Answered(Answer::Cause(cause.clone())))
                    };
                    html! {
                        <div class="ipg-radio" key={cause.id.clone()}>
                            <input type="radio" class="ipg-radio__input" id={own.clone()} name={id("cause")} checked={named == Some(cause.id.as_str())} {onchange} />
                            <label class="ipg-radio__label" for={own}>{ plain(&cause.title, &Facts::default()) }</label>
                        </div>
                    }
                }) }
            </fieldset>
            { reply(kind, &title, html! { <>
                <p><Prose text={why} /></p>
                if has_ended { <p><Go to={all}>{ labels::CAUSE_MORE }</Go></p> }
            </> }) }
            { actions(work, Task::Cause, named.is_some()) }
        </>
    }
}

/// The title of a cause.
pub(crate) fn cause_title(id: &str) -> String {
    Content::embedded().cause(id).map(|cause| plain(&cause.title, &Facts::default())).unwrap_or_default()
}
