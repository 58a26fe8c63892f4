//! Being forgotten: asked for by a person, done by an organiser; and what is forgotten by itself.
//!
//! What counts stays: scores, assignments, seals and the log, which name people by ids alone or not at all, and
//! what is public of a laureate. What tells of the person goes, bytes of files included. The salts behind a
//! tally's commitments go too: the tally is checked as before, and says nothing of them any more.

use std::collections::BTreeSet;

use chrono::{DateTime, Months, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::{AppError, AppResult, editions};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryStatus};
use crate::domain::erasure::{ErasureRequest, NOBODY, nobodys_address};
use crate::domain::ids::{EditionId, ErasureId, UserId};
use crate::domain::juror::JurorStatus;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::RoundStatus;
use crate::domain::text::EmailAddress;
use crate::domain::user::{OrganiserRole, User};
use crate::store::entries::EntryFilter;
use crate::store::{self, Conn};

/// The request of a person that waits.
pub fn waiting(c: &mut Conn, user: UserId) -> AppResult<Option<ErasureRequest>> {
    Ok(store::erasures::find_waiting(c, user)?)
}

/// Asks to be forgotten. Asked twice it is one.
pub fn ask(c: &mut Conn, user: UserId, now: DateTime<Utc>) -> AppResult<()> {
    if store::erasures::find_waiting(c, user)?.is_some() {
        return Ok(());
    }
    let id = ErasureId::new();
    let request = ErasureRequest { id, user_id: user, asked_at: now, done_by: None, done_at: None };
    store::erasures::insert(c, request)?;
    audit::record(c, AuditActor::User(user), Event::new("erasure.asked", "erasure", id), now)?;
    Ok(())
}

/// Takes the wish back.
pub fn take_back(c: &mut Conn, user: UserId, now: DateTime<Utc>) -> AppResult<()> {
    if let Some(request) = store::erasures::find_waiting(c, user)? {
        store::erasures::delete(c, request.id)?;
        audit::record(c, AuditActor::User(user), Event::new("erasure.taken_back", "erasure", request.id), now)?;
    }
    Ok(())
}

/// What stands behind a request, for whoever decides.
#[derive(Debug, Clone)]
pub struct ErasureView {
    /// The request.
    pub request: ErasureRequest,
    /// Who asks; nobody once it is done.
    pub person: User,
    /// Their entries.
    pub entries: Vec<Entry>,
    /// On how many juries they are or were.
    pub juries: usize,
}

/// The editions that a person takes part in, as applicant, juror or organiser.
fn editions_of(c: &mut Conn, person: &User) -> AppResult<BTreeSet<EditionId>> {
    let mut editions: BTreeSet<EditionId> =
        store::entries::list_of_owner(c, person.id)?.iter().map(|entry| entry.edition_id).collect();
    for juror in store::erasures::list_juror_ids(c, person.id, &person.email)? {
        editions.insert(store::jurors::get(c, juror)?.edition_id);
    }
    editions.extend(store::organisers::actor(c, person.id)?.organises.iter().map(|(edition, _)| *edition));
    Ok(editions)
}

/// Whether this organiser decides about a person: one of the platform about all, the owner of an edition about
/// those who take part in it.
fn decides(c: &mut Conn, actor: &Actor, edition: EditionId, person: &User) -> AppResult<bool> {
    Ok(actor.is_founder || editions_of(c, person)?.contains(&edition))
}

/// The requests that an owner of the edition decides about: those that wait first.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Vec<ErasureView>> {
    let edition = editions::open(c, actor, slug, OrganiserAct::ManageTeam)?.edition;
    let mut views = Vec::new();
    for request in store::erasures::list(c)? {
        let person = store::users::get(c, request.user_id)?;
        if decides(c, actor, edition.id, &person)? {
            let entries = store::entries::list_of_owner(c, person.id)?;
            let juries = store::erasures::list_juror_ids(c, person.id, &person.email)?.len();
            views.push(ErasureView { request, person, entries, juries });
        }
    }
    views.sort_by_key(|view| (view.request.done_at.is_some(), view.request.asked_at));
    Ok(views)
}

/// Refused while an edition would be left without an owner, or a round under way without a juror.
fn check(c: &mut Conn, person: &User) -> AppResult<()> {
    for (edition, role) in store::organisers::actor(c, person.id)?.organises {
        let owners = store::organisers::list(c, edition)?.into_iter().filter(|(_, role)| *role == OrganiserRole::Owner);
        if role == OrganiserRole::Owner && owners.count() < 2 {
            return Err(AppError::refused("erasure-refused-owner"));
        }
    }
    for juror in store::erasures::list_juror_ids(c, person.id, &person.email)? {
        let juror = store::jurors::get(c, juror)?;
        let rounds = store::rounds::list(c, juror.edition_id)?;
        let is_at_work = rounds.iter().any(|round| round.status == RoundStatus::Open);
        if juror.status == JurorStatus::Accepted && is_at_work {
            return Err(AppError::refused("erasure-refused-judging"));
        }
    }
    Ok(())
}

