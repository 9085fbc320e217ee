//! The search through the causes, for people who know some words of their message.

use super::Facts;
use super::inline::plain;
use super::schema::{Cause, Content, Subject};

impl Content {
    /// The causes that have every word of `query` in their title, id, summary, meaning or wordings, or in an answer of the
    /// questions that leads to them, such as a STATUS; in capitals or not. Those whose title or id has them all come first,
    /// else in the order of the content. All that one can look for, for an empty query.
    ///
    /// The causes without rules are answers about a text: they are no part of the whole list.
    #[must_use]
    pub fn causes_with(&self, query: &str) -> Vec<&Cause> {
        let query = folded(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let have_all = |text: &str| words.iter().all(|word| text.contains(word));
        let (mut named, mut others) = (Vec::new(), Vec::new());
        for cause in self.causes.iter().filter(|cause| !words.is_empty() || !cause.rules.is_empty()) {
            let name = folded(&format!("{} {}", plain(self, &cause.title, &Facts::default()), cause.id));
            if have_all(&name) {
                named.push(cause);
                continue;
            }
            let mut text = name;
            text.push_str(&folded(&plain(self, &cause.summary, &Facts::default())));
            let answers = self.guide.steps.iter().flat_map(|step| &step.answers);
            let leading =
                answers.filter(|answer| answer.routes.iter().any(|to| to.outcome.as_ref() == Some(&cause.id)));
            let meaning = cause.meaning.iter().map(String::as_str);
            let told = meaning.chain(leading.map(|answer| answer.label.as_str())).chain([cause.looked_for.as_str()]);
            for said in told.map(|said| plain(self, said, &Facts::default())) {
                text.push(' ');
                text.push_str(&folded(&said));
            }
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

    /// What a text can be about instead of a failing pull, where its words have every word of `query`; none for an empty
    /// one.
    #[must_use]
    pub fn subjects_with(&self, query: &str) -> Vec<&Subject> {
        let query = folded(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let has_all = |subject: &&Subject| {
            let lists = [&subject.states, &subject.phases, &subject.events, &subject.begins, &subject.says];
            let said = lists.into_iter().flatten().map(String::as_str);
            let texts = [subject.title.as_str(), &subject.text].map(|text| plain(self, text, &Facts::default()));
            let all = said.chain(texts.iter().map(String::as_str)).map(folded).collect::<Vec<_>>().join(" ");
            !words.is_empty() && words.iter().all(|word| all.contains(word))
        };
        self.subjects.iter().filter(has_all).collect()
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
    fn the_words_of_a_status_and_what_is_no_pull_are_found() {
        for (word, cause) in [
            ("ErrImagePull", "unknown"),
            ("ImagePullBackOff", "unknown"),
            ("ImageInspectError", "runtime-unavailable"),
            ("InvalidImageName", "invalid-image-name"),
            ("ErrImageNeverPull", "image-never-pull"),
            ("RegistryUnavailable", "registry-unreachable"),
            ("SignatureValidationFailed", "signature-rejected"),
            ("CrashLoopBackOff", "not-an-image-pull"),
        ] {
            assert!(found(word).contains(&cause), "{word}: {:?}", found(word));
        }
        let about = |query: &str| {
            let subjects = Content::embedded().subjects_with(query);
            subjects.into_iter().map(|subject| subject.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(about("createcontainerconfigerror"), ["config"]);
        assert_eq!(about("exec format error"), ["platform"]);
        assert!(
            about("CrashLoopBackOff").contains(&"crash-loop") && about("FailedScheduling").contains(&"unschedulable")
        );
        assert!(about("").is_empty() && about("zebra").is_empty());
        for subject in &Content::embedded().subjects {
            for state in subject.states.iter().chain(&subject.events).chain(&subject.phases) {
                assert!(about(state).contains(&subject.id.as_str()), "{state}");
            }
        }
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
