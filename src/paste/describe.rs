//! The fields of `kubectl describe pod`, of any release, whole or in part.
//!
//! Fields are known by their names, not by their indent: people paste with the indent lost. A container is a line `web:`
//! that the first field of a container follows.

use super::draft::{Draft, Section};
use super::lines::{Line, Lines};
use super::model::ContainerReport;
use super::wrap::{self, Layout};
use crate::text::Span;
use std::borrow::Cow;

/// Names of fields that say where in the text one is, or something about a container.
const FIELDS: &[&str] = &[
    "Annotations",
    "Args",
    "Command",
    "Conditions",
    "Container ID",
    "Containers",
    "Controlled By",
    "Controllers",
    "Environment",
    "Environment Variables",
    "Ephemeral Containers",
    "Events",
    "Exit Code",
    "Finished",
    "Host Port",
    "Host Ports",
    "IP",
    "IPs",
    "Image",
    "Image ID",
    "Image(s)",
    "Init Containers",
    "Labels",
    "Last State",
    "Limits",
    "Liveness",
    "Message",
    "Mounts",
    "Name",
    "Namespace",
    "Node",
    "Node-Selectors",
    "Port",
    "Ports",
    "Priority",
    "Priority Class Name",
    "QoS Class",
    "QoS Tier",
    "Readiness",
    "Ready",
    "Reason",
    "Replication Controllers",
    "Requests",
    "Restart Count",
    "Security Policy",
    "Service Account",
    "Start Time",
    "Started",
    "State",
    "Status",
    "Tolerations",
    "Volumes",
];

/// The name of the field on a line, and the byte where its value starts; `None` where the line is no field.
pub(super) fn field(text: &str) -> Option<(&'static str, usize)> {
    let colon = text.find(':').filter(|&colon| colon <= 24)?;
    let name = FIELDS.iter().find(|name| **name == &text[..colon])?;
    let rest = &text[colon + 1..];
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| (*name, text.len() - rest.trim_start().len()))
}

/// Reads the field on line `at`; gives the first line behind it.
pub(super) fn take<'a>(draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize, layout: Layout) -> usize {
    let Some(line) = lines.get(at) else { return at + 1 };
    let inner = line.inner();
    let Some((name, value_at)) = field(line.trimmed()) else { return at + 1 };
    let span = Span::new(inner.start + value_at.min(inner.len()), inner.end);
    let value = line.part(span);
    let words = value.words(Span::new(0, value.text().len()));
    draft.seen.fields += 1;
    match name {
        "Name" => {
            let next = next_text(lines, at + 1);
            let starts_pod = draft.section == Section::None
                || next.is_some_and(|next| is_field(next, "Namespace") || is_field(next, "Image(s)"))
                || draft.section == Section::Events;
            if starts_pod {
                draft.begin_pod(words);
            }
        }
        "Namespace" if draft.section == Section::Head => draft.namespace(words),
        "Controlled By" | "Controllers" if words != "<none>" => draft.controlled_by(words),
        "Node" if draft.section == Section::Head && words != "<none>" => {
            let name = Span::new(0, value.text().find('/').unwrap_or(value.text().len()));
            draft.pod().node = value.words(name);
        }
        "Init Containers" => draft.section = Section::Containers { init: true },
        "Containers" | "Ephemeral Containers" => draft.section = Section::Containers { init: false },
        "Conditions" | "Volumes" | "QoS Class" | "Tolerations" | "Node-Selectors" => draft.section = Section::Other,
        "Events" => {
            draft.table_begins();
            draft.section = Section::Events;
        }
        "Image" => container(draft).image = value,
        "State" | "Last State" => {
            draft.in_state = name == "State";
            if draft.in_state {
                container(draft).state = words;
            }
        }
        "Reason" if in_container(draft) && draft.in_state => container(draft).reason = value,
        "Message" if !value.is_empty() => return message(draft, lines, at, layout),
        "Reason" if draft.section == Section::Head => draft.pod_reason = words,
        "Status" if draft.section == Section::Head => draft.pod().phase = words,
        _ => {}
    }
    at + 1
}

/// A message beside a state, or beside the reason of the whole pod.
fn message<'a>(draft: &mut Draft<'a>, lines: &Lines<'a>, at: usize, layout: Layout) -> usize {
    let (text, end) = wrap::gather(lines, at, layout, false);
    let start = text.text().find(':').map_or(0, |colon| colon + 1);
    let (start, stop) = (start + leading_space(&text.text()[start..]), text.text().trim_end().len());
    let message = text.part(Span::new(start, stop));
    if in_container(draft) {
        if draft.in_state {
            container(draft).message = message;
        }
    } else {
        let reason = std::mem::take(&mut draft.pod_reason);
        draft.bare(message, reason);
    }
    end
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn in_container(draft: &Draft) -> bool {
    matches!(draft.section, Section::Containers { .. })
}

/// The container that fields speak of now; a nameless one where the paste starts in the middle of it.
fn container<'d, 'a>(draft: &'d mut Draft<'a>) -> &'d mut ContainerReport<'a> {
    if !in_container(draft) {
        draft.section = Section::Containers { init: false };
        draft.in_state = true;
        draft.add_container(ContainerReport::default());
    }
    draft.container()
}

/// Whether line `at` is the name of a container: `web:`, and a container's first field behind it.
pub(super) fn container_name<'a>(lines: &Lines<'a>, at: usize) -> Option<Cow<'a, str>> {
    let line = lines.get(at)?;
    let name = line.trimmed().strip_suffix(':')?;
    let fits = !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.');
    let next = next_text(lines, at + 1)?;
    (fits && ["Container ID", "Image", "Image ID", "Port", "State"].iter().any(|field| is_field(next, field)))
        .then(|| line.excerpt().words(Span::new(line.inner().start, line.inner().end - 1)))
}

/// Begins the container whose name stands on a line.
pub(super) fn begin_container<'a>(draft: &mut Draft<'a>, name: Cow<'a, str>) {
    let init = draft.section == Section::Containers { init: true };
    if !in_container(draft) {
        draft.section = Section::Containers { init: false };
    }
    draft.in_state = true;
    draft.seen.fields += 1;
    draft.add_container(ContainerReport { name, init, ..ContainerReport::default() });
}

/// The next line that says something.
fn next_text<'l>(lines: &'l Lines, from: usize) -> Option<&'l str> {
    let texts = (from..from + 4).filter_map(|at| lines.get(at)).map(Line::trimmed);
    texts.into_iter().find(|text| !text.is_empty() && !text.starts_with(".."))
}

fn is_field(text: &str, name: &str) -> bool {
    field(text).is_some_and(|(found, _)| found == name)
}
