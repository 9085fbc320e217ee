//! What the keys of one object have said, and what follows from it when it ends.

use super::stamp;
use crate::content::{Beginning, Content};
use crate::message::dissect;
use crate::paste::draft::Draft;
use crate::paste::model::{ContainerReport, Event};
use crate::paste::{cells, events, logs, message, quoted};
use crate::text::{Excerpt, Span};
use std::borrow::Cow;

/// No pod has more containers, and no object more messages that count.
const MOST: usize = 512;

/// What an object has said so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// Whether anything was said at all.
    told: bool,
    kind: Cow<'a, str>,
    name: Cow<'a, str>,
    namespace: Cow<'a, str>,
    owner: (Cow<'a, str>, Cow<'a, str>),
    node: Cow<'a, str>,
    phase: Cow<'a, str>,
    /// The containers that are asked for: name and image.
    containers: Vec<(Cow<'a, str>, Excerpt<'a>)>,
    /// The state of the container that is being read.
    status: ContainerReport<'a>,
    statuses: Vec<ContainerReport<'a>>,
    subject: Subject<'a>,
    severity: &'static str,
    reason: Excerpt<'a>,
    message: Excerpt<'a>,
    /// Whether these are the parts of a condition whose list is not in the text.
    is_condition: bool,
    /// When it was last seen, in seconds since 1970.
    seen: Option<u64>,
    /// The reason and the message of a condition that is being read.
    condition: (Excerpt<'a>, Excerpt<'a>),
    /// Reasons and messages of conditions, and messages in places that are not known.
    others: Vec<(Excerpt<'a>, Excerpt<'a>)>,
    /// What a log has beside its message.
    log: Log<'a>,
}

/// What an event is about.
#[derive(Clone, Debug, Default)]
struct Subject<'a> {
    kind: Cow<'a, str>,
    namespace: Cow<'a, str>,
    name: Cow<'a, str>,
    container: Cow<'a, str>,
}

#[derive(Clone, Debug, Default)]
struct Log<'a> {
    error: Excerpt<'a>,
    message: Excerpt<'a>,
    pod: Cow<'a, str>,
    namespace: Cow<'a, str>,
}

fn all<'a>(value: &Excerpt<'a>) -> Cow<'a, str> {
    value.words(Span::new(0, value.text().len()))
}

impl<'a> Parts<'a> {
    pub(super) fn is_empty(&self) -> bool {
        !self.told
    }

    /// A key with an object or a list behind it begins, inside the key `around`.
    pub(super) fn begin_key(&mut self, around: Option<&str>, key: &str) {
        self.told = true;
        match (around, key) {
            (Some("state"), "running") => self.status.state = "Running".into(),
            (Some("state"), "waiting") | (None, "waiting") => self.status.state = "Waiting".into(),
            (Some("state"), "terminated") => self.status.state = "Terminated".into(),
            _ => {}
        }
    }

    /// An entry of the list behind the key `around` begins.
    pub(super) fn begin_entry(&mut self, around: Option<&str>) {
        match around.unwrap_or_default() {
            "containers" | "initContainers" | "ephemeralContainers" if self.containers.len() < MOST => {
                self.containers.push(Default::default());
            }
            list @ ("containerStatuses" | "initContainerStatuses" | "ephemeralContainerStatuses") => {
                self.end_status();
                self.status.init = list.starts_with("init");
            }
            "conditions" => self.end_condition(),
            _ => {}
        }
    }

