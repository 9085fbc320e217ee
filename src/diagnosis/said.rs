//! What one event or waiting message says about a pull: it failed, it worked, a pull secret is missing, or nothing.

use super::looks_like::is_about;
use crate::content::{Content, Rule, Says};
use crate::image::ImageReference;
use crate::message::{Anatomy, beginning, dissect};
use crate::paste::Event;
use crate::rules;
use crate::text::{Span, begins};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What a message says about a pull.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// Nothing: it is about something else.
    Nothing,
    /// The pull of an image failed.
    Failed(Failed),
    /// The image is on the node.
    Worked {
        /// The image, in the message.
        image: Option<Span>,
    },
    /// A container was started.
    Started {
        /// Its name, in the message.
        container: Option<Span>,
    },
    /// A pull secret could not be read.
    SecretMissing,
}

/// A failed pull.
#[derive(Clone, Debug)]
pub(super) struct Failed {
    /// The image, in the message.
    pub(super) image: Option<Span>,
    /// How much its words say.
    pub(super) weight: Weight,
    /// The message, taken apart.
    pub(super) anatomy: Rc<Anatomy>,
}

/// How much the words of a failed pull say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Only that it failed (`Error: ErrImagePull`, `Back-off pulling image "x"`).
    Vague,
    /// One word that tells the cause by itself (`InvalidImageName`), or the kubelet's own limit between two tries.
    Word,
    /// The error itself.
    Detailed,
}

/// The reasons of events that speak of pulls, in lower case; some are shared with other subjects.
const REASONS: [&str; 6] = ["", "failed", "backoff", "back-off", "failedsync", "failedcreatepodsandbox"];
/// Words of which a message has one that stands on a line of its own and is about a pull.
const PULL_WORDS: [&str; 4] = ["image", "manifest", "pull", "/v2/"];

/// What was read before in the same paste, where the same words come again and again.
#[derive(Debug, Default)]
pub(super) struct Memory<'paste> {
    /// By message and by how much it takes to be about a pull: nothing else of an event is looked at.
    failed: FxHashMap<(&'paste str, Doubt), Option<Failed>>,
    /// By the reason of an event: a paste has few.
    reasons: FxHashMap<&'paste str, Reason>,
    /// Images as a runtime completes them, by how they are written.
    normalised: FxHashMap<&'paste str, Rc<str>>,
}

/// What the reason of an event tells.
#[derive(Clone, Copy, Debug)]
struct Reason {
    /// Only pulls have it.
    only_pulls: bool,
    /// Pulls have it, and other subjects perhaps.
    of_a_pull: bool,
    /// It is that of a subject in the content.
    of_a_subject: bool,
    /// It tells nothing.
    bare: bool,
}

impl Reason {
    fn of(content: &Content, reason: &str) -> Self {
        let reason = reason.replace(char::is_whitespace, "");
        let is = |known: &str| known.eq_ignore_ascii_case(&reason);
        let only_pulls = content.pull_reasons().any(is);
        Self {
            only_pulls,
            of_a_pull: only_pulls || REASONS.into_iter().any(is),
            of_a_subject: content.subjects.iter().flat_map(|subject| &subject.events).any(|event| is(event)),
            bare: ["", "failedsync"].into_iter().any(is),
        }
    }
}

/// What shows that a message is about a pull.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Doubt {
    /// The reason of its event does.
    None,
    /// Its wrappers must.
    Event,
    /// Its wrappers, or any word that a rule knows.
    Waiting,
    /// The same, or a word that pulls have: it stands on a line of its own.
    Bare,
    /// Somebody pulls by hand, and this stands on a line of its own.
    ByHand,
    /// The reason is no kubelet's: another program notes what it met.
    Stranger,
}

impl<'paste> Memory<'paste> {
    /// Reads an event, or a bare message as one; `by_hand` where an image is pulled by hand, so that errors are about
    /// that.
    pub(super) fn said(&mut self, content: &Content, event: &'paste Event, by_hand: bool) -> Said {
        let text = event.message.text();
        let start = text.trim_start();
        let begins_with = beginning(content, start);
        match begins_with {
            Some((Says::SecretMissing, _)) => return Said::SecretMissing,
            Some((Says::Worked, image)) => {
                return Said::Worked { image: image.map(|image| image.shifted(text.len() - start.len())) };
            }
            Some((Says::Nothing, _)) => return Said::Nothing,
            Some((Says::Fails | Says::Waits, _)) | None => {}
        }
        if event.reason == "Started" || (begins(start, "back-off ") && text.contains(" restarting failed container")) {
            return Said::Started { container: named_container(text) };
        }
        // `Failed to pull image "x"` is that under whatever reason.
        let fails = matches!(begins_with, Some((Says::Fails, Some(_))));
        let Reason { only_pulls, of_a_pull, of_a_subject, bare } =
            *self.reasons.entry(&event.reason).or_insert_with(|| Reason::of(content, &event.reason));
        // Another program notes what it met, under a reason of its own.
        let strange = !of_a_pull && event.severity == "Warning" && !of_a_subject;
        if !(fails || of_a_pull || strange) || content.subjects.iter().any(|subject| is_about(subject, start)) {
            return Said::Nothing;
        }
        if bare && text.is_empty() {
            return Said::Nothing;
        }
        let doubt = match () {
            () if fails || only_pulls => Doubt::None,
            () if bare && by_hand => Doubt::ByHand,
            () if bare => Doubt::Bare,
            () if strange => Doubt::Stranger,
            () => Doubt::Event,
        };
        self.failed(content, text, doubt).map_or(Said::Nothing, Said::Failed)
    }

