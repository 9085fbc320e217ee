//! All causes, and a search through them.

use crate::content::{Cause, Content, Facts};
use crate::guide::{Place, View};
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::host::use_id;
use crate::ui::labels::{cause as of_one, causes as words, tree};
use crate::ui::model::{Msg, use_guide};
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn CausesPage() -> Html {
    let id = use_id();
    let guide = use_guide();
    let search = guide.model.search.clone();
    let found = Content::embedded().causes_with(&search);
    let others = Content::embedded().subjects_with(&search);
    let oninput = guide.report(|event: InputEvent| {
        let field = event.target_dyn_into::<web_sys::HtmlInputElement>();
        Msg::Searched(field.map(|field| field.value()).unwrap_or_default().into())
    });
    let to = |cause: &Cause| Place { cause: Some(cause.id.clone()), ..guide.place(View::Cause) };
    html! {
        <div class="ipg-column">
            <Heading about={format!("{:?}", View::Causes)}>{ words::HEADING }</Heading>
            <p class="ipg-lead">{ words::LEAD }</p>
            <div class="ipg-search" role="search">
                <label class="ipg-label" for={id("search")}>{ words::SEARCH }</label>
                <p class="ipg-hint" id={id("search-hint")}><Prose text={words::SEARCH_HINT} /></p>
                <input type="search" id={id("search")} class="ipg-field__input" value={search.clone()} {oninput}
                    aria-describedby={id("search-hint")} autocomplete="off" autocapitalize="off" spellcheck="false" />
                <p class="ipg-search__count" role="status">{ count(found.len(), others.is_empty(), search.trim().is_empty()) }</p>
            </div>
            if found.is_empty() && others.is_empty() {
                <div class="ipg-note">
                    <p>{ words::NONE_TEXT }</p>
                    <p class="ipg-causes__none"><Go to={guide.place(View::Paste)}>{ of_one::TO_PASTE }</Go></p>
                    <p class="ipg-causes__none"><Go to={guide.place(View::Guide)}>{ words::TO_QUESTIONS }</Go></p>
                </div>
            }
            if !found.is_empty() {
                <ul class="ipg-causes">
                    { for found.into_iter().map(|cause| html! {
                        <li key={cause.id.clone()} class="ipg-causes__item">
                            <Go to={to(cause)} class="ipg-causes__title">{ plain(&cause.title, &Facts::default()) }</Go>
                            <p class="ipg-causes__text"><Prose text={cause.summary.clone()} /></p>
                        </li>
                    }) }
                </ul>
            }
            if !others.is_empty() {
                <Title level=2>{ words::OTHERS_HEADING }</Title>
                <ul class="ipg-causes">
                    { for others.into_iter().map(|subject| html! {
                        <li key={subject.id.clone()} class="ipg-causes__item">
                            <strong>{ plain(&subject.title, &Facts::default()) }</strong>
                            <p class="ipg-causes__text"><Prose text={subject.text.clone()} /></p>
                        </li>
                    }) }
                </ul>
            }
            <p class="ipg-onward"><Go to={guide.place(View::Tree)}>{ tree::LINK }</Go></p>
        </div>
    }
}

fn count(found: usize, alone: bool, all: bool) -> String {
    match found {
        _ if all => words::count(found),
        0 if !alone => words::OTHERS_HEADING.into(),
        0 => words::NONE.into(),
        1 => words::COUNT_FOUND_1.into(),
        _ => words::count_found(found),
    }
}
