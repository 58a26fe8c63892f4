//! Codes with which an entry may be started after the deadline.

use chrono::TimeDelta;

use super::{fill, founder, open_edition, start_fields, stored};
use crate::support::TestApp;

#[actix_web::test]
async fn a_code_lets_one_entry_in_after_the_deadline_and_no_second_one() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    app.wait(TimeDelta::days(31));
    let desk = founder(&app).await.browser;
    let until = (edition.closes_at + TimeDelta::days(3)).format("%Y-%m-%dT%H:%M").to_string();
    let bad = desk.post("/fr/organiser/2027/late-codes", &[("note", "Saqya"), ("max_uses", "0")]).await.expect(422);
    assert_eq!(bad.value("note"), "Saqya");
    let typed = [("note", "Saqya, panne de réseau"), ("valid_until", until.as_str()), ("max_uses", "1")];
    let page = desk.submit("/fr/organiser/2027/late-codes", &typed).await.expect(200);
    let code = page.text("tbody th");
    assert_eq!(code.len(), 11, "{code}");

    let hanane = app.person("hanane").await;
    let closed = hanane.browser.get("/fr/entries/new").await.expect(200);
    assert!(closed.has("input[name=code]") && !closed.has("input[name=title]"));
    let wrong = hanane.browser.get("/fr/entries/new?code=AAAAA-AAAAA").await.expect(422);
    assert!(wrong.body().contains("n’ouvre pas cette édition"));
    // As it is typed on a phone.
    let typed = code.to_lowercase().replace('-', " ");
    let form = hanane.browser.get(&format!("/fr/entries/new?code={}", typed.replace(' ', "+"))).await.expect(200);
    let category = form.attribute("input[name=category]", "value");
    let mut fields = start_fields(&category);
    let refused = hanane.browser.post("/fr/entries/new", &fields).await.expect(409);
    assert!(refused.body().contains("clos"), "{}", refused.summary());
    fields.push(("code", &typed));
    let entry = hanane.browser.post("/fr/entries/new", &fields).await.expect(303);
    let entry = entry.location().split('?').next().unwrap().to_owned();
    let until = stored(&app, &entry).await.extended_until.unwrap();
    assert_eq!(until.timestamp() / 60, (edition.closes_at + TimeDelta::days(3)).timestamp() / 60);
    fill(&app, &hanane, &entry).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);

    let omar = app.person("omar").await;
    let used = omar.browser.get(&format!("/fr/entries/new?code={code}")).await.expect(422);
    assert!(used.body().contains("déjà utilisé"));
    omar.browser.post("/fr/entries/new", &fields).await.expect(409);
    let desk = founder(&app).await.browser.get("/fr/organiser/2027/late-codes").await.expect(200);
    assert!(desk.body().contains("1 sur 1") && desk.body().contains("Épuisé"));
}

#[actix_web::test]
async fn a_code_that_was_taken_back_or_is_over_opens_nothing_and_guesses_are_counted() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    app.wait(TimeDelta::days(31));
    let desk = founder(&app).await.browser;
    let until = (edition.closes_at + TimeDelta::days(3)).format("%Y-%m-%dT%H:%M").to_string();
    let typed = [("note", "Deux dossiers"), ("valid_until", until.as_str()), ("max_uses", "2")];
    let code = desk.submit("/fr/organiser/2027/late-codes", &typed).await.expect(200).text("tbody th");
    let path = format!("/fr/entries/new?code={code}");
    let hanane = app.person("hanane").await;
    hanane.browser.get(&path).await.expect(200);
    let revoke = desk.get("/fr/organiser/2027/late-codes").await.attribute("tbody form", "action");
    desk.post(&revoke, &[]).await.expect(303);
    hanane.browser.get(&path).await.expect(422);
    let other = desk.submit("/fr/organiser/2027/late-codes", &typed).await.expect(200).text("tbody th");
    app.wait(TimeDelta::days(3));
    let browser = app.browser_of(&hanane.user).await;
    browser.get(&format!("/fr/entries/new?code={other}")).await.expect(422);
    for _ in 0..9 {
        browser.get("/fr/entries/new?code=AAAAA-AAAAA").await.expect(422);
    }
    browser.get("/fr/entries/new?code=AAAAA-AAAAA").await.expect(429);
}
