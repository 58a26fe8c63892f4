//! One's own account: name, language, sessions; and who is an organiser.

use chrono::{DateTime, Utc};

use super::sign_in::one_time_link;
use super::sign_up::NAME_LIMIT;
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, problems};
use crate::domain::audit::AuditActor;
use crate::domain::ids::UserId;
use crate::domain::language::Language;
use crate::domain::text::EmailAddress;
use crate::domain::user::{OrganiserRole, User};
use crate::security::session::Session;
use crate::store::{self, Conn};

/// Changes a person's name.
pub fn rename(c: &mut Conn, id: UserId, name: &str, now: DateTime<Utc>) -> AppResult<()> {
    let name = problems::line("name", name, NAME_LIMIT)?;
    let mut user = store::users::get(c, id)?;
    user.name = name;
    store::users::update(c, user)?;
    audit::record(c, AuditActor::User(id), Event::new("account.renamed", "account", id), now)?;
    Ok(())
}

/// Chooses the language of pages and mails.
pub fn speak(c: &mut Conn, id: UserId, language: Language) -> AppResult<()> {
    let mut user = store::users::get(c, id)?;
    user.language = language;
    store::users::update(c, user)?;
    Ok(())
}

/// The browsers in which a person is signed in.
pub fn sessions(c: &mut Conn, id: UserId, now: DateTime<Utc>) -> AppResult<Vec<Session>> {
    Ok(store::sessions::list_of_user(c, id, now)?)
}

/// Ends one of a person's own sessions.
pub fn end_session(c: &mut Conn, id: UserId, id_hash: &str, now: DateTime<Utc>) -> AppResult<()> {
    if !store::sessions::delete(c, id, id_hash)? {
        return Err(AppError::NotFound);
    }
    audit::record(c, AuditActor::User(id), Event::new("account.session_ended", "account", id), now)?;
    Ok(())
}

/// Ends all of a person's sessions but one.
pub fn end_other_sessions(c: &mut Conn, id: UserId, kept: &str, now: DateTime<Utc>) -> AppResult<()> {
    store::sessions::delete_of_user_except(c, id, kept)?;
    audit::record(c, AuditActor::User(id), Event::new("account.session_ended", "account", id), now)?;
    Ok(())
}

/// Lets an address organise: everything, or one edition. Makes the account if there is none.
/// Returns a link that signs in once. For the command line only.
pub fn make_organiser(
    c: &mut Conn,
    email: &EmailAddress,
    name: &str,
    edition: Option<&str>,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<(User, String)> {
    let mut user = if let Some(user) = store::users::find_by_email(c, email)? {
        user
    } else {
        let user = User {
            id: UserId::new(),
            email: email.clone(),
            name: name.to_owned(),
            password_hash: None,
            language: Language::French,
            verified_at: None,
            is_founder: false,
            disabled_at: None,
            created_at: now,
            second_factor_at: None,
        };
        store::users::insert(c, user.clone())?;
        user
    };
    let editions = if let Some(slug) = edition {
        vec![store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?]
    } else {
        user.is_founder = true;
        store::users::update(c, user.clone())?;
        store::editions::list(c)?
    };
    for edition in editions {
        store::organisers::set_role(c, edition.id, user.id, OrganiserRole::Owner, now)?;
    }
    audit::record(c, AuditActor::System, Event::new("account.made_organiser", "account", user.id), now)?;
    let link = one_time_link(c, &user, public_url, now)?;
    Ok((user, link))
}
