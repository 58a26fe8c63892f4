//! The receipt of a submission: what was received, when, with which fingerprint.

use super::DocumentError;
use super::paper::Paper;
use crate::domain::language::Language;
use crate::i18n::{Speaker, isolated};

/// What a receipt says, in the words of its reader.
#[derive(Debug, Clone, Default)]
pub struct Receipt {
    /// The name of the edition.
    pub edition: String,
    /// The title of the entry.
    pub entry: String,
    /// Label and value: reference, time, fingerprint.
    pub facts: Vec<(String, String)>,
    /// Name and SHA-256 of each file.
    pub files: Vec<(String, String)>,
    /// Title of each section, with its questions and answers.
    pub sections: Vec<(String, Vec<(String, String)>)>,
}

/// The receipt as a PDF.
pub fn pdf(language: Language, receipt: &Receipt) -> Result<Vec<u8>, DocumentError> {
    let l = Speaker(language);
    let foot = format!("{} · {}", isolated(&receipt.edition), isolated(&receipt.entry));
    let mut paper = Paper::new(language, &format!("{} · {}", l.t("entry-receipt-title"), receipt.entry), &foot);
    paper.small(&receipt.edition);
    paper.title(&l.t("entry-receipt-title"));
    for (label, value) in &receipt.facts {
        paper.fact(label, value);
    }
    paper.small(&l.t("entry-receipt-hash-hint"));
    if !receipt.files.is_empty() {
        paper.section(&l.m("entry-receipt-files").arg("n", receipt.files.len()).to_string());
        for (name, hash) in &receipt.files {
            paper.answer(name, hash);
        }
    }
    paper.answers(&receipt.sections);
    paper.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_made_in_every_language_whatever_the_letters() {
        let receipt = Receipt {
            edition: "Digital Awards 2027".into(),
            entry: "ساقية Saqya".into(),
            facts: vec![("Référence".into(), "2027-AGR-001".into())],
            files: vec![("plan d’affaires.pdf".into(), "ab".repeat(32))],
            sections: vec![("Projet".into(), vec![("ما المشكلة؟".into(), "الماء. L’eau. 水 🚀".repeat(400))])],
        };
        for language in Language::ALL {
            let bytes = pdf(*language, &receipt).unwrap();
            assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 10_000);
        }
    }
}
