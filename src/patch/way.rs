//! What works where a text cannot be edited: Helm values, a kustomization, a command for what runs already.

use super::contents::{Manifest, ManifestObject};
use super::edit::Edit;
use super::refusal::{Refusal, RefusalKind};
use super::words::way as words;
use super::write;
use crate::document::ScalarStyle;
use crate::image::ImageReference;
use crate::manifest::placeholder;

/// One way that works instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which one.
    pub kind: WayKind,
    /// What to write or to run, over several lines.
    pub command: String,
}

/// The ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WayKind {
    /// The values of the Helm chart: YAML.
    HelmValues,
    /// A `kustomization.yaml` beside the manifest: YAML.
    Kustomize,
    /// `kubectl set image`: a command.
    SetImage,
    /// `kubectl patch`: a command.
    Patch,
}

impl WayKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::HelmValues, Self::Kustomize, Self::SetImage, Self::Patch];

    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::HelmValues => "helm-values",
            Self::Kustomize => "kustomize",
            Self::SetImage => "kubectl-set-image",
            Self::Patch => "kubectl-patch",
        }
    }

    /// What is told to people above it.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::HelmValues => words::HELM_VALUES,
            Self::Kustomize => words::KUSTOMIZE,
            Self::SetImage => words::SET_IMAGE,
            Self::Patch => words::PATCH,
        }
    }
}

impl Refusal {
    /// What works for `edit` instead, the likeliest first; nothing where the edit itself has to change (a name that is
    /// not there). `manifest` tells the names: that of the text, or of what a paste told; what it does not tell is in
    /// capitals.
    #[must_use]
    pub fn ways(&self, edit: &Edit, manifest: &Manifest) -> Vec<Way> {
        let kinds: &[WayKind] = match self.kind {
            RefusalKind::Template => &[WayKind::HelmValues, WayKind::SetImage, WayKind::Patch],
            RefusalKind::Syntax(_) | RefusalKind::TooLarge => &[WayKind::SetImage, WayKind::Patch],
            RefusalKind::DuplicateKey | RefusalKind::Shared | RefusalKind::Shape | RefusalKind::Unsafe => {
                &[WayKind::Kustomize, WayKind::SetImage, WayKind::Patch]
            }
            _ => &[],
        };
        let object = manifest.objects.iter().find(|object| object.has_pods);
        kinds
            .iter()
            .filter_map(|&kind| {
                let command = match kind {
                    WayKind::HelmValues => helm_values(edit),
                    WayKind::Kustomize => kustomization(edit, object),
                    WayKind::SetImage => set_image(edit, object),
                    WayKind::Patch => patch(edit, object),
                }?;
                Some(Way { kind, command })
            })
            .collect()
    }
}

fn plain(text: &str) -> String {
    write::scalar(text, ScalarStyle::Plain)
}

/// An image as what stands in front of its tag or digest, and these.
fn parts(image: &str) -> (String, String, String) {
    let image = ImageReference::parse(image);
    (image.name_written().to_owned(), image.tag_written().to_owned(), image.digest.clone())
}

fn helm_values(edit: &Edit) -> Option<String> {
    Some(match edit {
        Edit::SetImage { new, .. } => {
            let (name, tag, digest) = parts(new);
            let mut lines = format!("image:\n  repository: {}", plain(&name));
            for (key, value) in [("tag", tag), ("digest", digest)] {
                if !value.is_empty() {
                    lines.push_str(&format!("\n  {key}: {}", write::scalar(&value, ScalarStyle::Double)));
                }
            }
            lines
        }
        Edit::AddPullSecret { name, .. } | Edit::RenamePullSecret { new: name, .. } => {
            format!("imagePullSecrets:\n  - name: {}", plain(name))
        }
        Edit::AddPullSecretToServiceAccount { name, .. } => {
            format!("serviceAccount:\n  imagePullSecrets:\n    - name: {}", plain(name))
        }
        Edit::SetPullPolicy { policy, .. } => format!("image:\n  pullPolicy: {}", policy.name()),
        Edit::MoveMisplacedPullSecrets => return None,
    })
}

