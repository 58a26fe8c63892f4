//! Jurors' sheets and their scores.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::dialect::{self, BothExt};
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::{assignments, scorecards, scores};
use super::types::At;
use crate::domain::ids::{AssignmentId, CriterionId, JurorId, RoundId, ScorecardId};
use crate::domain::scorecard::{Score, Scorecard};

row!(ScorecardRow of Scorecard in scorecards {
    id: ScorecardId, assignment_id: AssignmentId, comment: String, note: String, is_passed: bool, version: i32,
    started_at: At, saved_at: At, submitted_at: Option<At>, comment_held: bool,
});
row!(ScoreRow of Score in scores {
    scorecard_id: ScorecardId, criterion_id: CriterionId, value: Option<i32>,
});

/// Has jurors who are saving end first, and those who want to wait: whoever counts sheets begins with it, or
/// would collide with one save after the other.
pub fn hold(c: &mut Conn) -> StoreResult<()> {
    Ok(dialect::hold(c, "scorecards")?)
}

/// The sheet of an assignment, if the juror has begun.
pub fn find(c: &mut Conn, assignment: AssignmentId) -> StoreResult<Option<Scorecard>> {
    let row =
        scorecards::table.filter(scorecards::assignment_id.eq(assignment)).first::<ScorecardRow>(c).optional_row()?;
    Ok(row.map(Into::into))
}

/// A new sheet.
pub fn insert(c: &mut Conn, scorecard: Scorecard) -> StoreResult<()> {
    diesel::insert_into(scorecards::table).values(ScorecardRow::from(scorecard)).execute(c)?;
    Ok(())
}

/// Every field of a sheet, if nobody has saved it since `scorecard.version` was read.
/// Counts the version up.
pub fn update(c: &mut Conn, mut scorecard: Scorecard) -> StoreResult<()> {
    let read = scorecard.version;
    scorecard.version += 1;
    let target = scorecards::table.find(scorecard.id).filter(scorecards::version.eq(read));
    let changed = diesel::update(target).set(ScorecardRow::from(scorecard)).execute(c)?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The scores of a sheet.
pub fn list_scores(c: &mut Conn, scorecard: ScorecardId) -> StoreResult<Vec<Score>> {
    let rows = scores::table.filter(scores::scorecard_id.eq(scorecard)).load::<ScoreRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Sets one score of a sheet. The sheet is written with it: that is what makes a new version of what its juror sees.
pub fn set_score(c: &mut Conn, score: Score) -> StoreResult<()> {
    diesel::insert_into(scores::table)
        .values((
            scores::scorecard_id.eq(score.scorecard_id),
            scores::criterion_id.eq(score.criterion_id),
            scores::value.eq(score.value),
        ))
        .on_conflict((scores::scorecard_id, scores::criterion_id))
        .do_update()
        .set(scores::value.eq(score.value))
        .both()
        .execute(c)?;
    Ok(())
}

/// Takes one score of a sheet back.
pub fn clear_score(c: &mut Conn, scorecard: ScorecardId, criterion: CriterionId) -> StoreResult<()> {
    diesel::delete(scores::table.find((scorecard, criterion))).execute(c)?;
    Ok(())
}

/// Every sheet of a round.
pub fn list_of_round(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Scorecard>> {
    let ids = assignments::table.filter(assignments::round_id.eq(round)).select(assignments::id);
    let rows = scorecards::table.filter(scorecards::assignment_id.eq_any(ids)).load::<ScorecardRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// When a sheet was written.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// The sheet.
    pub id: ScorecardId,
    /// Its assignment.
    pub assignment_id: AssignmentId,
    /// When it was begun.
    pub started_at: DateTime<Utc>,
    /// When it was handed in, if it is.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// When the sheets of a round were written, without the words in them: there may be ten thousand.
pub fn list_times_of_round(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Times>> {
    let rows = scorecards::table
        .inner_join(assignments::table)
        .filter(assignments::round_id.eq(round))
        .select((scorecards::id, scorecards::assignment_id, scorecards::started_at, scorecards::submitted_at))
        .load::<(ScorecardId, AssignmentId, At, Option<At>)>(c)?;
    let times = |(id, assignment_id, started_at, submitted_at): (_, _, At, Option<At>)| Times {
        id,
        assignment_id,
        started_at: started_at.0,
        submitted_at: submitted_at.map(|at| at.0),
    };
    Ok(rows.into_iter().map(times).collect())
}

/// Every sheet of a juror.
pub fn list_of_juror(c: &mut Conn, juror: JurorId) -> StoreResult<Vec<Scorecard>> {
    let ids = assignments::table.filter(assignments::juror_id.eq(juror)).select(assignments::id);
    let rows = scorecards::table.filter(scorecards::assignment_id.eq_any(ids)).load::<ScorecardRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Every score of a round.
pub fn list_scores_of_round(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Score>> {
    let rows = scores::table
        .inner_join(scorecards::table.inner_join(assignments::table))
        .filter(assignments::round_id.eq(round))
        .select((scores::scorecard_id, scores::criterion_id, scores::value))
        .load::<ScoreRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Every score of a juror.
pub fn list_scores_of_juror(c: &mut Conn, juror: JurorId) -> StoreResult<Vec<Score>> {
    let rows = scores::table
        .inner_join(scorecards::table.inner_join(assignments::table))
        .filter(assignments::juror_id.eq(juror))
        .select((scores::scorecard_id, scores::criterion_id, scores::value))
        .load::<ScoreRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}
