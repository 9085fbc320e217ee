//! Progress as a text that a browser can keep: ids and numbers, nothing that somebody wrote.

use super::{Attempt, End, Task, Tries};
use crate::cases::Case;
use std::collections::BTreeMap;

/// The version in front; a text of another one is nobody's progress.
const VERSION: &str = "v1";

/// The progress with the cases that are `kept` in a text, by the key of the case. Cases that are no more, or whose content is another one by
/// now, are left out; so is everything that does not fit. Never fails.
#[must_use]
pub fn kept(cases: &[Case], text: &str) -> BTreeMap<String, Attempt> {
    let mut lines = text.lines();
    if lines.next() != Some(VERSION) {
        return BTreeMap::new();
    }
    let attempt = |line: &str| {
        let mut words = line.split(' ');
        let (id, key) = (words.next()?, words.next()?);
        let case = cases.iter().find(|case| case.id == id && case.key == key)?;
        let mut attempt = Attempt::default();
        attempt.hints = words.next()?.parse::<usize>().ok()?.min(case.hints.len());
        for task in Task::ALL {
            *attempt.tries_mut(task) = tries(words.next()?)?;
        }
        let is_output = |id: &&str| case.outputs.iter().any(|output| output.id == *id);
        attempt.seen = words.filter(is_output).map(str::to_owned).collect();
        Some((case.key.clone(), attempt))
    };
    lines.filter_map(attempt).collect()
}

/// The text for it: a line for each case that was begun, `id key hints words cause repair outputs…`.
#[must_use]
pub fn keep(cases: &[Case], attempts: &BTreeMap<String, Attempt>) -> String {
    let mut text = VERSION.to_owned();
    for case in cases {
        let Some(attempt) = attempts.get(&case.key).filter(|attempt| attempt.has_begun()) else { continue };
        text.push_str(&format!("\n{} {} {}", case.id, case.key, attempt.hints));
        for task in Task::ALL {
            let Tries { wrong, end } = attempt.tries(task);
            let end = match end {
                None => "open",
                Some(End::Solved) => "solved",
                Some(End::Shown) => "shown",
            };
            text.push_str(&format!(" {end}:{wrong}"));
        }
        for output in &attempt.seen {
            text.push(' ');
            text.push_str(output);
        }
    }
    text
}

fn tries(text: &str) -> Option<Tries> {
    let (end, wrong) = text.split_once(':')?;
    let end = match end {
        "open" => None,
        "solved" => Some(End::Solved),
        "shown" => Some(End::Shown),
        _ => return None,
    };
    Some(Tries { wrong: wrong.parse().ok()?, end })
}