fn kustomization(edit: &Edit, object: Option<&ManifestObject>) -> Option<String> {
    if let Edit::SetImage { old, new, container: None } = edit {
        let (name, tag, digest) = parts(new);
        let mut lines = format!("images:\n- name: {}\n  newName: {}", plain(&parts(old).0), plain(&name));
        for (key, value) in [("newTag", tag), ("digest", digest)] {
            if !value.is_empty() {
                lines.push_str(&format!("\n  {key}: {}", write::scalar(&value, ScalarStyle::Double)));
            }
        }
        return Some(lines);
    }
    let (kind, name) = match edit {
        Edit::AddPullSecretToServiceAccount { account, .. } => {
            ("ServiceAccount", account.as_deref().unwrap_or("default"))
        }
        _ => named(object),
    };
    let body = json(edit, kind)?;
    Some(format!(
        "patches:\n- target:\n    kind: {kind}\n    name: {name}\n  patch: |-\n    {{\"apiVersion\": \"{}\", \"kind\": \"{kind}\", \"metadata\": {{\"name\": \"{name}\"}}, {}",
        version(kind),
        body.get(1..)?
    ))
}

fn set_image(edit: &Edit, object: Option<&ManifestObject>) -> Option<String> {
    let Edit::SetImage { old, new, container } = edit else { return None };
    let (kind, name) = named(object);
    let known = object.and_then(|object| object.containers.iter().find(|container| container.image == *old));
    let container =
        container.as_deref().or(known.map(|container| container.name.as_str())).unwrap_or(placeholder::CONTAINER);
    Some(format!("kubectl set image {}/{name} {container}={new}", kind.to_ascii_lowercase()))
}

fn patch(edit: &Edit, object: Option<&ManifestObject>) -> Option<String> {
    if let Edit::AddPullSecretToServiceAccount { account, .. } = edit {
        let account = account.as_deref().unwrap_or("default");
        return Some(format!("kubectl patch serviceaccount {account} -p '{}'", json(edit, "ServiceAccount")?));
    }
    let (kind, name) = named(object);
    // The pods of these cannot be changed while they are there.
    if matches!(kind, "Pod" | "Job") || matches!(edit, Edit::SetImage { .. }) {
        return None;
    }
    Some(format!("kubectl patch {} {name} -p '{}'", kind.to_ascii_lowercase(), json(edit, kind)?))
}

/// The kind and name that a command is for; a Deployment where nothing is known.
fn named(object: Option<&ManifestObject>) -> (&str, &str) {
    let kind = object.map_or("Deployment", |object| object.kind.as_str());
    let name = object.map(|object| object.name.as_str()).filter(|name| !name.is_empty());
    (kind, name.unwrap_or(placeholder::DEPLOYMENT))
}

fn version(kind: &str) -> &'static str {
    match kind {
        "Pod" | "ServiceAccount" | "ReplicationController" | "PodTemplate" => "v1",
        "Job" | "CronJob" => "batch/v1",
        _ => "apps/v1",
    }
}

/// The edit as what `kubectl patch` merges into an object.
fn json(edit: &Edit, kind: &str) -> Option<String> {
    let quoted = |text: &str| write::scalar(text, ScalarStyle::Double);
    let pod = match edit {
        Edit::AddPullSecret { name, .. }
        | Edit::RenamePullSecret { new: name, .. }
        | Edit::AddPullSecretToServiceAccount { name, .. } => {
            format!("{{\"imagePullSecrets\":[{{\"name\":{}}}]}}", quoted(name))
        }
        Edit::SetPullPolicy { container, policy } => {
            let (name, policy) = (quoted(container), quoted(policy.name()));
            format!("{{\"containers\":[{{\"name\":{name},\"imagePullPolicy\":{policy}}}]}}")
        }
        Edit::SetImage { new, container: Some(container), .. } => {
            format!("{{\"containers\":[{{\"name\":{},\"image\":{}}}]}}", quoted(container), quoted(new))
        }
        Edit::SetImage { .. } | Edit::MoveMisplacedPullSecrets => return None,
    };
    let keys: &[&str] = match kind {
        "ServiceAccount" => &[],
        "Pod" => &["spec"],
        "PodTemplate" => &["template", "spec"],
        "CronJob" => &["spec", "jobTemplate", "spec", "template", "spec"],
        _ => &["spec", "template", "spec"],
    };
    Some(keys.iter().rev().fold(pod, |inner, key| format!("{{\"{key}\":{inner}}}")))
}
