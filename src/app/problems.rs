//! The words for what people type, shared by every form.

use chrono::{DateTime, Utc};

use super::{AppError, AppResult, FieldProblem};
use crate::domain::edition::Edition;
use crate::domain::text::{self, TextError};
use crate::i18n::dates::{self, DateError};
use crate::security::password::{self, WeakPassword};

/// The words for a text that is refused.
pub fn text_problem(field: &str, error: TextError) -> FieldProblem {
    match error {
        TextError::Empty => FieldProblem::new(field, "problem-empty"),
        TextError::TooLong { over, limit } => {
            FieldProblem::new(field, "problem-too-long").arg("over", over).arg("limit", limit)
        }
        TextError::Control => FieldProblem::new(field, "problem-control"),
        TextError::NotAnAddress => FieldProblem::new(field, "problem-email"),
        TextError::NotALink => FieldProblem::new(field, "problem-link"),
    }
}

/// The words for a password that is refused.
pub fn password_problem(field: &str, error: WeakPassword) -> FieldProblem {
    match error {
        WeakPassword::TooShort => FieldProblem::new(field, "problem-password-short").arg("min", password::MIN_LENGTH),
        WeakPassword::TooLong => FieldProblem::new(field, "problem-password-long").arg("max", password::MAX_LENGTH),
        WeakPassword::TooCommon => FieldProblem::new(field, "problem-password-common"),
    }
}

/// The words for a date that is refused.
pub fn date_problem(error: DateError) -> &'static str {
    match error {
        DateError::Unreadable => "problem-date",
        DateError::Skipped => "problem-date-skipped",
        DateError::Ambiguous => "problem-date-ambiguous",
    }
}

/// A time after the deadline of an edition and to come, typed in the edition's zone; the key of what is wrong
/// with it.
pub fn later_deadline(typed: &str, edition: &Edition, now: DateTime<Utc>) -> Result<DateTime<Utc>, &'static str> {
    let until = dates::parse_input(typed, edition.zone()).map_err(date_problem)?;
    if until <= edition.closes_at || until <= now { Err("extension-problem-early") } else { Ok(until) }
}

/// A line that has to be given.
pub fn line(field: &str, typed: &str, limit: usize) -> AppResult<String> {
    text::line(typed, limit).map_err(|e| AppError::Invalid(vec![text_problem(field, e)]))
}

/// A text of several lines that has to be given.
pub fn paragraphs(field: &str, typed: &str, limit: usize) -> AppResult<String> {
    match text::paragraphs(typed, limit) {
        Ok(text) if text.is_empty() => Err(AppError::Invalid(vec![text_problem(field, TextError::Empty)])),
        Ok(text) => Ok(text),
        Err(error) => Err(AppError::Invalid(vec![text_problem(field, error)])),
    }
}

/// A reason that has to be given, from the field `reason`.
pub fn reason(typed: &str, limit: usize) -> AppResult<String> {
    paragraphs("reason", typed, limit)
}
