//! Everything there is to say of a round, put together: what `digital-awards rank` prints.

use serde::Serialize;

use super::components::{Bridge, Components};
use super::effects::LeastSquares;
use super::fit::{Degenerate, Fit, VarianceComponents};
use super::jurors::{JurorHabits, juror_habits};
use super::official::{Method, RankingError, Round, official};
use super::order::{SortKey, order, places};
use super::posterior::SEPARABLE;
use super::table::Table;

/// How to compute a report.
#[derive(Clone, Copy, Debug)]
pub struct ReportOptions {
    pub top: u32,
    pub draws: u32,
    pub seed: u64,
}

/// One entry; what can't be computed is `None`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryRow {
    pub entry: u32,
    pub n_reviews: u32,
    pub component: Option<u32>,
    pub raw_mean: Option<f64>,
    pub ls_effect: Option<f64>,
    pub blup: Option<f64>,
    pub se: Option<f64>,
    pub p_top: Option<f64>,
    pub expected_rank: Option<f64>,
    pub rank_lo95: Option<u32>,
    pub rank_hi95: Option<u32>,
    pub rank_blup: Option<u32>,
    pub rank_raw: Option<u32>,
    /// Probability of being truly better than the next entry in the order of `blup`.
    pub p_above_next: Option<f64>,
}

/// One juror.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JurorRow {
    pub juror: u32,
    pub n_reviews: u32,
    pub blup_severity: Option<f64>,
    pub ls_effect: Option<f64>,
    pub spread: Option<f64>,
    pub disagreement: Option<f64>,
    pub straight_lines: Option<f64>,
}

/// The model of one criterion.
pub struct CriterionFit {
    pub criterion: usize,
    pub model: Result<VarianceComponents, Degenerate>,
}

pub struct Report {
    /// Scorecards that count, entries and jurors that have any.
    pub n: usize,
    pub entries: usize,
    pub jurors: usize,
    pub components: u32,
    /// Scorecards that would make all entries comparable.
    pub bridges: Vec<Bridge>,
    pub model: Result<VarianceComponents, Degenerate>,
    /// Best first: by calibrated score, or by mean when there is none.
    pub entry_rows: Vec<EntryRow>,
    pub juror_rows: Vec<JurorRow>,
    pub criteria: Vec<CriterionFit>,
    /// Entries whose chance of a place on the podium is between 0.2 and 0.8.
    pub in_doubt: Vec<u32>,
}

impl EntryRow {
    /// Whether this entry can be told from the next.
    pub fn is_separable(&self) -> Option<bool> {
        self.p_above_next.map(|p| p >= SEPARABLE)
    }
}

/// Computes the report of a round (whose method does not matter: both rankings are given).
pub fn report(round: &Round<'_>, options: ReportOptions) -> Result<Report, RankingError> {
    let round = Round { method: Method::Calibrated, ..*round };
    let official = official(&round)?;
    let table = Table::of_totals(round.entries, round.jurors, round.weights, round.cards)?;
    let components = Components::of(&table);
    let (model, fit) = match official.model {
        Some(Ok(fit)) => (Ok(fit.components()), Some(fit)),
        Some(Err(reason)) => (Err(reason), None),
        None => (Err(Degenerate::NoScores), None),
    };
    let effects = fit.as_ref().and_then(|fit| fit.least_squares(&table, round.threads));
    let mut entry_rows = entry_rows(&round, options, &table, &components, fit.as_ref(), effects.as_ref());
    for (row, mean) in entry_rows.iter_mut().zip(&official.means) {
        row.rank_raw = mean.place.rank;
    }
    let keys: Vec<SortKey> = official.scores.iter().map(|&score| SortKey::score(score)).collect();
    let order = order(&keys);
    if let Some(fit) = &fit {
        let ranks = places(&keys);
        for (row, place) in entry_rows.iter_mut().zip(ranks) {
            row.rank_blup = place.rank;
        }
        for pair in order.windows(2) {
            entry_rows[pair[0]].p_above_next =
                fit.probability_above(entry_rows[pair[0]].entry, entry_rows[pair[1]].entry);
        }
    }
    let entry_rows: Vec<EntryRow> = order.iter().map(|&at| entry_rows[at].clone()).collect();
    let habits = juror_habits(&round, fit.as_ref(), &[])?;
    Ok(Report {
        n: table.cells().len(),
        entries: entry_rows.iter().filter(|row| row.n_reviews > 0).count(),
        jurors: habits.iter().filter(|habit| habit.scorecards > 0).count(),
        components: components.count(),
        bridges: components.bridges(&table),
        in_doubt: entry_rows
            .iter()
            .filter(|row| row.p_top.is_some_and(|p| (0.2..=0.8).contains(&p)))
            .map(|row| row.entry)
            .collect(),
        model,
        entry_rows,
        juror_rows: juror_rows(habits, effects.as_ref()),
        criteria: criteria(&round)?,
    })
}

fn entry_rows(
    round: &Round<'_>,
    options: ReportOptions,
    table: &Table,
    components: &Components,
    fit: Option<&Fit>,
    effects: Option<&LeastSquares>,
) -> Vec<EntryRow> {
    let ranks =
        fit.map(|fit| fit.rank_uncertainty(round.entries, options.top, options.draws, options.seed, round.threads));
    (0..round.entries)
        .zip(table.entry_means())
        .map(|(entry, (n_reviews, raw_mean))| {
            let rank = ranks.as_ref().and_then(|ranks| ranks[entry as usize]);
            EntryRow {
                entry,
                n_reviews,
                component: components.of_entry(entry),
                raw_mean,
                ls_effect: effects.and_then(|e| e.entries[entry as usize]),
                blup: fit.and_then(|fit| fit.score(entry)),
                se: fit.and_then(|fit| fit.standard_error(entry)),
                p_top: rank.map(|r| r.p_top),
                expected_rank: rank.map(|r| r.expected_rank),
                rank_lo95: rank.map(|r| r.rank_low),
                rank_hi95: rank.map(|r| r.rank_high),
                rank_blup: None,
                rank_raw: None,
                p_above_next: None,
            }
        })
        .collect()
}

fn juror_rows(habits: Vec<JurorHabits>, effects: Option<&LeastSquares>) -> Vec<JurorRow> {
    let mut rows: Vec<JurorRow> = habits
        .into_iter()
        .map(|habit| JurorRow {
            juror: habit.juror,
            n_reviews: habit.scorecards,
            blup_severity: habit.severity,
            ls_effect: effects.and_then(|e| e.jurors[habit.juror as usize]),
            spread: habit.spread,
            disagreement: habit.disagreement,
            straight_lines: habit.straight_lines,
        })
        .collect();
    rows.sort_by_key(|row| row.juror);
    rows
}

/// A model for each criterion, when there are several: which of them jurors agree on.
fn criteria(round: &Round<'_>) -> Result<Vec<CriterionFit>, RankingError> {
    if round.weights.len() < 2 {
        return Ok(Vec::new());
    }
    (0..round.weights.len())
        .map(|criterion| {
            let table = Table::of_criterion(round.entries, round.jurors, criterion, round.cards)?;
            let model = Fit::new(&table, round.threads).map(|fit| fit.components());
            Ok(CriterionFit { criterion, model })
        })
        .collect()
}
