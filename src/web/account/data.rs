//! Taking away what is kept about oneself.

use std::io::{Cursor, Write};

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Data;

use crate::app::accounts::data;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::state::AppState;

/// Everything as one archive: `data.json`, and the files of one's entries.
pub async fn take(user: CurrentUser, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (actor, name) = (user.actor.clone(), data::file_name(user.actor.user_id));
    let found = state.db.read(move |c| data::personal_data(c, &actor)).await?;
    let failed = |error: &dyn std::fmt::Display| PageError::Internal(error.to_string());
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("data.json", options).map_err(|e| failed(&e))?;
    zip.write_all(format!("{:#}\n", found.data).as_bytes()).map_err(|e| failed(&e))?;
    for file in &found.files {
        let bytes = state.files.get(&file.storage_key).await.map_err(|e| failed(&e))?;
        zip.start_file(data::name_of(file), options).map_err(|e| failed(&e))?;
        zip.write_all(&bytes).map_err(|e| failed(&e))?;
    }
    let bytes = zip.finish().map_err(|e| failed(&e))?.into_inner();
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}
