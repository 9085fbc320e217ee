//! The peeling itself: wrapper after wrapper, down to the words that decide.

use super::{Layer, Role, attempts, forms, tail};
use crate::content::{Content, Says, Wrapper};
use crate::text::Span;

/// A message with more layers than this is nobody's; the rest of it decides.
const MAX_LAYERS: usize = 64;
/// How deep lists and quotes are followed.
const MAX_DEPTH: usize = 6;
/// How much of a form must be literal before it is looked for behind words that nobody knows.
const DISTINCTIVE: usize = 8;

/// The layers of `within`, which is a part of `message`.
pub(super) fn peel(content: &Content, message: &str, within: Span, depth: usize) -> Vec<Layer> {
    let mut layers = peeled(content, message, within, depth);
    if !layers.iter().any(|layer| layer.role == Role::Decides)
        && let Some(last) = layers.iter_mut().rfind(|layer| layer.role == Role::Wraps)
    {
        // Nothing stands behind the last wrapper: its own words are all there is.
        *last = Layer::new("", Role::Decides, last.span);
    }
    layers
}

fn peeled(content: &Content, message: &str, within: Span, depth: usize) -> Vec<Layer> {
    let mut layers = Vec::new();
    let mut rest = trimmed(message, within);
    let mut behind = Vec::new();
    while depth < MAX_DEPTH && layers.len() < MAX_LAYERS && !rest.is_empty() {
        if let Some((words, again)) = attempts::reconnecting(message, rest)
            && attempts::artifact(message, rest).is_none()
        {
            rest = words;
            behind.insert(0, Layer::new("other-attempt", Role::Trails, again));
        } else if let Some(inner) = attempts::mirrors(message, rest) {
            layers.push(Layer::new("mirrors-failed", Role::Wraps, inner));
            rest = behind_separator(message, Span::new(inner.end, rest.end));
        } else if let Some(tries) = attempts::list(content, message, rest) {
            layers.extend(attempts::farthest(content, message, &tries, depth));
            layers.extend(behind);
            return layers;
        } else if let Some((inside, after)) = quotation(content, message, rest, &layers) {
            layers.extend(peel(content, message, inside, depth + 1));
            let after = trimmed(message, after);
            if !after.is_empty() {
                layers.push(Layer::new("body", Role::Trails, after));
            }
            layers.extend(behind);
            return layers;
        } else if let Some((wrapper, len)) = wrapper_at(content, rest.of(message)) {
            let end = rest.start + len;
            layers.push(Layer::new(&wrapper.id, Role::Wraps, Span::new(rest.start, end)));
            rest = behind_separator(message, Span::new(end, rest.end));
            if wrapper.id == "image-or-artifact"
                && let Some((image, artifact)) = attempts::artifact(message, rest)
            {
                rest = image;
                behind.push(Layer::new("artifact-attempt", Role::Trails, artifact));
            }
        } else if let Some(known) = next_known(content, message, rest) {
            layers.push(Layer::new("unrecognised", Role::Wraps, before_separator(message, rest.start, known)));
            rest = Span::new(known, rest.end);
        } else {
            break;
        }
    }
    if !rest.is_empty() {
        tail::decide(content, message, rest, &mut layers);
    }
    layers.extend(behind);
    layers
}

/// The wrapper at the beginning of `text` with the most literal words, and how many bytes it covers.
pub(super) fn wrapper_at<'content>(content: &'content Content, text: &str) -> Option<(&'content Wrapper, usize)> {
    best_fit(content, text, false).map(|(wrapper, fit)| (wrapper, fit.len))
}

/// What the wrapper at the beginning of `text` says by itself, whether something separates it from what follows or not.
pub(super) fn beginning(content: &Content, text: &str) -> Option<(Says, Option<Span>)> {
    let first = text.as_bytes().first()?;
    content.forms_from(*first).find_map(|(wrapper, form)| {
        let says = wrapper.says?;
        forms::fit(form, text).map(|fit| (says, fit.image))
    })
}

/// The image reference that the wrapper at the beginning of `text` names.
pub(super) fn image_at(content: &Content, text: &str) -> Option<Span> {
    best_fit(content, text, true)?.1.image.filter(|image| !image.is_empty())
}

/// The form with the most literal words at the beginning of `text`; with `deciding`, also of those that decide.
fn best_fit<'content>(
    content: &'content Content,
    text: &str,
    deciding: bool,
) -> Option<(&'content Wrapper, forms::Fit)> {
    let first = text.as_bytes().first()?;
    let mut best: Option<(&Wrapper, forms::Fit)> = None;
    // An error class is a wrapper's word too where something follows it, but never at the beginning of a layer.
    for (wrapper, form) in content.forms_from(*first).filter(|(wrapper, _)| wrapper.id != "error-class") {
        if wrapper.decides && !deciding {
            continue;
        }
        let Some(fit) = forms::fit(form, text) else { continue };
        let better = best.is_none_or(|(_, so_far)| (fit.literal, fit.same_case) > (so_far.literal, so_far.same_case));
        if better && (wrapper.decides || separated(&text[fit.len..], form.ends_open())) {
            best = Some((wrapper, fit));
        }
    }
    best
}

