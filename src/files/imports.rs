//! Tables that wait for their import to be confirmed. Nobody has to confirm: what was left is forgotten.

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::TryStreamExt;
use object_store::path::Path as Key;

use super::{Files, FilesError};
use crate::domain::ids::EditionId;

/// How long a table waits.
pub const PATIENCE: TimeDelta = TimeDelta::days(7);
const FOLDER: &str = "imports";

/// A new name for a table that came now.
pub fn new_name(now: DateTime<Utc>) -> String {
    format!("{}-{}", now.timestamp(), Files::new_key().replace('/', ""))
}

/// Where a table of an edition lies. A name that is none of ours leads nowhere.
pub fn key_of(edition: EditionId, name: &str) -> String {
    let clean: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!("{FOLDER}/{edition}/{clean}")
}

/// Whether bytes under a name are a table that waits.
pub fn is_import(key: &str) -> bool {
    key.split('/').next() == Some(FOLDER)
}

/// When a table came; none for a name that is none of ours.
fn came_at(key: &Key) -> Option<DateTime<Utc>> {
    let (seconds, _) = key.filename()?.split_once('-')?;
    DateTime::from_timestamp(seconds.parse().ok()?, 0)
}

impl Files {
    /// Forgets the tables that nobody came back to; how many.
    pub async fn forget_imports(&self, now: DateTime<Utc>) -> Result<usize, FilesError> {
        let keys: Vec<Key> =
            self.store.list(Some(&Key::from(FOLDER))).map_ok(|file| file.location).try_collect().await?;
        let mut count = 0;
        for key in keys.iter().filter(|key| came_at(key).is_none_or(|at| at + PATIENCE < now)) {
            self.delete(key.as_ref()).await?;
            count += 1;
        }
        Ok(count)
    }
}
