//! Rooms, motions and votes.

use diesel::prelude::*;
use uuid::Uuid;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{motion_ballots, motion_votes, motions, rooms};
use super::types::{At, Json};
use crate::domain::deliberation::{Ballot, Choice, Motion, MotionStatus, Room, Standing};
use crate::domain::ids::{BallotId, CategoryId, EntryId, JurorId, MotionId, PrizeId, RoundId, UserId};
use crate::domain::outcome::OutcomeKind;

row!(RoomRow of Room in rooms {
    round_id: RoundId, is_open: bool, standings: Json<Vec<Standing>>, opened_by: UserId, opened_at: At,
    talk_until: Option<At>, acts: i32,
});
row!(MotionRow of Motion in motions {
    id: MotionId, round_id: RoundId, category_id: CategoryId, text: String, entry_id: Option<EntryId>,
    prize_id: Option<PrizeId>, kind: Option<OutcomeKind>, ballot: Ballot, quorum: i32, status: MotionStatus,
    put_by: UserId, put_at: At, decided_by: Option<UserId>, decided_at: Option<At>, reason: String,
    follows: Option<MotionId>, reopen_by: Option<UserId>, reopen_reason: String, reopen_confirmed_by: Option<UserId>,
});

/// The room of a round, once it was opened.
pub fn find_room(c: &mut Conn, round: RoundId) -> StoreResult<Option<Room>> {
    Ok(rooms::table.find(round).first::<RoomRow>(c).optional_row()?.map(Into::into))
}

/// How many acts there were in the room of a round; 0 before it is opened.
pub fn count_acts(c: &mut Conn, round: RoundId) -> StoreResult<i32> {
    Ok(rooms::table.find(round).select(rooms::acts).first(c).optional_row()?.unwrap_or(0))
}

/// A new room.
pub fn insert_room(c: &mut Conn, room: Room) -> StoreResult<()> {
    diesel::insert_into(rooms::table).values(RoomRow::from(room)).execute(c)?;
    Ok(())
}

/// Changes a room, as one more act in it.
pub fn update_room(c: &mut Conn, mut room: Room) -> StoreResult<()> {
    room.acts += 1;
    diesel::update(rooms::table.find(room.round_id)).set(RoomRow::from(room)).execute(c)?;
    Ok(())
}

/// Notes an act, so that open pages learn of it.
fn note_act(c: &mut Conn, round: RoundId) -> StoreResult<()> {
    diesel::update(rooms::table.find(round)).set(rooms::acts.eq(rooms::acts + 1)).execute(c)?;
    Ok(())
}

/// The motion of an id.
pub fn get_motion(c: &mut Conn, id: MotionId) -> StoreResult<Motion> {
    Ok(motions::table.find(id).first::<MotionRow>(c)?.into())
}

/// The motions of a round, in the order in which they were put.
pub fn list_motions(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Motion>> {
    let rows = motions::table
        .filter(motions::round_id.eq(round))
        .order((motions::put_at, motions::id))
        .load::<MotionRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new motion.
pub fn insert_motion(c: &mut Conn, motion: Motion) -> StoreResult<()> {
    let round = motion.round_id;
    diesel::insert_into(motions::table).values(MotionRow::from(motion)).execute(c)?;
    note_act(c, round)
}

/// Changes a motion.
pub fn update_motion(c: &mut Conn, motion: Motion) -> StoreResult<()> {
    let round = motion.round_id;
    diesel::update(motions::table.find(motion.id)).set(MotionRow::from(motion)).execute(c)?;
    note_act(c, round)
}

/// Who has voted on the motions of a round, and in open votes how.
pub fn list_votes(c: &mut Conn, round: RoundId) -> StoreResult<Vec<(MotionId, JurorId, Option<Choice>)>> {
    let of = motions::table.filter(motions::round_id.eq(round)).select(motions::id);
    let rows = motion_votes::table
        .filter(motion_votes::motion_id.eq_any(of))
        .order((motion_votes::motion_id, motion_votes::juror_id))
        .select((motion_votes::motion_id, motion_votes::juror_id, motion_votes::choice))
        .load::<(MotionId, JurorId, Option<Choice>)>(c)?;
    Ok(rows)
}

/// The ballots of the secret votes of a round.
pub fn list_ballots(c: &mut Conn, round: RoundId) -> StoreResult<Vec<(MotionId, Choice)>> {
    let of = motions::table.filter(motions::round_id.eq(round)).select(motions::id);
    let rows = motion_ballots::table
        .filter(motion_ballots::motion_id.eq_any(of))
        .select((motion_ballots::motion_id, motion_ballots::choice))
        .load::<(MotionId, Choice)>(c)?;
    Ok(rows)
}

/// A juror's vote in an open vote: the first, or another.
pub fn put_vote(c: &mut Conn, motion: &Motion, juror: JurorId, choice: Choice) -> StoreResult<()> {
    let target = motion_votes::table.find((motion.id, juror));
    if diesel::update(target).set(motion_votes::choice.eq(Some(choice))).execute(c)? == 0 {
        insert_vote(c, motion, juror, Some(choice))?;
    }
    note_act(c, motion.round_id)
}

/// A juror's ballot in a secret vote. [`super::StoreError::Taken`] when the juror has voted.
pub fn cast_ballot(c: &mut Conn, motion: &Motion, juror: JurorId, choice: Choice) -> StoreResult<()> {
    insert_vote(c, motion, juror, None)?;
    diesel::insert_into(motion_ballots::table)
        .values((
            motion_ballots::id.eq(BallotId(Uuid::new_v4())),
            motion_ballots::motion_id.eq(motion.id),
            motion_ballots::choice.eq(choice),
        ))
        .execute(c)?;
    note_act(c, motion.round_id)
}

fn insert_vote(c: &mut Conn, motion: &Motion, juror: JurorId, choice: Option<Choice>) -> StoreResult<()> {
    diesel::insert_into(motion_votes::table)
        .values((
            motion_votes::motion_id.eq(motion.id),
            motion_votes::juror_id.eq(juror),
            motion_votes::choice.eq(choice),
        ))
        .execute(c)?;
    Ok(())
}
