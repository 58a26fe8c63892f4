//! Ranks under uncertainty: seeded draws from the joint posterior of all scores.
//!
//! Each draw takes the mean, then the dense factor given the mean, then the eliminated one given
//! both, which is exact. Draws come in blocks with a random stream each, so that the answer does
//! not depend on the number of threads.

use super::criterion::Factor;
use super::dense::Matrix;
use super::fit::Fit;
use super::random::{Normal, Random};
use super::ranks::{Groups, Keys, RankCounts};

/// Draws that share one triangular solve.
const BLOCK: usize = 64;

/// What the draws say of one entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankUncertainty {
    /// Probability of being among the first `top`.
    pub p_top: f64,
    pub expected_rank: f64,
    /// The interval that holds the rank with probability 95 %.
    pub rank_low: u32,
    pub rank_high: u32,
}

impl Fit {
    /// Ranks of every entry of the table over `draws` draws; `None` for entries without scores.
    pub fn rank_uncertainty(
        &self,
        entries: u32,
        top: u32,
        draws: u32,
        seed: u64,
        threads: usize,
    ) -> Vec<Option<RankUncertainty>> {
        self.rank_uncertainty_within(&vec![0; entries as usize], top, draws, seed, threads)
    }

    /// The same inside each group of entries (a category); `groups` has the group of each entry.
    /// The draws are those of the whole table, so that jurors who judge several groups count.
    pub fn rank_uncertainty_within(
        &self,
        groups: &[u32],
        top: u32,
        draws: u32,
        seed: u64,
        threads: usize,
    ) -> Vec<Option<RankUncertainty>> {
        let levels = if self.design.entries_first { self.design.firsts() } else { self.design.seconds() };
        let ids = if self.design.entries_first { &self.design.first_ids } else { &self.design.second_ids };
        let group_of = |id: &u32| groups.get(*id as usize).copied().unwrap_or(u32::MAX);
        let sampler = Sampler::new(self, Groups::new(&ids.iter().map(group_of).collect::<Vec<_>>()));
        let mut counts = RankCounts::new(levels, top, draws);
        let threads = threads.max(1);
        let blocks = u64::from(draws).div_ceil(BLOCK as u64);
        let mut next = 0;
        while next < blocks {
            let batch: Vec<u64> = (next..blocks).take(threads * 2).collect();
            let mut ranks: Vec<Vec<u32>> = vec![Vec::new(); batch.len()];
            share(threads, batch.iter().zip(&mut ranks), |(&block, ranks)| {
                *ranks = sampler.ranks(block, seed);
            });
            // The last block may be larger than what was asked for.
            let wanted = u64::from(draws) - next * BLOCK as u64;
            let mut left = usize::try_from(wanted).unwrap_or(usize::MAX);
            for ranks in &mut ranks {
                let keep = left.min(BLOCK);
                ranks.truncate(keep * levels);
                left -= keep;
            }
            counts.add(&ranks, threads);
            next += batch.len() as u64;
        }
        let counted = counts.finish();
        (0..).zip(groups).map(|(entry, _)| self.level(entry).map(|level| counted[level])).collect()
    }
}

/// Runs the work of a list on a few threads, dealt in turn.
pub(super) fn share<T: Send>(threads: usize, items: impl Iterator<Item = T>, work: impl Fn(T) + Sync) {
    if threads <= 1 {
        items.for_each(work);
        return;
    }
    let mut hands: Vec<Vec<T>> = (0..threads).map(|_| Vec::new()).collect();
    for (turn, item) in items.enumerate() {
        hands[turn % threads].push(item);
    }
    let work = &work;
    std::thread::scope(|scope| {
        for hand in hands.into_iter().filter(|hand| !hand.is_empty()) {
            scope.spawn(move || hand.into_iter().for_each(work));
        }
    });
}

struct Sampler<'a> {
    fit: &'a Fit,
    normal: Normal,
    totals: Vec<f64>,
    groups: Groups,
}

