//! Files: what is taken, what is refused, who may read them.

use std::io::Cursor;

use digital_awards::app::AppError;
use digital_awards::store;

use super::{fill, id_of, open_edition, started};
use crate::support::TestApp;
use crate::support::people::Person;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";

fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(30, 20, image::Rgb([36, 48, 191]));
    image::DynamicImage::ImageRgb8(picture).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn entry(app: &TestApp) -> (Person, String) {
    let edition = open_edition(app).await;
    let hanane = app.person("hanane").await;
    let path = started(app, &hanane, &edition).await;
    fill(app, &hanane, &path).await;
    (hanane, path)
}

async fn attach(person: &Person, entry: &str, name: &str, bytes: &[u8]) -> crate::support::client::Response {
    let fields = [("section", "4")];
    person.browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", name, bytes).await
}

async fn count(app: &TestApp, entry: &str) -> usize {
    let id = id_of(entry);
    app.state.db.read(move |c| Ok::<_, AppError>(store::entry_files::list(c, id)?.len())).await.unwrap()
}

#[actix_web::test]
async fn a_file_is_attached_fetched_removed_and_put_back() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    attach(&hanane, &entry, "Plan d’affaires.pdf", PDF).await.expect(303);
    attach(&hanane, &entry, "../../équipe.exe", &png()).await.expect(303);
    // The very same file again, by a retry: still one.
    attach(&hanane, &entry, "Plan d’affaires.pdf", PDF).await.expect(303);
    let page = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    assert_eq!(page.texts(".uploaded a"), ["Plan d’affaires.pdf", "équipe.png"]);

    let link = page.attribute(".uploaded a", "href");
    let file = hanane.browser.get(&link).await.expect(200);
    assert_eq!(file.bytes, PDF);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"Plan d_affaires.pdf\""));
    assert_eq!(file.header("cache-control"), "no-store");

    let remove = page.attribute(".uploaded button", "formaction");
    let page = hanane.browser.submit(&remove, &[("section", "4")]).await.expect(200);
    assert_eq!(page.texts(".uploaded a"), ["équipe.png"]);
    let restore = page.attribute(".flash button", "formaction");
    let page = hanane.browser.submit(&restore, &[("section", "4")]).await.expect(200);
    assert_eq!(page.texts(".uploaded a").len(), 2);
}

#[actix_web::test]
async fn what_is_typed_beside_a_file_is_saved_along_and_shown_again() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    let page = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    let version = page.value("version");
    let fields = [("section", "4"), ("version", version.as_str()), ("answer-team", "Hanane seule.")];
    let path = format!("{entry}/files");
    let refused = hanane.browser.upload(&path, &fields, "answer-attachments", "page.html", b"<!doctype html>").await;
    let page = refused.expect(422);
    assert_eq!(page.value("answer-team").trim(), "Hanane seule.");
    assert!(page.text("#answer-attachments-err").contains("PDF, PNG, JPEG ou WebP"));
    assert_eq!(super::stored(&app, &entry).await.answers["team"], "Hanane seule.");
    assert_eq!(count(&app, &entry).await, 0);
}

#[actix_web::test]
async fn files_of_other_kinds_and_sizes_are_refused_and_leave_nothing_behind() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let large = vec![b'%'; 10 * 1024 * 1024 + 1];
    for (name, bytes, status) in [
        ("logo.svg", svg, 422),
        ("plan.pdf", b"PK\x03\x04".as_slice(), 422),
        ("photo.png", b"\x89PNG\r\n\x1a\n".as_slice(), 422),
        ("vide.pdf", b"".as_slice(), 422),
        ("grand.pdf", large.as_slice(), 413),
    ] {
        let page = attach(&hanane, &entry, name, bytes).await.expect(status);
        assert!(page.text("#answer-attachments-err").contains(name), "{name}: {}", page.summary());
    }
    assert_eq!(count(&app, &entry).await, 0);
    let kept = std::fs::read_dir(app.folder().join("files")).map_or(0, Iterator::count);
    assert_eq!(kept, 0, "bytes without a row");
}

#[actix_web::test]
async fn nobody_else_reads_or_changes_a_file() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    let other = app.person("other").await;
    attach(&hanane, &entry, "plan.pdf", PDF).await.expect(303);
    let page = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    let link = page.attribute(".uploaded a", "href");
    let missing = format!("/fr/files/{}", digital_awards::domain::ids::FileId::new());
    let nothing = other.browser.get(&missing).await.expect(404).body().replace(&missing[3..], "");
    assert_eq!(other.browser.get(&link).await.expect(404).body().replace(&link[3..], ""), nothing);
    attach(&other, &entry, "x.pdf", PDF).await.expect(404);
    let remove = page.attribute(".uploaded button", "formaction");
    other.browser.post(&remove, &[]).await.expect(404);
    assert_eq!(count(&app, &entry).await, 1);
    app.browser().get(&link).await.expect(303);
}

#[actix_web::test]
async fn organisers_read_a_file_only_once_it_is_submitted() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    attach(&hanane, &entry, "plan.pdf", PDF).await.expect(303);
    let page = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    let link = page.attribute(".uploaded a", "href");
    let founder = app.state.db.read(|c| {
        let email = digital_awards::domain::text::EmailAddress::parse("founder@people.example").unwrap();
        Ok::<_, AppError>(store::users::find_by_email(c, &email)?.unwrap())
    });
    let organiser = app.browser_of(&founder.await.unwrap()).await;
    organiser.get(&link).await.expect(404);
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    assert_eq!(organiser.get(&link).await.expect(200).bytes, PDF);
}
