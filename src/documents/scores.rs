//! Everything a juror has scored, for their own files.

use super::DocumentError;
use super::paper::Paper;
use crate::domain::language::Language;
use crate::i18n::{Speaker, isolated};

/// A juror's own scores, in the words of their reader.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// The name of the edition.
    pub edition: String,
    /// The name of the juror.
    pub juror: String,
    /// When it was made.
    pub made_at: String,
    /// Name of each category, with its entries: heading, and what was scored and written.
    pub categories: Vec<(String, Vec<(String, String)>)>,
}

/// The scores as a PDF.
pub fn pdf(language: Language, scores: &Scores) -> Result<Vec<u8>, DocumentError> {
    let l = Speaker(language);
    let foot = format!("{} · {}", isolated(&scores.edition), isolated(&scores.juror));
    let mut paper = Paper::new(language, &format!("{} · {}", l.t("review-title"), scores.juror), &foot);
    paper.small(&scores.edition);
    paper.title(&l.t("review-title"));
    paper.fact(&l.t("review-pdf-juror"), &scores.juror);
    paper.fact(&l.t("review-pdf-made"), &scores.made_at);
    paper.small(&l.t("review-pdf-own"));
    for (category, entries) in &scores.categories {
        paper.section(category);
        for (heading, said) in entries {
            paper.answer(heading, said);
        }
    }
    paper.finish()
}
