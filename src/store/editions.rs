//! Editions.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::editions;
use super::types::{At, Json};
use crate::domain::edition::{Edition, EditionStatus, EligibilityQuestion, Faq, Feedback};
use crate::domain::ids::EditionId;
use crate::domain::language::Localised;

row!(EditionRow of Edition in editions {
    id: EditionId, slug: String, year: i32, name: Json<Localised>, tagline: Json<Localised>, lede: Json<Localised>,
    rules: Json<Localised>, charter: Json<Localised>, faq: Json<Vec<Faq>>, eligibility: Json<Vec<EligibilityQuestion>>, auto_submit: bool, max_entries: Option<i32>, max_per_category: Option<i32>, feedback: Feedback, contact_email: String, time_zone: String,
    status: EditionStatus, is_current: bool, opens_at: At, closes_at: At, grace_seconds: i32,
    results_on: At, announced_at: Option<At>, version: i32, created_at: At,
});

/// The edition of an id.
pub fn get(c: &mut Conn, id: EditionId) -> StoreResult<Edition> {
    Ok(editions::table.find(id).first::<EditionRow>(c)?.into())
}

/// The edition of a slug.
pub fn find_by_slug(c: &mut Conn, slug: &str) -> StoreResult<Option<Edition>> {
    Ok(editions::table.filter(editions::slug.eq(slug)).first::<EditionRow>(c).optional_row()?.map(Into::into))
}

/// The edition of the site's front page.
pub fn find_current(c: &mut Conn) -> StoreResult<Option<Edition>> {
    Ok(editions::table.filter(editions::is_current.eq(true)).first::<EditionRow>(c).optional_row()?.map(Into::into))
}

/// Every edition, newest first.
pub fn list(c: &mut Conn) -> StoreResult<Vec<Edition>> {
    let rows = editions::table.order((editions::year.desc(), editions::created_at.desc())).load::<EditionRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new edition.
pub fn insert(c: &mut Conn, edition: Edition) -> StoreResult<()> {
    diesel::insert_into(editions::table).values(EditionRow::from(edition)).execute(c)?;
    Ok(())
}

/// Every field of an edition, if nobody has changed it since `edition.version` was read.
/// Counts the version up.
pub fn update(c: &mut Conn, mut edition: Edition) -> StoreResult<()> {
    let read = edition.version;
    edition.version += 1;
    let target = editions::table.find(edition.id).filter(editions::version.eq(read));
    let changed = diesel::update(target).set(EditionRow::from(edition)).execute(c)?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Makes an edition the one of the front page.
pub fn set_current(c: &mut Conn, id: EditionId) -> StoreResult<()> {
    diesel::update(editions::table.filter(editions::is_current.eq(true)))
        .set(editions::is_current.eq(false))
        .execute(c)?;
    diesel::update(editions::table.find(id)).set(editions::is_current.eq(true)).execute(c)?;
    Ok(())
}
