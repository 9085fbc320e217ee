//! Looking things up in the content by what identifies them.

use super::schema::{Cause, Content, Login, Registry, Step, Subject};

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

    /// What a sentence says for a placeholder whose value is not known: "your image".
    #[must_use]
    pub fn unknown(&self, placeholder: &str) -> &str {
        self.words.unknown.get(placeholder).map_or("", String::as_str)
    }

    /// The reasons of events and of containers' states that only the pull of an image has.
    pub fn pull_reasons(&self) -> impl Iterator<Item = &str> {
        self.wrappers.iter().flat_map(|wrapper| &wrapper.reasons).map(String::as_str)
    }

    /// The registry that `host` belongs to: an exact host first, then the longest pattern. Capitals do not count.
    #[must_use]
    pub fn registry_of(&self, host: &str) -> Option<&Registry> {
        self.known_host(host).map(|(registry, _)| registry)
    }

    /// Whether `host` can be one of this registry: it is known by its hosts, or people run both kinds themselves, under any
    /// name.
    #[must_use]
    pub fn can_be(&self, registry: &Registry, host: &str) -> bool {
        let runs_anywhere = registry.hosts.iter().any(|pattern| pattern.ends_with('*'));
        let known = self.known_host(host);
        known.is_none_or(|(of_host, pattern)| of_host.id == registry.id || (runs_anywhere && pattern.ends_with('*')))
    }

    /// What people call the registry at `host`; the host itself where people run such a registry themselves.
    #[must_use]
    pub fn registry_name<'text>(&'text self, host: &'text str) -> &'text str {
        let known = self.known_host(host).filter(|(_, pattern)| !pattern.ends_with('*'));
        known.map_or(host, |(registry, _)| &registry.name)
    }

    /// The server under which a pull secret has its login for `host`: the host itself, but for Docker Hub.
    #[must_use]
    pub fn server_of(&self, host: &str) -> String {
        self.registry_of(host).map_or_else(|| host.to_owned(), |registry| registry.server.replace("{registry}", host))
    }

    /// The registry of `host`, and the pattern by which it is known.
    fn known_host(&self, host: &str) -> Option<(&Registry, &str)> {
        let host = host.to_ascii_lowercase();
        let hosts = self.registries.iter().flat_map(|it| it.hosts.iter().map(move |pattern| (it, pattern.as_str())));
        let fitting = hosts.filter_map(|(registry, pattern)| Some((fit(pattern, &host)?, registry, pattern)));
        fitting.max_by_key(|(fit, _, _)| *fit).map(|(_, registry, pattern)| (registry, pattern))
    }
}

impl Registry {
    /// The login with this id, else the one to be preferred; `None` where everybody may pull.
    #[must_use]
    pub fn login(&self, id: &str) -> Option<&Login> {
        self.logins.iter().find(|login| login.id == id).or(self.logins.first())
    }

    /// What must be known of a login with this user name before it goes into a Secret, sentence by sentence: first the
    /// way without one, then that it stops working by itself. Nothing where there is nothing to say.
    pub fn cautions(&self, username: &str) -> impl Iterator<Item = &str> {
        let expires = self.login_of(username).and_then(|login| login.expires.as_deref());
        self.identity.as_deref().into_iter().chain(expires)
    }

    /// The kind of login that a user name shows: the one that always has this name; where none has, the only one.
    #[must_use]
    pub fn login_of(&self, username: &str) -> Option<&Login> {
        let of_user = self.logins.iter().find(|login| login.user.as_deref() == Some(username));
        of_user.or(self.logins.first().filter(|_| self.logins.len() == 1))
    }
}

/// How well `name` fits a pattern that may have a `*` at an end, which stands for anything: the more, the closer.
pub(super) fn fit(pattern: &str, name: &str) -> Option<usize> {
    let bare = pattern.trim_matches('*');
    let fits = match (pattern.starts_with('*'), pattern.ends_with('*')) {
        (false, false) => return (name == pattern).then_some(usize::MAX),
        (true, false) => name.ends_with(bare),
        (false, true) => name.starts_with(bare),
        (true, true) => name.contains(bare),
    };
    (fits && name.len() > bare.len()).then_some(bare.len())
}
