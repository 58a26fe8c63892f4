//! Exports: the same in both formats, formula-safe, without a score of an open round, and in little memory.

use std::io::{Cursor, Read};
use std::process::Command;

use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::ids::AssignmentId;
use sha2::{Digest, Sha256};

use crate::jury::award::{Award, OnJury};
use crate::support::Node;
use crate::support::client::Response;

const EXPORTS: &str = "/fr/organiser/2027/exports";

async fn export(award: &Award, name: &str) -> Response {
    award.organiser.browser.post(&format!("{EXPORTS}/{name}"), &[]).await.expect(200)
}

/// The rows of a CSV, the head first.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Writes on a sheet, or hands it in.
async fn mark(award: &Award, juror: &OnJury, sheet: AssignmentId, mark: &str, act: &str) {
    let version = juror.browser.get(&award.url(sheet, "")).await.expect(200).value("version");
    let mut fields = vec![("version", version.as_str()), ("comment", "=cmd()"), ("note", "Bien")];
    fields.extend(["c-innovation", "c-creativity", "c-entrepreneurship"].map(|criterion| (criterion, mark)));
    juror.browser.post(&award.url(sheet, act), &fields).await.expect(303);
}

#[actix_web::test]
async fn nothing_of_what_jurors_gave_is_in_an_export_while_the_round_is_open() {
    let award = Award::with_entries(2).await;
    award.move_to(EditionStatus::Judging).await;
    let juror = award.juror("najat").await;
    let sheet = award.assign(&juror, &[0]).await[0];
    mark(&award, &juror, sheet, "2", "/save").await;
    let before = rows(&export(&award, "scorecards.csv").await.bytes);
    mark(&award, &juror, sheet, "5", "/save").await;
    assert_eq!(rows(&export(&award, "scorecards.csv").await.bytes), before);
    assert!(before[1].contains(&"najat".to_owned()) && !before.concat().iter().any(|cell| cell.contains("cmd")));
    // No result either, and whoever only looks takes entries and nothing else.
    assert_eq!(rows(&export(&award, "results.csv").await.bytes).len(), 1);
    let watcher = award.app.person("watcher").await;
    let join = [("email", "watcher@people.example"), ("role", "observer")];
    award.organiser.browser.post("/fr/organiser/2027/team", &join).await.expect(303);
    watcher.browser.post(&format!("{EXPORTS}/entries.csv"), &[]).await.expect(200);
    for table in ["scorecards.csv", "results.xlsx", "mails.csv", "log.xlsx"] {
        let refused = watcher.browser.post(&format!("{EXPORTS}/{table}"), &[]).await.status;
        assert!(matches!(refused, 403 | 404), "{table}: {refused}");
    }
    let page = watcher.browser.get(EXPORTS).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 1);
    award.organiser.browser.post(&format!("{EXPORTS}/entries.pdf"), &[]).await.expect(404);
}

#[actix_web::test]
async fn a_workbook_says_the_same_as_the_csv_and_no_cell_is_a_formula() {
    let award = Award::with_entries(2).await;
    award.move_to(EditionStatus::Judging).await;
    let juror = award.juror("najat").await;
    let sheet = award.assign(&juror, &[0]).await[0];
    mark(&award, &juror, sheet, "4", "/submit").await;
    award.organiser.browser.post(&format!("/fr/organiser/2027/rounds/{}/close", award.round.id), &[]).await.expect(303);
    let table = rows(&export(&award, "scorecards.csv").await.bytes);
    let at = |title: &str| table[0].iter().position(|head| head == title).unwrap();
    assert_eq!((table[1][at("Innovation")].as_str(), table[1][at("Juré")].as_str()), ("4", "najat"));
    assert!(table[1].contains(&"'=cmd()".to_owned()), "{:?}", table[1]);
    let results = rows(&export(&award, "results.csv").await.bytes);
    assert!(results[1].contains(&"4.000000".to_owned()), "{results:?}");
    // The log itself grows with each table that is taken away: it is in the archive.
    for name in ["entries", "scorecards", "results", "mails"] {
        let (plain, book) =
            (export(&award, &format!("{name}.csv")).await, export(&award, &format!("{name}.xlsx")).await);
        assert!(book.header("content-type").contains("spreadsheetml"));
        let csv = rows(&plain.bytes);
        let mut zip = zip::ZipArchive::new(Cursor::new(&book.bytes)).unwrap();
        let mut sheet = String::new();
        zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        assert!(!sheet.contains("<f>") && sheet.contains("state=\"frozen\""), "{name}");
        assert_eq!(sheet.matches("<row ").count(), csv.len(), "{name}");
        if let Some(read) = office(&book.bytes) {
            // What an office suite reads, cell by cell; instants and numbers are shown in its own way.
            assert_eq!(read.len(), csv.len(), "{name}");
            for (row, (ours, theirs)) in csv.iter().zip(&read).enumerate() {
                for (cell, value) in ours.iter().enumerate().filter(|(_, value)| value.parse::<f64>().is_err()) {
                    let is_instant = value.len() > 18 && value.as_bytes()[10] == b'T';
                    let theirs = theirs.get(cell).map_or("", String::as_str);
                    if !is_instant {
                        assert_eq!(theirs, value.trim_start_matches('\''), "{name} row {row}");
                    }
                }
            }
        }
    }
}

