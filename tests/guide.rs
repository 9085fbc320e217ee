//! The guide over the real content: every way through it, and what a link may hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::content::{Cause, Content, Facts, Repair, fill};
use image_pull_guide::guide::{
    Answers, Place, PlaceNotice, Position, Stand, View, one_question_is_left, open_question, open_ways, position,
};
use std::collections::BTreeSet;

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(step, choice)| ((*step).into(), (*choice).into())).collect()
}

/// The answers with one more.
fn answer(given: &Answers, step: &str, choice: &str) -> Answers {
    given.clone().into_iter().chain([(step.to_owned(), choice.to_owned())]).collect()
}

/// The outcome of the answers, or the question that they lead to: `tag?`.
fn end(pairs: &[(&str, &str)]) -> String {
    match position(Content::embedded(), &answers(pairs)).stands {
        Stand::Outcome(cause, _) => cause.id.clone(),
        Stand::Question(step) => format!("{}?", step.id),
    }
}

fn cause(id: &str) -> &'static Cause {
    Content::embedded().cause(id).unwrap()
}

/// Every way from the start to an outcome.
fn every_way() -> Vec<Position<'static>> {
    let mut ways = Vec::new();
    let mut open = vec![Answers::new()];
    while let Some(given) = open.pop() {
        let position = position(Content::embedded(), &given);
        match position.stands {
            Stand::Question(step) => {
                assert!(!step.answers.is_empty(), "the way {given:?} leads nowhere");
                open.extend(step.answers.iter().map(|choice| answer(&given, &step.id, &choice.id)));
            }
            Stand::Outcome(..) => ways.push(position),
        }
    }
    ways
}

/// Sets of answers, also those that no way has: every pair, and one answer to every question.
fn sets_of_answers() -> Vec<Answers> {
    let steps = &Content::embedded().guide.steps;
    let single = || steps.iter().flat_map(|step| step.answers.iter().map(|choice| (&*step.id, &*choice.id)));
    let pairs = single().flat_map(|one| single().map(move |other| answers(&[one, other])));
    let all = steps.iter().filter_map(|step| Some((&*step.id, &*step.answers.last()?.id))).collect::<Vec<_>>();
    pairs.chain([Answers::new(), answers(&all)]).collect()
}

#[test]
fn the_articles_branches_end_where_the_article_says() {
    assert_eq!(end(&[]), "tag?");
    assert_eq!(end(&[("tag", "no"), ("image", "yes")]), "tag-not-found");
    assert_eq!(end(&[("tag", "no"), ("image", "hidden"), ("private", "no")]), "repository-not-found");
    let private = [("tag", "no"), ("image", "hidden"), ("private", "yes"), ("secret", "none")];
    assert_eq!(end(&private), "credentials-missing");
    assert_eq!(end(&[("tag", "yes"), ("private", "yes"), ("secret", "missing")]), "pull-secret-missing");
    let found = [("tag", "yes"), ("private", "yes"), ("secret", "found"), ("login", "no")];
    assert_eq!(end(&found), "credentials-rejected");
    assert_eq!(end(&[("tag", "yes"), ("private", "no")]), "events?");
    assert_eq!(
        end(&[("tag", "other"), ("status", "pulling"), ("events", "network"), ("network", "dns")]),
        "dns-failure"
    );
}

#[test]
fn every_way_ends_after_at_most_six_questions() {
    let ways = every_way();
    assert!(ways.len() > 10);
    for way in &ways {
        assert!(way.trail.len() <= 6, "{:?}", way.trail.iter().map(|(step, _)| &step.id).collect::<Vec<_>>());
    }
}

#[test]
fn every_cause_is_reached() {
    let reached: BTreeSet<String> = every_way()
        .iter()
        .map(|way| match way.stands {
            Stand::Outcome(cause, _) => cause.id.clone(),
            Stand::Question(_) => String::new(),
        })
        .collect();
    let outcomes = Content::embedded().guide.steps.iter().flat_map(|step| &step.answers);
    let named: BTreeSet<String> =
        outcomes.flat_map(|choice| &choice.routes).filter_map(|route| route.outcome.clone()).collect();
    assert_eq!(reached, named);
    let causes: BTreeSet<String> = Content::embedded().causes.iter().map(|cause| cause.id.clone()).collect();
    assert_eq!(reached, causes, "the questions reach every cause");
}

