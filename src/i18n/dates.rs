//! Dates and times as people read them, in a zone and in Moroccan Arabic.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

use crate::domain::language::Language;

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The months as Morocco names them.
const ARABIC: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];

/// A day: "15 mars 2027".
pub fn day(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    calendar_day(language, at.with_timezone(&zone).date_naive())
}

/// A day of the calendar, wherever: "1er mars 2027".
pub fn calendar_day(language: Language, day: NaiveDate) -> String {
    let month = day.month0() as usize;
    match language {
        Language::French if day.day() == 1 => format!("1er {} {}", FRENCH[month], day.year()),
        Language::French => format!("{} {} {}", day.day(), FRENCH[month], day.year()),
        Language::Arabic => format!("{} {} {}", day.day(), ARABIC[month], day.year()),
        Language::English => format!("{} {} {}", day.day(), ENGLISH[month], day.year()),
    }
}

/// A time of day: "23:59".
pub fn time(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%H:%M").to_string()
}

/// A day and a time: "15 mars 2027 à 23:59".
pub fn instant(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let (day, time) = (day(language, at, zone), time(at, zone));
    match language {
        Language::French => format!("{day} à {time}"),
        Language::Arabic => format!("{day} على الساعة {time}"),
        Language::English => format!("{day} at {time}"),
    }
}

/// The value of an `<input type="datetime-local">`.
pub fn input(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

/// Why a typed date and time is no instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not a date and time.
    #[error("not a date and time")]
    Unreadable,
    /// The clocks go forward over it.
    #[error("this time does not exist: the clocks go forward over it")]
    Skipped,
    /// The clocks go back over it: it happens twice.
    #[error("this time happens twice: the clocks go back over it")]
    Ambiguous,
}

/// The instant that was typed into an `<input type="datetime-local">`, in a zone.
pub fn parse_input(typed: &str, zone: Tz) -> Result<DateTime<Utc>, DateError> {
    let typed = typed.trim();
    let naive = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(typed, format).ok())
        .ok_or(DateError::Unreadable)?;
    if !(1970..=2200).contains(&naive.year()) || naive.second() > 59 {
        return Err(DateError::Unreadable);
    }
    match zone.from_local_datetime(&naive) {
        chrono::LocalResult::Single(at) => Ok(at.to_utc()),
        chrono::LocalResult::None => Err(DateError::Skipped),
        chrono::LocalResult::Ambiguous(_, _) => Err(DateError::Ambiguous),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_speak_each_language_in_the_zone() {
        let at = Utc.with_ymd_and_hms(2027, 8, 1, 22, 59, 0).unwrap();
        let zone = chrono_tz::Africa::Casablanca;
        assert_eq!(instant(Language::French, at, zone), "1er août 2027 à 23:59");
        assert_eq!(day(Language::Arabic, at, zone), "1 غشت 2027");
        assert_eq!(instant(Language::English, at, zone), "1 August 2027 at 23:59");
        assert_eq!(parse_input(&input(at, zone), zone), Ok(at));
    }

    #[test]
    fn a_time_that_happens_twice_or_never_is_refused() {
        let paris = chrono_tz::Europe::Paris;
        assert_eq!(parse_input("2026-10-25T02:30", paris), Err(DateError::Ambiguous));
        assert_eq!(parse_input("2027-03-28T02:30", paris), Err(DateError::Skipped));
        assert_eq!(parse_input("demain", paris), Err(DateError::Unreadable));
    }
}
