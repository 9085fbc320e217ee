//! Where everything stands.
//!
//! The picture has two lanes, read one after the other. A question is a box as wide as what is left of its lane, with its
//! answers hanging from a trunk below it: the answer, an arrow, and the outcome in a column that the whole lane shares. A
//! question that only one answer leads to hangs there too. One that several lead to stands by itself, and lines lead to it
//! through the gutter beside the lane. An outcome is drawn wherever it is reached: lines from everywhere to one box of it
//! would cross all others.

use super::{Asked, End, QUESTION, TEXT, Type, Words, tree};
use crate::content::{AnswerChoice, AnswerRoute, Cause, Content, Facts, Step, plain};

/// How wide each lane is, and how far from its left edge outcomes begin. The second one has more to show.
const LANES: [(u32, u32); 2] = [(432, 248), (576, 236)];
/// What is left free around everything, so that no line is cut.
const MARGIN: u32 = 2;
/// From a box's edge to its text.
const PAD: u32 = 9;
/// The same above and below a question, and an outcome.
const PAD_QUESTION: u32 = 6;
const PAD_OUTCOME: u32 = 4;
/// From the left edge of a question to its trunk, and to a question that hangs from it.
const TRUNK: u32 = 12;
const INDENT: u32 = 26;
/// The line from the trunk to an answer, and what is free on both sides of an answer.
const STUB: u32 = 9;
const GAP: u32 = 5;
/// The shortest line from an answer to its outcome.
const ARROW: u32 = 18;
/// Between a question and its first answer, between answers, behind what hangs from an answer, and between questions that
/// stand by themselves.
const BELOW_QUESTION: u32 = 7;
const BELOW_ANSWER: u32 = 6;
const BELOW_BRANCH: u32 = 4;
const BELOW_TREE: u32 = 24;
/// Between a lane and the nearest line in the gutter, and between two such lines.
const GUTTER: u32 = 16;
const TRACK: u32 = 12;
/// What is left free on both sides where a line passes under another.
const BRIDGE: u32 = 4;

/// A place: from the left, and from the top.
pub type Point = (u32, u32);

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing<'content> {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// What is in it, in the order in which it is read: a question, then each answer with what it leads to.
    pub parts: Vec<Part<'content>>,
}

/// A part of the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Part<'content> {
    /// A question or an outcome.
    Node(Node<'content>),
    /// An answer.
    Edge(Edge<'content>),
}

/// A box.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'content> {
    /// Where it stands.
    pub frame: Frame,
    /// Its text.
    pub lines: Vec<Line>,
    /// What it is.
    pub target: Target<'content>,
}

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target<'content> {
    /// A question.
    Question(&'content Step),
    /// An outcome, and the route that leads to it.
    Outcome(&'content Cause, &'content AnswerRoute),
}

/// An answer: the lines from a question to what it leads to, and its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge<'content> {
    /// The question.
    pub step: &'content Step,
    /// The answer.
    pub answer: &'content AnswerChoice,
    /// The lines, each from corner to corner. The label stands between two of them or beside them; where a line passes
    /// under another it is interrupted. The last one ends with an arrow.
    pub strokes: Vec<Vec<Point>>,
    /// The space of the label.
    pub frame: Frame,
    /// The label.
    pub lines: Vec<Line>,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Its left edge.
    pub x: u32,
    /// Its upper edge.
    pub y: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

impl Frame {
    fn right(self) -> u32 {
        self.x + self.width
    }

    fn bottom(self) -> u32 {
        self.y + self.height
    }

    fn middle(self) -> u32 {
        self.y + self.height / 2
    }
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins, on its baseline.
    pub at: Point,
    /// Its words.
    pub text: String,
}

/// Gives everything its place. The same content is always drawn the same.
#[must_use]
pub fn draw(content: &Content, words: Words) -> Drawing<'_> {
    let trees = tree(content);
    let drawn = (1..=trees.len()).map(|first| Pen { content, words, first, ..Pen::new(content, words) }.drawn(&trees));
    // The higher lane is to be as low as can be; of equal pictures the first.
    drawn.min_by_key(|drawing| drawing.height).unwrap_or(Drawing { width: 0, height: 0, parts: Vec::new() })
}

/// A line that is drawn when everything has its place: from an answer to a question that stands by itself.
struct Open<'content> {
    /// The answer's place among the parts.
    part: usize,
    /// Where the line begins.
    from: Point,
    /// The lane that it begins in.
    lane: usize,
    target: &'content Step,
}

struct Pen<'content> {
    content: &'content Content,
    words: Words,
    /// How many trees stand in the first lane.
    first: usize,
    /// The lane that is drawn now: its number, its edges, and where outcomes begin.
    lane: usize,
    left: u32,
    right: u32,
    outcomes: u32,
    /// How far down it is drawn.
    y: u32,
    parts: Vec<Part<'content>>,
    open: Vec<Open<'content>>,
    /// The questions that stand by themselves: where, and in which lane.
    heads: Vec<(&'content str, Frame, usize)>,
}

