//! The page: mounts the guide into `index.html`.

use yew::prelude::*;

#[component]
fn Guide() -> Html {
    html! { <main><h1>{"Image pull guide"}</h1></main> }
}

fn main() {
    if let Some(mount) = gloo::utils::document().get_element_by_id("guide") {
        yew::Renderer::<Guide>::with_root(mount).render();
    }
}
