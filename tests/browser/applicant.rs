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

/// Nothing leaves this page any more.
const NO_NETWORK: &str =
    "window.fetch = () => Promise.reject(new Error('no network')); navigator.sendBeacon = () => false; return true";

#[actix_web::test]
async fn what_was_typed_without_a_network_returns_by_itself_and_never_over_a_newer_version() {
    if !chrome::is_here() {
        return;
    }
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let section = format!("{entry}/sections/2");
    let window = Chrome::open(&app.url, 360, 800).await;
    window.become_person(&hanane.browser).await;
    window.go(&section).await;
    window.script(NO_NETWORK).await;
    window.fill("#answer-problem", "Écrit dans le train.").await;
    window.until("return document.querySelector('.save-bar') !== null").await;
    assert!(window.text(".save-bar").await.contains("reste sur cet appareil"));
    assert!(!stored(&app, &entry).await.answers.contains_key("problem"));
    // The tab dies, and is opened again where there is a network.
    window.go("/fr/entries/").await;
    window.go(&section).await;
    window.until("return document.querySelector('[data-save]').dataset.state === 'saved'").await;
    assert_eq!(stored(&app, &entry).await.answers["problem"], "Écrit dans le train.");
    assert_eq!(window.script("return localStorage.length").await, 0, "a saved text is not kept twice");

    // Another device saves something else meanwhile: the copy is offered, and nothing is written over.
    window.script(NO_NETWORK).await;
    window.fill("#answer-problem", "Écrit dans le tunnel.").await;
    window.until("return document.querySelector('.save-bar') !== null").await;
    let typed = [("answer-problem", "Écrit au bureau.")];
    hanane.browser.fill(&section, "main form[method=post]", &typed).await.expect(303);
    window.go("/fr/entries/").await;
    window.go(&section).await;
    window.until("return document.querySelector('.save-bar .acts') !== null").await;
    assert_eq!(stored(&app, &entry).await.answers["problem"], "Écrit au bureau.");
    window.tap(".save-bar .acts .btn-danger").await;
    window.until("return localStorage.length === 0").await;
    assert_eq!(stored(&app, &entry).await.answers["problem"], "Écrit dans le tunnel.");
    window.close().await;
}
