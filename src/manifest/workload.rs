//! A Pod, Deployment or StatefulSet, no larger than needed to show what changes in one's own.
//!
//! The marks compare it with the manifest as far as a paste tells it: the image line is changed where the image
//! differs, the lines of the pull secret are new. Everything else is taken to stand there already.

use super::yaml::{self, Entry, LineMark, Value, YamlDocument};
use super::{Words, placeholder};

/// The kinds of workload that the guide writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WorkloadKind {
    /// A Pod on its own.
    #[default]
    Pod,
    /// A Deployment.
    Deployment,
    /// A StatefulSet.
    StatefulSet,
}

impl WorkloadKind {
    /// All kinds, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Pod, Self::Deployment, Self::StatefulSet];

    /// The kind as a manifest spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pod => "Pod",
            Self::Deployment => "Deployment",
            Self::StatefulSet => "StatefulSet",
        }
    }

    /// The kind as `kubectl` takes it, and as the file is called.
    #[must_use]
    pub fn resource(self) -> &'static str {
        match self {
            Self::Pod => "pod",
            Self::Deployment => "deployment",
            Self::StatefulSet => "statefulset",
        }
    }

    /// The name of the file that holds it.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Pod => "pod.yaml",
            Self::Deployment => "deployment.yaml",
            Self::StatefulSet => "statefulset.yaml",
        }
    }

    /// What stands where its name is not known.
    #[must_use]
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::Pod => placeholder::POD,
            Self::Deployment => placeholder::DEPLOYMENT,
            Self::StatefulSet => placeholder::STATEFUL_SET,
        }
    }
}

/// A workload and what is to change in it. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workload {
    /// Its kind.
    pub kind: WorkloadKind,
    /// Its name.
    pub name: String,
    /// Its namespace; empty for the one that `kubectl` is set to.
    pub namespace: String,
    /// The container whose image cannot be pulled.
    pub container: String,
    /// The image that it should have.
    pub image: String,
    /// The image that it has; empty where that is not known.
    pub original_image: String,
    /// The pull secret that it should name; `None` where it needs none.
    pub pull_secret: Option<String>,
    /// The pull secret that it names already; empty where it names none.
    pub original_pull_secret: String,
}

impl Workload {
    /// A complete manifest, as small as the kind allows.
    #[must_use]
    pub fn document(&self, words: &Words<'_>) -> YamlDocument {
        let spec = Entry::new("spec", Value::Map(self.spec(words)));
        let api_version = if self.kind == WorkloadKind::Pod { "v1" } else { "apps/v1" };
        let entries = [
            Entry::text("apiVersion", api_version).commented(words.keep_the_rest),
            Entry::text("kind", self.kind.name()),
            Entry::new("metadata", Value::Map(self.metadata())),
            spec,
        ];
        yaml::document(self.kind.file_name(), &entries)
    }

    /// The lines that name the pull secret, with the keys that they stand under: to be added to one's own file.
    #[must_use]
    pub fn pull_secret_lines(&self, words: &Words<'_>) -> YamlDocument {
        let entries: Vec<Entry> = self.pull_secrets(words).into_iter().collect();
        let spec = Entry::new("spec", Value::Map(entries));
        let entries = match self.kind {
            WorkloadKind::Pod => spec,
            WorkloadKind::Deployment | WorkloadKind::StatefulSet => {
                let template = Entry::new("template", Value::Map(vec![spec]));
                Entry::new("spec", Value::Map(vec![template]))
            }
        };
        yaml::document(self.kind.file_name(), &[entries])
    }

    fn name(&self) -> &str {
        placeholder::known(&self.name).unwrap_or(self.kind.placeholder())
    }

    fn metadata(&self) -> Vec<Entry> {
        let namespace = placeholder::known(&self.namespace).map(|namespace| Entry::text("namespace", namespace));
        std::iter::once(Entry::text("name", self.name())).chain(namespace).collect()
    }

    fn spec(&self, words: &Words<'_>) -> Vec<Entry> {
        let pod_spec = || self.pod_spec(words);
        let labels = || Entry::new("labels", Value::Map(vec![self.label()]));
        let selector = || {
            let match_labels = Entry::new("matchLabels", Value::Map(vec![self.label()]));
            Entry::new("selector", Value::Map(vec![match_labels]))
        };
        let template = || {
            let metadata = Entry::new("metadata", Value::Map(vec![labels()]));
            Entry::new("template", Value::Map(vec![metadata, Entry::new("spec", Value::Map(pod_spec()))]))
        };
        match self.kind {
            WorkloadKind::Pod => pod_spec(),
            WorkloadKind::Deployment => vec![selector(), template()],
            WorkloadKind::StatefulSet => vec![Entry::text("serviceName", self.name()), selector(), template()],
        }
    }

    fn pod_spec(&self, words: &Words<'_>) -> Vec<Entry> {
        let image = placeholder::known(&self.image).unwrap_or(placeholder::IMAGE);
        let is_changed = placeholder::known(&self.original_image).is_some_and(|original| original != image);
        let container = vec![
            Entry::text("name", placeholder::known(&self.container).unwrap_or(placeholder::CONTAINER)),
            Entry::text("image", image).marked(if is_changed { LineMark::Changed } else { LineMark::Same }),
        ];
        let containers = Entry::new("containers", Value::List(vec![Value::Map(container)]));
        std::iter::once(containers).chain(self.pull_secrets(words)).collect()
    }

    fn pull_secrets(&self, words: &Words<'_>) -> Option<Entry> {
        let name = placeholder::known(self.pull_secret.as_ref()?).unwrap_or(placeholder::SECRET);
        let (list, item) = match placeholder::known(&self.original_pull_secret) {
            None => (LineMark::Added, LineMark::Added),
            Some(original) if original == name => (LineMark::Same, LineMark::Same),
            Some(_) => (LineMark::Same, LineMark::Changed),
        };
        let items = Value::List(vec![Value::Map(vec![Entry::text("name", name).marked(item)])]);
        Some(Entry::new("imagePullSecrets", items).marked(list).commented(words.pull_secret))
    }

    /// A label's value is shorter than a name may be.
    fn label(&self) -> Entry {
        let name = self.name();
        let cut = name.char_indices().nth(63).map_or(name, |(end, _)| name.get(..end).unwrap_or(name));
        Entry::text("app", cut.trim_end_matches(['-', '.']))
    }
}
