//! The plain ranking: weighted means of the marks, computed exactly.
//!
//! A scorecard's total is the weighted mean over the criteria that were marked: a missing mark
//! leaves its weight to the others. An entry's result is the mean of its scorecards. Everything
//! is an exact fraction; six decimals are what is shown, and what decides order and ties, so
//! that no two readers of the same page can disagree.

use std::collections::HashSet;

use super::decimal::Decimal6;
use super::order::{Place, SortKey, places};
use super::ratio::Ratio;

/// Marks are at most a million points: far above any scale, far below overflow.
const MARK_LIMIT: i64 = 100_000_000;

/// The marks one juror gave one entry, in hundredths of a point, one slot per criterion.
/// Set-aside scorecards (recusals) are left out by the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    pub entry: u32,
    pub juror: u32,
    pub marks: Vec<Option<i64>>,
}

/// What an entry got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryMean {
    pub entry: u32,
    /// Scorecards with at least one mark that counts.
    pub scorecards: u32,
    /// The exact mean, in points; `None` without any scorecard.
    pub mean: Option<Ratio>,
    /// The mean as shown, which decides order and ties.
    pub score: Option<Decimal6>,
    pub place: Place,
    /// The mean of the marks on each criterion, in points.
    pub criteria: Vec<Option<Decimal6>>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightedError {
    #[error("there is no criterion with a weight")]
    NoWeight,
    #[error("scorecard {card} has {found} marks for {expected} criteria")]
    Width { card: usize, found: usize, expected: usize },
    #[error("scorecard {card} is for entry {entry}, which does not exist")]
    UnknownEntry { card: usize, entry: u32 },
    #[error("scorecard {card} repeats juror {juror} on entry {entry}")]
    Duplicate { card: usize, entry: u32, juror: u32 },
    #[error("scorecard {card} has a mark beyond a million points")]
    MarkTooLarge { card: usize },
    #[error("tie-break {0} is not a criterion")]
    UnknownTieBreak(usize),
    #[error("the means of entry {entry} do not fit in 128 bits")]
    Overflow { entry: u32 },
}

/// Ranks entries `0..entries`; `weights` are basis points, one per criterion; `tie_breaks` are
/// the criteria whose means separate equal scores, in order. Answers in the order of the entries.
pub fn weighted_means(
    entries: u32,
    weights: &[u32],
    tie_breaks: &[usize],
    cards: &[Scorecard],
) -> Result<Vec<EntryMean>, WeightedError> {
    check(entries, weights, tie_breaks, cards)?;
    let mut of_entry: Vec<Vec<&Scorecard>> = vec![Vec::new(); entries as usize];
    for card in cards {
        of_entry[card.entry as usize].push(card);
    }
    let mut means = (0..entries)
        .zip(&of_entry)
        .map(|(entry, cards)| entry_mean(entry, weights, cards).ok_or(WeightedError::Overflow { entry }))
        .collect::<Result<Vec<_>, _>>()?;
    let keys: Vec<SortKey> = means
        .iter()
        .map(|mean| SortKey { score: mean.score, tie_breaks: tie_breaks.iter().map(|&c| mean.criteria[c]).collect() })
        .collect();
    for (mean, place) in means.iter_mut().zip(places(&keys)) {
        mean.place = place;
    }
    Ok(means)
}

/// The weighted mean of one scorecard in points; `None` when no mark counts.
pub fn scorecard_total(weights: &[u32], marks: &[Option<i64>]) -> Option<Ratio> {
    let (mut sum, mut weight) = (0_i128, 0_i128);
    for (&w, mark) in weights.iter().zip(marks) {
        if let Some(mark) = mark {
            sum += i128::from(w) * i128::from(*mark);
            weight += i128::from(w);
        }
    }
    Ratio::new(sum, weight.checked_mul(100)?)
}

fn check(entries: u32, weights: &[u32], tie_breaks: &[usize], cards: &[Scorecard]) -> Result<(), WeightedError> {
    if weights.iter().all(|&w| w == 0) {
        return Err(WeightedError::NoWeight);
    }
    if let Some(&unknown) = tie_breaks.iter().find(|&&c| c >= weights.len()) {
        return Err(WeightedError::UnknownTieBreak(unknown));
    }
    let mut seen = HashSet::with_capacity(cards.len());
    for (at, card) in cards.iter().enumerate() {
        let &Scorecard { entry, juror, .. } = card;
        if card.marks.len() != weights.len() {
            return Err(WeightedError::Width { card: at, found: card.marks.len(), expected: weights.len() });
        }
        if entry >= entries {
            return Err(WeightedError::UnknownEntry { card: at, entry });
        }
        if !seen.insert((entry, juror)) {
            return Err(WeightedError::Duplicate { card: at, entry, juror });
        }
        if card.marks.iter().flatten().any(|m| !(-MARK_LIMIT..=MARK_LIMIT).contains(m)) {
            return Err(WeightedError::MarkTooLarge { card: at });
        }
    }
    Ok(())
}

