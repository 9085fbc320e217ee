//! What happens to the state, message by message.

use crate::content::{Content, Repair};
use crate::diagnosis::diagnose;
use crate::guide::{Answers, Place, Stand, View};
use crate::manifest::{Field, RepairInput, agreement};
use crate::paste::{self, Note};
use crate::ui::browser::FileText;
use crate::ui::model::{Model, Msg, READ_AT_ONCE};
use crate::ui::repair::Edit;
use crate::ui::tests::stage::{after, file};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

fn answered(step: &str, answer: &str) -> Msg {
    Msg::Answered { step: step.into(), answer: answer.into() }
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(step, answer)| ((*step).into(), (*answer).into())).collect()
}

/// Where the answers lead: the id of the cause, or of the step with a question mark.
fn end(model: &Model) -> String {
    match model.position().stands {
        Stand::Question(step) => format!("{}?", step.id),
        Stand::Outcome(cause, _) => cause.id.clone(),
    }
}

fn then(model: Model, message: Msg) -> Model {
    Rc::unwrap_or_clone(Rc::new(model).reduce(message))
}

/// The way of the article's third branch.
fn to_missing_credentials() -> Model {
    after(
        "v1&view=guide",
        [answered("tag", "no"), answered("image", "hidden"), answered("private", "yes"), answered("secret", "none")],
    )
}

#[test]
fn answers_lead_to_an_outcome_and_stand_in_the_place() {
    let model = to_missing_credentials();
    assert_eq!(end(&model), "credentials-missing");
    assert_eq!(model.place.fragment(), "v1&view=guide&image=hidden&private=yes&secret=none&tag=no");
}

#[test]
fn a_changed_answer_keeps_the_later_ones_that_are_still_asked_for() {
    let asked = then(to_missing_credentials(), Msg::ChangeAsked("tag".into()));
    assert_eq!((end(&asked).as_str(), asked.place.fragment().as_str()), ("tag?", "v1&view=guide"));
    assert_eq!(asked.remembered.get("tag").map(String::as_str), Some("no"), "it is still chosen");

    let changed = then(asked, answered("tag", "yes"));
    assert_eq!(end(&changed), "credentials-missing");
    assert_eq!(changed.place.answers, answers(&[("tag", "yes"), ("private", "yes"), ("secret", "none")]));

    let back = then(changed, answered("tag", "no"));
    assert_eq!(back.place, to_missing_credentials().place, "the answer about the image comes back");
}

#[test]
fn a_change_in_the_middle_keeps_what_came_before() {
    let asked = then(to_missing_credentials(), Msg::ChangeAsked("private".into()));
    assert_eq!(asked.place.answers, answers(&[("tag", "no"), ("image", "hidden")]));
    let changed = then(asked, answered("private", "no"));
    assert_eq!(end(&changed), "repository-not-found");
    assert!(!changed.place.answers.contains_key("secret"), "what is not asked for is not in the link");
}

#[test]
fn starting_again_forgets_every_answer_and_nothing_else() {
    let pasted = then(to_missing_credentials(), Msg::Pasted("Error: ErrImagePull".into()));
    let model = then(pasted, Msg::StartedAgain);
    assert_eq!((end(&model).as_str(), model.place.view), ("tag?", View::Guide));
    assert_eq!((&model.remembered, &model.filled_in), (&Answers::new(), &Answers::new()));
    assert_eq!(model.text.as_str(), "Error: ErrImagePull");
    assert_eq!(end(&then(model, answered("tag", "yes"))), "private?", "no earlier answer comes back");
}

#[test]
fn a_question_taken_up_from_a_paste_has_what_the_words_settle_filled_in() {
    for cause in Content::embedded().causes.iter().filter(|cause| !cause.known.is_empty()) {
        // Another way was begun before: it must not show through.
        let model = then(after("v1&view=guide", [answered("tag", "yes")]), Msg::QuestionTaken(cause.id.clone()));
        assert_eq!((&model.place.answers, &model.filled_in), (&cause.known, &cause.known), "{}", cause.id);
        assert_eq!((model.place.view, &model.place.cause), (View::Guide, &None));
        assert_eq!(model.position().trail.len(), cause.known.len(), "{}: every answer is on the way", cause.id);
    }
}

#[test]
fn an_answer_of_ones_own_is_no_longer_from_the_paste() {
    let model = after("v1&view=paste", [Msg::QuestionTaken("access-denied".into()), answered("image", "no")]);
    assert_eq!(model.filled_in, answers(&[("tag", "no")]));
    let begun = after("v1&view=paste", [Msg::QuestionTaken("access-denied".into()), Msg::StartedAgain]);
    assert!(begun.filled_in.is_empty());
}

