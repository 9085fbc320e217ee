//! The pods of a paste while it is read, and what the lines so far have told.

use rustc_hash::{FxHashMap, FxHasher};
use std::borrow::Cow;
use std::hash::{Hash, Hasher as _};

use super::events::Row;
use super::model::{ContainerReport, Event, PodReport};
use super::object::Reading;
use super::quoted;
use super::seen::Seen;
use super::{finish, prompt};
use crate::content::Content;
use crate::text::{Excerpt, Span, place_in};

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

/// No pod has more containers; what names more is no pod.
const MOST_CONTAINERS: usize = 512;

/// The pods so far.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pods: Vec<PodReport<'a>>,
    current: Option<usize>,
    /// The last pod of each name, by a hash of it.
    by_name: FxHashMap<u64, usize>,
    /// Objects by a hash of namespace, kind and name.
    by_place: FxHashMap<u64, usize>,
    namespace: Cow<'a, str>,
    pub(super) section: Section,
    /// Whether the fields now are those of `State`, not of `Last State`.
    pub(super) in_state: bool,
    /// The reason beside the status of the whole pod, until its message follows.
    pub(super) pod_reason: Cow<'a, str>,
    /// The object in YAML or JSON that is being read.
    pub(super) object: Reading<'a>,
    /// Events by pod and place, with the seconds since 1970 at which each was last seen.
    stamps: Vec<(usize, usize, u64)>,
    pub(super) seen: Seen,
}

/// What tells an object from all others; two that agree in it by chance become one.
fn place(namespace: &str, kind: &str, name: &str) -> u64 {
    hash((namespace, kind, name))
}

fn hash(words: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    words.hash(&mut hasher);
    hasher.finish()
}

impl<'a> Draft<'a> {
    /// The pod that is spoken of now; one without a name where none was.
    pub(super) fn pod(&mut self) -> &mut PodReport<'a> {
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
    pub(super) fn begin_pod(&mut self, name: Cow<'a, str>) {
        self.section = Section::Head;
        let reusable = self.named(&name).filter(|&at| {
            self.pods[at].events.is_empty() && !self.pods[at].containers.iter().any(|c| !c.name.is_empty())
        });
        self.current = Some(match reusable {
            Some(at) => at,
            None => self.add(PodReport { name, ..PodReport::default() }),
        });
    }

    /// Its namespace.
    pub(super) fn namespace(&mut self, namespace: Cow<'a, str>) {
        self.pod().namespace = namespace;
    }

    /// What controls it.
    pub(super) fn controlled_by(&mut self, owner: Cow<'a, str>) {
        self.pod().controlled_by = owner;
    }

    /// A container of the pod begins. What a list of pods said of it without a name gives way.
    pub(super) fn add_container(&mut self, container: ContainerReport<'a>) {
        let pod = self.pod();
        if !container.name.is_empty() && pod.containers.last().is_some_and(|known| known.name.is_empty()) {
            pod.containers.retain(|known| !known.name.is_empty());
        }
        if pod.containers.len() < MOST_CONTAINERS {
            pod.containers.push(container);
        }
    }

    /// The container that was begun last; a nameless one where none was.
    pub(super) fn container(&mut self) -> &mut ContainerReport<'a> {
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
    pub(super) fn row(&mut self, row: Row<'a>) {
        self.seen.rows += 1;
        if row.kind.is_empty() && row.name.is_empty() {
            let assigned = assigned(&row.event.message);
            if let Some(assigned) = &assigned {
                self.meet_listed(&assigned.name);
            }
            let pod = self.pod();
            let mut named = None;
            if let Some(Assigned { namespace, name, node }) = assigned
                && (pod.name.is_empty() || pod.name == name)
            {
                if pod.node.is_empty() {
                    pod.node = node;
                }
                named = Some(name.clone()).filter(|_| pod.name.is_empty());
                pod.name = name;
                if pod.namespace.is_empty() {
                    pod.namespace = namespace;
                }
            }
            push(&mut pod.events, row.event);
            if let (Some(name), Some(at)) = (named, self.current) {
                self.by_name.insert(hash(name), at);
            }
            return;
        }
        self.seen.object_rows += 1;
        self.object_of(row.namespace, &row.kind, row.name);
        self.event(row.event);
    }

