//! What data are kept, why, for how long, and one's rights.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::app::AppError;
use crate::store;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, markdown};

#[derive(Template)]
#[template(path = "public/legal.html")]
struct LegalPage {
    p: Page,
    contact: Option<String>,
}

/// The page.
pub async fn show(p: Page, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let edition = state.db.read_public(|c| Ok::<_, AppError>(store::editions::find_current(c)?)).await?;
    let contact = edition.filter(|e| e.is_public() && !e.contact_email.is_empty()).map(|e| e.contact_email);
    html(&LegalPage { p, contact })
}