#[test]
fn a_link_with_other_answers_is_not_from_the_paste() {
    let arrived = Msg::Arrived("v1&view=guide&tag=yes&private=yes".into());
    let model = after("v1&view=paste", [Msg::QuestionTaken("access-denied".into()), arrived]);
    assert_eq!(model.told_by_paste().count(), 0);
    let back = then(model, Msg::Arrived("v1&view=guide&image=hidden&tag=no".into()));
    assert_eq!(back.told_by_paste().collect::<BTreeSet<_>>(), BTreeSet::from(["image", "tag"]));
}

#[test]
fn a_bad_link_is_told_until_one_goes_on() {
    let model = after("", [Msg::Arrived("#v1&view=guide&tag=perhaps".into())]);
    assert_eq!((model.notices.len(), end(&model).as_str()), (1, "tag?"));
    for message in [answered("tag", "no"), Msg::Went(Place::default()), Msg::Arrived("".into()), Msg::StartedAgain] {
        assert!(then(model.clone(), message).notices.is_empty());
    }
    assert_eq!(Model::at("v1&cause=typo").notices.len(), 1);
}

#[test]
fn going_back_keeps_what_was_answered_after() {
    let model = then(to_missing_credentials(), Msg::Arrived("v1&view=guide&tag=no".into()));
    assert_eq!(end(&model), "image?");
    assert_eq!(model.remembered.get("image").map(String::as_str), Some("hidden"));
}

#[test]
fn the_text_stays_wherever_one_goes() {
    let text = AttrValue::from("Error: ErrImagePull");
    let mut model = after("v1&view=paste", [Msg::Pasted(text.clone())]);
    let diagnosis = model.diagnosis.clone();
    for message in every_message(&text) {
        model = then(model, message);
        assert_eq!((&*model.text, &model.diagnosis), (&text, &diagnosis));
    }
    assert_eq!(then(model, Msg::Pasted(" \n".into())).diagnosis, None, "an empty box has no answer");
}

#[test]
fn a_repair_starts_from_what_is_known_and_stays_as_typed() {
    let opened =
        Msg::RepairOpened { cause: "tag-not-found".into(), repair: Repair::Image, image: Some("nginx:1.27".into()) };
    let model = after("v1&view=paste", [opened]);
    assert_eq!(model.place.fragment(), "v1&view=repair&cause=tag-not-found&repair=image");
    assert_eq!((model.repair.input.image.as_str(), model.repair.input.needs_secret), ("nginx:1.27", false));

    let model = then(model, Msg::RepairEdited(Edit::Took(Field::Name, "web".into())));
    let typed = model.repair.clone();
    let away = then(model, Msg::Arrived("v1&view=paste".into()));
    let back = then(away, Msg::Arrived("v1&view=repair&cause=tag-not-found".into()));
    assert_eq!(back.repair, typed, "going back and forth loses nothing that was typed");
}

#[test]
fn a_field_is_called_wrong_when_it_is_left_and_right_at_once() {
    let shown = |model: &Model| -> Vec<Field> {
        let faults = agreement::check(Content::embedded(), &model.repair.input);
        model.repair.shown(&faults).map(|fault| fault.field).collect()
    };
    let edited = |model, edit| then(model, Msg::RepairEdited(edit));
    let typed = |value: &str| Edit::Typed(Field::Image, value.into());
    let model = edited(after("v1&view=repair", []), typed("Nginx"));
    assert_eq!(shown(&model), []);
    let model = edited(model, Edit::Left);
    assert_eq!(shown(&model), [Field::Image]);
    let model = edited(model, typed("Nginx:1"));
    assert_eq!(shown(&model), [Field::Image], "what was wrong before stays so while it is typed");
    let model = edited(model, typed("nginx:1"));
    assert_eq!(shown(&model), []);
    let model = edited(edited(model, typed("Nginx:1")), Edit::Took(Field::Image, "nginx:1".into()));
    assert_eq!((shown(&model), model.repair.input.image.as_str()), (vec![], "nginx:1"));
}

#[test]
fn a_kind_of_login_brings_its_user_name_and_takes_away_that_of_another() {
    let edited = |model, edit| then(model, Msg::RepairEdited(edit));
    let model = edited(Model::at("v1&view=repair&cause=credentials-missing"), Edit::NeedsSecret(true));
    let model = edited(model, Edit::Typed(Field::Image, "europe-docker.pkg.dev/acme/shop/web:1".into()));
    let model = edited(model, Edit::Login("access-token".into()));
    assert_eq!(model.repair.input.username, "oauth2accesstoken");
    let model = edited(model, Edit::Typed(Field::Image, "git.acme.example/shop/web:1".into()));
    let model = edited(model, Edit::Registry("gitlab".into()));
    let RepairInput { server, username, .. } = &model.repair.input;
    assert_eq!((server.as_str(), username.as_str()), ("git.acme.example", ""));
    let model = edited(model, Edit::Typed(Field::Username, "robot".into()));
    let model = edited(model, Edit::Registry("docker-hub".into()));
    let RepairInput { server, username, .. } = &model.repair.input;
    assert_eq!((server.as_str(), username.as_str()), ("https://index.docker.io/v1/", "robot"));
    let model = edited(model, Edit::Registry("moon".into()));
    assert_eq!(model.repair.registry(Content::embedded()).map(|registry| registry.id.as_str()), Some("generic"));
}

