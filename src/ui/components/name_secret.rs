//! The other places that can name a pull secret: the ServiceAccount of the pods, the values of a Helm chart.

use crate::content::Content;
use crate::manifest::{OutputStep, Repair, SecretForm, SecretOutput, Terminal};
use crate::ui::components::make_secret::step;
use crate::ui::components::prose::Prose;
use crate::ui::labels::forms as words;
use crate::ui::repair::WORDS;
use yew::prelude::*;

/// Properties of [`NameSecret`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NameSecretProps {
    /// For which program and shell the commands are.
    pub terminal: Terminal,
    /// What follows from the form.
    pub repair: Repair,
}

/// Both, each behind a disclosure.
#[component]
pub(crate) fn NameSecret(props: &NameSecretProps) -> Html {
    let NameSecretProps { terminal, repair } = props;
    let steps = |form| SecretOutput::of(Content::embedded(), form, &repair.input, None, *terminal, &WORDS).steps;
    // What stands above a file; above a command stands what it is for.
    let with = |step: &OutputStep, above: &mut dyn Iterator<Item = &'static str>| {
        let above = match step {
            OutputStep::File(_) => above.next(),
            OutputStep::Command(..) => None,
        };
        html! {
            <>
                if let Some(text) = above { <p><Prose text={text} /></p> }
                { self::step(step, false) }
            </>
        }
    };
    let mut of_account = [words::ACCOUNT_FILE].into_iter();
    let mut of_helm = [words::HELM_TOP, words::HELM_GLOBAL].into_iter();
    html! {
        <>
            <details class="ipg-more">
                <summary>{ words::SERVICE_ACCOUNT }</summary>
                <p><Prose text={words::SERVICE_ACCOUNT_TEXT} /></p>
                { for steps(SecretForm::ServiceAccount).iter().map(|step| with(step, &mut of_account)) }
            </details>
            <details class="ipg-more">
                <summary>{ words::HELM }</summary>
                { for steps(SecretForm::Helm).iter().map(|step| with(step, &mut of_helm)) }
            </details>
        </>
    }
}
