//! The ranking that the rules ask for: plain weighted means, or calibrated scores.

use super::decimal::Decimal6;
use super::fit::{Degenerate, Fit};
use super::order::{Place, SortKey, places};
use super::table::{Table, TableError};
use super::weighted::{EntryMean, Scorecard, WeightedError, weighted_means};

/// Which score orders the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The mean of the scorecards, exactly.
    WeightedMean,
    /// The crossed model's score; the plain mean when the model can't be fitted.
    Calibrated,
}

/// What a ranking is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    pub entries: u32,
    pub jurors: u32,
    /// Basis points, one per criterion.
    pub weights: &'a [u32],
    /// Criteria whose means separate equal scores, in order.
    pub tie_breaks: &'a [usize],
    pub cards: &'a [Scorecard],
    pub method: Method,
    pub threads: usize,
}

/// The ranking of a round.
pub struct Official {
    /// The plain means, by entry; their places are those of the plain ranking.
    pub means: Vec<EntryMean>,
    /// What decides, by entry.
    pub scores: Vec<Option<Decimal6>>,
    pub places: Vec<Place>,
    /// The model, or why there is none; always `None` for plain means.
    pub model: Option<Result<Fit, Degenerate>>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RankingError {
    #[error(transparent)]
    Weighted(#[from] WeightedError),
    #[error(transparent)]
    Table(#[from] TableError),
}

/// Ranks a round by its method.
pub fn official(round: &Round<'_>) -> Result<Official, RankingError> {
    official_near(round, None)
}

/// The same, starting from the fit of nearly the same round.
pub(super) fn official_near(round: &Round<'_>, near: Option<&Fit>) -> Result<Official, RankingError> {
    let means = weighted_means(round.entries, round.weights, round.tie_breaks, round.cards)?;
    if round.method == Method::WeightedMean {
        return Ok(Official {
            scores: means.iter().map(|m| m.score).collect(),
            places: means.iter().map(|m| m.place).collect(),
            means,
            model: None,
        });
    }
    let table = Table::of_totals(round.entries, round.jurors, round.weights, round.cards)?;
    let fit = match near {
        Some(near) => Fit::near(&table, near, round.threads),
        None => Fit::new(&table, round.threads),
    };
    let scores: Vec<Option<Decimal6>> = match &fit {
        Ok(fit) => (0..round.entries).map(|entry| fit.score(entry).and_then(Decimal6::from_f64)).collect(),
        Err(_) => means.iter().map(|m| m.score).collect(),
    };
    let keys: Vec<SortKey> = scores
        .iter()
        .zip(&means)
        .map(|(&score, mean)| SortKey {
            score,
            tie_breaks: round.tie_breaks.iter().map(|&c| mean.criteria[c]).collect(),
        })
        .collect();
    Ok(Official { places: places(&keys), means, scores, model: Some(fit) })
}

impl Official {
    /// Rank and entry of everyone placed `top` or better in each group of entries (a category), in
    /// order, group after group. `groups` has the group of each entry.
    pub fn podium(&self, groups: &[u32], top: u32) -> Vec<(u32, u32)> {
        let mut ranked: Vec<(u32, u32, u32)> = self
            .places
            .iter()
            .zip(groups)
            .zip(0..)
            .filter_map(|((place, &group), entry)| Some((group, place.rank?, entry)))
            .collect();
        ranked.sort_unstable();
        let mut podium = Vec::new();
        for group in ranked.chunk_by(|a, b| a.0 == b.0) {
            let mut rank = 0;
            for (at, &(_, place, entry)) in (0..).zip(group) {
                // Equal places in the whole are equal places in the group.
                if at == 0 || group[at - 1].1 != place {
                    rank = u32::try_from(at + 1).unwrap_or(u32::MAX);
                }
                if rank <= top {
                    podium.push((rank, entry));
                }
            }
        }
        podium
    }
}
