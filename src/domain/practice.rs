//! Made-up entries that the whole jury scores before the real ones, so that jurors see how they use the
//! scale. Nothing of them is counted.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::ids::{JurorId, PracticeId, RoundId};
use super::language::Localised;

/// Most practice entries of a round.
pub const MAX_PRACTICES: usize = 3;

/// How many jurors must have scored a practice entry before the marks of all are shown: of fewer, a juror
/// could tell who gave which.
pub const ENOUGH_SHEETS: usize = 3;

/// A made-up entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// The round whose criteria it is scored by.
    pub round_id: RoundId,
    /// Its title.
    pub title: Localised,
    /// What there is to read.
    pub text: Localised,
    /// Counts edits.
    pub version: i32,
}

/// What a juror gave a practice entry. Never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeSheet {
    /// The practice entry.
    pub practice_id: PracticeId,
    /// The juror.
    pub juror_id: JurorId,
    /// By the key of a criterion: the score in points.
    pub marks: BTreeMap<String, i32>,
    /// When it was handed in.
    pub submitted_at: DateTime<Utc>,
}

/// How a jury's marks lie on the scale, for one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// For each step of the scale, from the lowest: how many jurors gave it.
    pub counts: Vec<usize>,
    /// The lower and the upper median, in points: the same, or the two in the middle of an even number.
    pub median: (i32, i32),
}

impl Spread {
    /// Of marks on a scale from `min` to `max`; none without any mark on it.
    pub fn of(marks: impl Iterator<Item = i32>, min: i32, max: i32) -> Option<Self> {
        let mut marks: Vec<i32> = marks.filter(|mark| (min..=max).contains(mark)).collect();
        marks.sort_unstable();
        let median = (*marks.get((marks.len().checked_sub(1)?) / 2)?, *marks.get(marks.len() / 2)?);
        let counts = (min..=max).map(|step| marks.iter().filter(|mark| **mark == step).count()).collect();
        Some(Self { counts, median })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_counts_each_step_and_finds_the_middle() {
        let spread = Spread::of([5, 1, 3, 3].into_iter(), 1, 5).unwrap();
        assert_eq!((spread.counts, spread.median), (vec![1, 0, 2, 0, 1], (3, 3)));
        assert_eq!(Spread::of([2, 5].into_iter(), 1, 5).unwrap().median, (2, 5));
        assert_eq!(Spread::of([9].into_iter(), 1, 5), None);
    }
}
