//! The questionnaire of an edition: its questions, and whether the answers are complete.

mod answer;
mod condition;

pub use answer::{AnswerError, DraftAnswer, TEAM_COLUMNS, TEAM_ROWS, VIDEO_HOSTS};
pub use condition::Condition;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::file::FileKind;
use super::ids::{CategoryId, EditionId, EntryFormId};
use super::language::Localised;
use super::text;

crate::text_enum! {
    /// What kind of answer a question takes.
    pub enum FieldKind {
        /// One line.
        ShortText = "short_text",
        /// Paragraphs, with a word limit.
        LongText = "long_text",
        /// A whole number in a range, with a unit.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of the options.
        Choice = "choice",
        /// Any of the options.
        Choices = "choices",
        /// Yes or no.
        YesNo = "yes_no",
        /// A web address.
        Link = "link",
        /// The address of a video on a known site.
        Video = "video",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A country.
        Country = "country",
        /// A region of Morocco.
        Region = "region",
        /// People: name, role, link.
        Team = "team",
        /// PDFs and images.
        File = "file",
        /// Images.
        Image = "image",
        /// A box to tick.
        Declaration = "declaration",
    }
}

impl FieldKind {
    /// Whether an answer of this kind tells who is behind an entry: blind rounds leave it out.
    pub const fn tells_who(self) -> bool {
        matches!(self, Self::Link | Self::Email | Self::Phone | Self::Team)
    }

    /// Whether it is answered by files.
    pub const fn is_file(self) -> bool {
        matches!(self, Self::File | Self::Image)
    }

