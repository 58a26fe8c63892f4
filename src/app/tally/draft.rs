//! A round as it stands, ready to be counted: what the results page and the seal share, so that
//! they can't differ.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};

use super::rules::{rules_of, version};
use crate::app::{AppError, AppResult};
use crate::domain::assignment::{Assignment, AssignmentStatus};
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{AssignmentId, CategoryId, EntryId, JurorId};
use crate::domain::juror::Juror;
use crate::domain::language::Language;
use crate::domain::round::{Criterion, Round};
use crate::judging::tally::count::CountError;
use crate::judging::tally::draft::Draft;
use crate::judging::tally::lines::{
    AssignmentLine, AssignmentState, EarlierRulesLine, EntryLine, JurorLine, Line, ResultLine, ScorecardLine,
};
use crate::store::scorecards::Times;
use crate::store::{self, Conn};

/// Threads that a count may use: it runs while somebody waits.
const THREADS: usize = 4;

/// A round before its count: jurors are named by their ids, nothing is committed to yet.
pub struct Frozen {
    /// The lines, without commitments and without the head of the log.
    pub draft: Draft,
    /// The entries of the round, by reference.
    pub entries: BTreeMap<String, Entry>,
    /// The jurors who had an assignment, by the name they have in the draft.
    pub jurors: BTreeMap<String, Juror>,
    /// What is scored.
    pub criteria: Vec<Criterion>,
    /// Every assignment of the round.
    pub assignments: Vec<Assignment>,
    /// When their sheets were written.
    pub sheets: BTreeMap<AssignmentId, Times>,
    /// Scorecards set aside after a recusal, or taken back by an organiser.
    pub set_aside: usize,
    /// Assignments that were never handed in.
    pub unfinished: usize,
}

/// What a count says of a round that is closed.
pub struct Count {
    /// The round, before its count.
    pub frozen: Frozen,
    /// A line an entry: grouped by category, best first.
    pub results: Vec<ResultLine>,
}

/// Counts a round as its rules say.
pub fn count(c: &mut Conn, edition: &Edition, round: &Round) -> AppResult<Count> {
    let mut frozen = freeze(c, edition, round)?;
    let results = frozen.draft.results(threads()).map_err(uncountable)?;
    Ok(Count { frozen, results })
}

/// The lines of a draft and its results.
pub fn lines(draft: Draft) -> AppResult<Vec<Line>> {
    draft.count(threads()).map_err(uncountable)
}

/// How many threads a count may use here.
pub fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(THREADS)
}

#[expect(clippy::needless_pass_by_value, reason = "an error on its way up")]
pub fn uncountable(error: CountError) -> AppError {
    AppError::Internal(format!("the round can't be counted: {error}"))
}

/// Reads a round: its rules, entries, jurors, assignments and scorecards.
pub fn freeze(c: &mut Conn, edition: &Edition, round: &Round) -> AppResult<Frozen> {
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let earlier = store::tallies::list_earlier_rules(c, round.id)?;
    let codes: BTreeMap<CategoryId, String> =
        store::categories::list(c, edition.id)?.into_iter().map(|x| (x.id, x.code)).collect();
    let jurors: BTreeMap<JurorId, Juror> =
        store::jurors::list(c, edition.id)?.into_iter().map(|juror| (juror.id, juror)).collect();
    let mut frozen = Frozen {
        draft: Draft {
            edition: edition.name.get(Language::French).to_owned(),
            round: round.name.get(Language::French).to_owned(),
            closed_at: round.closed_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Micros, true)).unwrap_or_default(),
            audit_seq: 0,
            audit_head: String::new(),
            rules: rules_of(round, &criteria, version(&earlier)),
            earlier_rules: Vec::new(),
            jurors: Vec::new(),
            entries: Vec::new(),
            assignments: Vec::new(),
            scorecards: Vec::new(),
        },
        entries: BTreeMap::new(),
        jurors: BTreeMap::new(),
        criteria,
        assignments: store::assignments::list_of_round(c, round.id)?,
        sheets: BTreeMap::new(),
        set_aside: 0,
        unfinished: 0,
    };
    frozen.draft.earlier_rules = earlier
        .into_iter()
        .map(|rules| EarlierRulesLine {
            version: rules.version,
            sha256: rules.sha256,
            replaced_at: rules.replaced_at.to_rfc3339_opts(SecondsFormat::Micros, true),
        })
        .collect();
    let sheets = store::scorecards::list_times_of_round(c, round.id)?;
    frozen.sheets = sheets.into_iter().map(|sheet| (sheet.assignment_id, sheet)).collect();
    let entries = entries(c, round, &frozen.assignments)?;
    assign(c, round, &entries, &jurors, &mut frozen)?;
    frozen.draft.jurors =
        frozen.jurors.keys().map(|name| JurorLine { juror: name.clone(), commitment: String::new() }).collect();
    for entry in entries.into_values() {
        let category = codes.get(&entry.category_id).cloned().unwrap_or_default();
        let line = EntryLine { entry: entry.reference.clone(), category, commitment: String::new() };
        frozen.draft.entries.push(line);
        frozen.entries.insert(entry.reference.clone(), entry);
    }
    Ok(frozen)
}

