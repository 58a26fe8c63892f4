//! The sealed tally of an announced edition, for anyone to check.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};

use crate::app::tally;
use crate::domain::tally::Tally;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::state::AppState;

/// The file, once winners are announced.
pub async fn show(path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let slug = path.into_inner().1;
    let name = slug.clone();
    Ok(file(&name, state.db.read_public(move |c| tally::bundle(c, &slug)).await?))
}

/// The same for organisers who decide, from the moment of closing.
pub async fn show_to_organiser(
    user: CurrentUser,
    path: Path<(String, String)>,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.into_inner().1);
    let name = slug.clone();
    Ok(file(&name, state.db.read(move |c| tally::bundle_for_organiser(c, &actor, &slug)).await?))
}

fn file(slug: &str, tally: Tally) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"tally-{slug}-{}.json\"", tally.number)))
        .body(tally.bundle)
}
