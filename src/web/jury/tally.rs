//! A juror's own lines in the sealed tallies.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::tally::{self, OwnLines};
use crate::domain::edition::Edition;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "jury/tally.html")]
struct OwnPage {
    p: Page,
    base: String,
    edition: Edition,
    lines: Vec<OwnLines>,
}

/// The page.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (edition, lines) = state.db.read(move |c| tally::of_juror(c, &actor, &slug)).await?;
    let p = p.in_zone(edition.zone());
    html(&OwnPage { base: p.url(&format!("/jury/{}/", edition.slug)), p, edition, lines })
}