    /// Reads the waiting message of a container, or its reason where it has no message; `None` where it is about
    /// something else.
    pub(super) fn waiting(&mut self, content: &Content, text: &'paste str) -> Option<Failed> {
        if text.is_empty() { None } else { self.failed(content, text, Doubt::Waiting) }
    }

    /// An image as a runtime completes it; nothing for nothing.
    pub(super) fn normalised(&mut self, image: &'paste str) -> Rc<str> {
        let complete = || if image.is_empty() { "".into() } else { ImageReference::parse(image).normalised().into() };
        self.normalised.entry(image).or_insert_with(complete).clone()
    }

    fn failed(&mut self, content: &Content, text: &'paste str, doubt: Doubt) -> Option<Failed> {
        self.failed.entry((text, doubt)).or_insert_with(|| failed(content, text, doubt)).clone()
    }
}

fn failed(content: &Content, text: &str, doubt: Doubt) -> Option<Failed> {
    let lower = text.to_ascii_lowercase();
    if content.subjects.iter().flat_map(|subject| &subject.never_pulls).any(|words| lower.contains(words.as_str())) {
        return None;
    }
    let anatomy = dissect(content, text);
    let pull_word = || PULL_WORDS.iter().any(|word| lower.contains(word));
    let about = match doubt {
        Doubt::None | Doubt::ByHand => true,
        Doubt::Event => anatomy.is_about_pull(content, text),
        Doubt::Waiting => anatomy.is_about_pull(content, text) || is_known(content, text, &anatomy),
        Doubt::Bare => {
            anatomy.is_about_pull(content, text) || pull_word() || any_rule(content, text, &anatomy, tells_alone)
        }
        Doubt::Stranger => any_rule(content, text, &anatomy, tells_alone),
    };
    if !about {
        return None;
    }
    let image = anatomy.image(content, text).filter(|image| !image.is_empty());
    let only_fails = anatomy.last_wrapper(content, text).is_some_and(|last| last.says == Some(Says::Fails));
    let only_waits = only_fails || anatomy.wrappers(content).any(|wrapper| wrapper.says == Some(Says::Waits));
    let weight = match (only_waits, text) {
        (true, _) if is_known(content, text, &anatomy) => Weight::Word,
        (true, _) => Weight::Vague,
        // The kubelet limits its own tries; what made it try so often stands elsewhere.
        (false, text) if text.trim_end_matches(['.', '"']).ends_with("pull QPS exceeded") => Weight::Word,
        (false, _) => Weight::Detailed,
    };
    Some(Failed { image, weight, anatomy: Rc::new(anatomy) })
}

/// The container of `Started container web`, `Back-off restarting failed container=web pod=…`.
fn named_container(text: &str) -> Option<Span> {
    const WORD: &str = "container";
    let start = text.find(WORD)? + WORD.len();
    let rest = text[start..].strip_prefix([' ', '='])?;
    let start = text.len() - rest.len();
    let len = rest.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(rest.len());
    (len > 0).then(|| Span::new(start, start + len))
}

/// Whether any rule knows the words that decide.
pub(super) fn is_known(content: &Content, text: &str, anatomy: &Anatomy) -> bool {
    any_rule(content, text, anatomy, |_, _| true)
}

/// Whether a rule matches, of those that `counts` names by the words that decide.
fn any_rule(content: &Content, text: &str, anatomy: &Anatomy, counts: fn(&Rule, &str) -> bool) -> bool {
    let image = anatomy.image(content, text).map(|image| image.of(text)).unwrap_or_default();
    let registry = ImageReference::parse(image).registry;
    let found = rules::matches(content, text, anatomy, &registry);
    if found.is_empty() {
        return false;
    }
    let words = anatomy.deciding().map(|layer| layer.span.of(text).to_ascii_lowercase()).unwrap_or_default();
    found.iter().any(|found| counts(found.rule, &words))
}

/// Whether only the pull of an image is spoken of in these words.
fn tells_alone(rule: &Rule, words: &str) -> bool {
    rule.alone || rule.alone_words.iter().any(|word| words.contains(word.as_str()))
}
