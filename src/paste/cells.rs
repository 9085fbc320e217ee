//! What a cell of an event's row can hold, told by what it looks like.

use super::age;
use crate::text::Span;

/// `pod/web` at the start of `rest`: kind, name, and the bytes both take.
pub(super) fn object(rest: &str) -> Option<(&str, &str, usize)> {
    let word = rest.split([' ', '\t']).next()?;
    let (kind, name) = word.split_once('/')?;
    let is_kind = kind.starts_with(|c: char| c.is_ascii_alphabetic())
        && kind.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    (is_kind && is_name(name)).then_some((kind, name, word.len()))
}

/// `spec.containers{web}` at the start of `rest`: the container, and the bytes it takes.
pub(super) fn subobject(rest: &str) -> Option<(&str, usize)> {
    let inside = rest.strip_prefix("spec.")?;
    let open = inside.find('{').filter(|&open| inside[..open].bytes().all(|b| b.is_ascii_alphabetic()))?;
    let close = open + inside[open..].find('}')?;
    Some((&inside[open + 1..close], "spec.".len() + close + 1))
}

/// How many bytes the source (`kubelet`, `kubelet, node-1`, `{kubelet node-1}`) at the start of `rest` takes.
pub(super) fn source_len(rest: &str) -> Option<usize> {
    if rest.starts_with('{') {
        return rest.find('}').map(|close| close + 1).filter(|&len| is_source(&rest[..len]));
    }
    if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        let cell = &rest[..gap(rest).unwrap_or(rest.len())];
        if is_source(cell) && cell.len() < rest.len() {
            return Some(cell.len());
        }
    }
    // In a row whose spaces were collapsed, a known component with one space behind it.
    let mut words = rest.split(' ');
    let first = words.next()?;
    let component = first.strip_suffix(',').unwrap_or(first);
    let known = is_component(component);
    let node = if component.len() < first.len() { 1 + words.next()?.len() } else { 0 };
    (known && first.len() + node < rest.len()).then_some(first.len() + node)
}

pub(super) fn is_source(cell: &str) -> bool {
    if let Some(inside) = cell.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        return inside.starts_with(|c: char| c.is_ascii_lowercase());
    }
    if !cell.starts_with(|c: char| c.is_ascii_lowercase()) {
        return false;
    }
    let comma = comma(cell);
    let (component, node) = comma.map_or((cell, "node"), |at| (&cell[..at], &cell[at + 2..]));
    let is_word = |text: &str| !text.is_empty() && !text.contains([' ', ':', '"', '/']);
    is_word(component) && is_word(node) && (component == "kubelet" || component.contains('-') || comma.is_some())
}

/// Where the first comma with a space behind it is.
pub(super) fn comma(cell: &str) -> Option<usize> {
    cell.match_indices(',').map(|(at, _)| at).find(|at| cell[at + 1..].starts_with(' '))
}

/// Whether a lone word names what reports events; pods are called all sorts of things.
pub(super) fn is_component(word: &str) -> bool {
    word == "kubelet" || word.ends_with("-scheduler") || word.ends_with("-controller")
}

pub(super) fn is_time(field: &str) -> bool {
    let digits = field.bytes().filter(u8::is_ascii_digit).count();
    let clock = field.find(':').is_some_and(|at| {
        field[..at].ends_with(|c: char| c.is_ascii_digit()) && field[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    });
    clock && digits >= 3 && field.len() <= 40 && !field.contains(['/', '"']) || age::duration(field.trim()).is_some()
}

pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'<' | b'>' | b':'))
}

/// Where the first gap between two cells is: two spaces, or a tab.
pub(super) fn gap(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let next_is_space = |at: usize| bytes.get(at + 1).is_some_and(|&byte| byte == b' ');
    (0..bytes.len()).find(|&at| bytes[at] == b'\t' || bytes[at] == b' ' && next_is_space(at))
}

/// The cells of a row: separated by two spaces or more, or by tabs.
pub(super) fn fields(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches([' ', '\t']);
        let (field, behind) = rest.split_at(gap(rest).unwrap_or(rest.len()));
        rest = behind;
        (!field.is_empty()).then(|| field.trim_end())
    })
}

/// The wide layout puts `FIRST SEEN`, `COUNT` and the event's own `NAME` behind the message.
pub(super) fn without_wide_columns(all: &str, message: Span, has_object: bool) -> Span {
    let mut rest = message.of(all);
    // The last column is looked at first: few rows have it, and each has a message.
    if !has_object || !rest.rsplit([' ', '\t']).next().is_some_and(is_event_name) {
        return message;
    }
    let mut take = |fits: fn(&str) -> bool| {
        let at = rest.rfind("  ").filter(|&at| fits(rest[at..].trim()))?;
        rest = rest[..at].trim_end();
        Some(rest.len())
    };
    let end = take(is_event_name)
        .and_then(|_| take(|cell| cell.bytes().all(|b| b.is_ascii_digit())))
        .and_then(|_| take(is_time));
    end.map_or(message, |len| Span::new(message.start, message.start + len))
}

/// `web-7d4b9.17a3f0c2d1e4b5a6`: an object's name and a time in hex.
pub(super) fn is_event_name(cell: &str) -> bool {
    cell.rsplit_once('.')
        .is_some_and(|(name, time)| is_name(name) && time.len() >= 12 && time.bytes().all(|b| b.is_ascii_hexdigit()))
}
