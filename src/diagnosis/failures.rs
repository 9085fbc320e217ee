//! The failed pulls of one pod: its containers and its events, joined by container and image.

use super::said::{Failed, Memory, Said, Weight, is_known};
use crate::content::{Confidence, Content};
use crate::image::ImageReference;
use crate::message::{Anatomy, dissect};
use crate::paste::{ContainerReport, Event, PodReport};
use crate::text::Excerpt;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::rc::Rc;

/// What a pod says about the pulls of one image for one container.
#[derive(Debug, Default)]
pub(super) struct Pull<'paste> {
    /// The container, or empty.
    pub(super) container: &'paste str,
    /// Whether that is an init container.
    pub(super) init: bool,
    /// The image as the pod spells it, or empty.
    pub(super) image: &'paste str,
    /// Whether the container shows that its image is there, or was once.
    started: bool,
    /// Whether it was there once: the container starts again and again.
    starts_again: bool,
    failures: Vec<Told<'paste>>,
    worked: Option<Moment>,
}

/// A message that tells of a failed pull.
#[derive(Clone, Debug)]
pub(super) struct Told<'paste> {
    /// Its words.
    pub(super) message: &'paste Excerpt<'paste>,
    /// The same, taken apart.
    pub(super) anatomy: Rc<Anatomy>,
    /// How much they say.
    pub(super) weight: Weight,
    /// When.
    pub(super) moment: Moment,
}

/// When something was told: its age where the paste has one, and its place in the paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Seconds ago.
    pub(super) age: Option<u64>,
    place: usize,
}

impl Moment {
    /// Whether it is newer: younger, or further down where the ages do not tell.
    fn is_newer_than(self, other: Self) -> bool {
        match (self.age, other.age) {
            (Some(age), Some(than)) if age != than => age < than,
            _ => self.place > other.place,
        }
    }
}

/// All that a pod says about pulls.
#[derive(Debug, Default)]
pub(super) struct Pulls<'paste> {
    /// One entry a container and image, containers first, then as the events name them.
    pub(super) all: Vec<Pull<'paste>>,
    /// The newest message about a pull secret that cannot be read.
    pub(super) secret: Option<Told<'paste>>,
    /// By the image, completed as a runtime does.
    by_image: FxHashMap<Rc<str>, Vec<usize>>,
    by_container: FxHashMap<&'paste str, usize>,
    /// The entries with a failure, in the order in which those were told.
    failing: Vec<usize>,
}

impl<'paste> Pull<'paste> {
    /// Whether any pull failed.
    pub(super) fn has_failed(&self) -> bool {
        !self.failures.is_empty()
    }

    /// Whether the image is there now, whatever failed before.
    pub(super) fn has_recovered(&self) -> bool {
        let newest = self.failures.iter().map(|told| told.moment).reduce(|a, b| if b.is_newer_than(a) { b } else { a });
        self.is_running()
            || matches!((self.worked, newest), (Some(worked), Some(failed)) if worked.is_newer_than(failed))
    }

    /// Whether the container's state shows that its image is there now.
    fn is_running(&self) -> bool {
        self.started && !self.starts_again
    }

    /// Whether the image was ever there.
    pub(super) fn has_worked(&self) -> bool {
        self.started || self.worked.is_some()
    }

    /// The image was there at this moment.
    fn works(&mut self, moment: Moment) {
        if self.worked.is_none_or(|known| moment.is_newer_than(known)) {
            self.worked = Some(moment);
        }
    }

    /// The message that decides: of those that say most, the newest. Of several from one moment it is one that a rule
    /// knows: the others are cut off, or say the same in the words of another program.
    pub(super) fn deciding(&self, content: &Content) -> Option<&Told<'paste>> {
        let most = self.failures.iter().map(|told| told.weight).max()?;
        let telling = || self.failures.iter().filter(|told| told.weight == most);
        let best = newest(telling())?;
        let beside = || telling().filter(|told| told.moment.age == best.moment.age);
        let is_known = |told: &&Told| is_known(content, told.message.text(), &told.anatomy);
        if beside().nth(1).is_none() || is_known(&best) {
            return Some(best);
        }
        newest(beside().filter(is_known)).or(Some(best))
    }
}

/// Whether a message in this report is about the image that somebody pulls by hand, or that a job fetches and whose
/// registry it names.
pub(super) fn is_about_fetched(pod: &PodReport, message: &str) -> bool {
    let about = |container: &ContainerReport| {
        let registry = || ImageReference::parse(container.image.text()).registry;
        is_image_alone(container) && (!container.fetched || message.contains(&registry()))
    };
    pod.name.is_empty() && pod.containers.iter().any(about)
}

