//! What is told of a cause: the verdict and the next step, then the words that say so, what to do, and what it means.
//!
//! Beside a paste the two halves stand apart, the marked paste between them; at an outcome of the questions and behind a
//! link they follow each other.

use crate::content::{Cause, Content, Facts, Repair, Who};
use crate::diagnosis::{Failure, facts as known};
use crate::guide::{Place, Telling, View, one_question_is_left, open_question};
use crate::image::{ImageHelp, ImageReference, host_of, is_beyond_docker_hub};
use crate::mask;
use crate::report::who as who_is;
use crate::ui::components::advice::{Fixes, More, RepairButton, repair_label};
use crate::ui::components::anatomy::AnatomyView;
use crate::ui::components::go::Go;
use crate::ui::components::jump::Jump;
use crate::ui::components::prose::{Prose, breakable, plain};
use crate::ui::components::section::{Section, Title};
use crate::ui::components::shell::Heading;
use crate::ui::components::verdict::{Pill, Summary, Sureness};
use crate::ui::labels::{self, diagnosis as words, report};
use crate::ui::links::use_still;
use crate::ui::model::{Guide, Msg, advice, cause, use_guide};
use crate::ui::pages::takeaways::TakeAlong;
use crate::ui::repair::image_sentence;
use yew::prelude::*;

/// Properties of [`Answer`], [`AnswerHead`] and [`AnswerBody`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnswerProps {
    /// What is told.
    pub telling: Telling<'static>,
    /// The failure that it explains, when it came from a paste.
    #[prop_or_default]
    pub failure: Option<Failure>,
    /// 1 where the verdict is the heading of the view, 2 where it stands beside the paste.
    pub level: u8,
}

/// All of it.
#[component]
pub(crate) fn Answer(props: &AnswerProps) -> Html {
    html! {
        <article>
            <AnswerHead ..props.clone() />
            <AnswerBody ..props.clone() />
        </article>
    }
}

/// The verdict, how sure it is, and the next step.
#[component]
pub(crate) fn AnswerHead(props: &AnswerProps) -> Html {
    let guide = use_guide();
    let AnswerProps { telling, failure, level } = props;
    let facts = facts(&guide, failure.as_ref());
    let heading = html! { <Prose text={telling.heading.to_owned()} facts={facts.clone()} /> };
    html! {
        <>
            if let Some(failure) = failure { { eyebrow(failure) } }
            if *level == 1 {
                <Heading about={format!("{} {}", telling.cause.id, telling.heading)}>{ heading }</Heading>
            } else {
                <Title level=2 class="ipg-heading">{ heading }</Title>
            }
            if let Some(failure) = failure {
                if failure.recovered { <p class="ipg-note">{ words::RECOVERED }</p> }
                <Pill sureness={Sureness::of(telling, failure)} />
            }
            <Summary telling={telling.clone()} facts={facts.clone()} />
            <NextStep telling={telling.clone()} failure={failure.clone()} {facts} level={level + 1} />
        </>
    }
}

/// The words that say so, what to do, the message taken apart, and the rest of what is known about the cause.
#[component]
pub(crate) fn AnswerBody(props: &AnswerProps) -> Html {
    let guide = use_guide();
    let AnswerProps { telling, failure, level } = props;
    let (below, cause) = (level + 1, telling.cause);
    let facts = facts(&guide, failure.as_ref());
    html! {
        <>
            if let Some(failure) = failure { { evidence(failure, below) } }
            <Fixes advice={advice(cause, failure.as_ref().or_else(|| guide.model.told_failure()))} facts={facts.clone()} on_repair={open_repair(&guide, cause)} level={below} />
            if let Some(failure) = failure { { anatomy(failure, below) } }
            <More {cause} {facts} level={below} folded={*level > 1} />
            if let Some(failure) = failure { { ruled_out(failure, below) } }
            <TakeAlong telling={telling.clone()} failure={failure.clone()} level={below} />
        </>
    }
}

/// What is known of the person's case: by the failure that is explained, else by the one in the box.
fn facts(guide: &Guide, failure: Option<&Failure>) -> Facts {
    failure.map_or_else(|| guide.model.facts(), |failure| known(Content::embedded(), failure))
}

