//! What works where a Secret cannot be edited: it is made anew.

use super::{Way, WayKind, words};
use crate::manifest::{Commands, RepairInput, Terminal, Words};
use crate::patch::contents::{Manifest, ManifestObject};
use crate::patch::edit::Edit;
use crate::patch::refusal::RefusalKind;

/// The Secret that an edit is about.
#[derive(Debug, Default)]
pub(super) struct Secret<'m> {
    name: &'m str,
    namespace: &'m str,
    server: &'m str,
    /// Whether the one that is there has to go: a cluster changes no type.
    replaced: bool,
}

impl<'m> Secret<'m> {
    /// `None` where the edit is about something else. `line` is where it was refused.
    pub(super) fn of(edit: &'m Edit, manifest: &'m Manifest, line: usize) -> Option<Self> {
        let all = || manifest.objects.iter().filter(|object| object.kind == "Secret");
        let namespace = |object: Option<&'m ManifestObject>| object.map_or("", |object| object.namespace.as_str());
        Some(match edit {
            Edit::SetSecretType { name } => {
                let namespace = namespace(all().find(|object| object.name == *name));
                Self { name, namespace, server: "", replaced: true }
            }
            Edit::SetSecretNamespace { name, namespace } => Self { name, namespace, ..Self::default() },
            Edit::SetSecretServer { new, .. } => {
                let object = all().take_while(|object| object.line <= line).last();
                let name = object.map_or("", |object| object.name.as_str());
                Self { name, namespace: namespace(object), server: new, replaced: true }
            }
            _ => return None,
        })
    }

    /// Nothing where the edit itself has to change. `holds_others` is whether the Secret has keys of another kind, which
    /// must not get lost with it.
    pub(super) fn ways(&self, refused: RefusalKind, holds_others: bool) -> Vec<Way> {
        let helps = matches!(
            refused,
            RefusalKind::Template
                | RefusalKind::DuplicateKey
                | RefusalKind::Shared
                | RefusalKind::Shape
                | RefusalKind::Unsafe
                | RefusalKind::SecretKey
                | RefusalKind::SecretUsed
        );
        let input = RepairInput {
            needs_secret: true,
            secret_name: self.name.to_owned(),
            namespace: self.namespace.to_owned(),
            server: self.server.to_owned(),
            replaces_secret: self.replaced && !(refused == RefusalKind::SecretKey && holds_others),
            ..RepairInput::default()
        };
        let said = Words { password_prompt: words::PASSWORD_PROMPT, ..Words::default() };
        let command = Commands::of(&input, Terminal::default(), &said).create_secret.filter(|_| helps);
        command.map(|command| Way { kind: WayKind::CreateSecret, command: command.text }).into_iter().collect()
    }
}