    /// A key has this value, inside the keys `near` and `next`.
    pub(super) fn tell(
        &mut self,
        content: &Content,
        near: Option<&str>,
        next: Option<&str>,
        key: &str,
        value: Excerpt<'a>,
    ) {
        self.told = true;
        match (near, key) {
            (None, "kind") => self.kind = all(&value),
            (None, "lastTransitionTime") => self.is_condition = true,
            (None, "reason") => self.reason = value,
            (None, "message" | "note") => self.message = value,
            (None, "type") => {
                self.severity =
                    ["Normal", "Warning"].into_iter().find(|known| *known == value.text()).unwrap_or_default();
            }
            (None, "lastTimestamp" | "deprecatedLastTimestamp" | "eventTime" | "firstTimestamp")
            | (Some("series"), "lastObservedTime") => {
                self.seen = self.seen.max(stamp::seconds(value.text()));
            }
            (None, "err" | "error") => self.log.error = value,
            (None, "stderr") if self.log.error.is_empty() => self.log.error = value,
            (None, "msg" | "MESSAGE") => self.log.message = value,
            (None, "pod") => {
                let (namespace, name) = value.text().split_once('/').unwrap_or(("", value.text()));
                let name_at = value.text().len() - name.len();
                self.log.namespace = value.words(Span::new(0, namespace.len()));
                self.log.pod = value.words(Span::new(name_at, value.text().len()));
            }
            (Some("pod"), "name") => self.log.pod = all(&value),
            (Some("pod"), "namespace") => self.log.namespace = all(&value),
            (None, "name") => self.status.name = all(&value),
            (None, "image") => self.status.image = value,
            (None, "namespace") if self.namespace.is_empty() => self.namespace = all(&value),
            (Some("metadata"), "name") if next.is_none() => self.name = all(&value),
            (Some("metadata"), "namespace") if next.is_none() => self.namespace = all(&value),
            (Some("ownerReferences"), "kind") => self.owner.0 = all(&value),
            (Some("ownerReferences"), "name") => self.owner.1 = all(&value),
            (Some("spec"), "nodeName") if next.is_none() => self.node = all(&value),
            (Some("source" | "deprecatedSource"), "host") => self.node = all(&value),
            (Some("status"), "phase") if next.is_none() => self.phase = all(&value),
            (Some("involvedObject" | "regarding"), "kind") => self.subject.kind = all(&value),
            (Some("involvedObject" | "regarding"), "namespace") => self.subject.namespace = all(&value),
            (Some("involvedObject" | "regarding"), "name") => self.subject.name = all(&value),
            (Some("involvedObject" | "regarding"), "fieldPath") => {
                if let Some((container, _)) = cells::subobject(value.text()) {
                    self.subject.container = value.words(crate::text::place_in(value.text(), container));
                }
            }
            (Some("containers" | "initContainers" | "ephemeralContainers"), "name" | "image") => {
                if let Some((name, image)) = self.containers.last_mut() {
                    if key == "name" { *name = all(&value) } else { *image = value }
                }
            }
            (Some("containerStatuses" | "initContainerStatuses" | "ephemeralContainerStatuses"), "name") => {
                self.status.name = all(&value);
            }
            (Some("containerStatuses" | "initContainerStatuses" | "ephemeralContainerStatuses"), "image") => {
                self.status.image = value;
            }
            (Some("waiting" | "terminated"), "reason") => self.status.reason = value,
            (Some("waiting"), "message") => self.status.message = value,
            (Some("conditions"), "reason") => self.condition.0 = value,
            (Some("conditions"), "message") => self.condition.1 = value,
            (_, "message" | "note" | "err" | "error" | "msg" | "stderr" | "MESSAGE")
                if self.others.len() < MOST && message::find(content, value.text()).is_some() =>
            {
                self.others.push((Excerpt::default(), value));
            }
            _ => {}
        }
    }

    fn end_status(&mut self) {
        let status = std::mem::take(&mut self.status);
        let says = !status.state.is_empty() || !status.reason.is_empty() || !status.message.is_empty();
        if says && self.statuses.len() < MOST {
            self.statuses.push(status);
        }
    }

    fn end_condition(&mut self) {
        let condition = std::mem::take(&mut self.condition);
        if !condition.1.is_empty() && self.others.len() < MOST {
            self.others.push(condition);
        }
    }

    /// The object has ended: what it said goes where it belongs.
    pub(super) fn end(&mut self, content: &Content, draft: &mut Draft<'a>) {
        self.end_condition();
        // A state alone, without its container's list, is a part of an object too.
        let name = self.status.name.clone();
        self.end_status();
        if self.is_report_of_a_pod(&name) {
            self.subject.name.clone_from(&name);
        }
        if !self.subject.name.is_empty() || self.kind.ends_with("Event") || self.is_event(&name) {
            self.end_event(content, draft);
        } else if !self.statuses.is_empty() || !self.phase.is_empty() {
            self.end_pod(draft);
        }
        self.end_log(content, draft);
        for (reason, message) in std::mem::take(&mut self.others) {
            if reason.text() == "Unschedulable" {
                draft.bare(quoted::unescape_all(&message), "FailedScheduling".into());
                continue;
            }
            for words in sentences(content, draft, &message) {
                let handed_on = is_handed_on(content, reason.text(), words.text());
                draft.bare(words, if handed_on { "".into() } else { all(&reason) });
            }
        }
        *self = Self::default();
    }

