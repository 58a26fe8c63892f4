//! An entry's own lines in the sealed tallies, once winners are announced.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::entries::EntryView;
use crate::app::tally::{self, OwnLines};
use crate::domain::ids::EntryId;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, id};
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "applicant/tally.html")]
struct OwnPage {
    p: Page,
    view: EntryView,
    lines: Vec<OwnLines>,
}

impl OwnPage {
    fn entry_path(&self) -> String {
        self.p.url(&format!("/entries/{}", self.view.entry.id))
    }
}

/// The page.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, entry) = (user.actor.clone(), id::<EntryId>(&path.1)?);
    let (view, lines) = state.db.read(move |c| tally::of_entry(c, &actor, entry)).await?;
    html(&OwnPage { p: p.in_zone(view.edition.zone()), view, lines })
}
