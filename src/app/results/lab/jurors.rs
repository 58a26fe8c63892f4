//! What the scores say of the jurors, for people to read. Nothing of it changes a ranking.

use super::ranking::Numbers;
use super::{ScoredRound, broken, threads};
use crate::app::AppResult;
use crate::judging::ranking::fit::{Degenerate, Fit, VarianceComponents};
use crate::judging::ranking::jurors::{JurorHabits, juror_habits};
use crate::judging::ranking::official::Method;
use crate::judging::ranking::table::Table;

/// One juror. Whose number is `habits.juror`.
#[derive(Debug, Clone, PartialEq)]
pub struct JurorRow {
    /// The habits.
    pub habits: JurorHabits,
    /// Standard error of the severity.
    pub error: Option<f64>,
}

/// How far jurors agree on one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionAgreement {
    /// The criterion, by its place.
    pub criterion: usize,
    /// The model of its marks alone.
    pub model: Result<VarianceComponents, Degenerate>,
}

/// The jury of a round.
#[derive(Debug, Clone)]
pub struct Jury {
    /// The model, or why there is none.
    pub model: Result<VarianceComponents, Degenerate>,
    /// Jurors with a scorecard that counts: the strictest first, then by number.
    pub rows: Vec<JurorRow>,
    /// Every criterion.
    pub agreements: Vec<CriterionAgreement>,
}

/// Describes the jury.
pub fn jury(round: &ScoredRound) -> AppResult<Jury> {
    let numbers = Numbers::of(round)?;
    let fit = numbers.model.as_ref().ok();
    let base = round.by(Method::Calibrated);
    let errors = fit.map(|fit| fit.severity_errors(base.jurors)).unwrap_or_default();
    let mut rows: Vec<JurorRow> = juror_habits(&base, fit, &round.makings)
        .map_err(broken)?
        .into_iter()
        .filter(|habits| habits.scorecards > 0)
        .map(|habits| JurorRow { error: errors.get(habits.juror as usize).copied().flatten(), habits })
        .collect();
    rows.sort_by(|a, b| {
        let severity = |row: &JurorRow| row.habits.severity.unwrap_or(0.0);
        severity(a).total_cmp(&severity(b)).then(a.habits.juror.cmp(&b.habits.juror))
    });
    let agreements = (0..round.criteria.len())
        .map(|criterion| {
            let table = Table::of_criterion(base.entries, base.jurors, criterion, base.cards).map_err(broken)?;
            let model = Fit::new(&table, threads()).map(|fit| fit.components());
            Ok(CriterionAgreement { criterion, model })
        })
        .collect::<AppResult<_>>()?;
    Ok(Jury { model: numbers.model.map(|fit| fit.components()), rows, agreements })
}
