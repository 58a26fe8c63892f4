//! Taking away what is kept about oneself.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Data;

use crate::app::accounts::data;
use crate::files::archive::archive;
use crate::web::error::PageError;
use crate::web::extract::CurrentUser;
use crate::web::state::AppState;

/// Everything as one archive: `data.json`, and the files of one's entries.
pub async fn take(user: CurrentUser, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let (actor, name) = (user.actor.clone(), data::file_name(user.actor.user_id));
    let found = state.db.read(move |c| data::personal_data(c, &actor)).await?;
    let failed = |error: &dyn std::fmt::Display| PageError::Internal(error.to_string());
    let mut files = vec![("data.json".to_owned(), format!("{:#}\n", found.data).into_bytes())];
    for file in &found.files {
        let bytes = state.files.get(&file.storage_key).await.map_err(|e| failed(&e))?;
        files.push((data::name_of(file), bytes.to_vec()));
    }
    let bytes = archive(&files).map_err(|e| failed(&e))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}
