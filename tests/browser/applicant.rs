//! The applicant's pages as a browser shows them: nothing axe can find, nothing wider than a phone.

use crate::applicant::{fill, open_edition, started, stored};
use crate::support::TestApp;
use crate::support::chrome::{self, Chrome};

#[actix_web::test]
async fn the_applicants_pages_have_no_fault_that_axe_can_find() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let window = Chrome::open(&app.url, 360, 800).await;
    window.become_person(&hanane.browser).await;
    let mut faults = look(&window, &["/entries/", "/entries/new"]).await;
    let entry = started(&app, &hanane, &edition).await;
    let entry = entry.strip_prefix("/fr").unwrap();
    let section = format!("{entry}/sections/1?back=check");
    faults.extend(look(&window, &["/entries/", entry, &section, &format!("{entry}/check")]).await);
    fill(&app, &hanane, &format!("/fr{entry}")).await;
    let pdf = b"%PDF-1.7\n%%EOF";
    let files = format!("/fr{entry}/files");
    hanane
        .browser
        .upload(&files, &[("section", "4")], "answer-attachments", "Plan d’affaires.pdf", pdf)
        .await
        .expect(303);
    let pages = ["/sections/3", "/sections/4", "/check", "/identity", "/withdraw"].map(|page| format!("{entry}{page}"));
    faults.extend(look(&window, &pages.each_ref().map(String::as_str)).await);
    hanane.browser.submit(&format!("/fr{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    faults.extend(look(&window, &[&format!("{entry}/receipt"), entry, "/entries/"]).await);
    window.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn look(window: &Chrome, pages: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for (width, height) in [(360, 800), (1440, 900)] {
        window.size(width, height).await;
        for scheme in ["light", "dark"] {
            window.scheme(scheme).await;
            for page in pages {
                for language in ["fr", "ar"] {
                    let path = format!("/{language}{page}");
                    window.go(&path).await;
                    faults.extend(window.faults().await.into_iter().map(|f| format!("{path} {width} {scheme}: {f}")));
                }
            }
        }
    }
    faults
}

#[actix_web::test]
async fn what_is_typed_is_saved_without_pressing_anything() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let window = Chrome::open(&app.url, 360, 800).await;
    window.become_person(&hanane.browser).await;
    window.go(&format!("{entry}/sections/2")).await;
    window.fill("#answer-problem", "Le tour d’eau est fixe.").await;
    window.until("return document.querySelector('[data-save]').dataset.state === 'saved'").await;
    assert_eq!(window.text("[data-counter-for=answer-problem]").await, "5 mots sur 300");
    let saved = stored(&app, &entry).await;
    assert_eq!(saved.answers["problem"], "Le tour d’eau est fixe.");
    // Typing on is no conflict with what was saved before.
    window.fill("#answer-solution", "Un message vocal.").await;
    window.tap("form button.btn-primary").await;
    window.until("return location.pathname.endsWith('/sections/3')").await;
    assert_eq!(stored(&app, &entry).await.answers["solution"], "Un message vocal.");
    window.close().await;
}
