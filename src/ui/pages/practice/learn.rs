//! The last step: how it went, and what to take home.

use super::{Work, place_of};
use crate::cases::{Case, Step};
use crate::guide::{Place, View};
use crate::practice::{End, Task, Tries, manifests};
use crate::ui::components::code::Command;
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::{Section, Title};
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::practice as labels;
use crate::ui::practice::{CaseRef, Practised};
use yew::prelude::*;

/// The step.
pub(super) fn learn_step(work: &Work<'_>, next: Option<&CaseRef>) -> Html {
    let Work { case, attempt, .. } = *work;
    let again = work.on(|_: MouseEvent| Practised::WrongAgain);
    let went_wrong = attempt.has_ended() && attempt.wrong().next().is_some();
    let tasks =
        [(Task::Words, labels::STEP_WORDS), (Task::Cause, labels::STEP_CAUSE), (Task::Repair, labels::STEP_REPAIR)];
    html! {
        <>
            if !attempt.has_ended() { <p class="ipg-note">{ labels::LEARN_OPEN_TEXT }</p> }
            <Title level=2>{ labels::LEARN_HEADING }</Title>
            <ul class="ipg-case__learn">
                { for case.learn.iter().map(|text| html! { <li><Prose text={text.clone()} /></li> }) }
            </ul>
            <Section level=2 title={labels::LEARN_RESULTS}>
                <dl class="ipg-case__results">
                    { for tasks.into_iter().map(|(task, name)| html! {
                        <div>
                            <dt><Go to={place_of(case, task.step(), false)}>{ name }</Go></dt>
                            <dd>{ said(attempt.tries(task)) }</dd>
                        </div>
                    }) }
                </dl>
                if went_wrong {
                    <button type="button" class="ipg-button ipg-button--small" onclick={again}>{ labels::LEARN_AGAIN }</button>
                }
            </Section>
            <div class="ipg-actions">
                if let Some(next) = next {
                    <Go to={place_of(next, Step::Look, false)} class="ipg-button ipg-button--primary">{ labels::LEARN_NEXT }</Go>
                }
                <Go to={Place { view: View::Practice, ..Place::default() }} class="ipg-button">{ labels::TO_LIST }</Go>
            </div>
            <Section level=2 title={labels::LEARN_TOLD}>
                <dl class="ipg-case__told">
                    { for case.outputs.iter().map(|output| html! {
                        <>
                            <dt><code>{ output.command.clone() }</code></dt>
                            <dd><Prose text={output.tells.clone()} /></dd>
                        </>
                    }) }
                </dl>
            </Section>
            { in_cluster(case, 2) }
        </>
    }
}

/// How a task went.
fn said(tries: Tries) -> String {
    match (tries.end, tries.wrong) {
        (None, _) => labels::LEARN_OPEN.into(),
        (Some(End::Shown), _) => labels::LEARN_SHOWN.into(),
        (Some(End::Solved), 0) => labels::LEARN_FIRST_TRY.into(),
        (Some(End::Solved), 1) => labels::LEARN_AFTER_1.into(),
        (Some(End::Solved), wrong) => labels::learn_after(wrong),
    }
}

/// How to have the case in a cluster of one's own. `level` is that of its heading.
pub(crate) fn in_cluster(case: &Case, level: u8) -> Html {
    let cluster = &case.cluster;
    let groups = [
        (labels::CLUSTER_SETUP, &cluster.setup),
        (labels::CLUSTER_CHECK, &cluster.check),
        (labels::CLUSTER_SOLVE, &cluster.solve),
        (labels::CLUSTER_CLEAN_UP, &cluster.clean_up),
    ];
    html! {
        <Section {level} title={labels::CLUSTER_HEADING} folded=true>
            if !cluster.differs.is_empty() { <p class="ipg-note"><Prose text={cluster.differs.clone()} /></p> }
            <p>{ labels::CLUSTER_TEXT }</p>
            <YamlView document={manifests(case)} />
            { for groups.into_iter().map(|(name, commands)| html! {
                <>
                    <Title level={level + 1}>{ name }</Title>
                    <Command text={commands.join("\n")} what={name} />
                </>
            }) }
        </Section>
    }
}
