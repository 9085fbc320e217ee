//! The person's own YAML: a box, what is checked in it, and the smallest change that helps.

use crate::manifest::names::{NameKind, check_name};
use crate::mask;
use crate::patch::{Edit, PullPolicy, Refusal, Way};
use crate::secret_check::Subject;
use crate::ui::browser;
use crate::ui::components::checks::Checks;
use crate::ui::components::code::Command;
use crate::ui::components::diff::DiffView;
use crate::ui::components::field::{Checkbox, Choice, TextField, Wrong};
use crate::ui::components::paste_box::{BoxWords, PasteBox};
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::labels::manifest as words;
use crate::ui::manifest::{Change, ManifestForm, Mending, Offer};
use crate::ui::model::{Msg, use_guide};
use crate::ui::repair::name_sentence;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn ManifestPage() -> Html {
    let guide = use_guide();
    let form = &guide.model.manifest;
    let on_change = guide.report(Msg::ManifestChanged);
    {
        let on_change = on_change.clone();
        use_effect_with((), move |()| on_change.emit(Change::Came(browser::seconds())));
    }
    let on_text = on_change.reform(|text: AttrValue| Change::Text(text.into()));
    let report = &form.read.report;
    let has_text = !form.text.trim().is_empty();
    let has_secret = !report.subjects.is_empty();
    html! {
        <div class="ipg-repair">
            <div class="ipg-repair__head">
                <Heading about="manifest" takes_focus={!form.text.is_empty()}>{ words::HEADING }</Heading>
                <p class="ipg-lead"><Prose text={words::LEAD} /></p>
            </div>
            <div>
                <PasteBox words={BOX} text={form.text.clone()} on_text={on_text} on_file={guide.report_file()}>
                    <div role="status">
                        if form.refused { <p class="ipg-wrong">{ words::NO_FILE }</p> }
                    </div>
                </PasteBox>
                if !form.read.manifest.objects.is_empty() { <Wishes form={form.clone()} on_change={on_change.clone()} /> }
            </div>
            <div aria-live="polite">
                if has_text {
                    <Result form={form.clone()} {on_change} />
                    if has_secret {
                        <Checks report={report.clone()} mended={form.mending.mended.clone()} still_wrong={form.mending.still_wrong} level={2} />
                    }
                } else {
                    <div class="ipg-panel ipg-manifest__empty">
                        <Title level=2>{ words::EMPTY_HEADING }</Title>
                        <p><Prose text={words::EMPTY_TEXT} /></p>
                    </div>
                }
            </div>
        </div>
    }
}

/// The words of the box.
const BOX: BoxWords = BoxWords {
    name: "manifest",
    label: words::BOX,
    hint: words::BOX_HINT,
    placeholder: words::PLACEHOLDER,
    wraps: false,
};

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    form: ManifestForm,
    on_change: Callback<Change>,
}

/// What the pods are to have.
#[component]
fn Wishes(props: &FormProps) -> Html {
    let FormProps { form, on_change } = props;
    let images = form.images();
    let image = form.image();
    let options: Vec<AttrValue> = [AttrValue::Static(words::IMAGE_NONE)]
        .into_iter()
        .chain(images.iter().map(|image| mask::masked(image).into()))
        .collect();
    let chosen = images.iter().position(|known| *known == image).map_or(0, |at| at + 1);
    let all: Vec<String> = images.iter().map(|image| (*image).to_owned()).collect();
    let on_image = on_change.reform(move |index: usize| {
        Change::Image(index.checked_sub(1).and_then(|at| all.get(at)).cloned().unwrap_or_default())
    });
    let name = form.wanted.pull_secret.trim();
    let wrong = (!name.is_empty()).then(|| check_name(NameKind::Secret, name).err()).flatten();
    let wrong: Vec<Wrong> = wrong
        .into_iter()
        .map(|problem| Wrong {
            sentence: name_sentence(problem.kind).into(),
            suggestion: problem.suggestion.map(Into::into),
        })
        .collect();
    let policies: Vec<AttrValue> = [AttrValue::Static(words::POLICY_KEEP)]
        .into_iter()
        .chain(PullPolicy::ALL.iter().map(|policy| AttrValue::Static(policy.name())))
        .collect();
    let policy = PullPolicy::ALL.iter().position(|it| Some(*it) == form.wanted.pull_policy).map_or(0, |at| at + 1);
    let on_policy = on_change.reform(|index: usize| {
        Change::PullPolicy(index.checked_sub(1).and_then(|at| PullPolicy::ALL.get(at)).copied())
    });
    let secret = on_change.reform(|value: AttrValue| Change::PullSecret(value.to_string()));
    html! {
        <form class="ipg-manifest__wishes" novalidate=true onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <fieldset class="ipg-group">
                <legend class="ipg-group__legend">{ words::WISHES }</legend>
                if images.len() > 1 {
                    <Choice name="manifest-image" label={words::IMAGE} {options} {chosen} on_choose={on_image} />
                }
                if !image.is_empty() {
                    <TextField name="manifest-new-image" label={words::new_image(mask::masked(image))} optional=true value={form.wanted.new_image.clone()} fallback={form.new_image()}
                        on_value={on_change.reform(|value: AttrValue| Change::NewImage(value.to_string()))} />
                }
                <TextField name="manifest-secret" label={words::PULL_SECRET} hint={AttrValue::Static(words::PULL_SECRET_HINT)} optional=true
                    value={form.wanted.pull_secret.clone()} fallback={form.pull_secret().to_owned()} {wrong} on_value={secret.clone()} on_take={secret} />
                if !image.is_empty() {
                    <Choice name="manifest-policy" label={words::POLICY} hint={AttrValue::Static(words::POLICY_HINT)} options={policies} chosen={policy} on_choose={on_policy} />
                }
            </fieldset>
        </form>
    }
}

