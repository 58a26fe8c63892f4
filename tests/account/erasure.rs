//! Being forgotten: asked for, done by an organiser, and what stays can still be checked.

use chrono::TimeDelta;
use digital_awards::app::{AppError, tally};
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::entry::EntryStatus;
use digital_awards::judging::tally::verify::verify;
use digital_awards::store;
use digital_awards::store::entries::EntryFilter;

use crate::jury::award::Award;
use crate::results::closed;
use crate::support::people::PASSWORD;

const PRIVACY: &str = "/fr/organiser/2027/privacy";

/// What the tables hold that name people.
async fn people(award: &Award) -> String {
    let edition = award.edition.id;
    let read = award.app.state.db.read(move |c| {
        let mails = store::outbox::list(c, 1000)?;
        let jurors = store::jurors::list(c, edition)?;
        let (entries, _) = store::entries::list(c, edition, &EntryFilter::default(), 0, 1000)?;
        let owners: Vec<_> = entries.iter().map(|entry| entry.owner_id).collect();
        let mut said = vec![format!("{mails:?} {jurors:?} {entries:?} {:?}", store::users::list(c, &owners)?)];
        for entry in &entries {
            said.push(format!("{:?}", store::snapshots::list(c, entry.id)?));
            said.push(store::organisations::get(c, entry.organisation_id)?.name);
        }
        Ok::<_, AppError>(said.concat())
    });
    read.await.unwrap()
}

#[actix_web::test]
async fn an_applicant_and_a_juror_are_forgotten_and_the_tally_is_still_checked() {
    let award = closed(&[[5, 4], [3, 3]]).await;
    let (applicant, organiser) = (&award.applicant, &award.organiser.browser);
    applicant.browser.post("/fr/account/erasure", &[]).await.expect(303);
    applicant.browser.post("/fr/account/erasure", &[]).await.expect(303);
    let page = applicant.browser.get("/fr/account/").await.expect(200);
    assert!(page.has("input[name=take-back]"));
    assert!(organiser.get("/fr/organiser/2027/").await.expect(200).has("ol.todo a[href$='/privacy']"));
    let page = organiser.get(PRIVACY).await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 1);
    let act = page.attribute("tbody form", "action");
    let text = people(&award).await;
    let email = applicant.user.email.to_string();
    assert!(text.contains(&email) && text.contains("Entry 1"));
    organiser.post(&act, &[]).await.expect(303);
    organiser.post(&act, &[]).await.expect(404);

    // Nothing tells of the person any more but the log, which keeps who did what.
    let text = people(&award).await;
    assert!(!text.contains(&email) && !text.contains("Entry 1"), "{text}");
    assert!(applicant.browser.get("/fr/account/").await.status == 303);
    let again = [("email", email.as_str()), ("password", PASSWORD)];
    award.app.browser().post("/fr/account/sign-in", &again).await.expect(422);
    let entry = award.entries[0].id;
    let (entry, snapshot) = award
        .app
        .state
        .db
        .read(move |c| Ok::<_, AppError>((store::entries::get(c, entry)?, store::snapshots::list(c, entry)?.remove(0))))
        .await
        .unwrap();
    assert_eq!((entry.status, entry.title.as_str()), (EntryStatus::Withdrawn, "—"));
    assert!(snapshot.answers.is_empty() && snapshot.title == "—" && snapshot.hash.len() == 64);
    assert!(organiser.get(PRIVACY).await.expect(200).body().contains("Effacé le"));

    let actor = award.organising().await;
    let sealed = award.app.state.db.read(move |c| tally::bundle_for_organiser(c, &actor, "2027")).await.unwrap();
    let verdict = verify(sealed.bundle.as_bytes(), Some(&award.app.state.tally_key.public()), 1);
    assert!(verdict.is_valid(), "{:?}", verdict.problems);
}

#[actix_web::test]
async fn nobody_is_forgotten_in_the_middle_of_a_round_or_as_the_only_owner() {
    let award = Award::with_entries(1).await;
    award.move_to(EditionStatus::Judging).await;
    let juror = award.juror("najat").await;
    award.assign(&juror, &[0]).await;
    let round = award.round.id;
    let open = move |c: &mut store::Conn| {
        let mut round = store::rounds::get(c, round)?;
        round.status = digital_awards::domain::round::RoundStatus::Open;
        Ok::<_, AppError>(store::rounds::update(c, round)?)
    };
    award.app.state.db.write(open).await.unwrap();
    for browser in [&juror.browser, &award.organiser.browser] {
        browser.post("/fr/account/erasure", &[]).await.expect(303);
    }
    let organiser = &award.organiser.browser;
    let acts = organiser.get(PRIVACY).await.expect(200).attributes("tbody form", "action");
    assert_eq!(acts.len(), 2);
    let refused = [organiser.post(&acts[0], &[]).await.expect(409), organiser.post(&acts[1], &[]).await.expect(409)];
    let said: String = refused.iter().map(|answer| answer.body()).collect();
    assert!(said.contains("dans un tour ouvert") && said.contains("seule propriétaire"));
    // The wish is taken back.
    juror.browser.post("/fr/account/erasure", &[("take-back", "1")]).await.expect(303);
    assert_eq!(organiser.get(PRIVACY).await.expect(200).texts("tbody tr").len(), 1);
}

#[actix_web::test]
async fn drafts_and_mails_are_forgotten_by_themselves_after_a_year() {
    let award = Award::with_entries(1).await;
    let (app, entry, edition, now) = (&award.app, award.entries[0].id, award.edition.id, award.app.now());
    let draft = move |c: &mut store::Conn| {
        let mut entry = store::entries::get(c, entry)?;
        (entry.status, entry.snapshot_id, entry.submitted_at) = (EntryStatus::Draft, None, None);
        store::entries::update(c, entry)?;
        let mut edition = store::editions::get(c, edition)?;
        (edition.status, edition.announced_at) = (EditionStatus::Announced, Some(now));
        Ok::<_, AppError>(store::editions::update(c, edition)?)
    };
    app.state.db.write(draft).await.unwrap();
    app.browser().post("/fr/account/forgot", &[("email", award.applicant.user.email.as_str())]).await;
    app.do_jobs().await;
    let title = || app.state.db.read(move |c| Ok::<_, AppError>(store::entries::get(c, entry)?.title));
    let mails = || app.state.db.read(|c| Ok::<_, AppError>(store::outbox::list(c, 1)?.remove(0).params));
    app.wait(TimeDelta::days(360));
    app.do_jobs().await;
    assert_eq!(title().await.unwrap(), "Entry 1");
    app.wait(TimeDelta::days(10));
    app.do_jobs().await;
    assert_eq!(title().await.unwrap(), "—");
    assert_eq!(mails().await.unwrap(), serde_json::json!({}));
}
