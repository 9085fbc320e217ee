//! Questions, answers given, the fields of the repair and the files that it makes; the frame around all.

use super::{Named, facts, other_step, step};
use crate::content::Content;
use crate::guide::{Place, View};
use crate::manifest::docker_config::FoundLogin;
use crate::manifest::{
    KubectlProgram, LineMark, PullSecret, Repair, RepairInput, Shell as Syntax, Terminal, WorkloadKind,
};
use crate::manifest::{YamlDocument, YamlLine};
use crate::ui::components::config_box::ConfigBox;
use crate::ui::components::field::{Choice, TextField, Wrong};
use crate::ui::components::go::Go;
use crate::ui::components::password::PasswordField;
use crate::ui::components::question::Question;
use crate::ui::components::repair_steps::RepairSteps;
use crate::ui::components::shell::{Heading, Shell};
use crate::ui::components::trail::Trail;
use crate::ui::components::yaml_view::YamlView;
use crate::ui::repair::{Edit, WORDS};
use yew::prelude::*;

pub(super) fn examples() -> Vec<Named> {
    let mut all = questions();
    all.extend(fields());
    all.extend(files());
    all.extend(repairs());
    all.extend(frame());
    all
}

fn questions() -> Vec<Named> {
    let on_answer = Callback::<AttrValue>::noop();
    let question = |chosen: Option<&'static str>, number: usize| {
        let on_back = (number > 1).then(Callback::<()>::noop);
        let chosen = chosen.map(AttrValue::Static);
        html! { <Question step={step()} {number} {chosen} facts={facts()} on_answer={on_answer.clone()} {on_back} /> }
    };
    let trail = |count: usize, filled_in: &[&'static str]| {
        let steps = [(step(), &step().answers[1]), (other_step(), &other_step().answers[0])];
        let filled_in: Vec<AttrValue> = filled_in.iter().copied().map(AttrValue::Static).collect();
        html! { <Trail steps={steps[..count].to_vec()} {filled_in} facts={facts()} on_change={Callback::<AttrValue>::noop()} on_restart={Callback::<()>::noop()} /> }
    };
    vec![
        ("question-first", question(None, 1)),
        ("question-answered-before", question(Some("no"), 2)),
        ("question-not-known-before", question(Some(""), 2)),
        ("trail-empty", trail(0, &[])),
        ("trail", trail(2, &[])),
        ("trail-from-the-paste", trail(2, &["tag"])),
    ]
}

fn fields() -> Vec<Named> {
    let on_value = Callback::<AttrValue>::noop();
    let wrong = |sentence: &'static str, suggestion: Option<&'static str>| Wrong {
        sentence: sentence.into(),
        suggestion: suggestion.map(AttrValue::Static),
    };
    let password = |shown: bool| {
        html! { <PasswordField {shown} on_password={Callback::<Option<AttrValue>>::noop()} on_show={Callback::<bool>::noop()} /> }
    };
    let two = vec![wrong("`_` is not allowed.", Some("my-secret")), wrong("It is too long.", None)];
    vec![
        ("field", html! { <TextField name="a" label="The `name`" value="web-0" on_value={on_value.clone()} /> }),
        (
            "field-with-hint",
            html! { <TextField name="a" label="Name" hint={Some(AttrValue::from("As in `kubectl`."))} value="" on_value={on_value.clone()} /> },
        ),
        (
            "field-optional",
            html! { <TextField name="a" label="Name" optional=true value="" on_value={on_value.clone()} /> },
        ),
        (
            "field-wrong",
            html! { <TextField name="a" label="Name" hint={Some(AttrValue::from("A hint."))} value="my_secret\"<" wrong={two} on_value={on_value.clone()} /> },
        ),
        (
            "field-with-offer",
            html! { <TextField name="a" label="Image" value="ngnix" offer={Some(wrong("It fails.", Some("nginx")))} on_value={on_value.clone()} /> },
        ),
        ("password", password(false)),
        ("password-shown", password(true)),
        (
            "config-box",
            html! { <ConfigBox registry="quay.io" repository="acme/web" on_login={Callback::<FoundLogin>::noop()} /> },
        ),
        (
            "choice",
            html! { <Choice name="b" label="Kind" hint={Some(AttrValue::from("Guessed."))} options={["Pod", "Deployment"].map(AttrValue::Static).to_vec()} chosen={1} on_choose={Callback::<usize>::noop()} /> },
        ),
    ]
}

