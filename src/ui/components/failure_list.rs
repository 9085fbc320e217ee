//! The failures of a paste that has more than one: which pod, which image, and what it is.

use crate::content::Content;
use crate::diagnosis::{Diagnosis, Failure};
use crate::mask;
use crate::ui::labels::paste as labels;
use std::rc::Rc;
use yew::prelude::*;

/// The most failures that are listed. Nobody reads on behind them, and each costs the browser.
const LISTED: usize = 50;

/// Properties of [`FailureList`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FailureListProps {
    /// What the paste says.
    pub diagnosis: Rc<Diagnosis>,
    /// Which failure is looked at.
    pub chosen: usize,
    /// Hears the number of another one.
    pub on_choose: Callback<usize>,
}

/// The list.
#[component]
pub(crate) fn FailureList(props: &FailureListProps) -> Html {
    let failures = &props.diagnosis.failures;
    let heading = labels::failures_heading(failures.len());
    html! {
        <nav class="ipg-failures" aria-label={heading.clone()}>
            <p><strong>{ heading }</strong>{ " " }{ labels::FAILURES_HINT }</p>
            <ul class="ipg-failures__list">
                { for failures.iter().enumerate().take(LISTED).map(|(index, failure)| html! {
                    <li>
                        <button type="button" class="ipg-failures__item" aria-pressed={(index == props.chosen).to_string()} onclick={props.on_choose.reform(move |_| index)}>
                            <span class="ipg-failures__image"><code>{ image(failure) }</code></span>{ " " }
                            <span>{ title(failure) }</span>{ " " }
                            <span class="ipg-quiet">{ place(failure) }</span>
                        </button>
                    </li>
                }) }
            </ul>
            if failures.len() > LISTED {
                <p class="ipg-quiet">{ labels::failures_more(failures.len() - LISTED) }</p>
            }
        </nav>
    }
}

fn image(failure: &Failure) -> String {
    if failure.image.is_empty() { labels::IMAGE_UNKNOWN.to_owned() } else { mask::masked(&failure.image) }
}

fn title(failure: &Failure) -> &'static str {
    let cause = Content::embedded().cause(&failure.cause);
    if failure.recovered { labels::RECOVERED } else { cause.map_or("", |cause| cause.title.as_str()) }
}

/// The pod and the container, where they are known.
fn place(failure: &Failure) -> String {
    let (pod, container) = (mask::masked(&failure.pod), mask::masked(&failure.container));
    match (pod.is_empty(), container.is_empty()) {
        (true, true) => String::new(),
        (false, true) => labels::failure_of_pod(pod),
        (true, false) => labels::failure_of_container(container),
        (false, false) => labels::failure_place(container, pod),
    }
}
