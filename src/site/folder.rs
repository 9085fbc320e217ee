//! Files: those that are read, and those that make up the release.

use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many digits of a hash stand in a file's name.
const DIGITS: usize = 16;

/// A folder that is read from or written to.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The folder at this path.
    pub(crate) fn new(path: impl AsRef<Path>) -> Self {
        Self(path.as_ref().to_owned())
    }

    /// What is in a file.
    pub(crate) fn bytes(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.0.join(name)).map_err(|error| self.said(name, &error))
    }

    /// What is in a file, as text.
    pub(crate) fn text(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.0.join(name)).map_err(|error| self.said(name, &error))
    }

    /// The name of the one file that begins and ends so.
    pub(crate) fn only(&self, start: &str, end: &str) -> io::Result<String> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.0).map_err(|error| self.said("", &error))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && name.ends_with(end) {
                names.push(name);
            }
        }
        match <[String; 1]>::try_from(names) {
            Ok([name]) => Ok(name),
            Err(names) => Err(self.said(&format!("{start}*{end}"), &format!("{} files, not one", names.len()))),
        }
    }

    fn said(&self, name: &str, error: &dyn std::fmt::Display) -> io::Error {
        io::Error::other(format!("{}: {error}", self.0.join(name).display()))
    }
}

/// The files of the release by their names, with `/` between folders.
#[derive(Default)]
pub(crate) struct Release(BTreeMap<String, Vec<u8>>);

impl Release {
    /// Adds a file whose name stays the same in every release.
    pub(crate) fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    /// Adds a file whose name holds a hash of what is in it, and tells the name.
    pub(crate) fn add_hashed(&mut self, stem: &str, tail: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let name = format!("{stem}-{}{tail}", hash(&bytes));
        self.add(&name, bytes);
        name
    }

    /// Writes all files.
    pub(crate) fn write(&self, folder: &Folder) -> io::Result<()> {
        for (name, bytes) in &self.0 {
            let path = folder.0.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(|error| folder.said(name, &error))?;
            }
            fs::write(&path, bytes).map_err(|error| folder.said(name, &error))?;
        }
        Ok(())
    }
}

/// The beginning of the SHA-256 of these bytes, as a file's name holds it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let digits: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    digits.chars().take(DIGITS).collect()
}
