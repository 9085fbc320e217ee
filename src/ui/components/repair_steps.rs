//! What to do with the repair, step by step: the secret, the YAML, try again, look.

use crate::manifest::{KubectlProgram, Repair, Shell, Terminal, WorkloadKind, placeholder};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::field::Choice;
use crate::ui::components::make_secret::MakeSecret;
use crate::ui::components::name_secret::NameSecret;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::components::yaml_view::YamlView;
use crate::ui::labels::repair as words;
use crate::ui::repair::{Edit, words_of};
use yew::prelude::*;

/// Properties of [`RepairSteps`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RepairStepsProps {
    /// For which program and shell the commands are.
    pub terminal: Terminal,
    /// What follows from it.
    pub repair: Repair,
    /// That the login stops working by itself, where it does.
    #[prop_or_default]
    pub caution: Option<AttrValue>,
    /// Hears when another program or shell is chosen.
    pub on_edit: Callback<Edit>,
}

/// The steps.
#[component]
pub(crate) fn RepairSteps(props: &RepairStepsProps) -> Html {
    let RepairStepsProps { terminal, repair, caution, on_edit } = props;
    let commands = &repair.commands;
    html! {
        <>
            <Terminals terminal={*terminal} on_edit={on_edit.clone()} />
            { still_to_fill_in(repair) }
            <ol class="ipg-steps">
                if repair.input.needs_secret {
                    { step(words::STEP_SECRET, html! {
                        <>
                            if let Some(caution) = caution { <p class="ipg-note"><Prose text={caution.clone()} /></p> }
                            <MakeSecret terminal={*terminal} repair={repair.clone()} on_edit={on_edit.clone()} />
                        </>
                    }) }
                }
                { workload(repair, *terminal) }
                { step(words::STEP_AGAIN, html! {
                    <>
                        <p><Prose text={again(repair)} /></p>
                        if let Some(command) = &commands.try_again { <Command text={command.text.clone()} what={words::STEP_AGAIN} /> }
                        <p class="ipg-note">{ words::GITOPS }</p>
                    </>
                }) }
                { step(words::STEP_FIXED, html! {
                    <>
                        <p><Prose text={words::FIXED_TEXT} /></p>
                        <Command text={commands.watch.text.clone()} what={words::FIXED_TEXT} />
                        <Output text={watched(repair)} />
                        <p>{ words::FIXED_EVENTS }</p>
                        <Command text={commands.describe.text.clone()} what={words::FIXED_EVENTS} />
                        <Output text={words::fixed_event_output(or(&repair.input.image, placeholder::IMAGE))} />
                    </>
                }) }
            </ol>
        </>
    }
}

/// The fields without which nothing here is finished.
fn still_to_fill_in(repair: &Repair) -> Html {
    if repair.missing.is_empty() {
        return Html::default();
    }
    let names: Vec<&str> = repair.missing.iter().map(|field| words_of(*field).0).collect();
    html! { <p class="ipg-note ipg-note--todo"><Prose text={words::still_to_fill_in(names.join(", "))} /></p> }
}

/// Where the change goes: by a command into the cluster, and into the person's own file.
fn workload(repair: &Repair, terminal: Terminal) -> Html {
    let Repair { input, commands, .. } = repair;
    let heading = if input.needs_secret { words::STEP_WORKLOAD } else { words::STEP_WORKLOAD_IMAGE };
    let yaml = html! { <YamlView document={repair.workload.clone()} /> };
    if input.changes_secret_only() {
        return step(
            heading,
            html! {
                <>
                    <p><Prose text={words::named_already(&input.secret_name)} /></p>
                    <details class="ipg-more"><summary>{ words::NAMED_ALREADY_FILE }</summary>{ yaml }</details>
                </>
            },
        );
    }
    let in_cluster = [(&commands.set_image, words::SET_IMAGE_TEXT), (&commands.patch, words::PATCH_TEXT)];
    let in_cluster = in_cluster.into_iter().filter_map(|(command, text)| Some((command.as_ref()?, text)));
    let in_cluster: Vec<_> = if input.still_has_failing_image() { Vec::new() } else { in_cluster.collect() };
    let file_text = if in_cluster.is_empty() { words::FILE_TEXT } else { words::OR_FILE_TEXT };
    let apply_text = if input.kind.can_be_changed() { words::APPLY_TEXT } else { words::REPLACE_TEXT };
    step(
        heading,
        html! {
            <>
                { for in_cluster.into_iter().map(|(command, text)| html! {
                    <>
                        <p>{ text }</p>
                        <Command text={command.text.clone()} what={text} />
                    </>
                }) }
                <p>{ file_text }</p>
                { yaml }
                <p><Prose text={apply_text} /></p>
                <Command text={commands.apply.text.clone()} what={words::APPLY_WHAT} />
                if input.needs_secret { <NameSecret {terminal} repair={repair.clone()} /> }
            </>
        },
    )
}

