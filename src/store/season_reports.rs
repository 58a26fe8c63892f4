//! The season reports that are public.

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::season_reports;
use super::types::{At, Json};
use crate::domain::ids::{EditionId, UserId};
use crate::domain::season::{PublishedSeason, Season};

row!(SeasonRow of PublishedSeason in season_reports {
    edition_id: EditionId, content: Json<Season>, published_by: UserId, published_at: At,
});

/// The published report of an edition.
pub fn find(c: &mut Conn, edition: EditionId) -> StoreResult<Option<PublishedSeason>> {
    Ok(season_reports::table.find(edition).first::<SeasonRow>(c).optional()?.map(Into::into))
}

/// Whether there is one.
pub fn exists(c: &mut Conn, edition: EditionId) -> StoreResult<bool> {
    Ok(diesel::select(diesel::dsl::exists(season_reports::table.find(edition))).get_result(c)?)
}

/// Publishes a report in the place of what was published before.
pub fn put(c: &mut Conn, report: PublishedSeason) -> StoreResult<()> {
    delete(c, report.edition_id)?;
    diesel::insert_into(season_reports::table).values(SeasonRow::from(report)).execute(c)?;
    Ok(())
}

/// Takes a report back; whether there was one.
pub fn delete(c: &mut Conn, edition: EditionId) -> StoreResult<bool> {
    Ok(diesel::delete(season_reports::table.find(edition)).execute(c)? > 0)
}
