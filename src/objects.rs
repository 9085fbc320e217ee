//! The Kubernetes objects of a text, their pods, and the containers of these.
//!
//! Looking sees through aliases and merge keys, as Kubernetes does after them; whether a place may be changed is
//! another question ([`is_shared`]).

use crate::document::{Document, Node, Stream};
use rustc_hash::FxHashSet;

/// The kinds whose pod stands at `spec.template.spec`, by the API itself.
pub(crate) const TEMPLATED: [&str; 6] =
    ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job"];

/// The type of a pull secret and the key of its data; and those that came before them, which still work.
pub(crate) const DOCKER_CONFIGS: [(&str, &str); 2] =
    [("kubernetes.io/dockerconfigjson", ".dockerconfigjson"), ("kubernetes.io/dockercfg", ".dockercfg")];

/// The ServiceAccount of a pod that names none.
pub(crate) const DEFAULT_ACCOUNT: &str = "default";

/// The field that names pull secrets.
pub(crate) const PULL_SECRETS: &str = "imagePullSecrets";

/// One object.
#[derive(Clone, Debug)]
pub(crate) struct Object<'stream, 'text> {
    pub(crate) root: Node<'stream, 'text>,
    /// Its number in the text, from 0.
    pub(crate) number: usize,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) namespace: String,
    /// The spec of its pods, and the keys down to it.
    pub(crate) pod: Option<(Node<'stream, 'text>, &'static [&'static str])>,
    /// Where it stands: `` or `items[0].`.
    prefix: String,
}

/// One container, or a volume that is an image.
#[derive(Clone, Debug)]
pub(crate) struct Place<'stream, 'text> {
    pub(crate) node: Node<'stream, 'text>,
    pub(crate) name: String,
    pub(crate) image: Option<Node<'stream, 'text>>,
    pub(crate) is_volume: bool,
    /// From the spec of the pod: `containers[0]`.
    pub(crate) path: String,
}

impl<'stream, 'text> Object<'stream, 'text> {
    /// Whether its pods are those of one of Kubernetes' own kinds. Others may have fields of their own beside a template.
    pub(crate) fn is_own_kind(&self) -> bool {
        matches!(self.kind.as_str(), "Pod" | "PodTemplate" | "CronJob") || TEMPLATED.contains(&self.kind.as_str())
    }

    /// How much there is to look at: what aliases show is counted wherever it is shown.
    fn size(&self) -> usize {
        let entries = |node: Node<'_, '_>| merged(node).map(|node| node.entries().len()).sum::<usize>();
        let metadata = find(self.root, "metadata").map_or(0, entries);
        let holder = self.pod.map_or(self.root, |(pod, _)| pod);
        let lists = ["initContainers", "containers", "ephemeralContainers", "volumes", PULL_SECRETS];
        let items = lists.into_iter().filter_map(|list| find(holder, list)).flat_map(Node::items);
        metadata + entries(holder) + items.map(|item| 1 + entries(item)).sum::<usize>()
    }

    /// A place in it, for people.
    pub(crate) fn path(&self, inner: &str) -> String {
        let Self { kind, name, prefix, .. } = self;
        format!("{kind}/{name}: {prefix}{inner}")
    }

    /// A place in the spec of its pods.
    pub(crate) fn pod_path(&self, inner: &str) -> String {
        let keys = self.pod.map_or(&[][..], |(_, keys)| keys);
        self.path(&format!("{}.{inner}", keys.join(".")))
    }

    /// The containers of its pods, of all sorts, and the volumes that are images.
    pub(crate) fn places(&self) -> Vec<Place<'stream, 'text>> {
        let Some((pod, _)) = self.pod else { return Vec::new() };
        let mut places = Vec::new();
        for list in ["initContainers", "containers", "ephemeralContainers"] {
            for (index, item) in find(pod, list).into_iter().flat_map(Node::items).enumerate() {
                let node = item.resolved();
                let path = format!("{list}[{index}]");
                places.push(Place {
                    node,
                    name: text_of(node, "name"),
                    image: find(node, "image"),
                    is_volume: false,
                    path,
                });
            }
        }
        for (index, item) in find(pod, "volumes").into_iter().flat_map(Node::items).enumerate() {
            let volume = item.resolved();
            if let Some(node) = find(volume, "image").filter(|image| image.is_mapping()) {
                let path = format!("volumes[{index}].image");
                places.push(Place {
                    node,
                    name: text_of(volume, "name"),
                    image: find(node, "reference"),
                    is_volume: true,
                    path,
                });
            }
        }
        places
    }
}

/// How much more of a text may be looked at than it has nodes: aliases can show one list in very many pods.
const REPEATED: usize = 50_000;

/// The objects of a text; those of a `List` one by one.
pub(crate) fn objects<'stream, 'text>(stream: &'stream Stream<'text>) -> Vec<Object<'stream, 'text>> {
    objects_within(stream).0
}

