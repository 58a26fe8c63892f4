//! Which extra scorecards would settle the podium.
//!
//! With the variances as estimated, one more scorecard changes the covariance of the scores by a
//! known amount, whatever it says. Its worth is how much it is expected to reduce the chance of
//! putting a podium entry and a contender the wrong way round; scorecards are chosen one after
//! another, each given the ones before.

use std::collections::HashSet;

use super::dense::Matrix;
use super::fit::Fit;
use super::posterior::normal_below;

/// Entries weighed against each other: the podium and its closest followers.
const CONTENDERS: usize = 14;

/// One advised scorecard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    pub entry: u32,
    pub juror: u32,
    /// Expected number of pairs in the wrong order, before and after this scorecard.
    pub doubt_before: f64,
    pub doubt_after: f64,
}

/// What may be asked of whom.
pub struct Availability<'a> {
    /// Scorecards each juror may still take.
    pub spare: &'a [u32],
    /// Pairs that may not be: conflicts, and scorecards that exist.
    pub forbidden: &'a HashSet<(u32, u32)>,
}

impl Fit {
    /// The `wanted` scorecards that most reduce the doubt about the first `top` places among some
    /// entries (those of a category).
    pub fn advise(&self, entries: &[u32], top: u32, wanted: usize, availability: &Availability<'_>) -> Vec<Advice> {
        let mut state = State::new(self, entries, top, availability.spare.len());
        let mut spare = availability.spare.to_vec();
        let mut taken: HashSet<(u32, u32)> = availability.forbidden.clone();
        let mut advice = Vec::new();
        while advice.len() < wanted {
            let before = state.doubt(&vec![0.0; state.contenders.len()], 1.0);
            let mut best: Option<(f64, usize, u32)> = None;
            for (place, &entry) in state.contenders.iter().enumerate() {
                for (juror, &left) in (0..).zip(&spare) {
                    if left == 0 || taken.contains(&(entry, juror)) {
                        continue;
                    }
                    let (gain, variance) = state.gain(place, juror);
                    let doubt = state.doubt(&gain, variance);
                    if best.is_none_or(|(lowest, ..)| doubt < lowest - 1e-12) {
                        best = Some((doubt, place, juror));
                    }
                }
            }
            let Some((doubt_after, place, juror)) = best else { break };
            let entry = state.contenders[place];
            spare[juror as usize] -= 1;
            taken.insert((entry, juror));
            state.take(place, juror);
            advice.push(Advice { entry, juror, doubt_before: before, doubt_after });
        }
        advice
    }
}

/// Covariances of the contenders' scores `s` and of the jurors' effects `b`.
struct State<'a> {
    fit: &'a Fit,
    contenders: Vec<u32>,
    scores: Vec<f64>,
    top: usize,
    /// `cov(s, s)`, before any advice and now.
    initial: Matrix,
    between: Matrix,
    /// `cov(b, s)`, a row per juror.
    across: Matrix,
    juror_variances: Vec<f64>,
    /// Covariance of every juror's effect with each advised scorecard, and its variance.
    advised: Vec<(Vec<f64>, f64)>,
    scored_by: Vec<Vec<u32>>,
}

impl<'a> State<'a> {
    fn new(fit: &'a Fit, entries: &[u32], top: u32, jurors: usize) -> Self {
        let mut ranked: Vec<(f64, u32)> =
            entries.iter().filter_map(|&entry| Some((fit.score(entry)?, entry))).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let top = (top as usize).min(ranked.len());
        ranked.truncate(CONTENDERS.max(top + 3));
        let contenders: Vec<u32> = ranked.iter().map(|r| r.1).collect();
        let scored_by = fit.scored_by(jurors);
        let size = contenders.len();
        let covariance = |a: u32, b: u32| fit.covariance(a, b).unwrap_or(0.0);
        let mut between = Matrix::zero(size, size);
        let mut across = Matrix::zero(jurors, size);
        for (col, &entry) in contenders.iter().enumerate() {
            for (row, &other) in contenders.iter().enumerate() {
                *between.at_mut(row, col) = covariance(other, entry);
            }
            for (juror, scored) in scored_by.iter().enumerate() {
                let sum: f64 = scored.iter().map(|&e| covariance(e, entry)).sum();
                *across.at_mut(juror, col) = -fit.pull(scored.len()) * sum;
            }
        }
        let mut state = Self {
            fit,
            contenders,
            scores: ranked.iter().map(|r| r.0).collect(),
            top,
            initial: between.clone(),
            between,
            across,
            juror_variances: Vec::new(),
            advised: Vec::new(),
            scored_by,
        };
        state.juror_variances = (0..jurors).map(|j| state.juror_covariance(j, j)).collect();
        state
    }

    /// `cov(b_j, b_k)` before any advice.
    fn juror_covariance(&self, j: usize, k: usize) -> f64 {
        self.fit.juror_covariance(&self.scored_by[j], &self.scored_by[k], j == k)
    }

