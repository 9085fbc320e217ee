//! The repair form: what it starts from, and the sentence for each thing that can be wrong in it.

use crate::content::Repair as Form;
use crate::diagnosis::Failure;
use crate::image::{ImageReference, ReferenceProblemKind};
use crate::manifest::names::NameProblemKind;
use crate::manifest::server::{self, ServerProblemKind};
use crate::manifest::{Fault, FaultKind, Field, RepairInput, Terminal, Words, WorkloadKind};
use crate::mask;
use crate::ui::components::prose::with;
use crate::ui::labels::{faults, fields, repair};

/// The name that a new pull secret gets: the one in the article.
const SECRET_NAME: &str = "my-registry-secret";

/// What the page says inside files and commands.
pub(crate) const WORDS: Words<'static> = Words {
    unfinished: repair::COMMENT_UNFINISHED,
    keep_the_rest: repair::COMMENT_KEEP_THE_REST,
    pull_secret: repair::COMMENT_PULL_SECRET,
    password_prompt: repair::PASSWORD_PROMPT,
};

/// What the person typed and chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RepairForm {
    /// The fields.
    pub input: RepairInput,
    /// What the fields were filled with: what differs from it was typed.
    pub start: RepairInput,
    /// For which program and shell the commands are.
    pub terminal: Terminal,
}

impl RepairForm {
    /// A form filled from what the paste tells, keeping the person's choice of terminal.
    pub(crate) fn filled(form: Form, failure: Option<&Failure>, image: Option<String>, terminal: Terminal) -> Self {
        let needs_secret = form == Form::PullSecret;
        let mut input = RepairInput { needs_secret, secret_name: SECRET_NAME.into(), ..RepairInput::default() };
        if let Some(failure) = failure {
            let (kind, name) = workload(failure);
            input.kind = kind;
            // A password that stands in a name by mistake must not get into a file or a command.
            input.name = mask::masked(&name);
            input.namespace = mask::masked(&failure.namespace);
            input.container = mask::masked(&failure.container);
            input.original_image = mask::masked(&failure.image);
            input.image.clone_from(&input.original_image);
        }
        if let Some(image) = image {
            input.image = mask::masked(&image);
        }
        let reference = ImageReference::parse(&input.image);
        if needs_secret && reference.problems.is_empty() {
            input.server = server::for_registry(&reference.registry).to_owned();
        }
        Self { start: input.clone(), input, terminal }
    }

    /// The same with what was typed into an `earlier` form about the same container: nothing typed is lost.
    pub(crate) fn keeping(mut self, earlier: &Self) -> Self {
        let about = |form: &Self| {
            let RepairInput { original_image, container, namespace, name, .. } = form.start.clone();
            [original_image, container, namespace, name]
        };
        if about(&self) != about(earlier) {
            return self;
        }
        for field in Field::ALL {
            let typed = earlier.input.get(field);
            if typed != earlier.start.get(field) {
                self.input = self.input.with(field, typed);
            }
        }
        if earlier.input.kind != earlier.start.kind {
            self.input.kind = earlier.input.kind;
        }
        self
    }
}

/// What to change: what controls the pod where that is known, else the pod.
fn workload(failure: &Failure) -> (WorkloadKind, String) {
    match failure.controlled_by.split_once('/') {
        // A Deployment's ReplicaSet has its name and a hash behind it.
        Some(("ReplicaSet", name)) => {
            (WorkloadKind::Deployment, name.rsplit_once('-').map_or(name, |(deployment, _)| deployment).to_owned())
        }
        Some(("StatefulSet", name)) => (WorkloadKind::StatefulSet, name.to_owned()),
        _ => (WorkloadKind::Pod, failure.pod.clone()),
    }
}

/// The label and the hint of a field.
pub(crate) fn words_of(field: Field) -> (&'static str, Option<&'static str>) {
    match field {
        Field::Server => (fields::SERVER, Some(fields::SERVER_HINT)),
        Field::Username => (fields::USERNAME, None),
        Field::Email => (fields::EMAIL, Some(fields::EMAIL_HINT)),
        Field::SecretName => (fields::SECRET_NAME, Some(fields::SECRET_NAME_HINT)),
        Field::ReferencedSecret => (fields::REFERENCED_SECRET, Some(fields::REFERENCED_SECRET_HINT)),
        Field::SecretNamespace => (fields::SECRET_NAMESPACE, None),
        Field::Namespace => (fields::NAMESPACE, Some(fields::NAMESPACE_HINT)),
        Field::Name => (fields::NAME, None),
        Field::Container => (fields::CONTAINER, None),
        Field::Image => (fields::IMAGE, Some(fields::IMAGE_HINT)),
    }
}

