//! Two submissions of an entry, side by side.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use crate::app::screening::{self, Change, Comparison};
use crate::domain::ids::EntryId;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query, id};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "organiser/snapshots.html")]
struct SnapshotsPage {
    p: Page,
    desk: Desk,
    found: Comparison,
}

impl SnapshotsPage {
    fn choices(&self) -> Vec<(String, String)> {
        let line = |snapshot: &crate::domain::entry::Snapshot| {
            let words = self
                .p
                .m("snapshot-number")
                .arg("n", snapshot.number)
                .arg("time", self.p.instant(&snapshot.received_at));
            (snapshot.number.to_string(), words.to_string())
        };
        self.found.all.iter().map(line).collect()
    }

    fn label(&self, change: &Change) -> String {
        match (&change.field, change.key.as_str()) {
            (Some(field), _) => self.p.l(&field.label).to_owned(),
            (None, "title") => self.p.t("desk-list-entry"),
            (None, _) => self.p.t("winner-organisation"),
        }
    }
}

/// The page.
pub async fn show(
    p: Page,
    user: CurrentUser,
    asked: Query,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, entry, language) = (user.actor.clone(), path.1.clone(), id::<EntryId>(&path.2)?, p.language);
    let numbers = (asked.parse("from"), asked.parse("to"));
    let found = state.db.read(move |c| screening::compare(c, &actor, &slug, entry, numbers, language)).await?;
    let desk = Desk::new(found.opened.clone(), "entries");
    html(&SnapshotsPage { p: p.in_zone(desk.edition.zone()), desk, found })
}
