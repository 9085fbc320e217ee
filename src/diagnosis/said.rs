//! What one event or waiting message says about a pull: it failed, it worked, a pull secret is missing, or nothing.

use crate::content::{Content, Speaker};
use crate::image::ImageReference;
use crate::message::{Anatomy, dissect};
use crate::paste::Event;
use crate::rules;
use crate::text::Span;
use std::collections::HashMap;

/// What a message says about a pull.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A pull secret could not be read.
    SecretMissing,
}

/// A failed pull.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failed {
    /// The image, in the message.
    pub(super) image: Option<Span>,
    /// How much its words say.
    pub(super) weight: Weight,
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
/// The reasons that only a failed pull has.
const PULL_REASONS: [&str; 7] = [
    "inspectfailed",
    "errimageneverpull",
    "errimagepull",
    "imagepullbackoff",
    "invalidimagename",
    "imageinspecterror",
    "registryunavailable",
];
/// How messages begin that stand on lines of their own and are about something else.
const OTHER_SUBJECTS: [&str; 10] = [
    "readiness probe",
    "liveness probe",
    "startup probe",
    "back-off restarting failed",
    "crashloopbackoff",
    "mountvolume",
    "unable to attach or mount volumes",
    "pulling image \"",
    "successfully assigned",
    // Docker's log on a second error of an answer that it has told already.
    "ignoring extra error returned from registry",
];

/// Words of which a message has one that stands on a line of its own and is about a pull.
const PULL_WORDS: [&str; 4] = ["image", "manifest", "pull", "/v2/"];

/// What was read before in the same paste, where the same words come again and again.
#[derive(Debug, Default)]
pub(super) struct Memory<'paste> {
    /// By message and reason, and whether an image is pulled by hand: nothing else of an event is looked at.
    events: HashMap<(&'paste str, &'paste str, bool), Said>,
    waiting: HashMap<&'paste str, Option<Failed>>,
}

impl<'paste> Memory<'paste> {
    /// The same as [`said`].
    pub(super) fn said(&mut self, content: &Content, event: &'paste Event, by_hand: bool) -> Said {
        let key = (event.message.text(), event.reason.as_str(), by_hand);
        self.events.entry(key).or_insert_with(|| said(content, event, by_hand)).clone()
    }

    /// The same as [`waiting`].
    pub(super) fn waiting(&mut self, content: &Content, text: &'paste str) -> Option<Failed> {
        self.waiting.entry(text).or_insert_with(|| waiting(content, text)).clone()
    }
}

/// Reads an event, or a bare message as one; `by_hand` where an image is pulled by hand, so that errors are about that.
fn said(content: &Content, event: &Event, by_hand: bool) -> Said {
    let text = event.message.text();
    let lower = text.trim_start().to_ascii_lowercase();
    let reason: String = event.reason.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    if lower.starts_with("unable to retrieve some image pull secrets")
        || lower.starts_with("unable to retrieve pull secret")
    {
        return Said::SecretMissing;
    }
    if lower.starts_with("successfully pulled image")
        || (lower.starts_with("container image ") && lower.contains("already present on machine"))
    {
        return Said::Worked { image: quoted(text) };
    }
    let only_pulls = PULL_REASONS.contains(&reason.as_str());
    if !(only_pulls || REASONS.contains(&reason.as_str()))
        || OTHER_SUBJECTS.iter().any(|subject| lower.starts_with(subject))
        || (lower.starts_with("back-off ") && lower.contains(" restarting failed container"))
    {
        return Said::Nothing;
    }
    let anatomy = dissect(content, text);
    let bare = matches!(reason.as_str(), "" | "failedsync");
    let about = only_pulls
        || anatomy.is_about_pull(content, text)
        || (bare
            && (by_hand || PULL_WORDS.iter().any(|word| lower.contains(word)) || any_rule(content, text, &anatomy)));
    if !about || (bare && text.is_empty()) {
        return Said::Nothing;
    }
    Said::Failed(failed(content, text, &anatomy))
}

/// Reads the waiting message of a container, or its reason where it has no message; `None` where it is about
/// something else.
fn waiting(content: &Content, text: &str) -> Option<Failed> {
    let anatomy = dissect(content, text);
    let about = !text.is_empty() && (anatomy.is_about_pull(content, text) || any_rule(content, text, &anatomy));
    about.then(|| failed(content, text, &anatomy))
}

fn failed(content: &Content, text: &str, anatomy: &Anatomy) -> Failed {
    let image = anatomy.image(content, text).filter(|image| !image.is_empty());
    let only_kubelet = anatomy.last_wrapper(content, text).is_some_and(|last| last.speaker == Speaker::Kubelet);
    let only_waits = only_kubelet || anatomy.peeled("waiting-to-start").is_some();
    let weight = match (only_waits, text) {
        (true, _) if any_rule(content, text, anatomy) => Weight::Word,
        (true, _) => Weight::Vague,
        // The kubelet limits its own tries; what made it try so often stands elsewhere.
        (false, text) if text.trim_end_matches(['.', '"']).ends_with("pull QPS exceeded") => Weight::Word,
        (false, _) => Weight::Detailed,
    };
    Failed { image, weight }
}

fn any_rule(content: &Content, text: &str, anatomy: &Anatomy) -> bool {
    let image = anatomy.image(content, text).map(|image| image.of(text)).unwrap_or_default();
    !rules::matches(content, text, anatomy, &ImageReference::parse(image).registry).is_empty()
}

/// The web pages that stand inside a paste, behind `first`: bodies of answers, whose lines are nobody's messages.
///
/// A paste that is a page as a whole begins before its first message, and is read.
pub(super) fn pages(input: &str, first: usize) -> Vec<Span> {
    let lower = input.get(first..).unwrap_or_default().to_ascii_lowercase();
    let mut pages = Vec::new();
    let mut from = 0;
    while let Some(start) =
        [lower[from..].find("<html"), lower[from..].find("<!doctype html")].into_iter().flatten().min()
    {
        let start = from + start;
        let Some(len) = lower[start..].find("</html>") else { break };
        from = start + len;
        pages.push(Span::new(first + start, first + from));
    }
    pages
}

/// The first quoted text.
fn quoted(text: &str) -> Option<Span> {
    let start = text.find('"')? + 1;
    let len = text[start..].find('"')?;
    Some(Span::new(start, start + len))
}
