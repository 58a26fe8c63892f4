//! Whether an answer fits its question, and what a draft keeps of one that does not fit yet.

use chrono::NaiveDate;

use super::{FieldKind, FormField, LONG_TEXT_LIMIT, SHORT_TEXT_LIMIT};
use crate::domain::place;
use crate::domain::text::{self, EmailAddress, TextError};

/// Longest one-line answer that a draft keeps although it does not fit, in characters.
const MISFIT_LIMIT: usize = LONG_TEXT_LIMIT;
/// Most people of a team.
pub const TEAM_ROWS: usize = 12;
/// What is asked of each of them: name, role, a link or address.
pub const TEAM_COLUMNS: usize = 3;
/// Where videos may lie: sites that show them without an account.
pub const VIDEO_HOSTS: &[&str] =
    &["youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "dai.ly", "peertube.tv", "loom.com"];

/// Why an answer does not fit its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// A required answer is missing.
    #[error("missing")]
    Missing,
    /// The text itself is refused.
    #[error(transparent)]
    Text(#[from] TextError),
    /// More words than allowed.
    #[error("{over} words too many")]
    TooManyWords {
        /// By how many words.
        over: usize,
        /// The limit.
        limit: usize,
    },
    /// No whole number.
    #[error("not a number")]
    NotANumber,
    /// Outside the range.
    #[error("out of range")]
    OutOfRange {
        /// Least value.
        min: Option<i64>,
        /// Greatest value.
        max: Option<i64>,
    },
    /// None of the options.
    #[error("not an option")]
    NotAnOption,
    /// No day of the calendar.
    #[error("not a date")]
    NotADate,
    /// Not the form of an e-mail address.
    #[error("not an e-mail address")]
    NotAnEmail,
    /// No telephone number.
    #[error("not a telephone number")]
    NotAPhone,
    /// A video on a site that is not on the list.
    #[error("video on an unknown site")]
    VideoHost,
    /// Somebody in the team has no name.
    #[error("row {row} has no name")]
    NoName {
        /// The row, from 1.
        row: usize,
    },
}

/// What becomes of a typed answer in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftAnswer {
    /// What is kept; none when the text itself can't be.
    pub kept: Option<String>,
    /// What will have to be corrected before submitting.
    pub error: Option<AnswerError>,
}