/// Every entry of the round that may be judged, and those that no longer may but were assigned.
fn entries(c: &mut Conn, round: &Round, assigned: &[Assignment]) -> AppResult<BTreeMap<EntryId, Entry>> {
    let mut entries: BTreeMap<EntryId, Entry> =
        store::entries::list_of_round(c, round)?.into_iter().map(|entry| (entry.id, entry)).collect();
    let missing: Vec<EntryId> = assigned
        .iter()
        .filter(|a| a.status != AssignmentStatus::Proposed && !entries.contains_key(&a.entry_id))
        .map(|a| a.entry_id)
        .collect();
    for entry in store::entries::list_by_ids(c, &missing)? {
        entries.insert(entry.id, entry);
    }
    Ok(entries)
}

/// Where jurors put entries in an order: sheets whose place the same juror has given to another entry of the
/// category since. That happens where an entry was out of the race when the order was handed in again, and
/// came back: of two that have one place, the last word counts.
fn overtaken(
    assignments: &[Assignment],
    entries: &BTreeMap<EntryId, Entry>,
    sheets: &BTreeMap<AssignmentId, Times>,
    points: impl Fn(&Times) -> Option<i64>,
) -> BTreeSet<AssignmentId> {
    let mut last: BTreeMap<(JurorId, CategoryId, i64), (DateTime<Utc>, AssignmentId)> = BTreeMap::new();
    let mut overtaken = BTreeSet::new();
    for assignment in assignments.iter().filter(|assignment| assignment.status.is_scored()) {
        let (Some(entry), Some(sheet)) = (entries.get(&assignment.entry_id), sheets.get(&assignment.id)) else {
            continue;
        };
        let (Some(at), Some(points)) = (sheet.submitted_at, points(sheet)) else { continue };
        if !entry.is_judgeable() {
            continue;
        }
        let here = (at, assignment.id);
        let place = last.entry((assignment.juror_id, entry.category_id, points)).or_insert(here);
        if *place != here {
            overtaken.insert(here.min(*place).1);
            *place = here.max(*place);
        }
    }
    overtaken
}

/// The assignments and the scorecards.
fn assign(
    c: &mut Conn,
    round: &Round,
    entries: &BTreeMap<EntryId, Entry>,
    jurors: &BTreeMap<JurorId, Juror>,
    frozen: &mut Frozen,
) -> AppResult<()> {
    let mut values = BTreeMap::new();
    for score in store::scorecards::list_scores_of_round(c, round.id)? {
        values.insert((score.scorecard_id, score.criterion_id), score.value.map(i64::from));
    }
    let overtaken = if round.is_ranked() {
        overtaken(&frozen.assignments, entries, &frozen.sheets, |sheet| {
            let mark = frozen.criteria.first().and_then(|criterion| values.get(&(sheet.id, criterion.id)));
            mark.copied().flatten().filter(|points| *points > 0)
        })
    } else {
        BTreeSet::new()
    };
    for assignment in &frozen.assignments {
        let (Some(entry), Some(juror)) = (entries.get(&assignment.entry_id), jurors.get(&assignment.juror_id)) else {
            continue;
        };
        // A sheet that was never handed in is nobody's judgement.
        let is_overtaken = overtaken.contains(&assignment.id);
        let sheet = frozen.sheets.get(&assignment.id).filter(|sheet| sheet.submitted_at.is_some() && !is_overtaken);
        let state = match assignment.status {
            AssignmentStatus::Proposed => continue,
            AssignmentStatus::Recused => AssignmentState::Recused,
            AssignmentStatus::Withdrawn => AssignmentState::Withdrawn,
            _ if !entry.is_judgeable() => AssignmentState::Withdrawn,
            AssignmentStatus::Submitted | AssignmentStatus::Locked if sheet.is_some() => AssignmentState::Submitted,
            _ => AssignmentState::Unscored,
        };
        let is_kept = state != AssignmentState::Unscored;
        match state {
            AssignmentState::Unscored => frozen.unfinished += 1,
            AssignmentState::Recused | AssignmentState::Withdrawn if frozen.sheets.contains_key(&assignment.id) => {
                frozen.set_aside += 1;
            }
            _ => {}
        }
        let (name, reference) = (juror.id.to_string(), entry.reference.clone());
        if let Some(sheet) = sheet.filter(|_| is_kept) {
            let mark = |criterion: &Criterion| values.get(&(sheet.id, criterion.id)).copied().flatten();
            frozen.draft.scorecards.push(ScorecardLine {
                entry: reference.clone(),
                juror: name.clone(),
                marks: frozen.criteria.iter().map(mark).collect(),
            });
        }
        frozen.draft.assignments.push(AssignmentLine { entry: reference, juror: name.clone(), state });
        frozen.jurors.entry(name).or_insert_with(|| juror.clone());
    }
    Ok(())
}
