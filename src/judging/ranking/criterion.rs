//! The REML criterion of the crossed model and its gradient, at given variance ratios.
//!
//! Score of entry i by juror j: `y = mu + q_i + b_j + e`, with independent normal effects. With
//! variances counted in units of the residual variance, `V = I + ra Za Za' + rb Zb Zb'`. The
//! larger factor (a) is eliminated in closed form, since `I + ra Za Za'` is block diagonal; what
//! remains is `S = I + rb (Zb' Va^-1 Zb)`, one row per level of the smaller factor (b).
//! Patterson and Thompson (1971) for the criterion, Henderson (1973) for the equations, Bates et
//! al. (2015) for this scale of it: minus twice the restricted log-likelihood, profiled.

use super::dense::{Cholesky, Matrix};
use super::design::Design;
use super::sum::Sum;

/// Variances of the eliminated and of the dense factor, over the residual variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ratios {
    pub first: f64,
    pub second: f64,
}

/// `S`, factored; diagonal when one of the ratios is zero.
pub(super) enum Factor {
    Diagonal(Vec<f64>),
    Dense(Cholesky),
}

impl Factor {
    pub fn solve(&self, rhs: &[f64]) -> Vec<f64> {
        match self {
            Self::Diagonal(d) => rhs.iter().zip(d).map(|(x, d)| x / d).collect(),
            Self::Dense(factor) => factor.solve(rhs),
        }
    }

    fn log_det(&self) -> f64 {
        match self {
            Self::Diagonal(d) => logs(d),
            Self::Dense(factor) => factor.log_det(),
        }
    }

    pub fn inverse(&self) -> Inverse {
        match self {
            Self::Diagonal(d) => Inverse::Diagonal(d.iter().map(|d| 1.0 / d).collect()),
            Self::Dense(factor) => Inverse::Dense(factor.inverse()),
        }
    }
}

/// The inverse of `S`.
pub(super) enum Inverse {
    Diagonal(Vec<f64>),
    Dense(Matrix),
}

impl Inverse {
    pub fn at(&self, row: usize, col: usize) -> f64 {
        match self {
            Self::Dense(m) => m.at(row, col),
            Self::Diagonal(d) if row == col => d[row],
            Self::Diagonal(_) => 0.0,
        }
    }

    /// `c' S^-1 d` for two lists of dense levels.
    pub fn between(&self, left: &[u32], right: &[u32]) -> f64 {
        left.iter().map(|&l| right.iter().map(|&r| self.at(l as usize, r as usize)).sum::<f64>()).sum()
    }

    fn trace(&self) -> f64 {
        match self {
            Self::Diagonal(d) => d.iter().sum(),
            Self::Dense(m) => (0..m.rows()).map(|i| m.at(i, i)).sum(),
        }
    }
}

/// The model solved at given ratios: everything but the ratios themselves is optimal.
pub(super) struct Solved {
    pub ratios: Ratios,
    /// `1 + ra * n_i` for each eliminated level.
    pub d: Vec<f64>,
    pub factor: Factor,
    /// Diagonal of `Zb' Va^-1 Zb`.
    diagonal: Vec<f64>,
    /// `S^-1 Zb' Va^-1 1`.
    pub ones: Vec<f64>,
    /// `1' V^-1 1`.
    pub precision: f64,
    /// The mean, after centring.
    pub mu: f64,
    pub first_effects: Vec<f64>,
    pub second_effects: Vec<f64>,
    /// Generalised residual sum of squares, `y' P y`.
    pub squares: f64,
    pub criterion: f64,
    /// `Zb' P y` and `Za' P y`.
    second_scores: Vec<f64>,
    first_scores: Vec<f64>,
}

