//! The repair: a form, and beside it the commands and files that follow from it, live.

use crate::content::Content;
use crate::guide::View;
use crate::image::{ImageReference, suggest};
use crate::manifest::{Fault, Field, Repair, WorkloadKind};
use crate::ui::components::field::{Checkbox, Choice, TextField, Wrong};
use crate::ui::components::go::Go;
use crate::ui::components::jump::Jump;
use crate::ui::components::prose::Prose;
use crate::ui::components::repair_steps::RepairSteps;
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::labels::{manifest, repair as words};
use crate::ui::model::{Msg, use_guide};
use crate::ui::repair::{self, Edit, KindTold, RepairForm, WORDS};
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn RepairPage() -> Html {
    let guide = use_guide();
    let form = &guide.model.repair;
    let repair = Repair::of(Content::embedded(), &form.input, form.terminal, &WORDS);
    let (heading, lead) = if form.input.needs_secret {
        (words::HEADING_SECRET, words::LEAD_SECRET)
    } else {
        (words::HEADING_IMAGE, words::LEAD_IMAGE)
    };
    let on_edit = guide.report(Msg::RepairEdited);
    let caution = form.login(Content::embedded()).and_then(|login| login.expires.clone()).map(AttrValue::from);
    html! {
        <div class="ipg-repair">
            <div class="ipg-repair__head">
                <Heading about="repair">{ heading }</Heading>
                <p class="ipg-lead"><Prose text={lead} /></p>
                <p><Go to={guide.place(View::Manifest)} class="ipg-button">{ manifest::OWN }</Go></p>
                { identity(form) }
            </div>
            <div>
                <Problems faults={form.shown(&repair.faults).cloned().collect::<Vec<_>>()} />
                <Form form={form.clone()} repair={repair.clone()} on_edit={on_edit.clone()} />
            </div>
            <div>
                <RepairSteps terminal={form.terminal} {repair} {caution} {on_edit} />
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ProblemsProps {
    faults: Vec<Fault>,
}

/// All that is wrong, with a link to each field.
#[component]
fn Problems(props: &ProblemsProps) -> Html {
    if props.faults.is_empty() {
        return html! { <div role="status"></div> };
    }
    html! {
        <div role="status">
            <div class="ipg-problem">
                <Title level=2 class="ipg-problem__title">{ words::PROBLEMS_HEADING }</Title>
                <ul>
                    { for props.faults.iter().map(|fault| {
                        let (label, _) = repair::words_of(fault.field);
                        html! { <li><Jump to={format!("field-{}", fault.field.id())}><Prose text={label} />{ ": " }<Prose text={repair::sentence(fault)} /></Jump></li> }
                    }) }
                </ul>
                <p class="ipg-quiet">{ words::PROBLEMS_INTRO }</p>
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    form: RepairForm,
    repair: Repair,
    on_edit: Callback<Edit>,
}

/// The fields, in three groups.
#[component]
fn Form(props: &FormProps) -> Html {
    let FormProps { form, repair, on_edit } = props;
    let field = |field: Field, optional: bool| {
        let (label, hint) = repair::words_of(field);
        let wrong = form.shown(&repair.faults).filter(|fault| fault.field == field).map(|fault| Wrong {
            sentence: repair::sentence(fault).into(),
            suggestion: fault.suggestion.clone().map(AttrValue::from),
        });
        let wrong: Vec<Wrong> = wrong.collect();
        // The image that fails is no mistake of the person: it is where the work begins.
        let offer = if field == Field::Image && form.input.still_has_failing_image() { offer(form) } else { None };
        let follows = matches!(field, Field::Server | Field::Username);
        let fallback = if follows { repair.input.get(field).to_owned() } else { String::new() };
        let on_value = on_edit.reform(move |value: AttrValue| Edit::Typed(field, value.to_string()));
        let on_take = on_edit.reform(move |value: AttrValue| Edit::Took(field, value.to_string()));
        let on_left = on_edit.reform(|()| Edit::Left);
        html! {
            <TextField name={format!("field-{}", field.id())} {label} hint={hint.map(AttrValue::from)} {optional}
                value={form.input.get(field).to_owned()} {fallback} {wrong} {offer} {on_value} {on_take} {on_left} />
        }
    };
    let checkbox = |name: &'static str, label: &'static str, checked: bool, edit: fn(bool) -> Edit| {
        html! { <Checkbox {name} {label} {checked} on_check={on_edit.reform(edit)} /> }
    };
    let on_kind = on_edit.reform(|index: usize| Edit::Kind(WorkloadKind::ALL.get(index).copied().unwrap_or_default()));
    let group = |legend: &'static str, fields: Html| {
        html! { <fieldset class="ipg-group"><legend class="ipg-group__legend">{ legend }</legend>{ fields }</fieldset> }
    };
    let kinds = WorkloadKind::ALL.iter().map(|kind| AttrValue::Static(kind.name())).collect::<Vec<_>>();
    let kind = WorkloadKind::ALL.iter().position(|kind| *kind == form.input.kind).unwrap_or_default();
    html! {
        <form novalidate=true onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { group(words::LEGEND_IMAGE, html! {
                <>
                    { field(Field::Image, false) }
                    { checkbox("needs-secret", words::NEEDS_SECRET, form.input.needs_secret, Edit::NeedsSecret) }
                </>
            }) }
            if form.input.needs_secret {
                { group(words::LEGEND_LOGIN, html! {
                    <>
                        { login_kinds(form, on_edit) }
                        { help(form) }
                        { field(Field::Server, false) }
                        { field(Field::Username, false) }
                        { field(Field::SecretName, false) }
                        { field(Field::ReferencedSecret, true) }
                        <details class="ipg-more">
                            <summary>{ words::MORE_FIELDS }</summary>
                            { field(Field::SecretNamespace, true) }
                            { field(Field::Email, true) }
                        </details>
                        { checkbox("replaces-secret", words::REPLACES_SECRET, form.input.replaces_secret, Edit::ReplacesSecret) }
                    </>
                }) }
            }
            { group(words::LEGEND_WORKLOAD, html! {
                <>
                    <Choice name="kind" label={words::KIND} hint={kind_hint(form)} options={kinds} chosen={kind} on_choose={on_kind} />
                    { field(Field::Name, false) }
                    { field(Field::Namespace, true) }
                    { field(Field::Container, false) }
                    { checkbox("init", words::INIT, form.input.init, Edit::Init) }
                </>
            }) }
        </form>
    }
}

/// How sure the kind of the workload is, where it is not certain.
fn kind_hint(form: &RepairForm) -> Option<AttrValue> {
    let hint = match form.kind_told {
        KindTold::Guessed => words::KIND_GUESSED,
        KindTold::No if form.input.kind == WorkloadKind::Pod => words::KIND_NOT_KNOWN,
        KindTold::No | KindTold::Certain => return None,
    };
    Some(AttrValue::Static(hint))
}

/// What is said of the image that fails, with a likely correction where there is one.
fn offer(form: &RepairForm) -> Option<Wrong> {
    let suggestion = suggest(&ImageReference::parse(&form.input.image)).map(|suggestion| suggestion.reference.into());
    (!form.input.original_image.is_empty()).then(|| Wrong { sentence: words::SAME_IMAGE.into(), suggestion })
}

/// What the registry wants as user name and password, where it is one that is known.
fn help(form: &RepairForm) -> Html {
    let content = Content::embedded();
    let Some(registry) = form.registry(content) else { return Html::default() };
    let host = ImageReference::parse(&form.input.image).registry;
    let by_image = form.registry.is_empty() || form.misfit(content).is_some();
    let name = if by_image { content.registry_name(&host) } else { &registry.name };
    html! {
        <div class="ipg-note">
            <p><strong>{ name.to_owned() }</strong></p>
            if let Some(login) = form.login(content) {
                <>
                    <p>{ words::HELP_USERNAME }{ " " }<Prose text={login.username.clone()} /></p>
                    <p>{ words::HELP_PASSWORD }{ " " }<Prose text={login.password.clone()} /></p>
                </>
            }
            if let Some(note) = &registry.note { <p><Prose text={note.clone()} /></p> }
        </div>
    }
}

/// How the registry's own cloud pulls without a secret: said before a secret is made.
fn identity(form: &RepairForm) -> Html {
    let identity = form.registry(Content::embedded()).and_then(|registry| registry.identity.as_ref());
    match identity.filter(|_| form.input.needs_secret) {
        Some(identity) => html! {
            <div class="ipg-note ipg-note--stops"><p><strong>{ words::IDENTITY }</strong>{ " " }<Prose text={identity.clone()} /></p></div>
        },
        None => Html::default(),
    }
}

/// Which kind of registry and which kind of login: told by the image, and to be changed by hand.
fn login_kinds(form: &RepairForm, on_edit: &Callback<Edit>) -> Html {
    let content = Content::embedded();
    let registry = form.registry(content);
    let names = content.registries.iter().map(|registry| AttrValue::from(&*registry.name)).collect::<Vec<_>>();
    let misfit = form.misfit(content);
    let picked = misfit.or(registry).map_or("generic", |registry| registry.id.as_str());
    let wrong = misfit.zip(form.input.known(Field::Image)).map(|(misfit, image)| {
        let host = ImageReference::parse(image).registry;
        AttrValue::from(words::registry_misfit(&misfit.name, content.registry_name(&host)))
    });
    let chosen = content.registries.iter().position(|known| known.id == picked).unwrap_or_default();
    let on_registry = on_edit.reform(|index: usize| {
        Edit::Registry(
            Content::embedded().registries.get(index).map(|registry| registry.id.clone()).unwrap_or_default(),
        )
    });
    let logins = registry.map_or(&[][..], |registry| &registry.logins);
    let ids: Vec<String> = logins.iter().map(|login| login.id.clone()).collect();
    let login = form.login(content).and_then(|login| ids.iter().position(|id| *id == login.id)).unwrap_or_default();
    let on_login = on_edit.reform(move |index: usize| Edit::Login(ids.get(index).cloned().unwrap_or_default()));
    let login_names = logins.iter().map(|login| AttrValue::from(&*login.name)).collect::<Vec<_>>();
    html! {
        <>
            <Choice name="registry" label={words::REGISTRY} {wrong} options={names} {chosen} on_choose={on_registry} />
            if login_names.len() > 1 {
                <Choice name="login" label={words::LOGIN} options={login_names} chosen={login} on_choose={on_login} />
            }
        </>
    }
}