/// Whether a container is no more than an image that somebody or something fetches.
fn is_image_alone(container: &ContainerReport) -> bool {
    container.name.is_empty() && !container.image.is_empty()
}

/// Reads a pod of which each event in `said` says something, in their order.
pub(super) fn pulls<'paste>(
    content: &Content,
    memory: &mut Memory<'paste>,
    pod: &'paste PodReport<'paste>,
    said: Vec<(&'paste Event<'paste>, Said)>,
) -> Pulls<'paste> {
    let mut pulls = Pulls::default();
    let says_failed = |(_, said): &(_, Said)| matches!(said, Said::Failed(_) | Said::SecretMissing);
    let is_silent = |container: &ContainerReport| container.message.is_empty() && container.reason.is_empty();
    if !said.iter().any(says_failed) && pod.containers.iter().all(is_silent) {
        // What worked matters only beside what failed, and most pods of a long paste just work.
        return pulls;
    }
    for container in &pod.containers {
        pulls.add_container(content, memory, container);
    }
    let alone = pod.name.is_empty() && pod.containers.iter().any(is_image_alone);
    let (mut without_image, mut started) = (Vec::new(), Vec::new());
    for (event, said) in said {
        let moment = Moment { age: event.age, place: event.span.start };
        let message = &event.message;
        match said {
            Said::Nothing => {}
            Said::SecretMissing => {
                if pulls.secret.as_ref().is_none_or(|known| moment.is_newer_than(known.moment)) {
                    let anatomy = Rc::new(dissect(content, message.text()));
                    pulls.secret = Some(Told { message, anatomy, weight: Weight::Detailed, moment });
                }
            }
            Said::Worked { image } => {
                let image = image.map(|image| image.of(message.text())).unwrap_or_default();
                for at in pulls.meant(memory, &event.container, image) {
                    pulls.all[at].works(moment);
                }
            }
            Said::Started { container } => {
                let named = container.map(|name| name.of(message.text())).unwrap_or_default();
                let named = if event.container.is_empty() { named } else { &*event.container };
                started.push((named, moment));
            }
            Said::Failed(Failed { image, weight, anatomy }) => {
                let told = Told { message, anatomy, weight, moment };
                match image {
                    Some(image) => {
                        let image = image.of(message.text());
                        let image = if alone { pulls.fetched(image) } else { image };
                        for at in pulls.meant(memory, &event.container, image) {
                            pulls.fail(at, told.clone());
                        }
                    }
                    None => without_image.push((&*event.container, told)),
                }
            }
        }
    }
    // What names no image is about the containers that fail for other reasons too, as far as those are known.
    for (container, told) in without_image {
        for at in pulls.meant_without_image(memory, container, told.weight) {
            pulls.fail(at, told.clone());
        }
    }
    for (container, moment) in started {
        // Where the pod is known to have one container, it is that, whatever the event calls it.
        let only = Some(0).filter(|_| matches!(&*pod.containers, [only] if !only.name.is_empty()));
        if let Some(at) = pulls.by_container.get(container).copied().or(only) {
            pulls.all[at].works(moment);
        }
    }
    pulls
}

impl<'paste> Pulls<'paste> {
    fn add_container(
        &mut self,
        content: &Content,
        memory: &mut Memory<'paste>,
        report: &'paste ContainerReport<'paste>,
    ) {
        let mut pull = Pull {
            container: &report.name,
            init: report.init,
            image: report.image.text(),
            started: has_started(content, report),
            starts_again: starts_again(content, report),
            ..Pull::default()
        };
        // The waiting message is that of the newest try.
        for (message, age) in [(&report.message, Some(0)), (&report.reason, None)] {
            let moment = Moment { age, place: message.whole().start };
            if !pull.is_running()
                && let Some(failed) = memory.waiting(content, message.text())
            {
                if pull.image.is_empty()
                    && let Some(image) = failed.image
                {
                    pull.image = image.of(message.text());
                }
                pull.failures.push(Told { message, anatomy: failed.anatomy, weight: failed.weight, moment });
            }
        }
        self.add(memory, pull);
    }

    fn add(&mut self, memory: &mut Memory<'paste>, pull: Pull<'paste>) -> usize {
        let at = self.all.len();
        if !pull.image.is_empty() {
            self.by_image.entry(memory.normalised(pull.image)).or_default().push(at);
        }
        if !pull.container.is_empty() {
            self.by_container.entry(pull.container).or_insert(at);
        }
        if pull.has_failed() {
            self.failing.push(at);
        }
        self.all.push(pull);
        at
    }

