//! All of it on paper: the questions and the cases, with or without the solutions.

use crate::guide::{Place, View};
use crate::ui::components::go::Go;
use crate::ui::components::shell::Heading;
use crate::ui::labels::handout as labels;
use crate::ui::model::use_guide;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn HandoutPage() -> Html {
    let guide = use_guide();
    let solutions = guide.model.place.solutions;
    let other = Place { view: View::Handout, solutions: !solutions, ..Place::default() };
    html! {
        <div class="ipg-handout">
            <Heading about="handout">{ labels::HEADING }</Heading>
            <p class="ipg-lead">{ labels::LEAD }</p>
            <p><Go to={other}>{ if solutions { labels::NO_SOLUTIONS } else { labels::SOLUTIONS } }</Go></p>
        </div>
    }
}