#[test]
fn every_step_is_asked_on_some_way() {
    let asked: BTreeSet<&str> =
        every_way().iter().flat_map(|way| way.trail.iter().map(|(step, _)| step.id.as_str())).collect();
    assert_eq!(asked.len(), Content::embedded().guide.steps.len());
}

#[test]
fn a_changed_answer_keeps_the_later_ones_that_are_still_asked_for() {
    let given = answers(&[("tag", "no"), ("image", "hidden"), ("private", "yes"), ("secret", "none")]);
    let changed = answer(&given, "tag", "yes");
    assert_eq!(position(Content::embedded(), &changed).trail.len(), 3, "the image is not asked for any more");
    let back = answer(&changed, "tag", "no");
    assert_eq!(back, given, "and its answer comes back with the question");
}

#[test]
fn answers_that_do_not_exist_are_passed_over() {
    assert_eq!(end(&[("tag", "perhaps"), ("weather", "fine")]), "tag?");
    assert_eq!(end(&[("tag", "no"), ("image", "perhaps"), ("private", "yes")]), "image?");
}

#[test]
fn content_without_a_guide_ends_at_an_empty_question() {
    let nothing = Content::default();
    let here = position(&nothing, &answers(&[("tag", "yes"), ("", "")]));
    assert!(matches!(here.stands, Stand::Question(step) if step.answers.is_empty()));
}

#[test]
fn the_words_leave_one_question_open() {
    let open = |id: &str, also: &[String]| {
        open_question(Content::embedded(), cause(id), also, "").map(|step| step.id.clone()).unwrap_or_default()
    };
    assert_eq!(open("access-denied", &[]), "private");
    assert_eq!(open("tag-not-found", &["repository-not-found".into()]), "image");
    assert_eq!(open("tag-not-found", &[]), "", "on Docker Hub the tag is certain");
    assert_eq!(open("credentials-missing", &[]), "secret");
    assert_eq!(open("credentials-rejected", &[]), "login");
    assert_eq!(open("pull-secret-missing", &[]), "");
    assert_eq!(open("repository-not-found", &[]), "");
    assert_eq!(open_ways(cause("access-denied"), &[]).len(), 2);
    assert_eq!(open_ways(cause("tag-not-found"), &[]).len(), 0);
}

#[test]
fn one_question_is_promised_where_every_answer_ends_the_way() {
    let one = |id: &str| one_question_is_left(Content::embedded(), &cause(id).known);
    assert!(one("credentials-rejected"));
    for several in ["access-denied", "credentials-missing", "tag-not-found"] {
        assert!(!one(several), "{several}");
    }
    assert!(!one("pull-secret-missing"), "no question is left");
}

#[test]
fn every_place_survives_its_own_link() {
    let content = Content::embedded();
    let causes = content.causes.iter().map(|cause| Some(cause.id.clone())).chain([None]);
    let places = causes
        .flat_map(|cause| [View::Paste, View::Guide, View::Repair, View::Cause].map(|view| (view, cause.clone())));
    let sets = sets_of_answers();
    for (view, cause) in places.filter(|(view, cause)| *view != View::Cause || cause.is_some()) {
        for answers in &sets {
            for repair in [None, Some(Repair::Image), Some(Repair::PullSecret)] {
                let repair = repair.filter(|_| view == View::Repair);
                let place = Place { view, cause: cause.clone(), repair, answers: answers.clone(), ..Place::default() };
                let fragment = place.fragment();
                assert_eq!(Place::parse(content, &fragment), (place.clone(), Vec::new()), "{fragment}");
                assert_eq!(Place::parse(content, &format!("#{fragment}")).0, place);
            }
        }
    }
}

#[test]
fn links_are_written_as_people_will_read_them() {
    for link in [
        "",
        "v1&view=paste",
        "v1&view=causes",
        "v1&view=causes&tag=no",
        "v1&view=tree",
        "v1&view=tree&tag=no",
        "v1&view=guide&tag=yes",
        "v1&view=guide&image=hidden&tag=no",
        "v1&cause=tag-not-found",
        "v1&view=repair&cause=credentials-missing",
        "v1&view=repair&cause=access-denied&repair=pull-secret",
    ] {
        let (place, notices) = Place::parse(Content::embedded(), link);
        assert_eq!((place.fragment().as_str(), notices), (link, Vec::new()));
    }
    assert_eq!(Place::default().fragment(), "");
}

