//! The first step: what happened, and what commands show of it.

use super::reply::{go, hints};
use super::{Work, place_of};
use crate::cases::Step;
use crate::ui::components::code::Output;
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::labels::practice as labels;
use crate::ui::practice::Practised;
use yew::prelude::*;

/// The step.
pub(super) fn look_step(work: &Work<'_>) -> Html {
    let Work { case, attempt, on_practised, .. } = *work;
    html! {
        <>
            <div class="ipg-case__story">
                { for case.story.iter().map(|text| html! { <p><Prose text={text.clone()} /></p> }) }
            </div>
            <Title level=2>{ labels::COMMANDS }</Title>
            <p class="ipg-hint">{ labels::COMMANDS_HINT }</p>
            <ul class="ipg-case__commands">
                { for case.outputs.iter().map(|output| {
                    let is_seen = attempt.seen.contains(&output.id);
                    // The state opens it, and not the browser: whose own word of it comes late, when one may have gone on.
                    let onclick = {
                        let (on_practised, id) = (on_practised.clone(), output.id.clone());
                        move |event: MouseEvent| {
                            if !is_seen {
                                event.prevent_default();
                                on_practised.emit(Practised::Ran(id.clone()));
                            }
                        }
                    };
                    html! {
                        <li key={output.id.clone()}>
                            // What was run once stays open when one comes back to it.
                            <details class="ipg-run" open={is_seen}>
                                <summary class="ipg-run__command" {onclick}><code>{ output.command.clone() }</code></summary>
                                if is_seen { <Output text={output.text.clone()} what={output.command.clone()} /> }
                            </details>
                        </li>
                    }
                }) }
            </ul>
            <div class="ipg-actions">
                <Go to={place_of(case, Step::Words, false)} class="ipg-button ipg-button--primary">{ go(Step::Words) }</Go>
            </div>
            { hints(work) }
        </>
    }
}
