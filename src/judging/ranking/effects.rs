//! Least-squares effects: each score as an entry's level plus a juror's severity, no shrinkage.
//!
//! Only differences inside one connected part mean anything, so the juror effects of each part
//! are made to sum to zero: entries that every juror scored then keep their plain mean.

use super::components::Components;
use super::dense::{Cholesky, Matrix};
use super::design::Design;

#[derive(Clone, Debug, PartialEq)]
pub struct LeastSquares {
    /// By original number; `None` for what was never scored.
    pub entries: Vec<Option<f64>>,
    pub jurors: Vec<Option<f64>>,
    /// Residual sum of squares, and total sum of squares about the mean.
    pub residual: f64,
    pub total: f64,
}

pub(super) fn least_squares(
    design: &Design,
    components: &Components,
    (entries, jurors): (u32, u32),
    threads: usize,
) -> Option<LeastSquares> {
    let part_of_second = |j: usize| {
        let id = design.second_ids[j];
        if design.entries_first { components.of_juror(id) } else { components.of_entry(id) }
    };
    let seconds = design.seconds();
    let mut normal = Matrix::zero(seconds, seconds);
    let mut rhs = vec![0.0; seconds];
    for (j, count) in design.second_counts.iter().enumerate() {
        *normal.at_mut(j, j) = *count;
    }
    for (group, scores) in design.groups() {
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        let share = 1.0 / group.len() as f64;
        for (place, (&j, y)) in group.iter().zip(scores).enumerate() {
            rhs[j as usize] += y - mean;
            let row = normal.row_mut(j as usize);
            for &k in &group[..=place] {
                row[k as usize] -= share;
            }
        }
    }
    // The equations leave one level free in each part; asking for a zero sum settles it.
    let parts: Vec<Option<u32>> = (0..seconds).map(part_of_second).collect();
    for (j, part) in parts.iter().enumerate() {
        for (value, other) in normal.row_mut(j).iter_mut().zip(&parts[..=j]) {
            if part == other {
                *value += 1.0;
            }
        }
    }
    let second = Cholesky::new(normal, threads)?.solve(&rhs);
    let (mut residual, mut total) = (0.0, 0.0);
    let mut first = Vec::with_capacity(design.firsts());
    for (group, scores) in design.groups() {
        let rests = || group.iter().zip(scores).map(|(&j, y)| y - second[j as usize]);
        let level = rests().sum::<f64>() / group.len() as f64;
        residual += rests().map(|r| (r - level).powi(2)).sum::<f64>();
        total += scores.iter().map(|y| y * y).sum::<f64>();
        first.push(level);
    }
    let spread = |ids: &[u32], values: &[f64], size: u32| {
        let mut all = vec![None; size as usize];
        for (&id, &value) in ids.iter().zip(values) {
            all[id as usize] = Some(value);
        }
        all
    };
    let (mut of_entries, mut of_jurors) = if design.entries_first {
        (spread(&design.first_ids, &first, entries), spread(&design.second_ids, &second, jurors))
    } else {
        (spread(&design.second_ids, &second, entries), spread(&design.first_ids, &first, jurors))
    };
    centre_jurors(&mut of_entries, &mut of_jurors, components);
    for value in of_entries.iter_mut().flatten() {
        *value += design.centre;
    }
    Some(LeastSquares { entries: of_entries, jurors: of_jurors, residual, total })
}

/// Moves the mean juror effect of each part into its entries.
fn centre_jurors(entries: &mut [Option<f64>], jurors: &mut [Option<f64>], parts: &Components) {
    let mut sums = vec![(0.0, 0.0); parts.count() as usize];
    for (effect, juror) in jurors.iter().zip(0..) {
        if let (Some(effect), Some(part)) = (effect, parts.of_juror(juror)) {
            let (sum, count) = &mut sums[part as usize];
            *sum += effect;
            *count += 1.0;
        }
    }
    let level = |part: Option<u32>| part.map_or(0.0, |p| sums[p as usize].0 / sums[p as usize].1);
    for (effect, juror) in jurors.iter_mut().zip(0..) {
        if let Some(effect) = effect {
            *effect -= level(parts.of_juror(juror));
        }
    }
    for (effect, entry) in entries.iter_mut().zip(0..) {
        if let Some(effect) = effect {
            *effect += level(parts.of_entry(entry));
        }
    }
}
