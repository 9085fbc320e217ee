//! What can be taken along from an answer.

use crate::content::{Advice, Content};
use crate::diagnosis::Failure;
use crate::guide::{Telling, View};
use crate::report::{self, Case};
use crate::ui::components::report::{Report, Takeaway};
use crate::ui::components::verdict::Sureness;
use crate::ui::labels::report as words;
use crate::ui::links::use_still;
use crate::ui::model::{advice, use_guide};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`TakeAlong`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TakeAlongProps {
    /// What is told.
    pub telling: Telling<'static>,
    /// The failure that it explains, when it came from a paste.
    pub failure: Option<Failure>,
    /// The level of its heading.
    pub level: u8,
}

/// What a report is about, kept as long as its buttons are.
struct Told {
    telling: Telling<'static>,
    failure: Option<Failure>,
    sure: String,
    advice: Advice<'static>,
}

impl Told {
    fn case(&self) -> Case<'_> {
        Case { telling: &self.telling, failure: self.failure.as_ref(), sure: &self.sure, advice: &self.advice }
    }
}

/// The texts for a ticket, for whoever can mend it, and for a report of a wrong answer.
#[component]
pub(crate) fn TakeAlong(props: &TakeAlongProps) -> Html {
    let guide = use_guide();
    if use_still().is_some() {
        return Html::default();
    }
    let TakeAlongProps { telling, failure, level } = props.clone();
    let sure = failure.as_ref().map(|failure| Sureness::of(&telling, failure).words()).unwrap_or_default();
    let failure = failure.or_else(|| guide.model.told_failure().cloned());
    let advice = advice(telling.cause, failure.as_ref());
    let told = Rc::new(Told { telling, failure, sure, advice });
    let content = Content::embedded();
    let mut takeaways = vec![Takeaway {
        name: "markdown",
        label: words::MARKDOWN.into(),
        intro: words::MARKDOWN_INTRO.into(),
        copy: words::MARKDOWN_COPY.into(),
        leaves_out: false,
        make: {
            let told = told.clone();
            Callback::from(move |leave_out| report::markdown(content, &told.case(), leave_out))
        },
    }];
    if let Some(message) = report::message(content, &told.case(), false) {
        takeaways.push(Takeaway {
            name: "message",
            label: words::message(report::who(message.to)).into(),
            intro: words::MESSAGE_INTRO.into(),
            copy: words::MESSAGE_COPY.into(),
            leaves_out: false,
            make: Callback::from(move |leave_out| {
                report::message(content, &told.case(), leave_out).map(|message| message.text).unwrap_or_default()
            }),
        });
    }
    let beside_paste = guide.model.place.view == View::Paste;
    if let Some(diagnosis) = guide.model.diagnosis.clone().filter(|_| beside_paste) {
        let text = guide.model.text.clone();
        takeaways.push(Takeaway {
            name: "wrong",
            label: words::WRONG.into(),
            intro: words::WRONG_INTRO.into(),
            copy: words::WRONG_COPY.into(),
            leaves_out: true,
            make: Callback::from(move |leave_out| {
                report::wrong_answer(content, &diagnosis, &text, env!("CARGO_PKG_VERSION"), leave_out)
            }),
        });
    }
    html! { <Report {takeaways} {level} /> }
}
