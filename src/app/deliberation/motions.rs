//! Putting motions, voting on them, deciding them.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::TEXT_LIMIT;
use super::room::{check_undecided, open};
use super::seats::{Entered, Seat, Seats, enter};
use crate::app::audit::{self, Event};
use crate::app::problems::{self, text_problem};
use crate::app::results::{self, Staging};
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::audit::AuditActor;
use crate::domain::deliberation::{Ballot, Choice, Count, Motion, MotionStatus, Room, usual_quorum};
use crate::domain::ids::{CategoryId, EntryId, JurorId, MotionId, PrizeId};
use crate::domain::outcome::{Outcome, OutcomeKind};
use crate::domain::policy::Actor;
use crate::domain::text;
use crate::store::{self, Conn, StoreError};

/// A motion as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedMotion {
    /// The category it is about.
    pub category: String,
    /// In words; may be empty where an entry is proposed for a prize.
    pub text: String,
    /// The reference of the entry it is about, or nothing.
    pub entry: String,
    /// `winner` or `finalist` of a prize, as `winner:id`; or nothing.
    pub proposal: String,
    /// `open` or `secret`.
    pub ballot: String,
    /// How many must vote, or nothing for more than half.
    pub quorum: String,
}

/// The edition, the room while it is open, and one of its motions.
pub(super) fn load(c: &mut Conn, actor: &Actor, slug: &str, id: MotionId) -> AppResult<(Entered, Motion)> {
    let entered = enter(c, actor, slug, false)?;
    check_undecided(&entered)?;
    let motion = store::deliberations::get_motion(c, id)?;
    if motion.round_id != entered.round.id {
        return Err(AppError::NotFound);
    }
    Ok((entered, motion))
}

/// Puts a motion to the jury.
pub fn put(c: &mut Conn, actor: &Actor, slug: &str, typed: &TypedMotion, now: DateTime<Utc>) -> AppResult<Motion> {
    let entered = enter(c, actor, slug, false)?;
    check_undecided(&entered)?;
    let room = open(&entered)?;
    let mut problems: Vec<FieldProblem> = Vec::new();
    let category = store::categories::list(c, entered.edition.id)?
        .into_iter()
        .find(|category| category.code == typed.category)
        .ok_or(AppError::NotFound)?;
    let entry = entry_of(c, &room, category.id, &typed.entry)?;
    let proposal = proposal_of(c, &entered, category.id, &typed.proposal)?;
    if proposal.is_some() && entry.is_none() {
        problems.push(FieldProblem::new("entry", "motion-problem-entry"));
    }
    let text = text::paragraphs(&typed.text, TEXT_LIMIT).unwrap_or_else(|error| {
        problems.push(text_problem("text", error));
        String::new()
    });
    if text.is_empty() && proposal.is_none() && problems.is_empty() {
        problems.push(FieldProblem::new("text", "motion-problem-text"));
    }
    let entries = store::entries::list_by_ids(c, entry.as_slice())?;
    let entitled = Seats::load(c, &entered.edition, &entries)?.entitled(entry).count();
    let quorum = match typed.quorum.trim() {
        "" => Some(usual_quorum(entitled)),
        typed => typed.parse().ok().filter(|quorum| (1..=entitled.max(1)).contains(quorum)),
    };
    if quorum.is_none() {
        problems.push(FieldProblem::new("quorum", "motion-problem-quorum").arg("most", entitled));
    }
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    let motion = Motion {
        id: MotionId::new(),
        round_id: entered.round.id,
        category_id: category.id,
        text,
        entry_id: entry,
        prize_id: proposal.map(|(_, prize)| prize),
        kind: proposal.map(|(kind, _)| kind),
        ballot: typed.ballot.parse().unwrap_or(Ballot::Open),
        quorum: i32::try_from(quorum.unwrap_or(1)).unwrap_or(1),
        status: MotionStatus::Open,
        put_by: actor.user_id,
        put_at: now,
        decided_by: None,
        decided_at: None,
        reason: String::new(),
        follows: None,
        reopen_by: None,
        reopen_reason: String::new(),
        reopen_confirmed_by: None,
    };
    store::deliberations::insert_motion(c, motion.clone())?;
    note(c, actor, &entered, &motion, "motion.put", json!({ "ballot": motion.ballot, "kind": motion.kind }), now)?;
    Ok(motion)
}

/// The entry of a reference, which must stand in the order of the category.
fn entry_of(c: &mut Conn, room: &Room, category: CategoryId, reference: &str) -> AppResult<Option<EntryId>> {
    if reference.is_empty() {
        return Ok(None);
    }
    let ids: Vec<EntryId> =
        room.standings.iter().filter(|line| line.category == category).map(|line| line.entry).collect();
    let entries = store::entries::list_by_ids(c, &ids)?;
    let entry = entries.iter().find(|entry| entry.reference == reference && entry.is_judgeable());
    Ok(Some(entry.ok_or(AppError::NotFound)?.id))
}

/// What is proposed, of a prize that the category can get.
fn proposal_of(
    c: &mut Conn,
    entered: &Entered,
    category: CategoryId,
    typed: &str,
) -> AppResult<Option<(OutcomeKind, PrizeId)>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let (kind, prize) = typed.split_once(':').ok_or(AppError::NotFound)?;
    let kind = kind.parse().map_err(|_| AppError::NotFound)?;
    let prize: PrizeId = prize.parse().map_err(|_| AppError::NotFound)?;
    let prizes = store::categories::list_prizes(c, entered.edition.id)?;
    let is_for_category = |id: Option<CategoryId>| id.is_none_or(|id| id == category);
    let known = prizes.iter().any(|one| one.id == prize && is_for_category(one.category_id));
    if known { Ok(Some((kind, prize))) } else { Err(AppError::NotFound) }
}

