//! The questionnaire of an edition: its questions, and whether an answer fits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{EditionId, EntryFormId};
use super::language::Localised;
use super::text::{self, TextError};

crate::text_enum! {
    /// What kind of answer a question takes.
    pub enum FieldKind {
        /// One line.
        ShortText = "short_text",
        /// Paragraphs, with a word limit.
        LongText = "long_text",
        /// A whole number in a range.
        Number = "number",
        /// A web address.
        Link = "link",
        /// One of the options.
        Choice = "choice",
        /// A box to tick.
        Declaration = "declaration",
        /// PDFs and images.
        File = "file",
    }
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOption {
    /// Its stable word, stored as the answer.
    pub value: String,
    /// What people read.
    pub label: Localised,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormField {
    /// Its stable word: letters, digits, underscore.
    pub key: String,
    /// What kind of answer it takes.
    pub kind: FieldKind,
    /// The section it stands in (an index into [`EntryForm::sections`]).
    pub section: usize,
    /// The question.
    pub label: Localised,
    /// A hint under the question.
    #[serde(default)]
    pub help: Localised,
    /// Must be answered before submitting.
    pub required: bool,
    /// Never shown to jurors.
    #[serde(default)]
    pub hidden_from_jurors: bool,
    /// Most words of a long text.
    #[serde(default)]
    pub max_words: Option<u32>,
    /// Least and greatest number.
    #[serde(default)]
    pub min: Option<i64>,
    /// Greatest number.
    #[serde(default)]
    pub max: Option<i64>,
    /// The options of a choice.
    #[serde(default)]
    pub options: Vec<FieldOption>,
}

/// A version of an edition's questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryForm {
    /// Its id.
    pub id: EntryFormId,
    /// The edition it belongs to.
    pub edition_id: EditionId,
    /// From 1; a structural change after the first submission makes a new version.
    pub version: i32,
    /// The titles of its sections, in order.
    pub sections: Vec<Localised>,
    /// Its questions, in order.
    pub fields: Vec<FormField>,
}

/// Answers by question key. Files are kept beside (see [`super::file::EntryFile`]).
pub type Answers = BTreeMap<String, String>;

/// Longest one-line answer, in characters.
pub const SHORT_TEXT_LIMIT: usize = 200;
/// Longest answer in paragraphs, in characters, whatever its word limit.
pub const LONG_TEXT_LIMIT: usize = 12_000;

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
}

/// An error beside the question it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The key of the question.
    pub key: String,
    /// What is wrong.
    pub error: AnswerError,
}

impl FormField {
    /// Normalises a typed answer and checks its form. An empty answer is fine here: whether it may
    /// stay empty is asked at submission only ([`EntryForm::check`]).
    pub fn parse(&self, typed: &str) -> Result<String, AnswerError> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        match self.kind {
            FieldKind::ShortText => Ok(text::line(typed, SHORT_TEXT_LIMIT)?),
            FieldKind::LongText => {
                let answer = text::paragraphs(typed, LONG_TEXT_LIMIT)?;
                let words = text::count_words(&answer);
                match self.max_words {
                    Some(limit) if words > limit as usize => {
                        Err(AnswerError::TooManyWords { over: words - limit as usize, limit: limit as usize })
                    }
                    _ => Ok(answer),
                }
            }
            FieldKind::Number => {
                // People write thousands with spaces of several widths.
                let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '\u{202F}').collect();
                let number: i64 = digits.parse().map_err(|_| AnswerError::NotANumber)?;
                if self.min.is_some_and(|min| number < min) || self.max.is_some_and(|max| number > max) {
                    return Err(AnswerError::OutOfRange { min: self.min, max: self.max });
                }
                Ok(number.to_string())
            }
            FieldKind::Link => Ok(text::link(typed)?),
            FieldKind::Choice => {
                let typed = typed.trim();
                if self.options.iter().any(|o| o.value == typed) {
                    Ok(typed.to_owned())
                } else {
                    Err(AnswerError::NotAnOption)
                }
            }
            FieldKind::Declaration => {
                if matches!(typed.trim(), "yes" | "on" | "true") {
                    Ok("yes".to_owned())
                } else {
                    Err(AnswerError::NotAnOption)
                }
            }
            // Files arrive by their own road; a typed value means nothing.
            FieldKind::File => Ok(String::new()),
        }
    }
}

impl EntryForm {
    /// The question of a key.
    pub fn field(&self, key: &str) -> Option<&FormField> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// The questions of a section, in order.
    pub fn section_fields(&self, section: usize) -> impl Iterator<Item = &FormField> {
        self.fields.iter().filter(move |f| f.section == section)
    }

    /// Everything that stands between these answers and a submission, in the form's order.
    /// `has_file` tells whether a file question has at least one file.
    pub fn check(&self, answers: &Answers, has_file: impl Fn(&str) -> bool) -> Vec<FieldError> {
        self.fields
            .iter()
            .filter_map(|field| {
                let typed = answers.get(&field.key).map_or("", String::as_str);
                let error = if field.kind == FieldKind::File {
                    (field.required && !has_file(&field.key)).then_some(AnswerError::Missing)
                } else {
                    match field.parse(typed) {
                        Err(error) => Some(error),
                        Ok(answer) => (field.required && answer.is_empty()).then_some(AnswerError::Missing),
                    }
                };
                error.map(|error| FieldError { key: field.key.clone(), error })
            })
            .collect()
    }
}

/// True for a word that may be a question's key.
pub fn is_field_key(key: &str) -> bool {
    (1..=40).contains(&key.len())
        && key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
