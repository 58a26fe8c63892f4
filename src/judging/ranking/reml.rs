//! The exact REML optimum: interior and boundaries, whichever is lowest.

use super::criterion::{Ratios, Solved};
use super::design::Design;
use super::optimum::Search;

/// Range of the logarithm of a variance ratio: from nothing to a residual of nothing.
const LOW: f64 = -18.0;
const HIGH: f64 = 23.0;
/// Up to this size of the dense factor, several starts are tried: they cost nothing.
const SMALL: usize = 80;

/// The variance ratios that minimise the criterion, and the model solved there. `second_free` is
/// false when the dense factor can't be told from noise, `first_free` likewise.
pub(super) fn optimum(
    design: &Design,
    first_free: bool,
    second_free: bool,
    start: Option<Ratios>,
    threads: usize,
) -> Option<Solved> {
    let moments = start.unwrap_or_else(|| moments(design));
    let mut best: Option<Solved> = None;
    // Boundaries first: an interior point must be truly lower to be preferred.
    for (first, second) in [(false, false), (first_free, false), (false, second_free)] {
        let found = search(design, [first, second], moments, threads);
        keep_lower(&mut best, found);
    }
    if first_free && second_free {
        let mut starts = vec![moments];
        if start.is_none() && design.seconds() <= SMALL {
            for (first, second) in [(0.1, 0.1), (10.0, 10.0), (0.1, 10.0), (10.0, 0.1)] {
                starts.push(Ratios { first, second });
            }
        }
        for start in starts {
            keep_lower(&mut best, search(design, [true, true], start, threads));
        }
    }
    best
}

fn keep_lower(best: &mut Option<Solved>, found: Option<Solved>) {
    if let Some(found) = found
        && best.as_ref().is_none_or(|b| found.criterion < b.criterion - 1e-11)
    {
        *best = Some(found);
    }
}

/// The lowest point with the ratios that are not free held at zero.
fn search(design: &Design, free: [bool; 2], start: Ratios, threads: usize) -> Option<Solved> {
    let ratio = |x: [f64; 2]| Ratios {
        first: if free[0] { x[0].exp() } else { 0.0 },
        second: if free[1] { x[1].exp() } else { 0.0 },
    };
    if free == [false, false] {
        return Solved::at(design, ratio([0.0; 2]), threads);
    }
    let search = Search {
        low: LOW,
        high: HIGH,
        free,
        curvature: [design.firsts(), design.seconds()].map(|n| (n as f64 / 4.0).max(1.0)),
        flat: (1e-11 * design.n() as f64).max(1e-9),
    };
    let mut last: Option<Solved> = None;
    let found = search.minimise([start.first.ln(), start.second.ln()], |x| {
        let solved = Solved::at(design, ratio(x), threads)?;
        let by_ratio = solved.gradient(design, &solved.factor.inverse());
        let value = solved.criterion;
        let gradient = [by_ratio[0] * solved.ratios.first, by_ratio[1] * solved.ratios.second];
        last = Some(solved);
        Some((value, gradient))
    })?;
    // The last evaluation is nearly always the answer itself.
    match last {
        Some(solved) if solved.ratios == ratio(found.x) => Some(solved),
        _ => Solved::at(design, ratio(found.x), threads),
    }
}

/// First guess from the spread within entries, within jurors, and overall.
fn moments(design: &Design) -> Ratios {
    let n = design.n() as f64;
    let mut juror_sums = vec![0.0; design.seconds()];
    let (mut total, mut within_first) = (0.0, 0.0);
    for (group, scores) in design.groups() {
        let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
        for (&j, y) in group.iter().zip(scores) {
            total += y * y;
            within_first += (y - mean).powi(2);
            juror_sums[j as usize] += y;
        }
    }
    let between_second: f64 = juror_sums.iter().zip(&design.second_counts).map(|(sum, count)| sum * sum / count).sum();
    let free = |levels: usize| (n - levels as f64).max(1.0);
    let all = total / free(1);
    let first_out = within_first / free(design.firsts());
    let second_out = (total - between_second).max(0.0) / free(design.seconds());
    let floor = 0.02 * all;
    let residual = (first_out + second_out - all).max(floor);
    let ratio = |variance: f64| {
        let ratio = variance.max(floor) / residual;
        if ratio.is_finite() { ratio.clamp(1e-3, 1e3) } else { 1.0 }
    };
    Ratios { first: ratio(all - first_out), second: ratio(all - second_out) }
}