impl Solved {
    /// `None` when the arithmetic breaks down (ratios out of any sensible range).
    pub fn at(design: &Design, ratios: Ratios, threads: usize) -> Option<Self> {
        let Ratios { first: ra, second: rb } = ratios;
        let d: Vec<f64> = design.groups().map(|(g, _)| 1.0 + ra * g.len() as f64).collect();
        let seconds = design.seconds();
        let (mut ones, mut sums) = (vec![0.0; seconds], vec![0.0; seconds]);
        let mut diagonal = design.second_counts.clone();
        let (mut s11, mut s1y) = (0.0, 0.0);
        for ((group, scores), d) in design.groups().zip(&d) {
            let total: f64 = scores.iter().sum();
            s11 += group.len() as f64 / d;
            s1y += total / d;
            for (&j, y) in group.iter().zip(scores) {
                ones[j as usize] += 1.0 / d;
                sums[j as usize] += y - ra * total / d;
                diagonal[j as usize] -= ra / d;
            }
        }
        let factor = factor(design, ratios, &d, &diagonal, threads)?;
        let solved_ones = factor.solve(&ones);
        let solved_sums = factor.solve(&sums);
        let precision = s11 - rb * dot(&ones, &solved_ones);
        let mu = (s1y - rb * dot(&ones, &solved_sums)) / precision;
        let second_scores: Vec<f64> = solved_sums.iter().zip(&solved_ones).map(|(y, one)| y - mu * one).collect();
        let second_effects: Vec<f64> = second_scores.iter().map(|s| rb * s).collect();
        let mut squares: Sum = second_scores.iter().map(|score| rb * score * score).collect();
        let mut first_scores = Vec::with_capacity(d.len());
        for ((group, scores), d) in design.groups().zip(&d) {
            let rests = || group.iter().zip(scores).map(|(&j, y)| y - mu - second_effects[j as usize]);
            let score = rests().sum::<f64>() / d;
            let effect = ra * score;
            squares.add(ra * score * score);
            rests().for_each(|rest| squares.add((rest - effect).powi(2)));
            first_scores.push(score);
        }
        let squares = squares.value();
        let degrees = design.n() as f64 - 1.0;
        let log_det = logs(&d) + factor.log_det();
        let criterion = log_det + precision.ln() + degrees * (1.0 + (std::f64::consts::TAU * squares / degrees).ln());
        (criterion.is_finite() && squares > 0.0).then(|| Self {
            ratios,
            first_effects: first_scores.iter().map(|s| ra * s).collect(),
            d,
            factor,
            diagonal,
            ones: solved_ones,
            precision,
            mu,
            second_effects,
            squares,
            criterion,
            second_scores,
            first_scores,
        })
    }

    /// Derivatives of the criterion by the two ratios.
    pub fn gradient(&self, design: &Design, inverse: &Inverse) -> [f64; 2] {
        let rb = self.ratios.second;
        let degrees = design.n() as f64 - 1.0;
        let mut first = -degrees * dot(&self.first_scores, &self.first_scores) / self.squares;
        for ((group, _), d) in design.groups().zip(&self.d) {
            let count = group.len() as f64;
            let shared: f64 = group.iter().map(|&j| self.ones[j as usize]).sum();
            let ones = (count - rb * shared) / d;
            first += count / d - rb * inverse.between(group, group) / (d * d);
            first -= ones * ones / self.precision;
        }
        let trace =
            if rb > 0.0 { (design.seconds() as f64 - inverse.trace()) / rb } else { self.diagonal.iter().sum() };
        let second = trace
            - dot(&self.ones, &self.ones) / self.precision
            - degrees * dot(&self.second_scores, &self.second_scores) / self.squares;
        [first, second]
    }

    pub fn residual_variance(&self, design: &Design) -> f64 {
        self.squares / (design.n() as f64 - 1.0)
    }
}

fn factor(
    design: &Design,
    Ratios { first: ra, second: rb }: Ratios,
    d: &[f64],
    diagonal: &[f64],
    threads: usize,
) -> Option<Factor> {
    let on_diagonal = diagonal.iter().map(|a| 1.0 + rb * a);
    if ra == 0.0 || rb == 0.0 {
        return Some(Factor::Diagonal(on_diagonal.collect()));
    }
    let size = design.seconds();
    let mut s = Matrix::zero(size, size);
    for ((group, _), d) in design.groups().zip(d) {
        let weight = ra * rb / d;
        for (place, &j) in group.iter().enumerate() {
            let row = s.row_mut(j as usize);
            for &k in &group[..place] {
                row[k as usize] -= weight;
            }
        }
    }
    for (j, value) in on_diagonal.enumerate() {
        *s.at_mut(j, j) = value;
    }
    Cholesky::new(s, threads).map(Factor::Dense)
}

fn logs(values: &[f64]) -> f64 {
    values.iter().map(|value| value.ln()).collect::<Sum>().value()
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
