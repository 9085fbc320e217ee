//! Repair.
use yew::prelude::*;
use crate::ui::components::shell::Heading;
use crate::ui::labels::repair as words;
/// Repair.
#[component]
pub(crate) fn RepairPage() -> Html { html! { <Heading about="repair">{ words::VIEW }</Heading> } }
