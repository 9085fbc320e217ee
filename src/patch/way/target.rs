//! The objects that an edit is about.

use crate::image::ImageReference;
use crate::manifest::placeholder;
use crate::patch::contents::{Container, Manifest, ManifestObject};
use crate::patch::edit::Edit;

/// The kinds with pods that `kubectl patch` merges lists by name for; of any other it would replace the list.
const MERGED: [&str; 9] = [
    "Pod",
    "PodTemplate",
    "Deployment",
    "ReplicaSet",
    "ReplicationController",
    "DaemonSet",
    "StatefulSet",
    "Job",
    "CronJob",
];

/// One object to change; the likeliest one where the manifest does not tell it.
#[derive(Clone, Debug)]
pub(super) struct Target<'m> {
    pub(super) kind: &'m str,
    /// A placeholder where it is not known.
    pub(super) name: &'m str,
    pub(super) namespace: Option<&'m str>,
    pub(super) object: Option<&'m ManifestObject>,
}

impl<'m> Target<'m> {
    /// All that the edit would change: those with the image, the container or the name that it is about. Where none has
    /// it, the one that `line` is in.
    pub(super) fn all(edit: &'m Edit, manifest: &'m Manifest, line: usize) -> Vec<Self> {
        if let Edit::AddPullSecretToServiceAccount { name, account } = edit {
            let is_meant = |object: &&ManifestObject| {
                object.kind == "ServiceAccount"
                    && account.as_ref().is_none_or(|account| object.name == *account)
                    && !object.pull_secrets.contains(name)
            };
            let accounts: Vec<Self> = manifest.objects.iter().filter(is_meant).map(Self::of).collect();
            let name = account.as_deref().unwrap_or("default");
            let default = Self { kind: "ServiceAccount", name, namespace: None, object: None };
            return if accounts.is_empty() { vec![default] } else { accounts };
        }
        let pods = || manifest.objects.iter().filter(|object| object.has_pods);
        let meant: Vec<Self> = pods().filter(|object| is_about(edit, object)).map(Self::of).collect();
        if !meant.is_empty() {
            return meant;
        }
        let refused = pods().take_while(|object| object.line <= line).last().or_else(|| pods().next());
        let unknown = Self { kind: "Deployment", name: placeholder::DEPLOYMENT, namespace: None, object: None };
        vec![refused.map_or(unknown, Self::of)]
    }

    fn of(object: &'m ManifestObject) -> Self {
        let unnamed = match object.kind.as_str() {
            "Pod" => placeholder::POD,
            "StatefulSet" => placeholder::STATEFUL_SET,
            "DaemonSet" => placeholder::DAEMON_SET,
            "Job" => placeholder::JOB,
            "CronJob" => placeholder::CRON_JOB,
            "ServiceAccount" => "default",
            _ => placeholder::DEPLOYMENT,
        };
        Self {
            kind: &object.kind,
            name: if object.name.is_empty() { unnamed } else { &object.name },
            namespace: Some(object.namespace.as_str()).filter(|namespace| !namespace.is_empty()),
            object: Some(object),
        }
    }

    /// Whether a list of it is merged by name.
    pub(super) fn is_merged(&self) -> bool {
        MERGED.contains(&self.kind)
    }

    /// The keys down to the spec of its pods; none for a ServiceAccount.
    pub(super) fn keys(&self) -> &'static [&'static str] {
        const TEMPLATE: &[&str] = &["spec", "template", "spec"];
        match self.object {
            Some(object) => object.pod_keys,
            None if self.kind == "ServiceAccount" => &[],
            None => TEMPLATE,
        }
    }

    /// Its containers with an image, as it is written, else by what it stands for.
    pub(super) fn using(&self, image: &str, container: Option<&str>) -> Vec<&'m Container> {
        self.object.map_or_else(Vec::new, |object| using(object, image, container))
    }
}

fn using<'m>(object: &'m ManifestObject, image: &str, container: Option<&str>) -> Vec<&'m Container> {
    let meant = |image: &str| ImageReference::parse(image).normalised();
    let named = || object.containers.iter().filter(|there| container.is_none_or(|name| there.name == name));
    let written: Vec<_> = named().filter(|there| there.image == image).collect();
    if written.is_empty() {
        let old = meant(image);
        return named().filter(|there| !there.image.is_empty() && meant(&there.image) == old).collect();
    }
    written
}

fn is_about(edit: &Edit, object: &ManifestObject) -> bool {
    let names = |name: &String| object.pull_secrets.contains(name);
    match edit {
        Edit::SetImage { old, container, .. } => !using(object, old, container.as_deref()).is_empty(),
        Edit::AddPullSecret { name, image: None } => !names(name),
        Edit::AddPullSecret { name, image: Some(image) } => !names(name) && !using(object, image, None).is_empty(),
        Edit::RenamePullSecret { old, .. } => names(old),
        Edit::SetPullPolicy { container, .. } => object.containers.iter().any(|there| there.name == *container),
        Edit::MoveMisplacedPullSecrets | Edit::AddPullSecretToServiceAccount { .. } => true,
        Edit::SetSecretType { .. } | Edit::SetSecretNamespace { .. } | Edit::SetSecretServer { .. } => false,
    }
}
