//! Codes with which an entry may be started after the deadline.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::late_codes;
use super::types::At;
use crate::domain::ids::{EditionId, LateCodeId, UserId};
use crate::domain::late_code::LateCode;

row!(LateCodeRow of LateCode in late_codes {
    id: LateCodeId, edition_id: EditionId, code: String, note: String, valid_until: At, max_uses: i32, uses: i32,
    created_by: UserId, created_at: At, revoked_at: Option<At>,
});

/// The code of an edition that reads so.
pub fn find(c: &mut Conn, edition: EditionId, code: &str) -> StoreResult<Option<LateCode>> {
    let row = late_codes::table
        .filter(late_codes::edition_id.eq(edition))
        .filter(late_codes::code.eq(code))
        .first::<LateCodeRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The codes of an edition, newest first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<LateCode>> {
    let rows = late_codes::table
        .filter(late_codes::edition_id.eq(edition))
        .order((late_codes::created_at.desc(), late_codes::id))
        .load::<LateCodeRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new code.
pub fn insert(c: &mut Conn, code: LateCode) -> StoreResult<()> {
    diesel::insert_into(late_codes::table).values(LateCodeRow::from(code)).execute(c)?;
    Ok(())
}

/// Counts one more entry; false when the code is used up.
pub fn spend(c: &mut Conn, id: LateCodeId) -> StoreResult<bool> {
    let target = late_codes::table.find(id).filter(late_codes::uses.lt(late_codes::max_uses));
    Ok(diesel::update(target).set(late_codes::uses.eq(late_codes::uses + 1)).execute(c)? == 1)
}

/// Takes a code back; false when it was, or is of another edition.
pub fn revoke(c: &mut Conn, edition: EditionId, id: LateCodeId, now: DateTime<Utc>) -> StoreResult<bool> {
    let target =
        late_codes::table.find(id).filter(late_codes::edition_id.eq(edition)).filter(late_codes::revoked_at.is_null());
    Ok(diesel::update(target).set(late_codes::revoked_at.eq(Some(At(now)))).execute(c)? == 1)
}