    fn fail(&mut self, at: usize, told: Told<'paste>) {
        if !self.all[at].has_failed() {
            self.failing.push(at);
        }
        self.all[at].failures.push(told);
    }

    /// The entries that a message about `image` means; a new one where there is none.
    fn meant(&mut self, memory: &mut Memory<'paste>, container: &'paste str, image: &'paste str) -> Vec<usize> {
        let normalised = memory.normalised(image);
        let same_image = self.by_image.get(&normalised);
        if let Some(&at) = self.by_container.get(container) {
            let known = &mut self.all[at];
            if known.image.is_empty() {
                known.image = image;
                self.by_image.entry(normalised).or_default().push(at);
                return vec![at];
            }
            if same_image.is_some_and(|same| same.contains(&at)) {
                return vec![at];
            }
        }
        if let Some(same) = same_image.filter(|_| container.is_empty() || !self.by_container.contains_key(container)) {
            // Where containers share an image, those that run are not meant.
            let waiting: Vec<usize> = same.iter().copied().filter(|at| !self.all[*at].is_running()).collect();
            return if waiting.is_empty() { same.clone() } else { waiting };
        }
        if let Some(at) = self.only_without_image() {
            self.all[at].image = image;
            self.by_image.entry(normalised).or_default().push(at);
            return vec![at];
        }
        vec![self.add(memory, Pull { container, image, ..Pull::default() })]
    }

    /// The image that is fetched by hand or by a job, where `named` is its repository alone; else `named`.
    fn fetched(&self, named: &'paste str) -> &'paste str {
        let parts = ImageReference::parse(named);
        let same = |image: &&str| {
            let other = ImageReference::parse(image);
            (other.registry, other.repository) == (parts.registry.clone(), parts.repository.clone())
        };
        let whole = parts.spans.tag.is_some() || parts.spans.digest.is_some();
        let known = self.all.iter().map(|pull| pull.image).filter(|image| !whole && !image.is_empty());
        known.rev().find(same).unwrap_or(named)
    }

    /// The one entry whose image is not known, where there is no other.
    fn only_without_image(&self) -> Option<usize> {
        (self.all.len() == 1 && self.all[0].image.is_empty()).then_some(0)
    }

    /// The entries that a message without an image means.
    fn meant_without_image(
        &mut self,
        memory: &mut Memory<'paste>,
        container: &'paste str,
        weight: Weight,
    ) -> Vec<usize> {
        if let Some(&at) = self.by_container.get(container) {
            return vec![at];
        }
        match (self.failing.as_slice(), self.all.as_slice()) {
            (&[only], _) => vec![only],
            // `Error: ErrImagePull` says nothing that is not known already.
            ([_, ..], _) if weight == Weight::Vague => Vec::new(),
            ([], [only]) if !only.is_running() => vec![0],
            _ => vec![self.add(memory, Pull { container, ..Pull::default() })],
        }
    }
}

/// The newest of several messages.
fn newest<'told, 'paste: 'told>(told: impl Iterator<Item = &'told Told<'paste>>) -> Option<&'told Told<'paste>> {
    told.reduce(|best, told| if told.moment.is_newer_than(best.moment) { told } else { best })
}

/// Whether a container's state shows that its image is there.
fn has_started(content: &Content, report: &ContainerReport) -> bool {
    let reason = report.reason.text();
    let mut later = content.subjects.iter().filter(|subject| subject.pulled).flat_map(|subject| &subject.states);
    matches!(&*report.state, "Running" | "Terminated") || (!reason.is_empty() && later.any(|state| state == reason))
}

/// Whether a container's state shows that it starts again and again.
fn starts_again(content: &Content, report: &ContainerReport) -> bool {
    let mut again = content.subjects.iter().filter(|subject| subject.pulled_once).flat_map(|subject| &subject.states);
    report.state == "Waiting" && again.any(|state| state == report.reason.text())
}

/// What decides the order in which failures are told.
pub(super) type Urgency = (bool, Reverse<Weight>, u64, Reverse<Confidence>);

/// The order in which failures are told: those that still fail, what says most of the cause, the newest, the surest.
pub(super) fn urgency(recovered: bool, told: &Told, sure: Confidence) -> Urgency {
    (recovered, Reverse(told.weight), told.moment.age.unwrap_or(u64::MAX), Reverse(sure))
}