#[test]
fn opening_another_repair_keeps_what_was_typed() {
    let opened = |repair, image: Option<&str>| Msg::RepairOpened {
        cause: "access-denied".into(),
        repair,
        image: image.map(str::to_owned),
    };
    let typed = |model: Model, field, value: &str| then(model, Msg::RepairEdited(Edit::Typed(field, value.into())));
    let pasted = after("v1&view=paste", [Msg::Pasted("Failed to pull image \"nginxx:1\": manifest unknown".into())]);
    let model = typed(then(pasted, opened(Repair::Image, None)), Field::Image, "nginx:2");
    let model = typed(model, Field::Name, "web");

    let secret = then(model, opened(Repair::PullSecret, None));
    assert!(secret.repair.input.needs_secret);
    assert_eq!((secret.repair.input.image.as_str(), secret.repair.input.name.as_str()), ("nginx:2", "web"));

    let suggested = then(secret, opened(Repair::Image, Some("nginx:1")));
    assert_eq!((suggested.repair.input.image.as_str(), suggested.repair.input.name.as_str()), ("nginx:1", "web"));

    let other = then(suggested, Msg::Pasted("Failed to pull image \"redis:0\": manifest unknown".into()));
    let other = then(other, opened(Repair::Image, None));
    assert_eq!((other.repair.input.image.as_str(), other.repair.input.name.as_str()), ("redis:0", ""));
}

#[test]
fn a_link_to_a_repair_opens_the_form_of_its_cause() {
    let form = |link: &str| Model::at(link).repair.input;
    assert!(form("v1&view=repair&cause=credentials-missing").needs_secret);
    assert!(!form("v1&view=repair&cause=tag-not-found").needs_secret);
    assert!(!form("v1&view=repair").needs_secret);
    assert_eq!(form("v1&view=repair&cause=credentials-missing").secret_name, "my-registry-secret");
    let arrived = after("", [Msg::Arrived("v1&view=repair&cause=credentials-missing".into())]);
    assert!(arrived.repair.input.needs_secret);
}

#[test]
fn another_text_is_looked_at_from_its_first_failure() {
    let chosen = after("v1&view=paste", [Msg::Pasted("Error: ErrImagePull".into()), Msg::FailureChosen(1)]);
    assert_eq!((chosen.chosen, chosen.failure()), (1, None), "a number too high is no failure, and no panic");
    assert_eq!(then(chosen, Msg::Pasted("Error: ImagePullBackOff".into())).chosen, 0);
}

// --- the promise -----------------------------------------------------------------------------------------------------

/// One message of each kind, with what a person typed wherever the page would pass it on.
fn every_message(typed: &str) -> Vec<Msg> {
    vec![
        Msg::Arrived(format!("v1&view=guide&tag={typed}&{typed}=yes").into()),
        Msg::Arrived(typed.to_owned().into()),
        Msg::Went(Place { view: View::Paste, ..Place::default() }),
        Msg::FailureChosen(7),
        Msg::QuestionTaken("access-denied".into()),
        answered("private", "yes"),
        answered("secret", "found"),
        Msg::ChangeAsked("secret".into()),
        Msg::RepairOpened {
            cause: "credentials-missing".into(),
            repair: Repair::PullSecret,
            image: Some(typed.into()),
        },
        Msg::RepairEdited(Edit::Typed(Field::Image, typed.into())),
        Msg::RepairEdited(Edit::Took(Field::SecretName, typed.into())),
        Msg::StartedAgain,
        answered("tag", "yes"),
        Msg::Arrived("v1&cause=tag-not-found".into()),
    ]
}

