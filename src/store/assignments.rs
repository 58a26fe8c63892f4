//! Who scores what. Rows are never deleted.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::assignments;
use super::types::At;
use crate::domain::assignment::{Assignment, AssignmentStatus};
use crate::domain::ids::{AssignmentId, EntryId, JurorId, RoundId, UserId};

row!(AssignmentRow of Assignment in assignments {
    id: AssignmentId, round_id: RoundId, entry_id: EntryId, juror_id: JurorId, status: AssignmentStatus,
    reason: Option<String>, assigned_by: UserId, assigned_at: At, changed_at: At,
});

/// The assignment of an id.
pub fn get(c: &mut Conn, id: AssignmentId) -> StoreResult<Assignment> {
    Ok(assignments::table.find(id).first::<AssignmentRow>(c)?.into())
}

/// The assignment of a juror and an entry in a round.
pub fn find(c: &mut Conn, round: RoundId, entry: EntryId, juror: JurorId) -> StoreResult<Option<Assignment>> {
    let row = assignments::table
        .filter(assignments::round_id.eq(round))
        .filter(assignments::entry_id.eq(entry))
        .filter(assignments::juror_id.eq(juror))
        .first::<AssignmentRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// Every assignment of a round.
pub fn list_of_round(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Assignment>> {
    let rows = assignments::table
        .filter(assignments::round_id.eq(round))
        .order((assignments::entry_id, assignments::juror_id))
        .load::<AssignmentRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Every assignment of a juror.
pub fn list_of_juror(c: &mut Conn, juror: JurorId) -> StoreResult<Vec<Assignment>> {
    let rows =
        assignments::table.filter(assignments::juror_id.eq(juror)).order(assignments::id).load::<AssignmentRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new assignment.
pub fn insert(c: &mut Conn, assignment: Assignment) -> StoreResult<()> {
    diesel::insert_into(assignments::table).values(AssignmentRow::from(assignment)).execute(c)?;
    Ok(())
}

/// Moves an assignment from one status to another: [`StoreError::Stale`] if it has moved meanwhile.
pub fn move_to(
    c: &mut Conn,
    id: AssignmentId,
    from: AssignmentStatus,
    to: AssignmentStatus,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let target = assignments::table.find(id).filter(assignments::status.eq(from));
    let moved = diesel::update(target)
        .set((assignments::status.eq(to), assignments::reason.eq(reason), assignments::changed_at.eq(At(now))))
        .execute(c)?;
    if moved == 1 { Ok(()) } else { Err(StoreError::Stale) }
}
