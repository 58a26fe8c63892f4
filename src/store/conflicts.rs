//! Known ties between jurors and organisations.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{conflicts, jurors};
use super::types::At;
use crate::domain::conflict::{Conflict, ConflictSource};
use crate::domain::ids::{ConflictId, EditionId, JurorId, OrganisationId, UserId};

row!(ConflictRow of Conflict in conflicts {
    id: ConflictId, juror_id: JurorId, organisation_id: OrganisationId, reason: String, source: ConflictSource,
    created_by: UserId, created_at: At,
});

/// The tie between a juror and an organisation, if one is known.
pub fn find(c: &mut Conn, juror: JurorId, organisation: OrganisationId) -> StoreResult<Option<Conflict>> {
    let row = conflicts::table
        .filter(conflicts::juror_id.eq(juror))
        .filter(conflicts::organisation_id.eq(organisation))
        .first::<ConflictRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The ties of a juror.
pub fn list_of_juror(c: &mut Conn, juror: JurorId) -> StoreResult<Vec<Conflict>> {
    let rows =
        conflicts::table.filter(conflicts::juror_id.eq(juror)).order(conflicts::created_at).load::<ConflictRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Every tie of an edition's jury.
pub fn list_of_edition(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Conflict>> {
    let jury = jurors::table.filter(jurors::edition_id.eq(edition)).select(jurors::id);
    let rows = conflicts::table
        .filter(conflicts::juror_id.eq_any(jury))
        .order(conflicts::created_at)
        .load::<ConflictRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new tie.
pub fn insert(c: &mut Conn, conflict: Conflict) -> StoreResult<()> {
    diesel::insert_into(conflicts::table).values(ConflictRow::from(conflict)).execute(c)?;
    Ok(())
}

/// Takes a tie back.
pub fn delete(c: &mut Conn, id: ConflictId) -> StoreResult<()> {
    diesel::delete(conflicts::table.find(id)).execute(c)?;
    Ok(())
}
