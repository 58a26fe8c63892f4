//! Links sent by mail.

use chrono::{DateTime, Utc};

use crate::app::{AppError, AppResult};
use crate::domain::ids::{TokenId, UserId};
use crate::domain::token::{Token, TokenKind};
use crate::domain::user::User;
use crate::security::secret;
use crate::store::{self, Conn};

/// Makes a link for an account: older ones of its kind die. Returns its secret, which is stored as
/// a hash only.
pub fn issue(c: &mut Conn, kind: TokenKind, user: UserId, now: DateTime<Utc>) -> AppResult<String> {
    store::tokens::kill_of_user(c, kind, user, now)?;
    let secret = secret::random();
    let token = Token {
        id: TokenId::new(),
        kind,
        user_id: Some(user),
        juror_id: None,
        hash: secret::hash(&secret),
        created_at: now,
        expires_at: now + kind.life(),
        used_at: None,
    };
    store::tokens::insert(c, token)?;
    Ok(secret)
}

/// The link of a secret, if it still works.
fn find_live(c: &mut Conn, kind: TokenKind, secret: &str, now: DateTime<Utc>) -> AppResult<Token> {
    let token = store::tokens::find(c, kind, &secret::hash(secret))?.ok_or(AppError::DeadLink)?;
    if token.used_at.is_some() || token.expires_at <= now {
        return Err(AppError::DeadLink);
    }
    Ok(token)
}

/// The account that a link acts on, if the link still works.
pub fn account_of(c: &mut Conn, kind: TokenKind, secret: &str, now: DateTime<Utc>) -> AppResult<User> {
    let token = find_live(c, kind, secret, now)?;
    Ok(store::users::get(c, token.user_id.ok_or(AppError::DeadLink)?)?)
}

/// Uses a link up and gives the account it is for.
pub(super) fn spend(c: &mut Conn, kind: TokenKind, secret: &str, now: DateTime<Utc>) -> AppResult<UserId> {
    let token = find_live(c, kind, secret, now)?;
    if !store::tokens::spend(c, token.id, now)? {
        return Err(AppError::DeadLink);
    }
    token.user_id.ok_or(AppError::DeadLink)
}
