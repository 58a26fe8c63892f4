//! The minutes of a deliberation.

use super::DocumentError;
use super::paper::Paper;
use crate::domain::language::Language;
use crate::i18n::{Speaker, isolated};

/// The minutes, in the words of their reader.
#[derive(Debug, Clone, Default)]
pub struct Minutes {
    /// The name of the edition.
    pub edition: String,
    /// The name of the round.
    pub round: String,
    /// When the room was last opened.
    pub opened_at: String,
    /// When they were made.
    pub made_at: String,
    /// The jury, by name.
    pub jurors: String,
    /// Name of each category, its order line by line, and its motions.
    pub categories: Vec<(String, Vec<String>, Vec<Point>)>,
}

/// A motion in the minutes.
#[derive(Debug, Clone, Default)]
pub struct Point {
    /// What was proposed, and what became of it.
    pub heading: String,
    /// The vote, the decision, its reason.
    pub said: String,
}

/// The minutes as a PDF.
pub fn pdf(language: Language, minutes: &Minutes) -> Result<Vec<u8>, DocumentError> {
    let l = Speaker(language);
    let foot = format!("{} · {}", isolated(&minutes.edition), l.t("minutes-title"));
    let mut paper = Paper::new(language, &format!("{} · {}", l.t("minutes-title"), minutes.edition), &foot);
    paper.small(&minutes.edition);
    paper.title(&l.t("minutes-title"));
    paper.fact(&l.t("minutes-round"), &minutes.round);
    paper.fact(&l.t("minutes-opened"), &minutes.opened_at);
    paper.fact(&l.t("minutes-jury"), &minutes.jurors);
    paper.fact(&l.t("minutes-made"), &minutes.made_at);
    for (category, order, points) in &minutes.categories {
        paper.section(category);
        if !order.is_empty() {
            paper.answer(&l.t("minutes-order"), &order.join("\n"));
        }
        if points.is_empty() {
            paper.small(&l.t("minutes-no-motion"));
        }
        for point in points {
            paper.answer(&point.heading, &point.said);
        }
    }
    paper.finish()
}