/// A workbook as LibreOffice reads it; none where it isn't installed.
fn office(book: &[u8]) -> Option<Vec<Vec<String>>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsx");
    std::fs::write(&path, book).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    // Fields separated by commas, quoted by double quotes, in UTF-8.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76";
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .args([folder.path(), path.as_path()])
        .output();
    if run.is_err() {
        eprintln!("skipped: no LibreOffice to read the workbook");
        return None;
    }
    Some(rows(&std::fs::read(folder.path().join("book.csv")).expect("a converted table")))
}

#[actix_web::test]
async fn the_archive_holds_every_table_with_its_hash() {
    let award = Award::with_entries(2).await;
    let archive = export(&award, "edition.zip").await;
    // Who took what away is in the log.
    let log = award.organiser.browser.get("/fr/organiser/2027/audit").await.expect(200);
    assert!(log.body().contains("Export téléchargé"));
    let mut zip = zip::ZipArchive::new(Cursor::new(&archive.bytes)).unwrap();
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let manifest: serde_json::Value = serde_json::from_slice(&read("manifest.json")).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 10);
    for file in files {
        let bytes = read(file["name"].as_str().unwrap());
        assert_eq!(file["sha256"], hex::encode(Sha256::digest(&bytes)), "{file}");
        assert_eq!(file["bytes"], bytes.len());
    }
}

#[actix_web::test]
async fn a_page_that_waits_learns_how_far_an_export_is_and_nobody_else_does() {
    const NOTHING: &str = r#"{"done":0,"total":0,"finished":false}"#;
    let award = Award::with_entries(3).await;
    let organiser = &award.organiser.browser;
    let progress = format!("{EXPORTS}/progress?ticket=abc");
    assert_eq!(organiser.get(&progress).await.expect(200).body(), NOTHING);
    organiser.post(&format!("{EXPORTS}/edition.zip"), &[("ticket", "abc")]).await.expect(200);
    let so_far: serde_json::Value = serde_json::from_str(&organiser.get(&progress).await.body()).unwrap();
    let steps = |name: &str| so_far[name].as_u64().unwrap();
    assert!(steps("done") >= 3 && steps("done") == steps("total") && so_far["finished"] == true, "{so_far}");
    let watcher = award.app.person("watcher").await;
    let join = [("email", "watcher@people.example"), ("role", "observer")];
    organiser.post("/fr/organiser/2027/team", &join).await.expect(303);
    assert_eq!(watcher.browser.get(&progress).await.expect(200).body(), NOTHING);
    assert!(organiser.get(EXPORTS).await.expect(200).has("[data-export-line] progress"));
}

#[actix_web::test]
async fn a_category_is_taken_away_as_a_book_in_three_languages() {
    let award = Award::with_entries(2).await;
    let category = award.entries[0].reference.split('-').nth(1).unwrap().to_owned();
    for language in ["fr", "ar", "en"] {
        let address = format!("/{language}/organiser/2027/exports/book-{category}.pdf");
        let book = award.organiser.browser.post(&address, &[]).await.expect(200);
        assert!(
            book.bytes.starts_with(b"%PDF-") && book.pdf_text().contains(&award.entries[0].reference),
            "{language}"
        );
    }
    award.organiser.browser.post(&format!("{EXPORTS}/book-NIX.pdf"), &[]).await.expect(404);
}

#[actix_web::test]
async fn ten_thousand_entries_are_exported_without_being_held() {
    let award = Award::with_entries(10_000).await;
    let server = Node::start(&award.app.state.settings.database.url.0, award.app.folder(), award.app.mails.port);
    let browser = server.browser().with_cookie(&award.organiser.browser.cookies());
    browser.get(EXPORTS).await.expect(200);
    for name in ["entries.csv", "entries.xlsx"] {
        let export = browser.post(&format!("{EXPORTS}/{name}"), &[]).await.expect(200);
        assert!(export.bytes.len() > 300_000, "{name}: {} bytes", export.bytes.len());
        if name.ends_with("csv") {
            assert_eq!(rows(&export.bytes).len(), 10_001);
        }
    }
    if let Some(peak) = server.peak_memory() {
        assert!(peak < 150 << 20, "{} MB", peak >> 20);
    }
}
