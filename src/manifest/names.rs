//! The rules that Kubernetes has for names, and the nearest name that keeps them.
//!
//! Two rules cover everything that the guide writes. A *subdomain* names Secrets, Pods, Deployments and StatefulSets:
//! at most 253 characters, lower-case letters, digits, `-` and `.`; each part between two dots starts and ends with a
//! letter or digit. A *label* names namespaces and containers: the same without dots, at most 63 characters.
//! `kubectl` does not check them on the client's side: `my_registry-secret` is refused by the cluster only.

use std::fmt;

/// What a name is for; it decides the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A Secret.
    Secret,
    /// A namespace.
    Namespace,
    /// A Pod, Deployment or StatefulSet.
    Workload,
    /// A container of a Pod.
    Container,
}

impl NameKind {
    /// The most characters that such a name may have.
    #[must_use]
    pub fn max_len(self) -> usize {
        if self.allows_dots() { 253 } else { 63 }
    }

    /// Whether such a name may have dots.
    #[must_use]
    pub fn allows_dots(self) -> bool {
        matches!(self, Self::Secret | Self::Workload)
    }
}

/// The first rule that a name breaks, and the nearest name that breaks none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameProblem {
    /// The rule.
    pub kind: NameProblemKind,
    /// A legal name as close as possible to the one that was given; `None` where nothing of it can be used.
    pub suggestion: Option<String>,
}

/// The rules that a name can break, in the order in which they are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameProblemKind {
    /// There is no text.
    Empty,
    /// It has a capital letter.
    UpperCase,
    /// It has an underscore.
    Underscore,
    /// It has white space.
    Space,
    /// It has another character that is not allowed.
    InvalidCharacter(char),
    /// Two dots stand side by side, or one at an end.
    EmptyLabel,
    /// It, or a part after a dot, starts with `-`.
    StartsWrong,
    /// It, or a part before a dot, ends with `-`.
    EndsWrong,
    /// It is too long.
    TooLong {
        /// How many characters it has.
        len: usize,
        /// How many it may have.
        max: usize,
    },
}

impl NameProblemKind {
    /// The id under which the labels explain it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::UpperCase => "name-upper-case",
            Self::Underscore => "name-underscore",
            Self::Space => "name-space",
            Self::InvalidCharacter(_) => "name-invalid-character",
            Self::EmptyLabel => "name-empty-label",
            Self::StartsWrong => "name-starts-wrong",
            Self::EndsWrong => "name-ends-wrong",
            Self::TooLong { .. } => "name-too-long",
        }
    }
}

impl fmt::Display for NameProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            NameProblemKind::InvalidCharacter(found) => write!(f, "{} {found:?}", self.kind.id())?,
            NameProblemKind::TooLong { len, max } => write!(f, "{} {len} > {max}", self.kind.id())?,
            kind => f.write_str(kind.id())?,
        }
        self.suggestion.iter().try_for_each(|name| write!(f, ": use {name}"))
    }
}

/// Checks a name against the rule for its kind.
///
/// # Errors
/// The first rule that it breaks.
pub fn check_name(kind: NameKind, name: &str) -> Result<(), NameProblem> {
    match first_problem(kind, name) {
        None => Ok(()),
        Some(problem) => Err(NameProblem { kind: problem, suggestion: nearest(kind, name) }),
    }
}

fn first_problem(kind: NameKind, name: &str) -> Option<NameProblemKind> {
    if name.is_empty() {
        return Some(NameProblemKind::Empty);
    }
    let allowed =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || (c == '.' && kind.allows_dots());
    if let Some(found) = name.chars().find(|c| !allowed(*c)) {
        return Some(match found {
            '_' => NameProblemKind::Underscore,
            c if c.is_uppercase() => NameProblemKind::UpperCase,
            c if c.is_whitespace() => NameProblemKind::Space,
            c => NameProblemKind::InvalidCharacter(c),
        });
    }
    if name.split('.').any(str::is_empty) {
        return Some(NameProblemKind::EmptyLabel);
    }
    if name.split('.').any(|part| part.starts_with('-')) {
        return Some(NameProblemKind::StartsWrong);
    }
    if name.split('.').any(|part| part.ends_with('-')) {
        return Some(NameProblemKind::EndsWrong);
    }
    (name.len() > kind.max_len()).then(|| NameProblemKind::TooLong { len: name.len(), max: kind.max_len() })
}

/// Lower case; every run of other characters becomes one `-`; what may not stand at an end is cut off.
fn nearest(kind: NameKind, name: &str) -> Option<String> {
    let mut text = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || (c == '.' && kind.allows_dots()) {
            text.push(c);
        } else if !text.ends_with('-') {
            text.push('-');
        }
    }
    let parts: Vec<&str> = text.split('.').map(|part| part.trim_matches('-')).filter(|part| !part.is_empty()).collect();
    let mut text = parts.join(".");
    text.truncate(kind.max_len());
    let text = text.trim_end_matches(['-', '.']);
    (!text.is_empty()).then(|| text.to_owned())
}
