//! Signed records of what was announced: signed with the announcement, checked by anybody, revoked by organisers.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::public::{self, Laureate};
use super::{AppError, AppResult, editions, problems};
use crate::domain::audit::AuditActor;
use crate::domain::distinction::Distinction;
use crate::domain::edition::Edition;
use crate::domain::ids::DistinctionId;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::judging::record::SignedRecord;
use crate::judging::tally::seal::SigningKey;
use crate::store::{self, Conn};

/// Longest reason of a revocation, in characters.
const REASON_LIMIT: usize = 300;

/// Signs a record of everything that is public of an edition and has none yet; how many.
pub fn issue(c: &mut Conn, edition: &Edition, key: &SigningKey, now: DateTime<Utc>) -> AppResult<usize> {
    let mut issued = 0;
    let (_, laureates) = public::winners(c, &edition.slug)?;
    for laureate in laureates {
        if store::distinctions::find_of_outcome(c, laureate.outcome.id)?.is_some() {
            continue;
        }
        let id = DistinctionId::new();
        let entry = store::entries::get(c, laureate.outcome.entry_id)?;
        let record = json!({
            "announced_at": edition.announced_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            "category": laureate.category.name,
            "edition": edition.slug,
            "edition_name": edition.name,
            "entry": entry.reference,
            "id": id,
            "organisation": laureate.snapshot.organisation_name,
            "outcome": laureate.outcome.published,
            "prize": laureate.prize.name,
            "title": laureate.snapshot.title,
        });
        let signed = SignedRecord::new(&record, key)
            .ok_or_else(|| AppError::Internal("a record holds a number that is not an integer".into()))?;
        let distinction = Distinction {
            id,
            edition_id: edition.id,
            outcome_id: laureate.outcome.id,
            record: signed.record,
            key: signed.key,
            signature: signed.signature,
            issued_at: now,
            revoked_at: None,
            revoked_by: None,
            revoked_reason: String::new(),
        };
        store::distinctions::insert(c, distinction)?;
        issued += 1;
    }
    Ok(issued)
}

/// A record with what it tells of, for everybody: nothing of an edition that is not announced.
pub fn find(c: &mut Conn, id: DistinctionId) -> AppResult<(Edition, Distinction, Laureate)> {
    let distinction = store::distinctions::get(c, id)?;
    let edition = store::editions::get(c, distinction.edition_id)?;
    let (edition, laureates) = public::winners(c, &edition.slug)?;
    let laureate = laureates.into_iter().find(|laureate| laureate.outcome.id == distinction.outcome_id);
    Ok((edition, distinction, laureate.ok_or(AppError::NotFound)?))
}

/// The id of a laureate's record.
pub fn id_of(c: &mut Conn, laureate: &Laureate) -> AppResult<Option<DistinctionId>> {
    Ok(store::distinctions::find_of_outcome(c, laureate.outcome.id)?.map(|distinction| distinction.id))
}

/// The record of a laureate; refused where it is revoked.
pub fn check_holds(c: &mut Conn, laureate: &Laureate) -> AppResult<Option<Distinction>> {
    let distinction = store::distinctions::find_of_outcome(c, laureate.outcome.id)?;
    if distinction.as_ref().is_some_and(|distinction| !distinction.holds()) {
        return Err(AppError::refused("record-refused-revoked"));
    }
    Ok(distinction)
}

/// What was announced, each with its record where there is one.
pub type Recorded = Vec<(Laureate, Option<Distinction>)>;

/// The records of an announced edition, for its organisers.
pub fn list(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<(Edition, Recorded)> {
    editions::open(c, actor, slug, OrganiserAct::Decide)?;
    let (edition, laureates) = match public::winners(c, slug) {
        Err(AppError::NotFound) => return Err(AppError::refused("distinctions-refused-early")),
        other => other?,
    };
    let distinctions = store::distinctions::list(c, edition.id)?;
    let with = |laureate: Laureate| {
        let of = distinctions.iter().find(|d| d.outcome_id == laureate.outcome.id).cloned();
        (laureate, of)
    };
    Ok((edition, laureates.into_iter().map(with).collect()))
}

/// Signs what is public and has no record: announced before there were any.
pub fn issue_missing(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    key: &SigningKey,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    let (edition, _) = list(c, actor, slug)?;
    let issued = issue(c, &edition, key, now)?;
    if issued > 0 {
        let event = Event::new("distinctions.issued", "edition", edition.id)
            .edition(edition.id)
            .after(json!({ "records": issued }));
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(issued)
}

/// A record of an edition that its organiser may decide about.
fn load(c: &mut Conn, actor: &Actor, slug: &str, id: DistinctionId) -> AppResult<Distinction> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    let distinction = store::distinctions::get(c, id)?;
    if distinction.edition_id == edition.id { Ok(distinction) } else { Err(AppError::NotFound) }
}

/// Revokes a record, for a reason that everybody may read.
pub fn revoke(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: DistinctionId,
    reason: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let distinction = load(c, actor, slug, id)?;
    if !distinction.holds() {
        return Ok(());
    }
    let reason = problems::reason(reason, REASON_LIMIT)?;
    let edition = distinction.edition_id;
    let revoked = Distinction {
        revoked_at: Some(now),
        revoked_by: Some(actor.user_id),
        revoked_reason: reason.clone(),
        ..distinction
    };
    store::distinctions::update(c, revoked)?;
    let event =
        Event::new("distinction.revoked", "distinction", id).edition(edition).after(json!({ "reason": reason }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Lets a revoked record hold again.
pub fn restore(c: &mut Conn, actor: &Actor, slug: &str, id: DistinctionId, now: DateTime<Utc>) -> AppResult<()> {
    let distinction = load(c, actor, slug, id)?;
    if distinction.holds() {
        return Ok(());
    }
    let edition = distinction.edition_id;
    let holds = Distinction { revoked_at: None, revoked_by: None, revoked_reason: String::new(), ..distinction };
    store::distinctions::update(c, holds)?;
    let event = Event::new("distinction.restored", "distinction", id).edition(edition);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
