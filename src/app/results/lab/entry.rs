//! Why an entry stands where it stands.

use super::ranking::{Numbers, Ranked};
use super::{ScoredRound, broken};
use crate::app::{AppError, AppResult};
use crate::judging::ranking::explain::{Explanation, explain_mean};
use crate::judging::ranking::fit::{Degenerate, VarianceComponents};
use crate::judging::ranking::official::Method;
use crate::judging::ranking::weighted::scorecard_total;

/// Neighbours shown on each side.
const NEIGHBOURS: usize = 2;

/// Somebody near in the ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Their line.
    pub line: Ranked,
    /// Stands before the entry.
    pub is_before: bool,
    /// Probability that the entry is truly better than this one.
    pub above: Option<f64>,
    /// Shares the entry's place.
    pub is_tied: bool,
    /// The criterion, by its place, that told the two apart where their scores are equal.
    pub tie_break: Option<usize>,
}

/// An entry's case.
#[derive(Debug, Clone)]
pub struct EntryCase {
    /// The model, or why there is none.
    pub model: Result<VarianceComponents, Degenerate>,
    /// Its line in its category.
    pub line: Ranked,
    /// How many entries of the category have a place.
    pub ranked: usize,
    /// The official score as a sum; none without a scorecard.
    pub explanation: Option<Explanation>,
    /// The score is the model's: parts are corrected for severity.
    pub is_calibrated: bool,
    /// Those before and after it, best first.
    pub neighbours: Vec<Neighbour>,
    /// The severity of every juror.
    pub severities: Vec<Option<f64>>,
}

/// The case of an entry of the round by its reference.
pub fn entry_case(round: &ScoredRound, reference: &str) -> AppResult<EntryCase> {
    let found = round.entries.iter().position(|x| x.entry.reference == reference && x.entry.is_judgeable());
    let at = found.ok_or(AppError::NotFound)?;
    let entry = u32::try_from(at).map_err(broken)?;
    let numbers = Numbers::of(round)?;
    let mut lines = vec![numbers.lines(round, &round.of_category(round.entries[at].category))];
    numbers.draw(round, &round.groups(), &mut lines);
    let lines = lines.pop().unwrap_or_default();
    let place = lines.iter().position(|line| line.at == entry).ok_or(AppError::NotFound)?;
    let fit = numbers.model.as_ref().ok();
    let is_calibrated = round.method() == Method::Calibrated && fit.is_some();
    let explanation = match (fit, round.entries[at].score) {
        (Some(fit), Some(_)) if is_calibrated => fit.explain(&round.table()?, entry),
        (_, Some(score)) => {
            let totals: Vec<_> = round
                .cards
                .iter()
                .filter(|card| card.entry == entry)
                .filter_map(|card| {
                    Some((card.juror, scorecard_total(round.by(Method::WeightedMean).weights, &card.marks)?))
                })
                .collect();
            explain_mean(&totals, score)
        }
        (_, None) => None,
    };
    let around = place.saturating_sub(NEIGHBOURS)..(place + NEIGHBOURS + 1).min(lines.len());
    let neighbours = around
        .filter(|&other| other != place && lines[other].place.rank.is_some())
        .map(|other| {
            let line = lines[other].clone();
            Neighbour {
                is_before: other < place,
                is_tied: line.place.rank == lines[place].place.rank,
                above: fit.and_then(|fit| fit.probability_above(entry, line.at)),
                tie_break: told_apart(round, entry, line.at),
                line,
            }
        })
        .collect();
    let jurors = u32::try_from(round.jurors.len()).unwrap_or(u32::MAX);
    Ok(EntryCase {
        line: lines[place].clone(),
        ranked: lines.iter().filter(|line| line.place.rank.is_some()).count(),
        explanation,
        is_calibrated,
        neighbours,
        severities: (0..jurors).map(|juror| fit.and_then(|fit| fit.severity(juror))).collect(),
        model: numbers.model.map(|fit| fit.components()),
    })
}

/// The criterion that separates two entries of equal score.
fn told_apart(round: &ScoredRound, left: u32, right: u32) -> Option<usize> {
    let (left, right) = (&round.entries[left as usize], &round.entries[right as usize]);
    if left.score.is_none() || left.score != right.score {
        return None;
    }
    round.tie_breaks().iter().copied().find(|&criterion| left.criteria[criterion] != right.criteria[criterion])
}
