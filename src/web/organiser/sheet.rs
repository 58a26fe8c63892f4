//! A form as a page shows it: what is saved or was typed, and what is wrong with it.

use actix_web::http::StatusCode;

use crate::app::{AppError, FieldProblem};
use crate::domain::language::{Language, Localised};
use crate::web::error::PageError;
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::problems::Problems;

/// A form as a page shows it.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    values: Form,
    /// What is wrong: pairs of field and words.
    pub problems: Problems,
    /// Somebody else has saved meanwhile.
    pub is_stale: bool,
}

impl Sheet {
    /// What is saved.
    pub fn saved(values: Values) -> Self {
        Self { values: Form::from_pairs(values.0), ..Self::default() }
    }

    /// What was typed, and what is wrong with it.
    pub fn refused(p: &Page, typed: Form, problems: &[FieldProblem]) -> Self {
        Self { values: typed, problems: Problems::new(p, problems), is_stale: false }
    }

    /// What was typed while somebody else saved something else.
    pub fn stale(typed: Form) -> Self {
        Self { values: typed, problems: Problems::default(), is_stale: true }
    }

    /// What was typed, shown again after a use case refused it, with the status of that page. Any other
    /// error goes on.
    pub fn again(p: &Page, typed: Form, error: AppError) -> Result<(StatusCode, Self), PageError> {
        match error {
            AppError::Invalid(problems) => Ok((StatusCode::UNPROCESSABLE_ENTITY, Self::refused(p, typed, &problems))),
            AppError::Stale => Ok((StatusCode::CONFLICT, Self::stale(typed))),
            error => Err(error.into()),
        }
    }

    /// The value of a field, or empty.
    pub fn v(&self, name: impl AsRef<str>) -> &str {
        self.values.text(name.as_ref())
    }

    /// Every value of a field that comes several times.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.values.all(name).to_vec()
    }

    /// Whether a box is ticked.
    pub fn has(&self, name: impl AsRef<str>) -> bool {
        self.values.has(name.as_ref())
    }

    /// The words for a field that is wrong, or empty.
    pub fn e(&self, name: impl AsRef<str>) -> &str {
        self.problems.of(name.as_ref())
    }

    /// The value of a text in a language.
    pub fn lv(&self, name: impl AsRef<str>, language: &Language) -> &str {
        self.values.text(&format!("{}_{language}", name.as_ref()))
    }

    /// The words for a text that is wrong in a language.
    pub fn le(&self, name: impl AsRef<str>, language: &Language) -> &str {
        self.problems.of(&format!("{}_{language}", name.as_ref()))
    }

    /// Whether a text is written in another language, but not in this one.
    pub fn lacks(&self, name: impl AsRef<str>, language: &Language) -> bool {
        let name = name.as_ref();
        let is_written = |l: &Language| !self.lv(name, l).trim().is_empty();
        !is_written(language) && Language::ALL.iter().any(is_written)
    }
}

/// Names and values of a form that is saved.
#[derive(Debug, Clone, Default)]
pub struct Values(Vec<(String, String)>);

impl Values {
    /// Adds a field.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.0.push((name.into(), value.to_string()));
        self
    }

    /// Adds a box, if it is ticked.
    #[must_use]
    pub fn ticked(self, name: &str, is_ticked: bool) -> Self {
        if is_ticked { self.with(name, "1") } else { self }
    }

    /// Adds a text in three languages.
    #[must_use]
    pub fn localised(mut self, name: &str, text: &Localised) -> Self {
        for language in Language::ALL {
            self.0.push((format!("{name}_{language}"), text.exact(*language).to_owned()));
        }
        self
    }
}

/// A text in three languages as a form sends it.
pub fn localised(form: &Form, name: &str) -> Localised {
    let of = |language: Language| form.text(&format!("{name}_{language}"));
    Localised::new(of(Language::French), of(Language::Arabic), of(Language::English))
}
