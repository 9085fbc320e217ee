//! The repair: a form, and beside it the commands and files that follow from it, live.

use crate::content::Content;
use crate::image::ImageReference;
use crate::manifest::{Field, Repair, WorkloadKind};
use crate::ui::browser;
use crate::ui::components::field::{Choice, TextField, Wrong};
use crate::ui::components::prose::Prose;
use crate::ui::components::repair_steps::RepairSteps;
use crate::ui::components::shell::Heading;
use crate::ui::host::use_id;
use crate::ui::labels::repair as words;
use crate::ui::model::{Msg, use_guide};
use crate::ui::repair::{self, RepairForm, WORDS};
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn RepairPage() -> Html {
    let guide = use_guide();
    let form = &guide.model.repair;
    let repair = Repair::of(&form.input, form.terminal, &WORDS);
    let (heading, lead) = if form.input.needs_secret {
        (words::HEADING_SECRET, words::LEAD_SECRET)
    } else {
        (words::HEADING_IMAGE, words::LEAD_IMAGE)
    };
    let on_form = guide.report(|form: RepairForm| Msg::RepairEdited(Box::new(form)));
    html! {
        <div class="ipg-repair">
            <div class="ipg-repair__head">
                <Heading about="repair">{ heading }</Heading>
                <p class="ipg-lead"><Prose text={lead} /></p>
            </div>
            <div>
                <Problems repair={repair.clone()} />
                <Form form={form.clone()} repair={repair.clone()} on_form={on_form.clone()} />
            </div>
            <div>
                <RepairSteps form={form.clone()} {repair} {on_form} />
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ProblemsProps {
    repair: Repair,
}

/// All that is wrong, with a link to each field.
#[component]
fn Problems(props: &ProblemsProps) -> Html {
    let id = use_id();
    let list = use_node_ref();
    if props.repair.faults.is_empty() {
        return html! { <div role="status" ref={list}></div> };
    }
    html! {
        <div role="status" ref={list.clone()}>
            <div class="ipg-problem">
                <h2 class="ipg-problem__title">{ words::PROBLEMS_HEADING }</h2>
                <ul>
                    { for props.repair.faults.iter().map(|fault| {
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
    on_form: Callback<RepairForm>,
}

/// The fields, in three groups.
#[component]
fn Form(props: &FormProps) -> Html {
    let id = use_id();
    let FormProps { form, repair, on_form } = props;
    let field = |field: Field, optional: bool| {
        let (label, hint) = repair::words_of(field);
        let wrong = repair.faults.iter().filter(|fault| fault.field == field).map(|fault| Wrong {
            sentence: repair::sentence(fault).into(),
            suggestion: fault.suggestion.clone().map(AttrValue::from),
        });
        let mut wrong: Vec<Wrong> = wrong.collect();
        if field == Field::Image && wrong.is_empty() && still_the_same(form) {
            wrong.push(Wrong { sentence: words::SAME_IMAGE.into(), suggestion: None });
        }
        let fallback = if field == Field::Server { repair.input.server.clone() } else { String::new() };
        let on_value = {
            let form = form.clone();
            on_form.reform(move |value: AttrValue| RepairForm {
                input: form.input.clone().with(field, value.to_string()),
                ..form.clone()
            })
        };
        html! {
            <TextField name={format!("field-{}", field.id())} {label} hint={hint.map(AttrValue::from)} {optional}
                value={form.input.get(field).to_owned()} {fallback} {wrong} {on_value} />
        }
    };
    let needs_secret = {
        let form = form.clone();
        on_form.reform(move |_: Event| {
            let mut form = form.clone();
            form.input.needs_secret = !form.input.needs_secret;
            form
        })
    };
    let on_kind = {
        let form = form.clone();
        on_form.reform(move |index: usize| {
            let mut form = form.clone();
            form.input.kind = WorkloadKind::ALL.get(index).copied().unwrap_or_default();
            form
        })
    };
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
                    <div class="ipg-checkbox">
                        <input type="checkbox" class="ipg-radio__input" id={id("needs-secret")} checked={form.input.needs_secret} onchange={needs_secret} />
                        <label class="ipg-radio__label" for={id("needs-secret")}>{ words::NEEDS_SECRET }</label>
                    </div>
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
                    </>
                }) }
            }
            { group(words::LEGEND_WORKLOAD, html! {
                <>
                    <Choice name="kind" label={words::KIND} options={kinds} chosen={kind} on_choose={on_kind} />
                    { field(Field::Name, false) }
                    { field(Field::Namespace, true) }
                    { field(Field::Container, false) }
                </>
            }) }
        </form>
    }
}

/// Whether an image repair has not begun yet.
fn still_the_same(form: &RepairForm) -> bool {
    let input = &form.input;
    !input.needs_secret && !input.original_image.is_empty() && input.image == input.original_image
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
            <p><strong>{ registry.name.clone() }</strong></p>
            if let Some(note) = &registry.note { <p><Prose text={note.clone()} /></p> }
            <p><Prose text={registry.username.clone()} /></p>
            <p><Prose text={registry.password.clone()} /></p>
        </div>
    }
}
