//! Suspected ties that organisers dismissed.

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::{dismissed_suspicions, jurors};
use super::types::At;
use crate::domain::conflict::{DismissedSuspicion, SuspicionKind};
use crate::domain::ids::{EditionId, JurorId, OrganisationId, UserId};

row!(DismissedRow of DismissedSuspicion in dismissed_suspicions {
    juror_id: JurorId, organisation_id: OrganisationId, kind: SuspicionKind, dismissed_by: UserId, dismissed_at: At,
});

/// What was dismissed about an edition's jury.
pub fn list_dismissed(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<DismissedSuspicion>> {
    let jury = jurors::table.filter(jurors::edition_id.eq(edition)).select(jurors::id);
    let rows = dismissed_suspicions::table
        .filter(dismissed_suspicions::juror_id.eq_any(jury))
        .order(dismissed_suspicions::dismissed_at)
        .load::<DismissedRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Dismisses a suspicion. A second time changes nothing.
pub fn dismiss(c: &mut Conn, dismissed: DismissedSuspicion) -> StoreResult<()> {
    diesel::insert_into(dismissed_suspicions::table).values(DismissedRow::from(dismissed)).execute(c)?;
    Ok(())
}
