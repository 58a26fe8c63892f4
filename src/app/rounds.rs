//! Rounds of scoring: adding them, saying which entries go on, opening, closing and reopening.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::{AppError, AppResult, problems, tally};
use crate::domain::assignment::{AssignmentAct, AssignmentStatus};
use crate::domain::audit::AuditActor;
use crate::domain::deliberation::Room;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::ids::{CriterionId, EntryId, RoundId};
use crate::domain::language::{Language, Localised};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Criterion, Round, RoundStatus, WEIGHT_SUM_BP};
use crate::i18n::Speaker;
use crate::judging::tally::seal::SigningKey;
use crate::store::{self, Conn};

/// Longest reason, in characters.
const REASON_LIMIT: usize = 1000;

/// A round and its edition, for an organiser who may run it.
fn load(c: &mut Conn, actor: &Actor, id: RoundId) -> AppResult<(Edition, Round)> {
    let round = store::rounds::get(c, id)?;
    policy::can_organise(actor, round.edition_id, OrganiserAct::Run)?;
    Ok((store::editions::get(c, round.edition_id)?, round))
}

/// Opens a round: jurors may score between its dates. A closed edition moves on to judging with it.
pub fn open(c: &mut Conn, actor: &Actor, id: RoundId, now: DateTime<Utc>) -> AppResult<()> {
    let (mut edition, mut round) = load(c, actor, id)?;
    if round.status != RoundStatus::Draft {
        return Err(AppError::refused("round-refused-opened"));
    }
    if !matches!(edition.status, EditionStatus::Closed | EditionStatus::Judging) {
        return Err(AppError::refused("round-refused-edition"));
    }
    if store::rounds::list(c, edition.id)?
        .iter()
        .any(|before| before.position < round.position && before.status != RoundStatus::Closed)
    {
        return Err(AppError::refused("round-refused-before"));
    }
    if store::rounds::list_criteria(c, id)?.iter().map(|x| x.weight_bp).sum::<i32>() != WEIGHT_SUM_BP {
        return Err(AppError::refused("round-refused-weights"));
    }
    if !store::assignments::list_of_round(c, id)?.iter().any(|a| a.status.is_visible_to_juror()) {
        return Err(AppError::refused("round-refused-unassigned"));
    }
    round.status = RoundStatus::Open;
    store::rounds::update(c, round)?;
    if edition.status == EditionStatus::Closed {
        edition.status = EditionStatus::Judging;
        store::editions::update(c, edition.clone())?;
    }
    let event = Event::new("round.opened", "round", id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// What closing a round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Scorecards that count.
    pub locked: usize,
    /// Scorecards that were begun and never handed in: kept, and not counted.
    pub unfinished: usize,
}

/// Closes a round: what was handed in is locked, and counts; the count is sealed at once. Nothing
/// is destroyed.
pub fn close(c: &mut Conn, actor: &Actor, id: RoundId, key: &SigningKey, now: DateTime<Utc>) -> AppResult<Closed> {
    store::scorecards::hold(c)?;
    let (mut edition, mut round) = load(c, actor, id)?;
    if round.status != RoundStatus::Open {
        return Err(AppError::refused("round-refused-not-open"));
    }
    round.status = RoundStatus::Closed;
    round.closed_at = Some(now);
    store::rounds::update(c, round.clone())?;
    let mut done = Closed { locked: 0, unfinished: 0 };
    for assignment in store::assignments::list_of_round(c, id)? {
        if let Some(locked) = assignment.status.after(AssignmentAct::Lock) {
            let reason = assignment.reason.as_deref();
            store::assignments::move_to(c, assignment.id, assignment.status, locked, reason, now)?;
            done.locked += 1;
        } else if matches!(assignment.status, AssignmentStatus::Assigned | AssignmentStatus::Drafting) {
            done.unfinished += 1;
        }
    }
    let is_last = store::rounds::list(c, edition.id)?.iter().all(|after| after.position <= round.position);
    if edition.status == EditionStatus::Judging && is_last {
        edition.status = EditionStatus::Deliberation;
        store::editions::update(c, edition.clone())?;
    }
    let after = json!({ "locked": done.locked, "unfinished": done.unfinished });
    let event = Event::new("round.closed", "round", id).edition(edition.id).after(after);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    tally::seal(c, actor.user_id, &edition, &round, key, now)?;
    Ok(done)
}

/// Reopens a closed round, with a reason that the log keeps. Scores come back as they were.
pub fn reopen(c: &mut Conn, actor: &Actor, id: RoundId, reason: &str, now: DateTime<Utc>) -> AppResult<()> {
    let (mut edition, mut round) = load(c, actor, id)?;
    let reason = problems::reason(reason, REASON_LIMIT)?;
    if round.status != RoundStatus::Closed || edition.is_announced() {
        return Err(AppError::refused("round-refused-reopen"));
    }
    if store::announcements::find_live(c, edition.id)?.is_some() {
        return Err(AppError::refused("round-refused-scheduled"));
    }
    let has_gone_on = |after: &Round| after.position > round.position && after.status != RoundStatus::Draft;
    if store::rounds::list(c, edition.id)?.iter().any(has_gone_on) {
        return Err(AppError::refused("round-refused-gone-on"));
    }
    round.status = RoundStatus::Open;
    round.closed_at = None;
    store::rounds::update(c, round)?;
    for assignment in store::assignments::list_of_round(c, id)? {
        if let Some(unlocked) = assignment.status.after(AssignmentAct::Unlock) {
            let kept = assignment.reason.as_deref();
            store::assignments::move_to(c, assignment.id, assignment.status, unlocked, kept, now)?;
        }
    }
    // What the jury talked about is no longer so: the room has to be opened anew.
    if let Some(room) = store::deliberations::find_room(c, id)?.filter(|room| room.is_open) {
        store::deliberations::update_room(c, Room { is_open: false, talk_until: None, ..room })?;
    }
    if edition.status == EditionStatus::Deliberation {
        edition.status = EditionStatus::Judging;
        store::editions::update(c, edition.clone())?;
    }
    let event = Event::new("round.reopened", "round", id).edition(edition.id).after(json!({ "reason": reason }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Days that a new round lasts, until somebody says otherwise.
const DAYS: i64 = 14;

/// Adds a round after the last, with its criteria. Which entries go on to it is decided once that one is
/// closed.
pub fn add(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<Round> {
    let edition = super::editions::open(c, actor, slug, OrganiserAct::Run)?.edition;
    if edition.is_announced() {
        return Err(AppError::refused("round-refused-announced"));
    }
    let last = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
    if last.position > 1 && last.status == RoundStatus::Draft {
        return Err(AppError::refused("round-refused-draft"));
    }
    let name = |language| Speaker(language).t("round-new-name");
    let round = Round {
        id: RoundId::new(),
        position: last.position + 1,
        name: Localised::new(&name(Language::French), &name(Language::Arabic), &name(Language::English)),
        status: RoundStatus::Draft,
        opens_at: last.closes_at,
        closes_at: last.closes_at + TimeDelta::days(DAYS),
        closed_at: None,
        version: 1,
        ..last.clone()
    };
    store::rounds::insert(c, round.clone())?;
    for criterion in store::rounds::list_criteria(c, last.id)? {
        let copy = Criterion { id: CriterionId::new(), round_id: round.id, ..criterion };
        store::rounds::insert_criterion(c, copy)?;
    }
    let event = Event::new("round.added", "round", round.id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    if edition.status == EditionStatus::Deliberation {
        store::editions::update(c, Edition { status: EditionStatus::Judging, ..edition })?;
    }
    Ok(round)
}

/// Takes a later round away that has not begun and has no assignment.
pub fn remove(c: &mut Conn, actor: &Actor, id: RoundId, now: DateTime<Utc>) -> AppResult<()> {
    let (edition, round) = load(c, actor, id)?;
    let is_used = !store::assignments::list_of_round(c, id)?.is_empty();
    if round.is_first() || round.status != RoundStatus::Draft || is_used {
        return Err(AppError::refused("round-refused-remove"));
    }
    store::rounds::delete(c, id)?;
    let event = Event::new("round.removed", "round", id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    let is_all_closed = store::rounds::list(c, edition.id)?.iter().all(|x| x.status == RoundStatus::Closed);
    if edition.status == EditionStatus::Judging && is_all_closed {
        store::editions::update(c, Edition { status: EditionStatus::Deliberation, ..edition })?;
    }
    Ok(())
}

/// A round that has not begun, and the closed one that comes before it.
pub fn before(c: &mut Conn, actor: &Actor, id: RoundId) -> AppResult<(Edition, Round, Round)> {
    let (edition, round) = load(c, actor, id)?;
    if round.is_first() {
        return Err(AppError::NotFound);
    }
    let earlier = store::rounds::list(c, edition.id)?.into_iter().rfind(|x| x.position < round.position);
    let earlier = earlier.ok_or(AppError::NotFound)?;
    if round.status != RoundStatus::Draft {
        return Err(AppError::refused("round-refused-opened"));
    }
    if earlier.status != RoundStatus::Closed {
        return Err(AppError::refused("round-refused-before"));
    }
    Ok((edition, round, earlier))
}

/// Says which entries go on to a round: of those that were judged in the one before. An entry that has
/// assignments in the round already stays in it.
pub fn advance(c: &mut Conn, actor: &Actor, id: RoundId, chosen: &[EntryId], now: DateTime<Utc>) -> AppResult<usize> {
    let (edition, round, earlier) = before(c, actor, id)?;
    let judged: BTreeSet<EntryId> = store::entries::list_of_round(c, &earlier)?.into_iter().map(|x| x.id).collect();
    let mut wanted: BTreeSet<EntryId> = chosen.iter().copied().collect();
    if !wanted.is_subset(&judged) {
        return Err(AppError::NotFound);
    }
    if wanted.is_empty() {
        return Err(AppError::refused("round-refused-nobody"));
    }
    let assigned = store::assignments::list_of_round(c, round.id)?;
    wanted.extend(assigned.iter().filter(|a| a.status.is_visible_to_juror()).map(|a| a.entry_id));
    let before = store::rounds::list_entries(c, round.id)?.len();
    let wanted: Vec<EntryId> = wanted.into_iter().collect();
    store::rounds::set_entries(c, round.id, &wanted)?;
    let event = Event::new("round.entries", "round", round.id)
        .edition(edition.id)
        .before(json!({ "entries": before }))
        .after(json!({ "entries": wanted.len() }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(wanted.len())
}