impl FormField {
    /// Normalises a typed answer and checks its form. An empty answer is fine here: whether it may
    /// stay empty is asked at submission only ([`super::EntryForm::check`]).
    ///
    /// The normal forms: a date is `2027-01-31`; several options stand one to a line in the order of the
    /// question; a team has a person to a line, tabs between name, role and link; a country or region is
    /// its code.
    pub fn parse(&self, typed: &str) -> Result<String, AnswerError> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        match self.kind {
            FieldKind::ShortText => Ok(text::line(typed, SHORT_TEXT_LIMIT)?),
            FieldKind::LongText => self.paragraphs(typed),
            FieldKind::Number => self.number(typed),
            FieldKind::Date => date(typed),
            FieldKind::Link => Ok(text::link(typed)?),
            FieldKind::Video => video(typed),
            FieldKind::Email => {
                let address = EmailAddress::parse(typed).map_err(|_| AnswerError::NotAnEmail)?;
                Ok(address.as_str().to_owned())
            }
            FieldKind::Phone => phone(typed),
            FieldKind::Country => code(typed, place::countries()),
            FieldKind::Region => code(typed, place::regions()),
            FieldKind::Choice => {
                let typed = typed.trim();
                let is_known = self.options.iter().any(|o| o.value == typed);
                if is_known { Ok(typed.to_owned()) } else { Err(AnswerError::NotAnOption) }
            }
            FieldKind::Choices => self.choices(typed),
            FieldKind::YesNo => match typed.trim() {
                yes_or_no @ ("yes" | "no") => Ok(yes_or_no.to_owned()),
                _ => Err(AnswerError::NotAnOption),
            },
            FieldKind::Declaration => match typed.trim() {
                "yes" | "on" | "true" => Ok("yes".to_owned()),
                _ => Err(AnswerError::NotAnOption),
            },
            FieldKind::Team => team(typed),
            // Files arrive by their own road; a typed value means nothing.
            FieldKind::File | FieldKind::Image => Ok(String::new()),
        }
    }

    fn paragraphs(&self, typed: &str) -> Result<String, AnswerError> {
        let answer = text::paragraphs(typed, LONG_TEXT_LIMIT)?;
        let words = text::count_words(&answer);
        match self.max_words {
            Some(limit) if words > limit as usize => {
                Err(AnswerError::TooManyWords { over: words - limit as usize, limit: limit as usize })
            }
            _ => Ok(answer),
        }
    }

    fn number(&self, typed: &str) -> Result<String, AnswerError> {
        // People write thousands with spaces of several widths.
        let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '\u{202F}').collect();
        let number: i64 = digits.parse().map_err(|_| AnswerError::NotANumber)?;
        if self.min.is_some_and(|min| number < min) || self.max.is_some_and(|max| number > max) {
            return Err(AnswerError::OutOfRange { min: self.min, max: self.max });
        }
        Ok(number.to_string())
    }

    fn choices(&self, typed: &str) -> Result<String, AnswerError> {
        let chosen: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if chosen.iter().any(|value| self.options.iter().all(|option| option.value != *value)) {
            return Err(AnswerError::NotAnOption);
        }
        let values = self.options.iter().map(|option| option.value.as_str());
        Ok(values.filter(|value| chosen.contains(value)).collect::<Vec<_>>().join("\n"))
    }

    /// What a draft keeps of a typed answer. A draft loses no text: one that does not fit yet (too
    /// many words, a number out of range) is kept as typed and shown as to be corrected. Only what
    /// could not be stored or shown safely is refused.
    pub fn draft(&self, typed: &str) -> DraftAnswer {
        let error = match self.parse(typed) {
            Ok(answer) => return DraftAnswer { kept: Some(answer), error: None },
            Err(error) => error,
        };
        let kept = match (self.kind, &error) {
            (_, AnswerError::Text(TextError::Control)) => None,
            (FieldKind::LongText, AnswerError::TooManyWords { .. }) => text::paragraphs(typed, LONG_TEXT_LIMIT).ok(),
            (FieldKind::Team, AnswerError::NoName { .. }) => rows(typed).ok().map(|rows| join(&rows)),
            (
                FieldKind::ShortText
                | FieldKind::Number
                | FieldKind::Date
                | FieldKind::Link
                | FieldKind::Video
                | FieldKind::Email
                | FieldKind::Phone,
                _,
            ) => text::line(typed, MISFIT_LIMIT).ok(),
            _ => None,
        };
        DraftAnswer { kept, error: Some(error) }
    }
}

/// A day as browsers send it, or as people write it where they get no calendar.
fn date(typed: &str) -> Result<String, AnswerError> {
    let typed = text::line(typed, SHORT_TEXT_LIMIT)?;
    let day = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(&typed, form).ok());
    day.map(|day| day.format("%Y-%m-%d").to_string()).ok_or(AnswerError::NotADate)
}

fn video(typed: &str) -> Result<String, AnswerError> {
    let link = text::link(typed)?;
    let host = link.split("://").nth(1).unwrap_or_default().split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_of = |known: &&&str| host == **known || host.strip_suffix(**known).is_some_and(|rest| rest.ends_with('.'));
    if VIDEO_HOSTS.iter().any(|known| is_of(&known)) { Ok(link) } else { Err(AnswerError::VideoHost) }
}

/// Digits, with a plus sign before the code of a country.
fn phone(typed: &str) -> Result<String, AnswerError> {
    let typed = text::line(typed, SHORT_TEXT_LIMIT)?;
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '(' | ')' | '/' | '\u{202F}'))
        .collect();
    let plain = plain.strip_prefix("00").map_or(plain.clone(), |rest| format!("+{rest}"));
    let digits = plain.strip_prefix('+').unwrap_or(&plain);
    let fits = (6..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(plain) } else { Err(AnswerError::NotAPhone) }
}

fn code(typed: &str, mut places: impl Iterator<Item = &'static place::Place>) -> Result<String, AnswerError> {
    let typed = typed.trim().to_uppercase();
    places.find(|place| place.code == typed).map(|place| place.code.to_owned()).ok_or(AnswerError::NotAnOption)
}

