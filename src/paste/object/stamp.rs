//! Times as objects have them: `2026-08-01T10:00:00Z`, with or without a fraction.

/// The seconds since 1970 of a time in UTC; `None` where `text` is none.
pub(super) fn seconds(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u64>().ok();
    let signs = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
    let fits =
        matches!(bytes.get(10), Some(b'T' | b' ')) && signs.iter().all(|(at, sign)| bytes.get(*at) == Some(sign));
    if !fits {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1970..10_000).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Counted from March, so that the day that comes and goes is the last of a year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1;
    // Days from March of the year 0 to 1970.
    let days = days.checked_sub(719_468)?;
    Some(days * 86_400 + hour * 3_600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_in_seconds() {
        assert_eq!(seconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(seconds("2000-02-29T12:00:00Z"), Some(951_825_600));
        assert_eq!(seconds("2026-08-01T10:00:00.123456Z"), Some(1_785_578_400));
        for odd in
            ["", "null", "5m", "2026-13-01T00:00:00Z", "2026-08-01", "99999-99-99T99:99:99Z", "é026-08-01T10:00:00Z"]
        {
            assert_eq!(seconds(odd), None, "{odd}");
        }
    }
}
