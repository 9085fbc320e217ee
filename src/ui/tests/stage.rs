//! Where components and pages are drawn without a browser.

use crate::ui::app::draw;
use crate::ui::browser::FileText;
use crate::ui::components::shell::Moved;
use crate::ui::host::Host;
use crate::ui::model::{Guide, Model, Msg};
use crate::ui::tests::html::{self, Element};
use futures::executor::block_on;
use std::rc::Rc;
use yew::prelude::*;

/// What every id begins with: not the default, so that an id written by hand is found.
pub(super) const PREFIX: &str = "stage";

#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    model: Model,
    component: Option<Html>,
    standalone: bool,
}

/// A part of a page with everything around it that it may ask for.
#[component]
fn Stage(props: &StageProps) -> Html {
    let model = use_reducer({
        let model = props.model.clone();
        move || model
    });
    let host = Host { id_prefix: PREFIX.into(), standalone: props.standalone, ..Host::default() };
    let guide = Guide { model };
    let Some(component) = &props.component else { return draw(&host, guide, Moved::default()) };
    html! {
        <ContextProvider<Host> context={host}>
            <ContextProvider<Guide> context={guide}>{ component.clone() }</ContextProvider<Guide>>
        </ContextProvider<Host>>
    }
}

fn render(model: Model, component: Option<Html>, standalone: bool) -> Element {
    let props = StageProps { model, component, standalone };
    html::parse(&block_on(yew::LocalServerRenderer::<Stage>::with_props(props).hydratable(false).render()))
}

/// A part of a page.
pub(super) fn component(html: Html) -> Element {
    render(Model::at(""), Some(html), true)
}

/// The whole page in this state.
pub(super) fn page(model: &Model) -> Element {
    render(model.clone(), None, true)
}

/// The whole guide inside somebody else's page.
pub(super) fn embedded(model: &Model) -> Element {
    render(model.clone(), None, false)
}

/// The state after messages, one after another.
pub(super) fn after(fragment: &str, messages: impl IntoIterator<Item = Msg>) -> Model {
    let model = messages.into_iter().fold(Rc::new(Model::at(fragment)), Reducible::reduce);
    Rc::unwrap_or_clone(model)
}

/// A file that was read.
pub(super) fn file(text: String) -> FileText {
    FileText::Text { name: String::new(), text }
}
