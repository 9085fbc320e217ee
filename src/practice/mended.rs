//! Whether a manifest is mended: by what it means, not by how it is written.

use super::fields;
use crate::cases::{Case, Need, NeedOf, Repair};
use crate::content::Content;
use crate::document::{self, Problem, Stream};
use crate::image::ImageReference;
use crate::secret_check;

/// The most changed fields that are told.
const MOST_CHANGED: usize = 5;

/// What was found in a manifest that somebody has mended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// What ended the reading: nothing behind it was looked at.
    pub problem: Option<Problem>,
    /// What is not so yet, in the order of the case.
    pub unmet: Vec<Unmet>,
    /// Fields that are neither as they were nor as the case needs them: `Deployment/web spec.replicas`. At most 5.
    pub changed: Vec<String>,
}

impl Looked {
    /// Whether it is mended. Further changes do not keep it from that.
    #[must_use]
    pub fn is_mended(&self) -> bool {
        self.problem.is_none() && self.unmet.is_empty()
    }
}

/// Something that is not so yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// What the case says of it.
    pub why: String,
    /// What the check of pull secrets found, with inline markup; empty for other needs.
    pub found: Vec<String>,
}

/// Looks at a text that somebody has made of the case's manifests. A case that no manifest mends needs nothing.
#[must_use]
pub fn look_at(content: &Content, case: &Case, text: &str) -> Looked {
    let Repair::Edit { solution, needs, .. } = &case.repair else { return Looked::default() };
    let stream = document::read(text);
    if let Some(problem) = stream.problem().or(stream.template()) {
        return Looked { problem: Some(*problem), ..Looked::default() };
    }
    let unmet = needs.iter().filter_map(|need| unmet(content, need, &stream));
    let (before, wanted) = (document::read(&case.manifests), document::read(solution));
    Looked { problem: None, unmet: unmet.collect(), changed: changed(needs, &stream, &before, &wanted) }
}

fn unmet(content: &Content, need: &Need, stream: &Stream<'_>) -> Option<Unmet> {
    let mut found = Vec::new();
    // None where there is no such object; else what stands at the field, if anything does.
    let field = |object: &str, at: &str| {
        let objects = fields::named(stream);
        let (_, object) = objects.into_iter().find(|(name, _)| name == object)?;
        Some(fields::value_at(object.root, at))
    };
    let is_so = match &need.of {
        NeedOf::Value { object, at, is } => {
            let value = field(object, at).map(|value| value.and_then(document::Node::text).unwrap_or_default());
            value.is_some_and(|value| is.iter().any(|wanted| same(at, wanted, value)))
        }
        NeedOf::Absent { object, at } => field(object, at).is_some_and(|value| value.is_none()),
        NeedOf::PullSecretsFit => {
            let report = secret_check::check_stream(stream, None);
            let failed = report.subjects.iter().flat_map(|subject| &subject.checks);
            let failed = failed.filter(|check| matches!(check.outcome, secret_check::Outcome::Failed(_)));
            found.extend(failed.map(|check| check.text(content)));
            found.is_empty() && report.missing.is_none()
        }
    };
    (!is_so).then(|| Unmet { why: need.why.clone(), found })
}

/// Whether a value means what is wanted.
fn same(at: &str, wanted: &str, value: &str) -> bool {
    let is_image = at.ends_with(".image") || at.ends_with(".reference");
    let (wanted, value) = (wanted.trim(), value.trim());
    if !is_image || wanted.is_empty() || value.is_empty() {
        return wanted == value;
    }
    let (wanted, value) = (ImageReference::parse(wanted), ImageReference::parse(value));
    value.is_valid() && wanted.normalised() == value.normalised()
}

fn changed(needs: &[Need], now: &Stream<'_>, before: &Stream<'_>, wanted: &Stream<'_>) -> Vec<String> {
    let (now, before, wanted) = (fields::all(now), fields::all(before), fields::all(wanted));
    let is_needed = |path: &str| {
        needs.iter().any(|need| match &need.of {
            NeedOf::Value { object, at, .. } | NeedOf::Absent { object, at } => path == format!("{object} {at}"),
            NeedOf::PullSecretsFit => false,
        })
    };
    let differs = |path: &&String| {
        let value = now.get(*path);
        value != before.get(*path) && value != wanted.get(*path) && !is_needed(path)
    };
    let mut paths: Vec<&String> = now.keys().chain(before.keys()).filter(differs).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.into_iter().take(MOST_CHANGED).cloned().collect()
}
