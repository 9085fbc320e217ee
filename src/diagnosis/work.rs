//! The diagnosis itself, step by step, so that that of a long paste can be made in slices.

use super::failures::{Pull, Pulls, Told, Urgency, is_about_fetched, pulls, urgency};
use super::image_help;
use super::judgement::{Judgement, Lines, Ruled, judge, keeps_out};
use super::looks_like::Looks;
use super::said::{Memory, Said, Weight};
use super::{Diagnosis, Evidence, Failure, NOT_AN_IMAGE_PULL, UNKNOWN};
use crate::content::{Confidence, Content};
use crate::paste::{Event, Paste, PodReport};
use crate::text::Span;
use std::rc::Rc;

/// A diagnosis that is being made.
///
/// ```
/// use image_pull_guide::content::Content;
/// use image_pull_guide::{diagnosis, paste};
/// let (content, input) = (Content::embedded(), "Failed to pull image \"nginx:foo\": not found");
/// let paste = paste::read(content, input);
/// let mut work = diagnosis::Work::new(content, &paste, input);
/// while !work.go_on(100) {
///     // Something else may be done here.
/// }
/// assert_eq!(work.finish().failures.len(), 1);
/// ```
#[derive(Debug)]
pub struct Work<'paste> {
    content: &'paste Content,
    paste: &'paste Paste<'paste>,
    lines: Lines<'paste>,
    memory: Memory<'paste>,
    ruled: Ruled<'paste>,
    /// The pod that is looked at.
    pod: usize,
    /// Which of its events comes next, and what those before it say.
    event: usize,
    said: Vec<(&'paste Event<'paste>, Said)>,
    /// Its pulls, when all events are read, and which of them comes next.
    pulls: Option<Pulls<'paste>>,
    pull: usize,
    failures: Vec<(Urgency, Failure)>,
    /// Where no pull fails: what the paste is about instead, and which pod is looked at for that.
    looks: Option<(Looks<'paste>, usize)>,
}

impl<'paste> Work<'paste> {
    /// Nothing is looked at yet. `input` is the text that `paste` was read from.
    #[must_use]
    pub fn new(content: &'paste Content, paste: &'paste Paste<'paste>, input: &'paste str) -> Self {
        Self {
            content,
            paste,
            lines: Lines::of(input),
            memory: Memory::default(),
            ruled: Ruled::default(),
            pod: 0,
            event: 0,
            said: Vec::new(),
            pulls: None,
            pull: 0,
            failures: Vec::new(),
            looks: None,
        }
    }

    /// Goes on for about as many steps, each an event or a pull; says whether all is done.
    pub fn go_on(&mut self, steps: usize) -> bool {
        let mut left = steps;
        while let Some(pod) = self.paste.pods.get(self.pod) {
            if left == 0 {
                return false;
            }
            left -= 1;
            self.step(pod);
        }
        if self.looks.is_none() {
            self.failures.sort_by_key(|(urgency, _)| *urgency);
            let fails = self.failures.first().is_some_and(|(_, failure)| !failure.recovered);
            let recovered = self.failures.iter().map(|(_, failure)| failure).find(|failure| failure.recovered);
            let from = if fails { self.paste.pods.len() } else { 0 };
            self.looks = Some((Looks::new(self.content, recovered), from));
        }
        let Some((looks, at)) = &mut self.looks else { return true };
        while let Some(pod) = self.paste.pods.get(*at) {
            if left == 0 {
                return false;
            }
            left = left.saturating_sub(pod.events.len().max(1));
            looks.look_at(pod);
            *at += 1;
        }
        true
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        if self.paste.pods.is_empty() { 1.0 } else { self.pod as f64 / self.paste.pods.len() as f64 }
    }

    /// What was found, as far as it was gone on.
    #[must_use]
    pub fn finish(self) -> Diagnosis {
        let mut failures: Vec<Failure> = self.failures.into_iter().map(|(_, failure)| failure).collect();
        image_help::add(self.content, self.paste, &mut failures);
        let (cause, also) = match failures.first() {
            Some(first) if first.recovered => {
                let known = Some(first.cause.clone()).filter(|cause| cause != UNKNOWN);
                (NOT_AN_IMAGE_PULL.into(), known.into_iter().collect())
            }
            Some(first) => (first.cause.clone(), first.also.clone()),
            None => (NOT_AN_IMAGE_PULL.into(), Vec::new()),
        };
        let looks_like = self.looks.filter(|_| cause == NOT_AN_IMAGE_PULL).and_then(|(looks, _)| looks.finish());
        let (kind, notes) = (self.paste.kind, self.paste.notes.clone());
        Diagnosis { kind, notes, cause, also, failures, looks_like }
    }

