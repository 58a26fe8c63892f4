//! A juror's order: in rounds where jurors put entries in an order, the first ones of each category.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::history::Keep;
use super::queue::{QueueItem, QueueState, queue};
use super::sheet::{Sheet, Stored, hand_in, take_back, write, written};
use super::{check_takes_scores, open};
use crate::app::{AppError, AppResult, FieldProblem, fingerprint, jury};
use crate::domain::assignment::AssignmentStatus;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::ids::{AssignmentId, CategoryId};
use crate::domain::juror::Juror;
use crate::domain::policy::Actor;
use crate::domain::round::Round;
use crate::domain::scorecard::Mark;
use crate::store::{self, Conn};

/// An entry on a juror's ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotLine {
    /// The entry, as it stands on the juror's list.
    pub item: QueueItem,
    /// Its place, from 1, if it has one.
    pub place: Option<i32>,
}

/// A juror's order of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryBallot {
    /// The category.
    pub category: Category,
    /// The entries that the juror judges: by place, then in the juror's own order.
    pub lines: Vec<BallotLine>,
}

impl CategoryBallot {
    /// Whether the order is handed in, with every entry.
    pub fn is_in(&self) -> bool {
        self.lines.iter().all(|line| line.item.state == QueueState::Submitted)
    }

    /// What the order is now: whoever changes it says what they saw.
    pub fn seen(&self) -> String {
        let mut places: Vec<_> = self.lines.iter().map(|line| (line.item.id, line.place)).collect();
        places.sort_unstable();
        fingerprint(&places)
    }

    fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| line.place.is_none())
    }
}

/// A juror's order of each category in a round.
#[derive(Debug, Clone)]
pub struct Ballot {
    /// The edition.
    pub edition: Edition,
    /// The juror.
    pub juror: Juror,
    /// The round.
    pub round: Round,
    /// The categories with entries of the juror.
    pub categories: Vec<CategoryBallot>,
    /// The juror has said that it all stands.
    pub is_confirmed: bool,
    /// Whether orders are taken at this instant.
    pub takes_scores: bool,
}

/// A juror's order. Only in a round where jurors put entries in an order.
pub fn ballot(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<Ballot> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let queue = queue(c, &edition, &juror, None)?.filter(|queue| queue.round.is_ranked()).ok_or(AppError::NotFound)?;
    let round = queue.round;
    let mut of_category: BTreeMap<CategoryId, Vec<BallotLine>> = BTreeMap::new();
    for item in queue.items {
        let place = item.total.and_then(|points| round.place_of_points(points / 100));
        of_category.entry(item.category).or_default().push(BallotLine { item, place });
    }
    let mut categories = Vec::new();
    for category in store::categories::list(c, edition.id)? {
        if let Some(mut lines) = of_category.remove(&category.id) {
            lines.sort_by_key(|line| line.place.unwrap_or(i32::MAX));
            categories.push(CategoryBallot { category, lines });
        }
    }
    let is_confirmed = store::rounds::find_confirmation(c, round.id, juror.id)?.is_some();
    Ok(Ballot { takes_scores: round.takes_scores(now), edition, juror, round, categories, is_confirmed })
}

/// Hands in the order of a category. `typed` holds the place of each entry, or nothing; `seen` what the
/// order was when the page was made.
pub fn submit_order(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    category: CategoryId,
    (typed, seen): (&BTreeMap<AssignmentId, String>, &str),
    now: DateTime<Utc>,
) -> AppResult<()> {
    let ballot = ballot(c, actor, slug, now)?;
    check_takes_scores(&ballot.round, now)?;
    if ballot.is_confirmed {
        return Err(AppError::refused("scoring-refused-confirmed"));
    }
    let order = ballot.categories.iter().find(|order| order.category.id == category).ok_or(AppError::NotFound)?;
    let places = read(&ballot.round, order, typed)?;
    let is_same = order.lines.iter().all(|line| places.get(&line.item.id) == line.place.as_ref());
    if !is_same && seen != order.seen() && !order.is_blank() {
        return Err(AppError::Stale);
    }
    for line in &order.lines {
        let place = places.get(&line.item.id).copied();
        if line.place != place || line.item.state != QueueState::Submitted {
            put(c, actor, line.item.id, place, now)?;
        }
    }
    Ok(())
}

/// The places as typed, or everything that is wrong with them.
fn read(
    round: &Round,
    order: &CategoryBallot,
    typed: &BTreeMap<AssignmentId, String>,
) -> AppResult<BTreeMap<AssignmentId, i32>> {
    let mut problems = Vec::new();
    let mut places = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for line in &order.lines {
        let text = typed.get(&line.item.id).map_or("", |text| text.trim());
        let field = format!("place-{}", line.item.id);
        let place = text.parse().ok().filter(|place| round.points_of_place(*place).is_some());
        match place {
            _ if text.is_empty() => {}
            Some(place) if taken.insert(place) => {
                places.insert(line.item.id, place);
            }
            Some(place) => problems.push(FieldProblem::new(&field, "ballot-problem-twice").arg("place", place)),
            None => problems.push(FieldProblem::new(&field, "ballot-problem-place").arg("max", round.scale_max)),
        }
    }
    // No place stays empty above one that is taken, and the first is always given.
    let hole = (1..=taken.last().copied().unwrap_or(1)).find(|place| !taken.contains(place));
    if let (Some(place), Some(first)) = (hole.filter(|_| problems.is_empty()), order.lines.first()) {
        let below = order.lines.iter().find(|line| places.get(&line.item.id).is_some_and(|given| *given > place));
        let field = format!("place-{}", below.unwrap_or(first).item.id);
        problems.push(FieldProblem::new(&field, "ballot-problem-hole").arg("place", place));
    }
    if problems.is_empty() { Ok(places) } else { Err(AppError::Invalid(problems)) }
}

/// Gives an entry a place, or none, and hands its sheet in.
fn put(c: &mut Conn, actor: &Actor, id: AssignmentId, place: Option<i32>, now: DateTime<Utc>) -> AppResult<()> {
    let mut desk = open(c, actor, id)?;
    let criteria = store::rounds::list_criteria(c, desk.round.id)?;
    if desk.assignment.status == AssignmentStatus::Submitted {
        take_back(c, id, now)?;
        desk = open(c, actor, id)?;
    }
    let (stored, _) = Stored::load(c, id, &criteria)?;
    let points = place.and_then(|place| desk.round.points_of_place(place)).unwrap_or(0);
    let marks = criteria.iter().map(|criterion| (criterion.key.clone(), written(Mark::Score(points))));
    let sheet = Sheet { version: stored.version, marks: marks.collect(), comment: stored.comment, note: stored.note };
    write(c, &desk, &sheet, false, Keep::WithLast, now)?;
    hand_in(c, actor, &desk, now)
}
