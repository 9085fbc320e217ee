//! A message to whoever can mend a cause, where that is not the person.

use super::words::message as words;
use super::{Case, Known};
use crate::content::{Content, Who, command, plain};
use std::fmt::Write as _;

/// A message, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who it is for; never the person.
    pub to: Who,
    /// The words.
    pub text: String,
}

/// A message to the one who does the first fix; `None` where that is the person, or where there is none.
#[must_use]
pub fn message(content: &Content, case: &Case, leave_out_names: bool) -> Option<Message> {
    let fix = case.advice.here.first()?;
    let to = fix.who?;
    let opening = match to {
        Who::You => return None,
        Who::RegistryOwner => words::OPENING_REGISTRY_OWNER,
        Who::ClusterAdmin => words::OPENING_CLUSTER_ADMIN,
    };
    let mut known = Known::of(content, case, leave_out_names);
    let (subject, evidence) = (known.subject(), known.evidence());
    let say = |text: &str| plain(content, text, &known.facts);
    let mut text = format!("{}\n\n{opening}\n\n", words::GREETING);
    for (name, value) in &subject {
        let _ = writeln!(text, "{name}: {value}");
    }
    if !subject.is_empty() {
        text.push('\n');
    }
    let telling = case.telling;
    if telling.by_answers {
        let _ = writeln!(text, "{}\n", words::BY_ANSWERS);
    }
    let _ = writeln!(text, "{}: {}.\n{}\n", words::FOUND, say(telling.heading), say(telling.summary));
    if !evidence.is_empty() {
        let _ = writeln!(text, "{}:", words::EVIDENCE);
        for said in &evidence {
            let _ = writeln!(text, "    {said}");
        }
        text.push('\n');
    }
    // A text that speaks to the person, of somebody who has to be asked, is none for that somebody.
    let advice = match &fix.message {
        Some(message) => say(message),
        None => format!("{}.\n{}", say(&fix.title), say(&fix.text)),
    };
    let _ = writeln!(text, "{}: {advice}\n", words::ADVICE);
    let run = |text: &mut String, run: &str| {
        for line in command(run, &known.facts).lines() {
            let _ = writeln!(text, "    {line}");
        }
        text.push('\n');
    };
    if let Some(fix) = &fix.command {
        let _ = writeln!(text, "{}", words::COMMAND);
        run(&mut text, fix);
    }
    let success = &telling.cause.success;
    let _ = writeln!(text, "{}: {}", words::CHECK, say(&success.text));
    run(&mut text, &success.command);
    let _ = writeln!(text, "{}", words::CLOSING);
    Some(Message { to, text })
}
