//! What the ids of the content look like.

/// Whether a text can be an id: it begins with a lower-case letter and has lower-case letters and digits with single hyphens
/// between them, 64 at most.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= 64 && text.starts_with(|first: char| first.is_ascii_lowercase()) && text.split('-').all(is_part)
}
