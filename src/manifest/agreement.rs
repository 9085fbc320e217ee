//! Whether a Secret, the workload that names it and the image fit together, and what to write so that they do.
//!
//! The article that this guide grew from creates `my-registry-secret` and names `my_registry-secret`: a name that no
//! cluster accepts, and not the name of the Secret. [`check`] finds such faults field by field; [`corrected`] mends
//! those that can be mended in one way only. A server that does not fit the image can be mended in two ways, and only
//! the person knows which: it is reported and left alone.

use super::input::{Field, RepairInput};
use super::names::{NameKind, NameProblemKind, check_name};
use super::placeholder;
use super::server::{self, ServerProblemKind};
use crate::content::Content;
use crate::image::{ImageReference, ReferenceProblemKind};

/// Something that is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub kind: FaultKind,
    /// A value for the field with which this is right.
    pub suggestion: Option<String>,
}

/// What can be wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// The name breaks a rule of Kubernetes.
    Name(NameProblemKind),
    /// The server is not one that the kubelet finds.
    Server(ServerProblemKind),
    /// The image reference is not one that a runtime accepts.
    Image(ReferenceProblemKind),
    /// The workload names another Secret than the one that is made.
    SecretNamesDiffer,
    /// The Secret is in another namespace than the workload.
    NamespacesDiffer,
    /// The login is for another registry than the image's.
    ServerNotOfImage,
    /// The image names no registry, so it comes from Docker Hub and not from the server that the login is for.
    ImageWithoutRegistry,
    /// The user name has a colon: what follows it would be taken for the password.
    ColonInUsername,
    /// There is white space around the value.
    SpaceAround,
    /// The value has a character that cannot be seen or typed, such as a line end.
    ControlCharacter,
}

impl FaultKind {
    /// The id under which the labels explain it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Name(kind) => kind.id(),
            Self::Server(kind) => kind.id(),
            Self::Image(kind) => kind.id(),
            Self::SecretNamesDiffer => "secret-names-differ",
            Self::NamespacesDiffer => "namespaces-differ",
            Self::ServerNotOfImage => "server-not-of-image",
            Self::ImageWithoutRegistry => "image-without-registry",
            Self::ColonInUsername => "colon-in-username",
            Self::SpaceAround => "space-around",
            Self::ControlCharacter => "control-character",
        }
    }

    /// Whether there is one way to mend it, so that [`corrected`] may.
    #[must_use]
    pub fn has_one_correction(self) -> bool {
        !matches!(self, Self::ServerNotOfImage | Self::ImageWithoutRegistry | Self::ColonInUsername)
    }
}

/// Every fault, in the order of the form. A field that is empty has none: it is missing, not wrong.
#[must_use]
pub fn check(content: &Content, input: &RepairInput) -> Vec<Fault> {
    let mut faults: Vec<Fault> = image_fault(input).into_iter().collect();
    if input.needs_secret {
        faults.extend(server_fault(content, input));
        faults.extend([Field::Username, Field::Email].into_iter().filter_map(|field| text_fault(input, field)));
        faults.extend(name_fault(input, Field::SecretName, NameKind::Secret));
        faults.extend(name_fault(input, Field::ReferencedSecret, NameKind::Secret));
        faults.extend(names_differ(input));
        faults.extend(name_fault(input, Field::SecretNamespace, NameKind::Namespace));
        faults.extend(namespaces_differ(input));
    }
    faults.extend(name_fault(input, Field::Namespace, NameKind::Namespace));
    faults.extend(name_fault(input, Field::Name, NameKind::Workload));
    faults.extend(name_fault(input, Field::Container, NameKind::Container));
    faults
}

/// The input with every fault mended that can be mended in one way. What the manifest has now, its image and the secret
/// that it names, is no value to mend: it stays, so that the change can be told.
#[must_use]
pub fn corrected(content: &Content, input: &RepairInput) -> RepairInput {
    let mut input = input.clone();
    // A correction can bring up the next fault of its field, or settle one of another field.
    for _ in 0..4 * Field::ALL.len() {
        let certain = |fault: Fault| {
            let may = fault.kind.has_one_correction() && fault.field != Field::ReferencedSecret;
            fault.suggestion.filter(|_| may).map(|to| (fault.field, to))
        };
        let Some((field, suggestion)) = check(content, &input).into_iter().find_map(certain) else { break };
        input = input.with(field, suggestion);
    }
    input
}

fn name_fault(input: &RepairInput, field: Field, kind: NameKind) -> Option<Fault> {
    let problem = check_name(kind, input.known(field)?).err()?;
    Some(Fault { field, kind: FaultKind::Name(problem.kind), suggestion: problem.suggestion })
}

