//! What kind of paste it is, by the lines that it has.

use super::model::InputKind;

/// How often each kind of line was seen; the kind of the whole paste follows from it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// Fields of `kubectl describe`.
    pub(super) fields: usize,
    /// Rows of events.
    pub(super) rows: usize,
    /// Rows of events that name their object.
    pub(super) object_rows: usize,
    /// Headers of tables of events.
    pub(super) event_headers: usize,
    /// Pods of a list.
    pub(super) pod_rows: usize,
    /// Bare messages.
    pub(super) messages: usize,
    /// Lines as the kubelet and crictl log them.
    pub(super) kubelet_lines: usize,
    /// Lines as runtimes log them.
    pub(super) runtime_lines: usize,
    /// Commands of `crictl`.
    pub(super) crictl: usize,
    /// Errors as docker, podman and their likes print them.
    pub(super) docker: usize,
    /// Lines that start with a level, such as `FATA[0000]`.
    pub(super) levels: usize,
    /// Pulls by hand.
    pub(super) pulls: usize,
    /// Keys of objects.
    pub(super) keys: usize,
    /// Keys of objects that are JSON.
    pub(super) json: usize,
}

impl Seen {
    /// What the paste is as a whole: the format that tells most, of those that were seen.
    pub(super) fn kind(&self) -> InputKind {
        match () {
            () if self.json > 0 && self.json * 2 > self.keys => InputKind::Json,
            () if self.fields >= 2 && self.fields > self.keys => InputKind::Describe,
            () if self.rows > 1 || (self.rows == 1 && self.event_headers > 0) => InputKind::EventsTable,
            () if self.rows == 1 => InputKind::EventLine,
            () if self.crictl > 0 || (self.levels > 0 && self.pulls == 0) => InputKind::Crictl,
            () if self.kubelet_lines > 0 => InputKind::KubeletLog,
            () if self.runtime_lines > 0 => InputKind::RuntimeLog,
            () if self.keys > 0 => InputKind::Yaml,
            () if self.pod_rows > 0 => InputKind::GetPods,
            () if self.pulls > 0 || self.docker > 0 => InputKind::DockerCli,
            () if self.messages > 0 => InputKind::EventLine,
            () if self.fields > 0 => InputKind::Describe,
            () => InputKind::Unrecognised,
        }
    }
}
