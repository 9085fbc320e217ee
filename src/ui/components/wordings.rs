//! How the programs say a cause: whole messages to compare one's own with.

use crate::content::{Cause, Content, Program};
use crate::ui::components::section::Section;
use crate::ui::labels::{months, wordings as words};
use yew::prelude::*;

/// Properties of [`Wordings`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WordingsProps {
    /// The cause.
    pub cause: &'static Cause,
    /// The level of its heading.
    pub level: u8,
    /// Whether it stays folded until the person opens it.
    #[prop_or_default]
    pub folded: bool,
}

/// The messages, which program says each, and when that was last compared.
#[component]
pub(crate) fn Wordings(props: &WordingsProps) -> Html {
    let WordingsProps { cause, level, folded } = props;
    if cause.wordings.is_empty() {
        return Html::default();
    }
    let mut programs: Vec<&Program> = Vec::new();
    let mut said = Vec::new();
    for wording in &cause.wordings {
        let program = Content::embedded().programs.iter().find(|program| program.id == wording.program);
        programs.extend(program.filter(|program| programs.iter().all(|known| known.id != program.id)));
        said.push((program.map_or(wording.program.as_str(), |program| &program.name), &wording.text));
    }
    let last = programs.len().saturating_sub(1);
    let name = |(at, program): (usize, &&Program)| {
        let before = match at {
            0 => "",
            _ if at == last => words::AND,
            _ => words::COMMA,
        };
        html! { <>{ before }<span class="ipg-unbroken">{ program.name.clone() }</span>{ " " }<span class="ipg-unbroken">{ program.versions.clone() }</span></> }
    };
    html! {
        <Section level={*level} folded={*folded} title={words::HEADING}>
            <p class="ipg-quiet">{ words::INTRO }</p>
            <dl class="ipg-wordings">
                { for said.into_iter().map(|(name, text)| html! {
                    <div class="ipg-wordings__row"><dt>{ name }</dt><dd><code>{ text.clone() }</code></dd></div>
                }) }
            </dl>
            <p class="ipg-quiet">
                { words::CHECKED_AGAINST }{ " " }{ for programs.iter().enumerate().map(name) }{ words::CHECKED_IN }{ " " }
                <time datetime={cause.checked.clone()}>{ month(&cause.checked) }</time>{ "." }
            </p>
        </Section>
    }
}

/// `2026-08` as a person says it; as it is where it is no month.
fn month(checked: &str) -> String {
    const NAMES: [&str; 12] = [
        months::M01,
        months::M02,
        months::M03,
        months::M04,
        months::M05,
        months::M06,
        months::M07,
        months::M08,
        months::M09,
        months::M10,
        months::M11,
        months::M12,
    ];
    let said = checked.split_once('-').and_then(|(year, month)| {
        let name = NAMES.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(format!("{name} {year}"))
    });
    said.unwrap_or_else(|| checked.to_owned())
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn a_month_is_written_out() {
        assert_eq!(month("2026-08"), "August 2026");
        assert_eq!(["2026-13", "2026-00", "2026", ""].map(month), ["2026-13", "2026-00", "2026", ""]);
    }
}
