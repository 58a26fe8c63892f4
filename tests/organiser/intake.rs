//! Importing tables that are not as they should be, and the mails that did not leave.

use chrono::TimeDelta;

use super::new_edition;
use crate::support::client::Response;
use crate::support::people::Person;

const IMPORT: &str = "/fr/organiser/2027/import";

/// Uploads a table; the preview of the first category.
async fn preview(organiser: &Person, table: &[u8]) -> (String, Response) {
    let upload = organiser.browser.upload(IMPORT, &[], "file", "table.csv", table).await.expect(303);
    let address = upload.location();
    let page = organiser.browser.get(&address).await.expect(200);
    let category = page.attributes("#default_category option", "value").into_iter().find(|v| !v.is_empty()).unwrap();
    let page = organiser.browser.get(&format!("{address}?default_category={category}&language=fr")).await.expect(200);
    (address, page)
}

#[actix_web::test]
async fn a_row_that_cannot_come_in_says_its_line_and_why_and_the_others_come_in() {
    let (_app, organiser) = new_edition().await;
    organiser.browser.post("/fr/organiser/2027/status", &[("status", "open")]).await.expect(303);
    let table = "Titre;Structure;E-mail;Description\nSaqya;Saqya SARL;hind@saqya.example;De l’eau\n\
                 ;Sans titre;a@b.example;Rien\nTifaw;Tifaw;pas-une-adresse;De la lumière\n";
    let (address, page) = preview(&organiser, table.as_bytes()).await;
    let refused: Vec<String> = page.texts("section table tbody tr").into_iter().collect();
    assert!(refused.iter().any(|row| row.starts_with('3')), "the row without a title: {refused:?}");
    assert!(refused.iter().any(|row| row.starts_with('4')), "the row with a wrong address: {refused:?}");
    assert!(!organiser.browser.get("/fr/organiser/2027/entries").await.body().contains("Saqya"), "nothing yet");
    let fields = page.fields("form[method=post][action*='/import/']");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    organiser.browser.post(&address, &fields).await.expect(303);
    let list = organiser.browser.get("/fr/organiser/2027/entries").await.expect(200);
    assert!(list.body().contains("Saqya") && !list.body().contains("Tifaw"), "{}", list.summary());
    organiser.browser.get(&address).await.expect(410);
}

#[actix_web::test]
async fn a_table_that_nobody_came_back_to_is_forgotten_after_a_week() {
    let (app, organiser) = new_edition().await;
    let table = "Titre;Structure;E-mail\nSaqya;Saqya SARL;hind@saqya.example\n";
    let (address, _) = preview(&organiser, table.as_bytes()).await;
    app.wait(TimeDelta::days(6));
    app.do_jobs().await;
    let browser = app.browser_of(&organiser.user).await;
    browser.get(&address).await.expect(200);
    app.wait(TimeDelta::days(2));
    app.do_jobs().await;
    app.browser_of(&organiser.user).await.get(&address).await.expect(410);
}

#[actix_web::test]
async fn a_file_that_is_no_table_is_refused_on_the_spot() {
    let (_app, organiser) = new_edition().await;
    for (bytes, why) in [(&b""[..], "vide"), (&b"\n\n\n"[..], "")] {
        let page = organiser.browser.upload(IMPORT, &[], "file", "table.csv", bytes).await.expect(422);
        assert!(page.has("#file-err") && page.text("#file-err").contains(why), "{}", page.summary());
    }
}

#[actix_web::test]
async fn a_mail_that_did_not_leave_is_listed_and_sent_again_with_one_click() {
    let (app, organiser) = new_edition().await;
    let invite = [("name", "Najat"), ("email", "najat@people.example"), ("language", "fr"), ("reads", "fr")];
    organiser.browser.post("/fr/organiser/2027/jury/new", &invite).await.expect(303);
    app.mails.refuse(100);
    for _ in 0..40 {
        app.do_jobs().await;
        app.wait(TimeDelta::hours(25));
    }
    assert!(app.mails.to("najat@people.example").is_empty());
    let organiser = app.browser_of(&organiser.user).await;
    let page = organiser.get("/fr/organiser/2027/outbox?status=failed").await.expect(200);
    assert!(page.text("tbody tr").contains("najat@people.example"), "{}", page.summary());
    let retry = page.attribute("form[action$='/retry']", "action");
    app.mails.refuse(0);
    organiser.post(&retry, &[]).await.expect(303);
    app.do_jobs().await;
    assert_eq!(app.mails.to("najat@people.example").len(), 1);
    app.do_jobs().await;
    assert_eq!(app.mails.to("najat@people.example").len(), 1, "once");
}