impl<'a> Sampler<'a> {
    fn new(fit: &'a Fit, groups: Groups) -> Self {
        Self {
            fit,
            groups,
            normal: Normal::new(),
            totals: fit.design.groups().map(|(_, scores)| scores.iter().sum()).collect(),
        }
    }

    /// Ranks of every entry level in each draw of a block.
    fn ranks(&self, block: u64, seed: u64) -> Vec<u32> {
        let mut random = Random::new(seed, block);
        let design = &self.fit.design;
        let levels = if design.entries_first { design.firsts() } else { design.seconds() };
        let mut keys = Keys::new(levels, BLOCK);
        if self.fit.entry_ratio() == 0.0 {
            // Nothing tells the entries apart: every order is as likely as any other.
            let noise = self.noise(&mut random, levels);
            (0..levels).for_each(|level| keys.set(level, noise.row(level)));
            return keys.ranks(&self.groups);
        }
        let solved = &self.fit.solved;
        let mean_sd = (self.fit.variance / solved.precision).sqrt();
        let mut shifts = [0.0; BLOCK];
        for shift in &mut shifts {
            *shift = mean_sd * self.normal.draw(&mut random);
        }
        let second = self.second_effects(&mut random, &shifts);
        if design.entries_first {
            self.first_scores(&mut random, &shifts, &second, &mut keys);
        } else {
            let mut line = [0.0; BLOCK];
            for level in 0..levels {
                for (value, (effect, shift)) in line.iter_mut().zip(second.row(level).iter().zip(&shifts)) {
                    *value = solved.mu + shift + effect;
                }
                keys.set(level, &line);
            }
        }
        keys.ranks(&self.groups)
    }

    /// Effects of the dense factor given the drawn means.
    fn second_effects(&self, random: &mut Random, shifts: &[f64; BLOCK]) -> Matrix {
        let solved = &self.fit.solved;
        let rb = solved.ratios.second;
        let scale = (rb * self.fit.variance).sqrt();
        let mut drawn = self.noise(random, self.fit.design.seconds());
        match &solved.factor {
            Factor::Dense(factor) => factor.solve_transposed(&mut drawn),
            Factor::Diagonal(d) => {
                for (level, d) in d.iter().enumerate() {
                    let root = d.sqrt();
                    drawn.row_mut(level).iter_mut().for_each(|v| *v /= root);
                }
            }
        }
        for (level, (effect, one)) in solved.second_effects.iter().zip(&solved.ones).enumerate() {
            for (value, shift) in drawn.row_mut(level).iter_mut().zip(shifts) {
                *value = effect - rb * one * shift + scale * *value;
            }
        }
        drawn
    }

    /// Scores of the eliminated factor given the drawn means and dense effects.
    fn first_scores(&self, random: &mut Random, shifts: &[f64; BLOCK], second: &Matrix, keys: &mut Keys) {
        let solved = &self.fit.solved;
        let ra = solved.ratios.first;
        for (level, ((group, _), d)) in self.fit.design.groups().zip(&solved.d).enumerate() {
            let base = (ra * self.totals[level] + solved.mu) / d;
            let (mean_part, juror_part) = (1.0 / d, ra / d);
            let scale = (ra / d * self.fit.variance).sqrt();
            let mut line = [0.0; BLOCK];
            for &juror in group {
                for (value, effect) in line.iter_mut().zip(second.row(juror as usize)) {
                    *value += effect;
                }
            }
            for (value, shift) in line.iter_mut().zip(shifts) {
                let noise = scale * self.normal.draw(random);
                *value = base + mean_part * shift - juror_part * *value + noise;
            }
            keys.set(level, &line);
        }
    }

    fn noise(&self, random: &mut Random, rows: usize) -> Matrix {
        let mut noise = Matrix::zero(rows, BLOCK);
        for row in 0..rows {
            for value in noise.row_mut(row) {
                *value = self.normal.draw(random);
            }
        }
        noise
    }
}
