//! Reading the folder into which a development instance puts its mails.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::Deserialize;

/// A mail in the folder.
#[derive(Debug, Clone, Deserialize)]
pub struct FolderMail {
    /// Its id.
    pub id: String,
    /// To whom.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// Its HTML.
    pub html: String,
    /// When it was queued.
    pub created_at: DateTime<Utc>,
}

/// The mails of a folder that contain these words in address or subject, newest first, at most
/// `limit`; and how many match.
pub fn list(folder: &Path, words: &str, limit: usize) -> std::io::Result<(Vec<FolderMail>, usize)> {
    let mut names: Vec<_> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    // Names begin with the time.
    names.sort_unstable();
    let wanted = words.trim().to_lowercase();
    let mut mails: Vec<FolderMail> = names
        .iter()
        .rev()
        .filter_map(|path| serde_json::from_slice(&std::fs::read(path).ok()?).ok())
        .filter(|mail: &FolderMail| {
            wanted.is_empty()
                || mail.to.to_lowercase().contains(&wanted)
                || mail.subject.to_lowercase().contains(&wanted)
        })
        .collect();
    let count = mails.len();
    mails.truncate(limit);
    Ok((mails, count))
}

/// One mail of a folder.
pub fn find(folder: &Path, id: &str) -> Option<FolderMail> {
    let (mails, _) = list(folder, "", usize::MAX).ok()?;
    mails.into_iter().find(|mail| mail.id == id)
}
