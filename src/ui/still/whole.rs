//! All that the guide knows, one thing below the other.
//!
//! Each part stands under the fragment that leads to it in the guide that runs. A link to a place finds it without a
//! script, and a guide that starts later finds the same place in the address.

use super::example::Example;
use super::frame::host;
use super::practice::OneCase;
use super::steps::OneStep;
use super::words;
use crate::cases::Case;
use crate::content::{Cause, Content, Facts, Repair};
use crate::guide::{Place, Telling, View};
use crate::ui::components::advice::{Fixes, More, confirm};
use crate::ui::components::picture::{Ways, picture};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::{Section, Title};
use crate::ui::components::verdict::Summary;
use crate::ui::labels;
use crate::ui::links::{at_case, at_cause, at_step};
use crate::ui::pages::practice::level_of;
use yew::prelude::*;

/// Properties of [`Whole`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WholeProps {
    /// Whether each question and cause has a page of its own as well.
    pub(super) has_pages: bool,
}

/// All of it.
#[component]
pub(super) fn Whole(props: &WholeProps) -> Html {
    let content = Content::embedded();
    let at = |view: View| Place { view, ..Place::default() }.fragment();
    html! {
        <div class="ipg-column ipg-whole">
            <p class="ipg-lead">{ words::whole::LEAD }</p>
            <p id={at(View::Paste)}>{ words::whole::PASTE }</p>
            <p id="guide-opens" class="ipg-quiet" hidden=true>{ words::whole::OPENS }</p>
            if props.has_pages {
                <p id={at(View::Tree)}>
                    { words::whole::PAGES }{ ": " }<a href="guide/">{ words::whole::STEPS_PAGE }</a>{ ", " }
                    <a href="causes/">{ words::whole::CAUSES_PAGE }</a>{ ", " }
                    <a href="tree/">{ words::whole::TREE_PAGE }</a>{ "." }
                </p>
            }
            <section class="ipg-section">
                <h2>{ words::steps::HEADING }</h2>
                { for content.guide.steps.iter().map(|step| html! {
                    <section class="ipg-section" id={at_step(&step.id).fragment()}><OneStep {step} level=3 /></section>
                }) }
            </section>
            if !props.has_pages {
                <section class="ipg-section" id={at(View::Tree)}>
                    <h2>{ labels::tree::HEADING }</h2>
                    { picture(&host(), &Ways::new()) }
                </section>
            }
            <section class="ipg-section" id={at(View::Causes)}>
                <h2>{ labels::causes::HEADING }</h2>
                { for content.causes.iter().map(|cause| one_cause(cause, props.has_pages)) }
            </section>
            <section class="ipg-section" id={at(View::Manifest)}>
                <h2>{ words::whole::YAML_HEADING }</h2>
                <Example form={Repair::Image} level=3 />
                <Example form={Repair::PullSecret} level=3 />
            </section>
            <section class="ipg-section" id={at(View::Practice)}>
                <h2>{ labels::practice::HEADING }</h2>
                <p>{ words::practice::LEAD }</p>
                if props.has_pages { { case_links() } } else { { cases() } }
            </section>
        </div>
    }
}

/// The cases, where each has a page of its own.
fn case_links() -> Html {
    let handout = Place { view: View::Handout, ..Place::default() };
    html! {
        <>
            <ol class="ipg-causes">
                { for Case::embedded().iter().map(|case| html! {
                    <li class="ipg-causes__item" id={at_case(&case.id).fragment()}>
                        <a class="ipg-causes__title" href={format!("practice/{}/", case.id)}>{ case.title.clone() }</a>
                        <p class="ipg-causes__text">{ level_of(case) }</p>
                    </li>
                }) }
            </ol>
            <p id={handout.fragment()}>
                { words::practice::ON_PAPER }{ " " }<a href="handout/">{ labels::handout::VIEW }</a>{ ", " }
                <a href="handout/solutions/">{ labels::handout::VIEW_SOLUTIONS }</a>
            </p>
        </>
    }
}

/// The cases themselves, folded. Printing opens them: they are the handout of who has this one file.
fn cases() -> Html {
    let handout = Place { view: View::Handout, ..Place::default() };
    html! {
        <div id={handout.fragment()}>
            { for Case::embedded().iter().map(|case| html! {
                <div id={at_case(&case.id).fragment()}>
                    <Section level=3 title={case.title.clone()} folded=true><OneCase {case} level=3 /></Section>
                </div>
            }) }
        </div>
    }
}

/// A cause. What its own page has besides is a link away, where there is that page: the front page is to be light.
fn one_cause(cause: &'static Cause, has_page: bool) -> Html {
    let mut advice = Content::embedded().advice(cause, "", "");
    if has_page {
        advice.elsewhere.clear();
    }
    html! {
        <article class="ipg-section" id={at_cause(&cause.id).fragment()}>
            <Title level=3><Prose text={cause.title.clone()} /></Title>
            <Summary telling={Telling::of_cause(Content::embedded(), cause, "")} facts={Facts::default()} />
            <Fixes {advice} on_repair={Callback::noop()} level=4 />
            if has_page {
                <Section level=4 title={labels::diagnosis::MEANING_HEADING}>
                    { for cause.meaning.iter().map(|text| html! { <p><Prose text={text.clone()} /></p> }) }
                </Section>
                if !cause.confirm.is_empty() {
                    <Section level=4 title={labels::diagnosis::CONFIRM_HEADING}>
                        { for cause.confirm.iter().map(|check| confirm(check, &Facts::default())) }
                    </Section>
                }
                <p><a href={format!("causes/{}/", cause.id)}>{ words::whole::more(plain(&cause.title, &Facts::default())) }</a></p>
            } else {
                <More {cause} level=4 folded=true />
            }
        </article>
    }
}
