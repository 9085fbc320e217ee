//! Which edits a text needs, from what a diagnosis or a form wants.

use super::edit::{Edit, PullPolicy};
use super::plan;
use crate::document::Stream;
use crate::image::ImageReference;
use crate::manifest::names::{NameKind, check_name};
use crate::objects::{Object, PULL_SECRETS, find, names_in, objects};

/// What the pods of a text are to have. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The image that cannot be pulled, as the paste spells it; empty where it is not known.
    pub image: String,
    /// The image that it should be; empty where it is right.
    pub new_image: String,
    /// The container that it is about, and no other; empty for every one with the image.
    pub container: String,
    /// The pull secret that the pods need; empty for none.
    pub pull_secret: String,
    /// The pull policy that the container needs, or every one with the image.
    pub pull_policy: Option<PullPolicy>,
    /// Whether the pull secret goes to the ServiceAccounts of the text, where it has some.
    pub service_account: bool,
}

/// The edits that give a text what is wanted, in the order in which to make them; none where it has everything. Each of
/// them can be left out.
///
/// A pull secret that is all but the wanted one (a letter, a sign, a capital) is renamed, not joined by another; one
/// that the text itself has, or that has another number, is another. Where the image is known and in the text, only the
/// pods that use it get the pull secret.
#[must_use]
pub fn suggest(stream: &Stream<'_>, wanted: &Wanted) -> Vec<Edit> {
    let objects = objects(stream);
    let has_pods = objects.iter().any(|object| object.pod.is_some());
    let container = Some(wanted.container.clone()).filter(|name| !name.is_empty());
    let mut edits = Vec::new();
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
            let images = spelt(&objects, wanted);
            let of = if images.is_empty() { vec![None] } else { images.into_iter().map(Some).collect() };
            edits.extend(of.into_iter().map(|image| Edit::AddPullSecret { name: name.clone(), image }));
        }
        if (wanted.service_account || !has_pods) && objects.iter().any(|object| object.kind == "ServiceAccount") {
            edits.push(Edit::AddPullSecretToServiceAccount { name: name.clone(), account: None });
        }
    }
    // Behind those that look for the image that stands there now.
    if !wanted.image.is_empty() && !wanted.new_image.is_empty() {
        edits.push(Edit::SetImage {
            old: wanted.image.clone(),
            new: wanted.new_image.clone(),
            container: container.clone(),
        });
    }
    if let Some(policy) = wanted.pull_policy {
        let containers = container.map_or_else(|| using(&objects, wanted), |container| vec![container]);
        edits.extend(containers.into_iter().map(|container| Edit::SetPullPolicy { container, policy }));
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

/// The containers with the wanted image, each as its name and the image as it is written: the image that cannot be
/// pulled or, where none has it, the one that it should be. As written, else by what it stands for.
fn with_image(objects: &[Object<'_, '_>], wanted: &Wanted) -> Vec<(String, String)> {
    let places = objects.iter().flat_map(Object::places);
    let all: Vec<(String, String)> =
        places.filter_map(|place| Some((place.name, place.image?.text()?.trim().to_owned()))).collect();
    let meant = |image: &str| ImageReference::parse(image).normalised();
    for image in [wanted.image.trim(), wanted.new_image.trim()].into_iter().filter(|image| !image.is_empty()) {
        let same: [&dyn Fn(&str) -> bool; 2] = [&|there| there == image, &|there| meant(there) == meant(image)];
        for same in same {
            let found: Vec<_> = all.iter().filter(|(_, there)| !there.is_empty() && same(there)).cloned().collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// How the text spells the wanted image.
fn spelt(objects: &[Object<'_, '_>], wanted: &Wanted) -> Vec<String> {
    each_once(with_image(objects, wanted).into_iter().map(|(_, image)| image))
}

/// The names of the containers with the wanted image.
fn using(objects: &[Object<'_, '_>], wanted: &Wanted) -> Vec<String> {
    each_once(with_image(objects, wanted).into_iter().map(|(name, _)| name))
}

/// The one pull secret of the text that is meant to be `name`.
fn near(objects: &[Object<'_, '_>], name: &str) -> Option<String> {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let without_digits = |text: &str| text.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>();
    let has_secret = |name: &str| objects.iter().any(|object| object.kind == "Secret" && object.name == name);
    // A Secret whose name no cluster takes is to be renamed too, unless the right one is beside it.
    let is_own = |there: &str| has_secret(there) && (has_secret(name) || check_name(NameKind::Secret, there).is_ok());
    let mut found: Option<String> = None;
    for object in objects {
        let holder = object.pod.map_or(object.root, |(pod, _)| pod);
        for there in find(holder, PULL_SECRETS).map(names_in).unwrap_or_default() {
            if there == name {
                return None;
            }
            let alike =
                plain(&there) == plain(name) || (name.len() > 4 && strsim::damerau_levenshtein(&there, name) <= 1);
            if alike && without_digits(&there) != without_digits(name) && !is_own(&there) {
                found = Some(there);
            }
        }
    }
    found
}
