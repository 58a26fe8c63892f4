//! Who sits in the room, and who steps out.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::{AppError, AppResult, jury};
use crate::domain::assignment::AssignmentStatus;
use crate::domain::deliberation::{Motion, Room};
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{EntryId, JurorId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::{Round, RoundStatus};
use crate::store::{self, Conn};

/// As what somebody is in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// An organiser who may decide: sees everything, votes on nothing.
    Chair,
    /// A juror.
    Juror(JurorId),
}

/// An edition, the round that is deliberated on, and its room.
pub(super) struct Entered {
    pub edition: Edition,
    pub round: Round,
    pub room: Option<Room>,
    pub seat: Seat,
}

/// Enters the room of an edition's last round: as organiser, or as juror. Refused while it is not closed.
pub(super) fn enter(c: &mut Conn, actor: &Actor, slug: &str, as_juror: bool) -> AppResult<Entered> {
    let (edition, seat) = if as_juror {
        let (edition, juror) = jury::judged(c, actor, slug)?;
        (edition, Seat::Juror(juror.id))
    } else {
        (jury::organised(c, actor, slug, OrganiserAct::Decide)?, Seat::Chair)
    };
    let round = store::rounds::list(c, edition.id)?.pop().ok_or(AppError::NotFound)?;
    if round.status != RoundStatus::Closed {
        return Err(AppError::refused("room-refused-open"));
    }
    let room = store::deliberations::find_room(c, round.id)?;
    Ok(Entered { edition, round, room, seat })
}

/// The jury of an edition, with the entries at which each steps out.
pub(super) struct Seats {
    /// Who is on the jury, by name.
    pub jurors: Vec<Juror>,
    ties: BTreeMap<JurorId, BTreeSet<EntryId>>,
}

impl Seats {
    /// A tie is a known conflict with the startup, an assignment that was stepped back from, and an entry of
    /// one's own or that one works on.
    pub fn load(c: &mut Conn, edition: &Edition, entries: &[Entry]) -> AppResult<Self> {
        let mut jurors = store::jurors::list(c, edition.id)?;
        jurors.retain(|juror| juror.status == JurorStatus::Accepted);
        let mut ties: BTreeMap<JurorId, BTreeSet<EntryId>> = BTreeMap::new();
        for conflict in store::conflicts::list_of_edition(c, edition.id)? {
            let of = entries.iter().filter(|entry| entry.organisation_id == conflict.organisation_id);
            ties.entry(conflict.juror_id).or_default().extend(of.map(|entry| entry.id));
        }
        for round in store::rounds::list(c, edition.id)? {
            for assignment in store::assignments::list_of_round(c, round.id)? {
                if assignment.status == AssignmentStatus::Recused {
                    ties.entry(assignment.juror_id).or_default().insert(assignment.entry_id);
                }
            }
        }
        let joined = store::collaborators::list_joined(c, edition.id)?;
        for juror in &jurors {
            let is_own = |entry: &&Entry| {
                Some(entry.owner_id) == juror.user_id
                    || joined.iter().any(|(id, person)| *id == entry.id && Some(*person) == juror.user_id)
            };
            ties.entry(juror.id).or_default().extend(entries.iter().filter(is_own).map(|entry| entry.id));
        }
        Ok(Self { jurors, ties })
    }

    /// Whether a juror steps out at an entry.
    pub fn steps_out(&self, juror: JurorId, entry: EntryId) -> bool {
        self.ties.get(&juror).is_some_and(|entries| entries.contains(&entry))
    }

    /// Who may vote on a motion about an entry, or about none.
    pub fn entitled(&self, entry: Option<EntryId>) -> impl Iterator<Item = &Juror> {
        self.jurors.iter().filter(move |juror| !entry.is_some_and(|entry| self.steps_out(juror.id, entry)))
    }

    /// Whether there is a motion for somebody on this seat.
    pub fn sees(&self, seat: Seat, motion: &Motion) -> bool {
        match (seat, motion.entry_id) {
            (Seat::Juror(juror), Some(entry)) => !self.steps_out(juror, entry),
            _ => true,
        }
    }
}