/// The same, and the line of the first object that is left out: aliases repeat so much up to there that the work would
/// grow faster than the text.
pub(crate) fn objects_within<'stream, 'text>(
    stream: &'stream Stream<'text>,
) -> (Vec<Object<'stream, 'text>>, Option<usize>) {
    let mut left = stream.node_count() + REPEATED;
    let mut waiting: Vec<(Node<'_, '_>, String)> =
        stream.documents().filter_map(Document::root).map(|root| (root, String::new())).collect();
    waiting.reverse();
    let mut objects = Vec::new();
    // An alias can show one list many times, and lists of lists without end.
    let mut seen = FxHashSet::default();
    while let Some((root, prefix)) = waiting.pop() {
        if !seen.insert(root.id()) {
            continue;
        }
        let kind = text_of(root, "kind");
        let items = find(root, "items").filter(|items| items.is_sequence() && kind.ends_with("List"));
        if let Some(items) = items {
            if !seen.insert(items.id()) {
                continue;
            }
            let inner =
                items.items().enumerate().map(|(index, item)| (item.resolved(), format!("{prefix}items[{index}].")));
            waiting.extend(inner.collect::<Vec<_>>().into_iter().rev());
        } else if root.is_mapping() {
            let metadata = find(root, "metadata");
            let told = |key| metadata.map_or(String::new(), |metadata| text_of(metadata, key));
            let (name, namespace) = (told("name"), told("namespace"));
            let number = objects.len();
            let object = Object { root, number, pod: pod_of(root, &kind), kind, name, namespace, prefix };
            match left.checked_sub(object.size()) {
                Some(rest) => left = rest,
                None => return (objects, Some(root.line())),
            }
            objects.push(object);
        }
    }
    (objects, None)
}

/// The spec of the pods of an object: by its kind, else by its shape.
fn pod_of<'stream, 'text>(
    root: Node<'stream, 'text>,
    kind: &str,
) -> Option<(Node<'stream, 'text>, &'static [&'static str])> {
    const POD: &[&str] = &["spec"];
    const POD_TEMPLATE: &[&str] = &["template", "spec"];
    const TEMPLATE: &[&str] = &["spec", "template", "spec"];
    const JOB_TEMPLATE: &[&str] = &["spec", "jobTemplate", "spec", "template", "spec"];
    let keys: &[&'static [&'static str]] = match kind {
        "Pod" => &[POD],
        "PodTemplate" => &[POD_TEMPLATE],
        "CronJob" => &[JOB_TEMPLATE],
        kind if TEMPLATED.contains(&kind) => &[TEMPLATE],
        _ => &[TEMPLATE, JOB_TEMPLATE],
    };
    keys.iter().find_map(|&keys| {
        let spec = at(root, keys)?;
        find(spec, "containers").filter(|containers| containers.is_sequence())?;
        Some((spec, keys))
    })
}

/// The value of a key, through aliases and merge keys.
pub(crate) fn find<'stream, 'text>(mapping: Node<'stream, 'text>, key: &str) -> Option<Node<'stream, 'text>> {
    merged(mapping).find_map(|mapping| mapping.get(key)).map(Node::resolved)
}

/// A mapping, and behind it those that it merges.
fn merged<'stream, 'text>(
    mapping: Node<'stream, 'text>,
) -> impl Iterator<Item = Node<'stream, 'text>> + use<'stream, 'text> {
    /// Merged mappings can merge others; more than this nobody writes.
    const MOST: usize = 16;
    let mut waiting = vec![mapping.resolved()];
    let mut last: Option<Node<'stream, 'text>> = None;
    (0..MOST).map_while(move |_| {
        if let Some(more) = last.and_then(|last| last.get("<<")).map(Node::resolved) {
            let mut sources: Vec<_> =
                if more.is_sequence() { more.items().take(MOST).map(Node::resolved).collect() } else { vec![more] };
            sources.reverse();
            waiting.extend(sources);
        }
        last = waiting.pop();
        last
    })
}

/// The value at the end of several keys, through aliases and merge keys.
pub(crate) fn at<'stream, 'text>(node: Node<'stream, 'text>, path: &[&str]) -> Option<Node<'stream, 'text>> {
    path.iter().try_fold(node, |node, key| find(node, key))
}

/// The text of a key; empty where there is none.
pub(crate) fn text_of(mapping: Node<'_, '_>, key: &str) -> String {
    find(mapping, key).and_then(Node::text).unwrap_or_default().trim().to_owned()
}

/// Where the names in an `imagePullSecrets` stand, however wrong its form is: a list of objects or of texts, or one alone.
pub(crate) fn names_of<'stream, 'text>(
    value: Node<'stream, 'text>,
) -> impl Iterator<Item = Node<'stream, 'text>> + use<'stream, 'text> {
    let value = value.resolved();
    let one = (!value.is_sequence()).then_some(value);
    let all = value.items().map(Node::resolved).chain(one);
    all.filter_map(|item| if item.is_mapping() { find(item, "name") } else { Some(item) })
}

/// The names in an `imagePullSecrets`, without what is none.
pub(crate) fn names_in(value: Node<'_, '_>) -> Vec<String> {
    let names = names_of(value).filter(|name| !name.is_null()).filter_map(Node::text).map(str::trim);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Whether an alias shows this node somewhere else too, alone or as a part of something.
pub(crate) fn is_shared(node: Node<'_, '_>) -> bool {
    std::iter::successors(Some(node), |node| node.parent()).any(Node::is_aliased)
}
