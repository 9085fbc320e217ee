//! An answer as Markdown.

use super::words::{case as of_case, markdown as words};
use super::{Case, Known, who};
use crate::content::{Content, Facts, Inline, command, fill};
use std::fmt::Write as _;

/// The answer as Markdown, for a ticket: what it is, the words that decide, how sure that is, what else fits, what to do.
#[must_use]
pub fn markdown(content: &Content, case: &Case, leave_out_names: bool) -> String {
    let mut known = Known::of(content, case, leave_out_names);
    let (subject, evidence) = (known.subject(), known.evidence());
    let facts = &known.facts;
    let telling = case.telling;
    let mut out = String::new();
    let _ = writeln!(out, "## {}\n", prose(content, telling.heading, facts));
    for (name, value) in &subject {
        let _ = writeln!(out, "- {name}: {}", code(value));
    }
    if !case.sure.is_empty() {
        let _ = writeln!(out, "- {}: {}", of_case::SURE, case.sure);
    }
    if !out.ends_with("\n\n") {
        out.push('\n');
    }
    let _ = writeln!(out, "{}\n", prose(content, telling.summary, facts));
    if !evidence.is_empty() {
        let _ = writeln!(out, "### {}\n", words::EVIDENCE);
        for said in &evidence {
            out.push_str(&block("text", said));
        }
    }
    let also = telling.also.iter().map(|cause| prose(content, &cause.title, facts)).collect::<Vec<_>>();
    let ways = telling.ways.iter().map(|way| prose(content, way, facts)).collect::<Vec<_>>();
    for (heading, items) in [(words::WAYS, ways), (words::ALSO, also)] {
        if !items.is_empty() {
            let _ = writeln!(out, "### {heading}\n");
            for item in items {
                let _ = writeln!(out, "- {item}");
            }
            out.push('\n');
        }
    }
    if !case.advice.here.is_empty() {
        let _ = writeln!(out, "### {}\n", words::FIXES);
        for (at, fix) in case.advice.here.iter().enumerate() {
            let by = words::fix_by(who(fix.who.unwrap_or_default()));
            let title = prose(content, &fix.title, facts);
            let _ = writeln!(out, "{}. **{title}** ({by})\n", at + 1);
            let mut item = prose(content, &fix.text, facts);
            if let Some(run) = &fix.command {
                item.push_str("\n\n");
                item.push_str(block("sh", &command(run, facts)).trim_end());
            }
            for line in item.lines() {
                let _ = writeln!(out, "{}", format!("   {line}").trim_end());
            }
            out.push('\n');
        }
    }
    let success = &telling.cause.success;
    let _ = writeln!(out, "### {}\n\n{}\n", words::SUCCESS, prose(content, &success.text, facts));
    out.push_str(&block("sh", &command(&success.command, facts)));
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A sentence of the content, whose own marks are those of Markdown.
fn prose(content: &Content, text: &str, facts: &Facts) -> String {
    let pieces = fill(content, text, facts);
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => escaped(text),
        Inline::Code(text) => code(text),
        Inline::Strong(text) => format!("**{}**", escaped(text)),
    };
    pieces.iter().map(piece).collect()
}

/// Words in which nothing means anything to Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '@') {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}

/// Text to be read letter by letter, on one line, between more backticks than it has in a row.
fn code(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    let ticks = "`".repeat(ticks_in(&text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

fn block(language: &str, text: &str) -> String {
    let fence = "`".repeat((ticks_in(text) + 1).max(3));
    format!("{fence}{language}\n{}\n{fence}\n\n", text.trim_end())
}

/// The most backticks that stand in a row.
fn ticks_in(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{block, code, escaped};

    #[test]
    fn nothing_pasted_gets_out_of_its_marks() {
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("a\nb"), "`a b`");
        assert_eq!(escaped("<b> @team #1 [x](y) _*\n"), "\\<b\\> \\@team \\#1 \\[x\\](y) \\_\\* ");
        assert_eq!(block("text", "a\n```\nb"), "````text\na\n```\nb\n````\n\n");
    }
}
