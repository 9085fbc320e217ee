//! What a paste is read into.

use crate::content::{Content, Facts, command};
use crate::text::{Excerpt, Span};
use std::borrow::Cow;

/// A paste as it was understood. It borrows from the input wherever the input has the very words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paste<'a> {
    /// What the text is.
    pub kind: InputKind,
    /// The pods it speaks of, in the order they appear. A bare message stands in one pod without a name.
    pub pods: Vec<PodReport<'a>>,
    /// What was odd, cut or left out.
    pub notes: Vec<Note>,
}

/// The formats that are told apart; the ids are part of the command's contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InputKind {
    /// `kubectl describe pod`.
    Describe,
    /// A table of events.
    EventsTable,
    /// One event, or a bare message.
    EventLine,
    /// `kubectl get pods`.
    GetPods,
    /// A Kubernetes object as YAML.
    Yaml,
    /// A Kubernetes object as JSON.
    Json,
    /// Lines of the kubelet's log.
    KubeletLog,
    /// Lines of a container runtime's log.
    RuntimeLog,
    /// Output of `crictl`.
    Crictl,
    /// Output of docker, podman, nerdctl, ctr or skopeo.
    DockerCli,
    /// None of these.
    #[default]
    Unrecognised,
}

impl InputKind {
    /// The id, as the command prints it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Describe => "describe",
            Self::EventsTable => "events-table",
            Self::EventLine => "event-line",
            Self::GetPods => "get-pods",
            Self::Yaml => "yaml",
            Self::Json => "json",
            Self::KubeletLog => "kubelet-log",
            Self::RuntimeLog => "runtime-log",
            Self::Crictl => "crictl",
            Self::DockerCli => "docker-cli",
            Self::Unrecognised => "unrecognised",
        }
    }
}

/// What a paste says about one pod.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodReport<'a> {
    /// The pod's name, or empty.
    pub name: Cow<'a, str>,
    /// Its namespace, or empty.
    pub namespace: Cow<'a, str>,
    /// The kind and name of what controls it (`ReplicaSet/web-7d4b9`), or empty.
    pub controlled_by: Cow<'a, str>,
    /// The node that it runs on, or empty.
    pub node: Cow<'a, str>,
    /// Its phase as `kubectl describe` gives it (`Pending`, `Running`), or empty.
    pub phase: Cow<'a, str>,
    /// Its containers, init containers first, as listed.
    pub containers: Vec<ContainerReport<'a>>,
    /// Its events, as listed.
    pub events: Vec<Event<'a>>,
}

/// What a paste says about one container.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContainerReport<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Whether it is an init container.
    pub init: bool,
    /// Its image as the pod spells it, or empty.
    pub image: Excerpt<'a>,
    /// `Waiting`, `Running`, `Terminated`, or empty.
    pub state: Cow<'a, str>,
    /// The reason of that state (`ImagePullBackOff`), or empty.
    pub reason: Excerpt<'a>,
    /// The waiting message, where the format carries one.
    pub message: Excerpt<'a>,
    /// Whether this is no more than the image that a build or a job says it fetches; what follows may be about other
    /// steps.
    pub fetched: bool,
}

/// One event of a pod, or a bare message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event<'a> {
    /// `Normal`, `Warning`, or empty.
    pub severity: &'static str,
    /// The reason (`Failed`, `BackOff`), or empty.
    pub reason: Cow<'a, str>,
    /// Seconds since it was last seen, where the paste says so.
    pub age: Option<u64>,
    /// The container it names, or empty.
    pub container: Cow<'a, str>,
    /// The message, unwrapped and unquoted.
    pub message: Excerpt<'a>,
    /// Its place in the input.
    pub span: Span,
}

/// Something about a paste that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no text.
    Empty,
    /// It is longer than [`super::MAX_BYTES`] and was not looked at.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// It has bytes that are no text (NUL and other control characters).
    Binary,
    /// It is a web page's source.
    Html,
    /// The last message ends in the middle.
    CutOff {
        /// Where the text breaks off.
        span: Span,
    },
    /// It is an object as it was asked for, without a state or an event.
    Manifest,
    /// It is a pod list without messages: the reasons are there, the causes are not.
    NoMessages,
    /// It is `kubectl` saying that there is no pod, namespace or workload of this name, or none at all.
    NotFound,
    /// It holds no sign of a pod or of an image.
    NothingKnown,
}

impl Note {
    /// The id, as the command prints it and as the content names it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too-long",
            Self::Binary => "binary",
            Self::Html => "html",
            Self::CutOff { .. } => "cut-off",
            Self::Manifest => "manifest",
            Self::NoMessages => "no-messages",
            Self::NotFound => "not-found",
            Self::NothingKnown => "nothing-known",
        }
    }

    /// What it says to a person, in the markup of the content.
    #[must_use]
    pub fn text(&self, content: &Content) -> String {
        let text = content.words.notes.get(self.id()).map_or("", String::as_str);
        match self {
            Self::TooLong { bytes } => text.replace("{size}", &(bytes / (1024 * 1024)).to_string()),
            _ => text.into(),
        }
    }

    /// What to run, where the note ends in a command.
    #[must_use]
    pub fn command(&self, content: &Content, facts: &Facts) -> Option<String> {
        let written = content.words.note_commands.get(self.id())?;
        // Who listed pods without naming a namespace finds the pod without naming it, too.
        let named = facts.get("pod").is_none() || facts.get("namespace").is_some();
        let text = if named { written.clone() } else { written.replace(" -n {namespace}", "") };
        Some(command(&text, facts))
    }

    /// Whether it is all there is to say about the paste.
    #[must_use]
    pub fn is_the_answer(&self) -> bool {
        match self {
            Self::Empty
            | Self::TooLong { .. }
            | Self::Binary
            | Self::Html
            | Self::Manifest
            | Self::NotFound
            | Self::NothingKnown => true,
            Self::CutOff { .. } | Self::NoMessages => false,
        }
    }
}
