//! What is said of the copy that the browser keeps of the page.

use super::words::offline as words;
use yew::prelude::*;

/// Both sentences. They stay hidden until what they say is so (`src/boot.js`).
#[component]
pub(super) fn CopyNotice() -> Html {
    html! {
        <aside class="ipg-offline" aria-label={words::NAME}>
            <p id="guide-copy" hidden=true>{ words::KEPT }{ " " }<a href="?offline=remove">{ words::REMOVE }</a></p>
            <p id="guide-copy-removed" role="status" hidden=true>{ words::REMOVED }{ " " }<a href="./">{ words::KEEP }</a></p>
        </aside>
    }
}