    /// Whether it takes a file of a kind.
    pub const fn takes(self, file: FileKind) -> bool {
        matches!(self, Self::File) || (matches!(self, Self::Image) && file.is_image())
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
    /// The unit of a number, or empty.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub unit: Localised,
    /// Asked only in these categories; empty: in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryId>,
    /// Asked only after a certain answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
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

crate::text_enum! {
    /// How far a section of the questionnaire has come.
    pub enum SectionStatus {
        /// Nothing was written.
        NotStarted = "not_started",
        /// Something is there, something required is missing.
        Started = "started",
        /// Everything required is there and fits.
        Done = "done",
        /// An answer does not fit its question.
        ToCorrect = "to_correct",
    }
}

/// An error beside the question it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The key of the question.
    pub key: String,
    /// What is wrong.
    pub error: AnswerError,
}

impl EntryForm {
    /// The question of a key.
    pub fn field(&self, key: &str) -> Option<&FormField> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// The form as it is in a category: without the questions of others.
    #[must_use]
    pub fn of_category(mut self, category: CategoryId) -> Self {
        self.fields.retain(|field| field.categories.is_empty() || field.categories.contains(&category));
        self
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
            .filter(|field| self.asks(field, answers))
            .filter_map(|field| {
                let typed = answers.get(&field.key).map_or("", String::as_str);
                let error = if field.kind.is_file() {
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

impl EntryForm {
    /// How far a section has come.
    pub fn section_status(&self, section: usize, answers: &Answers, has_file: impl Fn(&str) -> bool) -> SectionStatus {
        let is_of_section = |key: &str| self.field(key).is_some_and(|f| f.section == section);
        let mut asked = self.section_fields(section).filter(|field| self.asks(field, answers)).peekable();
        if asked.peek().is_none() {
            return SectionStatus::Done;
        }
        let has_any = asked.any(|field| {
            answers.get(&field.key).is_some_and(|a| !a.is_empty()) || (field.kind.is_file() && has_file(&field.key))
        });
        let errors = self.check(answers, has_file);
        let mut of_section = errors.iter().filter(|e| is_of_section(&e.key)).peekable();
        if !has_any {
            SectionStatus::NotStarted
        } else if of_section.peek().is_none() {
            SectionStatus::Done
        } else if of_section.all(|e| e.error == AnswerError::Missing) {
            SectionStatus::Started
        } else {
            SectionStatus::ToCorrect
        }
    }

    /// The answers as they are submitted: of this form's questions only, each in its normal form,
    /// empty ones left out. Call it when [`Self::check`] found nothing.
    pub fn normalised(&self, answers: &Answers) -> Answers {
        self.fields
            .iter()
            .filter(|field| self.asks(field, answers))
            .filter_map(|field| {
                let answer = field.parse(answers.get(&field.key)?).ok()?;
                (!answer.is_empty()).then(|| (field.key.clone(), answer))
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

/// A stable word for something named by people: of its name as far as that is written in Latin
/// letters, else of `fallback`; never one of those `taken`.
pub fn key_of(name: &Localised, fallback: &str, taken: &[&str]) -> String {
    let plain = text::searchable(if name.en.is_empty() { &name.fr } else { &name.en });
    let words: Vec<String> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(4)
        .map(|word| word.chars().take(12).collect())
        .collect();
    let joined: String = words.join("_").chars().take(36).collect();
    let base = if is_field_key(&joined) { joined } else { fallback.to_owned() };
    let mut key = base.clone();
    let mut number = 2;
    while taken.contains(&key.as_str()) {
        key = format!("{base}_{number}");
        number += 1;
    }
    key
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::text::TextError;

    pub fn field(key: &str, kind: FieldKind, required: bool) -> FormField {
        FormField {
            key: key.to_owned(),
            kind,
            section: 0,
            label: Localised::same(key),
            help: Localised::default(),
            required,
            hidden_from_jurors: false,
            max_words: Some(3),
            min: Some(1),
            max: Some(9),
            options: Vec::new(),
            unit: Localised::default(),
            categories: Vec::new(),
            condition: None,
        }
    }

    pub fn form() -> EntryForm {
        EntryForm {
            id: EntryFormId::new(),
            edition_id: EditionId::new(),
            version: 1,
            sections: vec![Localised::same("one")],
            fields: vec![
                field("pitch", FieldKind::LongText, true),
                field("team", FieldKind::Number, true),
                field("proof", FieldKind::File, false),
            ],
        }
    }

    #[test]
    fn a_question_gets_a_word_of_its_own() {
        let name = Localised::new("Quel est votre chiffre d’affaires ?", "", "");
        assert_eq!(key_of(&name, "question", &[]), "quel_est_votre_chiffre");
        assert_eq!(key_of(&name, "question", &["quel_est_votre_chiffre"]), "quel_est_votre_chiffre_2");
        assert_eq!(key_of(&Localised::new("", "ما هو رقم معاملاتكم؟", ""), "question", &["question"]), "question_2");
    }

    #[test]
    fn a_draft_keeps_a_text_that_is_too_long_and_says_so() {
        let draft = field("pitch", FieldKind::LongText, true).draft("un deux trois quatre");
        assert_eq!(draft.kept.as_deref(), Some("un deux trois quatre"));
        assert_eq!(draft.error, Some(AnswerError::TooManyWords { over: 1, limit: 3 }));
    }

    #[test]
    fn a_draft_keeps_no_text_that_could_reorder_a_line() {
        let draft = field("pitch", FieldKind::LongText, true).draft("a\u{202E}b");
        assert_eq!(draft, DraftAnswer { kept: None, error: Some(AnswerError::Text(TextError::Control)) });
    }

    #[test]
    fn a_section_passes_through_its_four_statuses() {
        let form = form();
        let of = |pairs: &[(&str, &str)]| {
            let answers = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            form.section_status(0, &answers, |_| false)
        };
        assert_eq!(of(&[]), SectionStatus::NotStarted);
        assert_eq!(of(&[("pitch", "un deux")]), SectionStatus::Started);
        assert_eq!(of(&[("pitch", "un deux"), ("team", "10")]), SectionStatus::ToCorrect);
        assert_eq!(of(&[("pitch", "un deux"), ("team", "4")]), SectionStatus::Done);
    }

    #[test]
    fn submitted_answers_are_those_of_the_form_in_their_normal_form() {
        let typed = [("pitch", " un deux "), ("team", "0 4"), ("other", "x")];
        let answers = typed.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let expected: Answers =
            [("pitch", "un deux"), ("team", "4")].iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        assert_eq!(form().normalised(&answers), expected);
    }
}
