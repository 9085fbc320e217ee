//! What a text holds, for a form.

use crate::document::{Node, Stream};
use crate::objects::{DEFAULT_ACCOUNT, Object, PULL_SECRETS, find, names_in, objects, text_of};

/// What a text holds, for a form: its objects with their containers and pull secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The objects that have pods, the ServiceAccounts, and the Secrets.
    pub objects: Vec<ManifestObject>,
}

/// One object of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ManifestObject {
    /// Its kind.
    pub kind: String,
    /// Its name; empty where none is written.
    pub name: String,
    /// Its namespace; empty where none is written.
    pub namespace: String,
    /// Whether it has pods.
    pub has_pods: bool,
    /// The line that it begins on.
    pub line: usize,
    /// The containers of its pods.
    pub containers: Vec<Container>,
    /// The keys down to the spec of its pods; none where it has no pods.
    pub pod_keys: &'static [&'static str],
    /// The ServiceAccount of its pods; empty where it has none.
    pub service_account: String,
    /// The pull secrets that are named at the right place.
    pub pull_secrets: Vec<String>,
    /// Whether a list of pull secrets is there, be it empty.
    pub has_pull_secrets: bool,
}

/// One container, or a volume that is an image.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Container {
    /// Its name.
    pub name: String,
    /// The list of the pod that it is in: `containers`, `initContainers`, `ephemeralContainers` or `volumes`.
    pub list: String,
    /// Its image as written; empty where none is.
    pub image: String,
    /// The line of the image, or of the container where it has none.
    pub line: usize,
}

/// What a text holds; nothing where it cannot be read.
#[must_use]
pub fn manifest(stream: &Stream<'_>) -> Manifest {
    let known =
        |object: &Object<'_, '_>| object.pod.is_some() || matches!(object.kind.as_str(), "ServiceAccount" | "Secret");
    let objects = objects(stream).into_iter().filter(known).map(|object| {
        let holder = object.pod.map_or(object.root, |(pod, _)| pod);
        let containers = object.places().into_iter().map(|place| Container {
            line: place.image.unwrap_or(place.node).line(),
            image: place.image.and_then(Node::text).unwrap_or_default().trim().to_owned(),
            list: place.path.split('[').next().unwrap_or_default().to_owned(),
            name: place.name,
        });
        let account = |(pod, _)| ["serviceAccountName", "serviceAccount"].map(|key| text_of(pod, key));
        let account = |pod| account(pod).into_iter().find(|name| !name.is_empty());
        ManifestObject {
            service_account: object
                .pod
                .map(|pod| account(pod).unwrap_or_else(|| DEFAULT_ACCOUNT.to_owned()))
                .unwrap_or_default(),
            containers: containers.collect(),
            pull_secrets: find(holder, PULL_SECRETS).map(names_in).unwrap_or_default(),
            has_pull_secrets: find(holder, PULL_SECRETS).is_some_and(Node::is_sequence),
            pod_keys: object.pod.map_or(&[], |(_, keys)| keys),
            has_pods: object.pod.is_some(),
            line: object.root.line(),
            kind: object.kind,
            name: object.name,
            namespace: object.namespace,
        }
    });
    Manifest { objects: objects.collect() }
}
