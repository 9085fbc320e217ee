//! The pods of a paste while it is read, and what the lines so far have told.

use std::collections::HashMap;

use super::events::Row;
use super::model::{ContainerReport, Event, PodReport};
use super::seen::Seen;
use super::{finish, prompt};
use crate::text::Excerpt;

/// Where in a description of a pod the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Section {
    /// In none.
    #[default]
    None,
    /// Among the fields of the pod itself.
    Head,
    /// Among its containers.
    Containers {
        /// Whether they are init containers.
        init: bool,
    },
    /// Among its conditions, volumes and so on.
    Other,
    /// In its events.
    Events,
}

/// What an object in YAML or JSON has said so far.
#[derive(Clone, Debug, Default)]
pub(super) struct ObjectSoFar {
    pub(super) name: String,
    pub(super) image: Excerpt,
    pub(super) reason: String,
    pub(super) waits_for_reason: bool,
    /// Whether the keys now are those of the object an event is about.
    pub(super) in_subject: bool,
}

/// The pods so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pods: Vec<PodReport>,
    current: Option<usize>,
    by_name: HashMap<String, usize>,
    namespace: String,
    pub(super) section: Section,
    /// Whether the fields now are those of `State`, not of `Last State`.
    pub(super) in_state: bool,
    /// The reason beside the status of the whole pod, until its message follows.
    pub(super) pod_reason: String,
    pub(super) object: ObjectSoFar,
    pub(super) seen: Seen,
}

impl Draft {
    /// The pod that is spoken of now; one without a name where none was.
    pub(super) fn pod(&mut self) -> &mut PodReport {
        let at = match self.current {
            Some(at) if at < self.pods.len() => at,
            _ => {
                let namespace = self.namespace.clone();
                self.pods.push(PodReport { namespace, ..PodReport::default() });
                self.pods.len() - 1
            }
        };
        self.current = Some(at);
        &mut self.pods[at]
    }

    /// A description of the pod `name` begins.
    pub(super) fn begin_pod(&mut self, name: &str) {
        self.section = Section::Head;
        let known = self.pods.iter().rposition(|pod| pod.name == name);
        let reusable = known.filter(|&at| {
            self.pods[at].events.is_empty() && !self.pods[at].containers.iter().any(|c| !c.name.is_empty())
        });
        self.current = Some(reusable.unwrap_or_else(|| {
            self.pods.push(PodReport { name: name.to_owned(), ..PodReport::default() });
            self.pods.len() - 1
        }));
    }

    /// Its namespace.
    pub(super) fn namespace(&mut self, namespace: &str) {
        namespace.clone_into(&mut self.pod().namespace);
    }

    /// What controls it.
    pub(super) fn controlled_by(&mut self, owner: &str) {
        owner.clone_into(&mut self.pod().controlled_by);
    }

    /// A container of the pod begins. What a list of pods said of it without a name gives way.
    pub(super) fn add_container(&mut self, container: ContainerReport) {
        let pod = self.pod();
        if !container.name.is_empty() {
            pod.containers.retain(|known| !known.name.is_empty());
        }
        pod.containers.push(container);
    }

    /// The container that was begun last; a nameless one where none was.
    pub(super) fn container(&mut self) -> &mut ContainerReport {
        let containers = &mut self.pod().containers;
        if containers.is_empty() {
            containers.push(ContainerReport::default());
        }
        let last = containers.len() - 1;
        &mut containers[last]
    }

    /// A table of events begins: without a description before it, that of another pod than the one before.
    pub(super) fn table_begins(&mut self) {
        self.seen.event_headers += 1;
        let current = self.current.and_then(|at| self.pods.get(at));
        let has_rows = current.is_some_and(|pod| pod.events.iter().any(|event| !event.severity.is_empty()));
        if has_rows {
            self.current = None;
        }
    }

    /// A row of a table of events.
    pub(super) fn row(&mut self, row: Row) {
        self.seen.rows += 1;
        if row.kind.is_empty() && row.name.is_empty() {
            self.meet_listed(assigned(row.event.message.text()).map_or("", |(_, name)| name));
            let pod = self.pod();
            if let Some((namespace, name)) = assigned(row.event.message.text())
                && (pod.name.is_empty() || pod.name == name)
            {
                name.clone_into(&mut pod.name);
                if pod.namespace.is_empty() {
                    namespace.clone_into(&mut pod.namespace);
                }
            }
            pod.events.push(row.event);
            return;
        }
        self.seen.object_rows += 1;
        let namespace = if row.namespace.is_empty() { self.namespace.clone() } else { row.namespace };
        let is_pod = matches!(row.kind.as_str(), "pod" | "pods" | "");
        let at = self.at(&namespace, if is_pod { "" } else { &row.kind }, &row.name);
        self.current = Some(at);
        self.pods[at].events.push(row.event);
    }

