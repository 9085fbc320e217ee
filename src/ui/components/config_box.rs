//! A box for a Docker configuration, out of which one login is taken. It is empty again at once.

use crate::manifest::docker_config::{FoundLogin, NoLogin, login_for};
use crate::manifest::placeholder;
use crate::ui::browser;
use crate::ui::components::prose::Prose;
use crate::ui::host::use_id;
use crate::ui::labels::docker_config as words;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Properties of [`ConfigBox`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ConfigBoxProps {
    /// The registry of the image; empty where it is not known.
    pub registry: AttrValue,
    /// The repository of the image; empty where it is not known.
    pub repository: AttrValue,
    /// Hears the login that was found.
    pub on_login: Callback<FoundLogin>,
}

/// The box, and what was found in it. What was pasted stands in the field alone, and only while it cannot be read.
#[component]
pub(crate) fn ConfigBox(props: &ConfigBoxProps) -> Html {
    let id = use_id();
    let (own, hint) = (id("docker-config"), id("docker-config-hint"));
    let field = use_node_ref();
    let said = use_state(AttrValue::default);
    {
        let (field, said) = (field.clone(), said.clone());
        use_effect_with((), move |()| {
            let leaving = browser::on_leave(move || {
                if let Some(field) = field.cast() {
                    browser::empty(&field);
                }
                said.set(AttrValue::default());
            });
            move || drop(leaving)
        });
    }
    let oninput = {
        let (props, said) = (props.clone(), said.clone());
        move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            let text = field.value();
            if text.trim().is_empty() {
                return said.set(AttrValue::default());
            }
            let found = login_for(&text, &props.registry, &props.repository);
            if found != Err(NoLogin::NotConfig) {
                browser::empty(&field);
            }
            said.set(sentence(&found, &props.registry).into());
            if let Ok(login) = found {
                props.on_login.emit(login);
            }
        }
    };
    html! {
        <div class="ipg-field">
            <label class="ipg-label" for={own.clone()}><Prose text={words::LABEL} /></label>
            <p class="ipg-hint" id={hint.clone()}>{ words::HINT }</p>
            <textarea id={own} ref={field} class="ipg-field__input ipg-field__input--secret" rows="3" {oninput} aria-describedby={hint}
                autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" />
            <div role="status">if !said.is_empty() { <p class="ipg-note"><Prose text={(*said).clone()} /></p> }</div>
        </div>
    }
}

/// What was found, or why nothing was taken.
fn sentence(found: &Result<FoundLogin, NoLogin>, registry: &str) -> String {
    let registry = if registry.is_empty() { placeholder::REGISTRY } else { registry };
    let named = |hosts: &[String]| hosts.iter().map(|host| format!("`{host}`")).collect::<Vec<_>>().join(", ");
    match found {
        Ok(login) => words::taken(&login.registry, &login.username),
        Err(NoLogin::NotConfig) => words::NOT_CONFIG.into(),
        Err(NoLogin::Empty) => words::empty(registry),
        Err(NoLogin::OtherHosts(hosts)) => words::other_hosts(named(hosts), registry),
        Err(NoLogin::SeveralHosts(hosts)) => words::several_hosts(named(hosts)),
        Err(NoLogin::Helper(helper)) => words::helper(helper, registry),
        Err(NoLogin::IdentityToken) => words::IDENTITY_TOKEN.into(),
        Err(NoLogin::NoPassword) => words::no_password(registry),
    }
}
