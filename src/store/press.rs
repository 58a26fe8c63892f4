//! Links for the press.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::press_links;
use super::types::At;
use crate::domain::ids::{EditionId, PressLinkId, UserId};
use crate::domain::press::PressLink;

row!(PressLinkRow of PressLink in press_links {
    id: PressLinkId, edition_id: EditionId, hash: String, given_to: String, created_by: UserId, created_at: At,
    revoked_at: Option<At>,
});

/// The link of a secret's hash that still works.
pub fn find_live(c: &mut Conn, hash: &str) -> StoreResult<Option<PressLink>> {
    let of = press_links::table.filter(press_links::hash.eq(hash.to_owned())).filter(press_links::revoked_at.is_null());
    Ok(of.first::<PressLinkRow>(c).optional_row()?.map(Into::into))
}

/// The links of an edition, newest first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<PressLink>> {
    let of = press_links::table.filter(press_links::edition_id.eq(edition)).order(press_links::id.desc());
    Ok(of.load::<PressLinkRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new link.
pub fn insert(c: &mut Conn, link: PressLink) -> StoreResult<()> {
    diesel::insert_into(press_links::table).values(PressLinkRow::from(link)).execute(c)?;
    Ok(())
}

/// Ends a link of an edition; whether it still worked.
pub fn revoke(c: &mut Conn, edition: EditionId, id: PressLinkId, now: DateTime<Utc>) -> StoreResult<bool> {
    let of = press_links::table
        .find(id)
        .filter(press_links::edition_id.eq(edition))
        .filter(press_links::revoked_at.is_null());
    Ok(diesel::update(of).set(press_links::revoked_at.eq(Some(At(now)))).execute(c)? > 0)
}
