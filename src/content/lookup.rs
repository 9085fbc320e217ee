//! What must be found fast in the content, worked out from it on first use.

use super::form::{Form, Piece};
use super::schema::{Cause, Content, Rule, Speaker, Wrapper};
use std::sync::OnceLock;

/// The indexes of a content. They are no part of it: a copy starts without, and two contents do not differ by them.
#[derive(Debug, Default)]
pub struct Lookup {
    forms: OnceLock<Forms>,
    rules: OnceLock<Rules>,
    signs: OnceLock<Signs>,
}

impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What words say about where the message that has them begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// With these words, and it is a message of its own, also right behind another one: the kubelet's own words.
    Outer,
    /// With these words; where a message before is not finished, they belong to it.
    Inner,
    /// With the line: the words only show that it is a message.
    Line,
}

/// Words by which a line is taken for a message, by their first byte in lower case.
#[derive(Debug)]
struct Signs([Vec<(String, Beginning)>; 256]);

/// The forms of all wrappers by their first byte.
#[derive(Debug)]
struct Forms([Vec<(usize, Form)>; 256]);

/// The rules by three bytes of their literal words, each where one of its words must stand.
#[derive(Debug)]
struct Rules {
    /// The rules in the order of the content: cause and rule by number.
    all: Vec<(usize, usize)>,
    /// Three bytes and the rule (a number in `all`) that may match where they stand, sorted.
    grams: Vec<(u32, usize)>,
    /// One bit for each hash of three bytes that `grams` has.
    known: Vec<u64>,
    /// Rules that may match anywhere.
    anywhere: Vec<usize>,
}

impl Content {
    /// The wrappers with a form that can begin with this byte, in the order of the content, with that form.
    pub(crate) fn forms_from(&self, first: u8) -> impl Iterator<Item = (&Wrapper, &Form)> {
        let forms =
            &self.lookup.forms.get_or_init(|| Forms::of(&self.wrappers)).0[usize::from(first.to_ascii_lowercase())];
        forms.iter().map(|(wrapper, form)| (&self.wrappers[*wrapper], form))
    }

    /// What the words at the beginning of `text` say about the message that has them, where they are known.
    pub(crate) fn sign_at(&self, text: &[u8]) -> Option<Beginning> {
        let first = text.first()?.to_ascii_lowercase();
        let signs = &self.lookup.signs.get_or_init(|| Signs::of(self)).0[usize::from(first)];
        let fits = |(sign, beginning): &(String, Beginning)| {
            let start = text.get(..sign.len()).filter(|start| start.eq_ignore_ascii_case(sign.as_bytes()))?;
            Some((sign.len(), start == sign.as_bytes(), *beginning))
        };
        // The longest one, and of two equal ones the one whose capitals agree.
        signs
            .iter()
            .filter_map(fits)
            .max_by_key(|(len, same_case, _)| (*len, *same_case))
            .map(|(_, _, beginning)| beginning)
    }

    /// The rules that may match `words` (in lower case), in the order of the content; all others cannot.
    pub(crate) fn rules_for(&self, words: &str) -> impl Iterator<Item = (&Cause, &Rule)> {
        let rules = self.lookup.rules.get_or_init(|| Rules::of(&self.causes));
        rules
            .that_may_match(words)
            .into_iter()
            .map(|(cause, rule)| (&self.causes[cause], &self.causes[cause].rules[rule]))
    }
}

impl Forms {
    fn of(wrappers: &[Wrapper]) -> Self {
        let mut by_first = [const { Vec::new() }; 256];
        for (number, wrapper) in wrappers.iter().enumerate() {
            for form in wrapper.forms.iter().map(|form| Form::parse(form)) {
                match form.first() {
                    Some(first) => by_first[usize::from(first)].push((number, form)),
                    None => by_first.iter_mut().for_each(|forms| forms.push((number, form.clone()))),
                }
            }
        }
        Self(by_first)
    }
}

