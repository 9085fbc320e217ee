//! Web pages and XML inside a text: what a proxy, a login page or a storage service sent instead of an answer.
//!
//! Nobody says anything in such a page: no message begins there, and its words decide nothing.

use super::begins;

/// How a page begins, in lower case, and how the same page ends.
const OPENERS: [(&str, &str); 11] = [
    ("<!doctype", "</html>"),
    ("<html", "</html>"),
    ("<head", "</html>"),
    ("<title", "</html>"),
    ("<body", "</html>"),
    ("<?xml", "</error>"),
    ("<error", "</error>"),
    ("<center", "</center>"),
    ("<h1", "</h1>"),
    ("<meta", "</html>"),
    ("<!--", "-->"),
];

/// Where the first page in `text` begins.
#[must_use]
pub fn page_at(text: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|&at| opener(&text[at..]).is_some())
}

/// Where a page begins whose end is not in `text`, and the tag that it will end with.
#[must_use]
pub fn open_page(text: &str) -> Option<(usize, &'static str)> {
    let mut from = 0;
    loop {
        let at = from + page_at(&text[from..])?;
        let end = opener(&text[at..])?;
        match end_at(&text[at..], end) {
            Some(len) => from = at + len,
            None => return Some((at, end)),
        }
    }
}

/// Where the first `end` (a tag in lower case) in `text` ends.
#[must_use]
pub fn end_at(text: &str, end: &str) -> Option<usize> {
    let first = end.chars().next()?;
    text.match_indices(first).map(|(at, _)| at).find(|&at| begins(&text[at..], end)).map(|at| at + end.len())
}

/// The end that belongs to the page with which `text` begins; `None` where it begins with none.
#[must_use]
pub fn opener(text: &str) -> Option<&'static str> {
    OPENERS.iter().find(|(opener, _)| begins(text, opener)).map(|(_, end)| *end)
}

/// How many bytes the line break takes with which `text` begins (`<br>`, `<br/>`, `<br />`); 0 where it begins with none.
#[must_use]
pub fn break_len(text: &[u8]) -> usize {
    const BREAKS: [&[u8]; 3] = [b"<br>", b"<br/>", b"<br />"];
    let begins = |tag: &&&[u8]| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    BREAKS.iter().find(begins).map_or(0, |tag| tag.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_are_tags_of_their_own() {
        for (text, len) in [("<br>x", 4), ("<BR/>", 5), ("<br />", 6), ("<branch>", 0), ("<br", 0), ("br>", 0)] {
            assert_eq!(break_len(text.as_bytes()), len, "{text}");
        }
    }

    #[test]
    fn a_page_is_found_from_its_first_tag_to_its_last() {
        let text = "502: <!DOCTYPE html><HTML><p>denied</p></HTML> rest";
        assert_eq!(page_at(text), Some(5));
        assert_eq!(end_at(text, "</html>").map(|end| &text[end..]), Some(" rest"));
        assert_eq!(open_page(text), None);
        assert_eq!(page_at("<?xml version='1.0'?><Error><Code>x</Code></Error>"), Some(0));
        assert_eq!(open_page("<h1>x</h1> a <center>x"), Some((13, "</center>")));
    }

    #[test]
    fn what_only_looks_like_a_tag_is_none() {
        for text in ["Node: <none>", "5s (x2 over <unknown>)", "err=<", "a < b", "<your-registry>/web:1"] {
            assert_eq!(page_at(text), None, "{text}");
        }
    }
}
