//! Practice cases to read: all of one on a page, with what gives something away folded.

use super::words;
use crate::cases::Case;
use crate::guide::{Place, View};
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Section;
use crate::ui::components::shell::Heading;
use crate::ui::labels::{handout, practice as labels};
use crate::ui::links::{at_case, at_cause};
use crate::ui::pages::case_sheet::{Sheet, case_sheet, case_solution};
use crate::ui::pages::practice::{in_cluster, level_of};
use yew::prelude::*;

/// All cases, in the order of the guide.
#[component]
pub(super) fn AllCases() -> Html {
    let on_paper = |solutions: bool| Place { view: View::Handout, solutions, ..Place::default() };
    html! {
        <div class="ipg-column">
            <Heading about="">{ labels::HEADING }</Heading>
            <p class="ipg-lead">{ words::practice::LEAD }</p>
            <ol class="ipg-causes">
                { for Case::embedded().iter().map(|case| html! {
                    <li class="ipg-causes__item">
                        <Go to={at_case(&case.id)} class="ipg-causes__title">{ case.title.clone() }</Go>
                        <p class="ipg-causes__text">{ level_of(case) }</p>
                    </li>
                }) }
            </ol>
            <p>{ words::practice::ON_PAPER }{ " " }<Go to={on_paper(false)}>{ handout::VIEW }</Go>{ ", " }<Go to={on_paper(true)}>{ handout::VIEW_SOLUTIONS }</Go></p>
        </div>
    }
}

/// Properties of [`OneCase`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OneCaseProps {
    pub(super) case: &'static Case,
    /// The level of its heading.
    pub(super) level: u8,
}

/// One case. As a page it has its heading here; further down on a page its heading is what it is folded under.
#[component]
pub(super) fn OneCase(props: &OneCaseProps) -> Html {
    let OneCaseProps { case, level } = *props;
    html! {
        <>
            if level == 1 {
                <p class="ipg-eyebrow">{ level_of(case) }</p>
                <Heading about="">{ case.title.clone() }</Heading>
            } else {
                <p class="ipg-quiet">{ level_of(case) }</p>
            }
            { case_sheet(case, Sheet { level, number: None, solution: false }) }
            { for case.hints.iter().enumerate().map(|(number, hint)| html! {
                <details class="ipg-sheet__hint">
                    <summary>{ labels::hint(number + 1) }</summary>
                    <p><Prose text={hint.clone()} /></p>
                </details>
            }) }
            <Section level={level + 1} title={handout::SOLUTION} folded=true>
                { case_solution(case, level + 2) }
                <p><Go to={at_cause(&case.cause.is)}>{ labels::CAUSE_MORE }</Go></p>
            </Section>
            { in_cluster(case, level + 1) }
            if level == 1 {
                <p class="ipg-still__part"><Go to={Place { view: View::Practice, ..Place::default() }}>{ labels::TO_LIST }</Go></p>
            }
        </>
    }
}
