//! What only shows when a case is tried out: that its manifests have the fault, and its solution has not.

use super::mended::look_at;
use crate::cases::{Case, CaseFault, CaseFile, Problem, Repair, read};
use crate::content::Content;

/// Everything that is wrong with the repair of a case that begins on `line` of its file.
#[must_use]
pub fn try_out(content: &Content, case: &Case, line: usize) -> Vec<Problem> {
    let Repair::Edit { solution, .. } = &case.repair else { return Vec::new() };
    let at = |path: &str, fault, facts| Problem { line, path: path.into(), fault, facts };
    let mut found = Vec::new();
    if look_at(content, case, &case.manifests).is_mended() {
        found.push(at("manifests", CaseFault::NothingWrong, Vec::new()));
    }
    for unmet in look_at(content, case, solution).unmet {
        found.push(at("repair.solution", CaseFault::NotSolved, vec![("why", unmet.why)]));
    }
    found
}

/// Reads a file of cases and tries each out: those that cannot be solved as they say are among its problems.
#[must_use]
pub fn open(content: &Content, text: &str) -> CaseFile {
    let file = read(content, text);
    let several = file.cases.len() > 1;
    let mut whole = CaseFile { problems: file.problems, ..CaseFile::default() };
    for (case, line) in file.cases.into_iter().zip(file.lines) {
        let found = try_out(content, &case, line);
        if found.is_empty() {
            whole.cases.push(case);
            whole.lines.push(line);
            continue;
        }
        let place = |problem: Problem| {
            let path = if several { format!("{}: {}", case.id, problem.path) } else { problem.path };
            Problem { path, ..problem }
        };
        whole.problems.extend(found.into_iter().map(place));
    }
    whole.problems.sort_by_key(|problem| problem.line);
    whole
}
