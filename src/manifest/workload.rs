//! A Pod, or what makes pods, no larger than needed to show what changes in one's own.
//!
//! The marks compare it with the manifest as far as a paste tells it: the image line is changed where the image
//! differs, the lines of the pull secret are new. What no paste tells, and a manifest must have (a selector, a
//! schedule), is written down with a likely value and marked as assumed. Everything else is taken to stand there already.

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
    /// A DaemonSet.
    DaemonSet,
    /// A Job.
    Job,
    /// A CronJob.
    CronJob,
}

impl WorkloadKind {
    /// All kinds, in the order in which a form offers them.
    pub const ALL: [Self; 6] =
        [Self::Pod, Self::Deployment, Self::StatefulSet, Self::DaemonSet, Self::Job, Self::CronJob];

    /// The kind as a manifest spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pod => "Pod",
            Self::Deployment => "Deployment",
            Self::StatefulSet => "StatefulSet",
            Self::DaemonSet => "DaemonSet",
            Self::Job => "Job",
            Self::CronJob => "CronJob",
        }
    }

    /// The kind as `kubectl` takes it.
    #[must_use]
    pub fn resource(self) -> &'static str {
        match self {
            Self::Pod => "pod",
            Self::Deployment => "deployment",
            Self::StatefulSet => "statefulset",
            Self::DaemonSet => "daemonset",
            Self::Job => "job",
            Self::CronJob => "cronjob",
        }
    }

    /// The name of the file that holds it.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Pod => "pod.yaml",
            Self::Deployment => "deployment.yaml",
            Self::StatefulSet => "statefulset.yaml",
            Self::DaemonSet => "daemonset.yaml",
            Self::Job => "job.yaml",
            Self::CronJob => "cronjob.yaml",
        }
    }

    /// What stands where its name is not known.
    #[must_use]
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::Pod => placeholder::POD,
            Self::Deployment => placeholder::DEPLOYMENT,
            Self::StatefulSet => placeholder::STATEFUL_SET,
            Self::DaemonSet => placeholder::DAEMON_SET,
            Self::Job => placeholder::JOB,
            Self::CronJob => placeholder::CRON_JOB,
        }
    }

    /// The keys from the top of a manifest down to the spec of its pods.
    #[must_use]
    pub fn pod_spec_path(self) -> &'static [&'static str] {
        match self {
            Self::Pod => &["spec"],
            Self::CronJob => &["spec", "jobTemplate", "spec", "template", "spec"],
            _ => &["spec", "template", "spec"],
        }
    }

    /// Whether a change of the manifest can be brought to a running one; a Pod and a Job must be made anew.
    #[must_use]
    pub fn can_be_changed(self) -> bool {
        !matches!(self, Self::Pod | Self::Job)
    }

    /// Whether a change of the manifest replaces the pods by itself, also those that fail.
    #[must_use]
    pub fn rolls_out(self) -> bool {
        matches!(self, Self::Deployment | Self::DaemonSet)
    }

    fn api_version(self) -> &'static str {
        match self {
            Self::Pod => "v1",
            Self::Deployment | Self::StatefulSet | Self::DaemonSet => "apps/v1",
            Self::Job | Self::CronJob => "batch/v1",
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
    /// Whether that is an init container.
    pub init: bool,
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
    /// A complete manifest, as small as the kind allows. Where `image_is_open`, the image is still to be filled in.
    #[must_use]
    pub fn document(&self, words: &Words<'_>, image_is_open: bool) -> YamlDocument {
        let entries = [
            Entry::text("apiVersion", self.kind.api_version()).commented(words.keep_the_rest),
            Entry::text("kind", self.kind.name()),
            Entry::new("metadata", Value::Map(self.metadata())),
            Entry::new("spec", Value::Map(self.spec(words, image_is_open))),
        ];
        yaml::document(self.kind.file_name(), &entries)
    }

    fn name(&self) -> &str {
        placeholder::known(&self.name).unwrap_or(self.kind.placeholder())
    }

    fn metadata(&self) -> Vec<Entry> {
        let namespace = placeholder::known(&self.namespace).map(|namespace| Entry::text("namespace", namespace));
        std::iter::once(Entry::text("name", self.name())).chain(namespace).collect()
    }

    fn spec(&self, words: &Words<'_>, image_is_open: bool) -> Vec<Entry> {
        let assumed = |key: &'static str, value: Value| Entry::new(key, value).marked(LineMark::Assumed);
        let labels = || assumed("labels", Value::Map(vec![self.label()]));
        let metadata = || assumed("metadata", Value::Map(vec![labels()]));
        let selector = || assumed("selector", Value::Map(vec![assumed("matchLabels", Value::Map(vec![self.label()]))]));
        let restart = |policy: &str| assumed("restartPolicy", Value::Text(policy.into()));
        let pods = self.pod_spec(words, image_is_open);
        let template = |before: Option<Entry>, pods: Vec<Entry>| {
            let entries = before.into_iter().chain([Entry::new("spec", Value::Map(pods))]).collect();
            Entry::new("template", Value::Map(entries))
        };
        match self.kind {
            WorkloadKind::Pod => pods,
            WorkloadKind::Deployment | WorkloadKind::DaemonSet => vec![selector(), template(Some(metadata()), pods)],
            WorkloadKind::StatefulSet => {
                let service = assumed("serviceName", Value::Text(self.name().into()));
                vec![service, selector(), template(Some(metadata()), pods)]
            }
            WorkloadKind::Job => vec![template(None, pods.into_iter().chain([restart("Never")]).collect())],
            WorkloadKind::CronJob => {
                let template = template(None, pods.into_iter().chain([restart("OnFailure")]).collect());
                let job = Entry::new("spec", Value::Map(vec![template]));
                let schedule = assumed("schedule", Value::Text("0 * * * *".into()));
                vec![schedule, Entry::new("jobTemplate", Value::Map(vec![job]))]
            }
        }
    }

    fn pod_spec(&self, words: &Words<'_>, image_is_open: bool) -> Vec<Entry> {
        let image = placeholder::known(&self.image).unwrap_or(placeholder::IMAGE);
        let is_changed = placeholder::known(&self.original_image).is_some_and(|original| original != image);
        let mark = match () {
            () if image_is_open => LineMark::Placeholder,
            () if is_changed => LineMark::Changed,
            () => LineMark::Same,
        };
        let container = vec![
            Entry::text("name", placeholder::known(&self.container).unwrap_or(placeholder::CONTAINER)),
            Entry::text("image", image).marked(mark),
        ];
        let list = Value::List(vec![Value::Map(container)]);
        let containers = if self.init {
            // A pod has a container of its own behind its init containers.
            let own = Entry::text("name", placeholder::CONTAINER).marked(LineMark::Assumed);
            let own_image = Entry::text("image", placeholder::IMAGE).marked(LineMark::Assumed);
            let own = Value::List(vec![Value::Map(vec![own, own_image])]);
            vec![Entry::new("initContainers", list), Entry::new("containers", own).marked(LineMark::Assumed)]
        } else {
            vec![Entry::new("containers", list)]
        };
        containers.into_iter().chain(self.pull_secrets(words)).collect()
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
        Entry::text("app", cut.trim_end_matches(['-', '.'])).marked(LineMark::Assumed)
    }
}
