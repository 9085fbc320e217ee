//! What is left when every wrapper is peeled: the deciding words, and what trails behind them.

use super::{Layer, Role};
use crate::content::Content;
use crate::text::{Span, markup};

/// How a line begins in which a registry gives its reason.
const CODES: [&str; 13] = [
    "denied",
    "unauthorized",
    "unknown",
    "toomanyrequests",
    "manifest unknown",
    "name unknown",
    "name invalid",
    "manifest invalid",
    "blob unknown",
    "unsupported",
    "unavailable",
    "errors",
    "{\"errors\"",
];

/// Adds the layers of `rest`, behind which nothing is left to peel.
pub(super) fn decide(content: &Content, message: &str, rest: Span, layers: &mut Vec<Layer>) {
    let text = rest.of(message);
    let line = line_end(text);
    let head = before_signs(&text[..line]);
    let body = Span::new(rest.start + line, rest.end);
    let body = super::peel::trimmed(message, body);
    let head = Span::new(rest.start, rest.start + head.len());
    if head.is_empty() {
        // A page and nothing else: it is not read, and the wrapper in front of it is all that is said.
        layers.push(Layer::new("body", Role::Trails, rest));
        return;
    }
    if is_status(head.of(message)) && begins_with_code(body.of(message)) {
        layers.push(Layer::new("status-line", Role::Wraps, head));
        decide(content, message, past_errors(message, body), layers);
        return;
    }
    let (words, class) = class(content, message, head, layers);
    layers.push(Layer::new("", Role::Decides, words));
    if let Some(class) = class {
        layers.push(Layer::new("error-class", Role::Trails, class));
    }
    if !body.is_empty() {
        layers.push(Layer::new("body", Role::Trails, body));
    }
}

/// Where the first line of `text` ends, or the page that begins inside it.
pub(super) fn line_end(text: &str) -> usize {
    let line = text.find(['\n', '\r']).unwrap_or(text.len());
    // A line break that was quoted once or more: `\n`, `\\n`.
    let written = text.find("\\n").map(|at| text[..at].trim_end_matches('\\').len());
    let line = written.map_or(line, |written| written.min(line));
    markup::page_at(&text[..line]).unwrap_or(line)
}

/// `text` without the signs that lead over to a body: `: "`.
fn before_signs(text: &str) -> &str {
    let kept = text.trim_end();
    let signs = kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\\' | ':' | ','));
    // A closing quote belongs to the words; only an opening one leads over.
    if signs.is_empty() || kept[signs.len()..].contains([':', ',']) { signs } else { kept }
}

/// Whether a line begins with the number of an HTTP answer: `401 Unauthorized`.
pub(super) fn is_status(head: &str) -> bool {
    let bytes = head.as_bytes();
    bytes.len() >= 3 && bytes[..3].iter().all(u8::is_ascii_digit) && bytes.get(3).is_none_or(|byte| *byte == b' ')
}

/// Whether a line begins with the code by which a registry gives its reason.
pub(super) fn begins_with_code(body: &str) -> bool {
    CODES.iter().any(|code| {
        body.get(..code.len()).is_some_and(|start| start.eq_ignore_ascii_case(code))
            && body[code.len()..].bytes().next().is_none_or(|next| matches!(next, b':' | b'\n' | b'\r'))
    })
}

/// `body` behind its `errors:` line.
fn past_errors(message: &str, body: Span) -> Span {
    let text = body.of(message);
    let errors = "errors:";
    let begins = text.get(..errors.len()).is_some_and(|start| start.eq_ignore_ascii_case(errors));
    let inner = super::peel::trimmed(message, Span::new(body.start + errors.len().min(text.len()), body.end));
    if begins && !inner.is_empty() { inner } else { body }
}

/// The deciding words and the error class behind them. `REF: not found` has no other words: there the class decides.
fn class(content: &Content, message: &str, head: Span, layers: &[Layer]) -> (Span, Option<Span>) {
    let text = head.of(message);
    let Some((words, class)) = text.rsplit_once(": ") else { return (head, None) };
    let plain = class.trim_end_matches(['"', '\\', '.', '`']);
    let classes = content.wrappers.iter().find(|wrapper| wrapper.id == "error-class");
    let known = classes.is_some_and(|classes| classes.forms.iter().any(|class| plain.eq_ignore_ascii_case(class)));
    if !known || !words.trim().contains(' ') || names_image(message, words, layers) {
        return (head, None);
    }
    let at = head.end - class.len();
    (Span::new(head.start, head.start + words.len()), Some(Span::new(at, head.end)))
}

/// Whether a layer around has these very words in quotes: a redacted reference may have white space.
fn names_image(message: &str, words: &str, layers: &[Layer]) -> bool {
    layers.iter().any(|layer| {
        layer.span.of(message).split('"').skip(1).step_by(2).any(|quoted| quoted.trim_end_matches('\\') == words)
    })
}
