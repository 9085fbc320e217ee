//! Paste and diagnosis, side by side.

use crate::content::{Content, Facts};
use crate::diagnosis::{Diagnosis, Failure, facts};
use crate::guide::{Telling, View};
use crate::mask;
use crate::paste::Note;
use crate::ui::browser;
use crate::ui::components::code::Command;
use crate::ui::components::failure_list::FailureList;
use crate::ui::components::jump::Jump;
use crate::ui::components::marked_paste::MarkedPaste;
use crate::ui::components::paste_box::{PasteBox, Samples};
use crate::ui::components::progress::{Progress, Stopped};
use crate::ui::components::prose::{Prose, plain};
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::components::verdict::Sureness;
use crate::ui::host::use_id;
use crate::ui::labels::{diagnosis as words, kinds, paste as labels};
use crate::ui::model::{Model, Msg, cause, use_guide};
use crate::ui::pages::answer::{AnswerBody, AnswerHead};
use crate::ui::pasted::Pasted;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub(crate) fn PastePage() -> Html {
    let id = use_id();
    let guide = use_guide();
    let model = &guide.model;
    let on_text = guide.report(Msg::Pasted);
    // Whoever presses Ctrl+V beside the box means the box.
    let onpaste = {
        let on_text = on_text.clone();
        move |event: Event| {
            if let Some(text) = browser::pasted_beside_fields(&event) {
                on_text.emit(text.into());
            }
        }
    };
    let is_empty = model.diagnosis.is_none() && model.reading.is_none() && !model.stopped;
    html! {
        <div class="ipg-diagnose" {onpaste}>
            <div class="ipg-diagnose__box">
                <Heading about={format!("{:?}", View::Paste)} takes_focus={!model.text.is_empty()}>{ labels::HEADING }</Heading>
                <PasteBox text={model.text.clone()} on_text={on_text.clone()} on_file={guide.report_file()} />
                if is_empty {
                    <Samples label={labels::SAMPLES} on_sample={on_text} />
                } else {
                    // On a narrow screen the answer stands below the box.
                    <p class="ipg-to-answer"><Jump to="answer" class="ipg-button ipg-button--small">{ labels::TO_ANSWER }</Jump></p>
                }
                { hidden(model.credentials.len()) }
            </div>
            <p class="ipg-hidden" role="status">{ announcement(model) }</p>
            <article class="ipg-diagnose__answer" part="answer">
                <div class="ipg-diagnose__head" id={id("answer")} tabindex="-1">
                    if let Some(diagnosis) = &model.diagnosis {
                        <DiagnosisHead diagnosis={diagnosis.clone()} chosen={model.chosen} on_choose={guide.report(Msg::FailureChosen)} />
                    } else if let Some(reading) = model.reading {
                        <Progress percent={reading.percent} answer={id("answer")} on_stop={guide.report(|()| Msg::ReadingStopped)} />
                    } else if model.stopped {
                        <Stopped answer={id("answer")} on_again={guide.report(|()| Msg::ReadingBegunAgain)} />
                    } else {
                        <div class="ipg-empty">
                            <Title level=2>{ labels::EMPTY_HEADING }</Title>
                            <p>{ labels::EMPTY_TEXT }</p>
                        </div>
                    }
                </div>
                if let (Some(diagnosis), Some(failure)) = (&model.diagnosis, model.failure()) {
                    { marked(&model.text, diagnosis, failure, &model.credentials) }
                }
                if let Some(diagnosis) = &model.diagnosis {
                    <div class="ipg-diagnose__body">
                        <DiagnosisBody diagnosis={diagnosis.clone()} chosen={model.chosen} />
                    </div>
                }
            </article>
        </div>
    }
}

/// The paste with the words that decide, or the last words of a message that nobody knows.
fn marked(text: &Pasted, diagnosis: &Diagnosis, failure: &Failure, credentials: &Rc<Vec<mask::Credential>>) -> Html {
    let mut marks: Vec<_> = failure.evidence.iter().chain(&failure.last_words).map(|it| it.span).collect();
    marks.sort_unstable();
    if marks.is_empty() {
        return Html::default();
    }
    let label = if failure.last_words.is_some() { labels::NOT_KNOWN } else { labels::DECIDES };
    html! {
        <section class="ipg-diagnose__marked">
            <Title level=2>{ labels::MARKED_HEADING }</Title>
            <MarkedPaste text={text.clone()} {marks} {label} credentials={credentials.clone()} what={kind(diagnosis)} />
        </section>
    }
}

fn hidden(count: usize) -> Html {
    match count {
        0 => Html::default(),
        1 => html! { <p class="ipg-note" role="status">{ labels::MASKED_ONE }</p> },
        _ => html! { <p class="ipg-note" role="status">{ labels::masked(count) }</p> },
    }
}

