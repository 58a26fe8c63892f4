//! The ranking per category, as the round's rules say: the same count that closing seals.

use std::collections::{BTreeMap, HashMap};

use crate::app::{AppError, AppResult, tally};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::CategoryId;
use crate::domain::organisation::Organisation;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Criterion, Round, RoundStatus};
use crate::domain::tally::Seal;
use crate::judging::ranking::decimal::{Decimal6, NotSixDecimals};
use crate::judging::ranking::schulze::Duels;
use crate::store::{self, Conn};

/// An entry in the ranking of its category.
#[derive(Debug, Clone)]
pub struct RankedEntry {
    /// The entry.
    pub entry: Entry,
    /// The startup behind it.
    pub organisation: Organisation,
    /// Its place; none without any scorecard. Two firsts are followed by a third.
    pub rank: Option<u32>,
    /// Another entry has the same place.
    pub is_tied: bool,
    /// The key of the criterion that separates it from a neighbour with the same score.
    pub tie_break: Option<String>,
    /// Scorecards that count.
    pub scorecards: u32,
    /// The mean in points, six decimals.
    pub score: Option<Decimal6>,
    /// The mean of each criterion, in the round's order.
    pub criteria: Vec<Option<Decimal6>>,
}

/// The ranking of a category, best first, entries without scorecards last.
#[derive(Debug, Clone)]
pub struct CategoryRanking {
    /// The category.
    pub category: Category,
    /// Its entries.
    pub entries: Vec<RankedEntry>,
    /// Where jurors put entries in an order: for each entry, in this order, how many jurors put it above
    /// each of the entries.
    pub duels: Vec<Vec<u32>>,
}

/// The results of a closed round.
#[derive(Debug, Clone)]
pub struct Results {
    /// The edition.
    pub edition: Edition,
    /// The round.
    pub round: Round,
    /// What was scored.
    pub criteria: Vec<Criterion>,
    /// Every category, ranked.
    pub categories: Vec<CategoryRanking>,
    /// Scorecards that count.
    pub counted: usize,
    /// Scorecards set aside after a recusal, or taken back by an organiser.
    pub set_aside: usize,
    /// Assignments that were never handed in.
    pub unfinished: usize,
    /// The last seal of the count.
    pub seal: Option<Seal>,
    /// Whether the count is another than was sealed: an entry has withdrawn since.
    pub has_changed: bool,
}

/// The round whose results are asked for: of a place, else the last that is closed, else the last.
pub(super) fn round_of(c: &mut Conn, edition: &Edition, position: Option<i32>) -> AppResult<Round> {
    let mut rounds = store::rounds::list(c, edition.id)?;
    let at = match position {
        Some(position) => rounds.iter().position(|round| round.position == position),
        None => rounds.iter().rposition(|r| r.status == RoundStatus::Closed).or(rounds.len().checked_sub(1)),
    };
    at.map(|at| rounds.swap_remove(at)).ok_or(AppError::NotFound)
}

/// The results of a round of an edition: of a place, else of the last that is closed. While it is open:
/// refused, without a value.
pub fn results(c: &mut Conn, actor: &Actor, slug: &str, position: Option<i32>) -> AppResult<Results> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Decide)?;
    let round = round_of(c, &edition, position)?;
    if round.status != RoundStatus::Closed {
        return Err(AppError::refused("results-refused-open"));
    }
    compute(c, edition, round)
}

pub(super) fn compute(c: &mut Conn, edition: Edition, round: Round) -> AppResult<Results> {
    let count = tally::count(c, &edition, &round)?;
    let has_changed = tally::has_changed(c, &round, &count.results)?;
    let mut frozen = count.frozen;
    let counted = count.results.iter().map(|line| line.scorecards as usize).sum();
    let ids: Vec<_> = frozen.entries.values().map(|entry| entry.organisation_id).collect();
    let organisations: HashMap<_, _> =
        store::organisations::list_by_ids(c, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    let mut ranked: BTreeMap<CategoryId, Vec<RankedEntry>> = BTreeMap::new();
    for line in count.results {
        // An entry that was withdrawn or refused after its assignment is counted, and not ranked.
        let Some(entry) = frozen.entries.remove(&line.entry).filter(Entry::is_judgeable) else { continue };
        ranked.entry(entry.category_id).or_default().push(RankedEntry {
            organisation: organisations.get(&entry.organisation_id).cloned().ok_or(AppError::NotFound)?,
            entry,
            rank: line.rank,
            is_tied: line.tied,
            tie_break: line.tie_break,
            scorecards: line.scorecards,
            score: number(line.score.as_deref())?,
            criteria: line.criteria.iter().map(|mean| number(mean.as_deref())).collect::<AppResult<_>>()?,
        });
    }
    let duels = if round.is_ranked() { frozen.draft.duels().map_err(tally::uncountable)? } else { Vec::new() };
    let categories = store::categories::list(c, edition.id)?
        .into_iter()
        .map(|category| {
            let entries = ranked.remove(&category.id).unwrap_or_default();
            CategoryRanking { duels: between(&entries, &duels), entries, category }
        })
        .collect();
    Ok(Results {
        has_changed,
        seal: store::tallies::list_seals(c, round.id)?.pop(),
        edition,
        round,
        criteria: frozen.criteria,
        categories,
        counted,
        set_aside: frozen.set_aside,
        unfinished: frozen.unfinished,
    })
}

/// The duels between entries of a category, in their order.
fn between(entries: &[RankedEntry], duels: &[(Vec<String>, Duels)]) -> Vec<Vec<u32>> {
    let Some(first) = entries.first() else { return Vec::new() };
    let Some((names, duels)) = duels.iter().find(|(names, _)| names.contains(&first.entry.reference)) else {
        return Vec::new();
    };
    let place = |ranked: &RankedEntry| names.iter().position(|name| *name == ranked.entry.reference);
    let places: Vec<usize> = entries.iter().filter_map(place).collect();
    places.iter().map(|&a| places.iter().map(|&b| duels.above(a, b)).collect()).collect()
}

/// A number as the tally writes it.
pub(in crate::app) fn number(text: Option<&str>) -> AppResult<Option<Decimal6>> {
    text.map(str::parse).transpose().map_err(|e: NotSixDecimals| AppError::Internal(e.to_string()))
}