    /// Whether these are the parts of no object of Kubernetes, but of a report on one: of which pod, why, and what.
    fn is_report_of_a_pod(&self, name: &str) -> bool {
        let says = !self.reason.is_empty() && !self.message.is_empty();
        says && !name.is_empty()
            && self.name.is_empty()
            && self.statuses.is_empty()
            && self.kind.eq_ignore_ascii_case("pod")
    }

    /// Whether a part of an object is one of an event: it has its reason and its message.
    fn is_event(&self, name: &str) -> bool {
        self.statuses.is_empty() && name.is_empty() && !self.message.is_empty() && self.kind.is_empty()
    }

    fn end_event(&mut self, content: &Content, draft: &mut Draft<'a>) {
        if self.message.is_empty() {
            return;
        }
        let subject = std::mem::take(&mut self.subject);
        let message = quoted::unescape_all(&std::mem::take(&mut self.message));
        if self.is_condition && is_handed_on(content, self.reason.text(), message.text()) {
            self.reason = Excerpt::default();
        }
        let mut event = Event {
            severity: self.severity,
            reason: all(&self.reason),
            container: subject.container,
            span: message.whole(),
            message,
            ..Event::default()
        };
        events::unwrap_carriers(&mut event);
        if !subject.name.is_empty() {
            let namespace = if subject.namespace.is_empty() { self.namespace.clone() } else { subject.namespace };
            draft.object_of(namespace, &subject.kind, subject.name);
        }
        if !self.node.is_empty() && draft.pod().node.is_empty() {
            draft.pod().node = std::mem::take(&mut self.node);
        }
        draft.event_at(event, self.seen);
    }

    fn end_pod(&mut self, draft: &mut Draft<'a>) {
        if !self.name.is_empty() {
            draft.object_of(std::mem::take(&mut self.namespace), "", std::mem::take(&mut self.name));
        }
        let pod = draft.pod();
        if !self.owner.1.is_empty() {
            pod.controlled_by = format!("{}/{}", self.owner.0, self.owner.1).into();
        }
        for (known, told) in [(&mut pod.node, &mut self.node), (&mut pod.phase, &mut self.phase)] {
            if !told.is_empty() {
                *known = std::mem::take(told);
            }
        }
        // Init containers first, as everywhere.
        self.statuses.sort_by_key(|status| !status.init);
        for mut status in std::mem::take(&mut self.statuses) {
            // The state names the image that the runtime has; the pod spells it as people do.
            let asked = self.containers.iter().find(|(name, image)| *name == status.name && !image.is_empty());
            if let Some((_, image)) = asked {
                status.image = image.clone();
            }
            status.message = quoted::unescape_all(&status.message);
            draft.add_container(status);
        }
    }

    fn end_log(&mut self, content: &Content, draft: &mut Draft<'a>) {
        let log = std::mem::take(&mut self.log);
        for words in [log.error, log.message] {
            let said = sentences(content, draft, &words);
            if said.is_empty() {
                continue;
            }
            if !log.pod.is_empty() {
                draft.object_of(log.namespace, "", log.pod);
            }
            for words in said {
                let outer = message::find(content, words.text()).filter(|found| found.beginning == Beginning::Outer);
                draft.bare(outer.map_or_else(|| words.clone(), |found| message::message(&words, found)), "".into());
            }
            return;
        }
    }
}

/// Whether a controller hands on what it was told of a pull, under a reason of its own.
fn is_handed_on(content: &Content, reason: &str, words: &str) -> bool {
    let of_a_pull = content.pull_reasons().any(|known| known == reason);
    !of_a_pull && dissect(content, words).is_about_pull(content, words)
}

/// The messages in a text that a log or a condition hands on; where it is a line of another log, the one of that line,
/// whose pod is spoken of from then on.
fn sentences<'a>(content: &Content, draft: &mut Draft<'a>, text: &Excerpt<'a>) -> Vec<Excerpt<'a>> {
    if logs::logger(text.text()).is_some() {
        let entry = logs::entry(content, text);
        if !entry.message.is_empty() {
            draft.logged(&entry.pod);
            return vec![entry.message];
        }
    }
    message::sentences(content, &quoted::unescape_all(text))
}
