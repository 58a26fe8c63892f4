//! Assigning, and taking back. Nothing that was scored is ever taken back by the way.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, FieldProblem, outbox};
use crate::domain::assignment::{Assignment, AssignmentAct, AssignmentStatus};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{AssignmentId, EntryId, JurorId, OrganisationId, RoundId, UserId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::notice::MailKind;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Round, RoundStatus};
use crate::store::{self, Conn};

/// What a change of a round's assignments did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Change {
    /// How many pairs are new.
    pub added: usize,
    /// How many were taken back.
    pub removed: usize,
}

/// Everything that decides whether a pair may be assigned.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub edition: Edition,
    pub round: Round,
    pub entries: BTreeMap<EntryId, Entry>,
    pub jurors: BTreeMap<JurorId, Juror>,
    pub ties: BTreeSet<(JurorId, OrganisationId)>,
    /// Who works on which entry, its owner aside.
    pub at_work: BTreeSet<(EntryId, UserId)>,
    pub pairs: BTreeMap<(EntryId, JurorId), Assignment>,
}

impl Ground {
    pub fn load(c: &mut Conn, round: Round) -> AppResult<Self> {
        let edition = store::editions::get(c, round.edition_id)?;
        let entries = store::entries::list_of_round(c, &round)?.into_iter().map(|e| (e.id, e)).collect();
        let jurors = store::jurors::list(c, edition.id)?.into_iter().map(|j| (j.id, j)).collect();
        let ties = store::conflicts::list_of_edition(c, edition.id)?
            .into_iter()
            .map(|tie| (tie.juror_id, tie.organisation_id))
            .collect();
        let pairs = store::assignments::list_of_round(c, round.id)?
            .into_iter()
            .map(|a| ((a.entry_id, a.juror_id), a))
            .collect();
        let at_work = store::collaborators::list_joined(c, edition.id)?.into_iter().collect();
        Ok(Self { edition, round, entries, jurors, ties, at_work, pairs })
    }

    /// How many entries a juror has in this round.
    pub fn load_of(&self, juror: JurorId) -> usize {
        self.pairs.values().filter(|a| a.juror_id == juror && a.status.counts()).count()
    }

    /// Whether a known tie, or work of the person's own on the entry, stands between the two.
    pub fn is_tied(&self, entry: &Entry, juror: &Juror) -> bool {
        let is_own = |person| person == entry.owner_id || self.at_work.contains(&(entry.id, person));
        self.ties.contains(&(juror.id, entry.organisation_id)) || juror.user_id.is_some_and(is_own)
    }

    /// Why a pair may not be assigned: the key of a message.
    pub fn refusal(&self, pair: (EntryId, JurorId)) -> Option<&'static str> {
        let Some(entry) = self.entries.get(&pair.0) else { return Some("assign-problem-entry") };
        let Some(juror) = self.jurors.get(&pair.1) else { return Some("assign-problem-juror") };
        if juror.status != JurorStatus::Accepted {
            return Some("assign-problem-not-accepted");
        }
        if self.is_tied(entry, juror) {
            return Some("assign-problem-tie");
        }
        match self.pairs.get(&pair).map(|a| a.status) {
            Some(AssignmentStatus::Recused) => return Some("assign-problem-recused"),
            Some(status) if status.is_visible_to_juror() => return Some("assign-problem-assigned"),
            _ => {}
        }
        let load = self.load_of(juror.id);
        if juror.max_load.is_some_and(|most| i64::try_from(load).unwrap_or(i64::MAX) >= i64::from(most)) {
            return Some("assign-problem-load");
        }
        None
    }

    /// A problem of a pair, naming both.
    pub fn problem(&self, pair: (EntryId, JurorId), key: &'static str) -> FieldProblem {
        let reference = self.entries.get(&pair.0).map_or_else(String::new, |entry| entry.reference.clone());
        let name = self.jurors.get(&pair.1).map_or_else(String::new, |juror| juror.name.clone());
        FieldProblem::new(format!("{}:{}", pair.0, pair.1), key).arg("entry", reference).arg("juror", name)
    }
}

/// Assigns pairs in a round, all or none: the problems name each pair that can't be. Every juror
/// concerned gets one mail. Returns how many are new.
pub fn assign(
    c: &mut Conn,
    actor: &Actor,
    round: RoundId,
    pairs: &[(EntryId, JurorId)],
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    Ok(change(c, actor, round, pairs, &[], false, public_url, now)?.added)
}

