//! Plans of assignments that were applied as one.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::assignment_batches;
use super::types::{At, Json};
use crate::domain::assignment::AssignmentBatch;
use crate::domain::ids::{AssignmentBatchId, EntryId, JurorId, RoundId, UserId};

row!(AssignmentBatchRow of AssignmentBatch in assignment_batches {
    id: AssignmentBatchId, round_id: RoundId, objective: i64, added: Json<Vec<(EntryId, JurorId)>>,
    removed: Json<Vec<(EntryId, JurorId)>>, applied_by: UserId, applied_at: At, undone_by: Option<UserId>,
    undone_at: Option<At>,
});

/// The plan of an id.
pub fn get(c: &mut Conn, id: AssignmentBatchId) -> StoreResult<AssignmentBatch> {
    Ok(assignment_batches::table.find(id).first::<AssignmentBatchRow>(c)?.into())
}

/// The last plan that was applied in a round and not undone.
pub fn find_last(c: &mut Conn, round: RoundId) -> StoreResult<Option<AssignmentBatch>> {
    let row = assignment_batches::table
        .filter(assignment_batches::round_id.eq(round))
        .filter(assignment_batches::undone_at.is_null())
        .order((assignment_batches::applied_at.desc(), assignment_batches::id.desc()))
        .first::<AssignmentBatchRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// A plan that was applied.
pub fn insert(c: &mut Conn, batch: AssignmentBatch) -> StoreResult<()> {
    diesel::insert_into(assignment_batches::table).values(AssignmentBatchRow::from(batch)).execute(c)?;
    Ok(())
}

/// Notes that a plan was undone: [`StoreError::Stale`] if it was already.
pub fn set_undone(c: &mut Conn, id: AssignmentBatchId, by: UserId, now: DateTime<Utc>) -> StoreResult<()> {
    let target = assignment_batches::table.find(id).filter(assignment_batches::undone_at.is_null());
    let changed = diesel::update(target)
        .set((assignment_batches::undone_by.eq(Some(by)), assignment_batches::undone_at.eq(Some(At(now)))))
        .execute(c)?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}
