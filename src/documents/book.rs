//! The entry book: entries one after the other, as they were submitted.

use super::DocumentError;
use super::paper::Paper;
use crate::domain::language::Language;
use crate::i18n::Speaker;

/// An entry of the book, in the words of its reader.
#[derive(Debug, Clone, Default)]
pub struct BookEntry {
    /// Its title.
    pub title: String,
    /// Reference, startup, category: label and value.
    pub facts: Vec<(String, String)>,
    /// Title of each section, with its questions and answers.
    pub sections: Vec<(String, Vec<(String, String)>)>,
}

/// The book as a PDF: each entry begins a page.
pub fn pdf(language: Language, edition: &str, entries: &[BookEntry]) -> Result<Vec<u8>, DocumentError> {
    let l = Speaker(language);
    let title = format!("{} · {edition}", l.t("book-title"));
    let mut paper = Paper::new(language, &title, &title);
    paper.space(0.2);
    paper.star(40.0);
    paper.display(edition);
    paper.centre(&l.t("book-title"));
    paper.centre_small(&l.m("book-count").arg("n", entries.len()).to_string());
    for entry in entries {
        paper.next_page();
        paper.title(&entry.title);
        for (label, value) in &entry.facts {
            paper.fact(label, value);
        }
        paper.answers(&entry.sections);
    }
    paper.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_begins_a_page() {
        let entry = BookEntry {
            title: "ساقية".into(),
            facts: vec![("Référence".into(), "2027-AGR-001".into())],
            ..BookEntry::default()
        };
        let bytes = pdf(Language::Arabic, "Digital Awards 2027", &vec![entry; 3]).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains("/Count 4"));
    }
}
