//! The matrix of a round: entries down, jurors across.

use super::assign::Ground;
use super::auto::last_applied;
use crate::app::jury::organised;
use crate::app::{AppError, AppResult};
use crate::domain::assignment::{AssignmentBatch, AssignmentStatus};
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::CategoryId;
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::{self, Round};
use crate::domain::text::searchable;
use crate::store::{self, Conn};

/// Entries on one page of the matrix.
pub const PAGE: usize = 40;

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// May be ticked.
    Free,
    /// Assigned; may be taken back.
    Assigned,
    /// The juror has begun; taking it back asks.
    Begun,
    /// The scorecard is in: it stays.
    Scored,
    /// The two are tied, or the juror stepped back: never.
    Tied,
}

/// A juror's column.
#[derive(Debug, Clone)]
pub struct MatrixJuror {
    /// The juror.
    pub juror: Juror,
    /// How many entries the juror has.
    pub load: usize,
}

/// An entry's row.
#[derive(Debug, Clone)]
pub struct MatrixEntry {
    /// The entry.
    pub entry: Entry,
    /// How many jurors it has.
    pub jurors: usize,
    /// A cell for each juror, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// Which entries to show.
#[derive(Debug, Clone, Default)]
pub struct MatrixFilter {
    /// Only those whose title or reference has these words.
    pub words: String,
    /// Only this category.
    pub category: Option<CategoryId>,
    /// Only those with fewer jurors than needed.
    pub only_short: bool,
    /// From which page, the first being 0.
    pub page: usize,
}

/// The matrix of a round.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// The edition.
    pub edition: Edition,
    /// Its rounds.
    pub rounds: Vec<Round>,
    /// The round shown.
    pub round: Round,
    /// The categories.
    pub categories: Vec<Category>,
    /// The columns, by name.
    pub jurors: Vec<MatrixJuror>,
    /// The rows of this page, by reference.
    pub entries: Vec<MatrixEntry>,
    /// How many entries match.
    pub matching: usize,
    /// How many entries there are in all.
    pub total: usize,
    /// How many of all have fewer jurors than needed.
    pub short: usize,
    /// How many pairs are assigned in all.
    pub pairs: usize,
    /// The last plan that was applied and not undone, and how many of its pairs were begun.
    pub batch: Option<(AssignmentBatch, usize)>,
}

/// The edition, its rounds and the round asked for by its position: else the first that is not
/// closed, else the last.
pub fn round_of(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    position: Option<i32>,
    act: OrganiserAct,
) -> AppResult<(Edition, Vec<Round>, Option<Round>)> {
    let edition = organised(c, actor, slug, act)?;
    let rounds = store::rounds::list(c, edition.id)?;
    let round = match position {
        Some(position) => Some(rounds.iter().find(|r| r.position == position).ok_or(AppError::NotFound)?),
        None => round::current(&rounds),
    };
    let round = round.cloned();
    Ok((edition, rounds, round))
}

/// The matrix of a round; none while the edition has no round.
pub fn matrix(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    position: Option<i32>,
    filter: &MatrixFilter,
) -> AppResult<Option<Matrix>> {
    let (edition, rounds, round) = round_of(c, actor, slug, position, OrganiserAct::Look)?;
    let Some(round) = round else { return Ok(None) };
    let categories = store::categories::list(c, edition.id)?;
    let ground = Ground::load(c, round)?;
    let mut jurors: Vec<MatrixJuror> = ground
        .jurors
        .values()
        .filter(|juror| juror.status == JurorStatus::Accepted || ground.load_of(juror.id) > 0)
        .map(|juror| MatrixJuror { juror: juror.clone(), load: ground.load_of(juror.id) })
        .collect();
    jurors.sort_by_key(|column| searchable(&column.juror.name));
    let needed = usize::try_from(ground.round.jurors_per_entry).unwrap_or(0);
    let words = searchable(&filter.words);
    let mut all: Vec<MatrixEntry> = ground.entries.values().map(|entry| row(&ground, entry, &jurors)).collect();
    all.sort_by(|a, b| a.entry.reference.cmp(&b.entry.reference));
    let (total, short) = (all.len(), all.iter().filter(|row| row.jurors < needed).count());
    all.retain(|row| {
        let text = searchable(&format!("{} {}", row.entry.title, row.entry.reference));
        filter.category.is_none_or(|category| row.entry.category_id == category)
            && (!filter.only_short || row.jurors < needed)
            && words.split(' ').all(|word| text.contains(word))
    });
    let matching = all.len();
    let entries = all.into_iter().skip(filter.page * PAGE).take(PAGE).collect();
    let pairs = ground.pairs.values().filter(|a| a.status.counts()).count();
    Ok(Some(Matrix {
        batch: last_applied(c, ground.round.id, ground.pairs.values())?,
        edition,
        rounds,
        round: ground.round,
        categories,
        jurors,
        entries,
        matching,
        total,
        short,
        pairs,
    }))
}

fn row(ground: &Ground, entry: &Entry, jurors: &[MatrixJuror]) -> MatrixEntry {
    let cells: Vec<Cell> = jurors
        .iter()
        .map(|column| {
            let status = ground.pairs.get(&(entry.id, column.juror.id)).map(|a| a.status);
            match status {
                Some(AssignmentStatus::Submitted | AssignmentStatus::Locked) => Cell::Scored,
                Some(AssignmentStatus::Recused) => Cell::Tied,
                _ if ground.is_tied(entry, &column.juror) => Cell::Tied,
                Some(AssignmentStatus::Drafting) => Cell::Begun,
                Some(AssignmentStatus::Assigned | AssignmentStatus::Proposed) => Cell::Assigned,
                Some(AssignmentStatus::Withdrawn) | None => Cell::Free,
            }
        })
        .collect();
    let jurors = cells.iter().filter(|cell| !matches!(cell, Cell::Free | Cell::Tied)).count();
    MatrixEntry { entry: entry.clone(), jurors, cells }
}
