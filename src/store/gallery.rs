//! Entries that their applicants let the public see.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::{entries, gallery_consents};
use super::types::At;
use crate::domain::ids::{EditionId, EntryId, UserId};

/// Whether an entry may be shown.
pub fn has_consent(c: &mut Conn, entry: EntryId) -> StoreResult<bool> {
    Ok(diesel::select(diesel::dsl::exists(gallery_consents::table.find(entry))).get_result(c)?)
}

/// The entries of an edition that may be shown.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<BTreeSet<EntryId>> {
    let of = gallery_consents::table.inner_join(entries::table).filter(entries::edition_id.eq(edition));
    Ok(of.select(gallery_consents::entry_id).load::<EntryId>(c)?.into_iter().collect())
}

/// Lets an entry be shown.
pub fn consent(c: &mut Conn, entry: EntryId, by: UserId, now: DateTime<Utc>) -> StoreResult<()> {
    withdraw(c, entry)?;
    let row = (
        gallery_consents::entry_id.eq(entry),
        gallery_consents::given_by.eq(by),
        gallery_consents::given_at.eq(At(now)),
    );
    diesel::insert_into(gallery_consents::table).values(row).execute(c)?;
    Ok(())
}

/// An entry is shown no more; whether it was.
pub fn withdraw(c: &mut Conn, entry: EntryId) -> StoreResult<bool> {
    Ok(diesel::delete(gallery_consents::table.find(entry)).execute(c)? > 0)
}
