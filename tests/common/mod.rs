//! What several tests share: the texts of `tests/fixtures`.
#![allow(dead_code, reason = "each test uses its own part of it")]

use std::fs;
use std::path::{Path, PathBuf};

/// The files `FORMAT/NAME.txt` of a folder of `tests/fixtures`, in order, with what they hold; there are `least`.
pub(crate) fn texts(folder: &str, least: usize) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .flat_map(|format| fs::read_dir(format.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= least, "only {} texts in {folder}", files.len());
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect()
}

/// What such a file is called: `describe/tag-not-found-crio`.
pub(crate) fn name(file: &Path) -> String {
    let part = |path: Option<&Path>| path.and_then(Path::file_stem).unwrap().to_str().unwrap().to_owned();
    format!("{}/{}", part(file.parent()), part(Some(file)))
}
