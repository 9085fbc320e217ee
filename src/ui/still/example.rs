//! The files and commands of a repair, with words in capitals for what nobody told.

use super::words;
use crate::content::{Cause, Content, Repair as Form};
use crate::manifest::{Repair, SecretForm, SecretOutput, Terminal};
use crate::ui::components::code::Command;
use crate::ui::components::make_secret::step;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::{Section, Title};
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::{forms, repair as labels};
use crate::ui::repair::{RepairForm, WORDS};
use yew::prelude::*;

/// Properties of [`Examples`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExamplesProps {
    pub(super) cause: &'static Cause,
    /// The level of its headings.
    pub(super) level: u8,
}

/// The repairs that a cause has.
#[component]
pub(super) fn Examples(props: &ExamplesProps) -> Html {
    let ExamplesProps { cause, level } = props;
    let mut forms: Vec<Form> = Vec::new();
    for form in cause.fixes.iter().filter_map(|fix| fix.repair) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    html! { <>{ for forms.into_iter().map(|form| html! { <Example cause={cause.id.clone()} {form} level={*level} /> }) }</> }
}

/// Properties of [`Example`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExampleProps {
    /// The id of a cause that it mends; empty for none in particular.
    #[prop_or_default]
    pub(super) cause: String,
    /// Which repair.
    pub(super) form: Form,
    /// The level of its heading.
    pub(super) level: u8,
}

/// One repair.
#[component]
pub(super) fn Example(props: &ExampleProps) -> Html {
    let ExampleProps { cause, form, level } = props;
    let (content, terminal) = (Content::embedded(), Terminal::default());
    let input = RepairForm::filled(content, cause, *form, None, None, terminal).input;
    let repair = Repair::of(content, &input, terminal, &WORDS);
    let secret = SecretOutput::of(content, SecretForm::StringData, &input, None, terminal, &WORDS);
    let commands = &repair.commands;
    let title = match form {
        Form::Image => words::example::HEADING_IMAGE,
        Form::PullSecret => words::example::HEADING_SECRET,
    };
    let heading = |text: &'static str| html! { <Title level={level + 1} class="ipg-still__part">{ text }</Title> };
    html! {
        <Section level={*level} {title}>
            <p class="ipg-quiet">{ words::example::LEAD }</p>
            if let Some(command) = &commands.create_secret {
                { heading(labels::STEP_SECRET) }
                <p><Prose text={labels::STEP_SECRET_TEXT} /></p>
                <Command text={command.text.clone()} what={labels::STEP_SECRET} />
                <p>{ labels::SECRET_FILE }</p>
                <p class="ipg-quiet"><Prose text={forms::STRING_DATA_TEXT} /></p>
                { for secret.steps.iter().map(|written| step(written, false)) }
            }
            { heading(if input.needs_secret { labels::STEP_WORKLOAD } else { labels::STEP_WORKLOAD_IMAGE }) }
            <YamlView document={repair.workload.clone()} />
            <p><Prose text={labels::APPLY_TEXT} /></p>
            <Command text={commands.apply.text.clone()} what={labels::APPLY_WHAT} />
            { heading(labels::STEP_FIXED) }
            <p><Prose text={labels::FIXED_TEXT} /></p>
            <Command text={commands.watch.text.clone()} what={labels::FIXED_TEXT} />
        </Section>
    }
}
