//! Signing in and out.
//!
//! Failed tries are counted per account and per address in the database, so that all nodes count
//! together. A try counts before its password is compared, and is taken back when it was right: a
//! thousand at the same time get no further than one after the other. A session that exists is
//! never touched by somebody else's failures.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use super::sign_up::{send, send_proof};
use super::{issue, links};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::ids::UserId;
use crate::domain::notice::MailKind;
use crate::domain::text::EmailAddress;
use crate::domain::token::TokenKind;
use crate::domain::user::User;
use crate::security::secret;
use crate::security::session::{self, Session};
use crate::store::{self, Conn};

/// In what time failures are counted.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Most mails about an account to one mailbox in that time.
const MAILS: i32 = 5;

/// A try to sign in.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The address that was typed, if it is one.
    pub email: Option<EmailAddress>,
    /// The address the request came from.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// The session that the browser had until now: it ends where a new one begins.
    pub replaces: Option<String>,
}

impl Attempt {
    fn buckets(&self) -> [String; 2] {
        let account = self.email.as_ref().map_or("", EmailAddress::as_str);
        // Hashed: the table of counts is no list of who tried to sign in.
        [
            format!("sign-in:account:{}", secret::hash(account)),
            format!("sign-in:address:{}", secret::hash(&self.address)),
        ]
    }
}

/// What a password is compared with.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The account, if there is one that may sign in.
    pub user: Option<User>,
    /// Its hash.
    pub password_hash: Option<String>,
}

fn window(now: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(WINDOW).unwrap_or(now)
}

/// Counts a try, refuses it when there were too many, and gives what to compare the password with.
pub fn credentials(c: &mut Conn, attempt: &Attempt, limits: (i32, i32), now: DateTime<Utc>) -> AppResult<Credentials> {
    let [account, address] = attempt.buckets();
    let start = window(now);
    let tries = (store::rate_limits::hit(c, &account, start)?, store::rate_limits::hit(c, &address, start)?);
    if tries.0 > limits.0 || tries.1 > limits.1 {
        return Err(AppError::TooMany(start + WINDOW));
    }
    let user = match &attempt.email {
        Some(email) => store::users::find_by_email(c, email)?.filter(|u| u.disabled_at.is_none()),
        None => None,
    };
    Ok(Credentials { password_hash: user.as_ref().and_then(|u| u.password_hash.clone()), user })
}

/// Takes a try back whose password was right; the account's failures are forgotten.
pub fn note_success(c: &mut Conn, attempt: &Attempt, now: DateTime<Utc>) -> AppResult<()> {
    let [account, address] = attempt.buckets();
    store::rate_limits::clear(c, &account)?;
    store::rate_limits::unhit(c, &address, window(now))?;
    Ok(())
}

/// Whether an account was tried as often as it may be: the next try is refused.
pub fn is_tried_out(c: &mut Conn, attempt: &Attempt, limit: i32, now: DateTime<Utc>) -> AppResult<bool> {
    let [account, _] = attempt.buckets();
    Ok(store::rate_limits::count(c, &account, window(now))? >= limit)
}

/// Tells somebody, once in a quarter of an hour, that their account was tried as often as it may be. An address
/// without an account is looked up alike.
pub fn warn_of_tries(c: &mut Conn, attempt: &Attempt, public_url: &str, now: DateTime<Utc>) -> AppResult<()> {
    let Some(email) = &attempt.email else { return Ok(()) };
    let user = store::users::find_by_email(c, email)?;
    let user = user.filter(|user| user.verified_at.is_some() && user.disabled_at.is_none());
    if may_write_to(c, email, now)?
        && let Some(user) = user
    {
        let url = format!("{public_url}/{}/account/forgot", user.language);
        let key = format!("tried:{}:{}", user.id, window(now).timestamp());
        send(c, MailKind::Tried, &user, &url, key, now)?;
    }
    Ok(())
}

