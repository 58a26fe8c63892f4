//! Why an entry has its score: parts, six decimals each, that add up to the score exactly.

use super::decimal::Decimal6;
use super::fit::Fit;
use super::ratio::Ratio;
use super::table::Table;

/// What one scorecard brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    pub juror: u32,
    /// The scorecard's total, as it was given.
    pub total: Decimal6,
    /// How much of it is the juror's habit; zero in a plain mean.
    pub severity: Decimal6,
    /// What the scorecard adds to the score.
    pub adds: Decimal6,
}

/// A score as a starting point and what each scorecard adds to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The mean of all entries under the model; zero in a plain mean.
    pub start: Decimal6,
    pub parts: Vec<Part>,
    pub score: Decimal6,
    /// How much of the way from the mean of all to its own corrected mean the entry is moved:
    /// more scorecards, further. One in a plain mean.
    pub weight: f64,
}

/// A plain mean: each scorecard brings its total over the number of scorecards. `totals` are
/// the jurors and exact totals of the entry; `None` without any, or beyond six-decimal range.
pub fn explain_mean(totals: &[(u32, Ratio)], score: Decimal6) -> Option<Explanation> {
    let count = i128::try_from(totals.len()).ok()?;
    let exact: Vec<f64> = totals
        .iter()
        .map(|(_, total)| Some(total.checked_div(count)?.to_decimal6()?.micros() as f64))
        .collect::<Option<_>>()?;
    let adds = split(&exact, score.micros())?;
    let parts = totals
        .iter()
        .zip(adds)
        .map(|(&(juror, total), adds)| {
            let total = total.to_decimal6()?;
            Some(Part { juror, total, severity: Decimal6::default(), adds })
        })
        .collect::<Option<_>>()?;
    Some(Explanation { start: Decimal6::default(), parts, score, weight: 1.0 })
}

impl Fit {
    /// A calibrated score: the mean of all, then each scorecard's distance from it, severity
    /// taken away, in the measure that so many scorecards deserve.
    pub fn explain(&self, table: &Table, entry: u32) -> Option<Explanation> {
        let score = Decimal6::from_f64(self.score(entry)?)?;
        let mu = self.components().mu;
        let start = Decimal6::from_f64(mu)?;
        let cells: Vec<_> = table.cells().iter().filter(|cell| cell.entry == entry).collect();
        let count = cells.len() as f64;
        let ratio = self.entry_ratio();
        let weight = ratio * count / (1.0 + ratio * count);
        let severities: Vec<f64> = cells.iter().map(|c| self.severity(c.juror)).collect::<Option<_>>()?;
        let exact: Vec<f64> = cells
            .iter()
            .zip(&severities)
            .map(|(cell, severity)| 1e6 * weight / count * (cell.score - severity - mu))
            .collect();
        let adds = split(&exact, score.micros() - start.micros())?;
        let parts = cells
            .iter()
            .zip(severities)
            .zip(adds)
            .map(|((cell, severity), adds)| {
                let (total, severity) = (Decimal6::from_f64(cell.score)?, Decimal6::from_f64(severity)?);
                Some(Part { juror: cell.juror, total, severity, adds })
            })
            .collect::<Option<_>>()?;
        Some(Explanation { start, parts, score, weight })
    }
}

/// Rounds millionths so that they make `whole`: the last millionths go to the parts that
/// rounding down cut most.
fn split(exact: &[f64], whole: i64) -> Option<Vec<Decimal6>> {
    let floors: Vec<i64> =
        exact.iter().map(|v| Decimal6::from_f64(v.floor() / 1e6).map(Decimal6::micros)).collect::<Option<_>>()?;
    let left = whole - floors.iter().sum::<i64>();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| (exact[b] - exact[b].floor()).total_cmp(&(exact[a] - exact[a].floor())).then(a.cmp(&b)));
    let mut parts = floors;
    let count = i64::try_from(parts.len()).ok().filter(|&count| count > 0)?;
    for (turn, at) in (0..).zip(order) {
        // Everyone gets an equal share; the first ones one more.
        parts[at] += left.div_euclid(count) + i64::from(turn < left.rem_euclid(count));
    }
    Some(parts.into_iter().map(Decimal6::from_micros).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judging::ranking::table::Cell;

    fn sum(explanation: &Explanation) -> i64 {
        explanation.start.micros() + explanation.parts.iter().map(|p| p.adds.micros()).sum::<i64>()
    }

    #[test]
    fn parts_of_a_mean_make_the_shown_score() {
        let totals: Vec<(u32, Ratio)> =
            [(0, 11), (4, 13), (5, 17)].map(|(juror, total)| (juror, Ratio::new(total, 7).unwrap())).to_vec();
        let score = Ratio::new(41, 21).unwrap().to_decimal6().unwrap();
        let explanation = explain_mean(&totals, score).unwrap();
        assert_eq!(sum(&explanation), score.micros());
        for (part, (_, total)) in explanation.parts.iter().zip(totals) {
            let third = total.checked_div(3).unwrap().to_decimal6().unwrap();
            assert!((part.adds.micros() - third.micros()).abs() <= 1);
        }
        assert_eq!(explain_mean(&[], score), None);
    }

    #[test]
    fn parts_of_a_calibrated_score_make_the_shown_score() {
        let score = |entry: u32, juror: u32| f64::from((entry * 7 + juror * 5 + entry * juror) % 11) / 3.0;
        let cells: Vec<Cell> = (0..24)
            .filter(|k| k % 5 != 0)
            .map(|k| Cell { entry: k / 4, juror: k % 4, score: score(k / 4, k % 4) })
            .collect();
        let table = Table::new(6, 4, cells).unwrap();
        let fit = Fit::new(&table, 1).unwrap();
        for entry in 0..6 {
            let explanation = fit.explain(&table, entry).unwrap();
            assert_eq!(sum(&explanation), explanation.score.micros());
            assert!((explanation.score.to_f64() - fit.score(entry).unwrap()).abs() < 1e-6);
            for part in &explanation.parts {
                let rest = part.total.to_f64() - part.severity.to_f64() - explanation.start.to_f64();
                let share = explanation.weight / explanation.parts.len() as f64 * rest;
                assert!((part.adds.to_f64() - share).abs() < 3e-6);
            }
        }
        assert_eq!(fit.explain(&table, 9), None);
    }
}
