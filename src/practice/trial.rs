//! What only shows when a case is tried out: that its manifests have the fault, and its solution has not.

use super::mended::look_at;
use crate::cases::{Case, CaseFault, Problem, Repair};
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
