//! Verdicts, advice, commands, and what the paste's own page puts together from them.

use super::{ARTICLE, Named, cause, facts, failure, other_cause};
use crate::content::{Cause, Confidence, Content, Facts, Repair};
use crate::diagnosis::{Diagnosis, Failure, LooksLike, NOT_AN_IMAGE_PULL, UNKNOWN};
use crate::guide::Telling;
use crate::image::{ImageReference, help};
use crate::paste::{InputKind, Note};
use crate::text::Span;
use crate::ui::components::advice::{Fixes, More, Readings, RepairButton};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::prose::Prose;
use crate::ui::components::report::{Report, Takeaway};
use crate::ui::components::section::Section;
use crate::ui::components::verdict::{Pill, Summary, Sureness};
use crate::ui::pages::answer::Answer;
use crate::ui::pages::paste::{DiagnosisBody, DiagnosisHead};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn examples() -> Vec<Named> {
    let mut all = verdicts();
    all.extend(advice());
    all.extend(answers());
    all.extend(results());
    all
}

fn verdicts() -> Vec<Named> {
    let pill = |sureness| html! { <Pill {sureness} /> };
    // What is told of the cause, with the ways that it leaves open and the other causes that fit.
    let telling = |ways: bool, also: bool| Telling {
        ways: if ways { &cause().ways } else { &[] },
        also: also.then(other_cause).into_iter().collect(),
        ..Telling::of_cause(Content::embedded(), cause(), "web:v2")
    };
    vec![
        ("pill-high", pill(Sureness::Rule(Confidence::High))),
        ("pill-medium", pill(Sureness::Rule(Confidence::Medium))),
        ("pill-low", pill(Sureness::Rule(Confidence::Low))),
        ("pill-two-ways", pill(Sureness::Ways(2))),
        ("pill-three-ways", pill(Sureness::Ways(3))),
        ("pill-not-known", pill(Sureness::NotKnown)),
        ("summary", html! { <Summary telling={telling(false, false)} facts={facts()} /> }),
        ("summary-nothing-known", html! { <Summary telling={telling(false, false)} /> }),
        ("summary-ways", html! { <Summary telling={telling(true, true)} facts={facts()} /> }),
        ("summary-also", html! { <Summary telling={telling(false, true)} facts={facts()} /> }),
    ]
}

fn advice() -> Vec<Named> {
    let on_repair = Callback::<Repair>::noop();
    let (cause, readings) = (cause(), cause().confirm[0].read.clone());
    let sorted = |cause: &'static Cause, image| Content::embedded().advice(cause, image, "");
    let fixes = |advice, facts| html! { <Fixes {advice} {facts} level={2} on_repair={on_repair.clone()} /> };
    let button = |repair, primary| html! { <RepairButton {repair} {primary} on_repair={on_repair.clone()} /> };
    let report = |open| html! { <Report takeaways={takeaways()} {open} level={3} /> };
    vec![
        ("fixes", fixes(sorted(cause, "registry.acme.example/web:v2"), facts())),
        ("fixes-elsewhere", fixes(sorted(cause, "quay.io/web:v2"), facts())),
        ("fixes-nothing-known", fixes(sorted(cause, ""), Facts::default())),
        ("fixes-none", fixes(sorted(other_cause(), ""), Facts::default())),
        ("more", html! { <More {cause} facts={facts()} level={2} /> }),
        ("more-folded", html! { <More {cause} level={3} folded=true /> }),
        ("more-short", html! { <More cause={other_cause()} level={3} /> }),
        ("report", report(None)),
        ("report-open", report(Some("wrong"))),
        ("repair-button", button(Repair::Image, false)),
        ("repair-button-primary", button(Repair::PullSecret, true)),
        ("readings", html! { <Readings readings={readings} facts={facts()} /> }),
        ("command", html! { <Command text={"kubectl get pods \\\n  -n shop"} /> }),
        ("command-unfinished", html! { <Command text="kubectl delete pod YOUR_POD -n shop" what="Try again" /> }),
        ("command-named", html! { <Command text="kubectl get pods" what="List the <pods>" /> }),
        ("output", html! { <Output text={"NAME  READY\nweb   1/1\n\n"} /> }),
        ("section", html! { <Section level={3} title="How so"><p>{ "So." }</p></Section> }),
        ("prose", html! { <p><Prose text="Pull `{image}`, **now**, for {pod} & <you>." facts={facts()} /></p> }),
    ]
}

