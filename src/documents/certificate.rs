//! What an entry may show: that it won, was a finalist, or competed.

use super::DocumentError;
use super::paper::Paper;
use super::qr::Qr;
use crate::domain::language::Language;
use crate::i18n::{Speaker, isolated};

/// What a certificate says, in the words of its reader.
#[derive(Debug, Clone, Default)]
pub struct Certificate {
    /// The name of the edition.
    pub edition: String,
    /// Who is honoured.
    pub organisation: String,
    /// The title of the entry.
    pub entry: String,
    /// Its reference.
    pub reference: String,
    /// What it is honoured with.
    pub distinction: String,
    /// The day of the announcement.
    pub day: String,
    /// The digest of the sealed tally and where it is checked; empty for an edition without one.
    pub digest: String,
    /// Where anybody checks it.
    pub verify_url: String,
    /// Where its signed record is; empty for an entry without one.
    pub record_url: String,
}

/// The certificate as a PDF.
pub fn pdf(language: Language, certificate: &Certificate) -> Result<Vec<u8>, DocumentError> {
    let l = Speaker(language);
    let foot = format!("{} · {}", isolated(&certificate.edition), isolated(&certificate.reference));
    let title = format!("{} · {}", l.t("certificate-title"), certificate.entry);
    let mut paper = Paper::new(language, &title, &foot);
    paper.space(0.03);
    paper.star(46.0);
    paper.space(0.01);
    paper.centre(&certificate.edition);
    paper.centre_small(&l.t("certificate-to"));
    paper.display(&certificate.organisation);
    paper.centre(&l.m("certificate-for").arg("entry", certificate.entry.as_str()).to_string());
    paper.space(0.02);
    paper.honour(&certificate.distinction);
    paper.centre(&certificate.day);
    if !certificate.record_url.is_empty() {
        paper.space(0.01);
        paper.qr(&Qr::new(&certificate.record_url)?, 96.0);
        paper.centre_small(&l.t("certificate-record"));
        paper.centre_small(&certificate.record_url);
    }
    if !certificate.digest.is_empty() {
        paper.space(if certificate.record_url.is_empty() { 0.08 } else { 0.01 });
        paper.centre_small(&l.m("certificate-verify").arg("url", certificate.verify_url.as_str()).to_string());
        paper.centre_small(&certificate.digest);
    }
    paper.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_one_page_in_every_language() {
        let certificate = Certificate {
            edition: "Digital Awards 2027".into(),
            organisation: "شركة دلالة البحر".into(),
            entry: "Dlala".into(),
            reference: "2027-FIN-004".into(),
            distinction: "Lauréat : Prix de la catégorie Agritech et climat, mention spéciale du jury".into(),
            day: "1er avril 2027".into(),
            digest: "ab".repeat(32),
            verify_url: "https://awards.example/fr/verify".into(),
            record_url: "https://awards.example/fr/records/0193a6c0-0000-7000-8000-000000000000".into(),
        };
        for language in Language::ALL {
            let bytes = pdf(*language, &certificate).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(bytes.starts_with(b"%PDF-") && text.contains("/Count 1"), "{language}");
        }
    }
}