    /// Looks at the next event or pull of this pod.
    fn step(&mut self, pod: &'paste PodReport<'paste>) {
        if let Some(event) = pod.events.get(self.event) {
            self.event += 1;
            match self.memory.said(self.content, event, is_about_fetched(pod, event.message.text())) {
                Said::Nothing => {}
                said => self.said.push((event, said)),
            }
        } else if let Some(found) = self.pulls.take() {
            if let Some(pull) = found.all.get(self.pull) {
                self.judge_pull(pod, pull, found.secret.as_ref());
                self.pull += 1;
                self.pulls = Some(found);
            } else {
                self.judge_secret(pod, &found);
                (self.pod, self.event, self.pull) = (self.pod + 1, 0, 0);
            }
        } else {
            let said = std::mem::take(&mut self.said);
            self.pulls = Some(pulls(self.content, &mut self.memory, pod, said));
        }
    }

    fn judge_pull(&mut self, pod: &PodReport, pull: &Pull, secret: Option<&Told>) {
        let Some(told) = pull.deciding(self.content).filter(|_| pull.has_failed()) else { return };
        let mut failure = failure(pod, told, judge(self.content, &mut self.lines, &mut self.ruled, told, pull.image));
        pull.container.clone_into(&mut failure.container);
        pull.image.clone_into(&mut failure.image);
        failure.init = pull.init;
        failure.recovered = pull.has_recovered();
        if let Some(secret) = secret.filter(|_| !failure.recovered) {
            self.join_secret(&mut failure, secret, told.weight == Weight::Vague);
        }
        self.failures.push((urgency(failure.recovered, told, failure.confidence), failure));
    }

    /// A pull secret that cannot be read is a failure of its own where no pull fails.
    fn judge_secret(&mut self, pod: &PodReport, pulls: &Pulls) {
        let fails = pulls.all.iter().any(|pull| pull.has_failed() && !pull.has_recovered());
        let Some(secret) = pulls.secret.as_ref().filter(|_| !fails) else { return };
        let mut failure = failure(pod, secret, judge(self.content, &mut self.lines, &mut self.ruled, secret, ""));
        // Without the secret the pod got its image all the same: a warning and no failure.
        failure.recovered = pulls.all.iter().any(Pull::has_worked);
        if let [only] = pulls.all.as_slice() {
            only.container.clone_into(&mut failure.container);
            only.image.clone_into(&mut failure.image);
        }
        self.failures.push((urgency(failure.recovered, secret, failure.confidence), failure));
    }

    /// A pull secret that cannot be read explains why a registry keeps the pod out, and stands beside any other cause.
    fn join_secret(&mut self, failure: &mut Failure, secret: &Told, vague: bool) {
        let judgement = judge(self.content, &mut self.lines, &mut self.ruled, secret, "");
        failure.pull_secrets = judgement.pull_secrets;
        if judgement.cause == UNKNOWN || judgement.cause == failure.cause {
            return;
        }
        let follows = self.content.cause(&judgement.cause).and_then(|cause| cause.leads_to.clone());
        Rc::make_mut(&mut failure.ruled_out)
            .retain(|cause| *cause != judgement.cause && Some(cause) != follows.as_ref());
        if !vague && !keeps_out(self.content, &failure.cause) {
            failure.also.push(judgement.cause);
            return;
        }
        failure.cause = judgement.cause;
        failure.last_words = None;
        failure.also = follows.into_iter().collect();
        failure.confidence = Confidence::Medium;
        let elsewhere =
            judgement.evidence.into_iter().map(|evidence| Evidence { in_message: Span::default(), ..evidence });
        failure.evidence.splice(0..0, elsewhere);
    }
}

fn failure(pod: &PodReport, told: &Told, judgement: Judgement) -> Failure {
    let Judgement { cause, also, confidence, evidence, ruled_out, pull_secrets, last_words } = judgement;
    Failure {
        pod: pod.name.clone().into_owned(),
        namespace: pod.namespace.clone().into_owned(),
        controlled_by: pod.controlled_by.clone().into_owned(),
        node: pod.node.clone().into_owned(),
        message: told.message.clone().into_owned(),
        anatomy: (*told.anatomy).clone(),
        last_words: last_words.filter(|_| told.weight == Weight::Detailed),
        cause,
        also,
        confidence,
        evidence,
        ruled_out,
        pull_secrets,
        ..Failure::default()
    }
}
