//! Ages as `kubectl` prints them: `5s`, `3m12s`, `2d5h`, `5s (x2 over 17s)`, `<unknown>`.

/// An age at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Age {
    /// Seconds since it was last seen; `None` for `<unknown>` and `<invalid>`.
    pub(super) seconds: Option<u64>,
    /// How many bytes it takes, with its count in brackets.
    pub(super) len: usize,
}

/// Reads the age that `text` starts with, if it does; white space or the end must follow it.
pub(super) fn leading(text: &str) -> Option<Age> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '<') {
        return None;
    }
    let word = text.split([' ', '\t']).next().unwrap_or_default();
    let seconds = match word {
        "<unknown>" | "<invalid>" => None,
        _ => Some(duration(word)?),
    };
    Some(Age { seconds, len: word.len() + count(text.get(word.len()..).unwrap_or_default()) })
}

/// The seconds of `3m12s`; `None` where `text` is no duration as a whole.
pub(super) fn duration(text: &str) -> Option<u64> {
    let (mut total, mut number) = (0_u64, None::<u64>);
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(u64::from(byte - b'0'))?);
            continue;
        }
        let unit = match byte {
            b's' => 1,
            b'm' => 60,
            b'h' => 3_600,
            b'd' => 86_400,
            b'w' => 604_800,
            b'y' => 31_536_000,
            _ => return None,
        };
        total = total.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    (number.is_none() && !text.is_empty()).then_some(total)
}

/// The bytes of ` (x2 over 17s)` at the start of `text`, or 0.
fn count(text: &str) -> usize {
    let rest = text.trim_start_matches(' ');
    let Some(inside) = rest.strip_prefix("(x") else { return 0 };
    match inside.find(')') {
        Some(end) if inside.starts_with(|c: char| c.is_ascii_digit()) && end < 40 => {
            text.len() - rest.len() + 2 + end + 1
        }
        _ => 0,
    }
}
