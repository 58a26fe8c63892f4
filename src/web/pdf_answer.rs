//! Documents as files to keep.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web;

use crate::documents::DocumentError;
use crate::web::error::PageError;

/// A PDF that is made on the blocking pool.
pub async fn answer(
    name: &str,
    make: impl FnOnce() -> Result<Vec<u8>, DocumentError> + Send + 'static,
) -> Result<HttpResponse, PageError> {
    let bytes = web::block(make)
        .await
        .map_err(|error| PageError::Internal(error.to_string()))?
        .map_err(|error| PageError::Internal(error.to_string()))?;
    let disposition = format!("attachment; filename=\"{name}.pdf\"");
    Ok(HttpResponse::Ok().content_type("application/pdf").insert_header((CONTENT_DISPOSITION, disposition)).body(bytes))
}
