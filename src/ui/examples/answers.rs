//! Verdicts, advice, commands, and what the paste's own page puts together from them.

use super::{ARTICLE, Named, cause, facts, failure, other_cause};
use crate::content::{Confidence, Repair};
use crate::diagnosis::{Diagnosis, Failure, LooksLike, NOT_AN_IMAGE_PULL, UNKNOWN};
use crate::paste::{InputKind, Note};
use crate::text::Span;
use crate::ui::components::advice::{Advice, Readings, RepairButton};
use crate::ui::components::code::{Command, Output};
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Section;
use crate::ui::components::verdict::{Pill, Summary, Sureness};
use crate::ui::pages::cause::Answer;
use crate::ui::pages::paste::Result;
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
    let cause = cause();
    vec![
        ("pill-high", pill(Sureness::Rule(Confidence::High))),
        ("pill-medium", pill(Sureness::Rule(Confidence::Medium))),
        ("pill-low", pill(Sureness::Rule(Confidence::Low))),
        ("pill-two-ways", pill(Sureness::Ways(2))),
        ("pill-three-ways", pill(Sureness::Ways(3))),
        ("summary", html! { <Summary {cause} facts={facts()} /> }),
        ("summary-nothing-known", html! { <Summary {cause} /> }),
        (
            "summary-ways",
            html! { <Summary {cause} ways={cause.ways.clone()} also={vec![other_cause()]} facts={facts()} /> },
        ),
        ("summary-also", html! { <Summary {cause} also={vec![other_cause()]} facts={facts()} /> }),
    ]
}

fn advice() -> Vec<Named> {
    let on_repair = Callback::<Repair>::noop();
    let (cause, readings) = (cause(), cause().confirm[0].read.clone());
    let button = |repair, primary| html! { <RepairButton {repair} {primary} on_repair={on_repair.clone()} /> };
    vec![
        ("advice", html! { <Advice {cause} facts={facts()} level={2} on_repair={on_repair.clone()} /> }),
        ("advice-nothing-known", html! { <Advice {cause} level={2} on_repair={on_repair.clone()} /> }),
        ("advice-short", html! { <Advice cause={other_cause()} level={3} on_repair={on_repair.clone()} /> }),
        ("repair-button", button(Repair::Image, false)),
        ("repair-button-primary", button(Repair::PullSecret, true)),
        ("readings", html! { <Readings readings={readings} facts={facts()} /> }),
        ("command", html! { <Command text={"kubectl get pods \\\n  -n shop"} /> }),
        ("command-named", html! { <Command text="kubectl get pods" what="List the <pods>" /> }),
        ("output", html! { <Output text={"NAME  READY\nweb   1/1\n\n"} /> }),
        ("section", html! { <Section level={3} title="How so"><p>{ "So." }</p></Section> }),
        ("prose", html! { <p><Prose text="Pull `{image}`, **now**, for {pod} & <you>." facts={facts()} /></p> }),
    ]
}

fn answers() -> Vec<Named> {
    let answer = |failure: Option<Failure>, level: u8| html! { <Answer cause={cause()} {failure} {level} /> };
    let article = failure(ARTICLE, "not found");
    let also = Failure { also: vec!["repository-not-found".into()], confidence: Confidence::Medium, ..article.clone() };
    let bare = Failure { cause: UNKNOWN.into(), ..Failure::default() };
    vec![
        ("answer-to-a-paste", answer(Some(article.clone()), 2)),
        ("answer-two-causes", answer(Some(also), 2)),
        ("answer-recovered", answer(Some(Failure { recovered: true, ..article }), 2)),
        ("answer-without-evidence", answer(Some(bare), 2)),
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
    let result = |diagnosis| html! { <Result diagnosis={Rc::new(diagnosis)} chosen={0} on_choose={Callback::<usize>::noop()} /> };
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
