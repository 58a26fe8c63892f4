//! Files attached to entries: what is known of them; their bytes lie in the file store.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::entry_files;
use super::types::At;
use crate::domain::file::{EntryFile, FileKind};
use crate::domain::ids::{EntryId, FileId, UserId};

row!(EntryFileRow of EntryFile in entry_files {
    id: FileId, entry_id: EntryId, field_key: String, name: String, kind: FileKind, size: i64, sha256: String,
    storage_key: String, uploaded_by: UserId, created_at: At, removed_at: Option<At>,
    position: i32, alt: String, has_preview: bool,
});

/// The file of an id, removed or not.
pub fn get(c: &mut Conn, id: FileId) -> StoreResult<EntryFile> {
    Ok(entry_files::table.find(id).first::<EntryFileRow>(c)?.into())
}

/// The files on an entry's draft, in the order of their applicant.
pub fn list(c: &mut Conn, entry: EntryId) -> StoreResult<Vec<EntryFile>> {
    let rows = entry_files::table
        .filter(entry_files::entry_id.eq(entry))
        .filter(entry_files::removed_at.is_null())
        .order((entry_files::position, entry_files::created_at, entry_files::id))
        .load::<EntryFileRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The storage key and hash of every file ever attached, for backups.
pub fn list_storage(c: &mut Conn) -> StoreResult<Vec<(String, String, i64)>> {
    Ok(entry_files::table
        .order(entry_files::storage_key)
        .select((entry_files::storage_key, entry_files::sha256, entry_files::size))
        .load(c)?)
}

/// Bytes in the file store, and what they must be.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Hashed {
    /// The file.
    pub id: FileId,
    /// Where its bytes are.
    pub storage_key: String,
    /// Their SHA-256, in hex.
    pub sha256: String,
}

/// Files whose storage key comes after one, at most so many.
pub fn list_after(c: &mut Conn, after: &str, limit: i64) -> StoreResult<Vec<Hashed>> {
    Ok(entry_files::table
        .filter(entry_files::storage_key.gt(after))
        .order(entry_files::storage_key)
        .select((entry_files::id, entry_files::storage_key, entry_files::sha256))
        .limit(limit)
        .load(c)?)
}

/// Whether there is a file of an id.
pub fn exists(c: &mut Conn, id: FileId) -> StoreResult<bool> {
    Ok(diesel::select(diesel::dsl::exists(entry_files::table.find(id))).get_result(c)?)
}

/// The hash of every file ever attached.
pub fn list_hashes(c: &mut Conn) -> StoreResult<Vec<(FileId, String)>> {
    Ok(entry_files::table.select((entry_files::id, entry_files::sha256)).load(c)?)
}

/// Those of several files of which a first page can be shown.
pub fn list_with_preview(c: &mut Conn, files: &[FileId]) -> StoreResult<Vec<FileId>> {
    Ok(entry_files::table
        .filter(entry_files::id.eq_any(files.to_vec()))
        .filter(entry_files::has_preview.eq(true))
        .select(entry_files::id)
        .load(c)?)
}

/// A new file.
pub fn insert(c: &mut Conn, file: EntryFile) -> StoreResult<()> {
    diesel::insert_into(entry_files::table).values(EntryFileRow::from(file)).execute(c)?;
    Ok(())
}

/// Every field of a file.
pub fn update(c: &mut Conn, file: EntryFile) -> StoreResult<()> {
    diesel::update(entry_files::table.find(file.id)).set(EntryFileRow::from(file)).execute(c)?;
    Ok(())
}

/// Takes a file off the draft; snapshots may still hold it. False when it was off already.
pub fn remove(c: &mut Conn, id: FileId, now: DateTime<Utc>) -> StoreResult<bool> {
    let target = entry_files::table.find(id).filter(entry_files::removed_at.is_null());
    Ok(diesel::update(target).set(entry_files::removed_at.eq(Some(At(now)))).execute(c)? == 1)
}

/// Puts a removed file back on the draft. False when it was there.
pub fn restore(c: &mut Conn, id: FileId) -> StoreResult<bool> {
    let target = entry_files::table.find(id).filter(entry_files::removed_at.is_not_null());
    Ok(diesel::update(target).set(entry_files::removed_at.eq(None::<At>)).execute(c)? == 1)
}
