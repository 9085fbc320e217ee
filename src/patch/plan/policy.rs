//! The pull policy of a container.

use super::{listed, with_pods};
use crate::objects::{Object, find};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::{Explanation, PullPolicy};
use crate::patch::refusal::{Refusal, RefusalKind};
use crate::patch::splice::New;

const POLICY: &str = "imagePullPolicy";
const VOLUME_POLICY: &str = "pullPolicy";

pub(super) fn plan(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    container: &str,
    policy: PullPolicy,
) -> Result<(), Refusal> {
    let mut found = false;
    let mut names = Vec::new();
    for object in with_pods(objects)? {
        for place in object.places() {
            names.push(place.name.clone());
            if place.name != container {
                continue;
            }
            found = true;
            let key = if place.is_volume { VOLUME_POLICY } else { POLICY };
            let path = object.pod_path(&format!("{}.{key}", place.path));
            let why = Why { path, explanation: Explanation::PullPolicy };
            match find(place.node, key) {
                Some(value) if value.text() == Some(policy.name()) => {}
                // One that is not written, or null.
                Some(value) if value.is_null() => plan.fill(text, value, policy.name(), why)?,
                Some(value) => plan.set(text, value, policy.name(), why)?,
                None => {
                    let beside = ["image", "reference", "name"].iter().find_map(|key| place.node.entry(key));
                    let Some(beside) = beside.or_else(|| place.node.entries().next_back()) else {
                        return Err(Refusal::at(RefusalKind::Shape, place.node));
                    };
                    plan.add_entry(text, place.node, beside, true, New::Text(key, policy.name()), why)?;
                }
            }
        }
    }
    if found { Ok(()) } else { Err(Refusal::with(RefusalKind::ContainerNotFound, 1, listed(names))) }
}
