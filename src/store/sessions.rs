//! Who is signed in. The cookie's secret is stored as its hash only.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::sessions;
use super::types::At;
use crate::domain::ids::UserId;
use crate::security::session::Session;

row!(SessionRow of Session in sessions {
    id_hash: String, user_id: UserId, created_at: At, last_seen_at: At, expires_at: At,
    user_agent: String, address: String, second_at: Option<At>, proved_at: Option<At>,
});

/// The live session of a cookie.
pub fn find_live(c: &mut Conn, id_hash: &str, now: DateTime<Utc>) -> StoreResult<Option<Session>> {
    let row =
        sessions::table.find(id_hash).filter(sessions::expires_at.gt(At(now))).first::<SessionRow>(c).optional_row()?;
    Ok(row.map(Into::into))
}

/// The live sessions of a person, newest first.
pub fn list_of_user(c: &mut Conn, user: UserId, now: DateTime<Utc>) -> StoreResult<Vec<Session>> {
    let rows = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::expires_at.gt(At(now)))
        .order(sessions::last_seen_at.desc())
        .load::<SessionRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new session.
pub fn insert(c: &mut Conn, session: Session) -> StoreResult<()> {
    diesel::insert_into(sessions::table).values(SessionRow::from(session)).execute(c)?;
    Ok(())
}

/// Notes that a session was used, and how long it may stay idle from now.
pub fn touch(c: &mut Conn, id_hash: &str, now: DateTime<Utc>, expires_at: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(sessions::table.find(id_hash))
        .set((sessions::last_seen_at.eq(At(now)), sessions::expires_at.eq(At(expires_at))))
        .execute(c)?;
    Ok(())
}

/// Notes that the person has just proved who they are, and whether with a second factor.
pub fn prove(c: &mut Conn, id_hash: &str, with_second_factor: bool, now: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(sessions::table.find(id_hash)).set(sessions::proved_at.eq(Some(At(now)))).execute(c)?;
    if with_second_factor {
        diesel::update(sessions::table.find(id_hash)).set(sessions::second_at.eq(Some(At(now)))).execute(c)?;
    }
    Ok(())
}

/// Ends one session of a person; false when there was none.
pub fn delete(c: &mut Conn, user: UserId, id_hash: &str) -> StoreResult<bool> {
    let gone = diesel::delete(sessions::table.find(id_hash).filter(sessions::user_id.eq(user))).execute(c)?;
    Ok(gone > 0)
}

/// Ends a session, whoever it belongs to: its browser has just shown its secret.
pub fn delete_any(c: &mut Conn, id_hash: &str) -> StoreResult<()> {
    diesel::delete(sessions::table.find(id_hash)).execute(c)?;
    Ok(())
}

/// Ends every session of a person but one.
pub fn delete_of_user_except(c: &mut Conn, user: UserId, kept: &str) -> StoreResult<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::id_hash.ne(kept)))
        .execute(c)?)
}

/// Forgets sessions that are over.
pub fn delete_expired(c: &mut Conn, now: DateTime<Utc>) -> StoreResult<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.le(At(now)))).execute(c)?)
}
