//! The bytes of a file as text.

/// A text that was read from bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether it had bytes that do not fit its encoding; U+FFFD stands for each.
    pub replaced: bool,
}

/// The text in these bytes: UTF-16 where a byte order mark says so, as PowerShell writes it into a file; else UTF-8.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.get(..2) {
        Some([0xff, 0xfe]) => utf16(bytes.get(2..).unwrap_or_default(), u16::from_le_bytes),
        Some([0xfe, 0xff]) => utf16(bytes.get(2..).unwrap_or_default(), u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> Decoded {
    const MARK: &str = "\u{feff}";
    let mut decoded = match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, replaced: false },
        Err(error) => Decoded { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), replaced: true },
    };
    if decoded.text.starts_with(MARK) {
        decoded.text.drain(..MARK.len());
    }
    decoded
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let pairs = bytes.chunks_exact(2);
    let mut decoded = Decoded { text: String::with_capacity(bytes.len() / 2), replaced: !pairs.remainder().is_empty() };
    let units = pairs.filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    for letter in char::decode_utf16(units) {
        decoded.replaced |= letter.is_err();
        decoded.text.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn decoded(bytes: &[u8]) -> (String, bool) {
        let decoded = decode(bytes.to_vec());
        (decoded.text, decoded.replaced)
    }

    #[test]
    fn a_byte_order_mark_tells_the_encoding_and_is_not_in_the_text() {
        let little: Vec<u8> = "\u{feff}Pod: é😀\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}Pod: é😀\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little[..], &big, "\u{feff}Pod: é😀\r\n".as_bytes(), "Pod: é😀\r\n".as_bytes()] {
            assert_eq!(decoded(bytes), ("Pod: é😀\r\n".into(), false));
        }
    }

    #[test]
    fn what_does_not_fit_is_replaced_and_said() {
        assert_eq!(decoded(b"a\xffb"), ("a\u{fffd}b".into(), true));
        assert_eq!(decoded(b"\xff\xfea\0b"), ("a".into(), true), "half a unit at the end");
        assert_eq!(decoded(b"\xff\xfe\x00\xd8a\0"), ("\u{fffd}a".into(), true), "half a pair");
        assert_eq!(decoded(b"\xff\xfe"), (String::new(), false));
        assert_eq!(decoded(b"\xff"), ("\u{fffd}".into(), true));
        assert_eq!(decoded(b""), (String::new(), false));
    }
}
