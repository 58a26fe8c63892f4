//! What somebody in the room sees.

use std::collections::{BTreeMap, BTreeSet};

use super::reopen::has_second;
use super::seats::{Seat, Seats, enter};
use crate::app::AppResult;
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
    /// Who put it, who closed the vote, who asked to reopen it: by name.
    pub people: BTreeMap<UserId, String>,
    /// Reopening it needs another organiser.
    pub needs_second: bool,
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

    /// The name of a person.
    pub fn person(&self, id: &UserId) -> &str {
        self.people.get(id).map_or("", String::as_str)
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
        return Ok(RoomView { edition, round, seat, room: None, categories: Vec::new(), jurors: Vec::new() });
    };
    let ids: Vec<EntryId> = room.standings.iter().map(|line| line.entry).collect();
    let entries = store::entries::list_by_ids(c, &ids)?;
    let seats = Seats::load(c, &entered.edition, &entries)?;
    let people: BTreeMap<UserId, String> = {
        let motions = store::deliberations::list_motions(c, entered.round.id)?;
        let ids: BTreeSet<UserId> = motions
            .iter()
            .flat_map(|m| [Some(m.put_by), m.decided_by, m.reopen_by, m.reopen_confirmed_by])
            .flatten()
            .collect();
        let ids: Vec<UserId> = ids.into_iter().collect();
        store::users::list(c, &ids)?.into_iter().map(|user| (user.id, user.name)).collect()
    };
    let has_second = has_second(c, &entered, actor.user_id)?;
    let prizes = store::categories::list_prizes(c, entered.edition.id)?;
    let names = Names::load(c, &entered.round, &entries)?;
    let notes = notes(c, &entered.round)?;
    let votes = store::deliberations::list_votes(c, entered.round.id)?;
    let ballots = store::deliberations::list_ballots(c, entered.round.id)?;
    let motions = store::deliberations::list_motions(c, entered.round.id)?;
    let mut categories = Vec::new();
    for category in store::categories::list(c, entered.edition.id)? {
        let lines = lines(&room, &category, entered.seat, &seats, &names, &notes);
        let of = motions.iter().filter(|motion| motion.category_id == category.id && seats.sees(entered.seat, motion));
        let motions = of.map(|motion| {
            let entitled = seats.entitled(motion.entry_id).count();
            let own = |(id, juror, choice): &(MotionId, JurorId, Option<Choice>)| {
                (*id == motion.id && entered.seat == Seat::Juror(*juror)).then_some(*choice)
            };
            let cast = votes.iter().filter(|(id, ..)| *id == motion.id).count();
            let open: Vec<(String, Choice)> = votes
                .iter()
                .filter(|(id, ..)| *id == motion.id)
                .filter_map(|(_, juror, choice)| Some((seats.name(*juror), (*choice)?)))
                .collect();
            let is_over = motion.status != MotionStatus::Open;
            let count = match motion.ballot {
                Ballot::Open => Some(Count::of(open.iter().map(|(_, choice)| *choice))),
                Ballot::Secret if is_over => {
                    Some(Count::of(ballots.iter().filter(|(id, _)| *id == motion.id).map(|(_, choice)| *choice)))
                }
                Ballot::Secret => None,
            };
            MotionView {
                entry: motion.entry_id.map(|id| names.title(id)),
                prize: prizes.iter().find(|prize| Some(prize.id) == motion.prize_id).cloned(),
                out: seats.jurors.len() - entitled,
                entitled,
                cast,
                votes: open,
                count,
                own: match (entered.seat, votes.iter().find_map(own)) {
                    (Seat::Chair, _) => Own::None,
                    (_, None) => Own::Open,
                    (_, Some(None)) => Own::Cast,
                    (_, Some(Some(choice))) => Own::Voted(choice),
                },
                people: people.clone(),
                needs_second: has_second,
                asked_self: motion.reopen_by == Some(actor.user_id),
                motion: motion.clone(),
            }
        });
        categories.push(CategoryView {
            motions: motions.collect(),
            lines,
            prizes: prizes.iter().filter(|x| x.category_id.is_none_or(|id| id == category.id)).cloned().collect(),
            category,
        });
    }
    let jurors = seats.jurors.iter().map(|juror| juror.name.clone()).collect();
    let (edition, round, seat) = (entered.edition, entered.round, entered.seat);
    Ok(RoomView { edition, round, seat, room: Some(room), categories, jurors })
}

impl Seats {
    fn name(&self, juror: JurorId) -> String {
        self.jurors.iter().find(|one| one.id == juror).map(|one| one.name.clone()).unwrap_or_default()
    }
}

/// What entries are called in the room.
struct Names {
    entries: BTreeMap<EntryId, (String, String, String)>,
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
        let judgeable = entries.iter().filter(|entry| entry.is_judgeable());
        Ok(Self { entries: judgeable.map(|entry| (entry.id, name(entry))).collect() })
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
        .filter(|line| line.category == category.id && names.entries.contains_key(&line.entry))
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
