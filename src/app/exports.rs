//! Everything of an edition to take away, row by row: what is read goes on at once and is not held.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::editions::{self, Opened};
use super::results::{self, Results};
use super::screening::{self, Filter};
use super::{AppError, AppResult};
use crate::domain::assignment::Assignment;
use crate::domain::audit::{AuditActor, AuditEvent};
use crate::domain::entry::Entry;
use crate::domain::form::FormField;
use crate::domain::ids::{EntryId, JurorId, UserId};
use crate::domain::juror::Juror;
use crate::domain::notice::OutboxMail;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::round::{Criterion, Round, RoundStatus};
use crate::domain::scorecard::{Mark, Scorecard};
use crate::domain::user::OrganiserRole;
use crate::store::audit::AuditFilter;
use crate::store::entries::EntryFilter;
use crate::store::{self, Conn};

/// How many things are read at a time.
const AT_ONCE: i64 = 500;

crate::text_enum! {
    /// A table of an edition.
    pub enum Dataset {
        /// Entries, with what was submitted.
        Entries = "entries",
        /// Who judges what, and what they gave once the round is closed.
        Scorecards = "scorecards",
        /// The ranking of each closed round.
        Results = "results",
        /// Mails.
        Mails = "mails",
        /// The log.
        Log = "log",
    }
}

impl Dataset {
    /// What taking it away needs.
    pub fn act(self) -> OrganiserAct {
        match self {
            Self::Entries => OrganiserAct::Look,
            Self::Scorecards | Self::Results => OrganiserAct::Decide,
            Self::Mails | Self::Log => OrganiserAct::Run,
        }
    }
}

/// The tables that a role may take away.
pub fn allowed(role: OrganiserRole) -> impl Iterator<Item = Dataset> {
    Dataset::ALL.iter().copied().filter(move |dataset| policy::role_may(role, dataset.act()))
}

/// Opens an edition to take a table of it away.
pub fn open(c: &mut Conn, actor: &Actor, slug: &str, dataset: Dataset) -> AppResult<Opened> {
    editions::open(c, actor, slug, dataset.act())
}

