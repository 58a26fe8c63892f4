//! Deciding whether an entry may be judged.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::audit::{self, Event};
use crate::app::editions;
use crate::app::outbox;
use crate::app::problems;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryStatus, IDENTITY, Screening};
use crate::domain::ids::{EditionId, EntryId};
use crate::domain::notice::MailKind;
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::screening::{Refusal, ScreeningRules};
use crate::store::{self, Conn};

/// Longest reason, in characters.
const REASON_LIMIT: usize = 2000;

/// What is decided about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It may be judged: the lines of the checklist that were ticked, by their places.
    Eligible(Vec<usize>),
    /// A refusal that another person proposed is not to be.
    Keep,
    /// It will not be judged, for a reason.
    Ineligible(String),
    /// The applicant is asked for what is missing: in words, and the keys of the questions to answer anew
    /// (and [`IDENTITY`]; none means all).
    Return(String, Vec<String>),
    /// The decision is taken back.
    Undo,
}

/// Screens an entry of which the organiser has read the snapshot `read` (its number).
/// [`AppError::Stale`] when a newer one was submitted meanwhile.
#[allow(clippy::too_many_arguments)] // each is a part of the decision
pub fn decide(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: EntryId,
    read: i32,
    decision: Decision,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Entry> {
    let (edition, entry) = to_screen(c, actor, slug, id)?;
    check(c, &edition, &entry, &decision)?;
    let newest = store::snapshots::list(c, id)?.first().map_or(0, |s| s.number);
    if read != newest {
        return Err(AppError::Stale);
    }
    let decision = with_reason(decision)?;
    let rules = store::screenings::rules(c, edition.id)?;
    match &decision {
        Decision::Eligible(ticked) => check_list(&rules, ticked)?,
        Decision::Keep => return keep(c, actor, entry, now),
        Decision::Ineligible(reason) if rules.second_reader => {
            if let Some(entry) = propose(c, actor, &entry, reason, now)? {
                return Ok(entry);
            }
        }
        _ => {}
    }
    store::screenings::delete_refusal(c, id)?;
    if let Decision::Return(_, open) = &decision {
        let form = store::entry_forms::get(c, entry.form_id)?;
        if open.iter().any(|key| key != IDENTITY && form.field(key).is_none()) {
            return Err(AppError::NotFound);
        }
    }
    let decided = apply(c, actor, entry, &decision, now)?;
    if let Decision::Return(missing, _) = &decision {
        ask_for(c, &edition, &decided, missing, public_url, now)?;
    }
    Ok(decided)
}

/// Every line of the checklist has to be ticked.
fn check_list(rules: &ScreeningRules, ticked: &[usize]) -> AppResult<()> {
    match (0..rules.checklist.len()).find(|line| !ticked.contains(line)) {
        Some(_) => Err(AppError::field("check", "screening-problem-checklist")),
        None => Ok(()),
    }
}

/// Proposes a refusal where nobody else has; none where the proposal of another person is confirmed.
fn propose(c: &mut Conn, actor: &Actor, entry: &Entry, reason: &str, now: DateTime<Utc>) -> AppResult<Option<Entry>> {
    match store::screenings::find_refusal(c, entry.id)? {
        Some(known) if known.proposed_by != actor.user_id => return Ok(None),
        Some(_) => {
            store::screenings::delete_refusal(c, entry.id)?;
        }
        None => {}
    }
    let refusal =
        Refusal { entry_id: entry.id, reason: reason.to_owned(), proposed_by: actor.user_id, proposed_at: now };
    store::screenings::insert_refusal(c, refusal)?;
    let event = Event::new("entry.refusal_proposed", "entry", entry.id)
        .edition(entry.edition_id)
        .after(json!({ "reason": reason }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(Some(entry.clone()))
}

/// The proposal of a refusal is not followed: the entry waits as before.
fn keep(c: &mut Conn, actor: &Actor, entry: Entry, now: DateTime<Utc>) -> AppResult<Entry> {
    if store::screenings::delete_refusal(c, entry.id)? {
        let event = Event::new("entry.refusal_dropped", "entry", entry.id).edition(entry.edition_id);
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(entry)
}

/// Accepts several entries at once: those that were submitted and not screened yet. Returns how many.
pub(super) fn accept_many(
    c: &mut Conn,
    actor: &Actor,
    edition: &Edition,
    entries: Vec<Entry>,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    let mut accepted = 0;
    for entry in entries {
        if entry.screening == Screening::Pending && check(c, edition, &entry, &Decision::Eligible(Vec::new())).is_ok() {
            apply(c, actor, entry, &Decision::Eligible(Vec::new()), now)?;
            accepted += 1;
        }
    }
    Ok(accepted)
}

/// An edition and an entry of it, for whoever screens.
pub(super) fn to_screen(c: &mut Conn, actor: &Actor, slug: &str, id: EntryId) -> AppResult<(Edition, Entry)> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Screen)?.edition;
    let entry = of_edition(c, edition.id, id)?;
    Ok((edition, entry))
}

/// An entry of this edition; those of others do not exist here.
pub(super) fn of_edition(c: &mut Conn, edition: EditionId, id: EntryId) -> AppResult<Entry> {
    let entry = store::entries::get(c, id)?;
    if entry.edition_id == edition { Ok(entry) } else { Err(AppError::NotFound) }
}

fn check(c: &mut Conn, edition: &Edition, entry: &Entry, decision: &Decision) -> AppResult<()> {
    if edition.is_announced() {
        return Err(AppError::refused("screening-refused-announced"));
    }
    let is_undo = *decision == Decision::Undo;
    match entry.status {
        EntryStatus::Draft => return Err(AppError::refused("screening-refused-draft")),
        EntryStatus::Withdrawn => return Err(AppError::refused("screening-refused-withdrawn")),
        EntryStatus::Returned if !is_undo => return Err(AppError::refused("screening-refused-returned")),
        EntryStatus::Returned | EntryStatus::Submitted => {}
    }
    // A juror may be reading it: first the assignments are taken back, then the decision.
    if !matches!(decision, Decision::Eligible(_) | Decision::Keep)
        && entry.screening == Screening::Eligible
        && is_assigned(c, edition, entry)?
    {
        return Err(AppError::refused("screening-refused-assigned"));
    }
    Ok(())
}

fn is_assigned(c: &mut Conn, edition: &Edition, entry: &Entry) -> AppResult<bool> {
    for round in store::rounds::list(c, edition.id)? {
        let assignments = store::assignments::list_of_round(c, round.id)?;
        if assignments.iter().any(|a| a.entry_id == entry.id && a.status.is_visible_to_juror()) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn with_reason(decision: Decision) -> AppResult<Decision> {
    let read = |field: &str, typed: &str| problems::paragraphs(field, typed, REASON_LIMIT);
    Ok(match decision {
        Decision::Ineligible(typed) => Decision::Ineligible(read("ineligible_reason", &typed)?),
        Decision::Return(typed, open) => Decision::Return(read("missing", &typed)?, open),
        Decision::Eligible(_) | Decision::Keep | Decision::Undo => decision,
    })
}

fn apply(c: &mut Conn, actor: &Actor, mut entry: Entry, decision: &Decision, now: DateTime<Utc>) -> AppResult<Entry> {
    let before = json!({ "screening": entry.screening, "reason": entry.screening_reason });
    let (screening, reason) = match decision {
        Decision::Eligible(_) => (Screening::Eligible, None),
        Decision::Ineligible(reason) => (Screening::Ineligible, Some(reason.clone())),
        Decision::Return(missing, _) => (Screening::Returned, Some(missing.clone())),
        Decision::Undo | Decision::Keep => (Screening::Pending, None),
    };
    entry.status = if screening == Screening::Returned { EntryStatus::Returned } else { EntryStatus::Submitted };
    entry.open_questions = if let Decision::Return(_, open) = decision { open.clone() } else { Vec::new() };
    let is_decided = screening != Screening::Pending;
    entry.screening = screening;
    entry.screening_reason = reason;
    entry.screened_by = is_decided.then_some(actor.user_id);
    entry.screened_at = is_decided.then_some(now);
    entry.updated_at = now;
    store::entries::update(c, entry.clone())?;
    entry.version += 1;
    let event = Event::new("entry.screened", "entry", entry.id)
        .edition(entry.edition_id)
        .before(before)
        .after(json!({ "screening": entry.screening, "reason": entry.screening_reason, "open": entry.open_questions }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(entry)
}

/// Writes to the applicant what is missing.
fn ask_for(
    c: &mut Conn,
    edition: &Edition,
    entry: &Entry,
    missing: &str,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let mail = (MailKind::Returned, format!("returned:{}:{}", entry.id, entry.version));
    outbox::tell_applicant(c, (edition, entry), mail, public_url, |_| vec![("reason", missing.into())], now)?;
    Ok(())
}
