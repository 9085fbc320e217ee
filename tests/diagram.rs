//! The picture of the decision tree: all of it, and nothing over anything else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::content::{AnswerChoice, AnswerRoute, Cause, Content, GuideContent, Step};
use image_pull_guide::diagram::{
    Asked, Drawing, Edge, End, Frame, Node, Part, QUESTION, TEXT, Target, Type, Words, draw, tree,
};
use std::collections::BTreeSet;

const WORDS: Words = Words {
    after: |answer, before| format!("{answer}, after {before}"),
    otherwise: |answer| format!("{answer}, otherwise"),
};

fn drawing() -> Drawing<'static> {
    draw(Content::embedded(), WORDS)
}

fn nodes<'drawing>(drawing: &'drawing Drawing) -> Vec<&'drawing Node<'drawing>> {
    drawing.parts.iter().filter_map(|part| if let Part::Node(node) = part { Some(node) } else { None }).collect()
}

fn edges<'drawing>(drawing: &'drawing Drawing) -> Vec<&'drawing Edge<'drawing>> {
    drawing.parts.iter().filter_map(|part| if let Part::Edge(edge) = part { Some(edge) } else { None }).collect()
}

fn meet(one: Frame, other: Frame) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

/// The rectangles that the lines of an answer run through.
fn strokes(edge: &Edge) -> Vec<Frame> {
    let pieces = edge.strokes.iter().flat_map(|stroke| stroke.windows(2));
    pieces
        .map(|piece| {
            let [(x, y), (to_x, to_y)] = *piece else { panic!("a piece has two ends") };
            assert!(x == to_x || y == to_y, "lines are upright or level: {piece:?}");
            Frame { x: x.min(to_x), y: y.min(to_y), width: x.abs_diff(to_x), height: y.abs_diff(to_y) }
        })
        .collect()
}

/// All that is wrong with a picture.
fn faults(drawing: &Drawing) -> Vec<String> {
    let (nodes, edges) = (nodes(drawing), edges(drawing));
    let frames: Vec<(String, Frame)> = nodes
        .iter()
        .map(|node| (format!("{:?}", node.lines[0].text), node.frame))
        .chain(edges.iter().map(|edge| (format!("the answer {:?}", edge.lines[0].text), edge.frame)))
        .collect();
    let mut faults = Vec::new();
    for (at, (name, frame)) in frames.iter().enumerate() {
        for (other, there) in frames.iter().skip(at + 1) {
            if meet(*frame, *there) {
                faults.push(format!("{name} over {other}"));
            }
        }
        if frame.x + frame.width > drawing.width || frame.y + frame.height > drawing.height {
            faults.push(format!("{name} is cut off"));
        }
        for edge in &edges {
            // A line ends at the edge of a box, which is no meeting.
            if strokes(edge).iter().any(|stroke| {
                meet(Frame { width: stroke.width.max(1), height: stroke.height.max(1), ..*stroke }, *frame)
            }) {
                faults.push(format!("a line of {:?} through {name}", edge.lines[0].text));
            }
        }
    }
    for (font, lines, frame) in nodes
        .iter()
        .map(|node| (if matches!(node.target, Target::Question(_)) { QUESTION } else { TEXT }, &node.lines, node.frame))
        .chain(edges.iter().map(|edge| (TEXT, &edge.lines, edge.frame)))
    {
        for line in lines {
            if line.at.0 < frame.x || line.at.0 + font.width(&line.text) > frame.x + frame.width {
                faults.push(format!("{:?} is wider than its box", line.text));
            }
            if line.at.1 < frame.y + font.size / 2 || line.at.1 > frame.y + frame.height {
                faults.push(format!("{:?} is above or below its box", line.text));
            }
        }
    }
    faults
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n  {}\n", faults.join("\n  "));
}

#[test]
fn nothing_stands_over_anything_else() {
    none(&faults(&drawing()));
}