/// Notes that somebody takes a file away: who, which, when.
pub fn note(c: &mut Conn, actor: &Actor, slug: &str, name: &str, now: DateTime<Utc>) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Look)?.edition.id;
    let event = Event::new("export.taken", "edition", edition).edition(edition).after(json!({ "file": name }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// The questions of every form of the edition: those of the newest in their order, then those of older ones.
pub fn questions(c: &mut Conn, opened: &Opened) -> AppResult<Vec<FormField>> {
    let mut fields: Vec<FormField> = Vec::new();
    for form in store::entry_forms::list(c, opened.edition.id)? {
        screening::add_fields(&mut fields, &form);
    }
    Ok(fields)
}

/// An assignment, with what was given once its round is closed.
#[derive(Debug, Clone)]
pub struct SheetRow<'a> {
    /// Its round.
    pub round: &'a Round,
    /// The entry.
    pub entry: &'a Entry,
    /// The juror.
    pub juror: &'a Juror,
    /// The assignment.
    pub assignment: &'a Assignment,
    /// The sheet; none before the round is closed.
    pub sheet: Option<&'a Scorecard>,
    /// A mark for each criterion of [`criteria`] that the round has.
    pub marks: BTreeMap<String, Mark>,
}

/// The criteria of every round of an edition, each key once.
pub fn criteria(c: &mut Conn, opened: &Opened) -> AppResult<Vec<Criterion>> {
    let mut all: Vec<Criterion> = Vec::new();
    for round in store::rounds::list(c, opened.edition.id)? {
        for criterion in store::rounds::list_criteria(c, round.id)? {
            if all.iter().all(|known| known.key != criterion.key) {
                all.push(criterion);
            }
        }
    }
    Ok(all)
}

/// Every assignment of an edition, round by round. While a round is open nothing of what jurors gave goes
/// with it, nor when.
pub fn scorecards(
    c: &mut Conn,
    opened: &Opened,
    mut each: impl FnMut(&SheetRow<'_>) -> AppResult<()>,
) -> AppResult<()> {
    let edition = opened.edition.id;
    let jurors: BTreeMap<JurorId, Juror> = store::jurors::list(c, edition)?.into_iter().map(|j| (j.id, j)).collect();
    for round in store::rounds::list(c, edition)? {
        let criteria = store::rounds::list_criteria(c, round.id)?;
        let assignments = store::assignments::list_of_round(c, round.id)?;
        let is_closed = round.status == RoundStatus::Closed;
        let (mut sheets, mut scores) = (BTreeMap::new(), BTreeMap::new());
        if is_closed {
            sheets = store::scorecards::list_of_round(c, round.id)?.into_iter().map(|x| (x.assignment_id, x)).collect();
            for score in store::scorecards::list_scores_of_round(c, round.id)? {
                scores.insert((score.scorecard_id, score.criterion_id), score);
            }
        }
        let ids: BTreeSet<EntryId> = assignments.iter().map(|assignment| assignment.entry_id).collect();
        let ids: Vec<EntryId> = ids.into_iter().collect();
        let entries: BTreeMap<EntryId, Entry> =
            store::entries::list_by_ids(c, &ids)?.into_iter().map(|entry| (entry.id, entry)).collect();
        for assignment in &assignments {
            let pair = entries.get(&assignment.entry_id).zip(jurors.get(&assignment.juror_id));
            let Some((entry, juror)) = pair else { continue };
            let sheet = sheets.get(&assignment.id);
            let mark = |criterion: &Criterion| {
                let score = sheet.and_then(|sheet| scores.get(&(sheet.id, criterion.id)));
                (criterion.key.clone(), Mark::of(score))
            };
            let marks = criteria.iter().map(mark).collect();
            each(&SheetRow { round: &round, entry, juror, assignment, sheet, marks })?;
        }
    }
    Ok(())
}

/// The results of each closed round.
pub fn results(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Vec<Results>> {
    let opened = open(c, actor, slug, Dataset::Results)?;
    let rounds = store::rounds::list(c, opened.edition.id)?;
    let closed = rounds.iter().filter(|round| round.status == RoundStatus::Closed);
    closed.map(|round| results::results(c, actor, slug, Some(round.position))).collect()
}

/// Every mail of an edition, newest first.
pub fn mails(c: &mut Conn, opened: &Opened, mut each: impl FnMut(&OutboxMail) -> AppResult<()>) -> AppResult<()> {
    let mut offset = 0;
    loop {
        let (mails, total) = store::outbox::list_of_edition(c, opened.edition.id, None, offset, AT_ONCE)?;
        mails.iter().try_for_each(&mut each)?;
        offset += AT_ONCE;
        if mails.is_empty() || offset >= total {
            return Ok(());
        }
    }
}

/// Every event of an edition's log, newest first, with the name of whoever did it.
pub fn log(
    c: &mut Conn,
    opened: &Opened,
    mut each: impl FnMut(&AuditEvent, Option<&str>) -> AppResult<()>,
) -> AppResult<()> {
    let mut people: BTreeMap<UserId, String> = BTreeMap::new();
    let mut offset = 0;
    loop {
        let filter = AuditFilter::default();
        let (events, total) = store::audit::list_of_edition(c, opened.edition.id, &filter, offset, AT_ONCE)?;
        let unknown: BTreeSet<UserId> =
            events.iter().filter_map(|e| e.actor_id).filter(|id| !people.contains_key(id)).collect();
        let unknown: Vec<UserId> = unknown.into_iter().collect();
        people.extend(store::users::list(c, &unknown)?.into_iter().map(|user| (user.id, user.name)));
        for event in &events {
            each(event, event.actor_id.and_then(|id| people.get(&id)).map(String::as_str))?;
        }
        offset += AT_ONCE;
        if events.is_empty() || offset >= total {
            return Ok(());
        }
    }
}

/// The files of an edition that were submitted: a name in an archive, and where the bytes lie. A name says the
/// reference of the entry and a number; what the applicant called the file is kept where it can stand in a name.
pub fn files(c: &mut Conn, opened: &Opened) -> AppResult<Vec<(String, String)>> {
    let mut files = Vec::new();
    screening::each_entry(c, opened, &Filter::default(), |row, _| {
        for (number, file) in (1..).zip(row.snapshot.iter().flat_map(|snapshot| &snapshot.files)) {
            let plain: String =
                file.name.chars().map(|c| if c.is_alphanumeric() || ".-_ ".contains(c) { c } else { '_' }).collect();
            let plain = plain.trim_start_matches(['.', ' ']).to_owned();
            files.push((format!("files/{}/{number}-{plain}", row.entry.reference), file.id));
        }
        Ok(())
    })?;
    let with_key = |(name, id)| Ok((name, store::entry_files::get(c, id)?.storage_key));
    files.into_iter().map(with_key).collect()
}

/// How many rows a table has.
pub fn count(c: &mut Conn, opened: &Opened, dataset: Dataset) -> AppResult<i64> {
    let edition = opened.edition.id;
    Ok(match dataset {
        Dataset::Entries => store::entries::list(c, edition, &EntryFilter::default(), 0, 1)?.1,
        Dataset::Scorecards | Dataset::Results => {
            let mut count = 0;
            for round in store::rounds::list(c, edition)? {
                count += match dataset {
                    Dataset::Scorecards => store::assignments::list_of_round(c, round.id)?.len(),
                    _ if round.status == RoundStatus::Closed => store::entries::list_of_round(c, &round)?.len(),
                    _ => 0,
                };
            }
            i64::try_from(count).map_err(|e| AppError::Internal(e.to_string()))?
        }
        Dataset::Mails => store::outbox::list_of_edition(c, edition, None, 0, 1)?.1,
        Dataset::Log => store::audit::list_of_edition(c, edition, &AuditFilter::default(), 0, 1)?.1,
    })
}
