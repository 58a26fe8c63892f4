//! Tables as CSV files that spreadsheets open as they are.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use crate::web::error::PageError;

/// A file of records, the head first.
pub fn answer(name: &str, records: impl IntoIterator<Item = Vec<String>>) -> Result<HttpResponse, PageError> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for record in records {
        out.write_record(&record).map_err(|e| PageError::Internal(e.to_string()))?;
    }
    let bytes = out.into_inner().map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")))
        // The mark tells spreadsheets that this is UTF-8.
        .body([b"\xEF\xBB\xBF".as_slice(), &bytes].concat()))
}
