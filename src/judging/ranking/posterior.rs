//! How sure the calibrated scores are: the joint posterior of `mu + q`, exactly.
//!
//! With the variances as estimated, everything is normal; the covariance of any two scores
//! follows from the factored system, without forming the whole matrix.

use super::fit::Fit;

/// A pair is called separable from this probability on.
pub const SEPARABLE: f64 = 0.9;

impl Fit {
    /// Posterior covariance of the calibrated scores of two entries; `None` if one has none.
    pub fn covariance(&self, left: u32, right: u32) -> Option<f64> {
        let (i, k) = (self.level(left)?, self.level(right)?);
        let solved = &self.solved;
        let (ra, rb) = (solved.ratios.first, solved.ratios.second);
        let shared = self.mean_weight(i) * self.mean_weight(k) / solved.precision;
        let own = if self.design.entries_first {
            let (left, right) = (self.design.group(i).0, self.design.group(k).0);
            let scale = ra / solved.d[i];
            let through_jurors = scale * ra / solved.d[k] * rb * self.inverse.between(left, right);
            through_jurors + if i == k { scale } else { 0.0 }
        } else {
            rb * self.inverse.at(i, k)
        };
        Some(self.variance * (shared + own))
    }

    /// How much an entry's score moves when the mean moves by one, jurors following.
    pub(super) fn mean_weight(&self, level: usize) -> f64 {
        let solved = &self.solved;
        if self.design.entries_first {
            let jurors = self.design.group(level).0;
            let ones: f64 = jurors.iter().map(|&j| solved.ones[j as usize]).sum();
            (1.0 + solved.ratios.first * solved.ratios.second * ones) / solved.d[level]
        } else {
            1.0 - solved.ratios.second * solved.ones[level]
        }
    }

    /// Standard error of a calibrated score, the uncertainty of the mean included.
    pub fn standard_error(&self, entry: u32) -> Option<f64> {
        Some(self.covariance(entry, entry)?.max(0.0).sqrt())
    }

    /// Probability that the first entry is truly better than the second.
    pub fn probability_above(&self, better: u32, worse: u32) -> Option<f64> {
        let difference = self.score(better)? - self.score(worse)?;
        let variance =
            self.covariance(better, better)? + self.covariance(worse, worse)? - 2.0 * self.covariance(better, worse)?;
        let sd = variance.max(0.0).sqrt();
        if sd <= 1e-12 * (1.0 + self.variance.sqrt()) {
            return Some(if difference.abs() < 1e-9 {
                0.5
            } else if difference > 0.0 {
                1.0
            } else {
                0.0
            });
        }
        Some(normal_below(difference / sd))
    }

    /// Standard error of every juror's effect; `None` for one without scores.
    pub fn severity_errors(&self, jurors: u32) -> Vec<Option<f64>> {
        let scored = self.scored_by(jurors as usize);
        let error = |list: &Vec<u32>| self.juror_covariance(list, list, true).max(0.0).sqrt();
        scored.iter().map(|list| (!list.is_empty()).then(|| error(list))).collect()
    }

    /// Posterior covariance of two jurors' effects, from the entries each scored: given the scores
    /// of entries, effects are independent.
    pub(super) fn juror_covariance(&self, left: &[u32], right: &[u32], same: bool) -> f64 {
        let pairs: f64 = left.iter().map(|&a| right.iter().filter_map(|&b| self.covariance(a, b)).sum::<f64>()).sum();
        let own = if same { self.variance * self.pull(left.len()) } else { 0.0 };
        self.pull(left.len()) * self.pull(right.len()) * pairs + own
    }

    /// How far a juror's effect follows the mean of what is left of the scores, per score.
    pub(super) fn pull(&self, scored: usize) -> f64 {
        let ratio = self.juror_ratio();
        ratio / (1.0 + ratio * scored as f64)
    }

    /// The entries each juror scored.
    pub(super) fn scored_by(&self, jurors: usize) -> Vec<Vec<u32>> {
        let mut scored = vec![Vec::new(); jurors];
        let design = &self.design;
        for (first, (group, _)) in design.groups().enumerate() {
            for &second in group {
                let (a, b) = (design.first_ids[first], design.second_ids[second as usize]);
                let (entry, juror) = if design.entries_first { (a, b) } else { (b, a) };
                if let Some(list) = scored.get_mut(juror as usize) {
                    list.push(entry);
                }
            }
        }
        scored
    }
}

