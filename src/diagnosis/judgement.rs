//! From one message to its cause.

use super::failures::Told;
use super::{Evidence, UNKNOWN};
use crate::content::{Confidence, Content, KeepsOut};
use crate::image::ImageReference;
use crate::message::{Anatomy, Role, dissect};
use crate::rules::{self, RuleMatch};
use crate::text::{Excerpt, Span};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What a message says of its cause.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Judgement {
    pub(super) cause: String,
    pub(super) also: Vec<String>,
    pub(super) confidence: Confidence,
    pub(super) evidence: Vec<Evidence>,
    pub(super) ruled_out: Rc<Vec<String>>,
    /// The pull secrets that it names.
    pub(super) pull_secrets: Vec<String>,
    /// The words that decide, where no rule knows them.
    pub(super) last_words: Option<Evidence>,
}

/// Where the lines of a text begin, as far as anybody has asked.
#[derive(Debug)]
pub(super) struct Lines<'input> {
    input: &'input str,
    starts: Vec<usize>,
}

impl<'input> Lines<'input> {
    pub(super) fn of(input: &'input str) -> Self {
        Self { input, starts: vec![0] }
    }

    /// The line of a byte, from 1.
    fn line(&mut self, at: usize) -> usize {
        let last = self.starts.last().copied().unwrap_or_default();
        let known = self.starts.partition_point(|start| *start <= at);
        if known == self.starts.len() {
            let between = self.input.get(last..).unwrap_or_default().match_indices('\n').map(|(to, _)| last + to + 1);
            self.starts.extend(between.take_while(|start| *start <= at));
        }
        self.starts.partition_point(|start| *start <= at).max(1)
    }
}

/// The causes that were ruled out, as lists: most failures of a long paste have the same one.
#[derive(Debug, Default)]
pub(super) struct Ruled<'content>(FxHashMap<Vec<&'content str>, Rc<Vec<String>>>);

impl<'content> Ruled<'content> {
    fn shared(&mut self, causes: Vec<&'content str>) -> Rc<Vec<String>> {
        let list = |causes: &Vec<&str>| Rc::new(causes.iter().map(|&cause| cause.to_owned()).collect());
        self.0.entry(causes).or_insert_with_key(list).clone()
    }
}

/// Judges a message about `image`, which may be empty.
pub(super) fn judge<'content>(
    content: &'content Content,
    lines: &mut Lines,
    ruled: &mut Ruled<'content>,
    told: &Told,
    image: &str,
) -> Judgement {
    let Told { message, anatomy, .. } = told;
    let text = message.text();
    let registry = registry(image);
    let found = rules::matches(content, text, anatomy, &registry);
    let mut judgement = Judgement { cause: UNKNOWN.into(), ..Judgement::default() };
    if let Some(best) = found.first() {
        judgement.cause.clone_from(&best.cause.id);
        judgement.also.clone_from(&best.rule.also);
        judgement.confidence = best.rule.confidence;
        judgement.evidence = found
            .iter()
            .filter(|other| other.cause.id == best.cause.id)
            .map(|found| evidence(lines, message, found))
            .fold(Vec::new(), with_new_places);
        let named = found.iter().find_map(|found| found.secret).unwrap_or_default().of(text).split(',');
        judgement.pull_secrets = named.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    }
    if found.is_empty() {
        judgement.last_words = anatomy.deciding().map(|layer| place(lines, message, layer.span));
    }
    for other in other_tries(content, text, anatomy, &registry) {
        if !explained(content, &judgement.cause, &other) && other != judgement.cause && !judgement.also.contains(&other)
        {
            judgement.also.push(other);
        }
    }
    let ruled_out = content
        .causes
        .iter()
        .filter(|cause| !cause.rules.is_empty() && cause.id != judgement.cause && !judgement.also.contains(&cause.id))
        .filter(|cause| !found.iter().any(|found| found.cause.id == cause.id))
        .map(|cause| cause.id.as_str());
    judgement.ruled_out = ruled.shared(ruled_out.collect());
    judgement
}

/// The host that an image comes from, as the runtime completes it; empty where there is no image.
fn registry(image: &str) -> String {
    if image.is_empty() { String::new() } else { ImageReference::parse(image).registry }
}

fn evidence(lines: &mut Lines, message: &Excerpt, found: &RuleMatch) -> Evidence {
    let (cause, rule) = (found.cause.id.clone(), found.rule.id.clone());
    Evidence { cause, rule, ..place(lines, message, found.span) }
}

/// Words of a message as evidence of nothing yet.
fn place(lines: &mut Lines, message: &Excerpt, span: Span) -> Evidence {
    let words = span.of(message.text()).trim_end();
    let in_message = Span::new(span.start, span.start + words.len());
    let span = message.source(in_message);
    Evidence { line: lines.line(span.start), span, in_message, text: words.to_owned(), ..Evidence::default() }
}

/// Several rules find the same words; each place is told once.
fn with_new_places(mut places: Vec<Evidence>, next: Evidence) -> Vec<Evidence> {
    let overlaps = |known: &Evidence| known.span.start < next.span.end && next.span.start < known.span.end;
    if !places.iter().any(overlaps) {
        places.push(next);
    }
    places
}

/// The causes of the other tries that the message tells of: other logins, mirrors.
fn other_tries(content: &Content, text: &str, anatomy: &Anatomy, registry: &str) -> Vec<String> {
    let of_other = |layer: &crate::message::Layer| match (layer.role, layer.wrapper.as_str()) {
        (Role::Trails, "other-attempt") => Some(layer.span),
        (Role::Wraps, "mirrors-failed") => {
            let words = layer.span.of(text);
            let (start, end) = (words.find('[')? + 1, words.rfind(']')?);
            Some(Span::new(start, end).shifted(layer.span.start))
        }
        _ => None,
    };
    anatomy
        .layers
        .iter()
        .filter_map(of_other)
        .filter_map(|span| {
            let words = span.of(text);
            let found = rules::matches(content, words, &dissect(content, words), registry);
            found.first().map(|found| found.cause.id.clone())
        })
        .collect()
}

/// Whether another try says nothing new: a login that was refused, beside one that was let in or that was sent too.
fn explained(content: &Content, cause: &str, other: &str) -> bool {
    let known = content.cause(cause).map(|cause| cause.keeps_out);
    let says_more = matches!(known, Some(None | Some(KeepsOut::Logins))) && cause != UNKNOWN;
    says_more && keeps_out(content, other)
}

/// Whether a registry keeps somebody out by this cause.
pub(super) fn keeps_out(content: &Content, cause: &str) -> bool {
    content.cause(cause).is_some_and(|cause| cause.keeps_out.is_some())
}
