//! A pull secret that a pod or a ServiceAccount is to name.

use super::{misplaced, with_pods};
use crate::document::Node;
use crate::objects::{Object, PULL_SECRETS, find, names_in};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::Explanation;
use crate::patch::refusal::{Refusal, RefusalKind};
use crate::patch::splice::New;

pub(super) fn plan(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    name: &str,
    image: Option<&str>,
) -> Result<(), Refusal> {
    let uses = |object: &Object<'_, '_>, image: &str| {
        object.places().iter().any(|place| place.image.and_then(Node::text).is_some_and(|text| text.trim() == image))
    };
    let mut found = false;
    for object in with_pods(objects)? {
        let Some((pod, _)) = object.pod.filter(|_| image.is_none_or(|image| uses(object, image))) else { continue };
        found = true;
        let why = Why { path: object.pod_path(PULL_SECRETS), explanation: Explanation::PullSecretAdded };
        add(plan, text, pod, name, why)?;
    }
    if found {
        return Ok(());
    }
    let images =
        objects.iter().flat_map(Object::places).filter_map(|place| Some(place.image?.text()?.trim().to_owned()));
    Err(Refusal::with(RefusalKind::ImageNotFound, 1, super::listed(images)))
}

pub(super) fn plan_account(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    name: &str,
    account: Option<&str>,
) -> Result<(), Refusal> {
    let accounts = objects.iter().filter(|object| object.kind == "ServiceAccount");
    let mut found = false;
    for object in accounts.filter(|object| account.is_none_or(|account| object.name == account)) {
        found = true;
        let why = Why { path: object.path(PULL_SECRETS), explanation: Explanation::AccountPullSecret };
        add(plan, text, object.root, name, why)?;
    }
    if found { Ok(()) } else { Err(Refusal::new(RefusalKind::NothingThere, 1)) }
}

/// Adds a name to the pull secrets of a pod's spec or of a ServiceAccount.
fn add(plan: &mut Plan, text: &str, holder: Node<'_, '_>, name: &str, why: Why) -> Result<(), Refusal> {
    let Some(list) = find(holder, PULL_SECRETS) else {
        let beside = holder.entry("containers").map(|entry| (entry, false));
        let Some((beside, behind)) = beside.or_else(|| Some((holder.entries().next_back()?, true))) else {
            return Err(Refusal::at(RefusalKind::Shape, holder));
        };
        return plan.add_entry(text, holder, beside, behind, New::Secrets(&[name]), why);
    };
    if misplaced::reshape(plan, text, list, &why.path)? {
        return Ok(());
    }
    if names_in(list).iter().any(|there| there == name) {
        Ok(())
    } else if list.is_empty() {
        plan.become_names(text, list, &[name], why)
    } else {
        plan.add_name(text, list, name, why)
    }
}
