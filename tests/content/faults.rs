//! Every fault that content can have, planted into the real content, and what must be said about it.

use super::real;
use image_pull_guide::authoring::check::check;
use image_pull_guide::content::{
    AnswerRoute, Cause, Content, Examples, Link, Reading, Rule, Step, Subject, Unread, Wrapper,
};

fn cause<'content>(content: &'content mut Content, id: &str) -> &'content mut Cause {
    content.causes.iter_mut().find(|cause| cause.id == id).unwrap()
}

fn step<'content>(content: &'content mut Content, id: &str) -> &'content mut Step {
    content.guide.steps.iter_mut().find(|step| step.id == id).unwrap()
}

/// A rule with nothing wrong but what its caller changes.
fn rule(any: &str) -> Rule {
    let examples = Examples { matches: vec!["purple rain".into(), "purple haze".into()], refuses: vec!["rain".into()] };
    Rule { id: "planted".into(), any: vec![any.into()], examples, ..Rule::default() }
}

fn plant(content: &mut Content, rule: Rule) {
    cause(content, "tag-not-found").rules = vec![rule];
}

/// A fault: what is done to the content, and what must be said about it.
type Fault = (fn(&mut Content), &'static str);

const FAULTS: &[Fault] = &[
    // The guide.
    (|content| content.guide.start = "moon".into(), "guide.yaml: start: is `moon`, which is no step; there are: tag,"),
    (|content| content.guide.steps[1].id = "tag".into(), "steps[1].id: is `tag`, which another one has already"),
    (|content| content.guide.steps[1].id = "The Image".into(), "steps[1].id: is `The Image`; an id is lower-case"),
    (|content| content.guide.steps[1].id = "view".into(), "`view`, which has a meaning of its own in links"),
    (|content| content.guide.steps[0].question = "Is it there.".into(), "steps[0].question: is a question and has to"),
    (|content| content.guide.steps[0].hint = " ".into(), "steps[0].hint: is empty; people read this"),
    (|content| content.guide.steps[0].answers.truncate(1), "steps[0].answers: has 1 entries; at least 2 are needed"),
    (|content| content.guide.steps[0].answers[1].id = "yes".into(), "answers[1].id: is `yes`, which another one has"),
    (|content| content.guide.steps[0].answers[0].routes.clear(), "answers[0].routes: is empty, a dead end"),
    (
        |content| drop(step(content, "private").answers[1].routes.pop()),
        ".answers[1].routes: ends with a condition, a dead end where it fails",
    ),
    (
        |content| step(content, "private").answers[1].routes[0].when.clear(),
        ".answers[1].routes: has a route without a condition before the last",
    ),
    (
        |content| step(content, "private").answers[1].routes[0].outcome = Some("unknown".into()),
        "routes[0]: must have either `step` or `outcome`",
    ),
    (
        |content| content.guide.steps[0].answers[0].routes[0] = AnswerRoute::default(),
        "routes[0]: must have either `step` or `outcome`",
    ),
    (
        |content| content.guide.steps[0].answers[0].routes[0].step = Some("moon".into()),
        "steps[0].answers[0].routes[0].step: is `moon`, which is no step",
    ),
    (
        |content| step(content, "image").answers[0].routes[0].outcome = Some("moon".into()),
        "routes[0].outcome: is `moon`, which is no cause",
    ),
    (
        |content| drop(step(content, "private").answers[1].routes[0].when.insert("moon".into(), "yes".into())),
        "when.moon: is `moon`, which is no step",
    ),
    (
        |content| drop(step(content, "private").answers[1].routes[0].when.insert("tag".into(), "maybe".into())),
        "when.tag: is `maybe`, which is no answer of this step; there are: yes, no",
    ),
    (
        |content| drop(step(content, "private").answers[1].routes[0].when.insert("login".into(), "no".into())),
        ".answers[1].routes[0]: is never taken: no way has the answers that its condition asks for",
    ),
    (
        |content| {
            step(content, "login").answers[0].routes[0] =
                AnswerRoute { step: Some("private".into()), ..AnswerRoute::default() }
        },
        "a way comes back to where it was and never ends: tag, ",
    ),
    (
        |content| {
            content.guide.steps.push(Step { id: "lonely".into(), ..Step::default() });
        },
        ": `lonely` is never asked; no answer leads to it",
    ),
    (
        |content| {
            for id in ["one", "two"] {
                let mut step = content.guide.steps[0].clone();
                step.id = id.into();
                let next = if id == "one" { "two" } else { "tag" };
                step.answers[0].routes[0].step = Some(next.into());
                step.answers[1].routes[0].step = Some(next.into());
                content.guide.steps.push(step);
            }
            content.guide.start = "one".into();
        },
        "a way asks more than 6 questions: one, two, ",
    ),
    (
        |content| content.guide.steps[0].find_out.read[0].answer = Some("perhaps".into()),
        "find_out.read[0].answer: is `perhaps`, which is no answer of this step; there are: yes, no",
    ),
    (
        |content| content.guide.steps[0].find_out.otherwise.answer = Some("perhaps".into()),
        "find_out.otherwise.answer: is `perhaps`, which is no answer of this step",
    ),
    (
        |content| content.guide.steps[0].find_out.command = Some("docker pull {picture}".into()),
        "find_out.command: has `{picture}`; the placeholders are image,",
    ),
    // The list of causes, and the causes.
    (|content| content.guide.causes.push("moon".into()), "]: lists `moon`; there is no file `causes/moon.yaml`"),
    (|content| content.guide.causes.push("unknown".into()), "]: is `unknown`, which another one has already"),
    (|content| content.guide.causes.retain(|id| id != "unknown"), "causes: does not list `unknown`, which has a file"),
    (
        |content| content.causes.retain(|cause| cause.id != "unknown"),
        "causes: has no `unknown`; the diagnosis needs it",
    ),
    (|content| content.causes[0].title = "No {tag}".into(), "causes/tag-not-found.yaml: title: has a placeholder"),
    (|content| content.causes[0].verdict = "It failed.".into(), "verdict: is a heading or a label and must not end"),
    (
        |content| content.causes[0].summary = "It failed".into(),
        "summary: is a sentence and has to end with a full stop",
    ),
    (|content| content.causes[0].summary = "The {picture}.".into(), "summary: has `{picture}`; the placeholders are"),
    (|content| content.causes[0].summary = "The `tag.".into(), "summary: has a backtick that is not closed"),
    (|content| content.causes[0].summary = "The **tag.".into(), "summary: has `**` that is not closed"),
    (|content| content.causes[0].summary = "A **`tag`**.".into(), "summary: has code inside strong words"),
    (|content| content.causes[0].summary = "A ``.".into(), "summary: has markup around nothing"),
    (|content| content.causes[0].summary.push(' '), "summary: has white space at an end"),
    (|content| content.causes[0].meaning.clear(), "meaning: has 0 entries; at least 1 are needed"),
    (|content| content.causes[0].ways.truncate(1), "ways: has one entry; list every way that is open, or none"),
    (|content| content.causes[1].ways_need_also = true, "ways_need_also: has no meaning without `ways`"),
    (
        |content| content.causes[0].looked_for = "Nothing.".into(),
        "looked_for: is a heading or a label and must not end",
    ),
    (|content| content.causes[0].unread = Some(Unread::default()), "unread: stands in `unknown` and in no other cause"),
    (|content| cause(content, "unknown").unread = None, "unread: stands in `unknown` and in no other cause"),
    (
        |content| step(content, "tag").answers[0].routes[0].summary = Some("It is.".into()),
        "has `title` or `summary`, which only an outcome shows",
    ),
    (
        |content| step(content, "login").answers[0].routes[0].title = Some("It is.".into()),
        "routes[0].title: is a heading or a label and must not end",
    ),
    (|content| content.causes[0].confirm.clear(), "confirm: has 0 entries"),
    (
        |content| {
            let reading = Reading { see: "`x`".into(), means: "Y.".into(), answer: Some("no".into()) };
            content.causes[0].confirm[0].read.push(reading);
        },
        "answer: only stands in a step of the guide",
    ),
    (|content| content.causes[0].who.clear(), "who: has 0 entries"),
    (|content| content.causes[0].fixes[0].title.push('.'), "fixes[0].title: is a heading or a label"),
    (|content| content.causes[0].fixes[0].command = Some(" ".into()), "fixes[0].command: is empty; leave the key out"),
    (
        |content| content.causes[0].fixes[0].command = Some("kubectl cordon NODE".into()),
        "fixes[0].command: has `NODE`; a word to replace begins with `YOUR_`",
    ),
    (|content| content.causes[0].success.output.clear(), "success.output: is empty"),
    (
        |content| content.causes[0].docs = vec![Link { label: "Docs".into(), url: "http://kubernetes.io".into() }],
        "docs[0].url: is `http://kubernetes.io`; it has to be an `https://` address",
    ),
    (
        |content| drop(content.causes[0].known.insert("moon".into(), "full".into())),
        "causes/tag-not-found.yaml: known.moon: is `moon`, which is no step",
    ),
    (
        |content| drop(content.causes[0].known.insert("tag".into(), "maybe".into())),
        "known.tag: is `maybe`, which is no answer of this step",
    ),
    (
        |content| drop(content.causes[0].known.insert("login".into(), "yes".into())),
        "known.login: is not asked after the answers before it, so it leads nowhere",
    ),
    // Rules.
    (
        |content| cause(content, "unknown").rules = vec![rule("purple")],
        "causes/unknown.yaml: rules: must be empty: this cause is what is left when no rule matches",
    ),
    (|content| plant(content, Rule { any: vec![], ..rule("") }), "rules[0].any: has 0 entries; at least 1 are needed"),
    (|content| plant(content, rule("purple (")), "rules[0].any[0]: is no regular expression"),
    (|content| plant(content, rule("(purple)*")), "rules[0].any[0]: matches the empty text"),
    (|content| plant(content, rule("Purple")), "rules[0].any[0]: has the capital `P`"),
    (|content| plant(content, rule(r"purple\d")), r"rules[0].any[0]: has `\d`, which needs tables"),
    (
        |content| plant(content, Rule { examples: Examples::default(), ..rule("purple") }),
        "examples.matches: has 0 entries",
    ),
    (
        |content| plant(content, Rule { examples: Examples::default(), ..rule("purple") }),
        "examples.refuses: has 0 entries",
    ),
    (
        |content| {
            let mut twice = rule("purple");
            twice.examples.matches[1] = twice.examples.matches[0].clone();
            plant(content, twice);
        },
        "rules[0].examples: has one message twice",
    ),
    (|content| plant(content, rule("no such words")), "examples.matches[0]: is matched by no rule"),
    (
        |content| {
            plant(content, rule("purple"));
            cause(content, "repository-not-found").rules = vec![rule("purple")];
        },
        "rules[0].id: is `planted`, which another one has already",
    ),
    (
        |content| plant(content, Rule { also: vec!["moon".into()], ..rule("purple") }),
        "also[0]: is `moon`, which is no other cause",
    ),
    (
        |content| plant(content, Rule { also: vec!["tag-not-found".into()], ..rule("purple") }),
        "rules[0].also[0]: is `tag-not-found`, which is no other cause",
    ),
    (
        |content| plant(content, Rule { within: vec!["moon".into()], ..rule("purple") }),
        "within[0]: is `moon`, which is no wrapper",
    ),
    (
        |content| plant(content, Rule { not_within: vec!["moon".into()], ..rule("purple") }),
        "not_within[0]: is `moon`, which is no wrapper",
    ),
    (
        |content| plant(content, Rule { registries: vec!["moon".into()], ..rule("purple") }),
        "registries[0]: is `moon`, which is no registry; there are: docker-hub,",
    ),
    (|content| plant(content, rule("(?i)purple")), "rules[0].any[0]: has `(?i)`, which needs tables"),
    (
        |content| plant(content, rule("(?<colour>purple)")),
        "rules[0].any[0]: has a group called `colour`; only `secret`",
    ),
    (
        |content| cause(content, "tag-not-found").leads_to = Some("moon".into()),
        "causes/tag-not-found.yaml: leads_to: is `moon`, which is no cause",
    ),
    // Stages and subjects.
    (|content| content.stages[0].words[0] = "Purple".into(), "stages.yaml: [0].words[0]: has to be in lower case"),
    (|content| content.stages[1].wrappers[0] = "moon".into(), "stages.yaml: [1].wrappers[0]: is `moon`, which is no"),
    (|content| content.stages.retain(|stage| stage.id != "failed"), "stages.yaml: has 0 stages without words"),
    (
        |content| content.subjects[0].title = "It crashes".into(),
        "subjects.yaml: [0].title: is a sentence and has to end",
    ),
    (|content| content.subjects[0].begins[0] = "Back".into(), "subjects.yaml: [0].begins[0]: has to be words in lower"),
    (
        |content| content.subjects.retain(|subject| subject.id != "healthy"),
        "subjects.yaml: has no `healthy`; the diagnosis needs it",
    ),
    (
        |content| content.subjects.push(Subject { id: "moon".into(), ..Subject::default() }),
        "is shown by nothing; give it `states`",
    ),
    (
        |content| content.wrappers.retain(|wrapper| wrapper.id != "body"),
        "wrappers.yaml: has no `body`; the taking apart of messages needs it",
    ),
    // Words.
    (
        |content| content.words.unknown.retain(|placeholder, _| placeholder != "pod"),
        "words.yaml: unknown: has no `pod`; all of these are needed: image,",
    ),
    (
        |content| drop(content.words.notes.insert("moon".into(), "It is full.".into())),
        "words.yaml: notes.moon: is known to nobody; there are: empty,",
    ),
    (
        |content| drop(content.words.notes.insert("html".into(), "{size} is a page.".into())),
        "words.yaml: notes.html: has `{size}`; the placeholders are image,",
    ),
    // Registries and wrappers.
    (
        |content| content.registries[1].id = "docker-hub".into(),
        "registries.yaml: [1].id: is `docker-hub`, which another",
    ),
    (
        |content| content.registries[0].hosts[0] = "https://docker.io".into(),
        "[0].hosts[0]: is `https://docker.io`; a host is",
    ),
    (
        |content| content.registries[0].hosts[1] = "docker.io".into(),
        "[0].hosts[1]: is `docker.io`, which another registry",
    ),
    (|content| content.registries[0].server = "{host}".into(), "[0].server: is what a pull secret has as its server"),
    (
        |content| content.registries[0].logins[0].password = "A token".into(),
        "[0].logins[0].password: is a sentence and has to end",
    ),
    (|content| content.registries[0].logins[0].name.clear(), "[0].logins[0].name: "),
    (
        |content| content.registries[0].logins[1].id = "personal-token".into(),
        "[0].logins[1].id: is `personal-token`, which another",
    ),
    (
        |content| content.registries[0].logins[0].user = Some("moon".into()),
        "[0].logins[0].username: does not name the `user`",
    ),
    (
        |content| (content.registries[1].logins.clear(), content.registries[1].note = None).1,
        "[1].logins: has none, and no `note` says why",
    ),
    (
        |content| {
            let forms = vec!["pulled {thing}".into()];
            let wrapper = Wrapper { id: "planted".into(), forms, explains: "It pulls.".into(), ..Wrapper::default() };
            content.wrappers = vec![wrapper];
        },
        "wrappers.yaml: [0].forms[0]: has the hole `{thing}`; there are: image, quoted, text, word",
    ),
    (
        |content| {
            let forms = vec!["{text}".into()];
            let wrapper = Wrapper { id: "planted".into(), forms, explains: "It pulls.".into(), ..Wrapper::default() };
            content.wrappers = vec![wrapper];
        },
        "wrappers.yaml: [0].forms[0]: has no literal text",
    ),
    // Programs, clusters, and what the causes say of them.
    (|content| content.programs[1].id = "kubelet".into(), "programs.yaml: [1].id: is `kubelet`, which another one has"),
    (|content| content.programs[0].versions = String::new(), "programs.yaml: [0].versions: "),
    (|content| content.clusters[0].nodes = vec!["*".into()], "clusters.yaml: [0].nodes[0]: is `*`; the name of a node"),
    (
        |content| cause(content, "dns-failure").wordings[0].program = "moon".into(),
        "causes/dns-failure.yaml: wordings[0].program: is `moon`, which is no program; there are: kubelet,",
    ),
    (
        |content| cause(content, "dns-failure").wordings[0].text = "Error response from daemon: toomanyrequests".into(),
        "wordings[0].text: is taken for `rate-limited` by the rule",
    ),
    (|content| cause(content, "dns-failure").wordings.clear(), "wordings: has 0 entries; at least 1"),
    (
        |content| cause(content, "dns-failure").checked = "2026-13".into(),
        "checked: is `2026-13`; it is a year and a month",
    ),
    (|content| cause(content, "dns-failure").fixes[0].who = None, "fixes[0].who: is missing"),
    (
        |content| cause(content, "dns-failure").fixes[0].registries = vec!["moon".into()],
        "fixes[0].registries[0]: is `moon`, which is no registry",
    ),
    (
        |content| cause(content, "access-denied").by_registry[0].registries[0] = "moon".into(),
        "by_registry[0].registries[0]: is `moon`, which is no registry",
    ),
    (
        |content| cause(content, "access-denied").by_registry[1].registries.push("ecr".into()),
        "by_registry[1].registries[2]: is `ecr`, which stands above already",
    ),
    (|content| cause(content, "access-denied").by_registry[0].ways.truncate(1), "by_registry[0].ways: has one entry"),
    (
        |content| cause(content, "dns-failure").fixes[0].clusters = vec!["moon".into()],
        "fixes[0].clusters[0]: is `moon`, which is no cluster",
    ),
    (
        |content| {
            let fix = &mut cause(content, "dns-failure").fixes[0];
            (fix.registries, fix.except_registries) = (vec!["quay".into()], vec!["ecr".into()]);
        },
        "fixes[0]: has both `registries` and `except_registries`",
    ),
    (
        |content| cause(content, "dns-failure").fixes.iter_mut().for_each(|fix| fix.clusters = vec!["kind".into()]),
        "fixes: has none for every registry and cluster",
    ),
];

#[test]
fn every_fault_is_found_and_named_with_its_place() {
    let whole = real().content;
    for (break_it, expected) in FAULTS {
        let mut content = whole.clone();
        break_it(&mut content);
        let problems: Vec<String> = check(&content).iter().map(ToString::to_string).collect();
        assert!(
            problems.iter().any(|problem| problem.contains(expected)),
            "expected: {expected}\nfound:\n{}",
            problems.join("\n")
        );
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let mut content = real().content;
    content.causes[0].summary.clear();
    content.causes[1].summary.clear();
    content.guide.steps[0].hint.clear();
    content.registries[0].logins[0].username.clear();
    assert_eq!(check(&content).len(), 4);
}

#[test]
fn a_wrong_start_raises_no_follow_up_problems() {
    let mut content = real().content;
    content.guide.start = "moon".into();
    assert_eq!(check(&content).len(), 1);
}
