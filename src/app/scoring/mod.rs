//! What a juror does with an entry: read it, score it, hand the sheet in, step back.
//!
//! Whoever asks for an assignment that is not theirs, was recused or taken back, or whose entry is
//! no longer in the race, is told that it does not exist.

mod after;
mod ballot;
mod history;
mod queue;
mod read;
mod review;
mod sheet;

use chrono::{DateTime, Utc};

pub use ballot::{Ballot, BallotLine, CategoryBallot, ballot, submit_order};
pub use history::{bring_back, history};
pub use queue::{Dashboard, Queue, QueueItem, QueueState, Seat, dashboard, seats};
pub use read::{
    EntryForJuror, Fact, JurorAnswer, JurorFile, JurorSection, ScorecardPage, blind_name, place_of, scorecard,
};
pub use review::{Review, ReviewLine, compare, confirm, review, unconfirm};
pub use sheet::{CANNOT, Handed, Saved, Sheet, Stored, pass, recuse, reopen, save, submit, written};

use super::{AppError, AppResult, entries};
use crate::domain::assignment::Assignment;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::AssignmentId;
use crate::domain::juror::Juror;
use crate::domain::policy::{self, Actor};
use crate::domain::round::{Round, RoundStatus};
use crate::store::{self, Conn};

/// An assignment that its juror may open, with what belongs to it.
#[derive(Debug, Clone)]
struct Desk {
    assignment: Assignment,
    edition: Edition,
    round: Round,
    juror: Juror,
    entry: Entry,
}

/// Opens an assignment for its juror.
fn open(c: &mut Conn, actor: &Actor, id: AssignmentId) -> AppResult<Desk> {
    let assignment = store::assignments::get(c, id)?;
    let round = store::rounds::get(c, assignment.round_id)?;
    policy::can_judge(actor, round.edition_id, assignment.juror_id)?;
    let juror = store::jurors::get(c, assignment.juror_id)?;
    let entry = store::entries::get(c, assignment.entry_id)?;
    let is_tied = entries::act_of(c, actor, &entry)?.is_some()
        || store::conflicts::find(c, assignment.juror_id, entry.organisation_id)?.is_some();
    let is_readable = assignment.status.is_visible_to_juror() && entry.is_judgeable() && entry.snapshot_id.is_some();
    if is_tied || !is_readable {
        return Err(AppError::NotFound);
    }
    let edition = store::editions::get(c, round.edition_id)?;
    Ok(Desk { assignment, edition, round, juror, entry })
}

/// Refuses a write outside the time of scoring. It stands in the transaction of the write: a round
/// that closes meanwhile makes one of the two fail.
fn check_takes_scores(round: &Round, now: DateTime<Utc>) -> AppResult<()> {
    if round.takes_scores(now) {
        return Ok(());
    }
    let is_over = round.status == RoundStatus::Closed || now > round.closes_at;
    Err(AppError::refused(if is_over { "scoring-refused-closed" } else { "scoring-refused-not-open" }))
}
