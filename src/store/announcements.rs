//! The acts that make outcomes public.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::announcements;
use super::types::At;
use crate::domain::ids::{AnnouncementId, EditionId, UserId};
use crate::domain::outcome::{Announcement, AnnouncementStatus};

row!(AnnouncementRow of Announcement in announcements {
    id: AnnouncementId, edition_id: EditionId, status: AnnouncementStatus, embargo_at: At, created_by: UserId,
    created_at: At, published_at: Option<At>, confirmed_by: Option<UserId>, taken_back_by: Option<UserId>,
});

/// The announcement of an edition that is ordered, scheduled or done.
pub fn find_live(c: &mut Conn, edition: EditionId) -> StoreResult<Option<Announcement>> {
    let row = announcements::table
        .filter(announcements::edition_id.eq(edition))
        .filter(announcements::status.ne_all([AnnouncementStatus::Cancelled, AnnouncementStatus::TakenBack]))
        .first::<AnnouncementRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The announcements whose instant has come.
pub fn list_due(c: &mut Conn, now: DateTime<Utc>) -> StoreResult<Vec<Announcement>> {
    let rows = announcements::table
        .filter(announcements::status.eq(AnnouncementStatus::Scheduled))
        .filter(announcements::embargo_at.le(At(now)))
        .load::<AnnouncementRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new announcement.
pub fn insert(c: &mut Conn, announcement: Announcement) -> StoreResult<()> {
    diesel::insert_into(announcements::table).values(AnnouncementRow::from(announcement)).execute(c)?;
    Ok(())
}

/// Moves an announcement on that still stands as it was read. [`StoreError::Stale`] when it doesn't.
pub fn update(c: &mut Conn, from: AnnouncementStatus, announcement: Announcement) -> StoreResult<()> {
    let target = announcements::table.find(announcement.id).filter(announcements::status.eq(from));
    match diesel::update(target).set(AnnouncementRow::from(announcement)).execute(c)? {
        1 => Ok(()),
        _ => Err(StoreError::Stale),
    }
}
