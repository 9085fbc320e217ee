//! How long a password works, where it tells by itself.

use crate::document;
use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// What a password tells of its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expiry {
    /// Nothing.
    Untold,
    /// It ends at this time, in seconds since 1970.
    At(u64),
    /// It is of a kind that works for hours only.
    Hours,
}

/// Beginnings of access tokens that end within hours.
const SHORT_LIVED: [&str; 1] = ["ya29."];
/// User names whose passwords end within hours.
const SHORT_LIVED_USERS: [&str; 4] =
    ["AWS", "gitlab-ci-token", "oauth2accesstoken", "00000000-0000-0000-0000-000000000000"];

/// What the password of a user tells. Tokens with an end are JSON Web Tokens (`exp`) and those of ECR, which are base64
/// of a JSON object (`expiration`).
pub(super) fn of(username: &str, password: &str) -> Expiry {
    let mut parts = password.split('.');
    let payload = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(_), Some(payload), Some(_), None) => number(payload, "exp"),
        (Some(whole), None, ..) => number(whole, "expiration"),
        _ => None,
    };
    match payload {
        Some(seconds) => Expiry::At(seconds),
        None if SHORT_LIVED_USERS.contains(&username) => Expiry::Hours,
        None if SHORT_LIVED.iter().any(|start| password.starts_with(start)) => Expiry::Hours,
        None => Expiry::Untold,
    }
}

fn number(encoded: &str, key: &str) -> Option<u64> {
    let any_padding = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let decode = |alphabet| GeneralPurpose::new(alphabet, any_padding).decode(encoded).ok();
    let text = String::from_utf8(decode(&URL_SAFE).or_else(|| decode(&STANDARD))?).ok()?;
    let stream = document::read(&text);
    let root = stream.documents().next()?.root()?;
    let told = root.get(key)?.text()?;
    // Some programs write a fraction.
    told.split('.').next()?.parse().ok()
}

/// A time in seconds since 1970 as people read it: `2026-08-01 10:00 UTC`.
pub(super) fn told(seconds: u64) -> String {
    let (days, minutes) = (seconds / 86_400, seconds % 86_400 / 60);
    // Years are counted from March, so that the day that comes and goes is the last of a year; 400 of them are a round.
    let days = days + 719_468;
    let (round, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = round * 400 + year + later;
    format!("{year}-{month:02}-{day:02} {:02}:{:02} UTC", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str) -> String {
        GeneralPurpose::new(&URL_SAFE, GeneralPurposeConfig::new()).encode(text).trim_end_matches('=').to_owned()
    }

    #[test]
    fn times_are_told_as_dates() {
        assert_eq!(told(0), "1970-01-01 00:00 UTC");
        assert_eq!(told(951_825_600), "2000-02-29 12:00 UTC");
        assert_eq!(told(1_785_578_400), "2026-08-01 10:00 UTC");
        assert_eq!(told(4_102_444_799), "2099-12-31 23:59 UTC");
        // No time is too late to be told.
        assert!(told(u64::MAX).ends_with(" UTC"));
    }

    #[test]
    fn tokens_tell_their_end() {
        let of_web = |payload: &str| of("token", &format!("e30.{}.c2ln", encoded(payload)));
        assert_eq!(of_web(r#"{"sub":"a","exp":1785578400}"#), Expiry::At(1_785_578_400));
        assert_eq!(of_web(r#"{"exp":1785578400.5}"#), Expiry::At(1_785_578_400));
        assert_eq!(of_web(r#"{"sub":"a"}"#), Expiry::Untold);
        assert_eq!(of_web("{{"), Expiry::Untold);
        let of_ecr = encoded(r#"{"payload":"x","version":"2","expiration":1785578400}"#);
        assert_eq!(of("AWS", &of_ecr), Expiry::At(1_785_578_400));
        assert_eq!(of("AWS", "secret"), Expiry::Hours);
        assert_eq!(of("_token", "ya29.abc"), Expiry::Hours);
        assert_eq!(of("robot", "a.b.c"), Expiry::Untold);
        assert_eq!(of("", ""), Expiry::Untold);
    }
}