/// A juror's vote. In a secret vote it can't be changed.
pub fn vote(c: &mut Conn, actor: &Actor, slug: &str, id: MotionId, choice: Choice) -> AppResult<()> {
    let entered = enter(c, actor, slug, true)?;
    check_undecided(&entered)?;
    let Seat::Juror(juror) = entered.seat else { return Err(AppError::NotFound) };
    let motion = store::deliberations::get_motion(c, id)?;
    let entries = store::entries::list_by_ids(c, motion.entry_id.as_slice())?;
    let seats = Seats::load(c, &entered.edition, &entries)?;
    if motion.round_id != entered.round.id || !seats.sees(entered.seat, &motion) {
        return Err(AppError::NotFound);
    }
    open(&entered)?;
    if motion.status != MotionStatus::Open {
        return Err(AppError::refused("motion-refused-decided"));
    }
    match motion.ballot {
        Ballot::Open => store::deliberations::put_vote(c, &motion, juror, choice)?,
        Ballot::Secret => match store::deliberations::cast_ballot(c, &motion, juror, choice) {
            Err(StoreError::Taken(_)) => return Err(AppError::refused("motion-refused-voted")),
            done => done?,
        },
    }
    Ok(())
}

/// A vote as it is kept: in an open one with its choice.
pub(super) type Vote = (MotionId, JurorId, Option<Choice>);

/// The votes on a motion, counted: open ones, and the ballots of secret ones.
pub(super) fn count(motion: MotionId, votes: &[Vote], ballots: &[(MotionId, Choice)]) -> Count {
    let open = votes.iter().filter(|(id, ..)| *id == motion).filter_map(|(.., choice)| *choice);
    let secret = ballots.iter().filter(|(id, _)| *id == motion).map(|(_, choice)| *choice);
    Count::of(open.chain(secret))
}

/// Closes the vote on a motion: what the votes say is decided, for a reason that the minutes keep. An
/// adopted proposal is staged at once.
pub fn decide(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: MotionId,
    reason: &str,
    now: DateTime<Utc>,
) -> AppResult<Motion> {
    let (entered, mut motion) = load(c, actor, slug, id)?;
    if motion.status != MotionStatus::Open {
        return Err(AppError::refused("motion-refused-decided"));
    }
    let reason = problems::reason(reason, TEXT_LIMIT)?;
    let votes = store::deliberations::list_votes(c, motion.round_id)?;
    let count = count(motion.id, &votes, &store::deliberations::list_ballots(c, motion.round_id)?);
    if count.cast() < usize::try_from(motion.quorum).unwrap_or(0) {
        return Err(AppError::Refused {
            key: "motion-refused-quorum",
            args: vec![("cast", count.cast().into()), ("quorum", motion.quorum.into())],
        });
    }
    motion.status = if count.is_carried() { MotionStatus::Adopted } else { MotionStatus::Rejected };
    motion.reason = reason;
    motion.decided_by = Some(actor.user_id);
    motion.decided_at = Some(now);
    store::deliberations::update_motion(c, motion.clone())?;
    if let (MotionStatus::Adopted, Some(entry), Some(prize), Some(kind)) =
        (motion.status, motion.entry_id, motion.prize_id, motion.kind)
    {
        let known = find_outcome(c, &entered, prize, entry)?;
        let (citation, summary) = known.map(|outcome| (outcome.citation, outcome.summary)).unwrap_or_default();
        results::stage(c, actor, slug, &Staging { prize, entry, kind, citation, summary }, now)?;
    }
    let after = json!({
        "status": motion.status, "for": count.favour, "against": count.against, "abstain": count.abstain,
    });
    note(c, actor, &entered, &motion, "motion.decided", after, now)?;
    Ok(motion)
}

/// What is staged for an entry of a prize.
pub(super) fn find_outcome(
    c: &mut Conn,
    entered: &Entered,
    prize: PrizeId,
    entry: EntryId,
) -> AppResult<Option<Outcome>> {
    let all = store::outcomes::list(c, entered.edition.id)?;
    Ok(all.into_iter().find(|outcome| outcome.prize_id == prize && outcome.entry_id == entry))
}

/// Takes a motion back that is not decided.
pub fn withdraw(c: &mut Conn, actor: &Actor, slug: &str, id: MotionId, now: DateTime<Utc>) -> AppResult<()> {
    let (entered, mut motion) = load(c, actor, slug, id)?;
    if motion.status != MotionStatus::Open {
        return Err(AppError::refused("motion-refused-decided"));
    }
    motion.status = MotionStatus::Withdrawn;
    store::deliberations::update_motion(c, motion.clone())?;
    note(c, actor, &entered, &motion, "motion.withdrawn", json!({}), now)
}

/// Writes the log.
pub(super) fn note(
    c: &mut Conn,
    actor: &Actor,
    entered: &Entered,
    motion: &Motion,
    action: &'static str,
    after: serde_json::Value,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let event = Event::new(action, "motion", motion.id).edition(entered.edition.id).after(after);
    Ok(audit::record(c, AuditActor::User(actor.user_id), event, now)?)
}
