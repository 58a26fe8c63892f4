//! What the installation has of its own: pages, logo, colours.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::{organisations, site};
use crate::domain::site::SitePage;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::site::Look;
use crate::web::state::AppState;
use crate::web::{html, markdown};

#[derive(Template)]
#[template(path = "public/own.html")]
struct OwnPage {
    p: Page,
    page: SitePage,
}

/// A page of its own.
pub async fn page(p: Page, path: Path<(String, String)>, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let slug = path.into_inner().1;
    let page = state.db.read_public(move |c| site::page(c, &slug)).await?;
    html(&OwnPage { p, page })
}

/// The look as it is now: its addresses name a version, and browsers keep what they get for it.
async fn look(state: &AppState) -> Result<Arc<Look>, PageError> {
    state.looks.of_version(&state.db, &state.shelf.version(&state.db).await?).await?;
    Ok(state.looks.last())
}

/// The style sheet of its colour.
pub async fn css(state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let look = look(&state).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(look.css.clone()))
}

/// Its logo.
pub async fn logo(state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let look = look(&state).await?;
    let key = look.site.logo_key.clone().ok_or(PageError::NotFound)?;
    let bytes = state.files.get(&key).await.map_err(|e| PageError::Unavailable(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, organisations::logo_type(&bytes)))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(bytes))
}
