//! Answering an invitation. The link proves that its holder reads the invited mailbox, and nothing
//! else: it is bound to that address and never joins it to somebody else's account.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::deadline;
use super::invite::LINE_LIMIT;
use crate::app::audit::{self, Event};
use crate::app::problems::{self, text_problem};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::ids::{JurorId, TokenId, UserId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::language::Language;
use crate::domain::policy::Actor;
use crate::domain::text;
use crate::domain::token::TokenKind;
use crate::domain::user::User;
use crate::security::secret;
use crate::store::{self, Conn, StoreError};

/// Longest reason for declining, in characters.
const REASON_LIMIT: usize = 1000;

/// What an invitation's page needs.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The edition.
    pub edition: Edition,
    /// The invited person.
    pub juror: Juror,
    /// By when to have scored.
    pub deadline: DateTime<Utc>,
    /// Names of the people who organise the edition.
    pub hosts: Vec<String>,
    /// Whether the invited address has an account that can sign in.
    pub has_account: bool,
    token: TokenId,
}

/// What a link of an invitation opens.
#[derive(Debug, Clone)]
pub enum Opened {
    /// The invitation, to be answered.
    Waiting(Box<Invited>),
    /// It was answered with this link.
    Answered(Box<Invited>),
}

/// Opens a link of an invitation: a dead or unknown one is [`AppError::DeadLink`].
pub fn open(c: &mut Conn, link: &str, now: DateTime<Utc>) -> AppResult<Opened> {
    let token = store::tokens::find(c, TokenKind::Invitation, &secret::hash(link))?.ok_or(AppError::DeadLink)?;
    let juror = store::jurors::get(c, token.juror_id.ok_or(AppError::DeadLink)?)?;
    let is_answered = matches!(juror.status, JurorStatus::Accepted | JurorStatus::Declined);
    if token.used_at.is_none() && (token.expires_at <= now || juror.status != JurorStatus::Invited) {
        return Err(AppError::DeadLink);
    }
    if token.used_at.is_some() && !is_answered {
        return Err(AppError::DeadLink);
    }
    let edition = store::editions::get(c, juror.edition_id)?;
    let account = store::users::find_by_email(c, &juror.email)?;
    let invited = Box::new(Invited {
        deadline: deadline(c, &edition)?,
        hosts: store::organisers::list(c, edition.id)?.into_iter().map(|(user, _)| user.name).take(3).collect(),
        has_account: account.is_some_and(|user| user.verified_at.is_some()),
        edition,
        juror,
        token: token.id,
    });
    Ok(if token.used_at.is_some() { Opened::Answered(invited) } else { Opened::Waiting(invited) })
}

fn waiting(c: &mut Conn, link: &str, now: DateTime<Utc>) -> AppResult<Invited> {
    match open(c, link, now)? {
        Opened::Waiting(invited) => Ok(*invited),
        Opened::Answered(_) => Err(AppError::DeadLink),
    }
}

/// Somebody who is signed in accepts with the link from the mail.
pub fn accept(c: &mut Conn, actor: &Actor, link: &str, charter: bool, now: DateTime<Utc>) -> AppResult<Juror> {
    let invited = waiting(c, link, now)?;
    check_charter(charter)?;
    let user = store::users::get(c, actor.user_id)?;
    let juror = join(c, invited.juror, &user, now)?;
    store::tokens::spend(c, invited.token, now)?;
    Ok(juror)
}

/// Somebody whose account has the invited, proven address accepts without the link.
pub fn accept_as(c: &mut Conn, actor: &Actor, juror: JurorId, now: DateTime<Utc>) -> AppResult<Juror> {
    let juror = store::jurors::get(c, juror)?;
    let user = store::users::get(c, actor.user_id)?;
    if user.email != juror.email {
        return Err(AppError::NotFound);
    }
    if juror.status != JurorStatus::Invited {
        return Err(AppError::refused("jury-refused-answered"));
    }
    let juror = join(c, juror, &user, now)?;
    store::tokens::kill_of_juror(c, juror.id, now)?;
    Ok(juror)
}

/// Somebody without an account accepts and makes one: the link has proved the address. An account
/// that was never verified is taken over with the new password, so that nobody can lie in wait
/// with a password of their own.
pub fn accept_with_account(
    c: &mut Conn,
    link: &str,
    name: &str,
    password_hash: &str,
    language: Language,
    charter: bool,
    now: DateTime<Utc>,
) -> AppResult<(Juror, UserId)> {
    let invited = waiting(c, link, now)?;
    if invited.has_account {
        return Err(AppError::refused("jury-refused-has-account"));
    }
    let name = problems::line("name", name, LINE_LIMIT)?;
    check_charter(charter)?;
    let user = if let Some(unproven) = store::users::find_by_email(c, &invited.juror.email)? {
        let user =
            User { name, password_hash: Some(password_hash.to_owned()), language, verified_at: Some(now), ..unproven };
        store::tokens::kill_of_user(c, TokenKind::Verify, user.id, now)?;
        store::users::update(c, user.clone())?;
        user
    } else {
        let user = User {
            id: UserId::new(),
            email: invited.juror.email.clone(),
            name,
            password_hash: Some(password_hash.to_owned()),
            language,
            verified_at: Some(now),
            is_founder: false,
            disabled_at: None,
            created_at: now,
            second_factor_at: None,
        };
        store::users::insert(c, user.clone())?;
        user
    };
    let juror = join(c, invited.juror, &user, now)?;
    store::tokens::spend(c, invited.token, now)?;
    Ok((juror, user.id))
}

/// The invited person says no. The link is enough: it came to that mailbox.
pub fn decline(c: &mut Conn, link: &str, reason: &str, now: DateTime<Utc>) -> AppResult<Juror> {
    let invited = waiting(c, link, now)?;
    let reason = text::paragraphs(reason, REASON_LIMIT)
        .map_err(|error| AppError::Invalid(vec![text_problem("reason", error)]))?;
    let juror = Juror {
        status: JurorStatus::Declined,
        decline_reason: (!reason.is_empty()).then_some(reason),
        responded_at: Some(now),
        ..invited.juror
    };
    store::jurors::update(c, juror.clone())?;
    store::tokens::spend(c, invited.token, now)?;
    let event = Event::new("juror.declined", "juror", juror.id).edition(juror.edition_id);
    audit::record(c, AuditActor::System, event, now)?;
    Ok(juror)
}

fn check_charter(accepted: bool) -> AppResult<()> {
    if accepted { Ok(()) } else { Err(AppError::field("charter", "jury-problem-charter")) }
}

fn join(c: &mut Conn, juror: Juror, user: &User, now: DateTime<Utc>) -> AppResult<Juror> {
    if user.email != juror.email || user.verified_at.is_none() {
        return Err(AppError::refused("jury-refused-somebody-else"));
    }
    let juror = Juror {
        user_id: Some(user.id),
        status: JurorStatus::Accepted,
        decline_reason: None,
        charter_accepted_at: Some(now),
        responded_at: Some(now),
        ..juror
    };
    match store::jurors::update(c, juror.clone()) {
        // The same person under another address, invited twice.
        Err(StoreError::Taken(_)) => return Err(AppError::refused("jury-refused-twice")),
        other => other?,
    }
    let event = Event::new("juror.accepted", "juror", juror.id)
        .edition(juror.edition_id)
        .after(json!({ "charter_accepted": true }));
    audit::record(c, AuditActor::User(user.id), event, now)?;
    Ok(juror)
}
