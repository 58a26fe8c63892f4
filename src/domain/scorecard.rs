//! A juror's sheet for an assignment.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{AssignmentId, CriterionId, ScorecardId};

/// A juror's sheet for an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// Its id.
    pub id: ScorecardId,
    /// The assignment it is for.
    pub assignment_id: AssignmentId,
    /// To the applicant.
    pub comment: String,
    /// To the jury and the organisers only.
    pub note: String,
    /// Put off for later by the juror.
    pub is_passed: bool,
    /// Counts saves, so that two tabs never overwrite each other.
    pub version: i32,
    /// When the juror first wrote on it.
    pub started_at: DateTime<Utc>,
    /// When it was last saved.
    pub saved_at: DateTime<Utc>,
    /// When it was handed in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Organisers don't pass the comment on.
    pub comment_held: bool,
}

/// What a sheet said at some time. Saves that follow each other closely are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRevision {
    /// The sheet.
    pub scorecard_id: ScorecardId,
    /// From 1, per sheet.
    pub number: i32,
    /// What it said.
    pub sheet: SheetText,
    /// When its first save came.
    pub begun_at: DateTime<Utc>,
    /// When its last save came.
    pub saved_at: DateTime<Utc>,
}

/// The words and marks of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetText {
    /// By the key of a criterion: the score in points, none where it can't be judged.
    pub marks: BTreeMap<String, Option<i32>>,
    /// To the applicant.
    pub comment: String,
    /// To the jury.
    pub note: String,
}

impl SheetText {
    /// The mark of a criterion.
    pub fn mark(&self, criterion: &str) -> Mark {
        match self.marks.get(criterion) {
            None => Mark::Blank,
            Some(None) => Mark::Cannot,
            Some(Some(score)) => Mark::Score(*score),
        }
    }
}

/// How long saves count as one revision.
pub const SHEET_REVISION_SPAN: TimeDelta = TimeDelta::minutes(2);

/// The median of the minutes from beginning a sheet to handing it in, each within 3 and 30; sheets that lay
/// open for two hours or more tell nothing. None of fewer than three.
pub fn typical_minutes<'a>(cards: impl Iterator<Item = &'a Scorecard>) -> Option<i64> {
    let spent = cards.filter_map(|card| Some(card.submitted_at? - card.started_at));
    let mut spent: Vec<i64> =
        spent.filter(|spent| *spent < TimeDelta::hours(2)).map(|spent| spent.num_minutes().clamp(3, 30)).collect();
    spent.sort_unstable();
    if spent.len() < 3 { None } else { spent.get(spent.len() / 2).copied() }
}

/// A value on a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The sheet.
    pub scorecard_id: ScorecardId,
    /// The criterion.
    pub criterion_id: CriterionId,
    /// In hundredths: 400 is a 4. None: "I can't judge this criterion".
    pub value: Option<i32>,
}

/// Longest comment or note, in characters.
pub const COMMENT_LIMIT: usize = 4000;

/// The weighted mean of a sheet in hundredths, rounded half up, over the criteria that have a
/// value; none when there is none. Pairs are (value in hundredths, weight in hundredths of a percent).
/// For display only: rankings use exact fractions.
pub fn provisional_total(scores: &[(Option<i32>, i32)]) -> Option<i32> {
    let (mut sum, mut weight) = (0_i64, 0_i64);
    for (value, w) in scores {
        if let Some(value) = value {
            sum += i64::from(*value) * i64::from(*w);
            weight += i64::from(*w);
        }
    }
    if weight == 0 {
        return None;
    }
    i32::try_from((2 * sum + weight).div_euclid(2 * weight)).ok()
}

/// What a juror put down for one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Blank,
    /// "I can't judge this criterion": missing, not zero.
    Cannot,
    /// A whole score on the scale.
    Score(i32),
}

impl Mark {
    /// The mark of a stored value.
    pub fn of(score: Option<&Score>) -> Self {
        match score.map(|s| s.value) {
            None => Self::Blank,
            Some(None) => Self::Cannot,
            Some(Some(hundredths)) => Self::Score(hundredths / 100),
        }
    }

    /// Its value in hundredths, if it has one.
    pub fn hundredths(self) -> Option<i32> {
        match self {
            Self::Score(score) => Some(score * 100),
            Self::Blank | Self::Cannot => None,
        }
    }
}

/// A score as typed: ASCII digits and nothing else, so that `٩`, `1e3`, `5.5`, `+4` and `-1` are no
/// scores. Whether it is on the scale is the round's business.
pub fn parse_score(typed: &str) -> Option<i32> {
    let is_plain = (1..=4).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_digit());
    if is_plain { typed.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_digits_are_a_score() {
        assert_eq!(parse_score("5"), Some(5));
        assert_eq!(parse_score("11"), Some(11));
        for bad in ["", " 5", "-1", "+5", "5.5", "1e3", "NaN", "٩", "９", "99999"] {
            assert_eq!(parse_score(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn the_provisional_total_leaves_out_what_can_not_be_judged() {
        assert_eq!(provisional_total(&[(Some(400), 4000), (None, 3000), (Some(200), 3000)]), Some(314));
        assert_eq!(provisional_total(&[(None, 4000)]), None);
    }
}
