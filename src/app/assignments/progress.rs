//! How far the jury has come. Counts and times; never a score.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::matrix::round_of;
use crate::app::AppResult;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{AssignmentId, EntryId, JurorId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::Round;
use crate::domain::text::searchable;
use crate::store::{self, Conn};

/// How far a juror has come.
#[derive(Debug, Clone)]
pub struct JurorProgress {
    /// The juror.
    pub juror: Juror,
    /// How many entries the juror has.
    pub assigned: usize,
    /// How many scorecards were begun and not handed in.
    pub begun: usize,
    /// How many scorecards are in.
    pub submitted: usize,
    /// How many entries the juror stepped back from.
    pub recused: usize,
    /// When the juror last wrote on a sheet.
    pub last_at: Option<DateTime<Utc>>,
}

/// How far an entry's scoring has come.
#[derive(Debug, Clone)]
pub struct EntryProgress {
    /// The entry.
    pub entry: Entry,
    /// How many jurors have it.
    pub assigned: usize,
    /// How many scorecards are in.
    pub submitted: usize,
    /// How many jurors stepped back.
    pub recused: usize,
}

/// How far a round has come.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The edition.
    pub edition: Edition,
    /// Its rounds.
    pub rounds: Vec<Round>,
    /// The round shown.
    pub round: Round,
    /// By juror, the furthest behind first.
    pub jurors: Vec<JurorProgress>,
    /// By entry, the furthest behind first.
    pub entries: Vec<EntryProgress>,
    /// How many scorecards are in, of all.
    pub submitted: usize,
    /// How many pairs are assigned.
    pub assigned: usize,
}

/// How far a round has come; none while the edition has no round.
pub fn progress(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    position: Option<i32>,
    words: &str,
) -> AppResult<Option<Progress>> {
    let (edition, rounds, round) = round_of(c, actor, slug, position, OrganiserAct::Look)?;
    let Some(round) = round else { return Ok(None) };
    let saved: BTreeMap<AssignmentId, DateTime<Utc>> =
        store::scorecards::list_of_round(c, round.id)?.into_iter().map(|s| (s.assignment_id, s.saved_at)).collect();
    let mut jurors: BTreeMap<JurorId, JurorProgress> = store::jurors::list(c, edition.id)?
        .into_iter()
        .map(|juror| {
            (juror.id, JurorProgress { juror, assigned: 0, begun: 0, submitted: 0, recused: 0, last_at: None })
        })
        .collect();
    let mut entries: BTreeMap<EntryId, EntryProgress> = store::entries::list_judgeable(c, edition.id)?
        .into_iter()
        .map(|entry| (entry.id, EntryProgress { entry, assigned: 0, submitted: 0, recused: 0 }))
        .collect();
    let (mut submitted, mut assigned) = (0, 0);
    for assignment in store::assignments::list_of_round(c, round.id)? {
        let status = assignment.status;
        let (counts, scored) = (usize::from(status.is_visible_to_juror()), usize::from(status.is_scored()));
        let recused = usize::from(status == crate::domain::assignment::AssignmentStatus::Recused);
        let begun = usize::from(status == crate::domain::assignment::AssignmentStatus::Drafting);
        if let Some(line) = jurors.get_mut(&assignment.juror_id) {
            line.assigned += counts;
            line.begun += begun;
            line.submitted += scored;
            line.recused += recused;
            line.last_at = line.last_at.max(saved.get(&assignment.id).copied());
        }
        if let Some(line) = entries.get_mut(&assignment.entry_id) {
            line.assigned += counts;
            line.submitted += scored;
            line.recused += recused;
            submitted += scored;
            assigned += counts;
        }
    }
    let words = searchable(words);
    let has_words = |text: &str| words.split(' ').all(|word| searchable(text).contains(word));
    let mut jurors: Vec<JurorProgress> = jurors
        .into_values()
        .filter(|line| line.juror.status == JurorStatus::Accepted || line.assigned + line.recused > 0)
        .filter(|line| has_words(&line.juror.name))
        .collect();
    let rest = |line: &JurorProgress| line.assigned - line.submitted;
    jurors.sort_by(|a, b| rest(b).cmp(&rest(a)).then_with(|| a.juror.name.cmp(&b.juror.name)));
    let mut entries: Vec<EntryProgress> = entries
        .into_values()
        .filter(|line| has_words(&format!("{} {}", line.entry.title, line.entry.reference)))
        .collect();
    entries.sort_by(|a, b| a.submitted.cmp(&b.submitted).then_with(|| a.entry.reference.cmp(&b.entry.reference)));
    Ok(Some(Progress { edition, rounds, round, jurors, entries, submitted, assigned }))
}