fn takeaways() -> Vec<Takeaway> {
    let make = Callback::from(|leave_out| {
        format!("A drawer is missing.\n{}", if leave_out { "Somewhere" } else { "At Acme" })
    });
    let takeaway = |name, leaves_out| Takeaway {
        name,
        label: format!("The {name} one").into(),
        intro: "What is in it.".into(),
        copy: "Copy it".into(),
        leaves_out,
        make: make.clone(),
    };
    vec![takeaway("markdown", false), takeaway("wrong", true)]
}

fn answers() -> Vec<Named> {
    let answer = |failure: Option<Failure>, level: u8| {
        let mut telling =
            Telling::of_cause(Content::embedded(), cause(), if failure.is_some() { "web:v2" } else { "" });
        telling.also = failure.iter().flat_map(|failure| &failure.also).map(|_| other_cause()).collect();
        html! { <Answer {telling} {failure} {level} /> }
    };
    let article = failure(ARTICLE, "not found");
    let also = Failure { also: vec!["repository-not-found".into()], confidence: Confidence::Medium, ..article.clone() };
    let bare = Failure { cause: UNKNOWN.into(), ..Failure::default() };
    let [last_words] = article.evidence.as_slice() else { panic!("one place decides") };
    let unread = Failure {
        cause: UNKNOWN.into(),
        last_words: Some(last_words.clone()),
        evidence: Vec::new(),
        init: true,
        ..article.clone()
    };
    let typed = ImageReference::parse("nginx:lates");
    let mistyped = Failure { image: typed.written.clone(), image_help: help(&typed, &[]), ..article.clone() };
    vec![
        ("answer-with-image-help", answer(Some(mistyped), 2)),
        ("answer-to-a-paste", answer(Some(article.clone()), 2)),
        ("answer-two-causes", answer(Some(also), 2)),
        ("answer-recovered", answer(Some(Failure { recovered: true, ..article }), 2)),
        ("answer-without-evidence", answer(Some(bare), 2)),
        ("answer-in-unknown-words", answer(Some(unread), 2)),
        ("answer-to-questions", answer(None, 1)),
    ]
}

fn results() -> Vec<Named> {
    let nothing = Diagnosis {
        kind: InputKind::Unrecognised,
        notes: Vec::new(),
        cause: NOT_AN_IMAGE_PULL.into(),
        also: Vec::new(),
        failures: Vec::new(),
        looks_like: None,
    };
    let result = |diagnosis: Diagnosis| {
        let diagnosis = Rc::new(diagnosis);
        html! { <><DiagnosisHead diagnosis={diagnosis.clone()} chosen={0} /><DiagnosisBody {diagnosis} chosen={0} /></> }
    };
    let stops = vec![Note::TooLong { bytes: 20 << 20 }, Note::Binary, Note::Html, Note::NothingKnown];
    let notes = vec![Note::CutOff { span: Span::new(0, 1) }, Note::NoMessages];
    let another =
        Failure { image: String::new(), cause: "credentials-missing".into(), ..failure(ARTICLE, "not found") };
    let failures = vec![failure(ARTICLE, "not found"), another];
    let many: Vec<Failure> =
        (0..60).map(|number| Failure { image: format!("web:{number}"), ..failures[0].clone() }).collect();
    let unknown = Diagnosis { cause: UNKNOWN.into(), ..nothing.clone() };
    let mut named = vec![
        ("notes-that-stop", result(Diagnosis { notes: stops, ..nothing.clone() })),
        ("notes-beside-an-answer", result(Diagnosis { notes, ..unknown })),
        ("several-failures", result(Diagnosis { cause: "tag-not-found".into(), failures, ..nothing.clone() })),
        ("many-failures", result(Diagnosis { cause: "tag-not-found".into(), failures: many, ..nothing.clone() })),
    ];
    let crash = LooksLike { subject: "crash-loop".into(), pod: "web-7d4b9".into(), namespace: "shop".into() };
    let healthy = LooksLike { subject: "healthy".into(), ..LooksLike::default() };
    let looks = [("looks-like-crash-loop", crash), ("looks-like-healthy", healthy)];
    named.extend(looks.map(|(name, looks)| (name, result(Diagnosis { looks_like: Some(looks), ..nothing.clone() }))));
    named
}
