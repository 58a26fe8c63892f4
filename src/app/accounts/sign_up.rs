//! A new account, and the proof of its address.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::links;
use super::sign_in::may_write_to;
use crate::app::audit::{self, Event};
use crate::app::outbox::{self, Notice};
use crate::app::problems::{password_problem, text_problem};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::ids::UserId;
use crate::domain::language::Language;
use crate::domain::notice::MailKind;
use crate::domain::text::{self, EmailAddress};
use crate::domain::token::TokenKind;
use crate::domain::user::User;
use crate::security::{password, secret};
use crate::store::{self, Conn};

/// A name of a person, at most this many characters.
pub(super) const NAME_LIMIT: usize = 120;

/// A sign-up that was read and found good.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The person's name.
    pub name: String,
    /// The address to prove.
    pub email: EmailAddress,
    /// The language of the page.
    pub language: Language,
}

impl NewAccount {
    /// Reads what was typed; every problem at once.
    pub fn read(name: &str, email: &str, typed_password: &str, language: Language) -> AppResult<Self> {
        let mut problems = Vec::new();
        let name = text::line(name, NAME_LIMIT).map_err(|e| problems.push(text_problem("name", e)));
        let address = EmailAddress::parse(email).map_err(|e| problems.push(text_problem("email", e)));
        let for_check = address.as_ref().map_or("", EmailAddress::as_str);
        if let Err(error) = password::check(typed_password, for_check) {
            problems.push(password_problem("password", error));
        }
        match (name, address) {
            (Ok(name), Ok(email)) if problems.is_empty() => Ok(Self { name, email, language }),
            _ => Err(AppError::Invalid(problems)),
        }
    }
}

/// Makes an account that waits for its proof. An address that has an account gets a mail that says
/// so; the page says the same to both.
///
/// An account that waits already keeps no password of anybody: whoever of the two signed up second
/// may be a stranger, or the first may be. The one who opens the mail chooses it.
pub fn sign_up(
    c: &mut Conn,
    new: NewAccount,
    password_hash: String,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    if !may_write_to(c, &new.email, now)? {
        return Ok(());
    }
    let user = match store::users::find_by_email(c, &new.email)? {
        Some(user) if user.verified_at.is_some() => {
            let url = format!("{public_url}/{}/account/sign-in", user.language);
            let key = format!("already:{}:{}", user.id, now.timestamp_micros());
            send(c, MailKind::AlreadyRegistered, &user, &url, key, now)?;
            return Ok(());
        }
        Some(mut user) => {
            user.password_hash = None;
            store::users::update(c, user.clone())?;
            user
        }
        None => {
            let user = User {
                id: UserId::new(),
                email: new.email,
                name: new.name,
                password_hash: Some(password_hash),
                language: new.language,
                verified_at: None,
                is_founder: false,
                disabled_at: None,
                created_at: now,
                second_factor_at: None,
            };
            store::users::insert(c, user.clone())?;
            audit::record(c, AuditActor::User(user.id), Event::new("account.created", "account", user.id), now)?;
            user
        }
    };
    send_proof(c, &user, public_url, now)
}

/// Queues the mail that proves an address.
pub(super) fn send_proof(c: &mut Conn, user: &User, public_url: &str, now: DateTime<Utc>) -> AppResult<()> {
    let secret = links::issue(c, TokenKind::Verify, user.id, now)?;
    let url = format!("{public_url}/{}/account/verify/{secret}", user.language);
    let key = format!("verify:{}", secret::hash(&secret));
    send(c, MailKind::Verify, user, &url, key, now)
}

/// Queues a mail about an account.
pub(super) fn send(
    c: &mut Conn,
    kind: MailKind,
    user: &User,
    url: &str,
    key: String,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let notice = Notice {
        kind,
        to: user.email.clone(),
        name: user.name.clone(),
        language: user.language,
        params: json!({ "url": url }),
        dedupe_key: key,
    };
    outbox::enqueue(c, notice, now)?;
    Ok(())
}

/// Proves an address with the link that was sent to it. `new_hash` is the password of an account
/// that has none.
pub fn verify(c: &mut Conn, secret: &str, new_hash: Option<String>, now: DateTime<Utc>) -> AppResult<User> {
    let id = links::spend(c, TokenKind::Verify, secret, now)?;
    let mut user = store::users::get(c, id)?;
    if user.verified_at.is_none() {
        user.verified_at = Some(now);
        user.password_hash = user.password_hash.or(new_hash);
        store::users::update(c, user.clone())?;
        audit::record(c, AuditActor::User(id), Event::new("account.verified", "account", id), now)?;
    }
    Ok(user)
}
