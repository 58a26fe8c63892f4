//! The front page: the current edition.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::app::AppError;
use crate::domain::edition::Edition;
use crate::store;
use crate::web::error::PageError;
use crate::web::html;
use crate::web::page::Page;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/landing.html")]
struct LandingPage {
    p: Page,
    edition: Option<Edition>,
}

/// The front page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let edition = state.db.read(|c| Ok::<_, AppError>(store::editions::find_current(c)?)).await?;
    html(&LandingPage { p, edition: edition.filter(Edition::is_public) })
}
