//! Practice entries and what jurors gave them.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::{practice_sheets, practices};
use super::types::{At, Json};
use crate::domain::ids::{JurorId, PracticeId, RoundId};
use crate::domain::language::Localised;
use crate::domain::practice::{Practice, PracticeSheet};

row!(PracticeRow of Practice in practices {
    id: PracticeId, round_id: RoundId, title: Json<Localised>, text: Json<Localised>, version: i32,
});
row!(PracticeSheetRow of PracticeSheet in practice_sheets {
    practice_id: PracticeId, juror_id: JurorId, marks: Json<BTreeMap<String, i32>>, submitted_at: At,
});

/// The practice entry of an id.
pub fn get(c: &mut Conn, id: PracticeId) -> StoreResult<Practice> {
    Ok(practices::table.find(id).first::<PracticeRow>(c)?.into())
}

/// The practice entries of a round, in the order in which they were written.
pub fn list(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Practice>> {
    let rows = practices::table.filter(practices::round_id.eq(round)).order(practices::id).load::<PracticeRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new practice entry.
pub fn insert(c: &mut Conn, practice: Practice) -> StoreResult<()> {
    diesel::insert_into(practices::table).values(PracticeRow::from(practice)).execute(c)?;
    Ok(())
}

/// Changes a practice entry of the version that was read.
pub fn update(c: &mut Conn, mut practice: Practice) -> StoreResult<()> {
    let version = practice.version;
    practice.version += 1;
    let known = practices::table.find(practice.id).filter(practices::version.eq(version));
    match diesel::update(known).set(PracticeRow::from(practice)).execute(c)? {
        0 => Err(StoreError::Stale),
        _ => Ok(()),
    }
}

/// Takes a practice entry away, with what jurors gave it.
pub fn delete(c: &mut Conn, id: PracticeId) -> StoreResult<()> {
    diesel::delete(practices::table.find(id)).execute(c)?;
    Ok(())
}

/// What a juror gave a practice entry.
pub fn find_sheet(c: &mut Conn, practice: PracticeId, juror: JurorId) -> StoreResult<Option<PracticeSheet>> {
    let row = practice_sheets::table.find((practice, juror)).first::<PracticeSheetRow>(c).optional_row()?;
    Ok(row.map(Into::into))
}

/// What all jurors gave a practice entry.
pub fn list_sheets(c: &mut Conn, practice: PracticeId) -> StoreResult<Vec<PracticeSheet>> {
    let of = practice_sheets::table.filter(practice_sheets::practice_id.eq(practice));
    let rows = of.order(practice_sheets::juror_id).load::<PracticeSheetRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A juror's sheet, handed in.
pub fn insert_sheet(c: &mut Conn, sheet: PracticeSheet) -> StoreResult<()> {
    diesel::insert_into(practice_sheets::table).values(PracticeSheetRow::from(sheet)).execute(c)?;
    Ok(())
}
