//! Reading what organisers type: texts in three languages, instants in a zone.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::app::problems::{date_problem, text_problem};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::language::{Language, Localised};
use crate::domain::text::{self, TextError};
use crate::i18n::dates;

/// Longest name of anything, in characters.
pub(in crate::app) const NAME_LIMIT: usize = 120;
/// Longest sentence, in characters.
pub(in crate::app) const SENTENCE_LIMIT: usize = 600;
/// Longest document (rules, charter), in characters.
pub(in crate::app) const DOCUMENT_LIMIT: usize = 60_000;

/// Collects what is wrong while a form is read.
#[derive(Debug, Default)]
pub(in crate::app) struct Reader {
    pub(in crate::app) problems: Vec<FieldProblem>,
}

impl Reader {
    /// Notes a problem.
    pub(in crate::app) fn wrong(&mut self, field: &str, key: &'static str) {
        self.problems.push(FieldProblem::new(field, key));
    }

    /// A line in three languages, which may be missing in some of them; in all only if not `required`.
    pub(in crate::app) fn line(&mut self, field: &str, typed: &Localised, limit: usize, required: bool) -> Localised {
        let read = self.each(field, typed, |text| text::line(text, limit));
        if required && read.is_empty() {
            self.problems.push(text_problem(&format!("{field}_fr"), TextError::Empty));
        }
        read
    }

    /// Paragraphs in three languages, which may be missing.
    pub(in crate::app) fn paragraphs(&mut self, field: &str, typed: &Localised, limit: usize) -> Localised {
        self.each(field, typed, |text| text::paragraphs(text, limit))
    }

    fn each(&mut self, field: &str, typed: &Localised, read: impl Fn(&str) -> Result<String, TextError>) -> Localised {
        let mut texts = Localised::default();
        for language in Language::ALL {
            match read(typed.exact(*language)) {
                Ok(text) => texts.set(*language, text),
                Err(TextError::Empty) => {}
                Err(error) => self.problems.push(text_problem(&format!("{field}_{language}"), error)),
            }
        }
        texts
    }

    /// A whole number in a range.
    pub(in crate::app) fn number(&mut self, field: &str, typed: &str, min: i32, max: i32) -> i32 {
        match typed.trim().parse() {
            Ok(number) if (min..=max).contains(&number) => number,
            _ => {
                let problem = FieldProblem::new(field, "problem-number");
                self.problems.push(problem.arg("min", min.to_string()).arg("max", max.to_string()));
                min
            }
        }
    }

    /// An instant in a zone. One that was left as it was shown keeps its seconds.
    pub(in crate::app) fn instant(
        &mut self,
        field: &str,
        typed: &str,
        zone: Tz,
        saved: DateTime<Utc>,
    ) -> DateTime<Utc> {
        if typed.trim() == dates::input(saved, zone) {
            return saved;
        }
        dates::parse_input(typed, zone).unwrap_or_else(|error| {
            self.wrong(field, date_problem(error));
            saved
        })
    }

    /// The value read, or everything that is wrong.
    pub(in crate::app) fn finish<T>(self, value: T) -> AppResult<T> {
        if self.problems.is_empty() { Ok(value) } else { Err(AppError::Invalid(self.problems)) }
    }
}
