//! A file that a form sends: for what is read at once and not kept as it is.

use std::time::Duration;

use actix_multipart::Multipart;
use chrono::{DateTime, Utc};
use futures_util::StreamExt;

use super::error::PageError;
use super::page::Page;
use super::state::AppState;
use crate::app::{FieldProblem, storage, uploads};
use crate::domain::file::MAX_FILE_BYTES;
use crate::files::sniff::FileRefusal;
use crate::files::{Files, FilesError, Spool};

/// What is read past the end of a file that is too large, so that its form can be shown again.
const PAST: usize = 4 * MAX_FILE_BYTES;

/// How long a file may take to arrive.
const PATIENCE: Duration = Duration::from_secs(120);

/// The field `file` of a form: whole if it is no larger than `most` bytes, else just longer than that,
/// so that whoever reads it can say it is too large.
pub async fn uploaded_file(parts: Multipart, most: usize) -> Result<Vec<u8>, PageError> {
    arrived(parts, most).await?.whole().await.map_err(unavailable)
}

/// The file store does not take or give what it should.
pub fn unavailable(error: FilesError) -> PageError {
    PageError::Unavailable(error.to_string())
}

/// The same, wherever it lies.
async fn arrived(parts: Multipart, most: usize) -> Result<Spool, PageError> {
    tokio::time::timeout(PATIENCE, receive(parts, most)).await.map_err(|_| PageError::TooSlow)?
}

async fn receive(mut parts: Multipart, most: usize) -> Result<Spool, PageError> {
    let (mut bytes, mut total) = (Spool::default(), 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| PageError::BadRequest)?;
        let is_file = part.name() == Some("file");
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| PageError::BadRequest)?;
            total += chunk.len();
            if total > most + PAST {
                return Err(PageError::TooLarge);
            }
            if is_file && bytes.length() <= most {
                bytes.push(&chunk).await.map_err(unavailable)?;
            }
        }
    }
    Ok(bytes)
}

/// A new name for bytes, noted before they are kept: whatever happens next, they don't lie there for ever unnamed.
pub async fn reserve(state: &AppState, now: DateTime<Utc>) -> Result<String, PageError> {
    let key = Files::new_key();
    let reserved = key.clone();
    state.db.write(move |c| storage::reserve(c, &reserved, now)).await?;
    Ok(key)
}

/// An image that was sent, decoded anew and kept: the name under which its bytes lie, or what is wrong with it.
pub async fn kept_image(
    p: &Page,
    state: &AppState,
    parts: Multipart,
    now: DateTime<Utc>,
) -> Result<Result<String, FieldProblem>, PageError> {
    let arrived = arrived(parts, MAX_FILE_BYTES).await?;
    let _held = state.files.hold().await.map_err(unavailable)?;
    let bytes = arrived.whole().await.map_err(unavailable)?;
    Ok(match state.files.accept(bytes.into()).await.map_err(unavailable)? {
        Ok(accepted) if accepted.kind.is_image() => {
            let key = reserve(state, now).await?;
            state.files.put(&key, accepted.bytes).await.map_err(unavailable)?;
            Ok(key)
        }
        Ok(_) | Err(FileRefusal::Kind) => Err(FieldProblem::new("file", "organisation-problem-logo")),
        Err(other) => Err(uploads::problem_of("file", &p.t("organisation-logo"), other)),
    })
}
