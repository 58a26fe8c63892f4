//! Filling an empty instance, through the same use cases as people, at made-up instants.

use chrono::{DateTime, TimeDelta, Utc};

use super::accounts::{DemoAccount, MadeAssignment, MadeEntry, World};
use super::content::Content;
use super::edition::{self, Calendar, Staff};
use crate::app::{AppError, AppResult, accounts};
use crate::domain::ids::UserId;
use crate::domain::language::Language;
use crate::domain::policy::Actor;
use crate::domain::text::EmailAddress;
use crate::domain::token::TokenKind;
use crate::domain::user::User;
use crate::security::tally_key::TallyKey;
use crate::store::{self, Conn};
use crate::web::state::AppState;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "zellige and mint tea";
/// The slug of the current edition.
const CURRENT: &str = "2027";

/// Fills the instance if it is empty, and lists what it holds.
pub fn fill(state: &AppState) -> AppResult<World> {
    let content = Content::load().map_err(|e| AppError::Internal(format!("demo content: {e}")))?;
    let hash = state.passwords.hash_now(PASSWORD).map_err(|e| AppError::Internal(e.to_string()))?;
    let now = state.clock.now();
    let url = state.settings.server.public_url.clone();
    state.db.write_now(|c| {
        if store::editions::find_by_slug(c, CURRENT)?.is_none() {
            make(c, &content, &hash, &url, &state.tally_key, now)?;
        }
        world(c, &content, &url, now)
    })
}

fn make(c: &mut Conn, content: &Content, hash: &str, url: &str, key: &TallyKey, now: DateTime<Utc>) -> AppResult<()> {
    let long_ago = now - TimeDelta::days(500);
    let mut organisers = Vec::new();
    for organiser in &content.organisers {
        let language = organiser.languages.first().copied().unwrap_or(Language::French);
        let user = person(c, &organiser.email, &organiser.name, language, hash, long_ago)?;
        let mut account = store::users::get(c, user)?;
        account.is_founder = true;
        store::users::update(c, account)?;
        organisers.push(user);
    }
    let staff = Staff { organisers, hash: hash.to_owned(), url: url.to_owned(), key: key.clone() };
    edition::make(c, &staff, &content.jurors, &content.last_entries, &Calendar::announced(now))?;
    edition::make(c, &staff, &content.jurors, &content.entries, &Calendar::judging(now))
}

/// The account of somebody in the demo, made if need be: its address is proved.
pub fn person(
    c: &mut Conn,
    email: &str,
    name: &str,
    language: Language,
    hash: &str,
    now: DateTime<Utc>,
) -> AppResult<UserId> {
    let email = EmailAddress::parse(email).map_err(|e| AppError::Internal(format!("{email}: {e}")))?;
    if let Some(user) = store::users::find_by_email(c, &email)? {
        return Ok(user.id);
    }
    let user = User {
        id: UserId::new(),
        email,
        name: name.to_owned(),
        password_hash: Some(hash.to_owned()),
        language,
        verified_at: Some(now),
        is_founder: false,
        disabled_at: None,
        created_at: now,
        second_factor_at: None,
    };
    let id = user.id;
    store::users::insert(c, user)?;
    Ok(id)
}

/// A person with everything that decides what they may do.
pub fn actor(c: &mut Conn, user: UserId) -> AppResult<Actor> {
    Ok(store::organisers::actor(c, user)?)
}

fn account(c: &mut Conn, role: &'static str, user: &User, url: &str, now: DateTime<Utc>) -> AppResult<DemoAccount> {
    let secret = accounts::issue(c, TokenKind::SignIn, user.id, now)?;
    Ok(DemoAccount {
        role,
        name: user.name.clone(),
        email: user.email.to_string(),
        password: PASSWORD,
        login_url: format!("{url}/{}/account/enter/{secret}", user.language),
    })
}

fn world(c: &mut Conn, content: &Content, url: &str, now: DateTime<Utc>) -> AppResult<World> {
    let edition = store::editions::find_by_slug(c, CURRENT)?.ok_or(AppError::NotFound)?;
    let mut accounts = Vec::new();
    for (user, _) in store::organisers::list(c, edition.id)? {
        accounts.push(account(c, "organiser", &user, url, now)?);
    }
    let jurors = store::jurors::list(c, edition.id)?;
    // In the order of the content: the first is the one whose desk is the most telling.
    for juror in &content.jurors {
        if let Some(user) =
            jurors.iter().find(|j| j.email.as_str() == juror.email.to_lowercase()).and_then(|j| j.user_id)
        {
            let user = store::users::get(c, user)?;
            accounts.push(account(c, "juror", &user, url, now)?);
        }
    }
    let (all, _) = store::entries::list(c, edition.id, &store::entries::EntryFilter::default(), 0, i64::MAX)?;
    let mut entries = Vec::new();
    for entry in &all {
        let owner = store::users::get(c, entry.owner_id)?;
        if accounts.iter().filter(|a| a.role == "applicant").count() < 8 {
            accounts.push(account(c, "applicant", &owner, url, now)?);
        }
        entries.push(MadeEntry {
            id: entry.id.to_string(),
            reference: entry.reference.clone(),
            title: entry.title.clone(),
            owner: owner.email.to_string(),
            status: entry.status.to_string(),
            url: format!("{url}/fr/entries/{}", entry.id),
        });
    }
    let mut assignments = Vec::new();
    for round in store::rounds::list(c, edition.id)? {
        for assignment in store::assignments::list_of_round(c, round.id)? {
            let reference = all.iter().find(|e| e.id == assignment.entry_id).map(|e| e.reference.clone());
            let juror = jurors.iter().find(|j| j.id == assignment.juror_id).map(|j| j.email.to_string());
            assignments.push(MadeAssignment {
                entry: reference.unwrap_or_default(),
                juror: juror.unwrap_or_default(),
                status: assignment.status.to_string(),
                url: format!("{url}/fr/jury/{}/{}", edition.slug, assignment.id),
            });
        }
    }
    Ok(World { base_url: url.to_owned(), edition: edition.slug, accounts, entries, assignments })
}
