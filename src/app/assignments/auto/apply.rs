//! Applying a plan that was looked at, and undoing it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::facts::{Facts, fingerprint};
use super::propose::Proposal;
use super::wishes::Wishes;
use crate::app::assignments::assign::{Change, Ground, change};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::assignment::{Assignment, AssignmentBatch, AssignmentStatus};
use crate::domain::audit::AuditActor;
use crate::domain::ids::{AssignmentBatchId, EntryId, JurorId, RoundId};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// A plan to apply: what it changes, and the fingerprint of what it was made from.
#[derive(Debug, Clone)]
pub struct Applied {
    round: RoundId,
    fingerprint: String,
    objective: i64,
    added: Vec<(EntryId, JurorId)>,
    removed: Vec<(EntryId, JurorId)>,
}

impl Applied {
    /// Of a proposal.
    pub fn of(facts: &Facts, proposal: &Proposal) -> Self {
        let ids = |pair: (u32, u32)| facts.ids(pair.0 as usize, pair.1 as usize);
        Self {
            round: facts.round.id,
            fingerprint: proposal.fingerprint.clone(),
            objective: proposal.plan.objective,
            added: proposal.added().filter_map(ids).collect(),
            removed: proposal.removed.iter().copied().filter_map(ids).collect(),
        }
    }
}

/// Applies a plan, whole, if everything that it was made from is still so.
pub fn apply(
    c: &mut Conn,
    actor: &Actor,
    plan: &Applied,
    wishes: &Wishes,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Change> {
    let round = store::rounds::get(c, plan.round)?;
    policy::can_organise(actor, round.edition_id, OrganiserAct::Run)?;
    let edition = round.edition_id;
    if fingerprint(&Ground::load(c, round)?, wishes) != plan.fingerprint {
        return Err(AppError::refused("auto-refused-changed"));
    }
    let done = change(c, actor, plan.round, &plan.added, &plan.removed, false, public_url, now)?;
    if done == Change::default() {
        return Ok(done);
    }
    let batch = AssignmentBatch {
        id: AssignmentBatchId::new(),
        round_id: plan.round,
        objective: plan.objective,
        added: plan.added.clone(),
        removed: plan.removed.clone(),
        applied_by: actor.user_id,
        applied_at: now,
        undone_by: None,
        undone_at: None,
    };
    let event = Event::new("assignments.plan_applied", "assignment_batch", batch.id).edition(edition).after(json!({
        "round": plan.round, "added": done.added, "removed": done.removed, "objective": plan.objective,
        "wishes": wishes, "fingerprint": plan.fingerprint,
    }));
    store::assignment_batches::insert(c, batch)?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(done)
}

/// The last plan of a round that was applied and not undone, and how many of its pairs were begun, by
/// the round's assignments.
pub fn last_applied<'a>(
    c: &mut Conn,
    round: RoundId,
    pairs: impl Iterator<Item = &'a Assignment>,
) -> AppResult<Option<(AssignmentBatch, usize)>> {
    let Some(batch) = store::assignment_batches::find_last(c, round)? else { return Ok(None) };
    let added: BTreeSet<_> = batch.added.iter().copied().collect();
    let begun = pairs.filter(|a| is_begun(a.status) && added.contains(&(a.entry_id, a.juror_id))).count();
    Ok(Some((batch, begun)))
}

fn is_begun(status: AssignmentStatus) -> bool {
    status.is_scored() || status == AssignmentStatus::Drafting
}

/// Undoes the last plan of its round, while nobody has begun any of it: what it added is taken
/// back, what it took back is given again.
pub fn undo(
    c: &mut Conn,
    actor: &Actor,
    id: AssignmentBatchId,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Change> {
    let batch = store::assignment_batches::get(c, id)?;
    let edition = store::rounds::get(c, batch.round_id)?.edition_id;
    policy::can_organise(actor, edition, OrganiserAct::Run)?;
    let pairs = store::assignments::list_of_round(c, batch.round_id)?;
    let (last, begun) = last_applied(c, batch.round_id, pairs.iter())?.ok_or(AppError::Stale)?;
    if last.id != batch.id {
        return Err(AppError::Stale);
    }
    if begun > 0 {
        return Err(AppError::Refused { key: "auto-refused-begun", args: vec![("n", begun.into())] });
    }
    let done = change(c, actor, batch.round_id, &batch.removed, &batch.added, false, public_url, now);
    let done = done.map_err(|error| match error {
        AppError::Invalid(_) => AppError::refused("auto-refused-undo"),
        other => other,
    })?;
    store::assignment_batches::set_undone(c, id, actor.user_id, now)?;
    let event = Event::new("assignments.plan_undone", "assignment_batch", id)
        .edition(edition)
        .after(json!({ "round": batch.round_id, "given_again": done.added, "taken_back": done.removed }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(done)
}
