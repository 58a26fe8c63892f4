//! What is wrong with a form, in the visitor's words, beside its fields.

use super::page::Page;
use crate::app::FieldProblem;

/// What is wrong with a form: pairs of field and words, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// Pairs of field and words, for the summary on top.
    pub all: Vec<(String, String)>,
}

impl Problems {
    /// In the page's language.
    pub fn new(p: &Page, problems: &[FieldProblem]) -> Self {
        Self { all: problems.iter().map(|x| (x.field.clone(), p.m(x.key).args(&x.args).to_string())).collect() }
    }

    /// The words for a field, or empty.
    pub fn of(&self, field: &str) -> &str {
        self.all.iter().find(|(name, _)| name == field).map_or("", |(_, words)| words)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
