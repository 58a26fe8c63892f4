//! Files: what is taken, what is refused, who may read them.

use digital_awards::app::AppError;
use digital_awards::store;

use super::{fill, id_of, open_edition, started};
use crate::support::people::Person;
use crate::support::{TestApp, png};

/// The smallest document.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";

/// A filled draft and its applicant.
pub async fn entry(app: &TestApp) -> (Person, String) {
    let edition = open_edition(app).await;
    let hanane = app.person("hanane").await;
    let path = started(app, &hanane, &edition).await;
    fill(app, &hanane, &path).await;
    (hanane, path)
}

/// Attaches a file to it.
pub async fn attach(person: &Person, entry: &str, name: &str, bytes: &[u8]) -> crate::support::client::Response {
    let fields = [("section", "4")];
    person.browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", name, bytes).await
}

/// How many files it has.
pub async fn count(app: &TestApp, entry: &str) -> usize {
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
    assert_eq!(page.texts(".uploaded .grow a"), ["Plan d’affaires.pdf", "équipe.png"]);

    let link = page.attribute(".uploaded .grow a", "href");
    let file = hanane.browser.get(&link).await.expect(200);
    assert_eq!(file.bytes, PDF);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"Plan d_affaires.pdf\""));
    assert_eq!(file.header("cache-control"), "no-store");

    let remove = page.attribute(".uploaded button[formaction$=remove]", "formaction");
    let page = hanane.browser.submit(&remove, &[("section", "4")]).await.expect(200);
    assert_eq!(page.texts(".uploaded .grow a"), ["équipe.png"]);
    let restore = page.attribute(".flash button", "formaction");
    let page = hanane.browser.submit(&restore, &[("section", "4")]).await.expect(200);
    assert_eq!(page.texts(".uploaded .grow a").len(), 2);
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
    let link = page.attribute(".uploaded .grow a", "href");
    let missing = format!("/fr/files/{}", digital_awards::domain::ids::FileId::new());
    let nothing = other.browser.get(&missing).await.expect(404).body().replace(&missing[3..], "");
    assert_eq!(other.browser.get(&link).await.expect(404).body().replace(&link[3..], ""), nothing);
    attach(&other, &entry, "x.pdf", PDF).await.expect(404);
    let remove = page.attribute(".uploaded button[formaction$=remove]", "formaction");
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
    let link = page.attribute(".uploaded .grow a", "href");
    let founder = app.state.db.read(|c| {
        let email = digital_awards::domain::text::EmailAddress::parse("founder@people.example").unwrap();
        Ok::<_, AppError>(store::users::find_by_email(c, &email)?.unwrap())
    });
    let organiser = app.browser_of(&founder.await.unwrap()).await;
    organiser.get(&link).await.expect(404);
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    assert_eq!(organiser.get(&link).await.expect(200).bytes, PDF);
}

#[actix_web::test]
async fn a_picture_needs_words_for_those_who_cannot_see_it() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    attach(&hanane, &entry, "équipe.png", &png()).await.expect(303);
    let path = format!("{entry}/sections/4");
    let page = hanane.browser.get(&path).await.expect(200);
    let alt = page.attribute(".uploaded input[type=text]", "name");
    let refused = hanane.browser.post(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(422);
    assert!(refused.body().contains("Décrivez l’image"), "{}", refused.summary());
    assert!(hanane.browser.get(&entry).await.texts(".tasks .tag").contains(&"À corriger".to_owned()));

    let version = page.value("version");
    let long = "é".repeat(301);
    let refused = hanane.browser.post(&path, &[("version", &version), (&alt, &long)]).await.expect(422);
    assert_eq!(refused.value(&alt), long);
    let words = "Trois femmes relèvent un capteur dans une palmeraie.";
    hanane.browser.post(&path, &[("version", &version), (&alt, words)]).await.expect(303);
    // Another tab, made before that, has other words: both are shown, neither is lost.
    let clash = hanane.browser.post(&path, &[("version", &version), (&alt, "Une photo.")]).await.expect(409);
    assert_eq!(clash.value(&alt), "Une photo.");
    assert!(clash.body().contains(words));
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let read = super::founder(&app).await.browser;
    let id = entry.rsplit('/').next().unwrap();
    assert!(read.get(&format!("/fr/organiser/2027/entries/{id}")).await.expect(200).body().contains(words));
}

#[actix_web::test]
async fn files_are_put_in_order_and_replaced_in_their_place() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    for name in ["un.pdf", "deux.pdf", "trois.pdf"] {
        attach(&hanane, &entry, name, &[PDF, name.as_bytes()].concat()).await.expect(303);
    }
    let path = format!("{entry}/sections/4");
    let names = async || hanane.browser.get(&path).await.expect(200).texts(".uploaded .grow a");
    let up = hanane.browser.get(&path).await.attributes(".uploaded button[formaction$=up]", "formaction");
    hanane.browser.post(&up[2], &[("section", "4")]).await.expect(303);
    assert_eq!(names().await, ["un.pdf", "trois.pdf", "deux.pdf"]);
    let part = hanane.browser.get(&path).await.attributes(".uploaded input[type=file]", "name");
    let new = [PDF, b"four".as_slice()].concat();
    let fields = [("section", "4")];
    let address = format!("{entry}/files");
    hanane.browser.upload(&address, &fields, &part[1], "quatre.pdf", &new).await.expect(303);
    assert_eq!(names().await, ["un.pdf", "quatre.pdf", "deux.pdf"]);
    // The replaced one is gone: it can't be replaced a second time.
    hanane.browser.upload(&address, &fields, &part[1], "cinq.pdf", PDF).await.expect(404);
    assert_eq!(count(&app, &entry).await, 3);
}

#[actix_web::test]
async fn the_first_page_of_a_document_is_shown_where_it_can_be_drawn() {
    let app = TestApp::start().await;
    let (hanane, entry) = entry(&app).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let real = hanane.browser.get(&format!("{entry}/receipt.pdf")).await.expect(200).bytes;
    attach(&hanane, &entry, "reçu.pdf", &real).await.expect(303);
    attach(&hanane, &entry, "cassé.pdf", PDF).await.expect(303);
    let page = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    let shown = page.attributes(".uploaded img", "src");
    assert_eq!(shown.len(), 1, "{}", page.summary());
    let look = async || {
        let picture = hanane.browser.get(&shown[0]).await.expect(200);
        assert_eq!(picture.header("content-type"), "image/png");
        let picture = image::load_from_memory(&picture.bytes).unwrap().into_rgb8();
        assert!(picture.pixels().any(|p| p.0 == [255, 255, 255]) && picture.pixels().any(|p| p.0[0] < 80));
    };
    look().await;
    // After a restore the pictures of first pages are gone: they are drawn again.
    for folder in std::fs::read_dir(app.folder().join("files")).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|end| end == "png") {
                std::fs::remove_file(path).unwrap();
            }
        }
    }
    look().await;
}
