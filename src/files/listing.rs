//! What lies in the file store.

use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;

use super::{Files, FilesError};

/// Bytes under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub key: String,
    /// How many bytes.
    pub size: u64,
    /// When they were last written.
    pub written_at: DateTime<Utc>,
}

impl Files {
    /// Everything in the store, in no order. In a folder also what was being written when a process died, which
    /// the store itself does not show.
    pub async fn list(&self) -> Result<Vec<Listed>, FilesError> {
        if let Some(folder) = self.folder.clone() {
            let walk = move || {
                let mut found = Vec::new();
                walk(&folder, "", &mut found)
                    .map_err(|e| FilesError(format!("{}: {e}", folder.display())))
                    .map(|()| found)
            };
            return tokio::task::spawn_blocking(walk).await.map_err(|e| FilesError(e.to_string()))?;
        }
        let all = self.store.list(None).map_ok(|file| Listed {
            key: file.location.to_string(),
            size: file.size,
            written_at: file.last_modified,
        });
        Ok(all.try_collect().await?)
    }
}

/// Adds the files below a folder.
fn walk(folder: &Path, prefix: &str, found: &mut Vec<Listed>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let key = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let data = match entry.metadata() {
            Ok(data) => data,
            // It was deleted meanwhile.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        if data.is_dir() {
            walk(&entry.path(), &format!("{key}/"), found)?;
        } else {
            let written_at = data.modified().unwrap_or(SystemTime::UNIX_EPOCH).into();
            found.push(Listed { key, size: data.len(), written_at });
        }
    }
    Ok(())
}
