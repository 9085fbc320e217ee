//! The words of the repair form: what files and commands say, the labels of the fields, the sentence for each fault.

use crate::content::Content;
use crate::manifest::names::NameProblemKind;
use crate::manifest::server::ServerProblemKind;
use crate::manifest::{Fault, FaultKind, Field, Words};
use crate::ui::labels::{faults, fields, repair};

/// What the page says inside files and commands.
pub(crate) const WORDS: Words<'static> = Words {
    unfinished: repair::COMMENT_UNFINISHED,
    keep_the_rest: repair::COMMENT_KEEP_THE_REST,
    pull_secret: repair::COMMENT_PULL_SECRET,
    caution: "",
    password_prompt: repair::PASSWORD_PROMPT,
};

/// The label and the hint of a field.
pub(crate) fn words_of(field: Field) -> (&'static str, Option<&'static str>) {
    match field {
        Field::Server => (fields::SERVER, Some(fields::SERVER_HINT)),
        Field::Username => (fields::USERNAME, None),
        Field::Email => (fields::EMAIL, Some(fields::EMAIL_HINT)),
        Field::SecretName => (fields::SECRET_NAME, Some(fields::SECRET_NAME_HINT)),
        Field::ReferencedSecret => (fields::REFERENCED_SECRET, Some(fields::REFERENCED_SECRET_HINT)),
        Field::SecretNamespace => (fields::SECRET_NAMESPACE, Some(fields::SECRET_NAMESPACE_HINT)),
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
        FaultKind::Image(kind) => image_sentence(kind.id()).into(),
        FaultKind::SecretNamesDiffer => faults::SECRET_NAMES_DIFFER.into(),
        FaultKind::NamespacesDiffer => faults::NAMESPACES_DIFFER.into(),
        FaultKind::ServerNotOfImage => faults::SERVER_NOT_OF_IMAGE.into(),
        FaultKind::ImageWithoutRegistry => faults::IMAGE_WITHOUT_REGISTRY.into(),
        FaultKind::ColonInUsername => faults::COLON_IN_USERNAME.into(),
        FaultKind::SpaceAround => faults::SPACE_AROUND.into(),
        FaultKind::ControlCharacter => faults::CONTROL_CHARACTER.into(),
    }
}

/// What is wrong with a name, in a sentence.
pub(crate) fn name_sentence(kind: NameProblemKind) -> String {
    match kind {
        NameProblemKind::Empty => faults::NAME_EMPTY.into(),
        NameProblemKind::UpperCase => faults::NAME_UPPER_CASE.into(),
        NameProblemKind::Underscore => faults::NAME_UNDERSCORE.into(),
        NameProblemKind::Space => faults::NAME_SPACE.into(),
        NameProblemKind::InvalidCharacter(character) => faults::name_invalid_character(character),
        NameProblemKind::EmptyLabel => faults::NAME_EMPTY_LABEL.into(),
        NameProblemKind::StartsWrong => faults::NAME_STARTS_WRONG.into(),
        NameProblemKind::EndsWrong => faults::NAME_ENDS_WRONG.into(),
        NameProblemKind::TooLong { len, max } => faults::name_too_long(len, max),
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

/// What looks wrong with an image reference, by the id of that.
pub(crate) fn image_sentence(id: &str) -> &'static str {
    Content::embedded().words.image_help.get(id).map_or("", String::as_str)
}
