//! What the command reads, and what it refuses.

use crate::words::input as words;
use image_pull_guide::text::{Decoded, decode};
use std::io::{self, Read};
use std::path::Path;

/// The largest input, in bytes (64 MiB).
pub(crate) const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Reads a file, or standard input where there is none or its name is `-`, as text.
///
/// # Errors
/// As [`bytes`], and when there are only blanks.
pub(crate) fn read(file: Option<&Path>) -> io::Result<Decoded> {
    let input = decode(bytes(file)?);
    if input.text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        return Err(io::Error::other(words::empty(name(file))));
    }
    Ok(input)
}

/// Reads the bytes of a file, or of standard input where there is none or its name is `-`.
///
/// # Errors
/// When they cannot be read, or are more than [`MAX_BYTES`].
pub(crate) fn bytes(file: Option<&Path>) -> io::Result<Vec<u8>> {
    let name = name(file);
    let failed = |error: io::Error| io::Error::other(words::not_read(error, &name));
    let reader: Box<dyn Read> = match file.filter(|file| file.as_os_str() != "-") {
        Some(file) => Box::new(std::fs::File::open(file).map_err(failed)?),
        None => Box::new(io::stdin().lock()),
    };
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_BYTES {
        return Err(io::Error::other(words::too_long(&name)));
    }
    Ok(bytes)
}

fn name(file: Option<&Path>) -> String {
    let named = file.filter(|file| file.as_os_str() != "-");
    named.map_or_else(|| words::STANDARD_INPUT.to_owned(), |file| file.display().to_string())
}
