//! The calibrated scores: the crossed model fitted by REML, or the reason it can't be.

use super::components::Components;
use super::criterion::{Inverse, Ratios, Solved};
use super::design::Design;
use super::effects::{LeastSquares, least_squares};
use super::reml::optimum;
use super::table::Table;

/// The smaller factor is a dense system: beyond this it no longer fits in memory.
const LARGEST_DENSE: usize = 6000;

/// Why a table has no calibrated scores. The plain means still stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Degenerate {
    #[error("there are no scores")]
    NoScores,
    #[error("only one entry was scored, so there is nothing to compare")]
    OneEntry,
    #[error("one juror scored everything, so severity can't be told from quality")]
    OneJuror,
    #[error("no entry was scored twice, so quality can't be told from chance")]
    NoRepeats,
    #[error("all scores are equal")]
    AllEqual,
    #[error("the scores are exactly an entry's level plus a juror's severity, without any noise")]
    NoNoise,
    #[error("more than 6,000 entries and 6,000 jurors are too many for the exact model")]
    TooLarge,
}

/// A fitted model. Numbers of entries and jurors are those of the table.
pub struct Fit {
    pub(super) design: Design,
    pub(super) solved: Solved,
    pub(super) inverse: Inverse,
    /// Position of each entry among the levels of its factor.
    levels: Vec<Option<usize>>,
    juror_levels: Vec<Option<usize>>,
    pub(super) variance: f64,
}

/// The variance components of a fit and what goes with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceComponents {
    pub reml_criterion: f64,
    pub mu: f64,
    pub se_mu: f64,
    pub sd_entry: f64,
    pub sd_juror: f64,
    pub sd_resid: f64,
}

impl Fit {
    /// `threads` may be any number: the answer does not depend on it.
    pub fn new(table: &Table, threads: usize) -> Result<Self, Degenerate> {
        let components = Components::of(table);
        let design = Design::new(table);
        plain_reason(&design, table)?;
        let effects = least_squares(&design, &components, (table.entries(), table.jurors()), threads);
        if let Some(LeastSquares { residual, total, .. }) = effects {
            let scale = total + design.n() as f64 * design.centre.powi(2);
            let spare = design.n() + components.count() as usize > design.firsts() + design.seconds();
            if spare && residual <= 1e-24 * scale {
                return Err(Degenerate::NoNoise);
            }
        }
        Self::of_design(table, design, None, threads)
    }

    /// Fits again from the ratios of a fit of nearly the same table.
    pub(super) fn near(table: &Table, near: &Self, threads: usize) -> Result<Self, Degenerate> {
        let design = Design::new(table);
        plain_reason(&design, table)?;
        let ratios = near.solved.ratios;
        let start = if design.entries_first == near.design.entries_first {
            ratios
        } else {
            Ratios { first: ratios.second, second: ratios.first }
        };
        let inside = start.first > 0.0 && start.second > 0.0;
        Self::of_design(table, design, inside.then_some(start), threads)
    }

    fn of_design(table: &Table, design: Design, start: Option<Ratios>, threads: usize) -> Result<Self, Degenerate> {
        let (most_first, most_second) = design.most_repeated();
        let (first_free, second_free) = (most_first > 1, most_second > 1.0);
        let solved = optimum(&design, first_free, second_free, start, threads).ok_or(Degenerate::NoNoise)?;
        Ok(Self::of_solved(table, design, solved))
    }

    /// The model at given variance ratios (entries, then jurors, over the residual).
    pub fn at_ratios(table: &Table, entry_ratio: f64, juror_ratio: f64, threads: usize) -> Result<Self, Degenerate> {
        let design = Design::new(table);
        plain_reason(&design, table)?;
        let ratios = design_ratios(&design, entry_ratio, juror_ratio);
        let solved = Solved::at(&design, ratios, threads).ok_or(Degenerate::NoNoise)?;
        Ok(Self::of_solved(table, design, solved))
    }

    fn of_solved(table: &Table, design: Design, solved: Solved) -> Self {
        let (entries, jurors) = if design.entries_first {
            (&design.first_ids, &design.second_ids)
        } else {
            (&design.second_ids, &design.first_ids)
        };
        Self {
            levels: positions(entries, table.entries()),
            juror_levels: positions(jurors, table.jurors()),
            inverse: solved.factor.inverse(),
            variance: solved.residual_variance(&design),
            design,
            solved,
        }
    }

