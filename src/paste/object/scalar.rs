//! Values in block style: plain, quoted and folded, over as many lines as they have.

use crate::paste::lines::Lines;
use crate::paste::quoted;
use crate::paste::roles::Role;
use crate::text::{Excerpt, Span};

/// The value that starts at byte `start` of line `at`, unfolded and unquoted, and the first line behind it.
pub(super) fn value<'a>(lines: &Lines<'a>, at: usize, start: usize) -> (Excerpt<'a>, usize) {
    let Some(first) = lines.get(at) else { return (Excerpt::default(), at + 1) };
    let all = first.text();
    let indent = first.indent() + (first.trimmed().len() - first.trimmed().trim_start_matches(['-', ' ']).len());
    let head = Span::new(start, all.len()).of(all);
    let from = start + head.len() - head.trim_start().len();
    let mut text = first.part(Span::new(from, first.inner().end.max(from)));
    let block = matches!(text.text().bytes().next(), Some(b'>' | b'|')) && text.text().len() <= 3;
    let newline = block && text.text().starts_with('|');
    let quote = text.text().bytes().next().filter(|b| matches!(b, b'"' | b'\''));
    if block {
        text = Excerpt::default();
    }
    let mut end = at + 1;
    let mut quotes = Quotes::default();
    quotes.read(text.text(), quote);
    while let Some(line) = lines.get(end) {
        let closed = quote.is_some() && quotes.count >= 2 && quotes.count % 2 == 0;
        let deeper = line.indent() > indent && !line.trimmed().is_empty();
        let part_of_it = deeper && (block || quote.is_some() || lines.role(end).is_some_and(Role::may_continue));
        if closed || !part_of_it {
            break;
        }
        if !text.is_empty() {
            text.push_synthetic(if newline { "\n" } else { " " });
        }
        line.push_onto(&mut text, line.inner());
        quotes.read(line.trimmed(), quote);
        end += 1;
    }
    let value = match quote {
        Some(b'"') => quoted::unescape(&text, Span::new(1, quoted::end(text.text(), 1, b'"').min(text.text().len()))),
        Some(_) => single_quoted(&text),
        None => text,
    };
    (value, end)
}

/// The quotes of a value, counted piece by piece; an escaped one does not count.
#[derive(Clone, Copy, Debug, Default)]
struct Quotes {
    count: usize,
    escaped: bool,
}

impl Quotes {
    fn read(&mut self, text: &str, quote: Option<u8>) {
        let Some(quote) = quote else { return };
        for byte in text.bytes() {
            self.count += usize::from(byte == quote && !self.escaped);
            self.escaped = quote == b'"' && byte == b'\\' && !self.escaped;
        }
    }
}

/// The inside of `'…'`, where `''` stands for one quote.
fn single_quoted<'a>(text: &Excerpt<'a>) -> Excerpt<'a> {
    let all = text.text();
    let end = if all.len() > 1 && all.ends_with('\'') { all.len() - 1 } else { all.len() };
    let mut plain = Excerpt::default();
    let mut kept = 1;
    while let Some(found) = Span::new(kept, end).of(all).find("''") {
        plain.push_part(text, Span::new(kept, kept + found + 1));
        kept += found + 2;
    }
    plain.push_part(text, Span::new(kept, end));
    plain
}
