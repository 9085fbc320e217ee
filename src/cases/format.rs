//! The format of a case, as data: the reader, the JSON Schema and the words on top of the example go by it.

use super::Level;
use std::fmt::Write as _;

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Lower-case letters, digits and single hyphens, at most 64.
    Id,
    /// A text that is not empty, of at most so many bytes.
    Text(usize),
    /// A text of at most so many bytes, which may be empty.
    Value(usize),
    /// A whole number between these two, which count.
    Number(u8, u8),
    /// `true` or `false`.
    Flag,
    /// The name of a [`Level`].
    Level,
    /// This word and no other.
    Word(&'static str),
    /// A list of so many to so many of these.
    List(&'static Shape, usize, usize),
    /// Fields by name.
    Record(&'static [Field]),
    /// Fields by name, in one of several ways: the one whose key is there, else the first.
    Either(&'static [(&'static str, &'static [Field])]),
}

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds; the description in the JSON Schema.
    pub about: &'static str,
    /// What it may be.
    pub shape: Shape,
    /// Whether it may be left out.
    pub is_optional: bool,
}

/// A case.
pub const CASE: Shape = Shape::Record(FIELDS);

const fn field(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { name, about, shape, is_optional: false }
}

const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { name, about, shape, is_optional: true }
}

/// The names of the levels.
pub const LEVELS: [&str; Level::ALL.len()] = {
    let mut names = [""; Level::ALL.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = Level::ALL[index].0;
        index += 1;
    }
    names
};

const LINE: Shape = Shape::Text(300);
const PARAGRAPH: Shape = Shape::Text(1_500);
const MANIFESTS: Shape = Shape::Text(32 * 1024);
const COMMANDS: Shape = Shape::List(&LINE, 1, 12);

const FIELDS: &[Field] = &[
    field("id", Shape::Id, "What the case is called in links and results; no other case of the file has it."),
    field("title", LINE, "The heading. It tells symptoms and does not name the cause."),
    field("level", Shape::Level, "For whom it is."),
    field("minutes", Shape::Number(2, 20), "How long it takes, in minutes."),
    field("objectives", Shape::List(&LINE, 1, 4), "What one can do afterwards."),
    field("story", Shape::List(&PARAGRAPH, 1, 4), "What happened and what one sees, in paragraphs; symptoms only."),
    field("outputs", Shape::List(&OUTPUT, 2, 8), "The commands that one can run, in a sensible order."),
    field("words", WORDS, "Which words decide."),
    field("cause", CAUSE, "What the cause is."),
    field("manifests", MANIFESTS, "What runs in the cluster, with the fault in it: YAML that can be applied as it is."),
    field("repair", REPAIR, "How it is mended: by corrected manifests, or by one of several ways."),
    field("hints", Shape::List(&PARAGRAPH, 3, 3), "Three hints; each gives more away."),
    field("learn", Shape::List(&PARAGRAPH, 1, 4), "What to take home."),
    field("cluster", CLUSTER, "Commands for who has a cluster."),
    field("instructor", Shape::List(&PARAGRAPH, 1, 4), "Notes for who leads a workshop."),
];

const OUTPUT: Shape = Shape::Record(&[
    field("id", Shape::Id, "What the case calls this output."),
    field("command", LINE, "The command."),
    field("text", Shape::Text(16 * 1024), "What it prints, exactly."),
    optional("recorded", LINE, "The record of a real runtime that its message is from."),
    field("tells", PARAGRAPH, "What it tells; said afterwards."),
]);

const QUOTE: Shape = Shape::Record(&[
    field("output", Shape::Id, "The id of the output in which the words stand."),
    field("words", Shape::Text(1_000), "The words, exactly as they stand there, within one line."),
    field("why", PARAGRAPH, "Why they decide, or why they do not."),
]);

const WORDS: Shape = Shape::Record(&[
    field("right", Shape::List(&QUOTE, 1, 3), "The words that decide; each alone is right."),
    field("tempting", Shape::List(&QUOTE, 1, 4), "Words that seem to decide and do not."),
]);

const CAUSE: Shape = Shape::Record(&[
    field("is", Shape::Id, "The id of the cause in this guide."),
    field("why", PARAGRAPH, "How the words lead to it."),
    field("tempting", Shape::List(&TEMPTING, 2, 4), "Other causes to choose from."),
]);

const TEMPTING: Shape = Shape::Record(&[
    field("id", Shape::Id, "The id of the cause."),
    field("why", PARAGRAPH, "Why it is not that one here."),
]);

const TASK: Field = field("task", PARAGRAPH, "What to do, or what is asked.");

const REPAIR: Shape = Shape::Either(&[
    (
        "needs",
        &[
            TASK,
            field("solution", MANIFESTS, "The manifests, corrected by the smallest edit."),
            field("needs", Shape::List(&NEED, 1, 6), "What has to be so afterwards; compared by meaning."),
        ],
    ),
    ("choices", &[TASK, field("choices", Shape::List(&CHOICE, 3, 5), "Ways: right ones and wrong ones.")]),
]);

const OBJECT: Field = field("object", LINE, "The object: `Kind/name`.");
const AT: Field = field(
    "at",
    LINE,
    "The field: keys with dots between them, `[name]` or `[0]` for an item of a list; a key with dots in it stands in brackets too.",
);
const WHY: Field =
    field("why", PARAGRAPH, "Said while it is not so: what is still wrong, without giving the answer away.");

const NEED: Shape = Shape::Either(&[
    (
        "is",
        &[
            OBJECT,
            AT,
            field("is", Shape::List(&Shape::Value(1_000), 1, 12), "Its values; an empty one: not there."),
            WHY,
        ],
    ),
    ("absent", &[OBJECT, AT, field("absent", Shape::Word("true"), "The field must not be there."), WHY]),
    (
        "fits",
        &[field("fits", Shape::Word("pull-secrets"), "The guide's check of pull secrets must find no fault."), WHY],
    ),
]);

const CHOICE: Shape = Shape::Record(&[
    field("text", PARAGRAPH, "What one would do."),
    optional("right", Shape::Flag, "Whether it mends it."),
    field("why", PARAGRAPH, "Why it does, or does not."),
]);

const CLUSTER: Shape = Shape::Record(&[
    field("setup", COMMANDS, "To set the case up in a cluster."),
    field("check", COMMANDS, "To see it there."),
    field("solve", COMMANDS, "To fix it."),
    field("clean_up", COMMANDS, "To clean up."),
    optional("differs", PARAGRAPH, "What a real cluster shows differently."),
]);

/// All fields with what they hold, a line for each, as comments of a YAML file: `# outputs[].command: The command.`
#[must_use]
pub fn explained() -> String {
    let mut text = String::new();
    explain(&CASE, "", &mut text);
    text
}

fn explain(shape: &Shape, path: &str, text: &mut String) {
    let mut told: Vec<&str> = Vec::new();
    let mut fields = |fields: &'static [Field], text: &mut String| {
        let dot = if path.is_empty() { "" } else { "." };
        for field in fields {
            // Several ways of a record can share a field.
            if !told.contains(&field.name) {
                told.push(field.name);
                let _ = writeln!(text, "# {path}{dot}{}: {}", field.name, field.about);
                explain(&field.shape, &format!("{path}{dot}{}", field.name), text);
            }
        }
    };
    match shape {
        Shape::List(item, ..) => explain(item, &format!("{path}[]"), text),
        Shape::Record(of_record) => fields(of_record, text),
        Shape::Either(ways) => ways.iter().for_each(|(_, of_way)| fields(of_way, text)),
        _ => {}
    }
}