    /// Goes on with the pod `name` of a list above, where the table of events turns out to be about it.
    fn meet_listed(&mut self, name: &str) {
        let fresh = self
            .current
            .and_then(|at| self.pods.get(at))
            .is_none_or(|pod| pod.name.is_empty() && pod.events.is_empty());
        if fresh {
            let listed = self.named(name).filter(|&at| self.pods[at].events.is_empty());
            self.current = listed.or(self.current);
        }
    }

    /// A report that is known by its name from now on, and its place.
    fn add(&mut self, pod: PodReport<'a>) -> usize {
        let at = self.pods.len();
        self.by_name.insert(hash(&*pod.name), at);
        self.pods.push(pod);
        at
    }

    /// The last pod of this name.
    fn named(&self, name: &str) -> Option<usize> {
        self.by_name.get(&hash(name)).copied().filter(|&at| self.pods[at].name == name)
    }

    /// The report of an object, a new one where it was not seen before. What is no pod is a report without a name.
    fn at(&mut self, namespace: Cow<'a, str>, kind: &str, name: Cow<'a, str>) -> usize {
        let place = place(&namespace, kind, &name);
        if let Some(&at) = self.by_place.get(&place) {
            return at;
        }
        // A list, or a description in part, names no namespace; the pod may be that one.
        let unplaced = self.named(&name).filter(|&at| {
            let known = &self.pods[at].namespace;
            kind.is_empty() && (known.is_empty() || *known == namespace)
        });
        let at = match unplaced {
            Some(at) => {
                self.pods[at].namespace = namespace;
                at
            }
            None if kind.is_empty() => self.add(PodReport { name, namespace, ..PodReport::default() }),
            None => {
                let controlled_by = format!("{kind}/{name}").into();
                self.pods.push(PodReport { namespace, controlled_by, ..PodReport::default() });
                self.pods.len() - 1
            }
        };
        self.by_place.insert(place, at);
        at
    }

    /// A row of a list of pods. Where a list is watched, the last row of a pod counts.
    pub(super) fn listed(&mut self, pod: PodReport<'a>) {
        self.seen.pod_rows += 1;
        let namespace = if pod.namespace.is_empty() { self.namespace.clone() } else { pod.namespace.clone() };
        let at = self.at(namespace, "", pod.name);
        let known = &self.pods[at].containers;
        let is_of_a_list = known.iter().all(|known| known.name.is_empty() && known.image.is_empty());
        // `Terminating` and `Unknown` say nothing of the image.
        let tells = pod.containers.iter().any(|told| !told.state.is_empty());
        if known.is_empty() || (is_of_a_list && tells) {
            self.pods[at].containers = pod.containers;
        }
    }

    /// A message that stands for itself; it belongs to the pod that is spoken of.
    pub(super) fn bare(&mut self, message: Excerpt<'a>, reason: Cow<'a, str>) {
        self.seen.messages += 1;
        let span = message.whole();
        let mut event = Event { reason, message, span, ..Event::default() };
        super::events::unwrap_carriers(&mut event);
        let Some((container, pod)) = quoted::waiting_to_start(event.message.text()) else {
            self.event(event);
            return;
        };
        // The answer to one `kubectl logs` names its pod; what follows is not about it.
        let words = |span: Span| event.message.words(span);
        let (container, pod) = (words(container), words(pod));
        let before = self.current;
        self.object_of("".into(), "", pod);
        event.container = container;
        self.event(event);
        self.current = before;
    }

    /// An event of the pod that is spoken of.
    pub(super) fn event(&mut self, event: Event<'a>) {
        push(&mut self.pod().events, event);
    }

    /// The pod `namespace/name` is spoken of, in a log.
    pub(super) fn logged(&mut self, pod: &Excerpt<'a>) {
        let text = pod.text();
        let (namespace, name) =
            text.split_once('/').map_or((0, 0), |(namespace, _)| (namespace.len(), namespace.len() + 1));
        let (namespace, name) = (pod.words(Span::new(0, namespace)), pod.words(Span::new(name, text.len())));
        if !name.is_empty() {
            self.current = Some(self.at(namespace, "", name));
        } else if self.current.and_then(|at| self.pods.get(at)).is_some_and(|pod| !pod.name.is_empty()) {
            self.current = None;
        }
    }

