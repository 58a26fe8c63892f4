//! A file that a form sends, held in memory: for what is read at once and not kept as it is.

use std::time::Duration;

use actix_multipart::Multipart;
use futures_util::StreamExt;

use super::error::PageError;
use super::page::Page;
use super::state::AppState;
use crate::app::{FieldProblem, uploads};
use crate::domain::file::MAX_FILE_BYTES;
use crate::files::sniff::FileRefusal;
use crate::files::{Files, FilesError};

/// What is read past the end of a file that is too large, so that its form can be shown again.
const PAST: usize = 4 * MAX_FILE_BYTES;

/// How long a file may take to arrive.
const PATIENCE: Duration = Duration::from_secs(120);

/// The field `file` of a form: whole if it is no larger than `most` bytes, else just longer than that,
/// so that whoever reads it can say it is too large.
pub async fn uploaded_file(parts: Multipart, most: usize) -> Result<Vec<u8>, PageError> {
    tokio::time::timeout(PATIENCE, receive(parts, most)).await.map_err(|_| PageError::TooSlow)?
}

async fn receive(mut parts: Multipart, most: usize) -> Result<Vec<u8>, PageError> {
    let (mut bytes, mut total) = (Vec::new(), 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| PageError::BadRequest)?;
        let is_file = part.name() == Some("file");
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| PageError::BadRequest)?;
            total += chunk.len();
            if total > most + PAST {
                return Err(PageError::TooLarge);
            }
            if is_file && bytes.len() <= most {
                bytes.extend_from_slice(&chunk);
            }
        }
    }
    Ok(bytes)
}

/// An image that was sent, decoded anew and kept: the name under which its bytes lie, or what is wrong with it.
pub async fn kept_image(
    p: &Page,
    state: &AppState,
    parts: Multipart,
) -> Result<Result<String, FieldProblem>, PageError> {
    let bytes = uploaded_file(parts, MAX_FILE_BYTES).await?;
    let failed = |e: FilesError| PageError::Unavailable(e.to_string());
    Ok(match state.files.accept(bytes.into()).await.map_err(failed)? {
        Ok(accepted) if accepted.kind.is_image() => {
            let key = Files::new_key();
            state.files.put(&key, accepted.bytes).await.map_err(failed)?;
            Ok(key)
        }
        Ok(_) | Err(FileRefusal::Kind) => Err(FieldProblem::new("file", "organisation-problem-logo")),
        Err(other) => Err(uploads::problem_of("file", &p.t("organisation-logo"), other)),
    })
}
