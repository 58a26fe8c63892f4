//! Certificates, badges and signed records: public with the announcement, checked anywhere, revoked for a reason.

use std::io::Write;
use std::process::{Command, Stdio};

use super::{DESK, announce, closed, stage};
use crate::support::command::program;

#[actix_web::test]
async fn a_distinction_is_signed_with_the_announcement_and_checked_offline() {
    let award = closed(&[[5, 5], [3, 3]]).await;
    let (organiser, visitor) = (&award.organiser.browser, award.app.browser());
    stage(&award, 0, "winner").await;
    stage(&award, 1, "finalist").await;
    let early = organiser.get(&format!("{DESK}/distinctions")).await.expect(409);
    assert!(early.body().contains("une fois les lauréats annoncés"));
    announce(organiser).await;
    let page = organiser.get(&format!("{DESK}/distinctions")).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 2);
    let link = page.attributes("td a[href^='/fr/records/']", "href")[0].clone();
    let record = visitor.get(&link).await.expect(200);
    assert!(record.has(".flash-ok") && record.texts("h1") == ["Entry 1"], "{:?}", record.texts("h1"));

    let folder = tempfile::tempdir().unwrap();
    let file = visitor.get(&format!("{link}/record.json")).await.expect(200);
    let key = award.app.state.tally_key.public();
    let check = |text: &str, key: &str| {
        let path = folder.path().join("record.json");
        std::fs::write(&path, text).unwrap();
        let run = program("sqlite://nothing.db", folder.path()).args(["verify", "--key", key]).arg(&path).output();
        let run = run.unwrap();
        (run.status.code(), String::from_utf8_lossy(&[run.stdout, run.stderr].concat()).into_owned())
    };
    let (code, said) = check(&file.body(), &key);
    assert!(code == Some(0) && said.contains("outcome winner"), "{said}");
    assert_eq!(check(&file.body().replace("\"winner\"", "\"finalist\""), &key).0, Some(1));
    assert_eq!(check(&file.body(), &"11".repeat(32)).0, Some(1));

    // What a laureate shows, in three languages: the certificate with the address of the record.
    let winner = visitor.get("/fr/editions/2027/winners").await.attributes(".wins a", "href")[0].clone();
    let page = winner.strip_prefix("/fr").unwrap();
    for language in ["fr", "ar", "en"] {
        let pdf = visitor.get(&format!("/{language}{page}/certificate.pdf")).await.expect(200);
        assert!(pdf.pdf_text().contains("/records/"), "{language}");
        let svg = visitor.get(&format!("/{language}{page}/badge.svg")).await.expect(200);
        assert!(svg.header("content-type").contains("svg") && !svg.body().contains("<text"));
    }
    let png = visitor.get(&format!("{winner}/badge.png")).await.expect(200);
    assert!(png.bytes.starts_with(b"\x89PNG"));
    assert!(visitor.get(&winner).await.has(&format!("a[href='{link}']")));
}

#[actix_web::test]
async fn a_revoked_distinction_says_why_and_can_be_restored() {
    let award = closed(&[[5, 5]]).await;
    let (organiser, visitor) = (&award.organiser.browser, award.app.browser());
    stage(&award, 0, "winner").await;
    announce(organiser).await;
    let winner = visitor.get("/fr/editions/2027/winners").await.attributes(".wins a", "href")[0].clone();
    let desk = format!("{DESK}/distinctions");
    let link = organiser.get(&desk).await.attributes("td a[href^='/fr/records/']", "href")[0].clone();
    let id = link.rsplit('/').next().unwrap().to_owned();
    let empty = organiser.post(&format!("{desk}/{id}/revoke"), &[("reason", " ")]).await.expect(422);
    assert!(empty.has("details[open] .err"));
    organiser.post(&format!("{desk}/{id}/revoke"), &[("reason", "Dossier inexact")]).await.expect(303);
    let page = visitor.get(&link).await.expect(200);
    assert!(page.text(".flash-bad").contains("Dossier inexact"), "{}", page.text("main"));
    for file in [format!("{link}/record.json"), format!("{winner}/certificate.pdf"), format!("{winner}/badge.svg")] {
        visitor.get(&file).await.expect(409);
    }
    organiser.post(&format!("{desk}/{id}/restore"), &[]).await.expect(303);
    visitor.get(&format!("{winner}/certificate.pdf")).await.expect(200);
    // Taken back, there is nothing that was ever signed.
    organiser.post(&format!("{DESK}/announcement/take-back"), &[("take_back", "2027")]).await.expect(303);
    visitor.get(&link).await.expect(404);
}

/// What another program reads of a document, without the marks of direction; none where it isn't installed.
fn read_by_another(pdf: &[u8]) -> Option<String> {
    let run = Command::new("pdftotext").args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut run) = run else {
        eprintln!("skipped: no pdftotext to read the document");
        return None;
    };
    run.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(run.wait_with_output().unwrap().stdout).unwrap();
    Some(text.replace(|c| matches!(c, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'), ""))
}

#[actix_web::test]
async fn the_arabic_of_documents_is_read_back_by_another_program() {
    let award = closed(&[[5, 5]; 5]).await;
    let (organiser, visitor) = (&award.organiser.browser, award.app.browser());
    stage(&award, 0, "winner").await;
    announce(organiser).await;
    let winner = visitor.get("/ar/editions/2027/winners").await.attributes(".wins a", "href")[0].clone();
    let certificate = visitor.get(&format!("{winner}/certificate.pdf")).await.expect(200);
    let report = organiser.get("/ar/organiser/2027/report.pdf").await.expect(200);
    let (Some(certificate), Some(report)) = (read_by_another(&certificate.bytes), read_by_another(&report.bytes))
    else {
        return;
    };
    // A heading in kufi, a letter with a mark, the ligature of lam and alef.
    for words in ["الفائز", "الأصوات", "منحت إلى"] {
        assert!(certificate.contains(words), "{words}: {certificate}");
    }
    for words in ["حصيلة", "المسودة إلى الجائزة", "المقاولات", "الملفات المرسلة"]
    {
        assert!(report.contains(words), "{words}: {report}");
    }
}