#[test]
fn every_question_answer_and_outcome_is_there() {
    let (content, drawing) = (Content::embedded(), drawing());
    let nodes = nodes(&drawing);
    let questions: Vec<&str> = nodes
        .iter()
        .filter_map(|node| if let Target::Question(step) = node.target { Some(step.id.as_str()) } else { None })
        .collect();
    let all: BTreeSet<&str> = content.guide.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(questions.iter().copied().collect::<BTreeSet<_>>(), all);
    assert_eq!(questions.len(), all.len(), "each question once");

    let routes = || content.guide.steps.iter().flat_map(|step| &step.answers).flat_map(|answer| &answer.routes);
    let drawn = |wanted: &AnswerRoute| {
        nodes
            .iter()
            .filter(|node| matches!(node.target, Target::Outcome(_, route) if std::ptr::eq(route, wanted)))
            .count()
    };
    for route in routes() {
        assert_eq!(drawn(route), usize::from(route.outcome.is_some()), "{route:?}");
    }
    let edges = edges(&drawing);
    for step in &content.guide.steps {
        for answer in &step.answers {
            let of_answer = edges.iter().filter(|edge| edge.step.id == step.id && edge.answer.id == answer.id);
            assert_eq!(of_answer.count(), answer.routes.len(), "{} {}", step.id, answer.id);
        }
    }
    for edge in edges {
        let said = edge.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        assert!(said.starts_with(&edge.answer.short), "{said}");
    }
}

#[test]
fn each_answer_leads_to_the_box_that_it_names() {
    let drawing = drawing();
    let nodes = nodes(&drawing);
    for edge in edges(&drawing) {
        let (x, y) = *edge.strokes.last().unwrap().last().unwrap();
        let touched = nodes.iter().filter(|node| {
            let Frame { x: left, y: top, width, height } = node.frame;
            (x == left || x == left + width) && (top..top + height).contains(&y)
        });
        let touched: Vec<_> = touched.collect();
        assert_eq!(touched.len(), 1, "{:?} ends at one box", edge.lines[0].text);
        let leads = edge.answer.routes.iter().any(|route| match touched[0].target {
            Target::Question(step) => route.step.as_deref() == Some(&step.id),
            Target::Outcome(_, of_box) => std::ptr::eq(of_box, route),
        });
        assert!(leads, "{:?} ends at {:?}", edge.lines[0].text, touched[0].lines[0].text);
    }
}

#[test]
fn a_crossing_is_no_junction() {
    let drawing = drawing();
    let edges = edges(&drawing);
    let pieces = |edge: &Edge| {
        strokes(edge).into_iter().map(|piece| (piece, edge.strokes.last().unwrap().last().copied())).collect::<Vec<_>>()
    };
    for one in edges.iter().flat_map(|edge| pieces(edge)) {
        for other in edges.iter().flat_map(|edge| pieces(edge)).filter(|other| other.1 != one.1) {
            let ((level, _), (upright, _)) = (one, other);
            let crosses = level.x < upright.x
                && upright.x < level.x + level.width
                && upright.y < level.y
                && level.y < upright.y + upright.height;
            assert!(!crosses || level.height > 0, "{level:?} crosses {upright:?}");
        }
    }
}

#[test]
fn it_reads_from_a_question_to_its_answers_and_what_they_lead_to() {
    let drawing = drawing();
    let mut asked = Vec::new();
    for part in &drawing.parts {
        match part {
            Part::Node(Node { target: Target::Question(step), .. }) => asked.push(step.id.as_str()),
            Part::Node(_) => {}
            Part::Edge(edge) => assert!(asked.contains(&edge.step.id.as_str()), "an answer before its question"),
        }
    }
    assert_eq!(asked.first(), Some(&Content::embedded().guide.start.as_str()));
}

#[test]
fn a_question_stands_once_and_never_before_one_that_leads_to_it() {
    fn walk<'tree>(asked: &'tree Asked, seen: &mut Vec<&'tree str>, later: &mut Vec<&'tree str>) {
        assert!(!seen.contains(&asked.step.id.as_str()));
        seen.push(&asked.step.id);
        for way in &asked.ways {
            match &way.end {
                End::Below(next) => walk(next, seen, later),
                End::Elsewhere(step) => later.push(&step.id),
                End::Outcome(..) => {}
            }
        }
    }
    let (mut seen, trees) = (Vec::new(), tree(Content::embedded()));
    for asked in &trees {
        let mut later = Vec::new();
        walk(asked, &mut seen, &mut later);
        assert!(later.iter().all(|step| !seen.contains(step)), "{later:?} stand before {}", asked.step.id);
    }
    assert_eq!(seen.len(), Content::embedded().guide.steps.len());
}

#[test]
fn the_same_questions_are_always_drawn_the_same() {
    assert_eq!(drawing(), drawing());
}

