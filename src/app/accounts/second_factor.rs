//! A second proof at signing in, and the proof asked again before what can't be taken back.

use chrono::{DateTime, Utc};

use super::sign_in::throttle;
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::ids::UserId;
use crate::domain::text::EmailAddress;
use crate::security::second_factor::{SharedSecret, plain, recovery_codes};
use crate::security::secret;
use crate::security::tally_key::TallyKey;
use crate::store::{self, Conn};

/// Most codes that are tried in a quarter of an hour.
const TRIES: i32 = 10;

/// What a person has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// The salt of the secret.
    pub salt: String,
    /// Since when it is asked for; none until a first code proved that it works.
    pub since: Option<DateTime<Utc>>,
    /// How many recovery codes are left.
    pub codes: i64,
}

/// What a person has; none before it is begun.
pub fn find(c: &mut Conn, id: UserId) -> AppResult<Option<SecondFactor>> {
    let since = store::users::get(c, id)?.second_factor_at;
    let Some((salt, _)) = store::second_factors::find(c, id)? else { return Ok(None) };
    Ok(Some(SecondFactor { salt, since, codes: store::second_factors::count_codes(c, id)? }))
}

/// Makes a secret for a person to put into their app. Asked for only once a code of it was right.
pub fn begin(c: &mut Conn, id: UserId) -> AppResult<()> {
    if store::users::get(c, id)?.second_factor_at.is_some() {
        return Err(AppError::refused("second-factor-refused-has"));
    }
    store::second_factors::put(c, id, &secret::random()[..32])?;
    Ok(())
}

fn record(c: &mut Conn, id: UserId, action: &'static str, now: DateTime<Utc>) -> AppResult<()> {
    audit::record(c, AuditActor::User(id), Event::new(action, "account", id), now)?;
    Ok(())
}

/// Counts a try. In a transaction of its own: a try that was wrong counts too.
pub fn count_try(c: &mut Conn, id: UserId, now: DateTime<Utc>) -> AppResult<()> {
    throttle(c, "second-factor", &id.to_string(), TRIES, now)
}

fn wrong() -> AppError {
    AppError::field("code", "second-factor-wrong")
}

/// Whether a code of the app is right; each is good once.
fn check_code(c: &mut Conn, key: &TallyKey, id: UserId, typed: &str, now: DateTime<Utc>) -> AppResult<bool> {
    let Some((salt, _)) = store::second_factors::find(c, id)? else { return Ok(false) };
    match SharedSecret::new(key, &salt).step_of(typed, now) {
        Some(step) => Ok(store::second_factors::use_step(c, id, step)?),
        None => Ok(false),
    }
}

/// The first code of the app: from now on one is asked for. Gives the recovery codes, which are shown once.
/// Every other session of the person ends: none of them has given a code.
pub fn confirm(
    c: &mut Conn,
    key: &TallyKey,
    id: UserId,
    session: &str,
    typed: &str,
    now: DateTime<Utc>,
) -> AppResult<Vec<String>> {
    let mut user = store::users::get(c, id)?;
    if user.second_factor_at.is_some() {
        return Err(AppError::refused("second-factor-refused-has"));
    }
    if !check_code(c, key, id, typed, now)? {
        return Err(wrong());
    }
    user.second_factor_at = Some(now);
    store::users::update(c, user)?;
    store::sessions::prove(c, session, true, now)?;
    store::sessions::delete_of_user_except(c, id, session)?;
    record(c, id, "account.second_factor_set", now)?;
    give_codes(c, id)
}

fn give_codes(c: &mut Conn, id: UserId) -> AppResult<Vec<String>> {
    let codes = recovery_codes();
    let hashes: Vec<String> = codes.iter().map(|code| secret::hash(&plain(code))).collect();
    store::second_factors::set_codes(c, id, &hashes)?;
    Ok(codes)
}

/// Lets a session on whose password was right: with a code of the app, or with a recovery code, which is then
/// used up.
pub fn pass(c: &mut Conn, key: &TallyKey, id: UserId, session: &str, typed: &str, now: DateTime<Utc>) -> AppResult<()> {
    if !check_code(c, key, id, typed, now)? {
        if !store::second_factors::use_code(c, id, &secret::hash(&plain(typed)))? {
            return Err(wrong());
        }
        record(c, id, "account.recovery_code_used", now)?;
    }
    store::sessions::prove(c, session, true, now)?;
    Ok(())
}

/// New recovery codes in the place of those before.
pub fn renew_codes(c: &mut Conn, id: UserId, now: DateTime<Utc>) -> AppResult<Vec<String>> {
    if store::users::get(c, id)?.second_factor_at.is_none() {
        return Err(AppError::NotFound);
    }
    record(c, id, "account.recovery_codes_made", now)?;
    give_codes(c, id)
}

/// The password alone is enough again.
pub fn remove(c: &mut Conn, id: UserId, now: DateTime<Utc>) -> AppResult<()> {
    let mut user = store::users::get(c, id)?;
    store::second_factors::delete(c, id)?;
    if user.second_factor_at.take().is_some() {
        store::users::update(c, user)?;
        record(c, id, "account.second_factor_removed", now)?;
    }
    Ok(())
}

/// Forgets the second factor of somebody who has lost app and recovery codes: from the command line only. Their
/// sessions end.
pub fn forget(c: &mut Conn, email: &EmailAddress, now: DateTime<Utc>) -> AppResult<()> {
    let mut user = store::users::find_by_email(c, email)?.ok_or(AppError::NotFound)?;
    let id = user.id;
    store::second_factors::delete(c, id)?;
    user.second_factor_at = None;
    store::users::update(c, user)?;
    store::sessions::delete_of_user_except(c, id, "")?;
    let event = Event::new("account.second_factor_removed", "account", id);
    audit::record(c, AuditActor::System, event, now)?;
    Ok(())
}

/// Notes that a person has just given their password again.
pub fn note_proof(c: &mut Conn, session: &str, now: DateTime<Utc>) -> AppResult<()> {
    Ok(store::sessions::prove(c, session, false, now)?)
}
