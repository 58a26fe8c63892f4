//! Fetching an attached file.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::{Bytes, Data, Path};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::{AppError, uploads};
use crate::domain::file::EntryFile;
use crate::domain::ids::FileId;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Query, id};
use crate::web::state::AppState;

/// A file, to whoever may read it. Saved to disk, never shown as a page of ours; a picture, which
/// we have written ourselves, may be shown when `?view=1` asks for it. Of a document that shows the first
/// page.
pub async fn serve(
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, PageError> {
    let (file, actor) = (id::<FileId>(&path.1)?, user.actor.clone());
    let (file, is_blind) = state.db.read(move |c| uploads::fetch(c, &actor, file)).await?;
    let failed = |e: crate::files::FilesError| PageError::Internal(e.to_string());
    if query.has("view") && file.has_preview {
        let page = state.files.first_page(&file.storage_key).await.map_err(failed)?;
        return Ok(sandboxed("image/png", "inline", page.ok_or(PageError::NotFound)?));
    }
    // Pictures were written anew when they came in; a document is copied without what tells who made it.
    let bytes = if is_blind && !file.kind.is_image() {
        let copy = state.files.blind_copy(&file.storage_key).await.map_err(failed)?;
        copy.ok_or(AppError::refused("file-refused-blind"))?
    } else {
        state.files.get(&file.storage_key).await.map_err(failed)?
    };
    let is_shown = file.kind.is_image() && query.has("view");
    Ok(sandboxed(file.kind.as_str(), &disposition(&file, is_shown), bytes))
}

/// Bytes that somebody sent us: whatever they hold, a browser runs none of it.
pub fn sandboxed(kind: &str, disposition: &str, bytes: Bytes) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .body(bytes)
}

/// What RFC 8187 lets stand as it is.
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The name in both forms of RFC 6266: in ASCII for old programs, and as it is.
fn disposition(file: &EntryFile, is_shown: bool) -> String {
    let word = if is_shown { "inline" } else { "attachment" };
    let ascii: String =
        file.name.chars().map(|c| if c.is_ascii_alphanumeric() || " -._()".contains(c) { c } else { '_' }).collect();
    format!("{word}; filename=\"{ascii}\"; filename*=UTF-8''{}", utf8_percent_encode(&file.name, NAME))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::file::FileKind;
    use crate::domain::ids::{EntryId, UserId};

    #[test]
    fn a_name_in_arabic_is_given_in_both_forms() {
        let file = EntryFile {
            id: FileId::new(),
            entry_id: EntryId::new(),
            field_key: "attachments".into(),
            name: "خطة \"1\".pdf".into(),
            kind: FileKind::Pdf,
            size: 1,
            sha256: String::new(),
            storage_key: String::new(),
            uploaded_by: UserId::new(),
            created_at: DateTime::UNIX_EPOCH,
            removed_at: None,
            position: 0,
            alt: String::new(),
            has_preview: false,
        };
        let header = disposition(&file, false);
        assert_eq!(header, "attachment; filename=\"___ _1_.pdf\"; filename*=UTF-8''%D8%AE%D8%B7%D8%A9%20%221%22.pdf");
    }
}
