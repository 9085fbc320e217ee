//! A cause by its own link.

use crate::content::Content;
use crate::guide::{Telling, View};
use crate::ui::components::go::Go;
use crate::ui::labels;
use crate::ui::model::{cause, use_guide};
use crate::ui::pages::answer::Answer;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn CausePage() -> Html {
    let guide = use_guide();
    let Some(cause) = guide.model.place.cause.as_deref().and_then(cause) else { return Html::default() };
    let image = guide.model.told_failure().map_or("", |failure| &failure.image);
    let telling = Telling::of_cause(Content::embedded(), cause, image);
    html! {
        <div class="ipg-column">
            <Answer {telling} level=1 />
            <p class="ipg-onward">
                <Go to={guide.place(View::Paste)}>{ labels::cause::TO_PASTE }</Go>
                <Go to={guide.place(View::Causes)}>{ labels::cause::TO_ALL }</Go>
            </p>
        </div>
    }
}
