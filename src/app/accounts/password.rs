//! Choosing another password.

use chrono::{DateTime, Utc};

use super::links;
use super::sign_in::may_write_to;
use super::sign_up::send;
use crate::app::AppResult;
use crate::app::audit::{self, Event};
use crate::domain::audit::AuditActor;
use crate::domain::ids::UserId;
use crate::domain::notice::MailKind;
use crate::domain::text::EmailAddress;
use crate::domain::token::TokenKind;
use crate::security::secret;
use crate::store::{self, Conn};

/// Sends a link to choose a new password, if the address has an account. The page says the same
/// either way.
pub fn forgot(c: &mut Conn, email: &EmailAddress, public_url: &str, now: DateTime<Utc>) -> AppResult<()> {
    if !may_write_to(c, email, now)? {
        return Ok(());
    }
    let Some(user) = store::users::find_by_email(c, email)?.filter(|u| u.disabled_at.is_none()) else { return Ok(()) };
    let secret = links::issue(c, TokenKind::Reset, user.id, now)?;
    let url = format!("{public_url}/{}/account/reset/{secret}", user.language);
    send(c, MailKind::Reset, &user, &url, format!("reset:{}", secret::hash(&secret)), now)
}

/// Sets a new password with the link that was sent; every session ends. The link proves the
/// address too.
pub fn reset(c: &mut Conn, secret: &str, new_hash: String, now: DateTime<Utc>) -> AppResult<()> {
    let id = links::spend(c, TokenKind::Reset, secret, now)?;
    let mut user = store::users::get(c, id)?;
    user.password_hash = Some(new_hash);
    user.verified_at = user.verified_at.or(Some(now));
    store::users::update(c, user)?;
    store::sessions::delete_of_user_except(c, id, "")?;
    audit::record(c, AuditActor::User(id), Event::new("account.password_reset", "account", id), now)?;
    Ok(())
}

/// Sets a new password for somebody who knew the old one; every other session ends.
pub fn change(c: &mut Conn, id: UserId, new_hash: String, kept_session: &str, now: DateTime<Utc>) -> AppResult<()> {
    let mut user = store::users::get(c, id)?;
    user.password_hash = Some(new_hash);
    store::users::update(c, user)?;
    store::sessions::delete_of_user_except(c, id, kept_session)?;
    store::tokens::kill_of_user(c, TokenKind::Reset, id, now)?;
    audit::record(c, AuditActor::User(id), Event::new("account.password_changed", "account", id), now)?;
    Ok(())
}
