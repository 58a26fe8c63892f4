//! Rules and questions of the current edition.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::app::public;
use crate::domain::edition::Edition;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, markdown};

#[derive(Template)]
#[template(path = "public/rules.html")]
struct RulesPage {
    p: Page,
    edition: Option<Edition>,
}

/// The page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let edition = state.db.read(public::current).await?;
    html(&RulesPage { p, edition })
}
