//! The view of a cause: reached by a paste, by the questions, or by a link.

use crate::content::inline::plain;
use crate::content::{Cause, Content, Facts, Repair};
use crate::diagnosis::{Evidence, Failure, facts as known};
use crate::guide::{View, open_question, open_ways};
use crate::image::{ImageReference, suggest};
use crate::mask;
use crate::text::Span;
use crate::ui::browser;
use crate::ui::components::advice::{Advice, RepairButton};
use crate::ui::components::anatomy::AnatomyView;
use crate::ui::components::go::Go;
use crate::ui::components::prose::{Prose, breakable, with};
use crate::ui::components::section::{Section, Title};
use crate::ui::components::shell::Heading;
use crate::ui::components::verdict::{Pill, Summary, Sureness};
use crate::ui::host::use_id;
use crate::ui::labels::{self, diagnosis as words};
use crate::ui::model::{Guide, Msg, cause, use_guide};
use yew::prelude::*;

/// A cause by its own link.
#[component]
pub(crate) fn CausePage() -> Html {
    let guide = use_guide();
    let Some(cause) = guide.model.place.cause.as_deref().and_then(cause) else { return Html::default() };
    html! {
        <div class="ipg-column">
            <Answer {cause} failure={None::<Failure>} level=1 />
            <p><Go to={guide.place(View::Paste)}>{ labels::cause::TO_PASTE }</Go></p>
        </div>
    }
}

/// Properties of [`Answer`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnswerProps {
    /// The cause.
    pub cause: &'static Cause,
    /// The failure that it explains, when it came from a paste.
    pub failure: Option<Failure>,
    /// 1 where the verdict is the heading of the view, 2 where it stands beside the paste.
    pub level: u8,
}

/// The verdict, the next step, the deciding words, the anatomy, the advice.
#[component]
pub(crate) fn Answer(props: &AnswerProps) -> Html {
    let guide = use_guide();
    let AnswerProps { cause, failure, level } = props;
    let below = level + 1;
    let facts = match failure {
        Some(failure) => known(Content::embedded(), failure),
        None => guide.model.facts(),
    };
    let on_repair = open_repair(&guide, cause);
    let heading = if facts.get("image").is_some() { &cause.verdict } else { &cause.title };
    let heading = html! { <Prose text={heading.clone()} facts={facts.clone()} /> };
    let also: Vec<&'static Cause> =
        failure.iter().flat_map(|failure| &failure.also).filter_map(|id| crate::ui::model::cause(id)).collect();
    let ways = open_ways(cause, failure.as_ref().map_or(&[], |failure| &failure.also));
    html! {
        <article>
            if let Some(failure) = failure { { eyebrow(failure) } }
            if *level == 1 {
                <Heading about={cause.id.clone()}>{ heading }</Heading>
            } else {
                <h2 class="ipg-heading">{ heading }</h2>
            }
            if let Some(failure) = failure {
                if failure.recovered { <p class="ipg-note">{ words::RECOVERED }</p> }
                <Pill sureness={Sureness::of(cause, failure)} />
            }
            <Summary {cause} {also} ways={ways.to_vec()} facts={facts.clone()} />
            <NextStep {cause} failure={failure.clone()} facts={facts.clone()} level={below} />
            if let Some(failure) = failure { { evidence(failure, below) } }
            <Advice {cause} facts={facts.clone()} {on_repair} level={below} folded={*level > 1} />
            if let Some(failure) = failure { { ruled_out(failure, below) } }
        </article>
    }
}

impl Sureness {
    /// How sure a failure's cause is.
    pub(crate) fn of(cause: &Cause, failure: &Failure) -> Self {
        let ways = open_ways(cause, &failure.also).len();
        match (failure.also.len(), ways) {
            (0, 0) => Self::Rule(failure.confidence),
            (0, ways) => Self::Ways(ways),
            (also, _) => Self::Ways(1 + also),
        }
    }
}

fn open_repair(guide: &Guide, cause: &'static Cause) -> Callback<Repair> {
    guide.report(move |repair| Msg::RepairOpened { cause: cause.id.clone(), repair, image: None })
}

