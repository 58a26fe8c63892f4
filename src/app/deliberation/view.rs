//! What somebody in the room sees.

use std::collections::{BTreeMap, BTreeSet};

use super::motions::{Vote, count};
use super::seats::{Seat, Seats, enter};
use crate::app::AppResult;
use crate::app::editions::team::has_second;
use crate::domain::category::{Category, Prize};
use crate::domain::deliberation::{Ballot, Choice, Count, Motion, MotionStatus, Room, Standing};
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{EntryId, JurorId, MotionId, UserId};
use crate::domain::policy::Actor;
use crate::domain::round::Round;
use crate::store::{self, Conn};

/// The room as somebody sees it.
#[derive(Debug, Clone)]
pub struct RoomView {
    /// The edition.
    pub edition: Edition,
    /// The round.
    pub round: Round,
    /// As what the person is in the room.
    pub seat: Seat,
    /// The room: for a juror only while it is open.
    pub room: Option<Room>,
    /// Every category, in order.
    pub categories: Vec<CategoryView>,
    /// The jury, by name.
    pub jurors: Vec<String>,
    /// Reopening a decision needs another organiser.
    pub has_second: bool,
    /// The names of whoever put, decided or reopened a motion.
    people: BTreeMap<UserId, String>,
}

impl RoomView {
    /// The name of a person who put, decided or reopened a motion.
    pub fn person(&self, id: &UserId) -> &str {
        self.people.get(id).map_or("", String::as_str)
    }
}

/// A category in the room.
#[derive(Debug, Clone)]
pub struct CategoryView {
    /// The category.
    pub category: Category,
    /// What it can win.
    pub prizes: Vec<Prize>,
    /// Its entries, in order.
    pub lines: Vec<Line>,
    /// Its motions, in the order in which they were put.
    pub motions: Vec<MotionView>,
}

/// An entry in the order.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its place and scores. Places are among the entries that the person sees.
    pub standing: Standing,
    /// Its reference.
    pub reference: String,
    /// Its title; the reference in a blind round.
    pub title: String,
    /// The startup behind it; empty in a blind round.
    pub organisation: String,
    /// How many jurors step out when it is talked about.
    pub out: usize,
    /// What jurors wrote to the jury.
    pub notes: Vec<String>,
}

/// A motion as somebody sees it.
#[derive(Debug, Clone)]
pub struct MotionView {
    /// The motion.
    pub motion: Motion,
    /// What its entry is called.
    pub entry: Option<String>,
    /// The prize.
    pub prize: Option<Prize>,
    /// How many may vote.
    pub entitled: usize,
    /// How many jurors step out.
    pub out: usize,
    /// How many have voted.
    pub cast: usize,
    /// Who has voted how: in an open vote.
    pub votes: Vec<(String, Choice)>,
    /// The count: of an open vote at any time, of a secret one once it is decided.
    pub count: Option<Count>,
    /// The person's own vote.
    pub own: Own,
    /// The person asked to reopen it.
    pub asked_self: bool,
}

/// Somebody's own vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// They don't vote: organisers.
    None,
    /// Not yet.
    Open,
    /// In a secret vote: it is cast.
    Cast,
    /// So.
    Voted(Choice),
}

impl MotionView {
    /// Whether enough have voted for a decision.
    pub fn has_quorum(&self) -> bool {
        self.cast >= usize::try_from(self.motion.quorum).unwrap_or(0)
    }

    /// Whether somebody asked to reopen it and another has to agree.
    pub fn waits_for_second(&self) -> bool {
        self.motion.reopen_by.is_some() && self.motion.status != MotionStatus::Reopened
    }
}

/// How many acts there were in the room: when it has not changed, nothing in it has.
pub fn acts(c: &mut Conn, actor: &Actor, slug: &str, as_juror: bool) -> AppResult<i32> {
    let entered = enter(c, actor, slug, as_juror)?;
    Ok(store::deliberations::count_acts(c, entered.round.id)?)
}