fn files() -> Vec<Named> {
    let file = |lines: &[(&str, LineMark)]| {
        let lines = lines.iter().map(|(text, mark)| YamlLine { text: (*text).into(), mark: *mark }).collect();
        html! { <YamlView document={YamlDocument { file_name: "pod.yaml".into(), lines }} /> }
    };
    let marked = [
        ("# Keep the rest.", LineMark::Same),
        ("kind: Pod", LineMark::Same),
        ("spec:", LineMark::Same),
        ("  containers:", LineMark::Same),
        ("    - image: \"nginx:1 # no\"", LineMark::Changed),
        ("  imagePullSecrets:", LineMark::Added),
        ("    - name: YOUR_SECRET", LineMark::Placeholder),
        ("  restartPolicy: Never", LineMark::Assumed),
    ];
    let secret = PullSecret {
        name: "acme-pull".into(),
        server: "registry.acme.example".into(),
        username: "bot".into(),
        password: Some(super::PASSWORD.into()),
        ..PullSecret::default()
    };
    let covered = html! { <YamlView document={secret.string_data_document(&WORDS)} covered=true /> };
    vec![
        ("yaml", file(&[("kind: Pod", LineMark::Same)])),
        ("yaml-marked", file(&marked)),
        ("yaml-covered", covered),
        ("yaml-unfinished", file(&[("name: NAME", LineMark::Placeholder)])),
    ]
}

fn repairs() -> Vec<Named> {
    let steps = |input: RepairInput, terminal: Terminal| {
        let repair = Repair::of(Content::embedded(), &input, terminal, &WORDS);
        html! { <RepairSteps {terminal} {repair} on_edit={Callback::<Edit>::noop()} /> }
    };
    let soon_over = |input: &RepairInput| {
        let repair = Repair::of(Content::embedded(), input, Terminal::default(), &WORDS);
        html! { <RepairSteps terminal={Terminal::default()} {repair} caution="It works for a minute." on_edit={Callback::<Edit>::noop()} /> }
    };
    let image = RepairInput {
        name: "web-0".into(),
        namespace: "shop".into(),
        container: "web".into(),
        image: "registry.acme.example/shop/web:v2".into(),
        original_image: "registry.acme.example/shop/web:v3".into(),
        ..RepairInput::default()
    };
    let secret = RepairInput {
        needs_secret: true,
        server: "registry.acme.example".into(),
        username: "puller".into(),
        secret_name: "my-registry-secret".into(),
        kind: WorkloadKind::Deployment,
        ..image.clone()
    };
    let set = RepairInput { kind: WorkloadKind::StatefulSet, pod: "web-0".into(), init: true, ..secret.clone() };
    let named = RepairInput {
        referenced_secret: "my-registry-secret".into(),
        original_image: secret.image.clone(),
        pod: "web-5c8d7f6b9-x2k4z".into(),
        replaces_secret: true,
        ..secret.clone()
    };
    let windows = Terminal { program: KubectlProgram::ALL[1], shell: Syntax::PowerShell };
    vec![
        ("repair-of-an-image", steps(image, Terminal::default())),
        ("repair-with-a-secret-that-ends", soon_over(&secret)),
        ("repair-with-a-secret", steps(secret.clone(), Terminal::default())),
        ("repair-in-another-terminal", steps(secret, windows)),
        ("repair-of-a-stateful-set", steps(set, Terminal::default())),
        ("repair-of-the-secret-alone", steps(named, Terminal::default())),
        ("repair-of-nothing", steps(RepairInput { needs_secret: true, ..RepairInput::default() }, Terminal::default())),
    ]
}

fn frame() -> Vec<Named> {
    let at = |view| Place { view, ..Place::default() };
    let shell = |view, notice: bool| {
        html! { <Shell {view} questions={at(View::Guide)} {notice}><Heading about="x">{ "The page" }</Heading></Shell> }
    };
    vec![
        ("shell", shell(View::Paste, false)),
        ("shell-odd-link", shell(View::Guide, true)),
        ("go", html! { <Go to={at(View::Paste)} class="ipg-button">{ "Paste" }</Go> }),
        ("go-current", html! { <Go to={at(View::Guide)} current=true>{ "Questions" }</Go> }),
        ("heading", html! { <Heading about="x"><code>{ "nginx" }</code>{ " fails" }</Heading> }),
    ]
}
