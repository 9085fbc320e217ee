//! How wide a text is, and where it is broken into lines.
//!
//! Nobody knows here which font a person has. The rule takes letters in sorts and gives each sort the width that its widest
//! letter has in DejaVu Sans, the widest of the fonts that `--ipg-sans` names. So a text is narrower than it is
//! taken for, and never runs out of its box; `tests/e2e/tests/tree.spec.js` measures it in a browser.

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    /// The size of the letters.
    pub size: u32,
    /// From one line to the next.
    pub leading: u32,
    /// Whether it is bold, which makes letters about a sixth wider.
    pub bold: bool,
}

impl Type {
    /// How wide a text is at most.
    #[must_use]
    pub fn width(self, text: &str) -> u32 {
        let thousandths: u32 = text.chars().map(letter).sum();
        (thousandths * self.size * if self.bold { 118 } else { 100 }).div_ceil(100_000)
    }

    /// The lines of a text that is to be no wider than `most`: as few as can be, and of much the same length. Lines end
    /// between words; a word that is wider by itself has a line of its own, and is wider then.
    #[must_use]
    pub fn lines(self, text: &str, most: u32) -> Vec<String> {
        let (mut lines, mut most) = (self.filled(text, most), most);
        while most > self.size {
            most -= self.size;
            let narrower = self.filled(text, most);
            if narrower.len() > lines.len() {
                break;
            }
            lines = narrower;
        }
        lines
    }

    /// The lines, each as full as can be.
    fn filled(self, text: &str, most: u32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= most => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// The width of a letter, in thousandths of the size.
fn letter(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '\'' => 280,
        'I' | '.' | ',' | ' ' => 320,
        'f' | '-' | '/' | ':' | ';' | '|' => 370,
        'r' | 't' | '(' | ')' | '!' => 420,
        'c' | 's' | 'z' | '?' | '"' => 550,
        'k' | 'v' | 'x' | 'y' | '“' | '”' => 600,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 1000,
        'a'..='z' | '0'..='9' | '’' => 640,
        'E' | 'F' | 'J' | 'K' | 'L' | 'P' | 'S' | 'T' | 'Y' => 660,
        'A'..='Z' => 790,
        _ => 1000,
    }
}
