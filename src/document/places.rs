//! From the characters that the parser counts to bytes.

/// Where each character that takes more than one byte stands.
#[derive(Debug)]
pub(super) struct Places {
    /// The index of such a character, and how many bytes more than characters there are up to and including it.
    wide: Vec<(usize, usize)>,
    len: usize,
}

impl Places {
    pub(super) fn of(text: &str) -> Self {
        let mut wide = Vec::new();
        if !text.is_ascii() {
            let mut more = 0;
            for (index, letter) in text.chars().enumerate().filter(|(_, letter)| !letter.is_ascii()) {
                more += letter.len_utf8() - 1;
                wide.push((index, more));
            }
        }
        Self { wide, len: text.len() }
    }

    /// The byte at which the character of this index begins; the end of the text behind the last one.
    pub(super) fn byte(&self, index: usize) -> usize {
        let before = self.wide.partition_point(|&(at, _)| at < index);
        let more = before.checked_sub(1).and_then(|last| self.wide.get(last)).map_or(0, |&(_, more)| more);
        (index + more).min(self.len)
    }
}
