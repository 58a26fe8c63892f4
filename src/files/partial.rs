//! What was being written to a folder when a process died.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Files, FilesError};

/// How old it must be: what is being written at this moment stays.
const PATIENCE: TimeDelta = TimeDelta::hours(1);

/// Whether a name is that of a file which is being written: its own with a number (see `object_store::local`).
fn is_partial(key: &str) -> bool {
    let number = key.rsplit_once('#').map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

impl Files {
    /// Forgets what was left half written; how many. An S3 server shows nothing before it is whole.
    pub async fn forget_partial(&self, now: DateTime<Utc>) -> Result<usize, FilesError> {
        let Some(folder) = self.folder.clone() else { return Ok(0) };
        let mut left = self.list().await?;
        left.retain(|file| is_partial(&file.key) && file.written_at + PATIENCE < now);
        for file in &left {
            let path = folder.join(&file.key);
            match tokio::task::spawn_blocking(move || std::fs::remove_file(path)).await {
                Ok(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(FilesError(format!("{}: {error}", file.key)));
                }
                _ => {}
            }
        }
        Ok(left.len())
    }
}
