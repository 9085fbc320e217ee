//! A small YAML writer whose lines remember what they mean.
//!
//! Block style as people write it for `kubectl`: two spaces an indent, list items indented under their key, keys in the
//! order given. A text is plain only where no YAML reader can take it for anything else; otherwise it stands in double
//! quotes, escaped as in JSON. There are no numbers and no anchors: nothing here needs them.

use super::json::{self, Escapes, is_yaml_printable};
use super::placeholder;

/// A YAML file to copy or to download.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YamlDocument {
    /// The name that the file should have.
    pub file_name: String,
    /// Its lines in order.
    pub lines: Vec<YamlLine>,
}

/// One line and what it is, compared with the manifest that the person has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YamlLine {
    /// The line without its end.
    pub text: String,
    /// What it is.
    pub mark: LineMark,
}

/// What a line is, compared with the manifest that the person has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineMark {
    /// It stands there already, as far as that is known.
    #[default]
    Same,
    /// It is new.
    Added,
    /// It stands there with another value.
    Changed,
    /// It has a value that the person must still fill in.
    Placeholder,
    /// The person's own file has it, with a value that nobody told: it must stay as it is there.
    Assumed,
}

impl YamlDocument {
    /// The whole file: every line with a line end.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    /// Whether no value is left to fill in.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.lines.iter().all(|line| line.mark != LineMark::Placeholder)
    }
}

/// A value of a YAML tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// The word `true`.
    True,
    /// A text of several lines, each ended by a line end, written as they are where YAML can.
    Block(Vec<YamlLine>),
    /// Keys and values in this order. Keys must not repeat.
    Map(Vec<Entry>),
    /// Values in this order.
    List(Vec<Value>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    key: &'static str,
    value: Value,
    mark: LineMark,
    comment: String,
}

impl Entry {
    /// A key with any value.
    #[must_use]
    pub fn new(key: &'static str, value: Value) -> Self {
        Self { key, value, mark: LineMark::Same, comment: String::new() }
    }

    /// A key with a text; a placeholder is marked as one.
    #[must_use]
    pub fn text(key: &'static str, text: &str) -> Self {
        let mark = if placeholder::is_placeholder(text) { LineMark::Placeholder } else { LineMark::Same };
        Self { mark, ..Self::new(key, Value::Text(text.to_owned())) }
    }

    /// The same, with its lines and those below it marked, except where something below has a mark of its own.
    #[must_use]
    pub fn marked(mut self, mark: LineMark) -> Self {
        if self.mark != LineMark::Placeholder {
            self.mark = mark;
        }
        self
    }

    /// The same under a comment; none where it is empty.
    #[must_use]
    pub fn commented(mut self, comment: &str) -> Self {
        comment.clone_into(&mut self.comment);
        self
    }
}

/// A file with this map as its content.
#[must_use]
pub fn document(file_name: &str, entries: &[Entry]) -> YamlDocument {
    let mut lines = map_lines(entries, LineMark::Same);
    if lines.is_empty() {
        lines.push(YamlLine { text: "{}".into(), mark: LineMark::Same });
    }
    YamlDocument { file_name: file_name.to_owned(), lines }
}

/// A line of another format, marked where a placeholder stands in it.
pub(super) fn marked_line(text: &str) -> YamlLine {
    let is_open = placeholder::split(text).iter().any(|(is_placeholder, _)| *is_placeholder);
    YamlLine { text: text.to_owned(), mark: if is_open { LineMark::Placeholder } else { LineMark::Same } }
}

/// A text as a scalar: plain where that is certainly safe, else in double quotes.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { json::string(text, Escapes::Yaml) }
}

/// Plain are words that start with a letter (or a dot and a letter) and are none of YAML 1.1's other spellings of true,
/// false, null, infinity and "not a number". All numbers and dates start otherwise.
fn is_plain(text: &str) -> bool {
    const RESERVED: [&str; 11] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", ".inf", ".nan"];
    let word = text.strip_prefix('.').unwrap_or(text);
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "-._/@:+".contains(c))
        && !text.ends_with(':')
        && !RESERVED.iter().any(|reserved| text.eq_ignore_ascii_case(reserved))
}

