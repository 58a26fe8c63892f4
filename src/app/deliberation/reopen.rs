//! Setting a decision aside: always for a reason, and with a second organiser where there is one.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::TEXT_LIMIT;
use super::motions::{find_outcome, load, note};
use super::seats::Entered;
use crate::app::editions::team::has_second;
use crate::app::problems;
use crate::app::{AppError, AppResult};
use crate::domain::deliberation::{Motion, MotionStatus};
use crate::domain::ids::MotionId;
use crate::domain::policy::Actor;
use crate::store::{self, Conn};

/// What asking to reopen a decision did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reopened {
    /// The vote is open again.
    Done,
    /// Another organiser has to agree.
    Waits,
}

/// A decided motion whose decision may be set aside.
fn decided(c: &mut Conn, actor: &Actor, slug: &str, id: MotionId) -> AppResult<(Entered, Motion)> {
    let (entered, motion) = load(c, actor, slug, id)?;
    if !matches!(motion.status, MotionStatus::Adopted | MotionStatus::Rejected) {
        return Err(AppError::refused("motion-refused-undecided"));
    }
    if store::announcements::find_live(c, entered.edition.id)?.is_some() {
        return Err(AppError::refused("round-refused-scheduled"));
    }
    Ok((entered, motion))
}

/// Asks to set a decision aside. Alone in the team, that is enough.
pub fn ask_to_reopen(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: MotionId,
    reason: &str,
    now: DateTime<Utc>,
) -> AppResult<Reopened> {
    let (entered, mut motion) = decided(c, actor, slug, id)?;
    let reason = problems::reason(reason, TEXT_LIMIT)?;
    motion.reopen_by = Some(actor.user_id);
    motion.reopen_reason = reason;
    if has_second(c, entered.edition.id, actor.user_id)? {
        store::deliberations::update_motion(c, motion.clone())?;
        note(c, actor, &entered, &motion, "motion.reopening_asked", json!({ "reason": motion.reopen_reason }), now)?;
        return Ok(Reopened::Waits);
    }
    set_aside(c, actor, &entered, motion, now)?;
    Ok(Reopened::Done)
}

/// Agrees with another organiser who asked.
pub fn confirm_reopening(c: &mut Conn, actor: &Actor, slug: &str, id: MotionId, now: DateTime<Utc>) -> AppResult<()> {
    let (entered, motion) = decided(c, actor, slug, id)?;
    match motion.reopen_by {
        None => Err(AppError::refused("motion-refused-unasked")),
        Some(person) if person == actor.user_id => Err(AppError::refused("motion-refused-second")),
        Some(_) => set_aside(c, actor, &entered, motion, now),
    }
}

/// The decided motion stays as it is, set aside; its like is voted on anew. What it had staged is not any more.
fn set_aside(c: &mut Conn, actor: &Actor, entered: &Entered, mut old: Motion, now: DateTime<Utc>) -> AppResult<()> {
    let was = old.status;
    old.status = MotionStatus::Reopened;
    old.reopen_confirmed_by = Some(actor.user_id);
    if let (MotionStatus::Adopted, Some(entry), Some(prize)) = (was, old.entry_id, old.prize_id)
        && let Some(outcome) = find_outcome(c, entered, prize, entry)?
    {
        store::outcomes::delete_unpublished(c, outcome.id)?;
    }
    let anew = Motion {
        id: MotionId::new(),
        status: MotionStatus::Open,
        put_by: actor.user_id,
        put_at: now,
        decided_by: None,
        decided_at: None,
        reason: String::new(),
        follows: Some(old.id),
        reopen_by: None,
        reopen_reason: String::new(),
        reopen_confirmed_by: None,
        ..old.clone()
    };
    store::deliberations::update_motion(c, old.clone())?;
    store::deliberations::insert_motion(c, anew)?;
    note(c, actor, entered, &old, "motion.reopened", json!({ "was": was, "reason": old.reopen_reason }), now)
}
