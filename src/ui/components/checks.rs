//! What was checked of pull secrets and of the pods that name them, point by point.

use crate::content::Content;
use crate::mask;
use crate::secret_check::{Check, Outcome, SecretReport, Subject};
use crate::ui::components::prose::Prose;
use crate::ui::components::section::{Section, Title};
use crate::ui::labels::checks as words;
use yew::prelude::*;

/// Properties of [`Checks`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChecksProps {
    /// What was found.
    pub report: SecretReport,
    /// Which of it is mended by the changes that are shown beside, by its subjects and checks; empty where there are none.
    #[prop_or_default]
    pub mended: Vec<Vec<bool>>,
    /// How many things are still wrong after these.
    #[prop_or_default]
    pub still_wrong: usize,
    /// The level of its heading.
    pub level: u8,
}

/// How many things are wrong, and then all that was checked, object by object.
#[component]
pub(crate) fn Checks(props: &ChecksProps) -> Html {
    let ChecksProps { report, mended, still_wrong, level } = props;
    let missing = report.missing.and_then(|missing| Content::embedded().secret_check.missing.get(missing.id()));
    let wrong = report.subjects.iter().flat_map(|subject| &subject.checks).filter(|check| is_wrong(check)).count();
    let verdict = match wrong {
        0 => words::ALL_RIGHT.to_owned(),
        1 => words::ONE_WRONG.to_owned(),
        wrong => words::some_wrong(wrong),
    };
    let afterwards = match still_wrong {
        0 => words::THEN_RIGHT.to_owned(),
        1 => words::THEN_ONE_WRONG.to_owned(),
        wrong => words::then_some_wrong(wrong),
    };
    let is_mended = mended.iter().flatten().any(|is_mended| *is_mended);
    let by_subject = mended.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
    html! {
        <Section level={*level} title={words::HEADING}>
            <p class="ipg-checks__verdict">{ verdict }</p>
            if is_mended { <p class="ipg-checks__afterwards">{ afterwards }</p> }
            { for report.subjects.iter().zip(by_subject).map(|(subject, mended)| one(subject, mended, level + 1)) }
            if let Some(line) = report.unchecked { <p class="ipg-note">{ words::unchecked(line) }</p> }
            if let Some(text) = missing { <p class="ipg-note"><Prose text={text.clone()} /></p> }
        </Section>
    }
}

fn is_wrong(check: &Check) -> bool {
    matches!(check.outcome, Outcome::Failed(_))
}

fn one(subject: &Subject, mended: &[bool], level: u8) -> Html {
    let Subject { kind, name, namespace, checks, .. } = subject;
    let place = if namespace.is_empty() { String::new() } else { words::in_namespace(mask::masked(namespace)) };
    html! {
        <div class="ipg-checks">
            <Title {level} class="ipg-checks__object">{ mask::masked(kind) }{ " " }<code>{ mask::masked(name) }</code>{ place }</Title>
            <ul class="ipg-checks__list">{
                for checks.iter().enumerate().map(|(index, check)| point(check, mended.get(index) == Some(&true)))
            }</ul>
        </div>
    }
}

fn point(check: &Check, is_mended: bool) -> Html {
    let content = Content::embedded();
    let (class, sign, said) = match check.outcome {
        Outcome::Passed => ("ipg-checks__item ipg-checks__item--right", "✓", words::RIGHT),
        Outcome::Failed(_) => ("ipg-checks__item ipg-checks__item--wrong", "✗", words::WRONG),
        Outcome::Open(_) => ("ipg-checks__item ipg-checks__item--open", "?", words::OPEN),
    };
    let label = content.secret_check.aspects.get(check.aspect.id()).cloned().unwrap_or_default();
    let fix = mask::masked(&check.fix(content));
    html! {
        <li {class}>
            <span class="ipg-checks__sign" aria-hidden="true">{ sign }</span>
            <div>
                <p><strong>{ label }</strong>{ ": " }<span class="ipg-hidden">{ said }{ ". " }</span><Prose text={mask::masked(&check.text(content))} />
                    if check.fault().is_some() { <span class="ipg-quiet">{ " " }{ words::line(check.line) }</span> }
                </p>
                if is_mended {
                    <p class="ipg-checks__mended"><span aria-hidden="true">{ "✓ " }</span>{ words::MENDED }</p>
                } else if !fix.is_empty() {
                    <p class="ipg-checks__fix"><Prose text={fix} /></p>
                }
            </div>
        </li>
    }
}
