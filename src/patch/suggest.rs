//! Which edits a text needs, from what a diagnosis or a form wants.

use super::edit::{Edit, PullPolicy};
use super::plan::{self, KEY, names_in};
use crate::document::Stream;
use crate::objects::{Object, find, objects};

/// What the pods of a text are to have. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The image that cannot be pulled, as the paste spells it; empty where it is not known.
    pub image: String,
    /// The image that it should be; empty where it is right.
    pub new_image: String,
    /// The container that it is about; empty for every one with the image.
    pub container: String,
    /// The pull secret that the pods need; empty for none.
    pub pull_secret: String,
    /// The pull policy that the container needs.
    pub pull_policy: Option<PullPolicy>,
    /// Whether the pull secret goes to the ServiceAccounts of the text, where it has some.
    pub service_account: bool,
}

/// The edits that give a text what is wanted, in the order in which to make them; none where it has everything.
///
/// A pull secret that is all but the wanted one (a letter, a sign, a capital) is renamed, not joined by another.
#[must_use]
pub fn suggest(stream: &Stream<'_>, wanted: &Wanted) -> Vec<Edit> {
    let objects = objects(stream);
    let has_pods = objects.iter().any(|object| object.pod.is_some());
    let container = Some(wanted.container.clone()).filter(|name| !name.is_empty());
    let mut edits = Vec::new();
    if !wanted.image.is_empty() && !wanted.new_image.is_empty() {
        edits.push(Edit::SetImage {
            old: wanted.image.clone(),
            new: wanted.new_image.clone(),
            container: container.clone(),
        });
    }
    if has_pods {
        edits.push(Edit::MoveMisplacedPullSecrets);
    }
    let name = &wanted.pull_secret;
    if !name.is_empty() {
        // A name that stands at the wrong level is one to correct too.
        let moved = super::patch(stream.source(), &edits).map(|patched| patched.text).unwrap_or_default();
        let after = crate::document::read(&moved);
        let near = near(&objects, name).or_else(|| near(&crate::objects::objects(&after), name));
        edits.extend(near.map(|old| Edit::RenamePullSecret { old, new: name.clone() }));
        if has_pods && !wanted.service_account {
            edits.push(Edit::AddPullSecret { name: name.clone(), image: None });
        }
        if (wanted.service_account || !has_pods) && objects.iter().any(|object| object.kind == "ServiceAccount") {
            edits.push(Edit::AddPullSecretToServiceAccount { name: name.clone(), account: None });
        }
    }
    if let (Some(policy), Some(container)) = (wanted.pull_policy, container) {
        edits.push(Edit::SetPullPolicy { container, policy });
    }
    // What is right already, or would be after the ones before, is not told.
    let mut now = stream.source().to_owned();
    edits.retain(|edit| {
        let done = {
            let stream = crate::document::read(&now);
            plan::plan(&stream, edit).is_ok_and(|plan| plan.is_empty())
        };
        if let Ok(patched) = super::patch(&now, std::slice::from_ref(edit)) {
            now = patched.text;
        }
        !done
    });
    edits
}

/// The one pull secret of the text that is meant to be `name`.
fn near(objects: &[Object<'_, '_>], name: &str) -> Option<String> {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let mut found: Option<String> = None;
    for object in objects {
        let holder = object.pod.map_or(object.root, |(pod, _)| pod);
        for there in find(holder, KEY).map(names_in).unwrap_or_default() {
            if there == name {
                return None;
            }
            if plain(&there) == plain(name) || (name.len() > 4 && strsim::damerau_levenshtein(&there, name) <= 1) {
                found = Some(there);
            }
        }
    }
    found
}