/// Forgets a person who asked for it.
pub fn execute(c: &mut Conn, actor: &Actor, slug: &str, id: ErasureId, now: DateTime<Utc>) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::ManageTeam)?.edition;
    let request = store::erasures::get(c, id)?;
    let person = store::users::get(c, request.user_id)?;
    if request.done_at.is_some() || !decides(c, actor, edition.id, &person)? {
        return Err(AppError::NotFound);
    }
    check(c, &person)?;
    let nobody = EmailAddress::parse(&nobodys_address(id)).map_err(|e| AppError::Internal(e.to_string()))?;
    let mut named = BTreeSet::new();
    let entries = store::entries::list_of_owner(c, person.id)?;
    for entry in &entries {
        if forget_entry(c, entry, now)? {
            named.insert(entry.organisation_id);
        }
    }
    for organisation in store::organisations::list_of_owner(c, person.id)? {
        store::erasures::empty_organisation(c, organisation.id, named.contains(&organisation.id), now)?;
    }
    for (number, juror) in store::erasures::list_juror_ids(c, person.id, &person.email)?.into_iter().enumerate() {
        let address = format!("{number}-{nobody}");
        let address = EmailAddress::parse(&address).map_err(|e| AppError::Internal(e.to_string()))?;
        store::erasures::empty_juror(c, juror, &address)?;
    }
    forget_in_campaigns(c, &person.email)?;
    store::erasures::empty_mails(c, &person.email, &nobody)?;
    store::erasures::end_account(c, person.id, &person.email)?;
    let forgotten = User {
        email: nobody,
        name: NOBODY.to_owned(),
        password_hash: None,
        verified_at: None,
        is_founder: false,
        disabled_at: Some(now),
        second_factor_at: None,
        ..person
    };
    store::users::update(c, forgotten)?;
    store::erasures::update(c, ErasureRequest { done_by: Some(actor.user_id), done_at: Some(now), ..request })?;
    let event =
        Event::new("erasure.done", "erasure", id).edition(edition.id).after(json!({ "entries": entries.len() }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Empties an entry; one that is still in the race leaves it. Whether what it is called stays, because it is public.
fn forget_entry(c: &mut Conn, entry: &Entry, now: DateTime<Utc>) -> AppResult<bool> {
    let outcomes = store::outcomes::list_published(c, entry.edition_id)?;
    let is_public = outcomes.iter().any(|outcome| outcome.entry_id == entry.id);
    let edition = store::editions::get(c, entry.edition_id)?;
    if !edition.is_announced() && entry.status != EntryStatus::Withdrawn {
        let gone = Entry { status: EntryStatus::Withdrawn, withdrawn_at: Some(now), ..entry.clone() };
        store::entries::update(c, gone)?;
    }
    store::erasures::empty_entry(c, entry.id, is_public, now)?;
    Ok(is_public)
}

/// Takes an address out of the lists of campaigns.
fn forget_in_campaigns(c: &mut Conn, email: &EmailAddress) -> AppResult<()> {
    for edition in store::editions::list(c)? {
        for mut campaign in store::campaigns::list(c, edition.id)? {
            let before = campaign.recipients.len();
            campaign.recipients.retain(|recipient| recipient.email != *email);
            if campaign.recipients.len() < before {
                store::campaigns::update(c, campaign)?;
            }
        }
    }
    Ok(())
}

/// How long things are kept, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Drafts that were never submitted, after the announcement of their edition.
    pub drafts_months: u32,
    /// What mails said, after they left.
    pub mails_months: u32,
}

/// Forgets what has been kept long enough; how many drafts and mails.
pub fn retain(c: &mut Conn, retention: Retention, now: DateTime<Utc>) -> AppResult<(usize, usize)> {
    let before = |months| now.checked_sub_months(Months::new(months)).unwrap_or(DateTime::UNIX_EPOCH);
    let mut drafts = 0;
    let is_old = |edition: &Edition| edition.announced_at.is_some_and(|at| at < before(retention.drafts_months));
    for edition in store::editions::list(c)?.into_iter().filter(is_old) {
        let filter = EntryFilter { status: Some(EntryStatus::Draft), ..EntryFilter::default() };
        let (mut kept, _) = store::entries::list(c, edition.id, &filter, 0, i64::MAX)?;
        kept.retain(|entry| entry.title != NOBODY);
        for entry in &kept {
            store::erasures::empty_entry(c, entry.id, false, now)?;
        }
        if !kept.is_empty() {
            let event = Event::new("drafts.forgotten", "edition", edition.id)
                .edition(edition.id)
                .after(json!({ "drafts": kept.len() }));
            audit::record(c, AuditActor::System, event, now)?;
        }
        drafts += kept.len();
    }
    let mails = store::erasures::empty_mails_before(c, before(retention.mails_months))?;
    Ok((drafts, mails))
}