fn names_differ(input: &RepairInput) -> Option<Fault> {
    differ(input, [Field::SecretName, Field::ReferencedSecret], NameKind::Secret, FaultKind::SecretNamesDiffer)
}

fn namespaces_differ(input: &RepairInput) -> Option<Fault> {
    if input.known(Field::Namespace).is_none() {
        // The workload's own counts, but where it is not known the Secret's is the best that there is.
        let suggestion = legal(input.known(Field::SecretNamespace)?, NameKind::Namespace);
        return Some(Fault { field: Field::Namespace, kind: FaultKind::NamespacesDiffer, suggestion });
    }
    differ(input, [Field::Namespace, Field::SecretNamespace], NameKind::Namespace, FaultKind::NamespacesDiffer)
}

/// Two names that must be one. The first counts, unless nothing legal can be made of it; the fault is with the field
/// that has to change.
fn differ(input: &RepairInput, fields: [Field; 2], names: NameKind, kind: FaultKind) -> Option<Fault> {
    let [leader, follower] = fields;
    let (leading, following) = (input.known(leader)?, input.known(follower)?);
    if leading == following {
        return None;
    }
    let right = legal(leading, names);
    let leader_changes = right.is_none() || right.as_deref() == Some(following);
    let field = if leader_changes { leader } else { follower };
    Some(Fault { field, kind, suggestion: right.or_else(|| legal(following, names)) })
}

/// The name, or the nearest legal one.
fn legal(name: &str, kind: NameKind) -> Option<String> {
    check_name(kind, name).map_or_else(|problem| problem.suggestion, |()| Some(name.to_owned()))
}

fn server_fault(content: &Content, input: &RepairInput) -> Option<Fault> {
    let server = input.known(Field::Server)?;
    let image = usable_image(input);
    let repository = image.as_ref().map_or("", |image| &image.repository);
    if let Some(problem) = server::problem(server, repository) {
        return Some(Fault {
            field: Field::Server,
            kind: FaultKind::Server(problem.kind),
            suggestion: problem.suggestion,
        });
    }
    let image =
        image.filter(|image| !server::serves(server::normalised(server), &image.registry, &image.repository))?;
    let suggestion = Some(content.server_of(&image.registry));
    Some(Fault { field: Field::Server, kind: FaultKind::ServerNotOfImage, suggestion })
}

fn image_fault(input: &RepairInput) -> Option<Fault> {
    if let Some(fault) = text_fault(input, Field::Image) {
        return Some(fault);
    }
    let image = ImageReference::parse(input.known(Field::Image)?);
    if let Some(problem) = image.problems.first() {
        return Some(Fault {
            field: Field::Image,
            kind: FaultKind::Image(problem.kind),
            suggestion: nearest_image(&image),
        });
    }
    let server = input.known(Field::Server).filter(|_| input.needs_secret && image.spans.registry.is_none())?;
    if server::problem(server, "").is_some()
        || server::serves(server::normalised(server), &image.registry, &image.repository)
    {
        return None;
    }
    let suggestion = format!("{}/{}", server::registry(server), image.written);
    let suggestion = Some(suggestion).filter(|image| ImageReference::parse(image).problems.is_empty());
    Some(Fault { field: Field::Image, kind: FaultKind::ImageWithoutRegistry, suggestion })
}

fn usable_image(input: &RepairInput) -> Option<ImageReference> {
    input.known(Field::Image).map(ImageReference::parse).filter(|image| image.problems.is_empty())
}

/// The reference with all its problems corrected, one after the other.
fn nearest_image(image: &ImageReference) -> Option<String> {
    let mut image = image.clone();
    for _ in 0..12 {
        let Some(problem) = image.problems.first() else { return Some(image.written) };
        image = ImageReference::parse(problem.suggestion.as_ref()?);
    }
    None
}

fn text_fault(input: &RepairInput, field: Field) -> Option<Fault> {
    let text = input.known(field)?;
    let cleaned: String = text.chars().filter(|c| !c.is_control()).collect();
    let cleaned = cleaned.trim();
    let kind = if text.trim() != text {
        FaultKind::SpaceAround
    } else if cleaned != text {
        FaultKind::ControlCharacter
    } else if field == Field::Username && text.contains(':') {
        return Some(Fault { field, kind: FaultKind::ColonInUsername, suggestion: None });
    } else {
        return None;
    };
    Some(Fault { field, kind, suggestion: placeholder::known(cleaned).map(str::to_owned) })
}
