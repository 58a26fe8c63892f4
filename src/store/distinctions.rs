//! Signed records of distinctions.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::distinctions;
use super::types::At;
use crate::domain::distinction::Distinction;
use crate::domain::ids::{DistinctionId, EditionId, OutcomeId, UserId};

row!(DistinctionRow of Distinction in distinctions {
    id: DistinctionId, edition_id: EditionId, outcome_id: OutcomeId, record: String, key: String, signature: String,
    issued_at: At, revoked_at: Option<At>, revoked_by: Option<UserId>, revoked_reason: String,
});

/// The record of an id.
pub fn get(c: &mut Conn, id: DistinctionId) -> StoreResult<Distinction> {
    Ok(distinctions::table.find(id).first::<DistinctionRow>(c)?.into())
}

/// The record of an outcome.
pub fn find_of_outcome(c: &mut Conn, outcome: OutcomeId) -> StoreResult<Option<Distinction>> {
    let of = distinctions::table.filter(distinctions::outcome_id.eq(outcome));
    Ok(of.first::<DistinctionRow>(c).optional_row()?.map(Into::into))
}

/// The records of an edition.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Distinction>> {
    let of = distinctions::table.filter(distinctions::edition_id.eq(edition)).order(distinctions::id);
    Ok(of.load::<DistinctionRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new record.
pub fn insert(c: &mut Conn, distinction: Distinction) -> StoreResult<()> {
    diesel::insert_into(distinctions::table).values(DistinctionRow::from(distinction)).execute(c)?;
    Ok(())
}

/// Every field of a record.
pub fn update(c: &mut Conn, distinction: Distinction) -> StoreResult<()> {
    diesel::update(distinctions::table.find(distinction.id)).set(DistinctionRow::from(distinction)).execute(c)?;
    Ok(())
}

/// Forgets the records of an edition: what they told of is not public any more.
pub fn delete_of_edition(c: &mut Conn, edition: EditionId) -> StoreResult<usize> {
    Ok(diesel::delete(distinctions::table.filter(distinctions::edition_id.eq(edition))).execute(c)?)
}
