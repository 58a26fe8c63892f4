//! Files attached to an entry.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, FileId, UserId};

/// Largest file, in bytes.
pub const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;
/// Most bytes of all files of one entry together.
pub const MAX_ENTRY_BYTES: i64 = 60 * 1024 * 1024;
/// Most files of one entry.
pub const MAX_ENTRY_FILES: usize = 12;

crate::text_enum! {
    /// The kinds of file that are taken, told by content and never by name.
    pub enum FileKind {
        /// A PDF document.
        Pdf = "application/pdf",
        /// A PNG image.
        Png = "image/png",
        /// A JPEG image.
        Jpeg = "image/jpeg",
        /// A WebP image.
        Webp = "image/webp",
    }
}

impl FileKind {
    /// Whether it is a picture.
    pub fn is_image(self) -> bool {
        self != Self::Pdf
    }

    /// The usual end of its name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
        }
    }
}

/// A file attached to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryFile {
    /// Its id.
    pub id: FileId,
    /// The entry it belongs to.
    pub entry_id: EntryId,
    /// The question it answers.
    pub field_key: String,
    /// What the applicant called it; only ever shown, never a path.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its size in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Where its bytes are: a random name.
    pub storage_key: String,
    /// Who attached it.
    pub uploaded_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was taken off the draft. Snapshots may still hold it.
    pub removed_at: Option<DateTime<Utc>>,
}

/// A file as a snapshot remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotFile {
    /// Its id.
    pub id: FileId,
    /// The question it answers.
    pub field_key: String,
    /// What the applicant called it.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its size in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

impl From<&EntryFile> for SnapshotFile {
    fn from(file: &EntryFile) -> Self {
        Self {
            id: file.id,
            field_key: file.field_key.clone(),
            name: file.name.clone(),
            kind: file.kind,
            size: file.size,
            sha256: file.sha256.clone(),
        }
    }
}
