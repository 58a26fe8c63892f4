//! The web: the only module that names actix or askama.
//!
//! A handler extracts, authorises through one `app` call inside `db.read` or `db.write`, and
//! responds. [`routes`] shows every URL on one screen.

pub mod assets;
pub mod coding;
pub mod crowd;
mod csv_answer;
mod deliberation;
pub mod drawn;
pub mod editions;
pub mod error;
pub mod extract;
#[cfg(test)]
mod gallery;
pub mod kept;
pub mod markdown;
pub mod metrics;
pub mod middleware;
pub mod page;
mod pdf_answer;
pub mod problems;
pub mod progress;
mod route_tree;
pub mod routes;
mod season;
pub mod site;
mod spread;
pub mod state;
pub mod uploaded;
pub mod zellige;

pub mod account;
pub mod applicant;
pub mod development;
pub mod jury;
pub mod organiser;
pub mod public;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use askama::Template;

use error::PageError;

/// A page, with status 200.
pub fn html(page: &impl Template) -> Result<HttpResponse, PageError> {
    html_as(StatusCode::OK, page)
}

/// A page with another status: 422 for a form that is shown again.
pub fn html_as(status: StatusCode, page: &impl Template) -> Result<HttpResponse, PageError> {
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(page.render()?))
}

/// To another page, after a POST.
pub fn see_other(target: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, target.as_ref())).finish()
}
