//! How the pull secret comes to the cluster: by a command that asks for the password, or in another form.

use crate::content::Content;
use crate::image::ImageReference;
use crate::manifest::docker_config::FoundLogin;
use crate::manifest::{Field, OutputStep, Repair, RepairInput, SecretForm, SecretOutput, Terminal, server};
use crate::ui::components::code::Command;
use crate::ui::components::config_box::ConfigBox;
use crate::ui::components::field::Choice;
use crate::ui::components::password::PasswordField;
use crate::ui::components::prose::Prose;
use crate::ui::components::yaml_view::YamlView;
use crate::ui::host::use_standalone;
use crate::ui::labels::{docker_config, forms as words, password as words_of_password, repair as labels};
use crate::ui::repair::{Edit, WORDS};
use yew::prelude::*;

/// Properties of [`MakeSecret`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MakeSecretProps {
    /// For which program and shell the commands are.
    pub terminal: Terminal,
    /// What follows from the form.
    pub repair: Repair,
    /// Hears the user name and the server of a login that was found.
    pub on_edit: Callback<Edit>,
}

/// A password that the person gave.
#[derive(Clone, Default, PartialEq)]
struct Held {
    /// The password.
    password: Option<AttrValue>,
    /// The registry that it is for, where it came with one: it is used for no other.
    registry: Option<String>,
    /// How often one came with a registry.
    found: usize,
}

impl Held {
    /// The password for the registry behind `server`.
    fn for_server(&self, server: &str) -> Option<&str> {
        let is_for = |registry: &String| registry == server::registry(server);
        self.password.as_deref().filter(|_| self.registry.as_ref().is_none_or(is_for))
    }
}

/// The command, and behind a disclosure the files. A password that is put in lives here and nowhere else.
#[component]
pub(crate) fn MakeSecret(props: &MakeSecretProps) -> Html {
    let MakeSecretProps { terminal, repair, on_edit } = props;
    let input = &repair.input;
    let standalone = use_standalone();
    let form = use_state(|| SecretForm::StringData);
    let held = use_state(Held::default);
    let shown = use_state(|| false);
    let password = held.for_server(&input.server);
    let written = SecretOutput::of(Content::embedded(), *form, input, password, *terminal, &WORDS);
    let is_covered = password.is_some() && form.holds_password() && !*shown;
    let forms: Vec<SecretForm> = SecretForm::MAKING.into_iter().filter(|form| *form != SecretForm::Command).collect();
    let chosen = forms.iter().position(|known| known == &*form).unwrap_or_default();
    let options = forms.iter().map(|form| AttrValue::Static(words_of(*form).0)).collect::<Vec<_>>();
    let on_choose = {
        let form = form.clone();
        Callback::from(move |index: usize| form.set(forms.get(index).copied().unwrap_or_default()))
    };
    let on_password = Callback::from({
        let held = held.clone();
        move |password| held.set(Held { password, registry: None, found: held.found })
    });
    let on_show = Callback::from({
        let shown = shown.clone();
        move |show| shown.set(show)
    });
    let on_login = Callback::from({
        let (held, shown, on_edit) = (held.clone(), shown.clone(), on_edit.clone());
        let server_is_open = input.known(Field::Server).is_none();
        move |login: FoundLogin| {
            // What came out of a file is not shown again.
            shown.set(false);
            if server_is_open {
                on_edit.emit(Edit::Took(Field::Server, Content::embedded().server_of(&login.registry)));
            }
            on_edit.emit(Edit::Took(Field::Username, login.username));
            let (password, registry) = (Some(login.password.into()), Some(login.registry));
            held.set(Held { password, registry, found: held.found + 1 });
        }
    });
    let asks = || {
        let (registry, repository) = pulled_from(input);
        let show = *shown && held.registry.is_none();
        html! {
            <details class="ipg-more" hidden={!form.holds_password()}>
                <summary>{ words_of_password::OPEN }</summary>
                <PasswordField shown={show} replaced={held.found} {on_password} {on_show} />
                <details class="ipg-more">
                    <summary><Prose text={docker_config::OPEN} /></summary>
                    <ConfigBox {registry} {repository} {on_login} />
                </details>
            </details>
        }
    };
    html! {
        <>
            <p><Prose text={labels::STEP_SECRET_TEXT} /></p>
            if let Some(command) = &repair.commands.create_secret {
                <Command text={command.text.clone()} what={labels::STEP_SECRET} />
            }
            <details class="ipg-more">
                <summary>{ labels::SECRET_FILE }</summary>
                <Choice name="secret-form" label={words::FORM} {options} {chosen} {on_choose} />
                <p><Prose text={words_of(*form).1} /></p>
                if standalone { { asks() } }
                <p role="status" class="ipg-quiet">{ if is_covered { words_of_password::COVERED } else { "" } }</p>
                // In an element of their own: their number must not shift what stands before them, the focus in it.
                <div class="ipg-more__steps">{ for written.steps.iter().map(|step| self::step(step, is_covered)) }</div>
            </details>
        </>
    }
}

/// Registry and repository of the image; of the server alone where the image is not known.
fn pulled_from(input: &RepairInput) -> (String, String) {
    match input.known(Field::Image).map(ImageReference::parse).filter(|image| image.problems.is_empty()) {
        Some(image) => (image.registry, image.repository),
        None => (server::registry(input.known(Field::Server).unwrap_or_default()).to_owned(), String::new()),
    }
}

/// One step of a form.
pub(crate) fn step(step: &OutputStep, covered: bool) -> Html {
    match step {
        OutputStep::File(file) => html! { <YamlView document={file.clone()} {covered} /> },
        OutputStep::Command(id, command) => {
            let text = sentence(id);
            html! {
                <>
                    <p>{ text }</p>
                    <Command text={command.text.clone()} what={text.trim_end_matches(':')} />
                </>
            }
        }
    }
}

/// What a command of a form is for.
fn sentence(id: &str) -> &'static str {
    match id {
        "seal" => words::SEAL,
        "made" => words::MADE,
        "look" => words::LOOK,
        "patch" => words::PATCH,
        "append" => words::APPEND,
        "link" => words::LINK,
        "values" => words::HELM_TEXT,
        "upgrade" => words::UPGRADE,
        _ => words::APPLY,
    }
}

/// What a form is called, and what is to be known of it.
fn words_of(form: SecretForm) -> (&'static str, &'static str) {
    match form {
        SecretForm::Command => (labels::STEP_SECRET, labels::STEP_SECRET_TEXT),
        SecretForm::Data => (words::DATA, words::DATA_TEXT),
        SecretForm::StringData => (words::STRING_DATA, words::STRING_DATA_TEXT),
        SecretForm::Kustomize => (words::KUSTOMIZE, words::KUSTOMIZE_TEXT),
        SecretForm::SealedSecrets => (words::SEALED_SECRETS, words::SEALED_SECRETS_TEXT),
        SecretForm::ExternalSecrets => (words::EXTERNAL_SECRETS, words::EXTERNAL_SECRETS_TEXT),
        SecretForm::ServiceAccount => (words::SERVICE_ACCOUNT, words::SERVICE_ACCOUNT_TEXT),
        SecretForm::Helm => (words::HELM, words::HELM_TEXT),
    }
}