/// Whether a wrapper may end here: at the end, at a colon with white space behind it, at a line break.
fn separated(rest: &str, open: bool) -> bool {
    // The end of a sentence, or of a quotation that this stands in.
    if rest.contains('"') && rest.trim_end_matches(['"', '.', '\\']).is_empty() {
        return true;
    }
    let mut bytes = rest.bytes();
    match (bytes.next(), bytes.next()) {
        (None, _)
        | (Some(b'\n' | b'\r'), _)
        | (Some(b':'), None | Some(b' ' | b'\n' | b'\r' | b'\t' | b'\\' | b'[')) => true,
        (Some(b' ' | b'\t'), Some(next)) => open || next.is_ascii_digit(),
        (Some(b' ' | b'\t'), None) => true,
        // The list and the quotation begin without a space now and then.
        (Some(b'[' | b':'), _) => open,
        _ => false,
    }
}

/// Where the next wrapper begins behind words that nobody knows, on the same line and before any body.
fn next_known(content: &Content, message: &str, rest: Span) -> Option<usize> {
    let text = &rest.of(message)[..tail::line_end(rest.of(message))];
    let mut before = 0;
    for (at, c) in text.char_indices() {
        let fresh = at > 0 && !char::from(before).is_ascii_alphanumeric() && before != b'_';
        before = if c.is_ascii() { c as u8 } else { b'x' };
        if !fresh || !c.is_ascii_alphabetic() && c != '(' {
            continue;
        }
        if let Some((wrapper, fit)) = best_fit(content, &text[at..], false)
            && fit.literal + 4 * fit.holes >= DISTINCTIVE
            && (text[at + fit.len..].contains(char::is_alphanumeric) || wrapper.says.is_some() && fit.image.is_some())
        {
            return Some(rest.start + at);
        }
    }
    None
}

/// The inside of a quotation that holds a message of its own, and what stands behind it.
fn quotation(content: &Content, message: &str, rest: Span, layers: &[Layer]) -> Option<(Span, Span)> {
    let text = rest.of(message);
    if !text.starts_with(['"', '\\']) {
        return None;
    }
    let after_step = layers.last().is_some_and(|layer| layer.wrapper == "sync-error");
    let open = text.find('"')? + 1;
    if !text[..open - 1].bytes().all(|byte| byte == b'\\') {
        return None;
    }
    let (inside, end) = match forms::quoted(text) {
        // A word right behind the closing quote: the quotes inside have lost their backslashes, the last one closes.
        Some((_, end)) if text[end..].starts_with(|c: char| c.is_alphanumeric()) => {
            let last = text.rfind('"').unwrap_or(text.len());
            (Span::new(open, last), (last + 1).min(text.len()))
        }
        Some(found) => found,
        None => (Span::new(open, text.len()), text.len()),
    };
    let holds_message = after_step || wrapper_at(content, inside.of(text)).is_some();
    holds_message.then(|| (inside.shifted(rest.start), Span::new(rest.start + end, rest.end)))
}

/// `span` without the white space around it. A line break written as `\n` counts as white space.
pub(super) fn trimmed(message: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start, span.end);
    loop {
        let text = Span::new(start, end).of(message);
        let inner = text.trim_start();
        let inner =
            inner.trim_start_matches('\\').strip_prefix('n').filter(|_| inner.starts_with('\\')).unwrap_or(inner);
        let tail = inner.trim_end();
        let tail = tail.strip_suffix("\\n").map_or(tail, |tail| tail.trim_end_matches('\\'));
        if tail.len() == text.len() {
            return Span::new(start, end);
        }
        start += text.len() - inner.len();
        end = start + tail.len();
    }
}

/// What is left of `span` behind the colon and the white space at its beginning.
fn behind_separator(message: &str, span: Span) -> Span {
    let rest = trimmed(message, span);
    let colon = usize::from(rest.of(message).starts_with(':'));
    trimmed(message, Span::new(rest.start + colon, rest.end))
}

/// The words from `start` up to the separator in front of `end`.
fn before_separator(message: &str, start: usize, end: usize) -> Span {
    let words = Span::new(start, end).of(message);
    let kept = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '"' | '\\' | '(' | '['));
    // Words that are nothing but signs are kept whole, so that no layer is empty.
    Span::new(start, start + if kept.is_empty() { words.len() } else { kept.len() })
}
