//! A juror's list. Only the juror's own sheets: nothing of anybody else's goes into it.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::sheet::marks_of;
use crate::app::jury;
use crate::app::{AppError, AppResult};
use crate::domain::assignment::{Assignment, AssignmentStatus};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::ids::{AssignmentId, CategoryId, JurorId, RoundId, ScorecardId};
use crate::domain::juror::Juror;
use crate::domain::policy::Actor;
use crate::domain::round::{Criterion, Round, RoundStatus};
use crate::domain::scorecard::{Mark, Score, Scorecard, provisional_total, typical_minutes};
use crate::store::snapshots::Heading;
use crate::store::{self, Conn};

/// Minutes that an entry takes, until the juror's own sheets say better.
const MINUTES: i64 = 10;

/// Where an entry stands on the juror's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueState {
    /// Not begun.
    Todo,
    /// Begun.
    Draft,
    /// Put off for later.
    Passed,
    /// Handed in.
    Submitted,
}

/// An entry on the juror's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItem {
    /// The assignment.
    pub id: AssignmentId,
    /// The entry's reference.
    pub reference: String,
    /// Its title, as submitted; its reference in a blind round.
    pub title: String,
    /// Its category, as submitted.
    pub category: CategoryId,
    /// Where it stands.
    pub state: QueueState,
    /// The juror's own total in hundredths, once something is scored.
    pub total: Option<i32>,
}

/// A juror's list in a round.
#[derive(Debug, Clone)]
pub struct Queue {
    /// The round.
    pub round: Round,
    /// The entries, in this juror's own order.
    pub items: Vec<QueueItem>,
    /// Minutes that an entry takes this juror.
    pub minutes: i64,
}

impl Queue {
    /// How many are not handed in.
    pub fn remaining(&self) -> usize {
        self.items.iter().filter(|item| item.state != QueueState::Submitted).count()
    }

    /// What is to be scored after an entry, round about: what was put off comes last.
    pub fn rest_after(&self, current: Option<AssignmentId>) -> impl Iterator<Item = &QueueItem> {
        let start = current.and_then(|id| self.items.iter().position(|item| item.id == id)).map_or(0, |at| at + 1);
        let ahead = move || {
            let all = self.items.iter().cycle().skip(start).take(self.items.len());
            all.filter(move |item| Some(item.id) != current)
        };
        let begun = ahead().filter(|item| matches!(item.state, QueueState::Todo | QueueState::Draft));
        begun.chain(ahead().filter(|item| item.state == QueueState::Passed))
    }

    /// The next to score after an entry.
    pub fn next_after(&self, current: Option<AssignmentId>) -> Option<&QueueItem> {
        self.rest_after(current).next()
    }
}

/// A place on a jury, on the page that lists them.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The edition.
    pub edition: Edition,
    /// How many sheets are to be handed in.
    pub remaining: usize,
    /// How many entries there are.
    pub total: usize,
    /// By when, while a round is open.
    pub closes_at: Option<DateTime<Utc>>,
}

/// The editions that the actor judges, newest first.
pub fn seats(c: &mut Conn, actor: &Actor) -> AppResult<Vec<Seat>> {
    let mut seats = Vec::new();
    for (edition, juror) in &actor.judges {
        let edition = store::editions::get(c, *edition)?;
        let juror = store::jurors::get(c, *juror)?;
        let queue = queue(c, &edition, &juror, None)?;
        seats.push(Seat {
            remaining: queue.as_ref().map_or(0, Queue::remaining),
            total: queue.as_ref().map_or(0, |q| q.items.len()),
            closes_at: queue.filter(|q| q.round.status == RoundStatus::Open).map(|q| q.round.closes_at),
            edition,
        });
    }
    seats.sort_by(|a, b| b.edition.year.cmp(&a.edition.year).then_with(|| a.edition.slug.cmp(&b.edition.slug)));
    if seats.is_empty() { Err(AppError::NotFound) } else { Ok(seats) }
}

/// What the juror's dashboard needs.
#[derive(Debug, Clone)]
pub struct Dashboard {
    /// The edition.
    pub edition: Edition,
    /// The juror.
    pub juror: Juror,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The list; none while nothing is assigned.
    pub queue: Option<Queue>,
}

/// The juror's dashboard in an edition.
pub fn dashboard(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Dashboard> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let categories = store::categories::list(c, edition.id)?;
    let queue = queue(c, &edition, &juror, None)?;
    Ok(Dashboard { edition, juror, categories, queue })
}