fn announcement(model: &Model) -> String {
    let failure = model.failure();
    let Some(diagnosis) = &model.diagnosis else {
        return if model.stopped { labels::STOPPED.into() } else { String::new() };
    };
    if let Some(note) = diagnosis.notes.iter().find(|note| note.is_the_answer()) {
        return plain(&note.text(Content::embedded()), &Facts::default());
    }
    let Some(failure) = failure else {
        return cause(&diagnosis.cause).map(|cause| cause.title.clone()).unwrap_or_default();
    };
    let Some(telling) = Telling::of_failure(Content::embedded(), failure) else { return String::new() };
    let verdict = plain(telling.heading, &facts(Content::embedded(), failure));
    labels::announce(Sureness::of(&telling, failure).words(), &verdict)
}

/// Properties of [`DiagnosisHead`] and [`DiagnosisBody`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DiagnosisProps {
    /// What the paste says.
    pub diagnosis: Rc<Diagnosis>,
    /// Which failure is looked at.
    pub chosen: usize,
    /// Hears the number of another failure.
    #[prop_or_default]
    pub on_choose: Callback<usize>,
}

impl DiagnosisProps {
    /// Whether all that failed is over, and nothing is left to choose from.
    fn is_history(&self) -> bool {
        matches!(self.diagnosis.failures.as_slice(), [only] if only.recovered)
    }

    /// What is told of the chosen failure, or of a paste without one; `None` where a note says all there is to say.
    fn telling(&self) -> Option<(Telling<'static>, Option<Failure>)> {
        let diagnosis = &self.diagnosis;
        if let Some(failure) = diagnosis.failures.get(self.chosen).filter(|_| !self.is_history()) {
            return Some((Telling::of_failure(Content::embedded(), failure)?, Some(failure.clone())));
        }
        let cause = cause(&diagnosis.cause).filter(|_| !diagnosis.notes.iter().any(Note::is_the_answer))?;
        let telling = Telling { heading: &cause.verdict, ..Telling::of_cause(Content::embedded(), cause, "") };
        Some((telling, None))
    }
}

/// Notes, the list of failures where there are several, and the verdict on the chosen one.
#[component]
pub(crate) fn DiagnosisHead(props: &DiagnosisProps) -> Html {
    let diagnosis = &props.diagnosis;
    html! {
        <>
            { for diagnosis.notes.iter().map(|note| self::note(note, diagnosis.failures.get(props.chosen))) }
            if diagnosis.failures.len() > 1 {
                <FailureList diagnosis={diagnosis.clone()} chosen={props.chosen} on_choose={props.on_choose.clone()} />
            }
            if let Some((telling, failure)) = props.telling() {
                if failure.is_none() { { looks_like(diagnosis) } }
                <AnswerHead {telling} {failure} level=2 />
                if props.is_history() { { history(diagnosis) } }
            }
        </>
    }
}

/// A note, and what to run then.
fn note(note: &Note, failure: Option<&Failure>) -> Html {
    let content = Content::embedded();
    let class = if note.is_the_answer() { "ipg-note ipg-note--stops" } else { "ipg-note" };
    let text = html! { <p><Prose text={note.text(content)} /></p> };
    let facts = failure.map(|failure| facts(content, failure)).unwrap_or_default();
    match note.command(content, &facts) {
        Some(command) => html! { <div {class}>{ text }<Command text={command} /></div> },
        None => html! { <div {class}>{ text }</div> },
    }
}

/// The rest of the answer.
#[component]
pub(crate) fn DiagnosisBody(props: &DiagnosisProps) -> Html {
    match props.telling() {
        Some((telling, failure)) => html! { <AnswerBody {telling} {failure} level=2 /> },
        None => Html::default(),
    }
}

/// What failed before and works now.
fn history(diagnosis: &Diagnosis) -> Html {
    let before = diagnosis.failures.first().and_then(|failure| cause(&failure.cause));
    let Some(before) = before else { return Html::default() };
    html! { <p class="ipg-note">{ words::RECOVERED }{ " " }<Prose text={labels::recovered_before(&before.title)} /></p> }
}

fn looks_like(diagnosis: &Diagnosis) -> Html {
    let known = diagnosis.looks_like.as_ref().and_then(|it| Some((it, Content::embedded().subject(&it.subject)?)));
    let Some((looks_like, subject)) = known else { return Html::default() };
    let facts = Facts::default()
        .with("pod", &mask::masked(&looks_like.pod))
        .with("namespace", &mask::masked(&looks_like.namespace));
    html! {
        <div class="ipg-note">
            <strong>{ words::LOOKS_LIKE_HEADING }</strong>
            <p><Prose text={subject.text.clone()} {facts} /></p>
        </div>
    }
}

fn kind(diagnosis: &Diagnosis) -> &'static str {
    use crate::paste::InputKind::*;
    match diagnosis.kind {
        Describe => kinds::DESCRIBE,
        EventsTable => kinds::EVENTS_TABLE,
        EventLine => kinds::EVENT_LINE,
        GetPods => kinds::GET_PODS,
        Yaml => kinds::YAML,
        Json => kinds::JSON,
        KubeletLog => kinds::KUBELET_LOG,
        RuntimeLog | Crictl | DockerCli => kinds::RUNTIME,
        Unrecognised => kinds::UNRECOGNISED,
    }
}
