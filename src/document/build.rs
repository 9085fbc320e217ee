//! The tree, built from the parser's events.
//!
//! The parser tells for each event where its tokens stand. That is exact for scalars and brackets; where a block
//! collection ends and where a dash stands is worked out from what lies between: only blanks and comments can.

use super::documents::DocumentData;
use super::node::{Data, Kind, NodeId, ScalarStyle, Shape};
use super::places::Places;
use super::{Problem, ProblemKind, Reason, Stream, scan, template};
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use saphyr_parser::{Event, Marker, Parser};
use std::borrow::Cow;

/// Fills `stream` with the documents of its text.
pub(super) fn build(stream: &mut Stream<'_>) {
    let mut builder = Builder::new(stream.text);
    for event in Parser::new_from_str(stream.text) {
        let problem = match event {
            Ok((event, span)) => builder.take(event, span).err(),
            Err(error) => Some(builder.syntax(&error)),
        };
        if problem.is_some() {
            stream.problem = problem;
            break;
        }
    }
    let Builder { nodes, documents, duplicates, template, .. } = builder;
    (stream.nodes, stream.documents, stream.duplicates) = (nodes, documents, duplicates);
    match &mut stream.problem {
        Some(problem) if matches!(problem.kind, ProblemKind::Syntax(_)) => *problem = template.unwrap_or(*problem),
        _ => stream.template = template,
    }
}

pub(super) struct Builder<'text> {
    pub(super) text: &'text str,
    pub(super) places: Places,
    pub(super) nodes: Vec<Data<'text>>,
    pub(super) documents: Vec<DocumentData>,
    pub(super) duplicates: Vec<NodeId>,
    pub(super) template: Option<Problem>,
    /// The collections that are open, with what their keys are so far.
    pub(super) open: Vec<Open<'text>>,
    /// The document that is open.
    pub(super) document: Option<DocumentData>,
    /// The anchors of this document, by the parser's number.
    pub(super) anchors: FxHashMap<usize, NodeId>,
    /// Everything before this byte has been accounted for.
    pub(super) cursor: usize,
    pub(super) line: usize,
}

/// What stands in front of a node: the parser's number of its anchor, 0 for none, and whether there is a tag.
#[derive(Clone, Copy)]
struct Marks {
    anchor: usize,
    tagged: bool,
}

pub(super) struct Open<'text> {
    pub(super) id: NodeId,
    /// The key that waits for its value.
    pub(super) key: Option<NodeId>,
    pub(super) seen: FxHashSet<Cow<'text, str>>,
}

impl<'text> Builder<'text> {
    fn new(text: &'text str) -> Self {
        Self {
            text,
            places: Places::of(text),
            nodes: Vec::new(),
            documents: Vec::new(),
            duplicates: Vec::new(),
            template: None,
            open: Vec::new(),
            document: None,
            anchors: FxHashMap::default(),
            cursor: 0,
            line: 1,
        }
    }

