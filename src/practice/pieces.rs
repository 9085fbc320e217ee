//! An output as pieces that can be marked, and what is said of each.

use crate::cases::{Case, Output, Quote};
use crate::content::{Content, Wrapper};
use crate::message::{Role, beginning, dissect};
use crate::text::Span;

/// What is said of marked words.
#[derive(Clone, Debug, PartialEq)]
pub enum Marked<'case> {
    /// They decide.
    Right(&'case Quote),
    /// They seem to, and do not.
    Tempting(&'case Quote),
    /// They are a wrapper around the words that decide.
    Wraps(&'case Wrapper),
    /// The words that decide stand in the same line.
    SameLine,
    /// They stand in another line of this output.
    OtherLine,
    /// They stand in another output.
    OtherOutput,
}

/// The pieces of an output, line by line: spans in its text. A line without a letter or a digit has none.
///
/// A line with a message falls into the layers of the message; words that the case speaks of are never cut.
#[must_use]
pub fn lines(content: &Content, case: &Case, output: &Output) -> Vec<Vec<Span>> {
    let mut start = 0;
    let whole = output.text.split_inclusive('\n');
    whole
        .map(|line| {
            let text = line.trim_end();
            let pieces = pieces(content, &quotes(case, output, text), text);
            let pieces = pieces.into_iter().map(|piece| piece.shifted(start)).collect();
            start += line.len();
            pieces
        })
        .collect()
}

/// What is said of the piece `span` of an output.
#[must_use]
pub fn judge<'case>(content: &'case Content, case: &'case Case, output: &Output, span: Span) -> Marked<'case> {
    let text = &output.text;
    let line = line_of(text, span);
    let words = line.of(text);
    let inner = Span::new(span.start.saturating_sub(line.start), span.end.saturating_sub(line.start));
    let meets = |quote: &&Quote| {
        let place = quote.place_in(words).filter(|_| quote.output == output.id);
        place.is_some_and(|place| inner.start < place.end && place.start < inner.end)
    };
    if let Some(quote) = case.words.right.iter().find(meets) {
        return Marked::Right(quote);
    }
    if let Some(quote) = case.words.tempting.iter().find(meets) {
        return Marked::Tempting(quote);
    }
    let wrapper = message_at(content, words).and_then(|start| {
        let anatomy = dissect(content, &words[start..]);
        let holds = |span: Span| span.start + start <= inner.start && inner.end <= span.end + start;
        let layer = anatomy.layers.iter().find(|layer| layer.role == Role::Wraps && holds(layer.span))?;
        content.wrappers.iter().find(|wrapper| wrapper.id == layer.wrapper)
    });
    if let Some(wrapper) = wrapper {
        return Marked::Wraps(wrapper);
    }
    let right_here = || case.words.right_in(output);
    if right_here().any(|quote| words.contains(&quote.words)) {
        Marked::SameLine
    } else if right_here().next().is_some() {
        Marked::OtherLine
    } else {
        Marked::OtherOutput
    }
}

/// Where the case speaks of words of this line.
fn quotes(case: &Case, output: &Output, line: &str) -> Vec<Span> {
    let all = case.words.right.iter().chain(&case.words.tempting).filter(|quote| quote.output == output.id);
    all.filter_map(|quote| quote.place_in(line)).collect()
}

fn pieces(content: &Content, quotes: &[Span], line: &str) -> Vec<Span> {
    let indent = line.len() - line.trim_start().len();
    let mut cuts = vec![indent, line.len()];
    if let Some(start) = message_at(content, line) {
        let layers = dissect(content, &line[start..]).layers;
        cuts.push(start);
        cuts.extend(layers.iter().flat_map(|layer| [layer.span.start + start, layer.span.end + start]));
    }
    cuts.retain(|cut| !quotes.iter().any(|quote| quote.start < *cut && *cut < quote.end));
    cuts.extend(quotes.iter().flat_map(|quote| [quote.start, quote.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |cuts: &[usize]| {
        let words = &line[cuts[0]..cuts[1]];
        // What stands between two layers belongs to none.
        let separates = |c: char| c.is_whitespace() || c == ':' || c == ',';
        let front = words.len() - words.trim_start_matches(separates).len();
        let back = words.trim_end_matches(separates).len();
        let has_words = words.contains(|c: char| c.is_alphanumeric());
        has_words.then(|| Span::new(cuts[0] + front, cuts[0] + back.max(front)))
    };
    cuts.windows(2).filter_map(piece).collect()
}

/// Where in a line a message begins: at the first word from which on the content knows a wrapper.
fn message_at(content: &Content, line: &str) -> Option<usize> {
    let starts = line.char_indices().filter(|&(index, _)| {
        index == 0 || line[..index].ends_with(|before: char| before.is_whitespace() || before == '"' || before == '(')
    });
    starts.map(|(index, _)| index).find(|&index| beginning(content, &line[index..]).is_some())
}

fn line_of(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(span.start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| span.start + end);
    Span::new(start, end)
}
