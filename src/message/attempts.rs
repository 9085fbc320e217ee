//! Messages that tell of more than one try: a list per login, mirrors before the registry, an artifact after the image.

use super::peel::{peel, trimmed, wrapper_at};
use super::{Layer, Role};
use crate::content::{Content, Stage};
use crate::text::Span;

/// More tries than this are not told apart.
const MAX_TRIES: usize = 16;

/// The tries of `[a, b]`; `None` where `rest` is no such list.
///
/// The list is split only where a known wrapper begins, since tries have commas of their own. A list that is cut off
/// before its bracket is a list too.
pub(super) fn list(content: &Content, message: &str, rest: Span) -> Option<Vec<Span>> {
    let text = rest.of(message);
    let inside = text.strip_prefix('[')?;
    wrapper_at(content, inside.trim_start())?;
    let mut tries = Vec::new();
    let mut start = 1;
    for (at, _) in text.match_indices(", ") {
        if tries.len() + 1 < MAX_TRIES && wrapper_at(content, &text[at + 2..]).is_some() {
            tries.push(Span::new(start, at));
            start = at + 2;
        }
    }
    let last = text[start..].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\\' | '.'));
    let last = last.strip_suffix(']').unwrap_or(last);
    tries.push(Span::new(start, start + last.len()));
    Some(tries.into_iter().map(|part| trimmed(message, part.shifted(rest.start))).collect())
}

/// The layers of the try that got farthest, with each other try as one layer beside them.
pub(super) fn farthest(content: &Content, message: &str, tries: &[Span], depth: usize) -> Vec<Layer> {
    let mut best: Option<(usize, usize, Vec<Layer>)> = None;
    for (index, span) in tries.iter().enumerate() {
        let layers = peel(content, message, *span, depth + 1);
        let reached = reached(content, message, &layers);
        if best.as_ref().is_none_or(|(_, so_far, _)| reached > *so_far) {
            best = Some((index, reached, layers));
        }
    }
    let Some((chosen, _, mut deciding)) = best else { return Vec::new() };
    let mut all = Vec::new();
    for (index, span) in tries.iter().enumerate() {
        if index == chosen {
            all.append(&mut deciding);
        } else if !span.is_empty() {
            all.push(Layer::new("other-attempt", Role::Trails, *span));
        }
    }
    all
}

/// How far a try got on its way to the image: the later the stage that failed, the more it tells.
fn reached(content: &Content, message: &str, layers: &[Layer]) -> usize {
    let words = layers.iter().rfind(|layer| layer.role == Role::Decides).map(|layer| layer.span.of(message));
    let words = words.unwrap_or_default().to_ascii_lowercase();
    let fits = |stage: &Stage| {
        stage.words.iter().any(|word| words.contains(word.as_str()))
            || layers.iter().any(|layer| stage.wrappers.contains(&layer.wrapper))
    };
    let other = content.stages.iter().position(|stage| stage.words.is_empty() && stage.wrappers.is_empty());
    content.stages.iter().rposition(fits).or(other).unwrap_or_default()
}

/// The part of `(Mirrors also failed: […]): REF: ERR` that speaks of the mirrors and names the registry's reference.
///
/// The mirrors' errors stand on lines of their own, so that this is no form.
pub(super) fn mirrors(message: &str, rest: Span) -> Option<Span> {
    const BEGIN: &str = "(mirrors also failed: ";
    let text = rest.of(message);
    if !text.get(..BEGIN.len())?.eq_ignore_ascii_case(BEGIN) {
        return None;
    }
    let end = text.find("]): ")? + "])".len();
    let behind = &text[end + 2..];
    let word = behind.find(|c: char| c.is_ascii_whitespace()).unwrap_or(behind.len());
    let reference = behind[..word].strip_suffix(':').map_or(0, |reference| 2 + reference.len());
    Some(Span::new(rest.start, rest.start + end + reference))
}

/// The two halves of `X; artifact err: Y`.
pub(super) fn artifact(message: &str, rest: Span) -> Option<(Span, Span)> {
    let at = rest.of(message).find("; artifact err:")?;
    let artifact = trimmed(message, Span::new(rest.start + at + "; ".len(), rest.end));
    Some((Span::new(rest.start, rest.start + at), artifact))
}

/// The words in front of `(after reconnecting, X)` or `(while reconnecting: X)`, and X: the download broke, and so did the one that went on with it.
pub(super) fn reconnecting(message: &str, rest: Span) -> Option<(Span, Span)> {
    const BEGINS: [&str; 2] = ["(after reconnecting, ", "(while reconnecting: "];
    let text = rest.of(message);
    if !text.as_bytes().contains(&b'(') {
        return None;
    }
    let (at, begin) = BEGINS.iter().find_map(|begin| Some((text.find(begin).filter(|at| *at > 0)?, begin)))?;
    let again = &text[at + begin.len()..];
    // What follows in brackets of its own are numbers for those who write the runtime.
    let again = again.split(") (").next().unwrap_or(again);
    let again = again.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\\'));
    let start = rest.start + at + begin.len();
    let words = trimmed(message, Span::new(rest.start, rest.start + at));
    Some((words, trimmed(message, Span::new(start, start + again.len()))))
}
