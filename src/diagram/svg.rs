//! The picture as a file of its own, which needs nothing beside it.

use super::{Drawing, Part, QUESTION, TEXT, Target};
use std::fmt::Write as _;

/// What a file says of itself, and its colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File<'text> {
    /// What it is.
    pub title: &'text str,
    /// What is to be seen in it.
    pub description: &'text str,
    /// The fonts, as CSS names them.
    pub fonts: &'text str,
    /// The colours by day.
    pub light: Palette<'text>,
    /// The colours by night.
    pub dark: Palette<'text>,
}

/// The colours of a file, as CSS writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette<'text> {
    /// Behind everything.
    pub paper: &'text str,
    /// Text.
    pub ink: &'text str,
    /// Answers.
    pub soft: &'text str,
    /// Lines, and the edges of boxes.
    pub edge: &'text str,
    /// Inside an outcome.
    pub card: &'text str,
    /// Inside a question.
    pub wash: &'text str,
    /// The edge of a question.
    pub accent: &'text str,
}

/// What is left free around the picture in a file.
const AROUND: u32 = 14;

/// The lines of all answers, as the data of one SVG path.
#[must_use]
pub fn lines(drawing: &Drawing) -> String {
    let mut path = String::new();
    for stroke in edges(drawing).flat_map(|edge| &edge.strokes) {
        for (number, (x, y)) in stroke.iter().enumerate() {
            let _ = write!(path, "{}{x} {y}", if number == 0 { 'M' } else { 'L' });
        }
    }
    path
}

/// The heads of all arrows, as the data of one SVG path.
#[must_use]
pub fn arrows(drawing: &Drawing) -> String {
    let mut path = String::new();
    for stroke in edges(drawing).filter_map(|edge| edge.strokes.last()) {
        // All come from the left or from the right.
        if let [.., (before, _), (x, y)] = stroke.as_slice() {
            let back = if before < x { "-7" } else { "7" };
            let _ = write!(path, "M{x} {y}l{back} -4v8z");
        }
    }
    path
}

fn edges<'drawing>(drawing: &'drawing Drawing) -> impl Iterator<Item = &'drawing super::Edge<'drawing>> {
    drawing.parts.iter().filter_map(|part| match part {
        Part::Edge(edge) => Some(edge),
        Part::Node(_) => None,
    })
}

/// The file.
#[must_use]
pub fn file(drawing: &Drawing, about: &File) -> String {
    // What stands around it on a page of its own.
    let (width, height) = (drawing.width + 2 * AROUND, drawing.height + 2 * AROUND);
    let colours = |palette: &Palette| {
        let Palette { paper, ink, soft, edge, card, wash, accent } = palette;
        format!(
            ".paper{{fill:{paper}}}text{{fill:{ink}}}.answer{{fill:{soft}}}.line{{stroke:{edge}}}.arrow{{fill:{edge}}}\
             .question{{fill:{wash};stroke:{accent}}}.outcome{{fill:{card};stroke:{edge}}}"
        )
    };
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{AROUND} -{AROUND} {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"title\" aria-describedby=\"about\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"about\">{}</desc>\n<style>\n\
         text{{font:{}px {fonts}}}.ask{{font:600 {}px {fonts}}}.line{{fill:none;stroke-width:1.5}}\n{}\n\
         @media (prefers-color-scheme:dark){{{}}}\n</style>\n\
         <rect class=\"paper\" x=\"-{AROUND}\" y=\"-{AROUND}\" width=\"{width}\" height=\"{height}\"/>\n\
         <path class=\"line\" d=\"{}\"/>\n<path class=\"arrow\" d=\"{}\"/>\n",
        escaped(about.title),
        escaped(about.description),
        TEXT.size,
        QUESTION.size,
        colours(&about.light),
        colours(&about.dark),
        lines(drawing),
        arrows(drawing),
        fonts = about.fonts,
    );
    for part in &drawing.parts {
        let (lines, class) = match part {
            Part::Node(node) => {
                let (look, class) = match node.target {
                    Target::Question(_) => ("question", " class=\"ask\""),
                    Target::Outcome(..) => ("outcome", ""),
                };
                let super::Frame { x, y, width, height } = node.frame;
                let _ = writeln!(
                    file,
                    "<rect class=\"{look}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"5\"/>"
                );
                (&node.lines, class)
            }
            Part::Edge(edge) => (&edge.lines, " class=\"answer\""),
        };
        for line in lines {
            let ((x, y), text) = (line.at, escaped(&line.text));
            let _ = writeln!(file, "<text{class} x=\"{x}\" y=\"{y}\">{text}</text>");
        }
    }
    file + "</svg>\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