/// What is wrong, in a sentence.
pub(crate) fn sentence(fault: &Fault) -> String {
    match fault.kind {
        FaultKind::Name(kind) => name_sentence(kind),
        FaultKind::Server(kind) => server_sentence(kind).into(),
        FaultKind::Image(kind) => image_sentence(kind).into(),
        FaultKind::SecretNamesDiffer => faults::SECRET_NAMES_DIFFER.into(),
        FaultKind::NamespacesDiffer => faults::NAMESPACES_DIFFER.into(),
        FaultKind::ServerNotOfImage => faults::SERVER_NOT_OF_IMAGE.into(),
        FaultKind::ImageWithoutRegistry => faults::IMAGE_WITHOUT_REGISTRY.into(),
        FaultKind::ColonInUsername => faults::COLON_IN_USERNAME.into(),
        FaultKind::SpaceAround => faults::SPACE_AROUND.into(),
        FaultKind::ControlCharacter => faults::CONTROL_CHARACTER.into(),
    }
}

fn name_sentence(kind: NameProblemKind) -> String {
    match kind {
        NameProblemKind::Empty => faults::NAME_EMPTY.into(),
        NameProblemKind::UpperCase => faults::NAME_UPPER_CASE.into(),
        NameProblemKind::Underscore => faults::NAME_UNDERSCORE.into(),
        NameProblemKind::Space => faults::NAME_SPACE.into(),
        NameProblemKind::InvalidCharacter(character) => {
            with(faults::NAME_INVALID_CHARACTER, &[("character", &character.to_string())])
        }
        NameProblemKind::EmptyLabel => faults::NAME_EMPTY_LABEL.into(),
        NameProblemKind::StartsWrong => faults::NAME_STARTS_WRONG.into(),
        NameProblemKind::EndsWrong => faults::NAME_ENDS_WRONG.into(),
        NameProblemKind::TooLong { len, max } => {
            with(faults::NAME_TOO_LONG, &[("len", &len.to_string()), ("max", &max.to_string())])
        }
    }
}

fn server_sentence(kind: ServerProblemKind) -> &'static str {
    match kind {
        ServerProblemKind::Space => faults::SERVER_SPACE,
        ServerProblemKind::Scheme => faults::SERVER_SCHEME,
        ServerProblemKind::DockerHub => faults::SERVER_DOCKER_HUB,
        ServerProblemKind::InvalidCharacter => faults::SERVER_INVALID_CHARACTER,
        ServerProblemKind::UpperCase => faults::SERVER_UPPER_CASE,
        ServerProblemKind::Path => faults::SERVER_PATH,
    }
}

fn image_sentence(kind: ReferenceProblemKind) -> &'static str {
    match kind {
        ReferenceProblemKind::Empty => faults::IMAGE_EMPTY,
        ReferenceProblemKind::Scheme => faults::IMAGE_SCHEME,
        ReferenceProblemKind::Space => faults::IMAGE_SPACE,
        ReferenceProblemKind::UpperCase => faults::IMAGE_UPPER_CASE,
        ReferenceProblemKind::EmptyComponent => faults::IMAGE_EMPTY_COMPONENT,
        ReferenceProblemKind::InvalidRepository => faults::IMAGE_INVALID_REPOSITORY,
        ReferenceProblemKind::InvalidRegistry => faults::IMAGE_INVALID_REGISTRY,
        ReferenceProblemKind::EmptyTag => faults::IMAGE_EMPTY_TAG,
        ReferenceProblemKind::InvalidTag => faults::IMAGE_INVALID_TAG,
        ReferenceProblemKind::InvalidDigest => faults::IMAGE_INVALID_DIGEST,
        ReferenceProblemKind::TooLong => faults::IMAGE_TOO_LONG,
        ReferenceProblemKind::LooksLikeId => faults::IMAGE_LOOKS_LIKE_ID,
    }
}