fn eyebrow(failure: &Failure) -> Html {
    let parts = [
        (words::EYEBROW_POD, &failure.pod),
        (words::EYEBROW_CONTAINER, &failure.container),
        (words::EYEBROW_IMAGE, &failure.image),
    ];
    html! {
        <p class="ipg-eyebrow">
            { for parts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| html! {
                <span>{ name }{ " " }<code>{ breakable(&mask::masked(value)) }</code></span>
            }) }
        </p>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NextStepProps {
    cause: &'static Cause,
    failure: Option<Failure>,
    facts: Facts,
    level: u8,
}

/// The one obvious next step, and the quieter one beside it.
#[component]
fn NextStep(props: &NextStepProps) -> Html {
    let guide = use_guide();
    let NextStepProps { cause, failure, facts, .. } = props;
    let cause: &'static Cause = cause;
    // At the outcome of the questions there is nothing left to ask.
    let asks = guide.model.place.view != View::Guide;
    let also = failure.as_ref().map_or(&[][..], |failure| &failure.also);
    let question = if asks { open_question(Content::embedded(), cause, also) } else { None };
    let repair = cause.fixes.iter().find_map(|fix| fix.repair);
    let suggestion = failure.as_ref().and_then(|failure| suggest(&ImageReference::parse(&failure.image)));
    if question.is_none() && repair.is_none() && suggestion.is_none() {
        return Html::default();
    }
    let suggested = suggestion.map(|suggestion| {
        let image = suggestion.reference;
        let label = with(words::DID_YOU_MEAN, &[("image", &mask::masked(&image))]);
        let onclick = guide.report(move |_: MouseEvent| Msg::RepairOpened {
            cause: cause.id.clone(),
            repair: Repair::Image,
            image: Some(image.clone()),
        });
        html! { <button type="button" class="ipg-button" {onclick}><span><Prose text={label} /></span></button> }
    });
    html! {
        <div class={classes!("ipg-next", question.is_none().then_some("ipg-next--bare"))}>
            if let Some(step) = question {
                <Title level={props.level} class="ipg-next__heading">{ words::NEXT_HEADING }</Title>
                <p class="ipg-next__question"><Prose text={step.question.clone()} facts={facts.clone()} /></p>
            }
            <div class="ipg-actions">
                if question.is_some() {
                    <button type="button" class="ipg-button ipg-button--primary" onclick={guide.report(move |_: MouseEvent| Msg::QuestionTaken(cause.id.clone()))}>{ words::NEXT_BUTTON }</button>
                } else if let Some(repair) = repair {
                    <RepairButton {repair} primary=true on_repair={open_repair(&guide, cause)} />
                }
                { suggested }
            </div>
        </div>
    }
}

fn evidence(failure: &Failure, level: u8) -> Html {
    html! {
        <>
            <Section level={level} title={words::EVIDENCE_HEADING}>
                if failure.evidence.is_empty() {
                    <p>{ words::EVIDENCE_NONE }</p>
                }
                { for failure.evidence.iter().map(|evidence| html! {
                    <figure class="ipg-quote">
                        <blockquote><mark class="ipg-mark"><code>{ quoted(failure, evidence) }</code></mark></blockquote>
                        <figcaption><ToMarked line={evidence.line} /></figcaption>
                    </figure>
                }) }
            </Section>
            if failure.anatomy.layers.len() > 1 {
                <Section level={level} title={words::ANATOMY_HEADING}>
                    <p class="ipg-quiet">{ words::ANATOMY_INTRO }</p>
                    <AnatomyView message={failure.message.text().to_owned()} anatomy={failure.anatomy.clone()} />
                </Section>
            }
        </>
    }
}

/// The deciding words. Credentials are looked for in the whole message: the words may hold half of one.
fn quoted(failure: &Failure, evidence: &Evidence) -> String {
    let message = failure.message.text();
    let Some(start) = message.find(&evidence.text) else { return mask::masked(&evidence.text) };
    let words = Span::new(start, start + evidence.text.len());
    let segments = mask::segments(message, &[(words, 0)]);
    segments.into_iter().filter(|segment| segment.mark.is_some()).map(|segment| segment.text).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct ToMarkedProps {
    line: usize,
}

/// A way from the quoted words to their line in the paste, which on a narrow screen stands far below.
#[component]
fn ToMarked(props: &ToMarkedProps) -> Html {
    let (link, target) = (use_node_ref(), use_id()("marked"));
    let onclick = {
        let (link, target) = (link.clone(), target.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            if let Some(link) = link.cast() {
                browser::focus_in_root(&link, &target);
            }
        }
    };
    let label = with(labels::paste::LINE, &[("line", &props.line.to_string())]);
    html! { <a href={format!("#{target}")} {onclick} ref={link}>{ label }</a> }
}

fn ruled_out(failure: &Failure, level: u8) -> Html {
    let absent: Vec<&str> =
        failure.ruled_out.iter().filter_map(|id| cause(id)).map(|cause| cause.absent.as_str()).collect();
    if absent.is_empty() {
        return Html::default();
    }
    html! {
        <Section level={level} title={words::RULED_OUT_HEADING}>
            <p class="ipg-quiet">{ words::RULED_OUT_INTRO }</p>
            <ul class="ipg-ruled-out">{ for absent.into_iter().map(|text| html! { <li><Prose text={text.to_owned()} /></li> }) }</ul>
        </Section>
    }
}

/// The title of a cause's view.
pub(crate) fn title(cause: &Cause) -> String {
    plain(&cause.title, &Facts::default())
}
