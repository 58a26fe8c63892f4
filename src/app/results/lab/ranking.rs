//! Every ranking of a round: the official one, with what the model says beside it.

use super::{SEED, ScoredRound, broken, draws, threads};
use crate::app::AppResult;
use crate::judging::ranking::components::{Bridge, Components};
use crate::judging::ranking::decimal::Decimal6;
use crate::judging::ranking::draws::RankUncertainty;
use crate::judging::ranking::fit::{Degenerate, Fit, VarianceComponents};
use crate::judging::ranking::official::Method;
use crate::judging::ranking::order::{Place, SortKey, order, places};
use crate::judging::ranking::posterior::SEPARABLE;
use crate::judging::ranking::weighted::{EntryMean, weighted_means};

/// The interval of a score holds it with probability 90 %.
const INTERVAL: f64 = 1.644_853_626_951_472_2;

/// A line of a ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The entry, by its place in [`ScoredRound::entries`].
    pub at: u32,
    /// Its place in this ranking.
    pub place: Place,
    /// What decides.
    pub score: Option<Decimal6>,
    /// The plain mean.
    pub mean: Option<Decimal6>,
    /// The calibrated score.
    pub calibrated: Option<Decimal6>,
    /// The ends of its interval of 90 %.
    pub interval: Option<(f64, f64)>,
    /// Where the mean and the calibrated score would put it.
    pub rank_by_mean: Option<u32>,
    /// The same of the calibrated score.
    pub rank_calibrated: Option<u32>,
    /// Its places over many draws.
    pub ranks: Option<RankUncertainty>,
    /// The part of the jury graph it belongs to.
    pub part: Option<u32>,
    /// Probability that it is truly better than the next line.
    pub above_next: Option<f64>,
}

impl Ranked {
    /// The next line is too close to call: the model would not bet nine to one.
    pub fn is_close(&self) -> bool {
        self.above_next.is_some_and(|p| p < SEPARABLE)
    }
}

/// What can be compared with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Parts without a common juror or entry.
    pub count: u32,
    /// Scorecards that would join them.
    pub bridges: Vec<Bridge>,
    /// Parts that no scorecard anybody may write would join.
    pub apart: u32,
}

/// The rankings of a round.
#[derive(Debug, Clone)]
pub struct Rankings {
    /// The model, or why there is none.
    pub model: Result<VarianceComponents, Degenerate>,
    /// What can be compared.
    pub parts: Parts,
    /// Draws behind every probability of a place.
    pub draws: u32,
    /// Each category of the edition.
    pub categories: Vec<Vec<Ranked>>,
    /// The round as a whole, when it was asked for and can be compared.
    pub whole: Option<Vec<Ranked>>,
}

/// What every ranking is made from.
pub(super) struct Numbers {
    pub model: Result<Fit, Degenerate>,
    pub components: Components,
    pub means: Vec<EntryMean>,
    pub calibrated: Vec<Option<Decimal6>>,
}

impl Numbers {
    pub fn of(round: &ScoredRound) -> AppResult<Self> {
        let table = round.table()?;
        let base = round.by(Method::WeightedMean);
        let means = weighted_means(base.entries, base.weights, base.tie_breaks, base.cards).map_err(broken)?;
        let model = Fit::published(&table, threads());
        let calibrated = (0..base.entries)
            .map(|entry| model.as_ref().ok().and_then(|fit| Decimal6::from_f64(fit.score(entry)?)))
            .collect();
        Ok(Self { components: Components::of(&table), model, means, calibrated })
    }

    fn key(&self, round: &ScoredRound, at: u32, score: Option<Decimal6>) -> SortKey {
        let criteria = &self.means[at as usize].criteria;
        SortKey { score, tie_breaks: round.tie_breaks().iter().map(|&c| criteria[c]).collect() }
    }

    /// The lines of some entries, best first, without their draws.
    pub fn lines(&self, round: &ScoredRound, entries: &[u32]) -> Vec<Ranked> {
        let keys = |score: &dyn Fn(u32) -> Option<Decimal6>| -> Vec<SortKey> {
            entries.iter().map(|&at| self.key(round, at, score(at))).collect()
        };
        let official = keys(&|at| round.entries[at as usize].score);
        let by_mean = places(&keys(&|at| self.means[at as usize].score));
        let by_model = places(&keys(&|at| self.calibrated[at as usize]));
        let official_places = places(&official);
        let fit = self.model.as_ref().ok();
        let mut lines: Vec<Ranked> = order(&official)
            .into_iter()
            .map(|place| {
                let at = entries[place];
                let calibrated = self.calibrated[at as usize];
                let error = fit.and_then(|fit| fit.standard_error(at));
                Ranked {
                    at,
                    place: official_places[place],
                    score: round.entries[at as usize].score,
                    mean: self.means[at as usize].score,
                    calibrated,
                    interval: calibrated
                        .zip(error)
                        .map(|(score, error)| (score.to_f64() - INTERVAL * error, score.to_f64() + INTERVAL * error)),
                    rank_by_mean: by_mean[place].rank,
                    rank_calibrated: by_model[place].rank,
                    ranks: None,
                    part: self.components.of_entry(at),
                    above_next: None,
                }
            })
            .collect();
        for next in 1..lines.len() {
            let (better, worse) = (lines[next - 1].at, lines[next].at);
            lines[next - 1].above_next = fit.and_then(|fit| fit.probability_above(better, worse));
        }
        lines
    }

    /// Adds what the draws say of the places inside each group.
    pub fn draw(&self, round: &ScoredRound, groups: &[u32], rankings: &mut [Vec<Ranked>]) {
        let Ok(fit) = &self.model else { return };
        let ranks = fit.rank_uncertainty_within(groups, round.top(), draws(round.entries.len()), SEED, threads());
        for line in rankings.iter_mut().flatten() {
            line.ranks = ranks[line.at as usize];
        }
    }

    fn parts(&self, round: &ScoredRound) -> AppResult<Parts> {
        let bridges = self.components.bridges_among(&round.table()?, |entry, juror| round.may_score(entry, juror));
        let joined = u32::try_from(bridges.len()).unwrap_or(u32::MAX);
        let count = self.components.count();
        Ok(Parts { apart: count.saturating_sub(1).saturating_sub(joined), count, bridges })
    }
}

/// Ranks every category and, when asked and possible, the round as a whole.
pub fn rankings(round: &ScoredRound, with_whole: bool) -> AppResult<Rankings> {
    let numbers = Numbers::of(round)?;
    let parts = numbers.parts(round)?;
    let mut categories: Vec<Vec<Ranked>> =
        (0..).zip(&round.categories).map(|(at, _)| numbers.lines(round, &round.of_category(at))).collect();
    numbers.draw(round, &round.groups(), &mut categories);
    let whole = if with_whole && parts.count == 1 {
        let everyone: Vec<u32> = categories.iter().flatten().map(|line| line.at).collect();
        let mut whole = vec![numbers.lines(round, &everyone)];
        numbers.draw(round, &vec![0; round.entries.len()], &mut whole);
        whole.pop()
    } else {
        None
    };
    Ok(Rankings {
        draws: draws(round.entries.len()),
        model: numbers.model.map(|fit| fit.components()),
        parts,
        categories,
        whole,
    })
}