    /// A command was typed.
    pub(super) fn command(&mut self, line: &Excerpt<'a>) {
        let text = line.text();
        let command = prompt::parse(text);
        let words = |word: &str| line.words(place_in(text, word));
        self.seen.crictl += usize::from(command.crictl);
        self.section = Section::None;
        if let Some(namespace) = command.namespace {
            self.namespace = words(namespace);
        }
        if let Some(pod) = command.pod {
            self.begin_pod(words(pod));
            self.section = Section::None;
            let namespace = self.namespace.clone();
            self.pod().namespace = namespace;
        }
        self.seen.pulls += usize::from(command.image.is_some());
        if let Some(image) = command.image {
            self.pulled(line.part(place_in(text, image)));
        }
    }

    /// An image is pulled by hand; what follows is about it.
    pub(super) fn pulled(&mut self, image: Excerpt<'a>) {
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

    /// The line of a log names the image that was asked for; the lines before it are about the same one, where none of
    /// them names any.
    pub(super) fn asked_for(&mut self, image: Excerpt<'a>) {
        let current = self.current.and_then(|at| self.pods.get_mut(at));
        match current.filter(|pod| pod.name.is_empty() && pod.containers.is_empty()) {
            Some(pod) => {
                pod.containers.push(ContainerReport { image, fetched: true, ..ContainerReport::default() });
            }
            None => self.fetched(image),
        }
    }

    /// A program says in its log that it fetches this image.
    pub(super) fn fetched(&mut self, image: Excerpt<'a>) {
        let before = self.pods.len();
        self.pulled(image);
        if self.pods.len() > before
            && let Some(container) = self.pods.last_mut().and_then(|pod| pod.containers.last_mut())
        {
            container.fetched = true;
        }
    }

    /// Whether no pod has said anything.
    pub(super) fn is_empty(&self) -> bool {
        self.pods.iter().all(finish::is_silent)
    }

    /// Goes on with the object of this kind; an empty kind is a pod's.
    pub(super) fn object_of(&mut self, namespace: Cow<'a, str>, kind: &str, name: Cow<'a, str>) {
        let is_pod = ["pod", "pods"].iter().any(|pod| kind.eq_ignore_ascii_case(pod));
        let kind = if is_pod { String::new() } else { kind.to_ascii_lowercase() };
        let namespace = if namespace.is_empty() { self.namespace.clone() } else { namespace };
        self.current = Some(self.at(namespace, &kind, name));
    }

    /// An event of the pod that is spoken of, with the seconds since 1970 at which it was last seen.
    pub(super) fn event_at(&mut self, event: Event<'a>, seen: Option<u64>) {
        self.event(event);
        if let (Some(seen), Some(pod)) = (seen, self.current) {
            self.stamps.push((pod, self.pods[pod].events.len() - 1, seen));
        }
    }

    /// The pods that said something.
    pub(super) fn finish(self, content: &Content) -> Vec<PodReport<'a>> {
        let mut pods = self.pods;
        // Nobody says what time it is: the newest event is as old as nothing.
        let now = self.stamps.iter().map(|(_, _, seen)| *seen).max().unwrap_or_default();
        for (pod, event, seen) in self.stamps {
            if let Some(event) = pods.get_mut(pod).and_then(|pod| pod.events.get_mut(event)) {
                event.age = Some(now - seen);
            }
        }
        pods.retain(|pod| !finish::is_silent(pod));
        finish::adopt(content, &mut pods);
        pods
    }
}

/// Most objects of a long list have one event: room for four would be most of the memory that a paste takes.
fn push<'a>(events: &mut Vec<Event<'a>>, event: Event<'a>) {
    if events.is_empty() {
        events.reserve_exact(1);
    }
    events.push(event);
}

/// What `Successfully assigned shop/web-7d4b9 to node-1` names.
struct Assigned<'a> {
    namespace: Cow<'a, str>,
    name: Cow<'a, str>,
    node: Cow<'a, str>,
}

fn assigned<'a>(message: &Excerpt<'a>) -> Option<Assigned<'a>> {
    const START: &str = "Successfully assigned ";
    let (pod, node) = message.text().strip_prefix(START)?.split_once(" to ")?;
    let pod = Some(pod).filter(|pod| !pod.contains(' '))?;
    let (namespace, name) = pod.split_once('/').unwrap_or(("", pod));
    let end = START.len() + pod.len();
    let at = message.text().len() - node.len();
    Some(Assigned {
        namespace: message.words(Span::new(START.len(), START.len() + namespace.len())),
        name: message.words(Span::new(end - name.len(), end)),
        node: message.words(Span::new(at, at + node.find(' ').unwrap_or(node.len()))),
    })
}
