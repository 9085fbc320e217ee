//! The last step: how it went, and what to take home.

use super::{StepProps, place_of};
use crate::cases::Step;
use crate::guide::{Place, View};
use crate::practice::{End, Task, Tries};
use crate::ui::components::code::Command;
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::{Section, Title};
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::practice as labels;
use crate::ui::model::use_guide;
use crate::ui::practice::Practised;
use yew::prelude::*;

/// The step.
#[component]
pub(super) fn LearnStep(props: &StepProps) -> Html {
    let StepProps { case, attempt, on_practised } = props;
    let guide = use_guide();
    let next = guide.model.practice.next(case);
    let again = on_practised.reform(|_: MouseEvent| Practised::WrongAgain);
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
                    <Go to={place_of(&next, Step::Look, false)} class="ipg-button ipg-button--primary">{ labels::LEARN_NEXT }</Go>
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
            <InCluster case={case.clone()} level=2 />
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

/// Properties of [`InCluster`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InClusterProps {
    /// The case.
    pub(super) case: crate::ui::practice::CaseRef,
    /// The level of its heading.
    pub(super) level: u8,
}

/// How to have the case in a cluster of one's own.
#[component]
pub(super) fn InCluster(props: &InClusterProps) -> Html {
    let InClusterProps { case, level } = props;
    let cluster = &case.cluster;
    let groups = [
        (labels::CLUSTER_SETUP, &cluster.setup),
        (labels::CLUSTER_CHECK, &cluster.check),
        (labels::CLUSTER_SOLVE, &cluster.solve),
        (labels::CLUSTER_CLEAN_UP, &cluster.clean_up),
    ];
    let manifests = crate::practice::solved(&format!("{}.yaml", case.id), &case.manifests, &case.manifests);
    html! {
        <Section level={*level} title={labels::CLUSTER_HEADING} folded=true>
            if !cluster.differs.is_empty() { <p class="ipg-note"><Prose text={cluster.differs.clone()} /></p> }
            <p>{ labels::CLUSTER_TEXT }</p>
            <YamlView document={manifests} />
            { for groups.into_iter().map(|(name, commands)| html! {
                <>
                    <Title level={level + 1}>{ name }</Title>
                    <Command text={commands.join("\n")} what={name} />
                </>
            }) }
        </Section>
    }
}