/// Counts an act of somebody (an address, an account), and refuses it when there were too many.
pub fn throttle(c: &mut Conn, act: &str, whose: &str, limit: i32, now: DateTime<Utc>) -> AppResult<()> {
    let bucket = format!("{act}:{}", secret::hash(whose));
    if store::rate_limits::hit(c, &bucket, window(now))? > limit {
        return Err(AppError::TooMany(window(now) + WINDOW));
    }
    Ok(())
}

/// Whether one more mail about an account may go to a mailbox in this quarter of an hour. Beyond
/// that the newest link stays good and nothing is sent: nobody can fill somebody else's mailbox, or
/// kill the link somebody waits for. Counted for known and unknown addresses alike.
pub(super) fn may_write_to(c: &mut Conn, email: &EmailAddress, now: DateTime<Utc>) -> AppResult<bool> {
    let bucket = format!("account-mail:{}", secret::hash(email.as_str()));
    Ok(store::rate_limits::hit(c, &bucket, window(now))? <= MAILS)
}

/// Signs somebody in whose password was right: a new session, never an old id. An account whose
/// address was never proved gets its mail again and stays outside.
pub fn sign_in(
    c: &mut Conn,
    user: UserId,
    attempt: &Attempt,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Option<String>> {
    let user = store::users::get(c, user)?;
    if user.verified_at.is_none() {
        if may_write_to(c, &user.email, now)? {
            send_proof(c, &user, public_url, now)?;
        }
        return Ok(None);
    }
    Ok(Some(begin(c, &user, attempt, now)?))
}

/// Keeps a password's hash as strong as the settings ask.
pub fn rehash(c: &mut Conn, user: UserId, hash: String) -> AppResult<()> {
    let mut user = store::users::get(c, user)?;
    user.password_hash = Some(hash);
    store::users::update(c, user)?;
    Ok(())
}

/// Uses a one-time link up: proves the address, signs in.
pub fn use_link(
    c: &mut Conn,
    secret: &str,
    attempt: &Attempt,
    new_hash: Option<String>,
    now: DateTime<Utc>,
) -> AppResult<String> {
    let id = links::spend(c, TokenKind::SignIn, secret, now)?;
    let mut user = store::users::get(c, id)?;
    if user.disabled_at.is_some() {
        return Err(AppError::DeadLink);
    }
    user.verified_at = user.verified_at.or(Some(now));
    if user.password_hash.is_none() {
        user.password_hash = new_hash;
    }
    store::users::update(c, user.clone())?;
    begin(c, &user, attempt, now)
}

fn begin(c: &mut Conn, user: &User, attempt: &Attempt, now: DateTime<Utc>) -> AppResult<String> {
    let actor = store::organisers::actor(c, user.id)?;
    let (idle, _) = session::life(&actor);
    if let Some(old) = &attempt.replaces {
        store::sessions::delete_any(c, old)?;
    }
    let cookie = secret::random();
    let session = Session {
        id_hash: secret::hash(&cookie),
        user_id: user.id,
        created_at: now,
        last_seen_at: now,
        expires_at: now + idle,
        user_agent: attempt.user_agent.chars().take(200).collect(),
        address: attempt.address.clone(),
        second_at: None,
        proved_at: Some(now),
    };
    store::sessions::insert(c, session)?;
    audit::record(c, AuditActor::User(user.id), Event::new("account.signed_in", "account", user.id), now)?;
    Ok(cookie)
}

/// Ends a session in the database, not only in the browser.
pub fn sign_out(c: &mut Conn, user: UserId, id_hash: &str, now: DateTime<Utc>) -> AppResult<()> {
    store::sessions::delete(c, user, id_hash)?;
    audit::record(c, AuditActor::User(user), Event::new("account.signed_out", "account", user), now)?;
    Ok(())
}

/// A one-time link that signs an account in.
pub(super) fn one_time_link(c: &mut Conn, user: &User, public_url: &str, now: DateTime<Utc>) -> AppResult<String> {
    let secret = issue(c, TokenKind::SignIn, user.id, now)?;
    Ok(format!("{public_url}/{}/account/enter/{secret}", user.language))
}
