//! The applicant's desk.

pub mod certificate;
pub mod check;
pub mod desk;
pub mod eligibility;
pub mod entry;
pub mod feedback;
pub mod files;
pub mod history;
pub mod identity;
pub mod new;
pub mod organisation;
pub mod people;
pub mod question;
pub mod receipt;
pub mod section;
pub mod standing;
pub mod tally;
pub mod upload;

use actix_web::HttpRequest;

/// Whether a script of ours asks: it gets JSON instead of a page.
fn is_fetch(request: &HttpRequest) -> bool {
    request.headers().get("x-requested-with").is_some_and(|v| v.as_bytes() == b"fetch")
}
