//! A file that a form sends, held in memory: for what is read at once and not kept as it is.

use std::time::Duration;

use actix_multipart::Multipart;
use futures_util::StreamExt;

use super::error::PageError;

/// How long a file may take to arrive.
const PATIENCE: Duration = Duration::from_secs(120);

/// The field `file` of a form: whole if it is no larger than `most` bytes, else just longer than that,
/// so that whoever reads it can say it is too large.
pub async fn uploaded_file(parts: Multipart, most: usize) -> Result<Vec<u8>, PageError> {
    tokio::time::timeout(PATIENCE, receive(parts, most)).await.map_err(|_| PageError::TooSlow)?
}

async fn receive(mut parts: Multipart, most: usize) -> Result<Vec<u8>, PageError> {
    let mut bytes = Vec::new();
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| PageError::BadRequest)?;
        let is_file = part.name() == Some("file");
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| PageError::BadRequest)?;
            if is_file && bytes.len() <= most {
                bytes.extend_from_slice(&chunk);
            }
        }
    }
    Ok(bytes)
}
