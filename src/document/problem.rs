//! What can be wrong with a text, as values: the words for it are the content's.

use crate::text::Span;

/// What ends the reading, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// The line, from 1.
    pub line: usize,
    /// The place: empty where only the point is known.
    pub span: Span,
}

/// The kinds of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// Not YAML.
    Syntax(Reason),
    /// A template of Helm, Jinja or another program: not YAML before it is filled in.
    Template,
    /// Longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong,
    /// Deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// More nodes than [`MAX_NODES`](super::MAX_NODES).
    TooMany,
}

impl ProblemKind {
    /// The id, by which the content knows it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::Template => "template",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
        }
    }
}

/// Why a text is not YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A tab where only spaces may indent.
    Tab,
    /// An indent that fits nothing above it.
    Indent,
    /// A line where `key: value` is due and no colon stands.
    Key,
    /// A second `: ` in a value that has no quotes.
    ColonInValue,
    /// Quotes that are not closed, or text behind the closing ones.
    Quote,
    /// An escape in double quotes that there is not.
    Escape,
    /// A bracket or brace without its other half, or a comma that is missing.
    Bracket,
    /// An alias whose anchor does not stand before it in its document.
    Alias,
    /// A character that may not stand in YAML, or not at the start of a value (`@`, `` ` ``, `%`).
    Character,
    /// Anything else.
    Other,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Tab,
        Self::Indent,
        Self::Key,
        Self::ColonInValue,
        Self::Quote,
        Self::Escape,
        Self::Bracket,
        Self::Alias,
        Self::Character,
        Self::Other,
    ];

    /// The id, by which the content knows it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Indent => "indent",
            Self::Key => "key",
            Self::ColonInValue => "colon-in-value",
            Self::Quote => "quote",
            Self::Escape => "escape",
            Self::Bracket => "bracket",
            Self::Alias => "alias",
            Self::Character => "character",
            Self::Other => "other",
        }
    }

    /// The reason behind what the parser says.
    pub(super) fn of(said: &str) -> Self {
        const SAYINGS: [(&str, Reason); 25] = [
            ("unprintable", Reason::Character),
            ("tab", Reason::Tab),
            ("escape character", Reason::Escape),
            ("escape code", Reason::Escape),
            ("hexadecimal", Reason::Escape),
            ("quoted scalar", Reason::Quote),
            ("unknown anchor", Reason::Alias),
            ("anchor or alias", Reason::Alias),
            ("mapping values are not allowed", Reason::ColonInValue),
            ("illegal placement of ':'", Reason::ColonInValue),
            ("simple key", Reason::Key),
            ("mapping keys are not allowed", Reason::Key),
            ("did not find expected key", Reason::Key),
            ("flow mapping", Reason::Bracket),
            ("flow sequence", Reason::Bracket),
            ("bracket", Reason::Bracket),
            ("unexpected eof", Reason::Bracket),
            ("recursion limit", Reason::Bracket),
            ("expected node content", Reason::Bracket),
            ("indentation", Reason::Indent),
            ("indented", Reason::Indent),
            ("block sequence entries are not allowed", Reason::Indent),
            ("expected '-'", Reason::Indent),
            ("expected <document start>", Reason::Indent),
            ("unexpected character", Reason::Character),
        ];
        SAYINGS.iter().find(|(words, _)| said.contains(words)).map_or(Self::Other, |&(_, reason)| reason)
    }
}