    /// Covariance of the contenders' scores with a new scorecard, and its variance.
    fn gain(&self, place: usize, juror: u32) -> (Vec<f64>, f64) {
        let across = self.across.row(juror as usize);
        let gain = self.between.row(place).iter().zip(across).map(|(s, b)| s + b).collect();
        let variance = self.between.at(place, place)
            + self.juror_variances[juror as usize]
            + 2.0 * across[place]
            + self.fit.variance;
        (gain, variance)
    }

    /// Updates every covariance as if the scorecard had been given.
    fn take(&mut self, place: usize, juror: u32) {
        let (gain, variance) = self.gain(place, juror);
        let jurors = self.juror_variances.len();
        let juror_gain: Vec<f64> = (0..jurors)
            .map(|other| {
                let before: f64 = self.advised.iter().map(|(g, v)| g[other] * g[juror as usize] / v).sum();
                self.across.at(other, place) + self.juror_covariance(other, juror as usize) - before
            })
            .collect();
        for (row, left) in gain.iter().enumerate() {
            for (value, right) in self.between.row_mut(row).iter_mut().zip(&gain) {
                *value -= left * right / variance;
            }
        }
        for (other, left) in juror_gain.iter().enumerate() {
            for (value, right) in self.across.row_mut(other).iter_mut().zip(&gain) {
                *value -= left * right / variance;
            }
            self.juror_variances[other] -= left * left / variance;
        }
        self.advised.push((juror_gain, variance));
    }

    /// Expected number of pairs of a podium entry and a lower contender in the wrong order, once
    /// the scorecards advised so far and one with this gain are known.
    fn doubt(&self, gain: &[f64], variance: f64) -> f64 {
        let spread = |m: &Matrix, a: usize, b: usize| m.at(a, a) + m.at(b, b) - 2.0 * m.at(a, b);
        let mut doubt = 0.0;
        for a in 0..self.top {
            for b in a + 1..self.contenders.len() {
                let difference = self.scores[a] - self.scores[b];
                let before = spread(&self.initial, a, b).max(0.0);
                let left = spread(&self.between, a, b) - (gain[a] - gain[b]).powi(2) / variance;
                let left = left.clamp(0.0, before);
                doubt += wrong_order(difference, left, before - left);
            }
        }
        doubt
    }
}

/// Chance that the order by the future estimate is wrong: the estimate is normal around
/// `difference` with variance `learned`, the truth around it with variance `left`.
fn wrong_order(difference: f64, left: f64, learned: f64) -> f64 {
    const STEPS: i32 = 12;
    let left = left.max(1e-300).sqrt();
    if learned <= 0.0 {
        return normal_below(-difference.abs() / left);
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for step in -STEPS..=STEPS {
        let z = f64::from(step) / 3.0;
        let weight = (-0.5 * z * z).exp();
        let estimate = difference + z * learned.sqrt();
        sum += weight * normal_below(-estimate.abs() / left);
        weights += weight;
    }
    sum / weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judging::ranking::table::{Cell, Table};

    /// What a scorecard would teach, computed without it, is what the model says once it is there.
    #[test]
    fn the_covariance_after_advice_is_that_of_the_larger_table() {
        for (entries, jurors) in [(7_u32, 4_u32), (4, 7)] {
            let score = |e: u32, j: u32| f64::from((e * 7 + j * 5 + e * j) % 11) / 3.0 + f64::from(e);
            let mut cells: Vec<Cell> = (0..entries)
                .flat_map(|entry| (0..jurors).map(move |juror| (entry, juror)))
                .filter(|(entry, juror)| (entry + 2 * juror) % 3 != 0)
                .map(|(entry, juror)| Cell { entry, juror, score: score(entry, juror) })
                .collect();
            let fit = Fit::at_ratios(&Table::new(entries, jurors, cells.clone()).unwrap(), 1.7, 0.6, 1).unwrap();
            let mut state = State::new(&fit, &(0..entries).collect::<Vec<_>>(), 2, jurors as usize);
            let missing = (0..entries)
                .flat_map(|entry| (0..jurors).map(move |juror| (entry, juror)))
                .filter(|(entry, juror)| (entry + 2 * juror) % 3 == 0)
                .take(3);
            for (entry, juror) in missing {
                let place = state.contenders.iter().position(|&c| c == entry).unwrap();
                state.take(place, juror);
                cells.push(Cell { entry, juror, score: 2.0 });
            }
            let table = Table::new(entries, jurors, cells).unwrap();
            let larger = Fit::at_ratios(&table, 1.7, 0.6, 1).unwrap();
            for (row, &a) in state.contenders.iter().enumerate() {
                for (col, &b) in state.contenders.iter().enumerate() {
                    let expected = larger.covariance(a, b).unwrap() / larger.variance;
                    let got = state.between.at(row, col) / fit.variance;
                    assert!((got - expected).abs() < 1e-10, "{a} {b} {got} {expected}");
                }
            }
        }
    }
}
