//! What a person takes along from an answer: all of it that helps, and nothing of what must stay.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use image_pull_guide::content::{Content, Repair, Who};
use image_pull_guide::diagnosis::{Diagnosis, Failure, diagnose};
use image_pull_guide::guide::{Telling, open_question};
use image_pull_guide::image::host_of;
use image_pull_guide::mask::{Names, find};
use image_pull_guide::paste;
use image_pull_guide::report::{Case, Message, markdown, message, wrong_answer};
use std::collections::BTreeSet;

const TOKEN: &str = "ghp_Zq7Zq7Zq7Zq7Zq7Zq7Zq7Zq7Zq7Zq7Zq7Zq7";

fn diagnosis(text: &str) -> Diagnosis {
    let content = Content::embedded();
    diagnose(content, &paste::read(content, text), text)
}

/// What is reported of the first failure.
fn reported<T>(diagnosis: &Diagnosis, report: impl Fn(&Content, &Case) -> T) -> T {
    let content = Content::embedded();
    let failure = diagnosis.failures.first().unwrap();
    let telling = Telling::of_failure(content, failure).unwrap();
    let advice = content.advice(telling.cause, &failure.image, &failure.node);
    report(content, &Case { telling: &telling, failure: Some(failure), sure: "The likeliest cause", advice: &advice })
}

fn ecr() -> Diagnosis {
    diagnosis(&format!(
        "Name:         web-7d4b9\nNamespace:    shop\nNode:         ip-10-0-0-7.ec2.internal/10.0.0.7\nContainers:\n  web:\n    \
         Image:          123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1\n    State:          Waiting\n      Reason:       ErrImagePull\nEvents:\n  \
         Type     Reason  Age  From     Message\n  ----     ------  ---- ----     -------\n  Warning  Failed  5s   kubelet  \
         Failed to pull image \"123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1\": failed to pull and unpack image \
         \"123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1\": failed to resolve image: pull access denied, repository does not exist \
         or may require authorization: authorization failed: no basic auth credentials token={TOKEN}\n"
    ))
}

#[test]
fn a_ticket_says_what_it_is_and_what_to_do() {
    let text = reported(&ecr(), |content, case| markdown(content, case, false));
    for part in [
        "## ",
        "- Image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1`",
        "- Pod: `web-7d4b9`",
        "- Namespace: `shop`",
        "- How sure this is: The likeliest cause",
        "### The words that decide",
        "no basic auth credentials",
        "### What to do",
        "1. **Let the role of the nodes read from Amazon ECR** (for whoever runs the cluster)",
        "   ```sh\n   aws iam attach-role-policy",
    ] {
        assert!(text.contains(part), "{part}\n\n{text}");
    }
    assert!(!text.contains('{') && !text.contains("\n\n\n") && !text.lines().any(|line| line.ends_with(' ')), "{text}");
}

#[test]
fn a_message_is_for_whoever_does_the_first_fix() {
    let Message { to, text } = reported(&ecr(), |content, case| message(content, case, false)).unwrap();
    assert_eq!(to, Who::ClusterAdmin);
    for part in [
        "Hello,",
        "Image: 1234",
        "Pod: web-7d4b9",
        "Namespace: shop",
        "no basic auth",
        "aws iam attach",
        "kubectl get pods -n shop",
    ] {
        assert!(text.contains(part), "{part}\n\n{text}");
    }
    let own = diagnosis(
        "Failed to pull image \"nginx:foo\": failed to resolve reference \"docker.io/library/nginx:foo\": docker.io/library/nginx:foo: not found",
    );
    assert_eq!(reported(&own, |content, case| message(content, case, false)), None);
}

/// An image from each registry that is known.
fn images() -> Vec<String> {
    let hosts = Content::embedded().registries.iter().map(|registry| registry.hosts[0].replace('*', "acme.example"));
    hosts.map(|host| format!("{}/shop/web:1", host.replace(".acme.example.", ".acme."))).collect()
}

