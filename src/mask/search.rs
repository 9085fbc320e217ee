//! The search for credentials itself, step by step, so that a long text can be searched in slices.

use super::secrets::Secrets;
use super::{Credential, fields, tokens};

/// A text that is being searched for credentials.
///
/// ```
/// use image_pull_guide::mask;
/// let mut search = mask::Search::new("password: hunter2");
/// while !search.go_on(1024) {
///     // Something else may be done here.
/// }
/// assert_eq!(search.finish().len(), 1);
/// ```
#[derive(Debug)]
pub struct Search<'text> {
    text: &'text str,
    at: usize,
    /// Where a named value, or one with a shape of its own, can begin next.
    fields_from: usize,
    tokens_from: usize,
    /// Where the last private key ends; worked out when one begins.
    last_end: Option<Option<usize>>,
    secrets: Secrets,
    fields: Vec<Credential>,
    tokens: Vec<Credential>,
}

/// What a byte can begin or show.
const FIELD: u8 = 1;
const TOKEN: u8 = 2;
const SECRET: u8 = 4;
const LINE: u8 = 8;
/// It is a letter that counts at the beginning of a word alone.
const WORD: u8 = 16;

const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    signs[b':' as usize] = FIELD | TOKEN;
    signs[b'-' as usize] = FIELD | TOKEN;
    signs[b'=' as usize] = FIELD;
    signs[b'.' as usize] = SECRET;
    signs[b'"' as usize] = SECRET;
    signs[b'\n' as usize] = LINE;
    let words = b"dgxnhyAaBbe";
    let mut at = 0;
    while at < words.len() {
        signs[words[at] as usize] = TOKEN | WORD;
        at += 1;
    }
    signs[b'k' as usize] = SECRET;
    signs
};

impl<'text> Search<'text> {
    /// Nothing is searched yet.
    #[must_use]
    pub fn new(text: &'text str) -> Self {
        let secrets = Secrets::default();
        let mut search = Self {
            text,
            at: 0,
            fields_from: 0,
            tokens_from: 0,
            last_end: None,
            secrets,
            fields: Vec::new(),
            tokens: Vec::new(),
        };
        search.line(0);
        search
    }

    /// Goes on for about as many bytes; says whether all is searched.
    pub fn go_on(&mut self, bytes: usize) -> bool {
        let all = self.text.as_bytes();
        let end = self.at.saturating_add(bytes).min(all.len());
        let mut before = self.at.checked_sub(1).and_then(|at| all.get(at)).copied().unwrap_or(b' ');
        for (at, &byte) in all.iter().enumerate().take(end).skip(self.at) {
            let signs = SIGNS[usize::from(byte)];
            if signs != 0 && (signs & WORD == 0 || !(before.is_ascii_alphanumeric() || before == b'_')) {
                self.look_at(at, before, signs);
            }
            before = byte;
        }
        self.at = end;
        end == all.len()
    }

    /// The credentials, as far as the text is searched: in order, never overlapping, on character boundaries.
    #[must_use]
    pub fn finish(self) -> Vec<Credential> {
        // Of two at the same place the earlier one says what it is.
        let mut found = self.fields;
        found.extend(self.secrets.finish());
        found.extend(self.tokens);
        found.retain(|credential| !credential.span.is_empty());
        // Of two at one place the longer one comes first, and takes the other in.
        found.sort_by_key(|credential| (credential.span.start, std::cmp::Reverse(credential.span.end)));
        let mut apart: Vec<Credential> = Vec::with_capacity(found.len());
        for credential in found {
            match apart.last_mut() {
                Some(last) if credential.span.start < last.span.end => {
                    last.span.end = last.span.end.max(credential.span.end);
                }
                _ => apart.push(credential),
            }
        }
        apart
    }

    /// Looks at a byte that can begin or show something.
    fn look_at(&mut self, at: usize, before: u8, signs: u8) {
        if signs & FIELD != 0
            && at >= self.fields_from
            && let Some(found) = fields::at(self.text, at)
        {
            self.fields_from = found.span.end.max(at + 1);
            self.fields.push(found);
        }
        if signs & TOKEN != 0
            && at >= self.tokens_from
            && let Some(found) = tokens::at(self.text, at, before, &mut self.last_end)
        {
            self.tokens_from = found.span.end;
            self.tokens.push(found);
        }
        if signs & SECRET != 0 {
            self.secrets.at(self.text, at);
        }
        if signs & LINE != 0 {
            self.line(at + 1);
        }
    }

    /// A line begins at byte `start`.
    fn line(&mut self, start: usize) {
        let rest = &self.text[start..];
        if self.secrets.wants_lines()
            || rest.trim_start_matches(|c: char| c != '\n' && c.is_whitespace()).starts_with(['d', 's'])
        {
            self.secrets.line(self.text, start);
        }
    }
}
