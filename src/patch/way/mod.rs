//! What works where a text cannot be edited: Helm values, a kustomization, a command for what runs already.

mod command;
mod kustomize;
mod merge;
mod secret;
mod target;

use super::contents::Manifest;
use super::edit::Edit;
use super::refusal::{Refusal, RefusalKind};
use super::words::way as words;
use super::write;
use crate::document::ScalarStyle;
use crate::image::ImageReference;
use target::Target;

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
    /// `kubectl get` of a ServiceAccount, which shows whether it has pull secrets: a command.
    AccountLook,
    /// `kubectl patch` of a ServiceAccount that has none: a command.
    AccountPatch,
    /// `kubectl patch` of a ServiceAccount that has some, which stay: a command.
    AccountAppend,
    /// `kubectl create secret docker-registry`, which asks for the password: a command.
    CreateSecret,
}

impl WayKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::HelmValues,
        Self::Kustomize,
        Self::SetImage,
        Self::Patch,
        Self::AccountLook,
        Self::AccountPatch,
        Self::AccountAppend,
        Self::CreateSecret,
    ];

    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::HelmValues => "helm-values",
            Self::Kustomize => "kustomize",
            Self::SetImage => "kubectl-set-image",
            Self::Patch => "kubectl-patch",
            Self::AccountLook => "account-look",
            Self::AccountPatch => "account-patch",
            Self::AccountAppend => "account-append",
            Self::CreateSecret => "create-secret",
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
            Self::AccountLook => words::ACCOUNT_LOOK,
            Self::AccountPatch => words::ACCOUNT_PATCH,
            Self::AccountAppend => words::ACCOUNT_APPEND,
            Self::CreateSecret => words::CREATE_SECRET,
        }
    }
}

impl Refusal {
    /// What works for `edit` instead, the likeliest first; nothing where the edit itself has to change (a name that is
    /// not there). `manifest` tells the names: that of the text, or of what a paste told; what it does not tell is in
    /// capitals. Each is for all objects that the edit would have changed. No name or image of the manifest can be more
    /// than a word of a command.
    #[must_use]
    pub fn ways(&self, edit: &Edit, manifest: &Manifest) -> Vec<Way> {
        if let Some(secret) = secret::Secret::of(edit, manifest, self.line) {
            return secret.ways(self.kind, !self.detail.is_empty());
        }
        let kinds: &[WayKind] = match self.kind {
            RefusalKind::Template => &[WayKind::HelmValues],
            RefusalKind::Syntax(_) | RefusalKind::TooLarge => &[],
            RefusalKind::DuplicateKey | RefusalKind::Shared | RefusalKind::Shape | RefusalKind::Unsafe => {
                &[WayKind::Kustomize]
            }
            _ => return Vec::new(),
        };
        let in_cluster =
            [WayKind::SetImage, WayKind::Patch, WayKind::AccountLook, WayKind::AccountPatch, WayKind::AccountAppend];
        let targets = Target::all(edit, manifest, self.line);
        let commands = |of: fn(&Edit, &Target<'_>) -> Option<String>| {
            let lines: Vec<String> = targets.iter().filter_map(|target| of(edit, target)).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        kinds
            .iter()
            .chain(&in_cluster)
            .filter_map(|&kind| {
                let command = match kind {
                    WayKind::HelmValues => helm_values(edit),
                    WayKind::Kustomize => kustomize::kustomization(edit, &targets),
                    WayKind::SetImage => commands(command::set_image),
                    WayKind::Patch => commands(command::patch),
                    WayKind::AccountLook => commands(command::account_look),
                    WayKind::AccountPatch => commands(command::account_patch),
                    WayKind::AccountAppend => commands(command::account_append),
                    WayKind::CreateSecret => None,
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
        Edit::MoveMisplacedPullSecrets
        | Edit::SetSecretType { .. }
        | Edit::SetSecretNamespace { .. }
        | Edit::SetSecretServer { .. } => return None,
    })
}
