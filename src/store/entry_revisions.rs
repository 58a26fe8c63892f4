//! What drafts said before.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::entry_revisions;
use super::types::{At, Json};
use crate::domain::entry::Revision;
use crate::domain::form::Answers;
use crate::domain::ids::{EntryId, RevisionId, UserId};

row!(RevisionRow of Revision in entry_revisions {
    id: RevisionId, entry_id: EntryId, number: i32, answers: Json<Answers>, saved_by: UserId, begun_at: At, saved_at: At,
});

/// The newest revision of an entry.
pub fn find_last(c: &mut Conn, entry: EntryId) -> StoreResult<Option<Revision>> {
    let row = entry_revisions::table
        .filter(entry_revisions::entry_id.eq(entry))
        .order(entry_revisions::number.desc())
        .first::<RevisionRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The revision of a number.
pub fn find(c: &mut Conn, entry: EntryId, number: i32) -> StoreResult<Option<Revision>> {
    let row = entry_revisions::table
        .filter(entry_revisions::entry_id.eq(entry))
        .filter(entry_revisions::number.eq(number))
        .first::<RevisionRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The revisions of an entry, newest first, from `offset`, at most `limit`.
pub fn list(c: &mut Conn, entry: EntryId, offset: i64, limit: i64) -> StoreResult<Vec<Revision>> {
    let rows = entry_revisions::table
        .filter(entry_revisions::entry_id.eq(entry))
        .order(entry_revisions::number.desc())
        .offset(offset)
        .limit(limit)
        .load::<RevisionRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new revision.
pub fn insert(c: &mut Conn, revision: Revision) -> StoreResult<()> {
    diesel::insert_into(entry_revisions::table).values(RevisionRow::from(revision)).execute(c)?;
    Ok(())
}

/// Every field of a revision.
pub fn update(c: &mut Conn, revision: Revision) -> StoreResult<()> {
    diesel::update(entry_revisions::table.find(revision.id)).set(RevisionRow::from(revision)).execute(c)?;
    Ok(())
}