    pub fn components(&self) -> VarianceComponents {
        let sd = |ratio: f64| (ratio * self.variance).sqrt();
        VarianceComponents {
            reml_criterion: self.solved.criterion,
            mu: self.solved.mu + self.design.centre,
            se_mu: (self.variance / self.solved.precision).sqrt(),
            sd_entry: sd(self.entry_ratio()),
            sd_juror: sd(self.juror_ratio()),
            sd_resid: self.variance.sqrt(),
        }
    }

    /// The least-squares effects of the table that was fitted.
    pub fn least_squares(&self, table: &Table, threads: usize) -> Option<LeastSquares> {
        let size = (table.entries(), table.jurors());
        least_squares(&self.design, &Components::of(table), size, threads)
    }

    /// The REML criterion at any variance ratios (entries, then jurors, over the residual).
    pub fn criterion_at(table: &Table, entry_ratio: f64, juror_ratio: f64) -> Option<f64> {
        let design = Design::new(table);
        let (first, second) =
            if design.entries_first { (entry_ratio, juror_ratio) } else { (juror_ratio, entry_ratio) };
        Solved::at(&design, Ratios { first, second }, 1).map(|solved| solved.criterion)
    }

    /// Variance of the entries over the residual variance.
    pub fn entry_ratio(&self) -> f64 {
        let Ratios { first, second } = self.solved.ratios;
        if self.design.entries_first { first } else { second }
    }

    /// Variance of the jurors over the residual variance.
    pub fn juror_ratio(&self) -> f64 {
        let Ratios { first, second } = self.solved.ratios;
        if self.design.entries_first { second } else { first }
    }

    /// The ratios of entries and jurors as a tally writes them: twelve decimals.
    pub fn written_ratios(&self) -> [String; 2] {
        [self.entry_ratio(), self.juror_ratio()].map(|ratio| format!("{ratio:.12}"))
    }

    /// The model as a tally publishes it: solved at the ratios as written, so that anyone can
    /// solve exactly the same equations.
    pub fn published(table: &Table, threads: usize) -> Result<Self, Degenerate> {
        let [entries, jurors] =
            Self::new(table, threads)?.written_ratios().map(|text| text.parse().unwrap_or(f64::NAN));
        Self::at_ratios(table, entries, jurors, threads)
    }

    /// The calibrated score, `mu + q_i`; `None` for an entry without scores.
    pub fn score(&self, entry: u32) -> Option<f64> {
        let level = self.level(entry)?;
        let effects = if self.design.entries_first { &self.solved.first_effects } else { &self.solved.second_effects };
        Some(self.design.centre + self.solved.mu + effects[level])
    }

    /// The shrunken juror effect: above zero gives higher marks than the others.
    pub fn severity(&self, juror: u32) -> Option<f64> {
        let level = self.juror_levels.get(juror as usize).copied().flatten()?;
        let effects = if self.design.entries_first { &self.solved.second_effects } else { &self.solved.first_effects };
        Some(effects[level])
    }

    pub(super) fn level(&self, entry: u32) -> Option<usize> {
        self.levels.get(entry as usize).copied().flatten()
    }
}

fn design_ratios(design: &Design, entry: f64, juror: f64) -> Ratios {
    let (first, second) = if design.entries_first { (entry, juror) } else { (juror, entry) };
    Ratios { first, second }
}

/// The reasons that need no arithmetic.
fn plain_reason(design: &Design, table: &Table) -> Result<(), Degenerate> {
    let (entries, jurors) =
        if design.entries_first { (design.firsts(), design.seconds()) } else { (design.seconds(), design.firsts()) };
    let Some(first) = table.cells().first() else {
        return Err(Degenerate::NoScores);
    };
    #[expect(clippy::float_cmp, reason = "equal marks are the same number, not a near one")]
    let equal = table.cells().iter().all(|c| c.score == first.score);
    if entries == 1 {
        return Err(Degenerate::OneEntry);
    }
    if equal {
        return Err(Degenerate::AllEqual);
    }
    if jurors == 1 {
        return Err(Degenerate::OneJuror);
    }
    let (most_first, most_second) = design.most_repeated();
    let repeated = if design.entries_first { most_first > 1 } else { most_second > 1.0 };
    if !repeated {
        return Err(Degenerate::NoRepeats);
    }
    if design.seconds() > LARGEST_DENSE {
        return Err(Degenerate::TooLarge);
    }
    Ok(())
}

fn positions(ids: &[u32], size: u32) -> Vec<Option<usize>> {
    let mut levels = vec![None; size as usize];
    for (level, &id) in ids.iter().enumerate() {
        levels[id as usize] = Some(level);
    }
    levels
}