/// Adds pairs and takes pairs back, all or none. A scorecard that was handed in is never taken
/// back; one that was begun only if `even_begun`.
#[allow(clippy::too_many_arguments)] // what a person decided, and where it is written
pub fn change(
    c: &mut Conn,
    actor: &Actor,
    round: RoundId,
    add: &[(EntryId, JurorId)],
    remove: &[(EntryId, JurorId)],
    even_begun: bool,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Change> {
    let round = store::rounds::get(c, round)?;
    policy::can_organise(actor, round.edition_id, OrganiserAct::Run)?;
    if round.status == RoundStatus::Closed {
        return Err(AppError::refused("assign-refused-closed"));
    }
    let mut ground = Ground::load(c, round)?;
    let mut problems = Vec::new();
    let mut removed = 0;
    for &pair in remove {
        match take_back(c, &mut ground, pair, even_begun, now)? {
            Ok(count) => removed += count,
            Err(key) => problems.push(ground.problem(pair, key)),
        }
    }
    let mut news: BTreeMap<JurorId, usize> = BTreeMap::new();
    for &pair in add {
        if let Some(key) = ground.refusal(pair) {
            problems.push(ground.problem(pair, key));
        } else {
            give(c, &mut ground, actor, pair, now)?;
            *news.entry(pair.1).or_default() += 1;
        }
    }
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    let added = news.values().sum();
    if added + removed > 0 {
        let event = Event::new("assignments.changed", "round", ground.round.id)
            .edition(ground.edition.id)
            .after(json!({ "added": written(&ground, add), "removed": written(&ground, remove) }));
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    for (juror, count) in news {
        if let Some(juror) = ground.jurors.get(&juror) {
            // One mail per juror and change, whatever the number of entries.
            let whom = (&ground.edition, &ground.round, juror);
            outbox::tell_juror(c, whom, MailKind::Assignment, count, public_url, now)?;
        }
    }
    Ok(Change { added, removed })
}

fn written(ground: &Ground, pairs: &[(EntryId, JurorId)]) -> Vec<[String; 2]> {
    let name = |id: &EntryId| ground.entries.get(id).map_or_else(|| id.to_string(), |e| e.reference.clone());
    pairs.iter().map(|(entry, juror)| [name(entry), juror.to_string()]).collect()
}

fn give(
    c: &mut Conn,
    ground: &mut Ground,
    actor: &Actor,
    pair: (EntryId, JurorId),
    now: DateTime<Utc>,
) -> AppResult<()> {
    let assigned = AssignmentStatus::Assigned;
    if let Some(before) = ground.pairs.get_mut(&pair) {
        let to = before.status.after(AssignmentAct::Apply).ok_or(AppError::Stale)?;
        store::assignments::move_to(c, before.id, before.status, to, None, now)?;
        before.status = to;
        return Ok(());
    }
    let assignment = Assignment {
        id: AssignmentId::new(),
        round_id: ground.round.id,
        entry_id: pair.0,
        juror_id: pair.1,
        status: assigned,
        reason: None,
        assigned_by: actor.user_id,
        assigned_at: now,
        changed_at: now,
    };
    store::assignments::insert(c, assignment.clone())?;
    ground.pairs.insert(pair, assignment);
    Ok(())
}

/// Takes a pair back: how many were, or the key of a refusal.
fn take_back(
    c: &mut Conn,
    ground: &mut Ground,
    pair: (EntryId, JurorId),
    even_begun: bool,
    now: DateTime<Utc>,
) -> AppResult<Result<usize, &'static str>> {
    let Some(assignment) = ground.pairs.get_mut(&pair) else { return Ok(Ok(0)) };
    match assignment.status {
        AssignmentStatus::Submitted | AssignmentStatus::Locked => Ok(Err("assign-problem-scored")),
        AssignmentStatus::Drafting if !even_begun => Ok(Err("assign-problem-begun")),
        status => match status.after(AssignmentAct::Withdraw) {
            Some(to) => {
                store::assignments::move_to(c, assignment.id, status, to, None, now)?;
                assignment.status = to;
                Ok(Ok(1))
            }
            None => Ok(Ok(0)),
        },
    }
}

/// Takes back what a juror has not handed in, in every round. Returns how many.
pub fn withdraw_open_of_juror(c: &mut Conn, actor: &Actor, juror: JurorId, now: DateTime<Utc>) -> AppResult<usize> {
    let edition = store::jurors::get(c, juror)?.edition_id;
    policy::can_organise(actor, edition, OrganiserAct::Run)?;
    let mut withdrawn = 0;
    for assignment in store::assignments::list_of_juror(c, juror)? {
        let from = assignment.status;
        let is_open =
            matches!(from, AssignmentStatus::Proposed | AssignmentStatus::Assigned | AssignmentStatus::Drafting);
        if let Some(to) = from.after(AssignmentAct::Withdraw).filter(|_| is_open) {
            store::assignments::move_to(c, assignment.id, from, to, None, now)?;
            withdrawn += 1;
        }
    }
    Ok(withdrawn)
}
