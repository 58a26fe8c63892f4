//! Rounds of scoring and their criteria.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreError, StoreResult};
use super::schema::{criteria, juror_reminders, round_entries, rounds, score_confirmations};
use super::types::{At, Json};
use crate::domain::ids::{CriterionId, EditionId, EntryId, JurorId, RoundId};
use crate::domain::language::Localised;
use crate::domain::round::{Criterion, RankingMethod, Round, RoundStatus};

row!(RoundRow of Round in rounds {
    id: RoundId, edition_id: EditionId, position: i32, name: Json<Localised>, status: RoundStatus,
    opens_at: At, closes_at: At, closed_at: Option<At>, jurors_per_entry: i32,
    scale_min: i32, scale_max: i32, method: RankingMethod, version: i32,
    tie_breaks: Json<Vec<String>>, winners: i32, hides_identity: bool,
    shows_scores: bool, shows_comments: bool,
});
row!(CriterionRow of Criterion in criteria {
    id: CriterionId, round_id: RoundId, key: String, name: Json<Localised>, description: Json<Localised>, weight_bp: i32,
    anchors: Json<Vec<Localised>>, position: i32,
});

/// The round of an id.
pub fn get(c: &mut Conn, id: RoundId) -> StoreResult<Round> {
    Ok(rounds::table.find(id).first::<RoundRow>(c)?.into())
}

/// The rounds of an edition, in order.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Round>> {
    let rows = rounds::table.filter(rounds::edition_id.eq(edition)).order(rounds::position).load::<RoundRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// When the jurors of a round were last reminded.
pub fn list_reminders(c: &mut Conn, round: RoundId) -> StoreResult<Vec<(JurorId, DateTime<Utc>)>> {
    let rows = juror_reminders::table
        .filter(juror_reminders::round_id.eq(round))
        .select((juror_reminders::juror_id, juror_reminders::sent_at))
        .load::<(JurorId, At)>(c)?;
    Ok(rows.into_iter().map(|(juror, at)| (juror, at.0)).collect())
}

/// Notes that a juror was reminded, unless that was done since `before`. False when it was.
pub fn note_reminder(
    c: &mut Conn,
    (round, juror): (RoundId, JurorId),
    before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let target = juror_reminders::table.find((round, juror));
    let known: Option<At> = target.select(juror_reminders::sent_at).first(c).optional_row()?;
    match known.map(|at| at.0) {
        Some(at) if at > before => return Ok(false),
        Some(_) => diesel::update(target).set(juror_reminders::sent_at.eq(At(now))).execute(c)?,
        None => diesel::insert_into(juror_reminders::table)
            .values((
                juror_reminders::round_id.eq(round),
                juror_reminders::juror_id.eq(juror),
                juror_reminders::sent_at.eq(At(now)),
            ))
            .execute(c)?,
    };
    Ok(true)
}

/// When the jurors of a round confirmed that their scores stand.
pub fn list_confirmations(c: &mut Conn, round: RoundId) -> StoreResult<Vec<(JurorId, DateTime<Utc>)>> {
    let rows = score_confirmations::table
        .filter(score_confirmations::round_id.eq(round))
        .select((score_confirmations::juror_id, score_confirmations::confirmed_at))
        .load::<(JurorId, At)>(c)?;
    Ok(rows.into_iter().map(|(juror, at)| (juror, at.0)).collect())
}

/// When a juror confirmed their scores of a round, if so.
pub fn find_confirmation(c: &mut Conn, round: RoundId, juror: JurorId) -> StoreResult<Option<DateTime<Utc>>> {
    let at: Option<At> = score_confirmations::table
        .find((round, juror))
        .select(score_confirmations::confirmed_at)
        .first(c)
        .optional_row()?;
    Ok(at.map(|at| at.0))
}

/// Notes that a juror's scores of a round stand.
pub fn insert_confirmation(c: &mut Conn, round: RoundId, juror: JurorId, now: DateTime<Utc>) -> StoreResult<()> {
    diesel::insert_into(score_confirmations::table)
        .values((
            score_confirmations::round_id.eq(round),
            score_confirmations::juror_id.eq(juror),
            score_confirmations::confirmed_at.eq(At(now)),
        ))
        .execute(c)?;
    Ok(())
}

/// Takes a confirmation back; false when there was none.
pub fn delete_confirmation(c: &mut Conn, round: RoundId, juror: JurorId) -> StoreResult<bool> {
    Ok(diesel::delete(score_confirmations::table.find((round, juror))).execute(c)? == 1)
}

/// The entries that went on to a round from the one before.
pub fn list_entries(c: &mut Conn, round: RoundId) -> StoreResult<Vec<EntryId>> {
    Ok(round_entries::table.filter(round_entries::round_id.eq(round)).select(round_entries::entry_id).load(c)?)
}

/// Says which entries go on to a round, in the place of what was said before.
pub fn set_entries(c: &mut Conn, round: RoundId, entries: &[EntryId]) -> StoreResult<()> {
    diesel::delete(round_entries::table.filter(round_entries::round_id.eq(round))).execute(c)?;
    for entry in entries {
        diesel::insert_into(round_entries::table)
            .values((round_entries::round_id.eq(round), round_entries::entry_id.eq(*entry)))
            .execute(c)?;
    }
    Ok(())
}

/// Takes a round away that nothing hangs on: its criteria and its entries go with it.
pub fn delete(c: &mut Conn, round: RoundId) -> StoreResult<()> {
    diesel::delete(round_entries::table.filter(round_entries::round_id.eq(round))).execute(c)?;
    diesel::delete(criteria::table.filter(criteria::round_id.eq(round))).execute(c)?;
    diesel::delete(rounds::table.find(round)).execute(c)?;
    Ok(())
}

/// A new round.
pub fn insert(c: &mut Conn, round: Round) -> StoreResult<()> {
    diesel::insert_into(rounds::table).values(RoundRow::from(round)).execute(c)?;
    Ok(())
}

/// Every field of a round, if nobody has changed it since `round.version` was read.
/// Counts the version up.
pub fn update(c: &mut Conn, mut round: Round) -> StoreResult<()> {
    let read = round.version;
    round.version += 1;
    let target = rounds::table.find(round.id).filter(rounds::version.eq(read));
    let changed = diesel::update(target).set(RoundRow::from(round)).execute(c)?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The criteria of a round, in order.
pub fn list_criteria(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Criterion>> {
    let rows = criteria::table
        .filter(criteria::round_id.eq(round))
        .order((criteria::position, criteria::key))
        .load::<CriterionRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new criterion.
pub fn insert_criterion(c: &mut Conn, criterion: Criterion) -> StoreResult<()> {
    diesel::insert_into(criteria::table).values(CriterionRow::from(criterion)).execute(c)?;
    Ok(())
}

/// Every field of a criterion.
pub fn update_criterion(c: &mut Conn, criterion: Criterion) -> StoreResult<()> {
    diesel::update(criteria::table.find(criterion.id)).set(CriterionRow::from(criterion)).execute(c)?;
    Ok(())
}

/// Takes a criterion away that no score uses.
pub fn delete_criterion(c: &mut Conn, id: CriterionId) -> StoreResult<()> {
    diesel::delete(criteria::table.find(id)).execute(c)?;
    Ok(())
}
