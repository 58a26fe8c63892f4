//! Opening and pausing the room, and how long the point at hand is talked about.

use chrono::{DateTime, TimeDelta, Utc};

use super::seats::{Entered, enter};
use crate::app::audit::{self, Event};
use crate::app::results::lab::{self, Rankings, ScoredRound};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::deliberation::{Room, Standing};
use crate::domain::policy::Actor;
use crate::judging::ranking::decimal::Decimal6;
use crate::store::{self, Conn};

/// Longest talk about one point.
const LONGEST_TALK: i64 = 120;

/// What the room opens with: the order of each category, as it was just computed.
#[derive(Debug, Clone)]
pub struct Opening(Vec<Standing>);

/// The order of every category of a round. Long work: not inside a transaction.
pub fn standings(round: &ScoredRound) -> AppResult<Opening> {
    if round.round.is_ranked() {
        return Ok(Opening(in_order(round)));
    }
    let Rankings { categories, .. } = lab::rankings(round, false)?;
    let mut standings = Vec::new();
    for line in categories.iter().flatten() {
        let of = &round.entries[line.at as usize];
        let Some(category) = round.categories.get(of.category as usize) else { continue };
        standings.push(Standing {
            entry: of.entry.id,
            category: category.id,
            rank: line.place.rank,
            score: line.score.map(Decimal6::micros),
            calibrated: line.calibrated.map(Decimal6::micros),
            interval: line.interval.map(|(low, high)| (micros(low), micros(high))),
            is_close: line.is_close(),
        });
    }
    Ok(Opening(standings))
}

/// The order of a round whose jurors put entries in an order: nothing there to be corrected.
fn in_order(round: &ScoredRound) -> Vec<Standing> {
    let mut standings: Vec<Standing> = round
        .entries
        .iter()
        .filter(|of| of.entry.is_judgeable())
        .map(|of| Standing {
            entry: of.entry.id,
            category: of.entry.category_id,
            rank: of.rank,
            score: of.score.map(Decimal6::micros),
            calibrated: None,
            interval: None,
            is_close: false,
        })
        .collect();
    standings.sort_by_key(|line| (line.rank.is_none(), line.rank));
    standings
}

#[expect(clippy::cast_possible_truncation, reason = "a score is a few points")]
fn micros(points: f64) -> i64 {
    (points * 1e6).round() as i64
}

/// Opens the room to the jury, with the order as it is now.
pub fn open_room(c: &mut Conn, actor: &Actor, slug: &str, opening: Opening, now: DateTime<Utc>) -> AppResult<()> {
    let entered = enter(c, actor, slug, false)?;
    check_undecided(&entered)?;
    let room = Room {
        round_id: entered.round.id,
        is_open: true,
        standings: opening.0,
        opened_by: actor.user_id,
        opened_at: now,
        talk_until: None,
        acts: entered.room.as_ref().map_or(1, |room| room.acts),
    };
    match &entered.room {
        Some(_) => store::deliberations::update_room(c, room)?,
        None => store::deliberations::insert_room(c, room)?,
    }
    note(c, actor, &entered, "deliberation.opened", now)
}

/// Closes the room to the jury. What was said and decided stays; it can be opened again.
pub fn pause_room(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let entered = enter(c, actor, slug, false)?;
    store::deliberations::update_room(c, Room { is_open: false, talk_until: None, ..open(&entered)? })?;
    note(c, actor, &entered, "deliberation.paused", now)
}

/// Gives the point at hand so many minutes; 0 takes the clock away.
pub fn talk(c: &mut Conn, actor: &Actor, slug: &str, minutes: &str, now: DateTime<Utc>) -> AppResult<()> {
    let entered = enter(c, actor, slug, false)?;
    let room = open(&entered)?;
    let minutes = minutes.trim().parse().ok().filter(|minutes| (0..=LONGEST_TALK).contains(minutes));
    let minutes = minutes.ok_or_else(|| AppError::field("minutes", "room-problem-minutes"))?;
    let talk_until = (minutes > 0).then(|| now + TimeDelta::minutes(minutes));
    store::deliberations::update_room(c, Room { talk_until, ..room })?;
    Ok(())
}

/// The room while it is open.
pub(super) fn open(entered: &Entered) -> AppResult<Room> {
    let room = entered.room.clone().filter(|room| room.is_open);
    room.ok_or_else(|| AppError::refused("room-refused-paused"))
}

/// Refused once the winners are announced, or will be by themselves.
pub(super) fn check_undecided(entered: &Entered) -> AppResult<()> {
    if entered.edition.is_announced() { Err(AppError::refused("room-refused-announced")) } else { Ok(()) }
}

/// Writes the log.
fn note(c: &mut Conn, actor: &Actor, entered: &Entered, action: &'static str, now: DateTime<Utc>) -> AppResult<()> {
    let event = Event::new(action, "round", entered.round.id).edition(entered.edition.id);
    Ok(audit::record(c, AuditActor::User(actor.user_id), event, now)?)
}