/// The people of a team, those without a word left out: name, role, link.
fn rows(typed: &str) -> Result<Vec<[String; TEAM_COLUMNS]>, AnswerError> {
    let mut rows = Vec::new();
    for line in typed.lines().take(TEAM_ROWS) {
        let mut row = <[String; TEAM_COLUMNS]>::default();
        for (cell, typed) in row.iter_mut().zip(line.split('\t')) {
            if !typed.trim().is_empty() {
                *cell = text::line(typed, SHORT_TEXT_LIMIT)?;
            }
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            rows.push(row);
        }
    }
    Ok(rows)
}

fn join(rows: &[[String; TEAM_COLUMNS]]) -> String {
    rows.iter().map(|row| row.join("\t").trim_end_matches('\t').to_owned()).collect::<Vec<_>>().join("\n")
}

fn team(typed: &str) -> Result<String, AnswerError> {
    let rows = rows(typed)?;
    match rows.iter().position(|row| row[0].is_empty()) {
        Some(at) => Err(AnswerError::NoName { row: at + 1 }),
        None => Ok(join(&rows)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::FieldOption;
    use super::super::tests::field;
    use super::*;
    use crate::domain::language::Localised;

    #[test]
    fn every_kind_has_a_normal_form() {
        let of = |kind, typed| field("x", kind, true).parse(typed);
        for (kind, typed, normal) in [
            (FieldKind::Date, "31/01/2027", "2027-01-31"),
            (FieldKind::Date, "2027-01-31", "2027-01-31"),
            (FieldKind::Email, " Hanane@Saqya.example ", "hanane@saqya.example"),
            (FieldKind::Phone, "00 212 6-12.34.56.78", "+212612345678"),
            (FieldKind::Phone, "06 12 34 56 78", "0612345678"),
            (FieldKind::Country, "ma", "MA"),
            (FieldKind::Region, "MA-08", "MA-08"),
            (FieldKind::Video, "https://www.youtube.com/watch?v=1", "https://www.youtube.com/watch?v=1"),
            (FieldKind::YesNo, "no", "no"),
            (
                FieldKind::Team,
                "Hanane\tDirectrice\t\n\t\t\nSaïd\t\thttps://x.example",
                "Hanane\tDirectrice\nSaïd\t\thttps://x.example",
            ),
        ] {
            assert_eq!(of(kind, typed).as_deref(), Ok(normal), "{kind}");
        }
        for (kind, typed, error) in [
            (FieldKind::Date, "31/02/2027", AnswerError::NotADate),
            (FieldKind::Email, "hanane", AnswerError::NotAnEmail),
            (FieldKind::Phone, "12ab", AnswerError::NotAPhone),
            (FieldKind::Country, "ZZ", AnswerError::NotAnOption),
            (FieldKind::Video, "https://notyoutube.com/1", AnswerError::VideoHost),
            (FieldKind::YesNo, "maybe", AnswerError::NotAnOption),
            (FieldKind::Team, "Hanane\n\tDirecteur", AnswerError::NoName { row: 2 }),
        ] {
            assert_eq!(of(kind, typed), Err(error), "{kind}");
        }
    }

    #[test]
    fn several_options_stand_in_the_order_of_the_question() {
        let mut sectors = field("sectors", FieldKind::Choices, true);
        sectors.options = ["a", "b", "c"].map(|v| FieldOption { value: v.into(), label: Localised::same(v) }).to_vec();
        assert_eq!(sectors.parse("c\na").as_deref(), Ok("a\nc"));
        assert_eq!(sectors.parse("c\nd"), Err(AnswerError::NotAnOption));
    }

    #[test]
    fn a_draft_keeps_what_does_not_fit_yet() {
        let kept = |kind, typed: &str| field("x", kind, true).draft(typed).kept;
        assert_eq!(kept(FieldKind::Date, "hier").as_deref(), Some("hier"));
        assert_eq!(kept(FieldKind::Team, "\tDirecteur").as_deref(), Some("\tDirecteur"));
        assert_eq!(kept(FieldKind::Phone, "\u{202E}06"), None);
    }
}
