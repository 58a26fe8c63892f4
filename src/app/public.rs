//! What the public may read. Nothing here touches what is staged: outcomes come from
//! `list_published` alone, and an edition that is a draft does not exist.

use chrono::{DateTime, TimeDelta, Utc};

use super::{AppError, AppResult};
use crate::domain::category::{Category, Prize};
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::entry::Snapshot;
use crate::domain::outcome::{Outcome, OutcomeKind};
use crate::domain::round::{Criterion, Round};
use crate::store::{self, Conn};

/// Where an edition stands, as its front page tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Entries are not taken yet.
    Before,
    /// Entries are taken.
    Open,
    /// Entries are taken for this many hours more, at most 72.
    LastHours(i64),
    /// Entries are closed; screening.
    Closed,
    /// The jury scores and deliberates.
    Judging,
    /// Winners are public.
    Announced,
}

/// Where an edition stands at an instant.
pub fn phase(edition: &Edition, now: DateTime<Utc>) -> Phase {
    match edition.status {
        EditionStatus::Draft => Phase::Before,
        EditionStatus::Open if now < edition.opens_at => Phase::Before,
        EditionStatus::Open if now <= edition.closes_at => {
            let left = edition.closes_at - now;
            if left <= TimeDelta::hours(72) { Phase::LastHours(left.num_hours()) } else { Phase::Open }
        }
        EditionStatus::Open | EditionStatus::Closed => Phase::Closed,
        EditionStatus::Judging | EditionStatus::Deliberation => Phase::Judging,
        EditionStatus::Announced | EditionStatus::Archived => Phase::Announced,
    }
}

/// When an edition will stand elsewhere by the clock alone; none when only people move it on.
pub fn next_phase(edition: &Edition, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match phase(edition, now) {
        Phase::Before if edition.status == EditionStatus::Open => Some(edition.opens_at),
        Phase::Open => Some(edition.closes_at - TimeDelta::hours(72)),
        // Instants are kept to the microsecond: the next one after a full hour is another phase.
        Phase::LastHours(hours) => Some(edition.closes_at - TimeDelta::hours(hours) + TimeDelta::microseconds(1)),
        _ => None,
    }
}

/// A published outcome with what its page shows.
#[derive(Debug, Clone)]
pub struct Laureate {
    /// The outcome.
    pub outcome: Outcome,
    /// What was submitted.
    pub snapshot: Snapshot,
    /// Its prize.
    pub prize: Prize,
    /// Its category.
    pub category: Category,
    /// The category's place among all, from 0: its mark.
    pub category_index: usize,
}

impl Laureate {
    /// Whether it won.
    pub fn is_winner(&self) -> bool {
        self.outcome.published == Some(OutcomeKind::Winner)
    }

    /// An answer of the submitted entry, or empty.
    pub fn answer(&self, key: &str) -> &str {
        self.snapshot.answers.get(key).map_or("", String::as_str)
    }
}

/// The front page.
#[derive(Debug, Clone)]
pub struct Front {
    /// The current edition, if the public may know it.
    pub edition: Option<Edition>,
    /// Its categories.
    pub categories: Vec<Category>,
    /// Its rounds.
    pub rounds: Vec<Round>,
    /// What its jury scores.
    pub criteria: Vec<Criterion>,
    /// The last edition that was announced, and its winners.
    pub last: Option<(Edition, Vec<Laureate>)>,
}

/// What the front page shows.
pub fn front(c: &mut Conn) -> AppResult<Front> {
    let edition = store::editions::find_current(c)?.filter(Edition::is_public);
    let (mut categories, mut rounds, mut criteria) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(edition) = &edition {
        categories = store::categories::list(c, edition.id)?;
        rounds = store::rounds::list(c, edition.id)?;
        if let Some(last) = rounds.last() {
            criteria = store::rounds::list_criteria(c, last.id)?;
        }
    }
    let last = match announced(c)?.into_iter().next() {
        Some(edition) => {
            let winners = laureates(c, &edition)?.into_iter().filter(Laureate::is_winner).collect();
            Some((edition, winners))
        }
        None => None,
    };
    Ok(Front { edition, categories, rounds, criteria, last })
}

