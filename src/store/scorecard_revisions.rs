//! What scorecards said before.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::scorecard_revisions;
use super::types::{At, Json};
use crate::domain::ids::ScorecardId;
use crate::domain::scorecard::{SheetRevision, SheetText};

row!(SheetRevisionRow of SheetRevision in scorecard_revisions {
    scorecard_id: ScorecardId, number: i32, sheet: Json<SheetText>, begun_at: At, saved_at: At,
});

/// The revisions of a sheet, newest first.
pub fn list(c: &mut Conn, card: ScorecardId) -> StoreResult<Vec<SheetRevision>> {
    let rows = scorecard_revisions::table
        .filter(scorecard_revisions::scorecard_id.eq(card))
        .order(scorecard_revisions::number.desc())
        .load::<SheetRevisionRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The newest revision of a sheet.
pub fn find_last(c: &mut Conn, card: ScorecardId) -> StoreResult<Option<SheetRevision>> {
    let row = scorecard_revisions::table
        .filter(scorecard_revisions::scorecard_id.eq(card))
        .order(scorecard_revisions::number.desc())
        .first::<SheetRevisionRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// A new revision.
pub fn insert(c: &mut Conn, revision: SheetRevision) -> StoreResult<()> {
    diesel::insert_into(scorecard_revisions::table).values(SheetRevisionRow::from(revision)).execute(c)?;
    Ok(())
}

/// Every field of a revision.
pub fn update(c: &mut Conn, revision: SheetRevision) -> StoreResult<()> {
    let target = scorecard_revisions::table.find((revision.scorecard_id, revision.number));
    diesel::update(target).set(SheetRevisionRow::from(revision)).execute(c)?;
    Ok(())
}
