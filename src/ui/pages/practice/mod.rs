//! Practice: the list of cases, a case step by step, and a case for a room full of people.

mod case;
mod cause;
mod learn;
mod list;
mod look;
mod present;
mod repair;
mod reply;
mod words;

use crate::cases::Step;
use crate::guide::{Place, View};
use crate::practice::Attempt;
use crate::ui::browser;
use crate::ui::components::go::Go;
use crate::ui::components::shell::Heading;
use crate::ui::host::{use_id, use_standalone};
use crate::ui::labels::practice as labels;
use crate::ui::model::{Msg, use_guide};
use crate::ui::practice::{CaseRef, Practised};
use case::case_page;
pub(crate) use case::level as level_of;
pub(crate) use cause::cause_title;
#[cfg(feature = "site")]
pub(crate) use learn::in_cluster;
use list::case_list;
use present::PresentPage;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn PracticePage() -> Html {
    let guide = use_guide();
    let form = &guide.model.practice;
    let standalone = use_standalone();
    let id = use_id();
    let on_practised = guide.report(Msg::Practised);
    {
        // Somebody else's page has a storage of its own, which is nobody's business here.
        let on_practised = on_practised.clone();
        use_effect_with((), move |()| {
            if standalone {
                on_practised.emit(Practised::Came(browser::kept()));
            }
        });
    }
    {
        // At first nothing is said yet of what the browser has kept.
        let came = use_mut_ref(|| false);
        let keeps = form.keeps;
        use_effect_with((form.keeps, form.keeps.then(|| form.kept())), move |(_, text)| {
            let came = came.replace(true);
            if standalone && (keeps || came) {
                browser::keep(text.as_deref());
            }
        });
    }
    match (&guide.model.place.case, guide.model.case()) {
        (Some(_), Some(case)) if guide.model.place.presents => html! { <PresentPage {case} /> },
        (Some(_), Some(case)) => case_page(&guide, &case, &id),
        (Some(_), None) => html! {
            <div class="ipg-column">
                <Heading about="no-case">{ labels::HEADING }</Heading>
                <p class="ipg-note">{ labels::OWN_MISSING }</p>
                <p><Go to={Place { view: View::Practice, ..Place::default() }}>{ labels::TO_LIST }</Go></p>
            </div>
        },
        (None, _) => case_list(&guide, standalone),
    }
}

/// The place of a step of a case.
fn place_of(case: &CaseRef, step: Step, presents: bool) -> Place {
    Place { view: View::Practice, case: Some(case.name()), step, presents, ..Place::default() }
}

/// What every part of a case is given. These parts are functions and not components: they have no state of their own, and
/// each component weighs some 5 KB.
struct Work<'page> {
    case: &'page CaseRef,
    attempt: &'page Attempt,
    on_practised: &'page Callback<Practised>,
    id: &'page dyn Fn(&str) -> AttrValue,
}

impl Work<'_> {
    /// The id with this local name.
    fn id(&self, name: &str) -> AttrValue {
        (self.id)(name)
    }

    /// Hears something that happens as `change`.
    fn on<E: 'static>(&self, change: impl Fn(E) -> Practised + 'static) -> Callback<E> {
        self.on_practised.reform(change)
    }
}
