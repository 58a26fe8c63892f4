//! An award whose announcement is ordered for an instant.

use chrono::{DateTime, Utc};
use digital_awards::app::AppError;
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
    award.score_and_announce(Some(embargo)).await;
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