/// The room as an organiser, or as a juror, sees it.
pub fn view(c: &mut Conn, actor: &Actor, slug: &str, as_juror: bool) -> AppResult<RoomView> {
    let entered = enter(c, actor, slug, as_juror)?;
    let room = entered.room.clone().filter(|room| room.is_open || entered.seat == Seat::Chair);
    let Some(room) = room else {
        let (edition, round, seat) = (entered.edition, entered.round, entered.seat);
        let (categories, jurors, people) = (Vec::new(), Vec::new(), BTreeMap::new());
        return Ok(RoomView { edition, round, seat, room: None, categories, jurors, has_second: false, people });
    };
    let ids: Vec<EntryId> = room.standings.iter().map(|line| line.entry).collect();
    let entries = store::entries::list_by_ids(c, &ids)?;
    let seats = Seats::load(c, &entered.edition, &entries)?;
    let motions = store::deliberations::list_motions(c, entered.round.id)?;
    let people = people(c, &motions)?;
    let has_second = has_second(c, entered.edition.id, actor.user_id)?;
    let prizes = store::categories::list_prizes(c, entered.edition.id)?;
    let names = Names::load(c, &entered.round, &entries)?;
    let notes = notes(c, &entered.round)?;
    let votes = store::deliberations::list_votes(c, entered.round.id)?;
    let ballots = store::deliberations::list_ballots(c, entered.round.id)?;
    let (seat, person) = (entered.seat, actor.user_id);
    let known = Known { seat, person, seats: &seats, names: &names, prizes: &prizes, votes, ballots };
    let mut categories = Vec::new();
    for category in store::categories::list(c, entered.edition.id)? {
        let of = motions.iter().filter(|motion| motion.category_id == category.id && seats.sees(seat, motion));
        categories.push(CategoryView {
            motions: of.map(|motion| known.motion(motion)).collect(),
            lines: lines(&room, &category, seat, &seats, &names, &notes),
            prizes: prizes.iter().filter(|x| x.category_id.is_none_or(|id| id == category.id)).cloned().collect(),
            category,
        });
    }
    let jurors = seats.jurors.iter().map(|juror| juror.name.clone()).collect();
    let (edition, round) = (entered.edition, entered.round);
    Ok(RoomView { edition, round, seat, room: Some(room), categories, jurors, has_second, people })
}

/// The names of whoever put, decided or reopened motions.
fn people(c: &mut Conn, motions: &[Motion]) -> AppResult<BTreeMap<UserId, String>> {
    let of = |motion: &Motion| {
        let later = [motion.decided_by, motion.reopen_by, motion.reopen_confirmed_by];
        later.into_iter().flatten().chain([motion.put_by])
    };
    let ids: BTreeSet<UserId> = motions.iter().flat_map(of).collect();
    let ids: Vec<UserId> = ids.into_iter().collect();
    Ok(store::users::list(c, &ids)?.into_iter().map(|user| (user.id, user.name)).collect())
}

impl Seats {
    fn name(&self, juror: JurorId) -> String {
        self.jurors.iter().find(|one| one.id == juror).map(|one| one.name.clone()).unwrap_or_default()
    }
}

/// What is known of every motion of a round, and who asks.
struct Known<'a> {
    seat: Seat,
    person: UserId,
    seats: &'a Seats,
    names: &'a Names,
    prizes: &'a [Prize],
    votes: Vec<Vote>,
    ballots: Vec<(MotionId, Choice)>,
}

impl Known<'_> {
    /// A motion as the person sees it.
    fn motion(&self, motion: &Motion) -> MotionView {
        let cast: Vec<(JurorId, Option<Choice>)> =
            self.votes.iter().filter(|(id, ..)| *id == motion.id).map(|(_, juror, choice)| (*juror, *choice)).collect();
        let votes: Vec<(String, Choice)> =
            cast.iter().filter_map(|(juror, choice)| Some((self.seats.name(*juror), (*choice)?))).collect();
        let is_counted = motion.ballot == Ballot::Open || motion.status != MotionStatus::Open;
        let own = match self.seat {
            Seat::Chair => Own::None,
            Seat::Juror(juror) => match cast.iter().find(|(id, _)| *id == juror) {
                None => Own::Open,
                Some((_, None)) => Own::Cast,
                Some((_, Some(choice))) => Own::Voted(*choice),
            },
        };
        let entitled = self.seats.entitled(motion.entry_id).count();
        MotionView {
            entry: motion.entry_id.map(|id| self.names.title(id)),
            prize: self.prizes.iter().find(|prize| Some(prize.id) == motion.prize_id).cloned(),
            out: self.seats.jurors.len() - entitled,
            entitled,
            cast: cast.len(),
            votes,
            count: is_counted.then(|| count(motion.id, &self.votes, &self.ballots)),
            own,
            asked_self: motion.reopen_by == Some(self.person),
            motion: motion.clone(),
        }
    }
}

