//! Files attached to an entry.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, FileId, UserId};
use super::text::is_forbidden_in_line;

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
    pub const fn is_image(self) -> bool {
        !matches!(self, Self::Pdf)
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

/// Longest description of a picture, in characters.
pub const ALT_LIMIT: usize = 300;
/// Longest name of a file, in characters.
const NAME_LIMIT: usize = 100;

/// The name of an uploaded file as it is shown and offered to whoever saves it: no folders, no
/// characters that forge or reorder a line, and the ending of what the file really is.
pub fn shown_name(typed: &str, kind: FileKind) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !is_forbidden_in_line(*c) && !"\"<>:|?*".contains(*c)).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = clean.rsplit_once('.').map_or(clean.as_str(), |(stem, _)| stem);
    let stem: String = stem.trim_matches(['.', ' ']).chars().take(NAME_LIMIT).collect();
    let stem = if stem.is_empty() { "document" } else { stem.trim_end() };
    format!("{stem}.{}", kind.extension())
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
    /// Its place among the files of its question, from 0. Places may have gaps.
    pub position: i32,
    /// What a picture shows, for those who can't see it; empty for other files.
    pub alt: String,
    /// Whether a picture of its first page lies beside its bytes (see [`preview_key`]).
    pub has_preview: bool,
}

impl EntryFile {
    /// Whether it is a picture that nobody has described yet.
    pub fn lacks_alt(&self) -> bool {
        self.kind.is_image() && self.alt.is_empty()
    }
}

/// Where the picture of a document's first page lies.
pub fn preview_key(storage_key: &str) -> String {
    format!("{storage_key}.png")
}

/// Where the copy of a document lies that tells nothing of who made it.
pub fn blind_key(storage_key: &str) -> String {
    format!("{storage_key}.blind")
}

/// Where the words in a document lie.
pub fn text_key(storage_key: &str) -> String {
    format!("{storage_key}.txt")
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
    /// What a picture shows.
    #[serde(default)]
    pub alt: String,
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
            alt: file.alt.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_only_a_name() {
        assert_eq!(shown_name("../../etc/passwd", FileKind::Pdf), "passwd.pdf");
        assert_eq!(shown_name("C:\\Users\\Hanane\\Plan d’affaires.PDF", FileKind::Pdf), "Plan d’affaires.pdf");
        assert_eq!(shown_name("photo\u{202E}gpj.exe", FileKind::Jpeg), "photogpj.jpg");
        assert_eq!(shown_name("a\r\nSet-Cookie: x.png", FileKind::Png), "aSet-Cookie x.png");
        assert_eq!(shown_name("", FileKind::Webp), "document.webp");
        assert_eq!(shown_name(&"ل".repeat(300), FileKind::Pdf).chars().count(), 104);
    }
}
