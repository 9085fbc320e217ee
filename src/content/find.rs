//! Looking things up in the content by what identifies them.

use super::schema::{Cause, Content, Registry, Step, Subject};

impl Content {
    /// The cause with this id.
    #[must_use]
    pub fn cause(&self, id: &str) -> Option<&Cause> {
        self.causes.iter().find(|cause| cause.id == id)
    }

    /// The step of the guide with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.guide.steps.iter().find(|step| step.id == id)
    }

    /// The subject with this id.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<&Subject> {
        self.subjects.iter().find(|subject| subject.id == id)
    }

    /// The reasons of events and of containers' states that only the pull of an image has.
    pub fn pull_reasons(&self) -> impl Iterator<Item = &str> {
        self.wrappers.iter().flat_map(|wrapper| &wrapper.reasons).map(String::as_str)
    }

    /// The registry that `host` belongs to: an exact host first, then the longest pattern. Capitals do not count.
    #[must_use]
    pub fn registry_of(&self, host: &str) -> Option<&Registry> {
        let host = host.to_ascii_lowercase();
        let fit = |pattern: &str| match pattern.strip_prefix('*') {
            Some(end) => (host.len() > end.len() && host.ends_with(end)).then_some(end.len()),
            None => (host == pattern).then_some(usize::MAX),
        };
        self.registries
            .iter()
            .filter_map(|registry| Some((registry.hosts.iter().filter_map(|pattern| fit(pattern)).max()?, registry)))
            .max_by_key(|(fit, _)| *fit)
            .map(|(_, registry)| registry)
    }
}