/// `None` when the exact mean does not fit in 128 bits.
fn entry_mean(entry: u32, weights: &[u32], cards: &[&Scorecard]) -> Option<EntryMean> {
    let totals: Vec<Ratio> = cards.iter().filter_map(|card| scorecard_total(weights, &card.marks)).collect();
    let mean = if totals.is_empty() { None } else { Some(mean_of(&totals)?) };
    let criteria = (0..weights.len())
        .map(|criterion| {
            let marks: Vec<i64> = cards.iter().filter_map(|card| card.marks[criterion]).collect();
            let sum: i128 = marks.iter().map(|&m| i128::from(m)).sum();
            let count = i128::try_from(marks.len()).ok()?;
            Ratio::new(sum, 100 * count)?.to_decimal6()
        })
        .collect();
    Some(EntryMean {
        entry,
        scorecards: u32::try_from(totals.len()).ok()?,
        mean,
        score: mean.and_then(Ratio::to_decimal6),
        place: Place { rank: None, tied: false, tie_break: None },
        criteria,
    })
}

/// The mean of at least one fraction; `None` on overflow.
fn mean_of(totals: &[Ratio]) -> Option<Ratio> {
    let mut sum = Ratio::ZERO;
    for &total in totals {
        sum = sum.checked_add(total)?;
    }
    sum.checked_div(i128::try_from(totals.len()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(entry: u32, juror: u32, marks: &[Option<i64>]) -> Scorecard {
        Scorecard { entry, juror, marks: marks.to_vec() }
    }

    fn shown(mean: &EntryMean) -> String {
        mean.score.map(|s| s.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_missing_mark_leaves_its_weight_to_the_others() {
        let weights = [5000, 3000, 2000];
        let cards = [
            card(0, 0, &[Some(400), Some(300), Some(500)]),
            card(0, 1, &[Some(400), None, Some(500)]),
            card(1, 0, &[None, None, None]),
        ];
        let means = weighted_means(3, &weights, &[], &cards).unwrap();
        // 3.9 and (2.0 + 1.0) / 0.7
        assert_eq!(means[0].mean, Ratio::new(39 * 7 + 300, 140));
        assert_eq!(shown(&means[0]), "4.092857");
        assert_eq!(means[0].scorecards, 2);
        assert_eq!(means[0].criteria[1].unwrap().to_string(), "3.000000");
        assert_eq!((means[1].scorecards, means[1].score, means[1].place.rank), (0, None, None));
        assert_eq!(means[2].place.rank, None);
    }

    #[test]
    fn ties_stay_ties_until_the_rules_separate_them() {
        let weights = [5000, 5000];
        let cards = [
            card(0, 0, &[Some(300), Some(500)]),
            card(1, 0, &[Some(500), Some(300)]),
            card(2, 0, &[Some(100), Some(100)]),
        ];
        let ranks = |tie_breaks: &[usize]| -> Vec<_> {
            weighted_means(3, &weights, tie_breaks, &cards)
                .unwrap()
                .iter()
                .map(|m| (m.place.rank.unwrap(), m.place.tied, m.place.tie_break))
                .collect()
        };
        assert_eq!(ranks(&[]), [(1, true, None), (1, true, None), (3, false, None)]);
        assert_eq!(ranks(&[1]), [(1, false, Some(0)), (2, false, Some(0)), (3, false, None)]);
    }

    #[test]
    fn bad_input_is_named() {
        let weights = [10_000];
        let one = card(0, 0, &[Some(100)]);
        let rank =
            |entries, weights: &[u32], cards: &[Scorecard]| weighted_means(entries, weights, &[], cards).unwrap_err();
        assert_eq!(rank(1, &[], &[]), WeightedError::NoWeight);
        assert_eq!(rank(1, &[0], &[]), WeightedError::NoWeight);
        assert_eq!(
            rank(1, &weights, &[one.clone(), one.clone()]),
            WeightedError::Duplicate { card: 1, entry: 0, juror: 0 }
        );
        assert_eq!(rank(0, &weights, std::slice::from_ref(&one)), WeightedError::UnknownEntry { card: 0, entry: 0 });
        assert_eq!(rank(1, &weights, &[card(0, 0, &[])]), WeightedError::Width { card: 0, found: 0, expected: 1 });
        assert_eq!(rank(1, &weights, &[card(0, 0, &[Some(i64::MAX)])]), WeightedError::MarkTooLarge { card: 0 });
        assert_eq!(weighted_means(1, &weights, &[1], &[one]).unwrap_err(), WeightedError::UnknownTieBreak(1));
        assert!(weighted_means(0, &weights, &[], &[]).unwrap().is_empty());
    }
}
