//! What to do with the repair, step by step: the secret, the YAML, try again, look.

use crate::manifest::{KubectlProgram, Repair, Shell, WorkloadKind};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::field::Choice;
use crate::ui::components::prose::{Prose, with};
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::repair as words;
use crate::ui::repair::RepairForm;
use yew::prelude::*;

/// Properties of [`RepairSteps`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RepairStepsProps {
    /// What was typed and chosen.
    pub form: RepairForm,
    /// What follows from it.
    pub repair: Repair,
    /// Hears when another program or shell is chosen.
    pub on_form: Callback<RepairForm>,
}

/// The steps.
#[component]
pub(crate) fn RepairSteps(props: &RepairStepsProps) -> Html {
    let RepairStepsProps { form, repair, on_form } = props;
    let commands = &repair.commands;
    // Where the image of now is not known, only the image repair is sure to change it.
    let changes_image = !form.input.needs_secret || !form.input.original_image.is_empty();
    let workload = if form.input.needs_secret { words::STEP_WORKLOAD } else { words::STEP_WORKLOAD_IMAGE };
    let again = if form.input.kind == WorkloadKind::Pod { words::AGAIN_POD } else { words::AGAIN_WORKLOAD };
    html! {
        <>
            <Terminals form={form.clone()} on_form={on_form.clone()} />
            <ol class="ipg-steps">
                if let (Some(command), Some(secret)) = (&commands.create_secret, &repair.secret) {
                    { step(words::STEP_SECRET, html! {
                        <>
                            <p><Prose text={words::STEP_SECRET_TEXT} /></p>
                            <Command text={command.text.clone()} what={words::STEP_SECRET} />
                            <details class="ipg-more">
                                <summary>{ words::SECRET_FILE }</summary>
                                <p>{ words::SECRET_FILE_TEXT }</p>
                                <YamlView document={secret.clone()} />
                                if let Some(apply) = &commands.apply_secret { <Command text={apply.text.clone()} /> }
                            </details>
                        </>
                    }) }
                }
                { step(workload, html! {
                    <>
                        <p><Prose text={words::STEP_WORKLOAD_TEXT} /></p>
                        <YamlView document={repair.workload.clone()} />
                        <p>{ words::APPLY_TEXT }</p>
                        <Command text={commands.apply.text.clone()} />
                        { for [commands.set_image.as_ref().filter(|_| changes_image), commands.patch.as_ref()].into_iter().flatten().map(|command| html! {
                            <>
                                <p>{ words::PATCH_TEXT }</p>
                                <Command text={command.text.clone()} />
                            </>
                        }) }
                    </>
                }) }
                { step(words::STEP_AGAIN, html! {
                    <>
                        <p>{ again }</p>
                        <Command text={commands.try_again.text.clone()} what={words::STEP_AGAIN} />
                        <p class="ipg-note">{ words::GITOPS }</p>
                    </>
                }) }
                { step(words::STEP_FIXED, html! {
                    <>
                        <p><Prose text={words::FIXED_TEXT} /></p>
                        <Command text={commands.watch.text.clone()} />
                        <Output text={watched(repair)} />
                        <p>{ words::FIXED_EVENTS }</p>
                        <Command text={commands.describe.text.clone()} />
                        <Output text={with(words::FIXED_EVENT_OUTPUT, &[("image", or(&repair.input.image, "IMAGE"))])} />
                    </>
                }) }
            </ol>
        </>
    }
}

fn step(heading: &'static str, body: Html) -> Html {
    html! {
        <li class="ipg-steps__item">
            <h2 class="ipg-steps__heading">{ heading }</h2>
            { body }
        </li>
    }
}

/// What the watching command prints when all is well.
fn watched(repair: &Repair) -> String {
    let kind = repair.input.kind;
    let name = or(&repair.input.name, kind.placeholder());
    if kind != WorkloadKind::Pod {
        return with(words::FIXED_ROLLOUT, &[("resource", kind.resource()), ("name", name)]);
    }
    // The columns of a table are as wide as their longest entry.
    let heading = "NAME";
    let width = name.chars().count().max(heading.len());
    with(words::FIXED_OUTPUT, &[("heading", &format!("{heading:width$}")), ("name", &format!("{name:width$}"))])
}

fn or<'text>(text: &'text str, placeholder: &'text str) -> &'text str {
    if text.is_empty() { placeholder } else { text }
}

#[derive(Clone, PartialEq, Properties)]
struct TerminalsProps {
    form: RepairForm,
    on_form: Callback<RepairForm>,
}

/// For which program and which shell the commands are.
#[component]
fn Terminals(props: &TerminalsProps) -> Html {
    let TerminalsProps { form, on_form } = props;
    let shells = Shell::ALL.map(|shell| {
        AttrValue::Static(match shell {
            Shell::Posix => words::SHELL_POSIX,
            Shell::PowerShell => words::SHELL_POWERSHELL,
        })
    });
    let programs = KubectlProgram::ALL.map(|program| AttrValue::Static(program.words()));
    let on_program = {
        let form = form.clone();
        on_form.reform(move |index: usize| {
            let mut form = form.clone();
            form.terminal.program = KubectlProgram::ALL.get(index).copied().unwrap_or_default();
            form
        })
    };
    let on_shell = {
        let form = form.clone();
        on_form.reform(move |index: usize| {
            let mut form = form.clone();
            form.terminal.shell = Shell::ALL.get(index).copied().unwrap_or_default();
            form
        })
    };
    let program = KubectlProgram::ALL.iter().position(|program| *program == form.terminal.program).unwrap_or_default();
    let shell = Shell::ALL.iter().position(|shell| *shell == form.terminal.shell).unwrap_or_default();
    html! {
        <div class="ipg-terminals" role="group" aria-label={words::TERMINAL}>
            <Choice name="program" label={words::PROGRAM} options={programs.to_vec()} chosen={program} on_choose={on_program} />
            <Choice name="shell" label={words::SHELL} options={shells.to_vec()} chosen={shell} on_choose={on_shell} />
        </div>
    }
}