/// What makes it try again.
fn again(repair: &Repair) -> &'static str {
    let input = &repair.input;
    match input.kind {
        WorkloadKind::Pod if input.changes_secret_only() => words::AGAIN_POD_SECRET,
        WorkloadKind::Pod | WorkloadKind::Job => words::AGAIN_MADE_ANEW,
        _ if input.changes_secret_only() => words::AGAIN_SECRET,
        WorkloadKind::Deployment | WorkloadKind::DaemonSet => words::AGAIN_ROLLS_OUT,
        WorkloadKind::StatefulSet => words::AGAIN_STATEFUL_SET,
        WorkloadKind::CronJob => words::AGAIN_CRON_JOB,
    }
}

fn step(heading: &'static str, body: Html) -> Html {
    html! {
        <li class="ipg-steps__item">
            <Title level=2 class="ipg-steps__heading">{ heading }</Title>
            { body }
        </li>
    }
}

/// What the watching command prints when all is well.
fn watched(repair: &Repair) -> String {
    let kind = repair.input.kind;
    let name = or(&repair.input.name, kind.placeholder());
    // The columns of a table are as wide as their longest entry.
    let table = |name: &str, row: fn(String, String) -> String| {
        let heading = "NAME";
        let width = name.chars().count().max(heading.len());
        row(format!("{heading:width$}"), format!("{name:width$}"))
    };
    match kind {
        WorkloadKind::Pod => table(name, words::fixed_output),
        WorkloadKind::Deployment => words::fixed_deployment(name),
        WorkloadKind::DaemonSet => words::fixed_daemon_set(name),
        WorkloadKind::StatefulSet => words::fixed_stateful_set(name),
        WorkloadKind::Job | WorkloadKind::CronJob => table(&format!("{name}-x2k4z"), words::fixed_job),
    }
}

fn or<'text>(text: &'text str, placeholder: &'text str) -> &'text str {
    if text.is_empty() { placeholder } else { text }
}

#[derive(Clone, PartialEq, Properties)]
struct TerminalsProps {
    terminal: Terminal,
    on_edit: Callback<Edit>,
}

/// For which program and which shell the commands are.
#[component]
fn Terminals(props: &TerminalsProps) -> Html {
    let TerminalsProps { terminal, on_edit } = props;
    let shells = Shell::ALL.map(|shell| {
        AttrValue::Static(match shell {
            Shell::Posix => words::SHELL_POSIX,
            Shell::PowerShell => words::SHELL_POWERSHELL,
        })
    });
    let programs = KubectlProgram::ALL.map(|program| AttrValue::Static(program.words()));
    let on_program =
        on_edit.reform(|index: usize| Edit::Program(KubectlProgram::ALL.get(index).copied().unwrap_or_default()));
    let on_shell = on_edit.reform(|index: usize| Edit::Shell(Shell::ALL.get(index).copied().unwrap_or_default()));
    let program = KubectlProgram::ALL.iter().position(|program| *program == terminal.program).unwrap_or_default();
    let shell = Shell::ALL.iter().position(|shell| *shell == terminal.shell).unwrap_or_default();
    html! {
        <div class="ipg-terminals" role="group" aria-label={words::TERMINAL}>
            <Choice name="program" label={words::PROGRAM} options={programs.to_vec()} chosen={program} on_choose={on_program} />
            <Choice name="shell" label={words::SHELL} options={shells.to_vec()} chosen={shell} on_choose={on_shell} />
        </div>
    }
}
