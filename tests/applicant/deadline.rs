//! The deadline: inclusive, held against the start of the request, equal for all.

use chrono::TimeDelta;
use digital_awards::app::{AppError, entries};
use digital_awards::domain::entry::EntryStatus;
use digital_awards::store;

use super::{actor_of, fill, founder, id_of, open_edition, started, stored};
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

/// Does the jobs of the minutes to come.
async fn pass(app: &TestApp, time: TimeDelta) {
    app.wait(time);
    app.do_jobs().await;
    app.wait(TimeDelta::minutes(2));
    app.do_jobs().await;
}

#[actix_web::test]
async fn those_whose_draft_waits_are_reminded_three_times_and_nobody_else() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let (hanane, omar, zineb) = (app.person("hanane").await, app.person("omar").await, app.person("zineb").await);
    let waits = started(&app, &hanane, &edition).await;
    let submitted = started(&app, &omar, &edition).await;
    fill(&app, &omar, &submitted).await;
    omar.browser.post(&format!("{submitted}/submit"), &[("declaration", "1")]).await.expect(303);
    let withdrawn = started(&app, &zineb, &edition).await;
    zineb.browser.post(&format!("{withdrawn}/withdraw"), &[]).await.expect(303);
    let reminders =
        || app.mails.to("hanane@people.example").into_iter().filter(|m| m.subject.contains("à déposer avant"));
    app.do_jobs().await;
    assert_eq!(reminders().count(), 0);
    // The edition closes thirty days from the start.
    for (days, sent) in [(22, 0), (2, 1), (1, 1), (3, 2)] {
        pass(&app, TimeDelta::days(days)).await;
        assert_eq!(reminders().count(), sent, "{days} days later");
    }
    pass(&app, TimeDelta::hours(42)).await;
    let last = reminders().next_back().unwrap();
    assert_eq!(reminders().count(), 3);
    assert!(last.text.contains("réponses") && last.text.contains("heure de Casablanca"), "{}", last.text);
    assert_eq!(last.link(), waits);
    pass(&app, TimeDelta::days(3)).await;
    assert_eq!(reminders().count(), 3, "none after the deadline");
    for other in ["omar", "zineb"] {
        let mails = app.mails.to(&format!("{other}@people.example"));
        assert!(mails.iter().all(|mail| !mail.subject.contains("à déposer avant")), "{other}");
    }
}

#[actix_web::test]
async fn organisers_give_one_entry_more_time_and_its_applicant_is_told() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let (hanane, omar) = (app.person("hanane").await, app.person("omar").await);
    let (late, other) = (started(&app, &hanane, &edition).await, started(&app, &omar, &edition).await);
    fill(&app, &hanane, &late).await;
    fill(&app, &omar, &other).await;
    app.wait(TimeDelta::days(31));
    let desk = founder(&app).await.browser;
    let page = format!("/fr/organiser/2027/entries/{}", id_of(&late));
    desk.get(&page).await.expect(200);
    // Before the deadline of all, or unreadable: refused beside the field, and kept.
    for typed in ["2027-02-01T10:00", "demain"] {
        let refused = desk.post(&format!("{page}/extension"), &[("extended_until", typed)]).await.expect(422);
        assert!(
            refused.has("#extended_until-err") && refused.value("extended_until") == typed,
            "{}",
            refused.summary()
        );
    }
    let until = (app.now() + TimeDelta::days(2)).format("%Y-%m-%dT%H:%M").to_string();
    desk.post(&format!("{page}/extension"), &[("extended_until", &until)]).await.expect(303);
    app.do_jobs().await;
    assert_eq!(
        app.mails.last_to("hanane@people.example").subject.replace(['\u{2068}', '\u{2069}'], ""),
        "Délai prolongé pour Saqya"
    );
    let declared = [("declaration", "1")];
    app.browser_of(&omar.user).await.post(&format!("{other}/submit"), &declared).await.expect(409);
    app.browser_of(&hanane.user).await.post(&format!("{late}/submit"), &declared).await.expect(303);
    let log = desk.get("/fr/organiser/2027/audit").await.expect(200);
    assert!(log.body().contains("Délai prolongé"));
    // And it ends.
    app.wait(TimeDelta::days(3));
    let section = format!("{late}/sections/1");
    app.browser_of(&hanane.user)
        .await
        .post(&section, &[("version", "x"), ("answer-pitch", "Trop tard")])
        .await
        .expect(409);
}

#[actix_web::test]
async fn what_is_complete_at_the_deadline_is_submitted_by_itself_where_the_edition_says_so() {
    let app = TestApp::start().await;
    let edition = open_edition(&app).await;
    let desk = founder(&app).await.browser;
    let people = [app.person("hanane").await, app.person("omar").await];
    let complete = started(&app, &people[0], &edition).await;
    let partial = started(&app, &people[1], &edition).await;
    fill(&app, &people[0], &complete).await;
    let says_so = "déposé de lui-même";
    assert!(!people[0].browser.get(&complete).await.expect(200).body().contains(says_so));
    desk.fill("/fr/organiser/2027/settings", "main form", &[("auto_submit", "1")]).await.expect(303);
    for page in [complete.clone(), format!("{complete}/check")] {
        assert!(people[0].browser.get(&page).await.expect(200).body().contains(says_so), "{page}");
    }
    app.wait(TimeDelta::days(30) + TimeDelta::minutes(2));
    app.do_jobs().await;
    let submitted = stored(&app, &complete).await;
    assert_eq!(submitted.status, EntryStatus::Submitted);
    assert_eq!(submitted.submitted_at, Some(edition.closes_at), "received at the deadline");
    assert_eq!(stored(&app, &partial).await.status, EntryStatus::Draft);
    pass(&app, TimeDelta::minutes(1)).await;
    let receipts = app.mails.to("hanane@people.example").into_iter().filter(|mail| mail.subject.contains("reçu"));
    assert_eq!(receipts.count(), 1);
}
