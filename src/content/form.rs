//! The form of a wrapper: literal text with holes, as `wrappers.yaml` writes it.

/// What a hole takes, by its name in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// `{quoted}`: a Go-quoted string.
    Quoted,
    /// `{image}`: an image reference, quoted or not.
    Image,
    /// `{word}`: no white space, no quote.
    Word,
    /// `{text}`: anything up to the literal behind it, on one line.
    Text,
}

impl Hole {
    /// All holes by their names.
    pub const ALL: [(&'static str, Self); 4] =
        [("image", Self::Image), ("quoted", Self::Quoted), ("text", Self::Text), ("word", Self::Word)];
}

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that stands there as it is, capitals aside.
    Literal(String),
    /// A hole.
    Hole(Hole),
}

/// A form, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Its parts in order; no two literals stand side by side.
    pub pieces: Vec<Piece>,
}

impl Form {
    /// Reads `failed to pull image {image}`. Braces around anything but the name of a hole are literal text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let next = rest.match_indices('{').find_map(|(at, _)| Some((at, hole(&rest[at..])?)));
            let (literal, hole) = next.map_or((rest.len(), None), |(at, hole)| (at, Some(hole)));
            if literal > 0 {
                pieces.push(Piece::Literal(rest[..literal].to_owned()));
            }
            rest = &rest[literal..];
            if let Some((hole, len)) = hole {
                pieces.push(Piece::Hole(hole));
                rest = &rest[len..];
            }
        }
        Self { pieces }
    }

    /// Whether it ends in a hole or a sign, so that white space alone may separate it from what follows.
    #[must_use]
    pub fn ends_open(&self) -> bool {
        match self.pieces.last() {
            Some(Piece::Literal(text)) => !text.ends_with(|last: char| last.is_ascii_alphanumeric()),
            _ => true,
        }
    }

    /// The byte that every text of this form begins with, in lower case; `None` where it begins with a hole.
    #[must_use]
    pub fn first(&self) -> Option<u8> {
        match self.pieces.first() {
            Some(Piece::Literal(text)) => text.bytes().next().map(|byte| byte.to_ascii_lowercase()),
            _ => None,
        }
    }
}

/// The hole at the beginning of `text`, and how many bytes its name takes.
fn hole(text: &str) -> Option<(Hole, usize)> {
    Hole::ALL.iter().find_map(|(name, hole)| {
        let rest = text.strip_prefix('{')?.strip_prefix(name)?;
        rest.starts_with('}').then_some((*hole, name.len() + 2))
    })
}
