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
