//! Who is signed in. The cookie's secret is stored as its hash only.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::{sessions, users};
use super::types::At;
use super::users::UserRow;
use crate::domain::ids::UserId;
use crate::domain::user::User;
use crate::security::session::Session;

row!(SessionRow of Session in sessions {
    id_hash: String, user_id: UserId, created_at: At, last_seen_at: At, expires_at: At,
    user_agent: String, address: String, second_at: Option<At>, proved_at: Option<At>,
});

/// Some sessions, live or not, with the people behind them.
pub fn list_with_people(c: &mut Conn, id_hashes: &[String]) -> StoreResult<Vec<(Session, User)>> {
    let rows =
        sessions::table.inner_join(users::table).select((SessionRow::as_select(), UserRow::as_select())).into_boxed();
    // A statement with a list is planned anew each time.
    let rows = match id_hashes {
        [one] => rows.filter(sessions::id_hash.eq(one)),
        several => rows.filter(sessions::id_hash.eq_any(several.to_vec())),
    };
    let rows = rows.load::<(SessionRow, UserRow)>(c)?;
    Ok(rows.into_iter().map(|(session, user)| (session.into(), user.into())).collect())
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
