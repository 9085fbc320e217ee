//! What a person typed into the repair form, or what a paste told in their place.

use super::workload::WorkloadKind;
use super::{placeholder, server};
use crate::content::Content;
use crate::image::ImageReference;

/// The values of the repair form, as they were typed. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RepairInput {
    /// Whether the pull needs a login, and so a pull secret.
    pub needs_secret: bool,
    /// The registry's server.
    pub server: String,
    /// The user name at the registry.
    pub username: String,
    /// The e-mail address; almost never needed.
    pub email: String,
    /// The name of the Secret.
    pub secret_name: String,
    /// The name under `imagePullSecrets` as the person's manifest has it now; empty where it has none.
    pub referenced_secret: String,
    /// The namespace that the Secret is in now; empty where there is none yet or it is the workload's.
    pub secret_namespace: String,
    /// The namespace of the workload.
    pub namespace: String,
    /// The kind of the workload.
    pub kind: WorkloadKind,
    /// The name of the workload.
    pub name: String,
    /// The pod that cannot pull, where it is known; it has the workload's name where the workload is a Pod.
    pub pod: String,
    /// The container whose image cannot be pulled.
    pub container: String,
    /// Whether that is an init container.
    pub init: bool,
    /// Whether a Secret of this name may be there already and is to be replaced.
    pub replaces_secret: bool,
    /// The image that it should have.
    pub image: String,
    /// The image that it has now; empty where that is not known.
    pub original_image: String,
}

/// The fields of the form that can be missing or wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// [`RepairInput::server`].
    Server,
    /// [`RepairInput::username`].
    Username,
    /// [`RepairInput::email`].
    Email,
    /// [`RepairInput::secret_name`].
    SecretName,
    /// [`RepairInput::referenced_secret`].
    ReferencedSecret,
    /// [`RepairInput::secret_namespace`].
    SecretNamespace,
    /// [`RepairInput::namespace`].
    Namespace,
    /// [`RepairInput::name`].
    Name,
    /// [`RepairInput::container`].
    Container,
    /// [`RepairInput::image`].
    Image,
}

impl Field {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 10] = [
        Self::Image,
        Self::Server,
        Self::Username,
        Self::Email,
        Self::SecretName,
        Self::ReferencedSecret,
        Self::SecretNamespace,
        Self::Namespace,
        Self::Name,
        Self::Container,
    ];

    /// The id, for element ids and labels.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Username => "username",
            Self::Email => "email",
            Self::SecretName => "secret-name",
            Self::ReferencedSecret => "referenced-secret",
            Self::SecretNamespace => "secret-namespace",
            Self::Namespace => "namespace",
            Self::Name => "name",
            Self::Container => "container",
            Self::Image => "image",
        }
    }
}

impl RepairInput {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Server => &self.server,
            Field::Username => &self.username,
            Field::Email => &self.email,
            Field::SecretName => &self.secret_name,
            Field::ReferencedSecret => &self.referenced_secret,
            Field::SecretNamespace => &self.secret_namespace,
            Field::Namespace => &self.namespace,
            Field::Name => &self.name,
            Field::Container => &self.container,
            Field::Image => &self.image,
        }
    }

    /// The same with another value in one field.
    #[must_use]
    pub fn with(mut self, field: Field, value: impl Into<String>) -> Self {
        let place = match field {
            Field::Server => &mut self.server,
            Field::Username => &mut self.username,
            Field::Email => &mut self.email,
            Field::SecretName => &mut self.secret_name,
            Field::ReferencedSecret => &mut self.referenced_secret,
            Field::SecretNamespace => &mut self.secret_namespace,
            Field::Namespace => &mut self.namespace,
            Field::Name => &mut self.name,
            Field::Container => &mut self.container,
            Field::Image => &mut self.image,
        };
        *place = value.into();
        self
    }

    /// The value of a field, unless it is empty or a placeholder.
    #[must_use]
    pub fn known(&self, field: Field) -> Option<&str> {
        placeholder::known(self.get(field))
    }

    /// Whether the workload names the Secret already and keeps its image, so that only the Secret is to be made.
    #[must_use]
    pub fn changes_secret_only(&self) -> bool {
        let same =
            |one: Field, other: &str| self.known(one).is_some_and(|value| placeholder::known(other) == Some(value));
        self.needs_secret
            && same(Field::SecretName, &self.referenced_secret)
            && (same(Field::Image, &self.original_image) || self.known(Field::Image).is_none())
    }

    /// Whether the image is to be corrected and is still the one that fails.
    #[must_use]
    pub fn still_has_failing_image(&self) -> bool {
        let image = self.known(Field::Image);
        !self.needs_secret && (image.is_none() || image == placeholder::known(&self.original_image))
    }

    /// The same with what follows from other fields: the server from the image, the user name from the server where it is
    /// the same for everybody, the Secret's name from the one that the manifest names, the original image as the image.
    #[must_use]
    pub fn completed(&self, content: &Content) -> Self {
        let mut input = self.clone();
        if input.known(Field::Image).is_none() {
            input.image.clone_from(&self.original_image);
        }
        if input.known(Field::Server).is_none() && input.known(Field::Image).is_some() {
            let image = ImageReference::parse(&input.image);
            if image.problems.is_empty() {
                input.server = content.server_of(&image.registry);
            }
        }
        if input.known(Field::Username).is_none() && input.known(Field::Server).is_some() {
            let registry = content.registry_of(server::registry(&input.server));
            let user = registry.and_then(|registry| registry.login("")?.user.clone());
            input.username = user.unwrap_or(input.username);
        }
        if input.known(Field::SecretName).is_none() {
            input.secret_name.clone_from(&self.referenced_secret);
        }
        if input.known(Field::Namespace).is_none() {
            input.namespace.clone_from(&self.secret_namespace);
        }
        input
    }

    /// The fields whose value is needed and not known, in the order of a form. The namespace may stay open.
    #[must_use]
    pub fn missing(&self, content: &Content) -> Vec<Field> {
        let of_secret = [Field::Server, Field::Username, Field::SecretName];
        let of_workload = [Field::Name, Field::Container];
        let input = self.completed(content);
        let of_workload = of_workload.into_iter().filter(|_| !input.changes_secret_only());
        let of_secret = of_secret.into_iter().filter(|_| input.needs_secret);
        let needed = std::iter::once(Field::Image).chain(of_secret).chain(of_workload);
        let open = |field: &Field| {
            input.known(*field).is_none() || (*field == Field::Image && input.still_has_failing_image())
        };
        needed.filter(open).collect()
    }
}