impl Sureness {
    /// How sure a failure's cause is.
    pub(crate) fn of(telling: &Telling, failure: &Failure) -> Self {
        match (telling.also.len(), telling.ways.len()) {
            _ if failure.last_words.is_some() => Self::NotKnown,
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
    let container = if failure.init { words::EYEBROW_INIT_CONTAINER } else { words::EYEBROW_CONTAINER };
    let parts =
        [(words::EYEBROW_POD, &failure.pod), (container, &failure.container), (words::EYEBROW_IMAGE, &failure.image)];
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
    telling: Telling<'static>,
    failure: Option<Failure>,
    facts: Facts,
    level: u8,
}

/// The one obvious next step, and the quieter one beside it.
#[component]
fn NextStep(props: &NextStepProps) -> Html {
    let guide = use_guide();
    let is_still = use_still().is_some();
    let NextStepProps { telling, failure, facts, .. } = props;
    let cause = telling.cause;
    // At the outcome of the questions there is nothing left to ask.
    let may_ask = guide.model.place.view != View::Guide;
    let also = failure.as_ref().map_or(&[][..], |failure| &failure.also);
    let image = failure.as_ref().or_else(|| guide.model.told_failure()).map_or("", |failure| &failure.image);
    // Before the host stands in front of the image, no question about its registry helps.
    let may_ask = may_ask && !is_beyond_docker_hub(&ImageReference::parse(image));
    let question = open_question(Content::embedded(), cause, also, &host_of(image)).filter(|_| may_ask);
    let fixes = advice(cause, failure.as_ref().or_else(|| guide.model.told_failure())).here;
    let repair = fixes.iter().find_map(|fix| fix.repair);
    // Where somebody else does what helps most, the message to them comes before what one can try oneself.
    let somebody_else = fixes.first().and_then(|fix| fix.who).filter(|who| *who != Who::You && !is_still);
    let help = image_help(&guide, cause, failure.as_ref());
    let is_certain = help.as_ref().is_some_and(|help| help.is_certain());
    let suggested = help.as_ref().and_then(|help| help.reference.clone());
    let asks = question.is_some();
    let suggested_first = is_certain && suggested.is_some() && !asks;
    let suggested = suggested.map(|image| suggestion(&guide, cause, image, suggested_first));
    // Where the questions lead to nothing that can be mended here, the paste may.
    let to_paste = repair.is_none() && failure.is_none();
    if !asks && repair.is_none() && help.is_none() && somebody_else.is_none() && !to_paste {
        return Html::default();
    }
    // Words that are certain leave open what to do, not what it is.
    let open = telling.also.is_empty() && telling.ways.is_empty();
    let is_last = one_question_is_left(Content::embedded(), &cause.known);
    let heading = match (is_last, open) {
        (true, true) => words::NEXT_HEADING_WHAT_TO_DO,
        (true, false) => words::NEXT_HEADING,
        (false, true) => words::NEXT_HEADING_SEVERAL_WHAT_TO_DO,
        (false, false) => words::NEXT_HEADING_SEVERAL,
    };
    html! {
        <div class={classes!("ipg-next", (!asks).then_some("ipg-next--bare"))}>
            if let Some(step) = question {
                <Title level={props.level} class="ipg-next__heading">{ heading }</Title>
                <p class="ipg-next__question"><Prose text={step.question.clone()} facts={facts.clone()} /></p>
            }
            if let Some(help) = help {
                <p class="ipg-next__help"><Prose text={image_sentence(help.about.id()).to_owned()} /></p>
            }
            <div class="ipg-actions">
                if asks && is_still {
                    <Go to={Place { answers: cause.known.clone(), ..guide.place(View::Guide) }} class="ipg-button ipg-button--primary">{ words::NEXT_BUTTON }</Go>
                } else if asks {
                    <button type="button" class="ipg-button ipg-button--primary" onclick={guide.report(move |_: MouseEvent| Msg::QuestionTaken(cause.id.clone()))}>{ words::NEXT_BUTTON }</button>
                }
                if suggested_first { { suggested.clone() } }
                if let Some(who) = somebody_else.filter(|_| !asks) {
                    <Jump to="takeaway-message" class={classes!("ipg-button", (!to_paste).then_some("ipg-button--primary"))}>{ report::message(who_is(who)) }</Jump>
                }
                if let Some(repair) = repair.filter(|_| is_still) {
                    <Go to={Place { cause: Some(cause.id.clone()), repair: Some(repair), ..guide.place(View::Repair) }} class="ipg-button">{ repair_label(repair) }</Go>
                } else if let Some(repair) = repair.filter(|_| open || !asks) {
                    <RepairButton {repair} primary={!asks && !suggested_first && somebody_else.is_none()} on_repair={open_repair(&guide, cause)} />
                }
                if to_paste {
                    <Go to={guide.place(View::Paste)} class="ipg-button ipg-button--primary">{ labels::start::PASTE_BUTTON }</Go>
                }
                if !suggested_first { { suggested } }
            </div>
        </div>
    }
}

/// What looks wrong with the image, where correcting it can help: by the failure that is explained, else by the one in
/// the box.
fn image_help(guide: &Guide, cause: &Cause, failure: Option<&Failure>) -> Option<ImageHelp> {
    let corrects = cause.fixes.iter().any(|fix| fix.repair == Some(Repair::Image));
    let failure = failure.or_else(|| guide.model.told_failure()).filter(|_| corrects)?;
    failure.image_help.clone()
}

fn suggestion(guide: &Guide, cause: &'static Cause, image: String, primary: bool) -> Html {
    let label = words::did_you_mean(mask::masked(&image));
    let onclick = guide.report(move |_: MouseEvent| Msg::RepairOpened {
        cause: cause.id.clone(),
        repair: Repair::Image,
        image: Some(image.clone()),
    });
    html! { <button type="button" class={classes!("ipg-button", primary.then_some("ipg-button--primary"))} {onclick}><span><Prose text={label} /></span></button> }
}

fn evidence(failure: &Failure, level: u8) -> Html {
    let quote = |quoted: String, line: usize| {
        html! {
            <figure class="ipg-quote">
                <blockquote><mark class="ipg-mark"><code>{ quoted }</code></mark></blockquote>
                <figcaption><Jump to="marked">{ labels::paste::line(line) }</Jump></figcaption>
            </figure>
        }
    };
    let last_words = &failure.last_words;
    let title = if last_words.is_some() { words::EVIDENCE_HEADING_UNREAD } else { words::EVIDENCE_HEADING };
    html! {
        <Section {level} {title}>
            if let Some(last) = last_words {
                { quote(failure.quoted(last), last.line) }
            } else if failure.evidence.is_empty() {
                <p>{ words::EVIDENCE_NONE }</p>
            }
            { for failure.evidence.iter().map(|evidence| quote(failure.quoted(evidence), evidence.line)) }
        </Section>
    }
}

fn anatomy(failure: &Failure, level: u8) -> Html {
    if failure.anatomy.layers.len() < 2 {
        return Html::default();
    }
    let decides = !failure.evidence.is_empty();
    html! {
        <Section {level} title={words::ANATOMY_HEADING}>
            <p class="ipg-quiet">{ words::ANATOMY_INTRO }</p>
            <AnatomyView message={failure.message.text().to_owned()} anatomy={failure.anatomy.clone()} {decides} />
        </Section>
    }
}

fn ruled_out(failure: &Failure, level: u8) -> Html {
    let looked_for: Vec<&str> =
        failure.ruled_out.iter().filter_map(|id| cause(id)).map(|cause| cause.looked_for.as_str()).collect();
    if looked_for.is_empty() {
        return Html::default();
    }
    html! {
        <Section {level} folded=true title={words::RULED_OUT_HEADING}>
            <p class="ipg-quiet">{ words::RULED_OUT_INTRO }</p>
            <ul class="ipg-ruled-out">{ for looked_for.into_iter().map(|text| html! { <li><Prose text={text.to_owned()} /></li> }) }</ul>
        </Section>
    }
}

/// The title of a cause's view.
pub(crate) fn title(cause: &Cause) -> String {
    plain(&cause.title, &Facts::default())
}