/// The edits, and the text after them or why there is none.
#[component]
fn Result(props: &FormProps) -> Html {
    let FormProps { form, on_change } = props;
    let mending = &form.mending;
    html! {
        <section class="ipg-section ipg-manifest__result">
            <Title level=2 class="ipg-section__title">{ words::RESULT_HEADING }</Title>
            if !mending.offers.is_empty() { <Edits offers={mending.offers.clone()} on_change={on_change.clone()} /> }
            { result(form, mending) }
            { for mending.refused.iter().map(|(edit, refusal, ways)| problem(words::unmended(said(edit, &[])), refusal, ways.clone())) }
        </section>
    }
}

fn result(form: &ManifestForm, mending: &Mending) -> Html {
    let is_described = form.text.trim_start().starts_with("Name:") && form.text.contains("\nEvents:");
    match &mending.patched {
        _ if is_described => html! { <p class="ipg-note"><Prose text={words::DESCRIBE} /></p> },
        Err(refusal) => refused(form, &mending.wanted(), refusal),
        Ok(patched) if !patched.edits.is_empty() => {
            html! { <DiffView before={form.text.clone()} patched={patched.clone()} file_name={form.file_name()} /> }
        }
        Ok(_) if form.read.report.subjects.iter().any(Subject::fails) => {
            html! { <p class="ipg-note"><Prose text={words::CANNOT_CHANGE} /></p> }
        }
        Ok(_) if form.read.manifest.objects.is_empty() => html! { <p class="ipg-note">{ words::NO_OBJECTS }</p> },
        Ok(_) => html! { <p class="ipg-note"><Prose text={words::NOTHING_TO_CHANGE} /></p> },
    }
}

/// Why nothing is changed, and what works instead.
fn refused(form: &ManifestForm, wanted: &[Edit], refusal: &Refusal) -> Html {
    let ways: Vec<_> = wanted.iter().flat_map(|edit| refusal.ways(edit, &form.read.manifest)).collect();
    problem(words::REFUSED_HEADING.to_owned(), refusal, ways)
}

/// An edit that is not made, why, and what works in its place.
fn problem(title: String, refusal: &Refusal, ways: Vec<Way>) -> Html {
    html! {
        <>
            <div class="ipg-problem">
                <Title level=3 class="ipg-problem__title"><Prose text={title} /></Title>
                <p><Prose text={words::refused(refusal.line, mask::masked(&refusal.text()))} /></p>
            </div>
            if !ways.is_empty() {
                <Title level=3 class="ipg-manifest__ways">{ words::WAYS_HEADING }</Title>
                { for ways.into_iter().map(|way| html! {
                    <div class="ipg-manifest__way">
                        <p><Prose text={way.kind.text()} /></p>
                        <Command text={way.command} what={way.kind.text()} />
                    </div>
                }) }
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EditsProps {
    offers: Vec<Offer>,
    on_change: Callback<Change>,
}

/// The edits to choose from.
#[component]
fn Edits(props: &EditsProps) -> Html {
    html! {
        <ul class="ipg-manifest__edits">
            { for props.offers.iter().enumerate().map(|(index, Offer { edit, is_wanted, objects, .. })| {
                let wanted = edit.clone();
                let on_check = props.on_change.reform(move |checked| Change::Wants(wanted.clone(), checked));
                let label = said(edit, objects);
                html! { <li><Checkbox name={format!("edit-{index}")} {label} checked={*is_wanted} {on_check} /></li> }
            }) }
        </ul>
    }
}

/// The most objects that are named one by one.
const MOST_NAMED: usize = 3;

/// Objects in words: the first few by name, and how many more there are.
fn named(objects: &[String]) -> String {
    let names: Vec<String> =
        objects.iter().take(MOST_NAMED).map(|object| format!("`{}`", mask::masked(object))).collect();
    let names = names.join(", ");
    match objects.len().saturating_sub(MOST_NAMED) {
        0 => names,
        more => words::and_more(more, names),
    }
}

/// An edit of these objects in words.
fn said(edit: &Edit, objects: &[String]) -> String {
    let masked = |text: &String| mask::masked(text);
    match edit {
        Edit::SetImage { old, new, .. } => words::edit_image(masked(new), masked(old)),
        Edit::AddPullSecret { name, .. } if objects.is_empty() => words::edit_pull_secret(masked(name)),
        Edit::AddPullSecret { name, .. } => words::edit_pull_secret_in(masked(name), named(objects)),
        Edit::RenamePullSecret { old, new } => words::edit_rename(masked(new), masked(old)),
        Edit::MoveMisplacedPullSecrets => words::EDIT_MOVE.to_owned(),
        Edit::SetPullPolicy { container, policy } => words::edit_policy(masked(container), policy.name()),
        Edit::AddPullSecretToServiceAccount { name, account: None } if objects.is_empty() => {
            words::edit_account(masked(name))
        }
        Edit::AddPullSecretToServiceAccount { name, account } => {
            let account = account.as_ref().map(|account| format!("`{}`", masked(account)));
            words::edit_account_in(account.unwrap_or_else(|| named(objects)), masked(name))
        }
        Edit::SetSecretType { name } => words::edit_type(masked(name)),
        Edit::SetSecretNamespace { name, namespace } => words::edit_namespace(masked(name), masked(namespace)),
        Edit::SetSecretServer { old, new } => words::edit_server(masked(new), masked(old)),
    }
}
