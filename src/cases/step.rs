//! The steps in which a case is worked through.

/// The steps of a case, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Running commands.
    #[default]
    Look,
    /// Marking the words that decide.
    Words,
    /// Naming the cause.
    Cause,
    /// Mending it.
    Repair,
    /// What is to be learned from it.
    Learn,
}

impl Step {
    /// All of them in their order, by their names in a link.
    pub const ALL: [(&'static str, Self); 5] = [
        ("look", Self::Look),
        ("words", Self::Words),
        ("cause", Self::Cause),
        ("repair", Self::Repair),
        ("learn", Self::Learn),
    ];

    /// The step of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, step)| *step)
    }

    /// Its name in a link.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, step)| *step == self).map_or("", |(id, _)| id)
    }

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().map(|(_, step)| *step).find(|step| *step > self)
    }

    /// The step before it.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::ALL.iter().rev().map(|(_, step)| *step).find(|step| *step < self)
    }
}
