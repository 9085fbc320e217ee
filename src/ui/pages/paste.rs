//! Paste and diagnosis, side by side.

use crate::content::inline::plain;
use crate::content::{Content, Facts};
use crate::diagnosis::{Diagnosis, Failure, facts};
use crate::guide::View;
use crate::mask;
use crate::paste::{MAX_BYTES, Note};
use crate::ui::components::marked_paste::MarkedPaste;
use crate::ui::components::paste_box::{PasteBox, Samples};
use crate::ui::components::prose::{Prose, with};
use crate::ui::components::shell::Heading;
use crate::ui::components::verdict::Sureness;
use crate::ui::labels::{diagnosis as words, kinds, notes, paste as labels};
use crate::ui::model::{Msg, cause, use_guide};
use crate::ui::pages::cause::Answer;
use std::rc::Rc;
use yew::prelude::*;

/// The most failures that are listed. Nobody reads on behind them, and each costs the browser.
const LISTED: usize = 50;

/// The page.
#[component]
pub(crate) fn PastePage() -> Html {
    let guide = use_guide();
    let model = &guide.model;
    let on_text = guide.report(Msg::Pasted);
    // A text that is too long to read is not searched either: nothing of it is drawn but the box.
    let credentials =
        use_memo(model.text.clone(), |text| if text.len() > MAX_BYTES { Vec::new() } else { mask::find(text) });
    let mut marks: Vec<_> =
        model.failure().into_iter().flat_map(|failure| &failure.evidence).map(|it| it.span).collect();
    marks.sort_unstable();
    html! {
        <div class="ipg-diagnose">
            <div class="ipg-diagnose__box">
                <Heading about={format!("{:?}", View::Paste)}>{ labels::HEADING }</Heading>
                <PasteBox text={model.text.clone()} on_text={on_text.clone()} />
                <Samples label={labels::SAMPLES} on_sample={on_text} />
                { hidden(credentials.len()) }
            </div>
            <div class="ipg-diagnose__answer">
                <p class="ipg-hidden" role="status">{ announcement(model.diagnosis.as_deref(), model.failure()) }</p>
                {
                    match &model.diagnosis {
                        None => html! {
                            <div class="ipg-empty">
                                <h2>{ labels::EMPTY_HEADING }</h2>
                                <p>{ labels::EMPTY_TEXT }</p>
                            </div>
                        },
                        Some(diagnosis) => html! { <Result diagnosis={diagnosis.clone()} chosen={model.chosen} on_choose={guide.report(Msg::FailureChosen)} /> },
                    }
                }
            </div>
            if !marks.is_empty() {
                <section class="ipg-diagnose__marked">
                    <h2>{ labels::MARKED_HEADING }</h2>
                    <MarkedPaste text={model.text.clone()} {marks} {credentials} what={model.diagnosis.as_ref().map_or("", |diagnosis| kind(diagnosis)).to_owned()} />
                </section>
            }
        </div>
    }
}

fn hidden(count: usize) -> Html {
    match count {
        0 => Html::default(),
        1 => html! { <p class="ipg-note" role="status">{ labels::MASKED_ONE }</p> },
        _ => html! { <p class="ipg-note" role="status">{ with(labels::MASKED, &[("count", &count.to_string())]) }</p> },
    }
}

fn announcement(diagnosis: Option<&Diagnosis>, failure: Option<&Failure>) -> String {
    let Some(diagnosis) = diagnosis else { return String::new() };
    if let Some(note) = diagnosis.notes.iter().find(|note| stops(note)) {
        return plain(&note_text(note), &Facts::default());
    }
    let Some(failure) = failure else {
        return cause(&diagnosis.cause).map(|cause| cause.title.clone()).unwrap_or_default();
    };
    let Some(cause) = cause(&failure.cause) else { return String::new() };
    let verdict = plain(&cause.verdict, &facts(Content::embedded(), failure));
    with(labels::ANNOUNCE, &[("verdict", &verdict), ("confidence", &Sureness::of(cause, failure).words())])
}

/// Properties of [`Result`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResultProps {
    /// What the paste says.
    pub diagnosis: Rc<Diagnosis>,
    /// Which failure is looked at.
    pub chosen: usize,
    /// Hears the number of another failure.
    pub on_choose: Callback<usize>,
}

/// What the paste says: notes, the list of failures where there are several, and the chosen one.
#[component]
pub(crate) fn Result(props: &ResultProps) -> Html {
    let diagnosis = &props.diagnosis;
    let stopped = diagnosis.notes.iter().any(stops);
    html! {
        <>
            { for diagnosis.notes.iter().map(|note| html! {
                <p class={if stops(note) { "ipg-note ipg-note--stops" } else { "ipg-note" }}><Prose text={note_text(note)} /></p>
            }) }
            if diagnosis.failures.len() > 1 {
                <FailureList failures={diagnosis.failures.clone()} chosen={props.chosen} on_choose={props.on_choose.clone()} />
            }
            {
                match (diagnosis.failures.get(props.chosen), cause(&diagnosis.cause)) {
                    (Some(failure), _) => match cause(&failure.cause) {
                        Some(cause) => html! { <Answer {cause} failure={Some(failure.clone())} level=2 /> },
                        None => Html::default(),
                    },
                    (None, Some(cause)) if !stopped => html! {
                        <>
                            { looks_like(diagnosis) }
                            <Answer {cause} failure={None::<Failure>} level=2 />
                        </>
                    },
                    _ => Html::default(),
                }
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FailureListProps {
    failures: Vec<Failure>,
    chosen: usize,
    on_choose: Callback<usize>,
}

#[component]
fn FailureList(props: &FailureListProps) -> Html {
    html! {
        <nav class="ipg-failures" aria-label={with(labels::FAILURES_HEADING, &[("count", &props.failures.len().to_string())])}>
            <p><strong>{ with(labels::FAILURES_HEADING, &[("count", &props.failures.len().to_string())]) }</strong>{ " " }{ labels::FAILURES_HINT }</p>
            <ul class="ipg-failures__list">
                { for props.failures.iter().enumerate().take(LISTED).map(|(index, failure)| {
                    let image = if failure.image.is_empty() { labels::IMAGE_UNKNOWN.to_owned() } else { mask::masked(&failure.image) };
                    let title = cause(&failure.cause).map_or("", |cause| cause.title.as_str());
                    html! {
                        <li>
                            <button type="button" class="ipg-failures__item" aria-pressed={(index == props.chosen).to_string()} onclick={props.on_choose.reform(move |_| index)}>
                                <code>{ image }</code>{ " " }<span class="ipg-quiet">{ title }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if props.failures.len() > LISTED {
                <p class="ipg-quiet">{ with(labels::FAILURES_MORE, &[("count", &(props.failures.len() - LISTED).to_string())]) }</p>
            }
        </nav>
    }
}

/// Whether a note is all there is to say.
fn stops(note: &Note) -> bool {
    matches!(note, Note::TooLong { .. } | Note::Binary | Note::Html | Note::NothingKnown)
}

fn note_text(note: &Note) -> String {
    match note {
        Note::Empty => labels::EMPTY_TEXT.into(),
        Note::TooLong { bytes } => with(notes::TOO_LONG, &[("size", &(bytes / (1024 * 1024)).to_string())]),
        Note::Binary => notes::BINARY.into(),
        Note::Html => notes::HTML.into(),
        Note::CutOff { .. } => notes::CUT_OFF.into(),
        Note::NoMessages => notes::NO_MESSAGES.into(),
        Note::NothingKnown => notes::NOTHING_KNOWN.into(),
    }
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
