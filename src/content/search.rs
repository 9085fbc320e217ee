//! The search through the causes, for people who know some words of their message.

use super::Facts;
use super::inline::plain;
use super::schema::{Cause, Content};

impl Content {
    /// The causes that have every word of `query` in their title, summary, wordings or id, in capitals or not: those
    /// whose title or id has them all first, else in the order of the content. All of them for an empty query.
    ///
    /// The causes without rules are answers about a text and none that one could look for: they are left out.
    #[must_use]
    pub fn causes_with(&self, query: &str) -> Vec<&Cause> {
        let query = folded(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let have_all = |text: &str| words.iter().all(|word| text.contains(word));
        let (mut named, mut others) = (Vec::new(), Vec::new());
        for cause in self.causes.iter().filter(|cause| !cause.rules.is_empty()) {
            let name = folded(&format!("{} {}", plain(self, &cause.title, &Facts::default()), cause.id));
            if have_all(&name) {
                named.push(cause);
                continue;
            }
            let mut text = name;
            text.push_str(&folded(&plain(self, &cause.summary, &Facts::default())));
            for wording in &cause.wordings {
                text.push(' ');
                text.push_str(&folded(&wording.text));
            }
            if have_all(&text) {
                others.push(cause);
            }
        }
        named.append(&mut others);
        named
    }
}

/// In lower case, without the marks of the content, which a person may copy along, and without what only separates words.
fn folded(text: &str) -> String {
    let plain = text.to_lowercase().replace(['`', '\u{201c}', '\u{201d}'], "").replace('\u{2019}', "'");
    plain.replace([':', ',', ';', '.', '(', ')', '[', ']', '"'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<&'static str> {
        Content::embedded().causes_with(query).into_iter().map(|cause| cause.id.as_str()).collect()
    }

    #[test]
    fn nothing_asked_gives_all_that_one_can_look_for() {
        let all = found("");
        assert_eq!(all.len(), Content::embedded().causes.iter().filter(|cause| !cause.rules.is_empty()).count());
        assert_eq!(found(" \t "), all);
        assert!(!all.contains(&"unknown") && !all.contains(&"not-an-image-pull"), "{all:?}");
    }

    #[test]
    fn titles_wordings_and_ids_are_searched_and_capitals_do_not_count() {
        assert_eq!(found("tag-not-found").first(), Some(&"tag-not-found"));
        assert!(found("NO BASIC auth").contains(&"credentials-missing"), "{:?}", found("no basic auth"));
        assert!(found("x509").contains(&"tls-untrusted"), "{:?}", found("x509"));
    }

    #[test]
    fn every_word_has_to_be_there() {
        assert!(found("zebra").is_empty() && found("x509 zebra").is_empty());
        assert!(found("x509 certificate").len() <= found("x509").len());
    }

    #[test]
    fn every_cause_is_found_by_its_title_and_by_its_wordings() {
        for cause in Content::embedded().causes.iter().filter(|cause| !cause.rules.is_empty()) {
            let title = plain(Content::embedded(), &cause.title, &Facts::default());
            for query in cause.wordings.iter().map(|wording| wording.text.as_str()).chain([title.as_str()]) {
                assert!(found(query).contains(&cause.id.as_str()), "{}: {query}", cause.id);
            }
        }
    }
}
