//! What entries got: decided, and published.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::outcomes;
use super::types::{At, Json};
use crate::domain::ids::{AnnouncementId, EditionId, EntryId, OutcomeId, PrizeId, UserId};
use crate::domain::language::Localised;
use crate::domain::outcome::{Outcome, OutcomeKind};

row!(OutcomeRow of Outcome in outcomes {
    id: OutcomeId, edition_id: EditionId, prize_id: PrizeId, entry_id: EntryId, staged: Option<OutcomeKind>,
    published: Option<OutcomeKind>, citation: Json<Localised>, summary: Json<Localised>, staged_by: UserId,
    staged_at: At, announcement_id: Option<AnnouncementId>, slug: String,
});

/// The outcome of an id.
pub fn get(c: &mut Conn, id: OutcomeId) -> StoreResult<Outcome> {
    Ok(outcomes::table.find(id).first::<OutcomeRow>(c)?.into())
}

/// The outcomes of an edition, staged or published: for organisers.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Outcome>> {
    let rows = outcomes::table.filter(outcomes::edition_id.eq(edition)).order(outcomes::slug).load::<OutcomeRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The published outcomes of an edition: what the public may know.
pub fn list_published(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Outcome>> {
    let rows = outcomes::table
        .filter(outcomes::edition_id.eq(edition))
        .filter(outcomes::published.is_not_null())
        .order(outcomes::slug)
        .load::<OutcomeRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The published outcome of a page.
pub fn find_published(c: &mut Conn, edition: EditionId, slug: &str) -> StoreResult<Option<Outcome>> {
    let row = outcomes::table
        .filter(outcomes::edition_id.eq(edition))
        .filter(outcomes::slug.eq(slug))
        .filter(outcomes::published.is_not_null())
        .first::<OutcomeRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// A new outcome.
pub fn insert(c: &mut Conn, outcome: Outcome) -> StoreResult<()> {
    diesel::insert_into(outcomes::table).values(OutcomeRow::from(outcome)).execute(c)?;
    Ok(())
}

/// Every field of an outcome.
pub fn update(c: &mut Conn, outcome: Outcome) -> StoreResult<()> {
    diesel::update(outcomes::table.find(outcome.id)).set(OutcomeRow::from(outcome)).execute(c)?;
    Ok(())
}

/// Forgets an outcome that was never published.
pub fn delete_unpublished(c: &mut Conn, id: OutcomeId) -> StoreResult<()> {
    diesel::delete(outcomes::table.find(id).filter(outcomes::published.is_null())).execute(c)?;
    Ok(())
}

/// Takes back what an announcement made public.
pub fn unpublish(c: &mut Conn, announcement: AnnouncementId) -> StoreResult<usize> {
    let target = outcomes::table.filter(outcomes::announcement_id.eq(Some(announcement)));
    Ok(diesel::update(target)
        .set((outcomes::published.eq(None::<OutcomeKind>), outcomes::announcement_id.eq(None::<AnnouncementId>)))
        .execute(c)?)
}

/// Makes every staged outcome of an edition public, in one statement.
pub fn publish_staged(c: &mut Conn, edition: EditionId, announcement: AnnouncementId) -> StoreResult<usize> {
    let target = outcomes::table.filter(outcomes::edition_id.eq(edition)).filter(outcomes::staged.is_not_null());
    Ok(diesel::update(target)
        .set((outcomes::published.eq(outcomes::staged), outcomes::announcement_id.eq(Some(announcement))))
        .execute(c)?)
}