/// The list of a juror: of the round asked for, else of the open round with entries, else of the
/// last one with entries.
pub(super) fn queue(c: &mut Conn, edition: &Edition, juror: &Juror, of: Option<&Round>) -> AppResult<Option<Queue>> {
    let rounds = store::rounds::list(c, edition.id)?;
    let mut mine = store::assignments::list_of_juror(c, juror.id)?;
    mine.retain(|a| a.status.is_visible_to_juror());
    let has_entries = |round: &&Round| mine.iter().any(|a| a.round_id == round.id);
    let round = of
        .or_else(|| rounds.iter().filter(has_entries).find(|r| r.status == RoundStatus::Open))
        .or_else(|| rounds.iter().rfind(has_entries));
    let Some(round) = round.cloned() else { return Ok(None) };
    mine.retain(|a| a.round_id == round.id);
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let cards: HashMap<AssignmentId, Scorecard> =
        store::scorecards::list_of_juror(c, juror.id)?.into_iter().map(|card| (card.assignment_id, card)).collect();
    let mut scores: HashMap<ScorecardId, Vec<Score>> = HashMap::new();
    for score in store::scorecards::list_scores_of_juror(c, juror.id)? {
        scores.entry(score.scorecard_id).or_default().push(score);
    }
    let mut items = items(c, juror, round.id, &mine, &criteria, &cards, &scores)?;
    if round.hides_identity {
        // A project is often named after its startup: here an entry is called by its reference.
        for item in &mut items {
            item.title.clone_from(&item.reference);
        }
    }
    Ok(Some(Queue { minutes: minutes(&mine, &cards), round, items }))
}

fn items(
    c: &mut Conn,
    juror: &Juror,
    round: RoundId,
    mine: &[Assignment],
    criteria: &[Criterion],
    cards: &HashMap<AssignmentId, Scorecard>,
    scores: &HashMap<ScorecardId, Vec<Score>>,
) -> AppResult<Vec<QueueItem>> {
    let tied: BTreeSet<_> =
        store::conflicts::list_of_juror(c, juror.id)?.into_iter().map(|tie| tie.organisation_id).collect();
    let at_work: BTreeSet<_> = match juror.user_id {
        Some(person) => store::collaborators::list_entries_of(c, person)?.into_iter().collect(),
        None => BTreeSet::new(),
    };
    let is_own = |h: &Heading| juror.user_id == Some(h.owner_id) || at_work.contains(&h.entry_id);
    let mut headings: HashMap<_, _> = store::snapshots::list_headings(c, round, juror.id)?
        .into_iter()
        .filter(|heading| !tied.contains(&heading.organisation_id) && !is_own(heading))
        .map(|heading| (heading.entry_id, heading))
        .collect();
    let mut items: Vec<QueueItem> = mine
        .iter()
        .filter_map(|assignment| {
            let heading = headings.remove(&assignment.entry_id)?;
            let card = cards.get(&assignment.id);
            Some(QueueItem {
                id: assignment.id,
                reference: heading.reference,
                title: heading.title,
                category: heading.category_id,
                state: match assignment.status {
                    status if status.is_scored() => QueueState::Submitted,
                    _ if card.is_some_and(|card| card.is_passed) => QueueState::Passed,
                    AssignmentStatus::Drafting => QueueState::Draft,
                    _ => QueueState::Todo,
                },
                total: card.and_then(|card| total_of(criteria, scores, card)),
            })
        })
        .collect();
    items.sort_by_cached_key(|item| own_order(juror.id, item.id));
    Ok(items)
}

fn total_of(criteria: &[Criterion], scores: &HashMap<ScorecardId, Vec<Score>>, card: &Scorecard) -> Option<i32> {
    total(criteria, &marks_of(criteria, scores.get(&card.id).map_or(&[], Vec::as_slice)))
}

/// The weighted mean of marks in hundredths, over those that have a value.
pub(super) fn total(criteria: &[Criterion], marks: &[Mark]) -> Option<i32> {
    let pairs: Vec<_> = criteria.iter().zip(marks).map(|(c, mark)| (mark.hundredths(), c.weight_bp)).collect();
    provisional_total(&pairs)
}

/// Each juror reads in an order of their own, so that no entry is everybody's last.
fn own_order(juror: JurorId, assignment: AssignmentId) -> [u8; 32] {
    Sha256::new().chain_update(juror.0.as_bytes()).chain_update(assignment.0.as_bytes()).finalize().into()
}

/// Minutes that a sheet takes this juror.
fn minutes(mine: &[Assignment], cards: &HashMap<AssignmentId, Scorecard>) -> i64 {
    typical_minutes(mine.iter().filter_map(|assignment| cards.get(&assignment.id))).unwrap_or(MINUTES)
}
