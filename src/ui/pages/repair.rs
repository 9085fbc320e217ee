//! The repair: a form, and beside it the commands and files that follow from it, live.

use crate::content::Content;
use crate::image::{ImageReference, suggest};
use crate::manifest::{Fault, Field, Repair, WorkloadKind};
use crate::ui::browser;
use crate::ui::components::field::{Choice, TextField, Wrong};
use crate::ui::components::prose::Prose;
use crate::ui::components::repair_steps::RepairSteps;
use crate::ui::components::shell::Heading;
use crate::ui::host::use_id;
use crate::ui::labels::repair as words;
use crate::ui::model::{Msg, use_guide};
use crate::ui::repair::{self, Edit, RepairForm, WORDS};
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
    html! {
        <div class="ipg-repair">
            <div class="ipg-repair__head">
                <Heading about="repair">{ heading }</Heading>
                <p class="ipg-lead"><Prose text={lead} /></p>
            </div>
            <div>
                <Problems faults={form.shown(&repair.faults).cloned().collect::<Vec<_>>()} />
                <Form form={form.clone()} repair={repair.clone()} on_edit={on_edit.clone()} />
            </div>
            <div>
                <RepairSteps terminal={form.terminal} {repair} {on_edit} />
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
    let id = use_id();
    let list = use_node_ref();
    if props.faults.is_empty() {
        return html! { <div role="status" ref={list}></div> };
    }
    html! {
        <div role="status" ref={list.clone()}>
            <div class="ipg-problem">
                <h2 class="ipg-problem__title">{ words::PROBLEMS_HEADING }</h2>
                <ul>
                    { for props.faults.iter().map(|fault| {
                        let field = id(&format!("field-{}", fault.field.id()));
                        let onclick = {
                            let (list, field) = (list.clone(), field.clone());
                            move |event: MouseEvent| {
                                event.prevent_default();
                                if let Some(list) = list.cast() {
                                    browser::focus_in_root(&list, &field);
                                }
                            }
                        };
                        let (label, _) = repair::words_of(fault.field);
                        html! { <li><a href={format!("#{field}")} {onclick}><Prose text={label} />{ ": " }<Prose text={repair::sentence(fault)} /></a></li> }
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
    let id = use_id();
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
        let fallback = if field == Field::Server { repair.input.server.clone() } else { String::new() };
        let on_value = on_edit.reform(move |value: AttrValue| Edit::Typed(field, value.to_string()));
        let on_take = on_edit.reform(move |value: AttrValue| Edit::Took(field, value.to_string()));
        let on_left = on_edit.reform(|()| Edit::Left);
        html! {
            <TextField name={format!("field-{}", field.id())} {label} hint={hint.map(AttrValue::from)} {optional}
                value={form.input.get(field).to_owned()} {fallback} {wrong} {offer} {on_value} {on_take} {on_left} />
        }
    };
    let checkbox = |name: &str, label: &'static str, checked: bool, edit: fn(bool) -> Edit| {
        let onchange = on_edit.reform(move |event: Event| {
            edit(event.target_dyn_into::<web_sys::HtmlInputElement>().is_some_and(|box_| box_.checked()))
        });
        html! {
            <div class="ipg-checkbox">
                <input type="checkbox" class="ipg-radio__input" id={id(name)} {checked} {onchange} />
                <label class="ipg-radio__label" for={id(name)}>{ label }</label>
            </div>
        }
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
                        { field(Field::Server, false) }
                        <RegistryHelp image={form.input.image.clone()} />
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
                    <Choice name="kind" label={words::KIND} hint={form.guessed.then_some(AttrValue::Static(words::KIND_GUESSED))} options={kinds} chosen={kind} on_choose={on_kind} />
                    { field(Field::Name, false) }
                    { field(Field::Namespace, true) }
                    { field(Field::Container, false) }
                    { checkbox("init", words::INIT, form.input.init, Edit::Init) }
                </>
            }) }
        </form>
    }
}

/// What is said of the image that fails, with a likely correction where there is one.
fn offer(form: &RepairForm) -> Option<Wrong> {
    let suggestion = suggest(&ImageReference::parse(&form.input.image)).map(|suggestion| suggestion.reference.into());
    (!form.input.original_image.is_empty()).then(|| Wrong { sentence: words::SAME_IMAGE.into(), suggestion })
}

#[derive(Clone, PartialEq, Properties)]
struct RegistryHelpProps {
    image: AttrValue,
}

/// What the registry wants as user name and password, where it is one that is known.
#[component]
fn RegistryHelp(props: &RegistryHelpProps) -> Html {
    let image = ImageReference::parse(&props.image);
    let Some(registry) = Content::embedded().registry_of(&image.registry).filter(|_| !props.image.is_empty()) else {
        return Html::default();
    };
    html! {
        <div class="ipg-note">
            <p><strong>{ Content::embedded().registry_name(&image.registry).to_owned() }</strong></p>
            if let Some(identity) = &registry.identity { <p><Prose text={identity.clone()} /></p> }
            if let Some(login) = registry.login("") {
                <>
                    <p>{ words::HELP_USERNAME }{ " " }<Prose text={login.username.clone()} /></p>
                    <p>{ words::HELP_PASSWORD }{ " " }<Prose text={login.password.clone()} /></p>
                    if let Some(expires) = &login.expires { <p><Prose text={expires.clone()} /></p> }
                </>
            }
            if let Some(note) = &registry.note { <p><Prose text={note.clone()} /></p> }
        </div>
    }
}
