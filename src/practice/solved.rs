//! A solution, with the lines marked that are not those of the manifests.

use crate::cases::Case;
use crate::manifest::{LineMark, YamlDocument, YamlLine};

/// The manifests of a case, with their fault, as a file.
#[must_use]
pub fn manifests(case: &Case) -> YamlDocument {
    let line = |text: &str| YamlLine { text: text.to_owned(), mark: LineMark::Same };
    YamlDocument { file_name: case.file_name(), lines: case.manifests.lines().map(line).collect() }
}

/// The solution `after` as a file, compared line by line with `before`. A line in the place of another one is changed, any
/// other that is not there before is new.
#[must_use]
pub fn solved(file_name: &str, before: &str, after: &str) -> YamlDocument {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let kept = kept(&before, &after);
    let mut lines = Vec::new();
    let (mut old, mut new) = (0, 0);
    // The end of both texts is the last place where they meet.
    for (old_kept, new_kept) in kept.into_iter().chain([(before.len(), after.len())]) {
        let gone = old_kept - old;
        let come = after[new..new_kept].iter().enumerate();
        lines.extend(come.map(|(index, text)| YamlLine {
            text: (*text).to_owned(),
            mark: if index < gone { LineMark::Changed } else { LineMark::Added },
        }));
        lines.extend(after.get(new_kept).map(|text| YamlLine { text: (*text).to_owned(), mark: LineMark::Same }));
        (old, new) = (old_kept + 1, new_kept + 1);
    }
    YamlDocument { file_name: file_name.to_owned(), lines }
}

/// The longest row of lines that both have, as places in each. The work grows with the product of the lengths, which the
/// format bounds at 32 KiB each; texts that are longer still have only their beginning in common.
fn kept(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    const MOST: usize = 2_000;
    let (rows, columns) = (before.len().min(MOST), after.len().min(MOST));
    // `best[row][column]`: how many lines the ends from there on share.
    let mut best = vec![vec![0_u16; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            best[row][column] = if before[row] == after[column] {
                best[row + 1][column + 1] + 1
            } else {
                best[row + 1][column].max(best[row][column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut kept = Vec::new();
    while row < rows && column < columns {
        if before[row] == after[column] {
            kept.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if best[row + 1][column] >= best[row][column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    kept
}