    /// Goes on with the pod `name` of a list above, where the table of events turns out to be about it.
    fn meet_listed(&mut self, name: &str) {
        let fresh = self
            .current
            .and_then(|at| self.pods.get(at))
            .is_none_or(|pod| pod.name.is_empty() && pod.events.is_empty());
        if fresh && !name.is_empty() {
            let listed = self.pods.iter().position(|pod| pod.name == name && pod.events.is_empty());
            self.current = listed.or(self.current);
        }
    }

    /// The report of an object, a new one where it was not seen before. What is no pod is a report without a name.
    fn at(&mut self, namespace: &str, kind: &str, name: &str) -> usize {
        let key = format!("{namespace}/{kind}/{name}");
        if let Some(&at) = self.by_name.get(&key) {
            return at;
        }
        let listed = kind.is_empty().then(|| self.by_name.get(&format!("/{kind}/{name}")).copied()).flatten();
        let at = listed.unwrap_or(self.pods.len());
        if listed.is_none() {
            self.pods.push(PodReport { namespace: namespace.to_owned(), ..PodReport::default() });
            if kind.is_empty() {
                name.clone_into(&mut self.pods[at].name);
            } else {
                self.pods[at].controlled_by = format!("{kind}/{name}");
            }
        }
        self.by_name.insert(key, at);
        at
    }

    /// A row of a list of pods.
    pub(super) fn listed(&mut self, pod: PodReport) {
        self.seen.pod_rows += 1;
        let namespace = if pod.namespace.is_empty() { self.namespace.clone() } else { pod.namespace.clone() };
        let at = self.at(&namespace, "", &pod.name);
        if self.pods[at].containers.is_empty() {
            self.pods[at].containers = pod.containers;
        }
    }

    /// A message that stands for itself; it belongs to the pod that is spoken of.
    pub(super) fn bare(&mut self, message: Excerpt, reason: String) {
        self.seen.messages += 1;
        let span = message.whole();
        let mut event = Event { reason, message, span, ..Event::default() };
        super::events::unwrap_carriers(&mut event);
        self.event(event);
    }

    /// An event of the pod that is spoken of.
    pub(super) fn event(&mut self, event: Event) {
        self.pod().events.push(event);
    }

    /// The pod `namespace/name` is spoken of, in a log.
    pub(super) fn logged(&mut self, pod: &str) {
        let (namespace, name) = pod.split_once('/').unwrap_or(("", pod));
        if !name.is_empty() {
            self.current = Some(self.at(namespace, "", name));
        } else if self.current.and_then(|at| self.pods.get(at)).is_some_and(|pod| !pod.name.is_empty()) {
            self.current = None;
        }
    }

    /// A command was typed.
    pub(super) fn command(&mut self, text: &str) {
        let command = prompt::parse(text);
        self.seen.crictl += usize::from(command.crictl);
        self.section = Section::None;
        if let Some(namespace) = command.namespace {
            namespace.clone_into(&mut self.namespace);
        }
        if let Some(pod) = command.pod {
            self.begin_pod(pod);
            self.section = Section::None;
            let namespace = self.namespace.clone();
            self.pod().namespace = namespace;
        }
        self.seen.pulls += usize::from(command.image.is_some());
    }

    /// An image is pulled by hand; what follows is about it.
    pub(super) fn pulled(&mut self, image: Excerpt) {
        if self.current.and_then(|at| self.pods.get(at)).is_some_and(|pod| !pod.name.is_empty()) {
            return;
        }
        let last = self.current.and_then(|at| self.pods.get(at)).and_then(|pod| pod.containers.last());
        if last.is_some_and(|last| last.image.text() == image.text()) {
            return;
        }
        self.current = None;
        self.add_container(ContainerReport { image, ..ContainerReport::default() });
    }

    /// Whether no pod has said anything.
    pub(super) fn is_empty(&self) -> bool {
        self.pods.iter().all(finish::is_silent)
    }

    /// The pods that said something.
    pub(super) fn finish(self) -> Vec<PodReport> {
        let mut pods = self.pods;
        pods.retain(|pod| !finish::is_silent(pod));
        finish::adopt(&mut pods);
        pods
    }
}

/// The pod that `Successfully assigned shop/web-7d4b9 to node-1` names, with its namespace.
fn assigned(message: &str) -> Option<(&str, &str)> {
    let rest = message.strip_prefix("Successfully assigned ")?;
    let (pod, _) = rest.split_once(" to ")?;
    (!pod.contains(' ')).then(|| pod.split_once('/').unwrap_or(("", pod)))
}
