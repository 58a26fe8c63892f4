//! Opening, closing and reopening a round of scoring.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::{AppError, AppResult, tally};
use crate::domain::assignment::{AssignmentAct, AssignmentStatus};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::ids::RoundId;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Round, RoundStatus, WEIGHT_SUM_BP};
use crate::domain::text;
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
    if edition.status == EditionStatus::Judging {
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
    let reason = text::paragraphs(reason, REASON_LIMIT)
        .map_err(|e| AppError::Invalid(vec![super::problems::text_problem("reason", e)]))?;
    if reason.is_empty() {
        return Err(AppError::field("reason", "problem-empty"));
    }
    if round.status != RoundStatus::Closed || edition.is_announced() {
        return Err(AppError::refused("round-refused-reopen"));
    }
    if store::announcements::find_live(c, edition.id)?.is_some() {
        return Err(AppError::refused("round-refused-scheduled"));
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
    if edition.status == EditionStatus::Deliberation {
        edition.status = EditionStatus::Judging;
        store::editions::update(c, edition.clone())?;
    }
    let event = Event::new("round.reopened", "round", id).edition(edition.id).after(json!({ "reason": reason }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
