//! What is drawn at build time, for people without scripts, for paper, and for whoever searches: a page for each question,
//! each cause and each practice case, the handout, and the front page as it stands until the guide has started.
//!
//! The words and the components are those of the guide that runs; only its links and its buttons differ (`links`).

mod copy_notice;
mod example;
mod frame;
mod practice;
mod steps;
mod whole;
mod words;

use crate::cases::Case;
use crate::content::{Cause, Content, Facts, Step};
use crate::guide::{Place, View};
use crate::ui::components::prose::plain;
use crate::ui::labels;
use crate::ui::links::{Still, at_case, at_cause, at_step};
use copy_notice::CopyNotice;
use frame::{Frame, FrameProps, Screen};

/// A page without scripts.
pub struct StillPage {
    /// Its folder, from the root of the site, with `/` at its end.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// What it is about, in one or two sentences.
    pub description: String,
    /// What stands in its body, as HTML.
    pub body: String,
}

/// All pages without scripts: the lists, the tree, each question, each cause and each practice case, and the handout.
pub async fn pages() -> Vec<StillPage> {
    let content = Content::embedded();
    let mut pages = vec![
        page(Screen::Causes, labels::causes::HEADING, words::page::CAUSES_LEAD).await,
        page(Screen::Steps, words::steps::HEADING, words::steps::LEAD).await,
        page(Screen::Tree, labels::tree::HEADING, labels::tree::LEAD).await,
        page(Screen::Cases, labels::practice::HEADING, words::practice::LEAD).await,
        page(Screen::Handout { solutions: false }, labels::handout::VIEW, labels::handout::LEAD).await,
        page(Screen::Handout { solutions: true }, labels::handout::VIEW_SOLUTIONS, labels::handout::LEAD_SOLUTIONS)
            .await,
    ];
    for cause in &content.causes {
        pages.push(page(Screen::Cause(cause), &cause.title, &cause.summary).await);
    }
    for step in &content.guide.steps {
        pages.push(page(Screen::Step(step), &step.question, &step.hint).await);
    }
    for case in Case::embedded() {
        let description = case.story.first().map(String::as_str).unwrap_or_default();
        pages.push(page(Screen::Case(case), &case.title, description).await);
    }
    pages
}

/// What the guide's own element holds until the guide has started: the first screen, and below it all that is known.
/// `has_pages` where the pages without scripts stand beside it.
pub async fn front(has_pages: bool) -> String {
    drawn(Screen::Front { has_pages }, Still::OnePage { keeps_room: false }).await
}

/// What stands below the guide's own element: that the browser keeps a copy of the page, or that it was removed.
pub async fn copy_notice() -> String {
    yew::LocalServerRenderer::<CopyNotice>::new().hydratable(false).render().await
}

async fn page(screen: Screen, title: &str, description: &str) -> StillPage {
    let folder = folder(screen);
    let root = "../".repeat(folder.matches('/').count());
    let facts = Facts::default();
    StillPage {
        title: labels::shell::title(plain(title, &facts)),
        description: plain(description, &facts),
        body: drawn(screen, Still::Pages { root }).await,
        folder,
    }
}

async fn drawn(screen: Screen, still: Still) -> String {
    let props = FrameProps { screen, still };
    let html = yew::LocalServerRenderer::<Frame>::with_props(props).hydratable(false).render().await;
    // What keeps two texts apart for a script that takes the page over. None does.
    html.replace("<!---->", "")
}

/// The folder of a screen's page.
fn folder(screen: Screen) -> String {
    match screen {
        Screen::Front { .. } => String::new(),
        Screen::Causes => "causes/".into(),
        Screen::Steps => "guide/".into(),
        Screen::Tree => "tree/".into(),
        Screen::Cause(cause) => format!("causes/{}/", cause.id),
        Screen::Step(step) => format!("guide/{}/", step.id),
        Screen::Cases => "practice/".into(),
        Screen::Case(case) => format!("practice/{}/", case.id),
        Screen::Handout { solutions: false } => "handout/".into(),
        Screen::Handout { solutions: true } => "handout/solutions/".into(),
    }
}

/// The same place in the guide that runs.
fn place(screen: Screen) -> Place {
    match screen {
        Screen::Front { .. } => Place::default(),
        Screen::Causes => Place { view: View::Causes, ..Place::default() },
        Screen::Steps => Place { view: View::Guide, ..Place::default() },
        Screen::Tree => Place { view: View::Tree, ..Place::default() },
        Screen::Cause(Cause { id, .. }) => at_cause(id),
        Screen::Step(Step { id, .. }) => at_step(id),
        Screen::Cases => Place { view: View::Practice, ..Place::default() },
        Screen::Case(Case { id, .. }) => at_case(id),
        Screen::Handout { solutions } => Place { view: View::Handout, solutions, ..Place::default() },
    }
}
