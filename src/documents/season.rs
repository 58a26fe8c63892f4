//! The season report: figures with their bars, fit to publish.

use super::DocumentError;
use super::paper::Paper;
use crate::domain::language::Language;
use crate::i18n::Speaker;

/// A line of a chart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub name: String,
    /// How long the bar is, in thousandths; none where nothing is shown.
    pub share: Option<u32>,
    /// The numbers in words, one for each column.
    pub values: Vec<String>,
}

/// A figure with its numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// A word for its place in the page and in tables.
    pub key: &'static str,
    /// Its title.
    pub title: String,
    /// A sentence under it, or empty.
    pub text: String,
    /// The titles of the columns: that of the names first.
    pub head: Vec<String>,
    /// Its lines.
    pub bars: Vec<Bar>,
}

/// A report, in the words of its reader.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The name of the edition.
    pub edition: String,
    /// The day it was published or made.
    pub day: String,
    /// Its figures.
    pub charts: Vec<Chart>,
}

/// The report as a PDF.
pub fn pdf(language: Language, report: &Report) -> Result<Vec<u8>, DocumentError> {
    let l = Speaker(language);
    let title = l.m("season-title").arg("edition", report.edition.as_str()).to_string();
    let mut paper = Paper::new(language, &title, &title);
    paper.star(26.0);
    paper.title(&title);
    paper.small(&report.day);
    paper.paragraph(&l.t("season-method"));
    for chart in &report.charts {
        paper.section(&chart.title);
        if !chart.text.is_empty() {
            paper.small(&chart.text);
        }
        if let [_, columns @ ..] = chart.head.as_slice() {
            paper.columns(columns);
        }
        for bar in &chart.bars {
            paper.bar(&bar.name, bar.share, &bar.values);
        }
    }
    paper.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_written_in_every_language() {
        let bar =
            |name: &str, share, value: &str| Bar { name: name.into(), share, values: vec![value.into(), "3".into()] };
        let chart = Chart {
            key: "region",
            title: "Régions · الجهات".into(),
            text: "Où".into(),
            head: vec!["Région".into(), "2027".into(), "2026".into()],
            bars: vec![bar("الدار البيضاء سطات", Some(900), "18"), bar("Souss-Massa", None, "< 5")],
        };
        let report = Report { edition: "Digital Awards 2027".into(), day: "2027".into(), charts: vec![chart; 12] };
        for language in Language::ALL {
            assert!(pdf(*language, &report).unwrap().starts_with(b"%PDF-"), "{language}");
        }
    }
}