#[test]
fn it_fits_on_a_sheet_and_on_a_screen() {
    let Drawing { width, height, .. } = drawing();
    assert!(width <= 1150, "{width} wide: at 1280 pixels the page has room for 1150");
    // A4 and Letter with margins of 12 mm, in pixels; letters of 13 pixels are 6 points there at least.
    for (name, sheet) in [("A4", (703.0, 1031.0)), ("Letter", (725.0, 965.0))] {
        let scale = f64::min(sheet.0 / f64::from(width), sheet.1 / f64::from(height));
        let points = f64::from(TEXT.size) * scale * 0.75;
        assert!(points >= 6.0, "{points:.1} points on {name}");
    }
}

// --- other questions than those of the guide ---------------------------------------------------------------------------

fn route(to: &str) -> AnswerRoute {
    match to.strip_prefix('=') {
        Some(cause) => AnswerRoute { outcome: Some(cause.into()), ..AnswerRoute::default() },
        None => AnswerRoute { step: Some(to.into()), ..AnswerRoute::default() },
    }
}

/// Questions by their ids, each with where its answers lead: a question, or `=cause`.
fn made_up(start: &str, steps: &[(&str, &[&str])]) -> Content {
    let cause = Cause { id: "end".into(), title: "It is over, and nobody knows why".into(), ..Cause::default() };
    let steps = steps.iter().map(|(id, ends)| Step {
        id: (*id).into(),
        question: format!("What about {id}, and all that one could say of it in a longer question than any other?"),
        answers: ends
            .iter()
            .enumerate()
            .map(|(number, end)| AnswerChoice {
                id: format!("a{number}"),
                short: format!("The answer with the number {number} of {id}"),
                routes: vec![route(end)],
                ..AnswerChoice::default()
            })
            .collect(),
        ..Step::default()
    });
    let guide = GuideContent { start: start.into(), steps: steps.collect(), causes: vec!["end".into()] };
    Content { guide, causes: vec![cause], ..Content::default() }
}

#[test]
fn other_trees_are_drawn_without_a_fault_too() {
    let trees: [&[(&str, &[&str])]; 4] = [
        &[("one", &["=end", "=end"])],
        &[("one", &["two", "=end"]), ("two", &["three", "=end"]), ("three", &["=end", "=end", "=end"])],
        // Several questions that more than one way leads to, all in the order of the guide, and not.
        &[
            ("one", &["two", "three", "four"]),
            ("four", &["five", "two", "=end"]),
            ("three", &["two", "five"]),
            ("two", &["five", "=end"]),
            ("five", &["=end", "=end"]),
        ],
        &[
            ("one", &["a", "b", "c", "d"]),
            ("a", &["b", "c", "d", "=end"]),
            ("b", &["c", "d", "=end"]),
            ("c", &["d", "=end"]),
            ("d", &["=end", "=end"]),
        ],
    ];
    for steps in trees {
        let content = made_up("one", steps);
        let drawing = draw(&content, WORDS);
        none(&faults(&drawing));
        assert_eq!(edges(&drawing).len(), steps.iter().map(|(_, ends)| ends.len()).sum::<usize>());
        assert!(edges(&drawing).iter().all(|edge| edge.strokes.last().is_some_and(|stroke| stroke.len() > 1)));
    }
}

#[test]
fn content_with_a_fault_in_it_ends_somewhere() {
    let trees: [&[(&str, &[&str])]; 3] =
        [&[("one", &["one", "nowhere"])], &[("one", &["two"]), ("two", &["one"])], &[]];
    for steps in trees {
        let _ = draw(&made_up("one", steps), WORDS);
    }
    let _ = draw(&made_up("nowhere", &[("one", &["=end"])]), WORDS);
}

// --- texts -----------------------------------------------------------------------------------------------------------

#[test]
fn lines_end_between_words_and_are_no_wider_than_they_may_be() {
    let text = "The registry knows who asks, and does not allow the pull";
    for most in 60..500 {
        let lines = TEXT.lines(text, most);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| TEXT.width(line) <= most || !line.contains(' ')), "{most}: {lines:?}");
    }
    assert_eq!(TEXT.lines("SignatureValidationFailed it says", 40)[0], "SignatureValidationFailed");
    assert_eq!(TEXT.lines("", 40), [""; 0]);
}

#[test]
fn bold_and_larger_letters_are_wider() {
    let large = Type { size: 20, ..TEXT };
    assert!(TEXT.width("mill") < Type { bold: true, ..TEXT }.width("mill"));
    assert!(TEXT.width("mill") < large.width("mill"));
    assert!(TEXT.width("ill") < TEXT.width("mmm"));
    assert!(TEXT.width("é漢") >= 2 * TEXT.size, "letters that are not known are wide");
}
