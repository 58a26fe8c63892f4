//! Several people work on one entry: what each may do, and how they see each other.

use chrono::TimeDelta;

use super::{fill, open_edition, started, stored};
use crate::support::TestApp;
use crate::support::people::Person;

/// Invites somebody, who joins.
async fn join(host: &Person, guest: &Person, entry: &str, role: &str) {
    let email = guest.user.email.to_string();
    host.browser.post(&format!("{entry}/people"), &[("email", &email), ("role", role)]).await.expect(303);
    let desk = guest.browser.get("/fr/entries/").await.expect(200);
    let accept = desk.attribute("form[action$=accept]", "action");
    let joined = guest.browser.post(&accept, &[]).await.expect(303);
    assert!(joined.location().starts_with(entry), "{}", joined.location());
}

#[actix_web::test]
async fn who_is_invited_by_mail_joins_and_does_what_the_invitation_says() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let (hanane, omar) = (app.person("hanane").await, app.person("omar").await);
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    omar.browser.get(&entry).await.expect(404);
    join(&hanane, &omar, &entry, "view").await;
    app.do_jobs().await;
    let mail = app.mails.to("omar@people.example").pop().unwrap();
    assert!(mail.subject.contains("hanane vous invite à travailler sur Saqya"), "{}", mail.subject);

    // Reading, and no more.
    let section = format!("{entry}/sections/1");
    let page = omar.browser.get(&section).await.expect(200);
    assert!(page.has("input[readonly]") && !page.has("form .btn-primary"));
    let typed = [("version", page.value("version")), ("answer-pitch", "Par Omar.".to_owned())];
    let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
    let refused = omar.browser.post(&section, &typed).await.expect(409);
    assert!(refused.body().contains("pas l’écrire"), "{}", refused.summary());
    omar.browser.get(&format!("{entry}/history")).await.expect(200);
    omar.browser.post(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(409);

    // Writing.
    let people = hanane.browser.get(&format!("{entry}/people")).await.expect(200);
    let role = people.attribute("form[action$=role]", "action");
    hanane.browser.post(&role, &[("role", "edit")]).await.expect(303);
    omar.browser.post(&section, &typed).await.expect(303);
    assert_eq!(stored(&app, &entry).await.answers["pitch"], "Par Omar.");
    let history = hanane.browser.get(&format!("{entry}/history")).await.expect(200);
    assert!(history.body().contains("omar"));
    let check = omar.browser.get(&format!("{entry}/check")).await.expect(200);
    assert!(!check.has("form[action$=submit]"));
    omar.browser.post(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(409);

    // Submitting, and never withdrawing or inviting.
    hanane.browser.post(&role, &[("role", "submit")]).await.expect(303);
    omar.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    omar.browser.post(&format!("{entry}/withdraw"), &[]).await.expect(409);
    let invite = [("email", "x@people.example"), ("role", "edit")];
    omar.browser.post(&format!("{entry}/people"), &invite).await.expect(409);
    omar.browser.post(&role, &[("role", "edit")]).await.expect(409);

    // Taken off, it is as if the entry did not exist.
    let remove = people.attribute("form[action$=remove]", "action");
    hanane.browser.post(&remove, &[]).await.expect(303);
    omar.browser.get(&entry).await.expect(404);
    assert!(!omar.browser.get("/fr/entries/").await.body().contains("Saqya"));
}

#[actix_web::test]
async fn an_invitation_is_bound_to_its_address_and_can_be_declined() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let (hanane, omar, zineb) = (app.person("hanane").await, app.person("omar").await, app.person("zineb").await);
    let entry = started(&app, &hanane, &edition).await;
    let people = format!("{entry}/people");
    for (email, role) in [("pas une adresse", "edit"), ("hanane@people.example", "edit")] {
        let page = hanane.browser.post(&people, &[("email", email), ("role", role)]).await.expect(422);
        assert_eq!(page.value("email"), email);
    }
    let invite = [("email", "omar@people.example"), ("role", "edit")];
    hanane.browser.post(&people, &invite).await.expect(303);
    let accept = omar.browser.get("/fr/entries/").await.attribute("form[action$=accept]", "action");
    assert!(!zineb.browser.get("/fr/entries/").await.has("form[action$=accept]"));
    zineb.browser.post(&accept, &[]).await.expect(404);
    omar.browser.get(&entry).await.expect(404);
    omar.browser.post(&accept.replace("accept", "decline"), &[]).await.expect(303);
    omar.browser.post(&accept, &[]).await.expect(404);
    assert!(!hanane.browser.get(&people).await.body().contains("omar@people.example"));
    // Somebody who joined may leave by themselves.
    join(&hanane, &zineb, &entry, "edit").await;
    let leave = zineb.browser.get(&people).await.expect(200).attribute("form[action$=remove]", "action");
    let left = zineb.browser.post(&leave, &[]).await.expect(303);
    assert!(left.location().starts_with("/fr/entries/?"));
    zineb.browser.get(&entry).await.expect(404);
}

#[actix_web::test]
async fn co_writers_see_who_is_where_and_never_overwrite_each_other() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let (hanane, omar) = (app.person("hanane").await, app.person("omar").await);
    let entry = started(&app, &hanane, &edition).await;
    join(&hanane, &omar, &entry, "edit").await;
    let section = format!("{entry}/sections/1");
    let hers = hanane.browser.get(&section).await.expect(200);
    let his = omar.browser.get(&section).await.expect(200);
    assert!(his.text("[data-presence]").contains("hanane"), "{}", his.summary());
    assert!(omar.browser.get(&entry).await.expect(200).body().contains("Sur cette partie en ce moment : hanane"));
    let told = hanane.browser.post(&format!("{entry}/presence"), &[("section", "1")]).await.expect(200);
    assert!(told.body().contains("omar"));
    let elsewhere = hanane.browser.post(&format!("{entry}/presence"), &[("section", "2")]).await.expect(200);
    assert!(!elsewhere.body().contains("omar"));
    app.wait(TimeDelta::minutes(2));
    let told = omar.browser.post(&format!("{entry}/presence"), &[("section", "2")]).await.expect(200);
    assert!(!told.body().contains("hanane"), "gone after a while");

    let typed = |page: &crate::support::client::Response, pitch: &'static str| {
        vec![("version".to_owned(), page.value("version")), ("answer-pitch".to_owned(), pitch.to_owned())]
    };
    let fields = |typed: &[(String, String)]| typed.to_vec();
    let (hers, his) = (fields(&typed(&hers, "À elle.")), fields(&typed(&his, "À lui.")));
    let hers: Vec<_> = hers.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let his: Vec<_> = his.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    hanane.browser.post(&section, &hers).await.expect(303);
    let clash = omar.browser.post(&section, &his).await.expect(409);
    assert_eq!(clash.value("answer-pitch").trim(), "À lui.");
    assert!(clash.body().contains("À elle."));
    assert_eq!(stored(&app, &entry).await.answers["pitch"], "À elle.");
}
