//! The deadline: inclusive, held against the start of the request, equal for all.

use chrono::TimeDelta;
use digital_awards::app::{AppError, entries};
use digital_awards::store;

use super::{actor_of, fill, id_of, open_edition, started, stored};
use crate::support::TestApp;

#[actix_web::test]
async fn the_deadline_is_inclusive_to_the_microsecond_and_the_grace_is_added() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let id = id_of(&entry);
    for grace in [0, 120] {
        let last = edition.closes_at + TimeDelta::seconds(i64::from(grace));
        for (received_at, is_taken) in [
            (last - TimeDelta::milliseconds(1), true),
            (last, true),
            (last + TimeDelta::microseconds(1), false),
            (last + TimeDelta::milliseconds(1), false),
        ] {
            let (hanane, edition) = (hanane.clone(), edition.id);
            // Tried, and taken back: each instant meets the same draft.
            let tried = app
                .state
                .db
                .write(move |c| {
                    let mut edition = store::editions::get(c, edition)?;
                    edition.grace_seconds = grace;
                    store::editions::update(c, edition)?;
                    let actor = actor_of(c, &hanane)?;
                    let done = entries::submit(c, &actor, id, received_at, received_at, "http://x.example");
                    Err::<(), _>(done.err().unwrap_or(AppError::Forbidden))
                })
                .await
                .unwrap_err();
            let was_taken = matches!(tried, AppError::Forbidden);
            assert_eq!(was_taken, is_taken, "grace {grace}, {received_at}: {tried:?}");
            if !is_taken {
                assert!(matches!(tried, AppError::Refused { key: "entry-refused-deadline", .. }), "{tried:?}");
            }
        }
    }
}

#[actix_web::test]
async fn after_the_deadline_the_draft_is_kept_and_what_was_typed_is_shown() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    let before = stored(&app, &entry).await;
    app.wait(TimeDelta::days(31));
    let browser = app.browser_of(&hanane.user).await;
    let refused = browser.post(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(409);
    assert!(refused.body().contains("Votre brouillon est conservé"), "{}", refused.summary());
    let path = format!("{entry}/sections/1");
    let page = browser.get(&path).await.expect(200);
    assert!(page.has("input[readonly]") && !page.has("form .btn-primary"));
    let late = browser.post(&path, &[("version", "x"), ("answer-pitch", "Trop tard.")]).await.expect(409);
    assert_eq!(late.value("answer-pitch").trim(), "Trop tard.");
    assert_eq!(stored(&app, &entry).await, before);
    assert_eq!(browser.get(&entry).await.text("#standing .tag"), "Non déposé");
    assert!(browser.get("/fr/entries/new").await.expect(200).has(".empty"));
}

#[actix_web::test]
async fn a_returned_entry_is_completed_after_the_deadline() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    fill(&app, &hanane, &entry).await;
    hanane.browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    app.wait(TimeDelta::days(31));
    let (id, screener, now) = (id_of(&entry), hanane.user.id, app.now());
    app.state
        .db
        .write(move |c| {
            use digital_awards::domain::entry::{EntryStatus, Screening};
            let mut entry = store::entries::get(c, id)?;
            entry.status = EntryStatus::Returned;
            entry.screening = Screening::Returned;
            entry.screening_reason = Some("Il manque l’année de création.".into());
            entry.screened_by = Some(screener);
            entry.screened_at = Some(now);
            Ok::<_, AppError>(store::entries::update(c, entry)?)
        })
        .await
        .unwrap();
    let browser = app.browser_of(&hanane.user).await;
    let page = browser.get(&entry).await.expect(200);
    assert_eq!(page.text("#standing .tag"), "À compléter");
    assert!(page.body().contains("Il manque l’année de création."));
    let path = format!("{entry}/sections/1");
    let version = browser.get(&path).await.value("version");
    browser.post(&path, &[("version", &version), ("answer-founded_year", "2023")]).await.expect(303);
    browser.submit(&format!("{entry}/submit"), &[("declaration", "1")]).await.expect(200);
    let entry = stored(&app, &entry).await;
    assert_eq!(entry.screening, digital_awards::domain::entry::Screening::Pending);
    assert_eq!(entry.screening_reason, None);
}
