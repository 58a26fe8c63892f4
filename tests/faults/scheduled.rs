//! An award whose announcement is ordered for an instant.

use chrono::{DateTime, Utc};
use digital_awards::app::announcements::{self, Publisher};
use digital_awards::app::results::{self, Staging};
use digital_awards::app::{AppError, rounds};
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::language::Localised;
use digital_awards::domain::outcome::OutcomeKind;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::TestApp;

/// The page of the winners.
pub const WINNERS: &str = "/fr/editions/2027/winners";

/// An award with a number of entries, all scored: `Entry 1` is the winner from an instant on.
pub async fn announced_at(embargo: DateTime<Utc>, entries: u16) -> Award {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let award = Award::with_entries_on(app, i32::from(entries)).await;
    let juror = award.juror("najat").await;
    for id in award.assign(&juror, &(0..usize::from(entries)).collect::<Vec<_>>()).await {
        let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
        juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    }
    let (organiser, round, entry) = (award.organising().await, award.round.id, award.entries[0].id);
    let (edition, key, now) = (award.edition.id, award.app.state.tally_key.clone(), award.app.now());
    let schedule = move |c: &mut store::Conn| {
        rounds::close(c, &organiser, round, key.signing(), now)?;
        let mut closed = store::editions::get(c, edition)?;
        closed.status = EditionStatus::Deliberation;
        store::editions::update(c, closed)?;
        let category = store::entries::get(c, entry)?.category_id;
        let prizes = store::categories::list_prizes(c, edition)?;
        let prize = prizes.iter().find(|prize| prize.category_id == Some(category)).unwrap().id;
        let citation = Localised::same("Pour son eau");
        let staging = Staging { prize, entry, kind: OutcomeKind::Winner, citation, summary: Localised::same("Eau") };
        results::stage(c, &organiser, "2027", &staging, now)?;
        let publisher = Publisher { public_url: "http://127.0.0.1:0", key: key.signing() };
        announcements::announce(c, &organiser, "2027", "2027", Some(embargo), publisher, now)?;
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(schedule).await.unwrap();
    award
}

/// How often the log says that the announcement was published.
pub async fn publications(award: &Award) -> usize {
    let edition = award.edition.id;
    let log = move |c: &mut store::Conn| {
        let (events, _) =
            store::audit::list_of_edition(c, edition, &store::audit::AuditFilter::default(), 0, i64::MAX)?;
        Ok::<_, AppError>(events.iter().filter(|event| event.action == "announcement.published").count())
    };
    award.app.state.db.read(log).await.unwrap()
}
