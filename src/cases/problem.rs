//! What can be wrong with a file of cases, as values; the words for it are the content's.

use crate::content::Content;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The place: `words.right[0].output`; with several cases in a file `case 2: …` stands in front. Empty for the file.
    pub path: String,
    /// What is wrong.
    pub fault: CaseFault,
    /// Values for the words, by the name of their placeholder.
    pub facts: Vec<(&'static str, String)>,
}

impl Problem {
    /// What is wrong and what is allowed, in a sentence with inline markup.
    #[must_use]
    pub fn text(&self, content: &Content) -> String {
        let words = content.practice.problems.get(self.fault.id()).cloned().unwrap_or_default();
        self.facts
            .iter()
            .fold(words, |text, (name, value)| text.replace(&format!("{{{name}}}"), &value.replace('`', "'")))
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $variant:ident = $id:literal,)*) => {
        /// The kinds of [`Problem`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum CaseFault { $($(#[$doc])* $variant,)* }

        impl CaseFault {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The id under which the content has words for it.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }
        }
    };
}

faults! {
    /// It is no YAML.
    NoYaml = "no-yaml",
    /// It is longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong = "too-long",
    /// It has more cases than [`MAX_CASES`](super::MAX_CASES).
    TooMany = "too-many",
    /// There is no case in it.
    Nothing = "nothing",
    /// A key is missing.
    Missing = "missing",
    /// There is no such key.
    UnknownKey = "unknown-key",
    /// A key stands there twice.
    KeyTwice = "key-twice",
    /// Something that is no text.
    NoText = "no-text",
    /// A text that is empty.
    EmptyText = "empty-text",
    /// A text that is too long.
    LongText = "long-text",
    /// Something that is no such number.
    NoNumber = "no-number",
    /// Neither `true` nor `false`.
    NoFlag = "no-flag",
    /// None of the words that are allowed.
    NoChoice = "no-choice",
    /// Something that is no list.
    NoList = "no-list",
    /// A list with too few or too many entries.
    ListLength = "list-length",
    /// Something that has no keys.
    NoRecord = "no-record",
    /// No id.
    NoId = "no-id",
    /// Another one has this id already.
    IdTwice = "id-twice",
    /// There is no output with this id.
    UnknownOutput = "unknown-output",
    /// The words do not stand in the output, or more than once in a line.
    WordsNotThere = "words-not-there",
    /// The same words are to decide and not to decide.
    WordsTwice = "words-twice",
    /// There is no cause with this id.
    UnknownCause = "unknown-cause",
    /// The cause is one of those that it is not.
    CauseTwice = "cause-twice",
    /// None of the ways is right.
    NoneRight = "none-right",
    /// All of the ways are right.
    NoneWrong = "none-wrong",
    /// The manifests or the solution cannot be read.
    ManifestUnread = "manifest-unread",
    /// The solution does not fulfil a need.
    NotSolved = "not-solved",
    /// The manifests have no fault: they fulfil all needs.
    NothingWrong = "nothing-wrong",
}
