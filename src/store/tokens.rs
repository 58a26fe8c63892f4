//! Links sent by mail.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::tokens;
use super::types::At;
use crate::domain::ids::{JurorId, TokenId, UserId};
use crate::domain::token::{Token, TokenKind};

row!(TokenRow of Token in tokens {
    id: TokenId, kind: TokenKind, user_id: Option<UserId>, juror_id: Option<JurorId>, hash: String,
    created_at: At, expires_at: At, used_at: Option<At>,
});

/// A new link.
pub fn insert(c: &mut Conn, token: Token) -> StoreResult<()> {
    diesel::insert_into(tokens::table).values(TokenRow::from(token)).execute(c)?;
    Ok(())
}

/// The link of a secret's hash, alive or not.
pub fn find(c: &mut Conn, kind: TokenKind, hash: &str) -> StoreResult<Option<Token>> {
    let row = tokens::table
        .filter(tokens::hash.eq(hash))
        .filter(tokens::kind.eq(kind))
        .first::<TokenRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// Uses a link up, once: false when it was used or is dead.
pub fn spend(c: &mut Conn, id: TokenId, now: DateTime<Utc>) -> StoreResult<bool> {
    let spent =
        diesel::update(tokens::table.find(id).filter(tokens::used_at.is_null()).filter(tokens::expires_at.gt(At(now))))
            .set(tokens::used_at.eq(Some(At(now))))
            .execute(c)?;
    Ok(spent == 1)
}

/// Kills the unused links of a kind of a person: only the newest works.
pub fn kill_of_user(c: &mut Conn, kind: TokenKind, user: UserId, now: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(
        tokens::table
            .filter(tokens::user_id.eq(Some(user)))
            .filter(tokens::kind.eq(kind))
            .filter(tokens::used_at.is_null())
            .filter(tokens::expires_at.gt(At(now))),
    )
    .set(tokens::expires_at.eq(At(now)))
    .execute(c)?;
    Ok(())
}

/// Kills the unused links of an invitation.
pub fn kill_of_juror(c: &mut Conn, juror: JurorId, now: DateTime<Utc>) -> StoreResult<()> {
    diesel::update(
        tokens::table
            .filter(tokens::juror_id.eq(Some(juror)))
            .filter(tokens::used_at.is_null())
            .filter(tokens::expires_at.gt(At(now))),
    )
    .set(tokens::expires_at.eq(At(now)))
    .execute(c)?;
    Ok(())
}

/// Forgets links that died before an instant.
pub fn delete_dead(c: &mut Conn, before: DateTime<Utc>) -> StoreResult<usize> {
    Ok(diesel::delete(tokens::table.filter(tokens::expires_at.lt(At(before)))).execute(c)?)
}