/// The standard normal distribution function, to 1e-15: the series near zero, the continued
/// fraction in the tails (Abramowitz and Stegun 26.2.11 and 26.2.14).
pub fn normal_below(z: f64) -> f64 {
    if z.is_nan() {
        return 0.5;
    }
    let size = z.abs().min(40.0);
    let density = (-0.5 * size * size).exp() / std::f64::consts::TAU.sqrt();
    let above = if size < 3.0 {
        let (mut term, mut sum, mut odd) = (size, size, 1.0);
        while term > 1e-17 * sum {
            odd += 2.0;
            term *= size * size / odd;
            sum += term;
        }
        0.5 - density * sum
    } else {
        let mut fraction = size;
        for k in (1..=60_u32).rev() {
            fraction = size + f64::from(k) / fraction;
        }
        density / fraction
    };
    if z > 0.0 { 1.0 - above } else { above }
}

#[cfg(test)]
mod tests {
    use super::normal_below;
    use crate::judging::ranking::fit::Fit;
    use crate::judging::ranking::table::{Cell, Table};

    /// A juror's error is the root of their place in the inverse of the whole system.
    #[test]
    fn the_error_of_a_severity_is_that_of_the_normal_equations() {
        let (entries, jurors) = (5_u32, 3_u32);
        let cells: Vec<Cell> = (0..entries)
            .flat_map(|entry| (0..jurors).map(move |juror| (entry, juror)))
            .filter(|pair| *pair != (0, 0) && *pair != (4, 2))
            .map(|(entry, juror)| Cell { entry, juror, score: f64::from((entry * 7 + juror * 5 + entry * juror) % 11) })
            .collect();
        let table = Table::new(entries, jurors, cells.clone()).unwrap();
        let (entry_ratio, juror_ratio) = (1.7, 0.6);
        let fit = Fit::at_ratios(&table, entry_ratio, juror_ratio, 1).unwrap();
        // Henderson's equations: the mean, then the entries, then the jurors.
        let size = 1 + (entries + jurors) as usize;
        let mut system = vec![vec![0.0; size]; size];
        for cell in &cells {
            let at = [0, 1 + cell.entry as usize, 1 + (entries + cell.juror) as usize];
            for (row, col) in at.iter().flat_map(|&row| at.iter().map(move |&col| (row, col))) {
                system[row][col] += 1.0;
            }
        }
        for (at, line) in system.iter_mut().enumerate().skip(1) {
            line[at] += 1.0 / if at <= entries as usize { entry_ratio } else { juror_ratio };
        }
        let errors = fit.severity_errors(jurors + 1);
        for juror in 0..jurors {
            let at = 1 + (entries + juror) as usize;
            let mut unit = vec![0.0; size];
            unit[at] = 1.0;
            let expected = (fit.variance * solve(system.clone(), unit)[at]).sqrt();
            let got = errors[juror as usize].unwrap();
            assert!((got - expected).abs() < 1e-10, "{juror}: {got} {expected}");
        }
        assert_eq!(errors[jurors as usize], None);
    }

    /// Gaussian elimination, for a small and positive definite system.
    fn solve(mut system: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
        let size = right.len();
        for pivot in 0..size {
            let line = system[pivot].clone();
            for row in (0..size).filter(|&row| row != pivot) {
                let factor = system[row][pivot] / line[pivot];
                system[row].iter_mut().zip(&line).for_each(|(value, above)| *value -= factor * above);
                right[row] -= factor * right[pivot];
            }
        }
        (0..size).map(|at| right[at] / system[at][at]).collect()
    }

    #[test]
    fn the_normal_distribution_matches_its_table() {
        for (z, p) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_542_9),
            (-1.959_963_984_540_054, 0.025),
            (2.326_347_874_040_841, 0.99),
            (-6.0, 9.865_876_450_376_98e-10),
        ] {
            assert!((normal_below(z) - p).abs() < 1e-13, "{z} {}", normal_below(z));
        }
        // Where the two formulas meet, they agree.
        let jump = normal_below(3.0) - normal_below(3.0 - 1e-12);
        assert!(jump.abs() < 1e-13, "{jump}");
    }
}
