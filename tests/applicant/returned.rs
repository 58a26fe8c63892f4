//! An entry that was sent back: only the marked questions are open.

use chrono::TimeDelta;
use digital_awards::domain::entry::EntryStatus;

use super::{fill, founder, open_edition, started, stored};
use crate::support::TestApp;

#[actix_web::test]
async fn only_the_questions_that_organisers_marked_may_change_after_the_deadline() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    app.wait(TimeDelta::days(31));
    let desk = founder(&app).await.browser;
    let id = entry.rsplit('/').next().unwrap();
    let file = format!("/fr/organiser/2027/entries/{id}");
    let read = desk.get(&file).await.expect(200);
    assert!(read.has("input[name=open][value=founded_year]"));
    let sent_back = [
        ("read", "1"),
        ("decision", "return"),
        ("missing", "L’année de création ne correspond pas au registre."),
        ("open", "founded_year"),
    ];
    desk.post(&format!("{file}/screening"), &sent_back).await.expect(303);

    let browser = app.browser_of(&hanane.user).await;
    let page = browser.get(&entry).await.expect(200);
    assert!(page.body().contains("Une réponse à compléter"), "{}", page.summary());
    let before = stored(&app, &entry).await;
    let path = format!("{entry}/sections/1");
    let section = browser.get(&path).await.expect(200);
    assert!(section.has("[name=answer-founded_year]") && !section.has("[name=answer-pitch]"));
    assert!(section.body().contains("tour d’eau") || section.body().contains("oasis du Tafilalet"));
    // A page from before, or a script of one's own, sends the others as well.
    let version = section.value("version");
    let typed = [("version", version.as_str()), ("answer-founded_year", "2023"), ("answer-pitch", "Autre chose.")];
    browser.post(&path, &typed).await.expect(303);
    let after = stored(&app, &entry).await;
    assert_eq!(after.answers["founded_year"], "2023");
    assert_eq!(after.answers["pitch"], before.answers["pitch"]);
    // Neither the identity nor an earlier revision brings other changes in.
    let identity = browser.get(&format!("{entry}/identity")).await.expect(200);
    let version = identity.value("version");
    let typed = [("version", version.as_str()), ("title", "Autre"), ("organisation", "Saqya"), ("language", "fr")];
    browser.post(&format!("{entry}/identity"), &typed).await.expect(409);
    assert_eq!(stored(&app, &entry).await.title, before.title);
    browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let after = stored(&app, &entry).await;
    assert_eq!((after.status, after.open_questions.len()), (EntryStatus::Submitted, 0));
}