impl<'content> Pen<'content> {
    fn new(content: &'content Content, words: Words) -> Self {
        Self {
            content,
            words,
            first: 0,
            lane: 0,
            left: 0,
            right: 0,
            outcomes: 0,
            y: 0,
            parts: Vec::new(),
            open: Vec::new(),
            heads: Vec::new(),
        }
    }

    fn drawn(mut self, trees: &[Asked<'content>]) -> Drawing<'content> {
        let (first, second) = trees.split_at_checked(self.first).unwrap_or((trees, &[]));
        let (mut left, mut height) = (MARGIN, 0);
        let mut gutters = Vec::new();
        for ((lane, trees), (width, outcomes)) in [first, second].into_iter().enumerate().zip(LANES) {
            (self.lane, self.left, self.right, self.outcomes) = (lane, left, left + width, left + outcomes);
            self.y = MARGIN;
            for tree in trees {
                let frame = self.question(tree, left);
                self.heads.push((&tree.step.id, frame, lane));
                self.y += BELOW_TREE;
            }
            height = height.max(self.y.saturating_sub(BELOW_TREE));
            // Each question that lines of this lane lead to has a track of its own in the gutter. What stays in the lane is
            // nearer to it, so that it is crossed by less.
            let mut tracks: Vec<&str> = Vec::new();
            for stays in [true, false] {
                for open in self.open.iter().filter(|open| open.lane == lane) {
                    let id = open.target.id.as_str();
                    if self.head(id).is_some() == stays && !tracks.contains(&id) {
                        tracks.push(id);
                    }
                }
            }
            left = self.right + 2 * GUTTER + TRACK * u32::try_from(tracks.len().saturating_sub(1)).unwrap_or_default();
            gutters.push((self.right + GUTTER, tracks));
        }
        self.join(&gutters);
        // Lines beside the last lane need their room; where there are none, the lane is the edge.
        let beside = gutters.last().is_some_and(|(_, tracks)| !tracks.is_empty());
        let width = if beside { left } else { self.right };
        Drawing { width: width + MARGIN, height: height + MARGIN, parts: self.parts }
    }

    /// Draws the lines through the gutters. Those to one question run together, and pass under the others with a gap, so that
    /// a crossing is never taken for a junction.
    fn join(&mut self, gutters: &[(u32, Vec<&str>)]) {
        // Each upright line: its gutter, its question, where it is, and from where to where it runs.
        let mut uprights: Vec<(usize, &str, u32, u32, u32)> = Vec::new();
        for (lane, (start, tracks)) in gutters.iter().enumerate() {
            for (x, id) in (*start..).step_by(TRACK as usize).zip(tracks) {
                let Some((frame, _)) = self.head(id) else { continue };
                let opens = self.open.iter().filter(|open| open.lane == lane && open.target.id == **id);
                let ends = || opens.clone().map(|open| open.from.1).chain([frame.middle()]);
                uprights.push((lane, id, x, ends().min().unwrap_or_default(), ends().max().unwrap_or_default()));
            }
        }
        for open in std::mem::take(&mut self.open) {
            let id = open.target.id.as_str();
            let Some((frame, lane)) = self.head(id) else { continue };
            let own = uprights.iter().find(|(of, to, ..)| (*of, *to) == (open.lane, id));
            let Some((_, _, x, ..)) = own else { continue };
            let end = (if lane == open.lane { frame.right() } else { frame.x }, frame.middle());
            let mut stroke = vec![open.from];
            let Some(Part::Edge(edge)) = self.parts.get_mut(open.part) else { continue };
            for (from, to) in [(open.from, (*x, open.from.1)), ((*x, end.1), end)] {
                let crossed = uprights.iter().filter(|(of, _, at, top, bottom)| {
                    let (left, right) = (from.0.min(to.0), from.0.max(to.0));
                    *of == open.lane && left < *at && *at < right && *top < from.1 && from.1 < *bottom
                });
                let mut crossed: Vec<u32> = crossed.map(|(_, _, at, ..)| *at).collect();
                if to.0 < from.0 {
                    crossed.reverse();
                }
                if stroke.last() != Some(&from) {
                    stroke.push(from);
                }
                for at in crossed {
                    let (before, behind) =
                        if from.0 < to.0 { (at - BRIDGE, at + BRIDGE) } else { (at + BRIDGE, at - BRIDGE) };
                    stroke.push((before, from.1));
                    edge.strokes.push(std::mem::replace(&mut stroke, vec![(behind, from.1)]));
                }
                stroke.push(to);
            }
            edge.strokes.push(stroke);
        }
    }

    fn head(&self, id: &str) -> Option<(Frame, usize)> {
        self.heads.iter().find(|(head, ..)| *head == id).map(|(_, frame, lane)| (*frame, *lane))
    }

    /// A question and all that hangs from it.
    fn question(&mut self, asked: &Asked<'content>, x: u32) -> Frame {
        let width = self.right.saturating_sub(x);
        let text = plain(self.content, &asked.step.question, &Facts::default());
        let lines = QUESTION.lines(&text, width.saturating_sub(2 * PAD));
        let frame = Frame { x, y: self.y, width, height: height(QUESTION, &lines) + 2 * PAD_QUESTION };
        self.parts.push(Part::Node(Node {
            frame,
            lines: placed(QUESTION, lines, (x + PAD, self.y + PAD_QUESTION)),
            target: Target::Question(asked.step),
        }));
        self.y = frame.bottom() + BELOW_QUESTION;
        let trunk = (x + TRUNK, frame.bottom());
        for way in &asked.ways {
            let said = way.said(self.content, |answer| &answer.short, self.words);
            match &way.end {
                End::Outcome(cause, route) => {
                    let title = route.title.as_ref().unwrap_or(&cause.title);
                    let title = TEXT
                        .lines(&plain(self.content, title, &Facts::default()), self.right - self.outcomes - 2 * PAD);
                    let high = height(TEXT, &title) + 2 * PAD_OUTCOME;
                    let (middle, frame) =
                        self.answer(asked.step, way.answer, &said, trunk, self.outcomes - ARROW, high);
                    let at = Frame {
                        x: self.outcomes,
                        y: middle - high / 2,
                        width: self.right - self.outcomes,
                        height: high,
                    };
                    if let Some(Part::Edge(edge)) = self.parts.last_mut() {
                        edge.strokes.push(vec![(frame.right() + GAP, middle), (at.x, middle)]);
                    }
                    self.parts.push(Part::Node(Node {
                        frame: at,
                        lines: placed(TEXT, title, (at.x + PAD, at.y + PAD_OUTCOME)),
                        target: Target::Outcome(cause, route),
                    }));
                }
                End::Elsewhere(target) => {
                    let (middle, frame) = self.answer(asked.step, way.answer, &said, trunk, self.right, 0);
                    let (part, from) = (self.parts.len() - 1, (frame.right() + GAP, middle));
                    self.open.push(Open { part, from, lane: self.lane, target });
                }
                End::Below(next) => {
                    let at = (trunk.0 + STUB + GAP, self.y);
                    let lines = TEXT.lines(&said, self.right.saturating_sub(at.0));
                    let frame = space(TEXT, &lines, at);
                    let part = self.parts.len();
                    self.parts.push(Part::Edge(Edge {
                        step: asked.step,
                        answer: way.answer,
                        strokes: Vec::new(),
                        frame,
                        lines: placed(TEXT, lines, at),
                    }));
                    self.y = frame.bottom() + GAP;
                    let below = self.question(next, x + INDENT);
                    if let Some(Part::Edge(edge)) = self.parts.get_mut(part) {
                        edge.strokes.push(vec![trunk, (trunk.0, below.middle()), (below.x, below.middle())]);
                    }
                    self.y += BELOW_BRANCH;
                }
            }
        }
        frame
    }

    /// An answer on the line that leads from the trunk, at most to `right`, beside something of this height. Gives the height
    /// of the line, and the space of the label.
    fn answer(
        &mut self,
        step: &'content Step,
        answer: &'content AnswerChoice,
        said: &str,
        trunk: Point,
        right: u32,
        beside: u32,
    ) -> (u32, Frame) {
        let x = trunk.0 + STUB + GAP;
        let lines = TEXT.lines(said, right.saturating_sub(GAP + x));
        let high = height(TEXT, &lines);
        let middle = self.y + high.max(beside) / 2;
        let at = (x, middle - high / 2);
        let frame = space(TEXT, &lines, at);
        self.parts.push(Part::Edge(Edge {
            step,
            answer,
            strokes: vec![vec![trunk, (trunk.0, middle), (x - GAP, middle)]],
            frame,
            lines: placed(TEXT, lines, at),
        }));
        self.y += high.max(beside) + BELOW_ANSWER;
        (middle, frame)
    }
}

fn height(font: Type, lines: &[String]) -> u32 {
    font.leading * u32::try_from(lines.len()).unwrap_or_default()
}

fn space(font: Type, lines: &[String], (x, y): Point) -> Frame {
    let width = lines.iter().map(|line| font.width(line)).max().unwrap_or_default();
    Frame { x, y, width, height: height(font, lines) }
}

/// The lines one below the other. A baseline is a third of the letters' size below the middle of its line.
fn placed(font: Type, lines: Vec<String>, (x, y): Point) -> Vec<Line> {
    let first = y + font.leading / 2 + font.size / 3;
    lines.into_iter().zip(0..).map(|(text, number)| Line { at: (x, first + number * font.leading), text }).collect()
}