#[test]
fn a_place_never_holds_anything_but_ids() {
    let content = Content::embedded();
    let steps = || content.guide.steps.iter();
    let ids: BTreeSet<&str> = ["paste", "guide", "repair", "image", "pull-secret"]
        .into_iter()
        .chain(content.causes.iter().map(|cause| cause.id.as_str()))
        .chain(steps().flat_map(|step| step.answers.iter().map(|answer| answer.id.as_str())))
        .collect();
    let keys: BTreeSet<&str> =
        ["view", "cause", "repair"].into_iter().chain(steps().map(|step| step.id.as_str())).collect();
    for typed in ["marker", "registry.acme.example/shop/web:v2", "a&view=paste", "yes"] {
        let count = every_message(typed).len();
        // Every order of two after a paste, on top of all of them in a row.
        let orders = (0..count).flat_map(|first| (0..count).map(move |second| vec![first, second]));
        for order in orders.chain([(0..count).collect()]) {
            let mut model = after("v1&view=paste", [Msg::Pasted(typed.to_owned().into())]);
            for number in &order {
                model = then(model, every_message(typed).swap_remove(*number));
                let fragment = model.place.fragment();
                for (key, value) in fragment.split('&').skip(1).map(|pair| pair.split_once('=').unwrap()) {
                    assert!(keys.contains(key) && ids.contains(value), "{order:?} gives {fragment}");
                }
                assert_eq!(Place::parse(content, &fragment), (model.place.clone(), Vec::new()), "{order:?}");
            }
        }
    }
}

#[test]
fn a_file_is_taken_like_a_paste_and_what_is_no_text_stays_out_of_the_box() {
    let given = |file: FileText| after("v1&view=guide&tag=no", [Msg::FileGiven(file)]);
    let model = given(file("Failed to pull image \"nginx:foo\": manifest unknown".into()));
    assert_eq!((model.place.view, model.failure().unwrap().cause.as_str()), (View::Paste, "tag-not-found"));
    assert!(model.text.starts_with("Failed"));
    let odd = [file("\0\u{1}\u{2}PNG\0\0".repeat(50)), FileText::TooLong(64 << 20), FileText::Unreadable];
    for model in odd.map(given) {
        assert!(model.text.is_empty());
        assert!(model.diagnosis.unwrap().notes.iter().all(Note::is_the_answer));
    }
}

#[test]
fn a_long_text_is_read_in_slices_and_what_comes_late_is_passed_over() {
    let long = format!("Failed to pull image \"nginx:foo\": manifest unknown\n{}", "a line\n".repeat(READ_AT_ONCE / 7));
    let begun = after("v1&view=paste", [Msg::Pasted(long.clone().into())]);
    let reading = begun.reading.unwrap();
    assert_eq!((reading.percent, &begun.diagnosis, begun.text.len()), (0, &None, long.len()));
    let content = Content::embedded();
    let diagnosis = Rc::new(diagnose(content, &paste::read(content, &long), &long));
    let done = |number| Msg::ReadingDone(number, diagnosis.clone(), Rc::default());
    let late = then(begun.clone(), done(reading.number + 1));
    assert!(late == begun);
    let further = then(begun.clone(), Msg::ReadingWent(reading.number, 50));
    assert_eq!(further.reading.unwrap().percent, 50);
    let read = then(further.clone(), done(reading.number));
    assert_eq!((read.reading, read.failure().unwrap().cause.as_str()), (None, "tag-not-found"));
    let again = then(begun, Msg::Pasted(long.into()));
    assert!(again.reading.unwrap().number > reading.number);
    let short = then(again, Msg::Pasted("Error: ErrImagePull".into()));
    assert!(short.reading.is_none() && short.diagnosis.is_some());
}

#[test]
fn whoever_stops_the_reading_keeps_the_text_and_can_have_it_read_after_all() {
    let long = format!("Failed to pull image \"nginx:foo\": manifest unknown\n{}", "a line\n".repeat(READ_AT_ONCE / 7));
    let begun = after("v1&view=paste", [Msg::Pasted(long.clone().into())]);
    let number = begun.reading.unwrap().number;
    let stopped = then(begun, Msg::ReadingStopped);
    assert!(stopped.stopped && stopped.reading.is_none() && stopped.diagnosis.is_none());
    assert!(stopped.text.as_str() == long, "nothing that was typed is lost");
    let content = Content::embedded();
    let diagnosis = Rc::new(diagnose(content, &paste::read(content, &long), &long));
    let done = |number| Msg::ReadingDone(number, diagnosis.clone(), Rc::default());
    assert!(then(stopped.clone(), done(number)) == stopped);
    let again = then(stopped.clone(), Msg::ReadingBegunAgain);
    assert!(!again.stopped && again.text.as_str() == long);
    let read = then(again.clone(), done(again.reading.unwrap().number));
    assert_eq!(read.failure().unwrap().cause, "tag-not-found");
    let other = then(stopped, Msg::Pasted("Error: ErrImagePull".into()));
    assert!(!other.stopped && other.diagnosis.is_some());
    assert!(then(other.clone(), Msg::ReadingStopped) == other, "too late to stop it");
}