/// The current edition, for its rules and its method.
pub fn current(c: &mut Conn) -> AppResult<Option<Edition>> {
    Ok(store::editions::find_current(c)?.filter(Edition::is_public))
}

/// The announced editions, newest first.
pub fn announced(c: &mut Conn) -> AppResult<Vec<Edition>> {
    Ok(store::editions::list(c)?.into_iter().filter(Edition::is_announced).collect())
}

/// Everything that was ever announced, newest edition first.
pub fn archive(c: &mut Conn) -> AppResult<Vec<(Edition, Vec<Laureate>)>> {
    let mut all = Vec::new();
    for edition in announced(c)? {
        let laureates = laureates(c, &edition)?;
        all.push((edition, laureates));
    }
    Ok(all)
}

/// An announced edition and its laureates, by category, winners first. An edition that is not
/// announced has no such page.
pub fn winners(c: &mut Conn, slug: &str) -> AppResult<(Edition, Vec<Laureate>)> {
    let edition = store::editions::find_by_slug(c, slug)?.filter(Edition::is_announced).ok_or(AppError::NotFound)?;
    let laureates = laureates(c, &edition)?;
    Ok((edition, laureates))
}

/// The page of one laureate.
pub fn winner(c: &mut Conn, slug: &str, page: &str) -> AppResult<(Edition, Laureate)> {
    let (edition, laureates) = winners(c, slug)?;
    let laureate = laureates.into_iter().find(|l| l.outcome.slug == page).ok_or(AppError::NotFound)?;
    Ok((edition, laureate))
}

/// The reference of a laureate's entry.
pub fn reference(c: &mut Conn, laureate: &Laureate) -> AppResult<String> {
    Ok(store::entries::get(c, laureate.outcome.entry_id)?.reference)
}

fn laureates(c: &mut Conn, edition: &Edition) -> AppResult<Vec<Laureate>> {
    let outcomes = store::outcomes::list_published(c, edition.id)?;
    describe(c, edition, outcomes)
}

/// Outcomes with what their pages show: published ones for the public, staged ones for the
/// organisers' preview.
pub(super) fn describe(c: &mut Conn, edition: &Edition, outcomes: Vec<Outcome>) -> AppResult<Vec<Laureate>> {
    let categories = store::categories::list(c, edition.id)?;
    let prizes = store::categories::list_prizes(c, edition.id)?;
    let mut laureates = Vec::new();
    for outcome in outcomes {
        let entry = store::entries::get(c, outcome.entry_id)?;
        let Some(snapshot) = entry.snapshot_id else { continue };
        let Some(prize) = prizes.iter().find(|prize| prize.id == outcome.prize_id) else { continue };
        let Some(index) = categories.iter().position(|x| x.id == entry.category_id) else { continue };
        laureates.push(Laureate {
            snapshot: store::snapshots::get(c, snapshot)?,
            prize: prize.clone(),
            category: categories[index].clone(),
            category_index: index,
            outcome,
        });
    }
    laureates.sort_by_key(|l| (l.prize.position, !l.is_winner(), l.outcome.slug.clone()));
    Ok(laureates)
}

/// Exactly what an announcement would make public, for organisers who decide.
pub fn preview(c: &mut Conn, actor: &crate::domain::policy::Actor, slug: &str) -> AppResult<(Edition, Vec<Laureate>)> {
    let (edition, _, _) = super::results::outcomes(c, actor, slug)?;
    let laureates = staged(c, &edition)?;
    Ok((edition, laureates))
}

/// What an announcement would make public. For whoever was let in by another rule: a preview, a link of the press.
pub(super) fn staged(c: &mut Conn, edition: &Edition) -> AppResult<Vec<Laureate>> {
    let as_public = |outcome: Outcome| Outcome { published: outcome.staged, ..outcome };
    let staged = store::outcomes::list(c, edition.id)?.into_iter().filter(|outcome| outcome.staged.is_some());
    describe(c, edition, staged.map(as_public).collect())
}
