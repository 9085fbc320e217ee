//! What it is, in plain words, and how sure that is.

use crate::content::{Cause, Confidence, Facts};
use crate::guide::{Place, Telling, View};
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::labels;
use crate::ui::model::use_guide;
use yew::prelude::*;

/// How sure the verdict is: the words, and a shape that says the same without colour.
#[derive(Clone, PartialEq)]
pub(crate) enum Sureness {
    /// By the rule's own confidence.
    Rule(Confidence),
    /// Several causes or outcomes fit.
    Ways(usize),
    /// The reason is given, in words that are not known here.
    NotKnown,
}

impl Sureness {
    /// The words.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Rule(Confidence::High) => labels::diagnosis::SURE_HIGH.into(),
            Self::Rule(Confidence::Medium) => labels::diagnosis::SURE_MEDIUM.into(),
            Self::Rule(Confidence::Low) => labels::diagnosis::SURE_LOW.into(),
            Self::NotKnown => labels::diagnosis::SURE_NOT_KNOWN.into(),
            Self::Ways(2) => labels::diagnosis::SURE_WAYS_2.into(),
            Self::Ways(count) => labels::diagnosis::sure_ways(count),
        }
    }

    fn shape(&self) -> (&'static str, &'static str) {
        match self {
            Self::Rule(Confidence::High) => ("●", "ipg-pill ipg-pill--sure"),
            Self::Rule(Confidence::Medium) | Self::Ways(_) => ("◐", "ipg-pill ipg-pill--maybe"),
            Self::Rule(Confidence::Low) | Self::NotKnown => ("○", "ipg-pill ipg-pill--hint"),
        }
    }
}

/// Properties of [`Pill`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PillProps {
    /// How sure.
    pub sureness: Sureness,
}

/// How sure the verdict is.
#[component]
pub(crate) fn Pill(props: &PillProps) -> Html {
    let (shape, class) = props.sureness.shape();
    html! { <p class={class}><span aria-hidden="true">{ shape }</span>{ " " }{ props.sureness.words() }</p> }
}

/// Properties of [`Summary`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SummaryProps {
    /// What is told.
    pub telling: Telling<'static>,
    /// What is known.
    #[prop_or_default]
    pub facts: Facts,
}

/// What happened, and the ways that are open.
#[component]
pub(crate) fn Summary(props: &SummaryProps) -> Html {
    let SummaryProps { telling, facts } = props;
    let guide = use_guide();
    let to = |cause: &Cause| Place { cause: Some(cause.id.clone()), ..guide.place(View::Cause) };
    html! {
        <>
            <p class="ipg-lead"><Prose text={telling.summary.to_owned()} facts={facts.clone()} /></p>
            if !telling.ways.is_empty() {
                <ul class="ipg-ways">
                    { for telling.ways.iter().map(|way| html! { <li><Prose text={way.clone()} facts={facts.clone()} /></li> }) }
                </ul>
            } else if !telling.also.is_empty() {
                <p>{ labels::diagnosis::ALSO }</p>
                <ul class="ipg-ways">
                    { for telling.also.iter().map(|cause| html! { <li><Go to={to(cause)}><Prose text={cause.title.clone()} /></Go></li> }) }
                </ul>
            }
        </>
    }
}