/// What entries are called in the room.
struct Names {
    entries: BTreeMap<EntryId, (String, String, String)>,
    /// Those that are still in the race: others are named, and not in the order.
    in_race: BTreeSet<EntryId>,
}

impl Names {
    fn load(c: &mut Conn, round: &Round, entries: &[Entry]) -> AppResult<Self> {
        let ids: Vec<_> = entries.iter().map(|entry| entry.organisation_id).collect();
        let organisations: BTreeMap<_, _> =
            store::organisations::list_by_ids(c, &ids)?.into_iter().map(|one| (one.id, one.name)).collect();
        let name = |entry: &Entry| {
            if round.hides_identity {
                (entry.reference.clone(), entry.reference.clone(), String::new())
            } else {
                let organisation = organisations.get(&entry.organisation_id).cloned().unwrap_or_default();
                (entry.reference.clone(), entry.title.clone(), organisation)
            }
        };
        let in_race = entries.iter().filter(|entry| entry.is_judgeable()).map(|entry| entry.id).collect();
        Ok(Self { entries: entries.iter().map(|entry| (entry.id, name(entry))).collect(), in_race })
    }

    fn title(&self, id: EntryId) -> String {
        self.entries.get(&id).map(|(_, title, _)| title.clone()).unwrap_or_default()
    }
}

/// What jurors wrote to the jury, by entry, without their names.
fn notes(c: &mut Conn, round: &Round) -> AppResult<BTreeMap<EntryId, Vec<String>>> {
    let assignments = store::assignments::list_of_round(c, round.id)?;
    let counted = assignments.iter().filter(|assignment| assignment.status.counts());
    let entries: BTreeMap<_, _> = counted.map(|assignment| (assignment.id, assignment.entry_id)).collect();
    let mut notes: BTreeMap<EntryId, Vec<String>> = BTreeMap::new();
    for sheet in store::scorecards::list_of_round(c, round.id)? {
        if let Some(entry) = entries.get(&sheet.assignment_id).filter(|_| !sheet.note.is_empty()) {
            notes.entry(*entry).or_default().push(sheet.note);
        }
    }
    Ok(notes)
}

/// The order of a category, without the entries at which the person steps out.
fn lines(
    room: &Room,
    category: &Category,
    seat: Seat,
    seats: &Seats,
    names: &Names,
    notes: &BTreeMap<EntryId, Vec<String>>,
) -> Vec<Line> {
    let is_out = |entry| matches!(seat, Seat::Juror(juror) if seats.steps_out(juror, entry));
    let of: Vec<&Standing> = room
        .standings
        .iter()
        .filter(|line| line.category == category.id && names.in_race.contains(&line.entry))
        .collect();
    let mut lines: Vec<Line> = Vec::new();
    for (at, standing) in of.iter().enumerate() {
        if is_out(standing.entry) {
            // What stood close to an entry that is not there is close to nothing.
            if let Some(last) = lines.last_mut() {
                last.standing.is_close = false;
            }
            continue;
        }
        let hidden_above = of[..at].iter().filter(|above| is_out(above.entry) && above.rank < standing.rank).count();
        let rank = standing.rank.map(|rank| rank - u32::try_from(hidden_above).unwrap_or(0));
        let Some((reference, title, organisation)) = names.entries.get(&standing.entry).cloned() else { continue };
        lines.push(Line {
            standing: Standing { rank, ..(*standing).clone() },
            reference,
            title,
            organisation,
            out: seats.jurors.len() - seats.entitled(Some(standing.entry)).count(),
            notes: notes.get(&standing.entry).cloned().unwrap_or_default(),
        });
    }
    lines
}
