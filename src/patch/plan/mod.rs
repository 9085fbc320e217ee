//! From an edit to the changes of the text and of the tree that make it.

mod image;
mod misplaced;
mod policy;
mod pull_secret;
mod rename;
mod secret;
mod server;

use super::changes::Plan;
use super::edit::Edit;
use super::refusal::{Refusal, RefusalKind};
use crate::document::Stream;
use crate::image::ImageReference;
use crate::manifest::names::{NameKind, check_name};
use crate::manifest::server::{self as servers, ServerProblemKind};
use crate::objects::{Object, objects_within};
use crate::text::Span;

/// What is still to be done for `edit`; an empty plan where everything is right.
pub(super) fn plan(stream: &Stream<'_>, edit: &Edit) -> Result<Plan, Refusal> {
    let text = stream.source();
    let (objects, left_out) = objects_within(stream);
    if let Some(line) = left_out {
        return Err(Refusal::new(RefusalKind::TooLarge, line));
    }
    let mut plan = Plan::default();
    match edit {
        Edit::SetImage { old, new, container } => {
            legal_image(new)?;
            image::plan(&mut plan, text, &objects, old.trim(), new.trim(), container.as_deref())?;
        }
        Edit::AddPullSecret { name, image } => {
            legal_name(name)?;
            secret::plan(&mut plan, text, &objects, name, image.as_deref())?;
        }
        Edit::RenamePullSecret { old, new } => {
            legal_name(new)?;
            rename::plan(&mut plan, text, &objects, old, new)?;
        }
        Edit::MoveMisplacedPullSecrets => misplaced::plan(&mut plan, text, &objects)?,
        Edit::SetPullPolicy { container, policy } => policy::plan(&mut plan, text, &objects, container, *policy)?,
        Edit::AddPullSecretToServiceAccount { name, account } => {
            legal_name(name)?;
            secret::plan_account(&mut plan, text, &objects, name, account.as_deref())?;
        }
        Edit::SetSecretType { name } => pull_secret::plan_type(&mut plan, text, &objects, name)?,
        Edit::SetSecretNamespace { name, namespace } => {
            legal_namespace(namespace)?;
            pull_secret::plan_namespace(&mut plan, text, &objects, name, namespace)?;
        }
        Edit::SetSecretServer { old, new } => {
            legal_server(new)?;
            server::plan(&mut plan, text, &objects, old, new)?;
        }
    }
    plan.changes.sort_by_key(|change| (change.span.start, change.span.end));
    no_duplicates(stream, &plan)?;
    Ok(plan)
}

/// What no program reads the same way must not be edited: a key that stands twice, in a document that changes.
fn no_duplicates(stream: &Stream<'_>, plan: &Plan) -> Result<(), Refusal> {
    // The changes are in order, and none goes from one document into the next.
    let changes = |span: Span| {
        let first = plan.changes.partition_point(|change| change.span.start < span.start);
        plan.changes.get(first).is_some_and(|change| change.span.start <= span.end)
    };
    for key in stream.duplicate_keys() {
        let holds = |span: Span| span.start <= key.span().start && key.span().end <= span.end;
        if stream.documents().any(|document| holds(document.span()) && changes(document.span())) {
            return Err(Refusal::with(RefusalKind::DuplicateKey, key.line(), key.text().unwrap_or_default()));
        }
    }
    Ok(())
}

fn legal_name(name: &str) -> Result<(), Refusal> {
    check_name(NameKind::Secret, name)
        .map_err(|problem| Refusal::with(RefusalKind::IllegalName, 1, problem.suggestion.unwrap_or_default()))
}

fn legal_namespace(name: &str) -> Result<(), Refusal> {
    check_name(NameKind::Namespace, name)
        .map_err(|problem| Refusal::with(RefusalKind::IllegalNamespace, 1, problem.suggestion.unwrap_or_default()))
}

fn legal_server(server: &str) -> Result<(), Refusal> {
    // What path the images have is not known here.
    let problem = servers::problem(server, "").filter(|problem| problem.kind != ServerProblemKind::Path);
    match problem {
        Some(problem) => Err(Refusal::with(RefusalKind::IllegalServer, 1, problem.suggestion.unwrap_or_default())),
        None if server.contains(['"', '\\', '@', '\'']) => Err(Refusal::new(RefusalKind::IllegalServer, 1)),
        None => Ok(()),
    }
}

fn legal_image(image: &str) -> Result<(), Refusal> {
    if ImageReference::parse(image).is_valid() {
        Ok(())
    } else {
        Err(Refusal::with(RefusalKind::IllegalImage, 1, image))
    }
}

/// The objects that have pods; there is at least one.
fn with_pods<'objects, 'stream, 'text>(
    objects: &'objects [Object<'stream, 'text>],
) -> Result<Vec<&'objects Object<'stream, 'text>>, Refusal> {
    let found: Vec<_> = objects.iter().filter(|object| object.pod.is_some()).collect();
    if found.is_empty() { Err(Refusal::new(RefusalKind::NothingThere, 1)) } else { Ok(found) }
}

/// Names for a detail: each once, as few as a line can take.
fn listed(names: impl IntoIterator<Item = String>) -> String {
    const MOST: usize = 8;
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if !name.is_empty() && !seen.contains(&name) && seen.len() <= MOST {
            seen.push(name);
        }
    }
    if seen.len() > MOST {
        seen.truncate(MOST);
        seen.push("…".to_owned());
    }
    seen.join(", ")
}
