//! The tree, built from the parser's events.
//!
//! The parser tells for each event where its tokens stand. That is exact for scalars and brackets; where a block
//! collection ends and where a dash stands is worked out from what lies between: only blanks and comments can.

use super::node::{Data, DocumentData, Kind, NodeId, ScalarStyle, Shape};
use super::places::Places;
use super::{MAX_DEPTH, MAX_NODES, Problem, ProblemKind, Reason, Stream, template};
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

struct Builder<'text> {
    text: &'text str,
    places: Places,
    nodes: Vec<Data<'text>>,
    documents: Vec<DocumentData>,
    duplicates: Vec<NodeId>,
    template: Option<Problem>,
    /// The collections that are open, with what their keys are so far.
    open: Vec<Open<'text>>,
    /// The document that is open.
    document: Option<DocumentData>,
    /// The anchors of this document, by the parser's number.
    anchors: FxHashMap<usize, NodeId>,
    /// Everything before this byte has been accounted for.
    cursor: usize,
    line: usize,
}

struct Open<'text> {
    id: NodeId,
    /// The key that waits for its value.
    key: Option<NodeId>,
    seen: FxHashSet<Cow<'text, str>>,
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
            Event::Scalar(text, style, anchor, _) => self.scalar(text, style, anchor, span)?,
            Event::SequenceStart(anchor, _) => self.sequence(anchor, span)?,
            Event::MappingStart(anchor, _) => self.mapping(anchor, span)?,
            Event::SequenceEnd | Event::MappingEnd => self.close(),
        }
        Ok(())
    }

    fn scalar(
        &mut self,
        text: Cow<'text, str>,
        style: saphyr_parser::ScalarStyle,
        anchor: usize,
        span: Span,
    ) -> Result<(), Problem> {
        let style = style_of(style);
        let (mut properties, content) = self.properties(span);
        let mut place = Span::new(content, span.end);
        match style {
            ScalarStyle::Plain if text.is_empty() && properties.is_empty() => {
                let at = self.missing_value();
                (place, properties) = (Span::new(at, at), Span::new(at, at));
            }
            ScalarStyle::Plain if text.is_empty() => place = Span::new(properties.end, properties.end),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                // The parser's place begins at the content, or at the anchor, and takes in the indent of what follows.
                let begins = if properties.is_empty() { span.start } else { self.block_content(content) };
                place = Span::new(begins, span.end);
                place.end = place.start + place.of(self.text).trim_end().len();
            }
            // The parser takes in a comment behind the closing quote.
            ScalarStyle::Single | ScalarStyle::Double => place = quoted(self.text, place),
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
        self.add(Kind::Scalar { text, style }, place, properties, anchor)?;
        self.cursor = self.cursor.max(place.end);
        Ok(())
    }

    fn sequence(&mut self, anchor: usize, span: Span) -> Result<(), Problem> {
        let (properties, begins) = self.properties(span);
        let flow = Span::new(begins, span.end).of(self.text).starts_with('[');
        // The parser puts a sequence that is not indented behind its first dash: `first_dash` knows better.
        let content = if flow { begins } else { span.end };
        let shape = if flow { Shape::Flow } else { Shape::Block };
        let kind = Kind::Sequence { items: Vec::new(), dashes: Vec::new(), shape };
        let id = self.start(kind, Span::new(content, content), properties, anchor)?;
        self.pass_opening(flow, content, properties);
        let first_dash = self.dash();
        if let Some(data) = self.nodes.get_mut(id.0 as usize).filter(|_| !flow) {
            data.span = Span::new(first_dash, first_dash);
        }
        Ok(())
    }

    fn mapping(&mut self, anchor: usize, span: Span) -> Result<(), Problem> {
        let (properties, begins) = self.properties(span);
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
        self.start(kind, Span::new(content, content), properties, anchor)?;
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

    /// Adds a collection and opens it.
    fn start(&mut self, kind: Kind<'text>, span: Span, properties: Span, anchor: usize) -> Result<NodeId, Problem> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Problem { kind: ProblemKind::TooDeep, line: self.line, span });
        }
        let id = self.add(kind, span, properties, anchor)?;
        self.open.push(Open { id, key: None, seen: FxHashSet::default() });
        Ok(id)
    }

    fn close(&mut self) {
        let Some(Open { id, .. }) = self.open.pop() else { return };
        let end_of = |id: NodeId| self.nodes.get(id.0 as usize).map_or(0, |data| data.span.end);
        let end = match self.nodes.get(id.0 as usize).map(|data| &data.kind) {
            Some(Kind::Sequence { items, shape: Shape::Block, dashes }) => {
                items.last().map_or(0, |&last| end_of(last)).max(dashes.last().map_or(0, |dash| dash + 1))
            }
            Some(Kind::Mapping { entries, shape: Shape::Block | Shape::Pair }) => {
                entries.last().map_or(0, |&(key, value)| end_of(key).max(end_of(value)))
            }
            // The parser's place is that of the comma where one stands in front of the bracket.
            _ => self.past_signs(&[',', ':', '?']) + 1,
        };
        let end = end.min(self.text.len());
        if let Some(data) = self.nodes.get_mut(id.0 as usize) {
            data.span.end = end.max(data.span.start);
        }
        self.cursor = self.cursor.max(end);
    }

    /// Adds a node to what is open.
    fn add(&mut self, kind: Kind<'text>, span: Span, properties: Span, anchor: usize) -> Result<NodeId, Problem> {
        if self.nodes.len() >= MAX_NODES {
            return Err(Problem { kind: ProblemKind::TooMany, line: self.line, span });
        }
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let key = if let Kind::Scalar { text, .. } = &kind { Some(text.clone()) } else { None };
        let parent = self.open.last().map(|open| open.id);
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        self.nodes.push(Data {
            kind,
            span,
            properties,
            line: self.line,
            parent,
            anchored: anchor != 0,
            aliased: false,
        });
        let dash = if self.in_block_sequence() { self.dash() } else { 0 };
        let Some(open) = self.open.last_mut() else {
            if let Some(document) = &mut self.document {
                document.root = Some(id);
            }
            return Ok(id);
        };
        match self.nodes.get_mut(open.id.0 as usize).map(|data| &mut data.kind) {
            Some(Kind::Sequence { items, dashes, shape }) => {
                items.push(id);
                if *shape == Shape::Block {
                    dashes.push(dash);
                    self.cursor = self.cursor.max(dash + 1).min(self.text.len());
                    if span.is_empty() && properties.is_empty() {
                        self.at_least(id, dash + 1);
                    }
                }
            }
            Some(Kind::Mapping { entries, .. }) => match open.key.take() {
                Some(key) => entries.push((key, id)),
                None => {
                    open.key = Some(id);
                    if key.is_some_and(|key| !open.seen.insert(key)) {
                        self.duplicates.push(id);
                    }
                }
            },
            _ => {}
        }
        Ok(id)
    }

    /// Puts an item that is not there behind its dash.
    fn at_least(&mut self, id: NodeId, at: usize) {
        if let Some(data) = self.nodes.get_mut(id.0 as usize)
            && matches!(data.kind, Kind::Scalar { .. })
        {
            let at = at.min(self.text.len());
            (data.span, data.properties) = (Span::new(at, at), Span::new(at, at));
        }
    }

    /// Where a value would stand that is not there: behind the colon of its key, else behind the key.
    fn missing_value(&self) -> usize {
        let waits = self.open.last().is_some_and(|open| open.key.is_some());
        let after = blanks(self.text, self.cursor);
        if waits && self.text.get(after..).is_some_and(|rest| rest.starts_with(':')) { after + 1 } else { self.cursor }
    }

    fn in_block_sequence(&self) -> bool {
        self.open
            .last()
            .and_then(|open| self.nodes.get(open.id.0 as usize))
            .is_some_and(|data| matches!(data.kind, Kind::Sequence { shape: Shape::Block, .. }))
    }

    fn in_flow(&self) -> bool {
        self.open.last().and_then(|open| self.nodes.get(open.id.0 as usize)).is_some_and(|data| {
            matches!(
                data.kind,
                Kind::Sequence { shape: Shape::Flow, .. } | Kind::Mapping { shape: Shape::Flow | Shape::Pair, .. }
            )
        })
    }

    /// The dash of an item that comes next.
    fn dash(&self) -> usize {
        self.past_signs(&[':', '?'])
    }

    /// The first byte from the cursor on that is no blank, no comment and none of `signs`.
    fn past_signs(&self, signs: &[char]) -> usize {
        let mut at = blanks(self.text, self.cursor);
        while self.text.get(at..).is_some_and(|rest| rest.starts_with(signs)) {
            at = blanks(self.text, at + 1);
        }
        at
    }

    /// The anchor and the tag that `span` begins with, and where what they belong to begins.
    fn properties(&self, span: Span) -> (Span, usize) {
        let (mut end, mut at) = (span.start, span.start);
        while at < span.end {
            let rest = Span::new(at, span.end).of(self.text);
            if !rest.starts_with(['&', '!']) {
                break;
            }
            let verbatim = if rest.starts_with("!<") { rest.find('>').unwrap_or(0) } else { 0 };
            let ends = [' ', '\t', '\r', '\n', ',', '[', ']', '{', '}', '\u{feff}'];
            let tail = rest.get(verbatim..).unwrap_or_default();
            end = at + verbatim + tail.find(ends).unwrap_or(tail.len());
            at = blanks(self.text, end).min(span.end);
        }
        (Span::new(span.start, end), at)
    }

    /// The content of a block scalar whose `|` or `>` stands at `at`.
    fn block_content(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let header = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let content = rest.get(header..).unwrap_or_default();
        at + header + (content.len() - content.trim_start().len())
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

/// From the opening quote that `span` begins with to the closing one.
fn quoted(text: &str, span: Span) -> Span {
    let bytes = span.of(text).as_bytes();
    let Some(&quote) = bytes.first() else { return span };
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'\\' if quote == b'"' => 2,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => 2,
            byte if byte == quote => return Span::new(span.start, span.start + at + 1),
            _ => 1,
        };
    }
    span
}

/// The first byte from `at` on that is neither blank nor in a comment.
fn blanks(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']).len();
        at += blank;
        let Some(rest) = text.get(at..).filter(|rest| rest.starts_with('#')) else { return at };
        at += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }
}
