//! The whole guide: the state, the frame, and the view that the place asks for.

use crate::content::Facts;
use crate::guide::{Place, Stand, View};
use crate::ui::components::paste_box::sample;
use crate::ui::components::prose::plain;
use crate::ui::components::shell::{Moved, Shell};
use crate::ui::host::{Host, Order};
use crate::ui::labels;
use crate::ui::model::{Guide, Model, Msg, cause};
use crate::ui::pages::answer::title;
use crate::ui::pages::cause::CausePage;
use crate::ui::pages::causes::CausesPage;
use crate::ui::pages::guide::GuidePage;
use crate::ui::pages::handout::HandoutPage;
use crate::ui::pages::manifest::ManifestPage;
use crate::ui::pages::paste::PastePage;
use crate::ui::pages::practice::PracticePage;
use crate::ui::pages::repair::RepairPage;
use crate::ui::pages::start::StartPage;
use crate::ui::pages::tree;
use crate::ui::practice::CaseRef;
use crate::ui::reading::use_reading;
use crate::ui::warm_up::warm_up;
use yew::prelude::*;

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What surrounds it.
    #[prop_or_default]
    pub host: Host,
}

/// The guide.
#[component]
pub fn App(props: &AppProps) -> Html {
    let host = &props.host;
    let model = use_reducer({
        let fragment = host.fragment.clone();
        move || Model::at(&fragment)
    });
    let moved = use_moved(&model.place);
    use_arrivals(host, &model);
    use_orders(host, &model);
    use_news(host, &model);
    use_reading(&model);
    {
        let (host, title) = (host.clone(), page_title(&model));
        use_effect_with(title, move |title| host.on_title.emit(title.clone().into()));
    }
    {
        let on_place = host.on_place.clone();
        use_effect_with(model.place.fragment(), move |fragment| on_place.emit(fragment.clone().into()));
    }
    use_effect_with((), |()| warm_up());
    draw(host, Guide { model }, moved)
}

/// The frame and, in it, the view that the place asks for.
pub(crate) fn draw(host: &Host, guide: Guide, moved: Moved) -> Html {
    let place = &guide.model.place;
    let view = place.view;
    let questions = guide.place(View::Guide);
    let on_file = guide.report_file();
    let notice = !guide.model.notices.is_empty();
    html! {
        <ContextProvider<Host> context={host.clone()}>
            <ContextProvider<Guide> context={guide}>
                <ContextProvider<Moved> context={moved}>
                    <Shell {view} {questions} {notice} {on_file}>
                        {
                            match view {
                                View::Start => html! { <StartPage /> },
                                View::Paste => html! { <PastePage /> },
                                View::Guide => html! { <GuidePage /> },
                                View::Repair => html! { <RepairPage /> },
                                View::Cause => html! { <CausePage /> },
                                View::Causes => html! { <CausesPage /> },
                                View::Manifest => html! { <ManifestPage /> },
                                View::Practice => html! { <PracticePage /> },
                                View::Handout => html! { <HandoutPage /> },
                                View::Tree => tree::page(host),
                            }
                        }
                    </Shell>
                </ContextProvider<Moved>>
            </ContextProvider<Guide>>
        </ContextProvider<Host>>
    }
}

/// Takes the state along when the surroundings go to another fragment.
#[hook]
fn use_arrivals(host: &Host, model: &UseReducerHandle<Model>) {
    let dispatcher = model.dispatcher();
    let fragment = host.fragment.clone();
    use_effect_with(host.moves, move |moves| {
        if *moves > 0 {
            dispatcher.dispatch(Msg::Arrived(fragment));
        }
    });
}

/// Does what the surroundings want.
#[hook]
fn use_orders(host: &Host, model: &UseReducerHandle<Model>) {
    let dispatcher = model.dispatcher();
    use_effect_with(host.orders.clone(), move |orders| {
        for order in orders.take() {
            match order {
                Order::Diagnose(text) => dispatcher.dispatch(Msg::Handed(text)),
                Order::Example(id) => {
                    if let Some(text) = sample(&id) {
                        dispatcher.dispatch(Msg::Handed(AttrValue::Static(text)));
                    }
                }
                Order::Reset(fragment) => dispatcher.dispatch(Msg::Forgotten(fragment)),
            }
        }
    });
}

/// Tells the surroundings which causes a text has, by their ids.
#[hook]
fn use_news(host: &Host, model: &UseReducerHandle<Model>) {
    let told = host.on_diagnosed.clone();
    let diagnosis = model.diagnosis.clone();
    // Two texts can have the same diagnosis, and one text can be handed in twice: each time that is news.
    let text = (model.text.clone(), model.handed);
    use_effect_with((text, diagnosis), move |(_, diagnosis)| {
        if let Some(diagnosis) = diagnosis {
            let causes = diagnosis.failures.iter().map(|failure| failure.cause.clone());
            told.emit(match diagnosis.failures.is_empty() {
                true => vec![diagnosis.cause.clone()],
                false => causes.collect(),
            });
        }
    });
}

/// Counts how often the place has changed.
#[hook]
fn use_moved(place: &Place) -> Moved {
    let last = use_mut_ref(|| (place.clone(), 0));
    let mut last = last.borrow_mut();
    if last.0 != *place {
        *last = (place.clone(), last.1 + 1);
    }
    Moved(last.1)
}

/// The title for the browser's tab. It never holds anything of the paste: titles stay in the browser's history.
pub(crate) fn page_title(model: &Model) -> String {
    let view = match model.place.view {
        View::Start => return labels::shell::NAME.into(),
        View::Paste => labels::paste::VIEW.into(),
        View::Guide => match model.position().stands {
            Stand::Question(step) => plain(&step.question, &Facts::default()),
            Stand::Outcome(cause, route) => plain(route.title.as_ref().unwrap_or(&cause.title), &Facts::default()),
        },
        View::Repair => labels::repair::VIEW.into(),
        View::Causes => labels::causes::VIEW.into(),
        View::Manifest => labels::manifest::VIEW.into(),
        View::Handout if model.place.solutions => labels::handout::VIEW_SOLUTIONS.into(),
        View::Handout => labels::handout::VIEW.into(),
        // The title of a case out of somebody's own file is theirs.
        View::Practice => match model.case() {
            Some(CaseRef::Given(case)) => case.title.clone(),
            _ => labels::practice::VIEW.into(),
        },
        View::Tree => labels::tree::VIEW.into(),
        View::Cause => model.place.cause.as_deref().and_then(cause).map(title).unwrap_or_default(),
    };
    labels::shell::title(&view)
}
