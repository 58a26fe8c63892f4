//! The ranking per category: exact weighted means.

use std::collections::BTreeMap;

use crate::app::{AppError, AppResult};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, Organisation};
use crate::domain::ids::{EntryId, JurorId, RoundId, ScorecardId};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Criterion, Round, RoundStatus};
use crate::judging::ranking::decimal::Decimal6;
use crate::judging::ranking::weighted::{self, Scorecard};
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
}

/// The results of the last closed round of an edition. While it is open: refused, without a value.
pub fn results(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Results> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Decide)?;
    let round = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
    if round.status != RoundStatus::Closed {
        return Err(AppError::refused("results-refused-open"));
    }
    compute(c, edition, round)
}

/// The scores of a round by entry: juror and marks in hundredths, in the order of the criteria.
type Marks = BTreeMap<EntryId, Vec<(JurorId, Vec<Option<i64>>)>>;

pub(super) fn compute(c: &mut Conn, edition: Edition, round: Round) -> AppResult<Results> {
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let (marks, counted, set_aside, unfinished) = marks(c, round.id, &criteria)?;
    let entries = store::entries::list_judgeable(c, edition.id)?;
    let mut categories = Vec::new();
    for category in store::categories::list(c, edition.id)? {
        let mine: Vec<Entry> = entries.iter().filter(|e| e.category_id == category.id).cloned().collect();
        categories.push(CategoryRanking { entries: rank(c, mine, &criteria, &marks)?, category });
    }
    Ok(Results { edition, round, criteria, categories, counted, set_aside, unfinished })
}

fn marks(c: &mut Conn, round: RoundId, criteria: &[Criterion]) -> AppResult<(Marks, usize, usize, usize)> {
    let sheets: BTreeMap<_, ScorecardId> =
        store::scorecards::list_of_round(c, round)?.into_iter().map(|s| (s.assignment_id, s.id)).collect();
    let mut values = BTreeMap::new();
    for score in store::scorecards::list_scores_of_round(c, round)? {
        values.insert((score.scorecard_id, score.criterion_id), score.value);
    }
    let mut marks = Marks::new();
    let (mut counted, mut set_aside, mut unfinished) = (0, 0, 0);
    for assignment in store::assignments::list_of_round(c, round)? {
        let sheet = sheets.get(&assignment.id);
        match sheet {
            Some(sheet) if assignment.status.is_scored() => {
                let row = criteria
                    .iter()
                    .map(|criterion| values.get(&(*sheet, criterion.id)).copied().flatten().map(i64::from))
                    .collect();
                marks.entry(assignment.entry_id).or_default().push((assignment.juror_id, row));
                counted += 1;
            }
            _ if assignment.status.is_visible_to_juror() => unfinished += 1,
            Some(_) => set_aside += 1,
            None => {}
        }
    }
    Ok((marks, counted, set_aside, unfinished))
}

fn rank(c: &mut Conn, entries: Vec<Entry>, criteria: &[Criterion], marks: &Marks) -> AppResult<Vec<RankedEntry>> {
    let number = |index: usize| u32::try_from(index).map_err(|e| AppError::Internal(e.to_string()));
    let weights: Vec<u32> = criteria.iter().map(|x| x.weight_bp.unsigned_abs()).collect();
    let mut cards = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        for (juror, row) in marks.get(&entry.id).into_iter().flatten().enumerate().map(|(j, (_, row))| (j, row)) {
            cards.push(Scorecard { entry: number(index)?, juror: number(juror)?, marks: row.clone() });
        }
    }
    let means = weighted::weighted_means(number(entries.len())?, &weights, &[], &cards)
        .map_err(|e| AppError::Internal(e.to_string()))?;
    let mut ranked = Vec::new();
    for (entry, mean) in entries.into_iter().zip(means) {
        ranked.push(RankedEntry {
            organisation: store::organisations::get(c, entry.organisation_id)?,
            entry,
            rank: mean.place.rank,
            is_tied: mean.place.tied,
            scorecards: mean.scorecards,
            score: mean.score,
            criteria: mean.criteria,
        });
    }
    ranked.sort_by_key(|r| (r.rank.unwrap_or(u32::MAX), r.entry.reference.clone()));
    Ok(ranked)
}