/// How a value continues the line of its key or dash.
enum Body {
    /// On the same line.
    Inline(String),
    /// On lines of its own, with this behind the key.
    Below(&'static str, Vec<YamlLine>),
}

fn body(value: &Value, mark: LineMark) -> Body {
    match value {
        Value::Text(text) => Body::Inline(scalar(text)),
        Value::True => Body::Inline("true".into()),
        Value::Block(lines) if can_stand_in_block(lines) => {
            let line = |line: &YamlLine| YamlLine { text: line.text.clone(), mark: inherited(line.mark, mark) };
            Body::Below(" |", lines.iter().map(line).collect())
        }
        Value::Block(lines) => {
            let text: String = lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
            Body::Inline(json::string(&text, Escapes::Yaml))
        }
        Value::Map(entries) if entries.is_empty() => Body::Inline("{}".into()),
        Value::Map(entries) => Body::Below("", map_lines(entries, mark)),
        Value::List(items) if items.is_empty() => Body::Inline("[]".into()),
        Value::List(items) => Body::Below("", items.iter().flat_map(|item| item_lines(item, mark)).collect()),
    }
}

fn map_lines(entries: &[Entry], mark: LineMark) -> Vec<YamlLine> {
    let mut lines = Vec::new();
    for entry in entries {
        let mark = inherited(entry.mark, mark);
        // Of an unfinished value only its own line is unfinished, not the comment above it.
        let comment_mark = if mark == LineMark::Placeholder { LineMark::Same } else { mark };
        lines.extend(comment_lines(&entry.comment, comment_mark));
        let key = scalar(entry.key);
        match body(&entry.value, mark) {
            Body::Inline(text) => lines.push(YamlLine { text: format!("{key}: {text}"), mark }),
            Body::Below(behind, below) => {
                lines.push(YamlLine { text: format!("{key}:{behind}"), mark });
                lines.extend(below.into_iter().map(|line| indented("  ", line)));
            }
        }
    }
    lines
}

fn item_lines(item: &Value, mark: LineMark) -> Vec<YamlLine> {
    let (first, below) = match body(item, mark) {
        Body::Inline(text) => (YamlLine { text: format!("- {text}"), mark }, Vec::new()),
        Body::Below(" |", below) => (YamlLine { text: "- |".into(), mark }, below),
        Body::Below(_, below) => {
            // A comment above the first key goes above the dash.
            let comments = below.iter().take_while(|line| line.text.starts_with('#')).count();
            let mut lines = below;
            let mut rest = lines.split_off(comments).into_iter();
            lines.extend(rest.next().map(|line| indented("- ", line)));
            lines.extend(rest.map(|line| indented("  ", line)));
            return lines;
        }
    };
    std::iter::once(first).chain(below.into_iter().map(|line| indented("  ", line))).collect()
}

fn comment_lines(comment: &str, mark: LineMark) -> impl Iterator<Item = YamlLine> {
    comment.lines().map(move |line| {
        let text: String = line.chars().map(|c| if is_yaml_printable(c) { c } else { ' ' }).collect();
        YamlLine { text: format!("# {text}").trim_end().to_owned(), mark }
    })
}

/// A block keeps its lines as they are: they must be printable, and the first gives the indent.
fn can_stand_in_block(lines: &[YamlLine]) -> bool {
    let text = |line: Option<&YamlLine>| line.map_or(String::new(), |line| line.text.clone());
    let (first, last) = (text(lines.first()), text(lines.last()));
    !first.is_empty()
        && !first.starts_with(' ')
        && !last.trim().is_empty()
        && lines.iter().all(|line| line.text.chars().all(is_yaml_printable))
}

fn inherited(own: LineMark, above: LineMark) -> LineMark {
    if own == LineMark::Same { above } else { own }
}

fn indented(indent: &str, line: YamlLine) -> YamlLine {
    if line.text.is_empty() { line } else { YamlLine { text: format!("{indent}{}", line.text), mark: line.mark } }
}