impl Signs {
    fn of(content: &Content) -> Self {
        let mut all: Vec<(String, Beginning)> = Vec::new();
        for wrapper in content.wrappers.iter().filter(|wrapper| wrapper.speaker != Speaker::Carrier) {
            let beginning = if wrapper.speaker == Speaker::Kubelet { Beginning::Outer } else { Beginning::Inner };
            for form in wrapper.forms.iter().map(|form| Form::parse(form)) {
                let Some(Piece::Literal(start)) = form.pieces.first() else { continue };
                let start = start.trim_end();
                // A word alone, such as a reason, stands in sentences too.
                if start.len() >= SHORTEST_SIGN && start.contains(' ') {
                    all.push((start.to_owned(), beginning));
                }
            }
        }
        for wrapper in &content.wrappers {
            let beginning = match wrapper.speaker {
                _ if wrapper.forms.is_empty() => Beginning::Line,
                Speaker::Carrier => Beginning::Line,
                Speaker::Kubelet => Beginning::Outer,
                _ => Beginning::Inner,
            };
            all.extend(wrapper.signs.iter().map(|sign| (sign.clone(), beginning)));
        }
        for subject in &content.subjects {
            all.extend(subject.begins.iter().map(|start| (start.clone(), Beginning::Outer)));
        }
        let rules = content.causes.iter().flat_map(|cause| &cause.rules).filter(|rule| rule.alone);
        let words = rules
            .flat_map(|rule| rule.literals.iter().flatten())
            .map(|word| word.trim())
            .filter(|word| word.len() >= SHORTEST_SIGN && word.contains([' ', '_', '[']));
        all.extend(words.map(|word| (word.to_owned(), Beginning::Line)));
        let rules = content.causes.iter().flat_map(|cause| &cause.rules);
        all.extend(rules.flat_map(|rule| &rule.alone_words).map(|word| (word.clone(), Beginning::Line)));
        let mut by_first = [const { Vec::new() }; 256];
        for (sign, beginning) in all {
            if let Some(first) = sign.bytes().next() {
                by_first[usize::from(first.to_ascii_lowercase())].push((sign, beginning));
            }
        }
        Self(by_first)
    }
}

/// A shorter word stands in too many lines to be a sign of a message.
pub const SHORTEST_SIGN: usize = 12;
const HASHES: u32 = 1 << 14;

fn hash(gram: u32) -> usize {
    // The top bits of a product with an odd number depend on all of its bits.
    (gram.wrapping_mul(0x9e37_79b1) >> (32 - HASHES.trailing_zeros())) as usize
}

/// All runs of three bytes.
fn grams(words: &str) -> impl Iterator<Item = u32> {
    words.as_bytes().windows(3).map(|three| u32::from_le_bytes([three[0], three[1], three[2], 0]))
}

impl Rules {
    fn of(causes: &[Cause]) -> Self {
        let mut rules =
            Self { all: Vec::new(), grams: Vec::new(), known: vec![0; HASHES as usize / 64], anywhere: Vec::new() };
        let mut words: Vec<(usize, &str)> = Vec::new();
        for (cause, rule, literals) in causes
            .iter()
            .enumerate()
            .flat_map(|(cause, it)| it.rules.iter().enumerate().map(move |(rule, it)| (cause, rule, &it.literals)))
        {
            let number = rules.all.len();
            rules.all.push((cause, rule));
            if literals.is_empty() || literals.iter().any(Vec::is_empty) {
                rules.anywhere.push(number);
            }
            words.extend(literals.iter().flatten().map(|literal| (number, literal.as_str())));
        }
        // The three bytes of each word that fewest other words have.
        let mut counts = rustc_hash::FxHashMap::<u32, usize>::default();
        for gram in words.iter().flat_map(|(_, word)| grams(word)) {
            *counts.entry(gram).or_default() += 1;
        }
        for (number, word) in words {
            if let Some(gram) = grams(word).min_by_key(|gram| counts.get(gram).copied().unwrap_or_default()) {
                rules.grams.push((gram, number));
                rules.known[hash(gram) / 64] |= 1 << (hash(gram) % 64);
            }
        }
        rules.grams.sort_unstable();
        rules.grams.dedup();
        rules
    }

    fn that_may_match(&self, words: &str) -> Vec<(usize, usize)> {
        let mut found = self.anywhere.clone();
        for gram in grams(words).filter(|gram| self.known[hash(*gram) / 64] >> (hash(*gram) % 64) & 1 == 1) {
            let from = self.grams.partition_point(|(other, _)| *other < gram);
            found.extend(self.grams[from..].iter().take_while(|(other, _)| *other == gram).map(|(_, rule)| *rule));
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|rule| self.all[rule]).collect()
    }
}
