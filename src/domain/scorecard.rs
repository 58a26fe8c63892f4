//! A juror's sheet for an assignment.

use chrono::{DateTime, Utc};

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