#[test]
fn a_message_speaks_to_whoever_gets_it_and_of_nobody_else_who_has_to_be_asked() {
    let content = Content::embedded();
    let asked = ["Ask ", "ask whoever", "Tell ", "Send ", "Give them", "whoever runs", "Whoever runs", "the owner of"];
    let person = [" your ", "Your ", " you ", " yours"];
    let mut messages = 0;
    let mut faults = BTreeSet::new();
    for cause in &content.causes {
        for image in images() {
            let failure = Failure { cause: cause.id.clone(), image, ..Failure::default() };
            let outcomes = content.guide.steps.iter().flat_map(|step| &step.answers).flat_map(|choice| &choice.routes);
            let outcomes = outcomes.filter(|route| route.outcome.as_ref() == Some(&cause.id));
            let by_answers = outcomes.map(|route| Telling::of_outcome(content, cause, route, &failure.image));
            for telling in by_answers.chain([Telling::of_failure(content, &failure).unwrap()]) {
                let advice = content.advice(cause, &failure.image, "");
                let case = Case { telling: &telling, failure: Some(&failure), sure: "", advice: &advice };
                let Some(message) = message(content, &case, false) else { continue };
                messages += 1;
                // The opening speaks of the registry of whoever gets it.
                let said = message.text.splitn(3, "\n\n").last().unwrap();
                for words in asked.iter().chain(&person).filter(|words| said.contains(**words)) {
                    faults.insert(format!("{words:?}: {} for {}\n{said}", cause.id, failure.image));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n\n"));
    assert!(messages > 100, "{messages}");
}

#[test]
fn where_the_nodes_log_in_by_themselves_nothing_tells_to_make_a_secret() {
    let content = Content::embedded();
    for image in images() {
        let registry = content.registry_of(&host_of(&image)).unwrap();
        let needs_none = registry.identity.is_some() || registry.logins.is_empty() || registry.id == "ecr-public";
        for id in ["credentials-missing", "access-denied"] {
            let failure = Failure { cause: id.into(), image: image.clone(), ..Failure::default() };
            let telling = Telling::of_failure(content, &failure).unwrap();
            let advice = content.advice(telling.cause, &image, "");
            let summary = telling.summary;
            let says_none = summary.contains("needs no pull secret")
                || summary.contains("a pull secret is of no use")
                || summary.contains("A pull secret is of no use");
            assert_eq!(says_none, needs_none, "{id}, {image}: {summary}");
            let asks = open_question(content, telling.cause, &failure.also, &host_of(&image));
            assert_eq!(asks.is_none(), needs_none, "{id}, {image}");
            let first = advice.here[0];
            assert!(!needs_none || first.repair != Some(Repair::PullSecret), "{id}, {image}: {}", first.title);
            // A person who answers the questions all the same is told the same.
            let routes = content.guide.steps.iter().flat_map(|step| &step.answers).flat_map(|choice| &choice.routes);
            for route in routes.filter(|route| route.outcome.as_deref() == Some(id) && route.title.is_none()) {
                let outcome = Telling::of_outcome(content, telling.cause, route, &image);
                assert_eq!(outcome.summary == summary, needs_none, "{id}, {image}: {}", outcome.summary);
            }
        }
    }
}

#[test]
fn names_are_left_out_where_that_is_wanted() {
    for text in [
        reported(&ecr(), |content, case| markdown(content, case, true)),
        reported(&ecr(), |content, case| message(content, case, true)).unwrap().text,
    ] {
        assert!(!text.contains("123456789012") && !text.contains("10-0-0-7"), "{text}");
        assert!(text.contains("host1.dkr.ecr.eu-west-1.amazonaws.com/web:1") && text.contains("web-7d4b9"), "{text}");
    }
}

#[test]
fn a_report_of_a_wrong_answer_has_the_text_and_what_was_found() {
    let text = format!(
        "password: {TOKEN}\nFailed to pull image \"registry.acme.corp/shop/web:2.1\": manifest unknown\n10.1.2.3 123456789012\n"
    );
    let report = wrong_answer(Content::embedded(), &diagnosis(&text), &text, "1.2.3", true);
    for part in [
        "Version: 1.2.3",
        "Kind of text: ",
        "Found: tag-not-found, ",
        "\"host1.example/shop/web:2.1\": manifest unknown",
        "192.0.2.1 000000000000",
    ] {
        assert!(report.contains(part), "{part}\n\n{report}");
    }
    assert!(!report.contains(TOKEN) && !report.contains("acme.corp"), "{report}");
    let whole = wrong_answer(Content::embedded(), &diagnosis(&text), &text, "1.2.3", false);
    assert!(!whole.contains(TOKEN) && whole.contains("registry.acme.corp"), "{whole}");
}

#[test]
fn no_report_has_a_credential_whatever_was_pasted() {
    for (file, text) in common::texts("pastes", 45) {
        let name = common::name(&file);
        let found: Vec<String> =
            find(&text).into_iter().map(|credential| credential.span.of(&text).to_owned()).collect();
        let diagnosis = diagnosis(&text);
        let mut reports = vec![
            wrong_answer(Content::embedded(), &diagnosis, &text, "1", true),
            wrong_answer(Content::embedded(), &diagnosis, &text, "1", false),
        ];
        if !diagnosis.failures.is_empty() {
            reports.push(reported(&diagnosis, |content, case| markdown(content, case, false)));
            reports.extend(
                reported(&diagnosis, |content, case| message(content, case, false)).map(|message| message.text),
            );
        }
        for secret in found.iter().filter(|secret| secret.len() > 7) {
            assert!(reports.iter().all(|report| !report.contains(secret.as_str())), "{name}: {secret}");
        }
    }
}

#[test]
fn a_text_without_names_is_understood_as_before() {
    for (file, text) in common::texts("pastes", 45) {
        let name = common::name(&file);
        let causes =
            |text: &str| diagnosis(text).failures.iter().map(|failure| failure.cause.clone()).collect::<Vec<_>>();
        assert_eq!(causes(&Names::default().replaced(&text)), causes(&text), "{name}");
    }
}
