//! From a plan to the sealed tally, as an organiser clicks through it.

use digital_awards::domain::edition::EditionStatus;

use crate::jury::award::Award;
use crate::support::chrome::{self, Chrome};

#[actix_web::test]
async fn an_organiser_applies_a_plan_and_closing_asks_before_it_seals() {
    if !chrome::is_here() {
        return;
    }
    let award = Award::with_entries(3).await;
    award.move_to(EditionStatus::Judging).await;
    for name in ["najat", "omar", "zineb"] {
        award.juror(name).await;
    }
    let window = Chrome::open(&award.app.url, 1440, 900).await;
    window.become_person(&award.organiser.browser).await;
    window.go("/fr/organiser/2027/assignments/auto").await;
    window.tap("main form .btn-primary").await;
    assert!(window.find("#plan").await.text().await.unwrap().contains("Optimum prouvé"));
    window.tap("#plan form .btn-primary").await;
    window.until("return location.pathname === '/fr/organiser/2027/assignments'").await;

    let close = "form[action$='/close'] button";
    award.organiser.browser.post("/fr/organiser/2027/current", &[]).await.expect(303);
    window.go("/fr/organiser/2027/results").await;
    window.tap(close).await;
    window.tap("dialog[open] .btn-quiet").await;
    window.until("return document.querySelector('dialog[open]') === null").await;
    assert_eq!(window.path().await, "/fr/organiser/2027/results", "saying no changes nothing");
    window.find(close).await;
    window.tap(close).await;
    window.tap("dialog[open] .btn-primary").await;
    window.until("return document.querySelector('main code') !== null").await;
    let digest = window.text("main code").await;
    assert!(digest.len() == 64 && digest.chars().all(|c| c.is_ascii_hexdigit()), "{digest}");
    window.go("/fr/method").await;
    assert!(window.text("main").await.contains(&digest), "the digest is public at once");
    window.close().await;
}
