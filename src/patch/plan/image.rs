//! Another image.

use super::{listed, with_pods};
use crate::document::Node;
use crate::image::ImageReference;
use crate::objects::{Object, Place};
use crate::patch::changes::{Plan, Why};
use crate::patch::edit::Explanation;
use crate::patch::refusal::{Refusal, RefusalKind};

pub(super) fn plan(
    plan: &mut Plan,
    text: &str,
    objects: &[Object<'_, '_>],
    old: &str,
    new: &str,
    container: Option<&str>,
) -> Result<(), Refusal> {
    let mut places = Vec::new();
    for object in with_pods(objects)? {
        places.extend(object.places().into_iter().map(|place| (object, place)));
    }
    let names = listed(places.iter().map(|(_, place)| place.name.clone()));
    places.retain(|(_, place)| container.is_none_or(|container| place.name == container));
    if container.is_some() && places.is_empty() {
        return Err(Refusal::with(RefusalKind::ContainerNotFound, 1, names));
    }
    if old == new {
        return Ok(());
    }
    let written = |place: &Place<'_, '_>| place.image.and_then(Node::text).unwrap_or_default().trim().to_owned();
    let meant = |image: &str| ImageReference::parse(image).normalised();
    let has_old = places.iter().any(|(_, place)| written(place) == old);
    let has_new = places.iter().any(|(_, place)| written(place) == new);
    let means_old = meant(old);
    let fits = |place: &Place<'_, '_>| {
        let image = written(place);
        if has_old { image == old } else { !has_new && !image.is_empty() && meant(&image) == means_old && image != new }
    };
    let mut found = has_new;
    for (object, place) in places.iter().filter(|(_, place)| fits(place)) {
        let Some(image) = place.image else { continue };
        found = true;
        let key = if place.is_volume { "reference" } else { "image" };
        let path = object.pod_path(&format!("{}.{key}", place.path));
        plan.set(text, image, new, Why { path, explanation: Explanation::Image })?;
    }
    if found {
        return Ok(());
    }
    let line = places.iter().find_map(|(_, place)| place.image).map_or(1, Node::line);
    Err(Refusal::with(RefusalKind::ImageNotFound, line, listed(places.iter().map(|(_, place)| written(place)))))
}