#[test]
fn a_link_that_is_not_understood_leads_to_the_nearest_place() {
    let parse = |link: &str| {
        let (place, notices) = Place::parse(Content::embedded(), link);
        (place.fragment(), notices)
    };
    let unknown_answer = |step: &str| vec![PlaceNotice::UnknownAnswer { step: step.into() }];
    assert_eq!(parse("#v2&view=guide&tag=yes"), (String::new(), vec![PlaceNotice::OtherVersion]));
    assert_eq!(parse("#anything"), (String::new(), vec![PlaceNotice::OtherVersion]));
    assert_eq!(parse("#v1&view=guide&tag=perhaps&image=no"), ("v1&view=guide&image=no".into(), unknown_answer("tag")));
    assert_eq!(parse("#v1&view=cause&cause=typo"), (String::new(), vec![PlaceNotice::UnknownCause]));
    assert_eq!(parse("#v1&view=cause"), (String::new(), vec![PlaceNotice::UnknownCause]));
    assert_eq!(parse("#v1&view=repair&cause=typo"), ("v1&view=repair".into(), vec![PlaceNotice::UnknownCause]));
    assert_eq!(parse("#v1&view=moon&tag=no"), ("v1&view=guide&tag=no".into(), vec![PlaceNotice::UnknownView]));
    assert_eq!(parse("#v1&view=guide&utm_source=chat&tag=no"), ("v1&view=guide&tag=no".into(), vec![]));
    assert_eq!(parse("#v1%26view%3Dguide%26tag%3Dno"), ("v1&view=guide&tag=no".into(), vec![]));
    assert_eq!(parse("#v1&tag=no&tag=yes"), ("v1&view=guide&tag=no".into(), vec![]));
}

#[test]
fn only_ids_of_the_content_come_out_of_a_link() {
    let content = Content::embedded();
    let ids: BTreeSet<&str> = ["view", "cause", "paste", "guide", "repair", "image", "pull-secret"]
        .into_iter()
        .chain(content.causes.iter().map(|cause| cause.id.as_str()))
        .chain(content.guide.steps.iter().map(|step| step.id.as_str()))
        .chain(content.guide.steps.iter().flat_map(|step| step.answers.iter().map(|choice| choice.id.as_str())))
        .collect();
    let words = [
        "v1",
        "view",
        "guide",
        "cause",
        "tag",
        "yes",
        "no",
        "image",
        "=",
        "&",
        "#",
        "%",
        "%3d",
        "%ff",
        "é",
        "🦀",
        "\0",
        " ",
        "SECRET",
        "repair",
        "pull-secret",
        "access-denied",
        "-",
    ];
    let mut seed: u64 = 7;
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 40).unwrap()
    };
    for _ in 0..20_000 {
        let mut fragment = String::from(if next() % 3 == 0 { "" } else { "#v1&" });
        for _ in 0..next() % 14 {
            fragment.push_str(words[next() % words.len()]);
        }
        let place = Place::parse(content, &fragment).0;
        let link = place.fragment();
        let out = link.strip_prefix("v1").unwrap_or(&link);
        assert!(out.split(['&', '=']).all(|word| word.is_empty() || ids.contains(word)), "{fragment:?} gives {link:?}");
        assert_eq!(Place::parse(content, &link).0, place);
    }
}

#[test]
fn what_is_no_id_never_gets_into_a_link() {
    let answers = answers(&[("tag", "a b"), ("é", "x"), ("password", "Hunter2")]);
    let typed =
        Place { view: View::Repair, cause: Some("My Secret".into()), repair: None, answers, ..Place::default() };
    assert_eq!(typed.fragment(), "v1&view=repair");
}

#[test]
fn every_text_of_the_guide_renders_with_and_without_facts() {
    let facts = Facts::default().with("image", "nginx:foo").with("registry", "docker.io");
    for step in &Content::embedded().guide.steps {
        let reads = step.find_out.read.iter().flat_map(|reading| [&reading.see, &reading.means]);
        let labels = step.answers.iter().flat_map(|choice| [&choice.label, &choice.short]);
        for text in [&step.question, &step.hint, &step.find_out.text, &step.find_out.otherwise.text]
            .into_iter()
            .chain(reads)
            .chain(labels)
        {
            for facts in [&facts, &Facts::default()] {
                let words: String =
                    fill(Content::embedded(), text, facts).iter().map(|piece| piece.text().to_owned()).collect();
                assert!(!words.is_empty() && !words.contains(['{', '`']), "{text} gives {words}");
            }
        }
    }
}