    fn take(&mut self, event: Event<'text>, marks: saphyr_parser::Span) -> Result<(), Problem> {
        let span = Span::new(self.byte(marks.start), self.byte(marks.end));
        self.line = marks.start.line().max(1);
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd => {}
            Event::DocumentStart(explicit) => {
                self.anchors.clear();
                self.document = Some(DocumentData { root: None, line: self.line, span });
                self.cursor = self.cursor.max(if explicit { span.end } else { span.start });
            }
            Event::DocumentEnd => {
                if let Some(mut document) = self.document.take() {
                    let end = if span.of(self.text) == "..." { span.end } else { span.start };
                    document.span = Span::new(document.span.start, end);
                    self.documents.push(document);
                }
                self.cursor = self.cursor.max(span.start);
            }
            Event::Alias(anchor) => {
                let Some(&target) = self.anchors.get(&anchor) else { return Err(self.problem(Reason::Alias, span)) };
                // An anchor that holds its own alias would never end.
                if self.open.iter().any(|open| open.id == target) {
                    return Err(self.problem(Reason::Alias, span));
                }
                if let Some(data) = self.nodes.get_mut(target.0 as usize) {
                    data.aliased = true;
                }
                self.add(Kind::Alias(target), span, Span::default(), 0)?;
                self.cursor = span.end;
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(text, style, Marks { anchor, tagged: tag.is_some() }, span)?
            }
            Event::SequenceStart(anchor, tag) => self.sequence(Marks { anchor, tagged: tag.is_some() }, span)?,
            Event::MappingStart(anchor, tag) => self.mapping(Marks { anchor, tagged: tag.is_some() }, span)?,
            Event::SequenceEnd | Event::MappingEnd => self.close(),
        }
        Ok(())
    }

    fn scalar(
        &mut self,
        text: Cow<'text, str>,
        style: saphyr_parser::ScalarStyle,
        marks: Marks,
        span: Span,
    ) -> Result<(), Problem> {
        let style = style_of(style);
        let (mut properties, content) = self.properties(marks, span);
        let mut place = Span::new(content, span.end);
        match style {
            ScalarStyle::Plain if text.is_empty() && properties.is_empty() => {
                let at = self.missing_value();
                (place, properties) = (Span::new(at, at), Span::new(at, at));
            }
            ScalarStyle::Plain if text.is_empty() => place = Span::new(properties.end, properties.end),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                // The parser's place begins at the content, or at the anchor, and takes in the indent of what follows.
                let begins = if properties.is_empty() { span.start } else { scan::block_content(self.text, content) };
                place = Span::new(begins, span.end);
                place.end = place.start + place.of(self.text).trim_end().len();
            }
            // The parser takes in a comment behind the closing quote.
            ScalarStyle::Single | ScalarStyle::Double => place = scan::quoted(self.text, place),
            ScalarStyle::Plain => {}
        }
        // The parser miscounts in odd directives; a place that does not hold what it should is worse than none.
        let bytes = place.of(self.text);
        let holds = match style {
            ScalarStyle::Plain => bytes == text || bytes.contains(['\n', '\r']),
            ScalarStyle::Single => bytes.starts_with('\''),
            ScalarStyle::Double => bytes.starts_with('"'),
            ScalarStyle::Literal | ScalarStyle::Folded => true,
        };
        if !holds {
            return Err(self.problem(Reason::Other, place));
        }
        if self.template.is_none() && !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            self.template = template::opening(self.text, place, self.line);
        }
        self.add(Kind::Scalar { text, style }, place, properties, marks.anchor)?;
        self.cursor = self.cursor.max(place.end);
        Ok(())
    }

    fn sequence(&mut self, marks: Marks, span: Span) -> Result<(), Problem> {
        let (properties, begins) = self.properties(marks, span);
        let flow = Span::new(begins, span.end).of(self.text).starts_with('[');
        // The parser puts a sequence that is not indented behind its first dash: `first_dash` knows better.
        let content = if flow { begins } else { span.end };
        let shape = if flow { Shape::Flow } else { Shape::Block };
        let kind = Kind::Sequence { items: Vec::new(), dashes: Vec::new(), shape };
        let id = self.start(kind, Span::new(content, content), properties, marks.anchor)?;
        self.pass_opening(flow, content, properties);
        let first_dash = self.dash();
        if let Some(data) = self.nodes.get_mut(id.0 as usize).filter(|_| !flow) {
            data.span = Span::new(first_dash, first_dash);
        }
        Ok(())
    }

    fn mapping(&mut self, marks: Marks, span: Span) -> Result<(), Problem> {
        let (properties, begins) = self.properties(marks, span);
        let flow = Span::new(begins, span.end).of(self.text).starts_with('{');
        let content = if flow { begins } else { span.end };
        let shape = match (flow, self.in_flow()) {
            (true, _) => Shape::Flow,
            (_, true) => Shape::Pair,
            _ => Shape::Block,
        };
        if flow && self.template.is_none() {
            self.template = template::opening(self.text, Span::new(content, content + 2), self.line);
        }
        let kind = Kind::Mapping { entries: Vec::new(), shape };
        self.start(kind, Span::new(content, content), properties, marks.anchor)?;
        self.pass_opening(flow, content, properties);
        Ok(())
    }

    fn pass_opening(&mut self, flow: bool, content: usize, properties: Span) {
        if flow {
            self.cursor = self.cursor.max(content + 1);
        } else if !properties.is_empty() {
            self.cursor = self.cursor.max(properties.end);
        }
    }

    /// Where a value would stand that is not there: behind the colon of its key, else behind the key.
    fn missing_value(&self) -> usize {
        let waits = self.open.last().is_some_and(|open| open.key.is_some());
        let after = scan::blanks(self.text, self.cursor);
        if waits && self.text.get(after..).is_some_and(|rest| rest.starts_with(':')) { after + 1 } else { self.cursor }
    }

    /// The dash of an item that comes next.
    pub(super) fn dash(&self) -> usize {
        scan::past_signs(self.text, self.cursor, &[':', '?'])
    }

    /// The anchor and the tag of a node, and where it begins behind them. What is neither must not be taken for one: a
    /// block scalar may well begin with `!` or `&`.
    fn properties(&self, marks: Marks, span: Span) -> (Span, usize) {
        if marks.anchor == 0 && !marks.tagged {
            return (Span::new(span.start, span.start), span.start);
        }
        scan::properties(self.text, span)
    }

    fn byte(&self, mark: Marker) -> usize {
        self.places.byte(mark.index())
    }

    fn problem(&self, reason: Reason, span: Span) -> Problem {
        Problem { kind: ProblemKind::Syntax(reason), line: self.line, span }
    }

    fn syntax(&self, error: &saphyr_parser::ScanError) -> Problem {
        let at = self.byte(*error.marker());
        let line = error.marker().line().max(1);
        let rest = self.text.get(at..).unwrap_or_default();
        let unread = Span::new(self.cursor.min(at), at + rest.find('\n').unwrap_or(rest.len()));
        let first = line.saturating_sub(Span::new(unread.start, at).of(self.text).matches('\n').count());
        template::opening_outside_comments(self.text, unread, first.max(1)).unwrap_or(Problem {
            kind: ProblemKind::Syntax(Reason::of(error.info())),
            line,
            span: Span::new(at, at),
        })
    }
}

fn style_of(style: saphyr_parser::ScalarStyle) -> ScalarStyle {
    match style {
        saphyr_parser::ScalarStyle::Plain => ScalarStyle::Plain,
        saphyr_parser::ScalarStyle::SingleQuoted => ScalarStyle::Single,
        saphyr_parser::ScalarStyle::DoubleQuoted => ScalarStyle::Double,
        saphyr_parser::ScalarStyle::Literal => ScalarStyle::Literal,
        saphyr_parser::ScalarStyle::Folded => ScalarStyle::Folded,
    }
}
