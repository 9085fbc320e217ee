//! A page without scripts: the guide's own frame around what is to be read.

use super::example::Examples;
use super::practice::{AllCases, OneCase};
use super::steps::{AllSteps, OneStep};
use super::whole::Whole;
use super::{place, words};
use crate::cases::Case;
use crate::content::{Cause, Content, Facts, Step};
use crate::guide::{Place, Telling, View};
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::shell::{Heading, Shell};
use crate::ui::host::Host;
use crate::ui::labels;
use crate::ui::links::{Still, at_cause};
use crate::ui::model::{Guide, Model};
use crate::ui::pages::answer::Answer;
use crate::ui::pages::handout::HandoutPage;
use crate::ui::pages::start::StartPage;
use crate::ui::pages::tree;
use yew::prelude::*;

/// What a page shows.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Screen {
    /// The first screen and the whole guide.
    Front {
        /// Whether each question and cause has a page of its own as well.
        has_pages: bool,
    },
    /// All causes.
    Causes,
    /// All questions.
    Steps,
    /// The whole decision tree.
    Tree,
    /// A cause.
    Cause(&'static Cause),
    /// A question.
    Step(&'static Step),
    /// All practice cases.
    Cases,
    /// A practice case.
    Case(&'static Case),
    /// All of it on paper.
    Handout {
        /// Whether it has the solutions.
        solutions: bool,
    },
}

/// Properties of [`Frame`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FrameProps {
    pub(super) screen: Screen,
    pub(super) still: Still,
}

/// The page.
#[component]
pub(super) fn Frame(props: &FrameProps) -> Html {
    let FrameProps { screen, still } = props.clone();
    let model = use_reducer(|| match screen {
        // Whether the solutions are on it stands in its place.
        Screen::Handout { .. } => Model::at(&place(screen).fragment()),
        _ => Model::at(""),
    });
    let questions = Place { view: View::Guide, ..Place::default() };
    let view = match screen {
        Screen::Front { .. } => View::Start,
        Screen::Causes => View::Causes,
        Screen::Tree => View::Tree,
        Screen::Steps | Screen::Step(_) => View::Guide,
        Screen::Cause(_) => View::Cause,
        Screen::Cases | Screen::Case(_) => View::Practice,
        Screen::Handout { .. } => View::Handout,
    };
    html! {
        <ContextProvider<Host> context={host()}>
            <ContextProvider<Guide> context={Guide { model }}>
                <ContextProvider<Still> context={still.clone()}>
                    <Shell {view} {questions} notice=false>
                        if let Still::Pages { root } = still { { live(screen, &root) } }
                        { inside(screen) }
                    </Shell>
                </ContextProvider<Still>>
            </ContextProvider<Guide>>
        </ContextProvider<Host>>
    }
}

/// What surrounds every page.
pub(super) fn host() -> Host {
    Host { standalone: true, ..Host::default() }
}

fn inside(screen: Screen) -> Html {
    match screen {
        Screen::Front { has_pages } => html! {
            <>
                <div class="ipg-first">
                    <ContextProvider<Still> context={Still::OnePage { keeps_room: true }}><StartPage /></ContextProvider<Still>>
                </div>
                <Whole {has_pages} />
            </>
        },
        Screen::Causes => html! {
            <div class="ipg-column">
                <Heading about="">{ labels::causes::HEADING }</Heading>
                <p class="ipg-lead">{ words::page::CAUSES_LEAD }</p>
                <ul class="ipg-causes">
                    { for Content::embedded().causes.iter().map(|cause| html! {
                        <li class="ipg-causes__item">
                            <Go to={at_cause(&cause.id)} class="ipg-causes__title">{ plain(&cause.title, &Facts::default()) }</Go>
                            <p class="ipg-causes__text"><Prose text={cause.summary.clone()} /></p>
                        </li>
                    }) }
                </ul>
                { to_tree() }
            </div>
        },
        Screen::Steps => html! { <AllSteps /> },
        Screen::Tree => tree::page(&host()),
        Screen::Cause(cause) => html! {
            <div class="ipg-column">
                <Answer telling={Telling::of_cause(Content::embedded(), cause, "")} level=1 />
                <Examples {cause} level=2 />
            </div>
        },
        Screen::Step(step) => html! { <div class="ipg-column"><OneStep {step} level=1 />{ to_tree() }</div> },
        Screen::Cases => html! { <AllCases /> },
        Screen::Case(case) => html! { <div class="ipg-column"><OneCase {case} level=1 /></div> },
        Screen::Handout { .. } => html! { <HandoutPage /> },
    }
}

/// The way to the whole tree.
pub(super) fn to_tree() -> Html {
    let to = Place { view: View::Tree, ..Place::default() };
    html! { <p class="ipg-onward"><Go {to}>{ labels::tree::LINK }</Go></p> }
}

/// The way to the guide that runs, at the same place.
fn live(screen: Screen, root: &str) -> Html {
    let href = format!("{root}./#{}", place(screen).fragment());
    html! {
        <div class="ipg-column ipg-live">
            <p><a {href}>{ words::page::LIVE }</a></p>
            <p><Prose text={words::page::LIVE_TEXT} /></p>
        </div>
    }
}
