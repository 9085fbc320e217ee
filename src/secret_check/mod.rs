//! Whether a pull secret can work for the workloads that name it: each thing that has to be right, checked on the text of
//! the objects themselves.
//!
//! [`check`] takes the objects as they are pasted, Secrets, Pods, everything with a pod template and ServiceAccounts, in
//! any order and from any namespaces. It never fails. What comes out holds no password, in full or in part: names of
//! hosts, keys and users' objects alone.
//!
//! The facts are those of the Kubernetes documentation on pulling from a private registry and of the kubelet, which
//! looks a login up by the image's registry and the beginning of its repository.

mod config;
mod expiry;
mod finding;
mod mend;
mod place;
mod secret;
mod workload;

pub use finding::{Aspect, Check, Facts, Fault, Outcome};
pub use mend::{Mend, mended, mends};

use crate::document::{self, Problem, Stream};
use crate::objects::{Object, objects_within};
use rustc_hash::FxHashSet;

/// The most pairs of an image and a login that are compared.
const MOST_COMPARED: usize = 400_000;

/// What was found about the pull secrets of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecretReport {
    /// The pull secrets, then the workloads, each in the order of the text.
    pub subjects: Vec<Subject>,
    /// What ended the reading before the end of the text: what stands behind it was not checked.
    pub problem: Option<Problem>,
    /// The line of the first object that was not checked, nor anything behind it: there is so much to compare, by aliases
    /// or in lists of logins and images, that the work would grow faster than the text.
    pub unchecked: Option<usize>,
    /// What is needed for a whole answer and is not in the text.
    pub missing: Option<Missing>,
}

/// What a text lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Anything that could be checked.
    Everything,
    /// A Secret.
    Secret,
    /// A Pod or something that makes one.
    Workload,
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Secret, Self::Workload];

    /// The id under which the content explains it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Secret => "secret",
            Self::Workload => "workload",
        }
    }
}

/// One object and what was checked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Which object of the text it is, from 0. An edit changes no object's number.
    pub object: usize,
    /// Its kind, as it is written.
    pub kind: String,
    /// Its name; empty where it has none.
    pub name: String,
    /// Its namespace; empty where none is written.
    pub namespace: String,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// What was checked, in the order in which to mend it.
    pub checks: Vec<Check>,
}

impl Subject {
    fn of(object: &Object<'_, '_>, checks: Vec<Check>) -> Self {
        let Object { number, kind, name, namespace, root, .. } = object;
        Self {
            object: *number,
            kind: kind.clone(),
            name: name.clone(),
            namespace: namespace.clone(),
            line: root.line(),
            checks,
        }
    }

    /// Whether something is wrong with it.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.checks.iter().any(|check| matches!(check.outcome, Outcome::Failed(_)))
    }
}

impl SecretReport {
    /// Whether nothing is wrong, as far as the text tells, and something was checked.
    #[must_use]
    pub fn passes(&self) -> bool {
        !self.subjects.is_empty()
            && self.problem.is_none()
            && self.unchecked.is_none()
            && !self.subjects.iter().any(Subject::fails)
    }
}

/// Checks the objects in `text`. `now` is the time in seconds since 1970, against which the end of a token's life is
/// held; without it no token is called expired.
///
/// ```
/// use image_pull_guide::secret_check::{Fault, Outcome, check};
/// let text = "\
/// kind: Pod
/// metadata: {name: web}
/// spec:
///   containers: [{name: web, image: 'registry.acme.example/shop/web:2'}]
///   imagePullSecrets: [{name: regcred}]
/// ---
/// kind: Secret
/// metadata: {name: my-regcred}
/// type: Opaque
/// ";
/// let report = check(text, None);
/// let faults: Vec<Fault> = report.subjects.iter().flat_map(|subject| &subject.checks).filter_map(|check| check.fault()).collect();
/// assert!(faults.contains(&Fault::TypeWrong) && faults.contains(&Fault::NameDiffers), "{faults:?}");
/// ```
#[must_use]
pub fn check(text: &str, now: Option<u64>) -> SecretReport {
    check_stream(&document::read(text), now)
}

/// The same for a text that is read already.
#[must_use]
pub fn check_stream(stream: &Stream<'_>, now: Option<u64>) -> SecretReport {
    let (objects, mut unchecked) = objects_within(stream);
    let workloads: Vec<_> = objects.iter().filter(|object| object.pod.is_some()).collect();
    let accounts = place::Accounts::of(&objects);
    let placed: Vec<_> = workloads.iter().map(|workload| place::place(workload, &accounts)).collect();
    let named: FxHashSet<&str> = placed.iter().flat_map(|placed| &placed.names).map(|named| named.name).collect();
    // Secrets hold many things: this one is meant to be a pull secret where a workload names it, or where it is alone and
    // holds nothing yet.
    let is_only = objects.iter().filter(|object| object.kind == "Secret").count() == 1;
    let is_meant =
        |object: &Object<'_, '_>| named.contains(object.name.as_str()) || is_only && secret::keys(object).is_empty();
    let secrets: Vec<_> = objects.iter().filter_map(|object| secret::examine(object, is_meant(object), now)).collect();
    let missing = match (secrets.is_empty(), workloads.is_empty()) {
        (true, true) => Some(Missing::Everything),
        (true, false) => Some(Missing::Secret),
        (false, true) => Some(Missing::Workload),
        (false, false) => None,
    };
    let mut images = workload::images(&workloads);
    // Too many to compare: then no login is passed by as one that none of them uses.
    let logins: usize = secrets.iter().map(|secret| secret.entries.len()).sum();
    if logins.saturating_mul(images.len()) > MOST_COMPARED {
        images.clear();
    }
    let of_secrets = secrets.iter().map(|secret| {
        let logins = secret.entries.iter().flat_map(|entry| entry.checks_for(&images));
        Subject::of(secret.object, secret.checks.iter().cloned().chain(logins).collect())
    });
    let mut subjects: Vec<Subject> = of_secrets.collect();
    let secrets_of = workload::Secrets::of(&secrets, &named);
    let mut left = MOST_COMPARED;
    for (workload, placed) in workloads.iter().zip(&placed) {
        let Some(checks) = workload::checks(workload, placed, &secrets_of, &mut left) else {
            unchecked = Some(workload.root.line());
            break;
        };
        subjects.push(Subject::of(workload, checks));
    }
    SecretReport { subjects, problem: stream.problem().copied(), unchecked, missing }
}
