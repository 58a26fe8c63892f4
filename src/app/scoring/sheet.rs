//! Writing on a scorecard.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::history::{self, Keep};
use super::{Desk, check_takes_scores, open};
use crate::app::audit::{self, Event};
use crate::app::jury;
use crate::app::problems::text_problem;
use crate::app::{AppError, AppResult, FieldProblem};
use crate::domain::assignment::{AssignmentAct, AssignmentStatus};
use crate::domain::audit::AuditActor;
use crate::domain::ids::{AssignmentId, ScorecardId};
use crate::domain::policy::Actor;
use crate::domain::round::Criterion;
use crate::domain::scorecard::{COMMENT_LIMIT, Mark, Score, Scorecard, parse_score};
use crate::domain::text;
use crate::store::{self, Conn};

/// What stands for "I can't judge this criterion" among typed scores.
pub const CANNOT: &str = "cannot";

/// How a mark is typed.
pub fn written(mark: Mark) -> String {
    match mark {
        Mark::Blank => String::new(),
        Mark::Cannot => CANNOT.to_owned(),
        Mark::Score(score) => score.to_string(),
    }
}

/// A sheet as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The version that the juror saw; 0 before the first save.
    pub version: i32,
    /// By the word of a criterion: digits, [`CANNOT`], or empty.
    pub marks: BTreeMap<String, String>,
    /// To the applicant.
    pub comment: String,
    /// To the jury.
    pub note: String,
}

/// A sheet as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its version; 0 before the first save.
    pub version: i32,
    /// A mark for each criterion, in their order.
    pub marks: Vec<Mark>,
    /// To the applicant.
    pub comment: String,
    /// To the jury.
    pub note: String,
    /// Put off for later.
    pub is_passed: bool,
    /// When it was last saved.
    pub saved_at: Option<DateTime<Utc>>,
}

/// A draft that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The sheet as it is now.
    pub sheet: Stored,
    /// The zone in which the edition tells the time.
    pub zone: Tz,
}

/// What became of a sheet that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// It is in.
    In,
    /// Its words are kept; the entry still needs its place in the juror's order.
    ToOrder,
    /// It is kept as a draft: these criteria lack a score. Each problem's field is the criterion's word.
    Incomplete(Vec<FieldProblem>),
}

impl Stored {
    /// The sheet of an assignment.
    pub(super) fn load(c: &mut Conn, id: AssignmentId, criteria: &[Criterion]) -> AppResult<(Self, Option<Scorecard>)> {
        let card = store::scorecards::find(c, id)?;
        let scores = match &card {
            Some(card) => store::scorecards::list_scores(c, card.id)?,
            None => Vec::new(),
        };
        let stored = Self {
            version: card.as_ref().map_or(0, |card| card.version),
            marks: marks_of(criteria, &scores),
            comment: card.as_ref().map_or_else(String::new, |card| card.comment.clone()),
            note: card.as_ref().map_or_else(String::new, |card| card.note.clone()),
            is_passed: card.as_ref().is_some_and(|card| card.is_passed),
            saved_at: card.as_ref().map(|card| card.saved_at),
        };
        Ok((stored, card))
    }

    /// Whether a sheet written over this one would lose anything: another score, other words. A
    /// juror who types faster than the network answers loses nothing, and is not bothered.
    fn would_lose_to(&self, typed: &Read) -> bool {
        let other_mark = self.marks.iter().zip(&typed.marks).any(|(kept, new)| *kept != Mark::Blank && kept != new);
        other_mark || !typed.comment.starts_with(&self.comment) || !typed.note.starts_with(&self.note)
    }
}

pub(super) fn marks_of(criteria: &[Criterion], scores: &[Score]) -> Vec<Mark> {
    criteria.iter().map(|criterion| Mark::of(scores.iter().find(|s| s.criterion_id == criterion.id))).collect()
}

/// A sheet that was typed, read.
struct Read {
    marks: Vec<Mark>,
    comment: String,
    note: String,
}

/// Reads a typed sheet, or says everything that is wrong with it.
fn read(desk: &Desk, criteria: &[Criterion], sheet: &Sheet) -> AppResult<Read> {
    let round = &desk.round;
    let mut problems = Vec::new();
    let mut marks = Vec::new();
    for criterion in criteria {
        let typed = sheet.marks.get(&criterion.key).map_or("", String::as_str);
        marks.push(match typed {
            "" => Mark::Blank,
            CANNOT => Mark::Cannot,
            typed => {
                if let Some(score) = parse_score(typed).filter(|score| round.is_on_scale(*score)) {
                    Mark::Score(score)
                } else {
                    let problem = FieldProblem::new(&criterion.key, "scoring-problem-scale");
                    problems.push(problem.arg("min", round.scale_min).arg("max", round.scale_max));
                    Mark::Blank
                }
            }
        });
    }
    let mut words = |field: &str, typed: &str| {
        text::paragraphs(typed, COMMENT_LIMIT)
            .map_err(|error| problems.push(text_problem(field, error)))
            .unwrap_or_default()
    };
    let (comment, note) = (words("comment", &sheet.comment), words("note", &sheet.note));
    if problems.is_empty() { Ok(Read { marks, comment, note }) } else { Err(AppError::Invalid(problems)) }
}

/// Saves a draft. [`AppError::Stale`] when another tab saved something that this would lose.
pub fn save(c: &mut Conn, actor: &Actor, id: AssignmentId, sheet: &Sheet, now: DateTime<Utc>) -> AppResult<Saved> {
    let desk = open(c, actor, id)?;
    check_takes_scores(&desk.round, now)?;
    let sheet = &with_place(c, &desk, sheet)?;
    Ok(Saved { sheet: write(c, &desk, sheet, false, Keep::WithLast, now)?, zone: desk.edition.zone() })
}

/// Saves a draft and puts the entry off for later.
pub fn pass(c: &mut Conn, actor: &Actor, id: AssignmentId, sheet: &Sheet, now: DateTime<Utc>) -> AppResult<Stored> {
    let desk = open(c, actor, id)?;
    check_takes_scores(&desk.round, now)?;
    let sheet = &with_place(c, &desk, sheet)?;
    write(c, &desk, sheet, true, Keep::WithLast, now)
}

/// Hands a sheet in. An incomplete one is kept as a draft.
pub fn submit(c: &mut Conn, actor: &Actor, id: AssignmentId, sheet: &Sheet, now: DateTime<Utc>) -> AppResult<Handed> {
    let (mut desk, mut version) = (open(c, actor, id)?, sheet.version);
    check_takes_scores(&desk.round, now)?;
    let criteria = store::rounds::list_criteria(c, desk.round.id)?;
    let sheet = &with_place(c, &desk, sheet)?;
    if desk.assignment.status == AssignmentStatus::Submitted {
        // The same sheet sent twice is one sheet.
        let (stored, _) = Stored::load(c, id, &criteria)?;
        let typed = read(&desk, &criteria, sheet)?;
        let is_same = stored.marks == typed.marks && stored.comment == typed.comment && stored.note == typed.note;
        if is_same {
            return Ok(Handed::In);
        }
        // Whoever has seen what was handed in may replace it; anybody else is shown both.
        if sheet.version != stored.version {
            return Err(AppError::Stale);
        }
        reopen(c, actor, id, now)?;
        desk = open(c, actor, id)?;
        version = Stored::load(c, id, &criteria)?.0.version;
    }
    let sheet = &Sheet { version, ..Sheet::clone(sheet) };
    let stored = write(c, &desk, sheet, false, Keep::WithLast, now)?;
    if desk.round.is_ranked() && stored.marks.contains(&Mark::Blank) {
        return Ok(Handed::ToOrder);
    }
    let mut problems: Vec<FieldProblem> = criteria
        .iter()
        .zip(&stored.marks)
        .filter(|(_, mark)| **mark == Mark::Blank)
        .map(|(criterion, _)| FieldProblem::new(&criterion.key, "scoring-problem-missing"))
        .collect();
    if problems.is_empty() && stored.marks.iter().all(|mark| *mark == Mark::Cannot) {
        let first = criteria.first().map_or("", |criterion| criterion.key.as_str());
        problems.push(FieldProblem::new(first, "scoring-problem-nothing-judged"));
    }
    if !problems.is_empty() {
        return Ok(Handed::Incomplete(problems));
    }
    hand_in(c, actor, &desk, now)?;
    Ok(Handed::In)
}

/// Where jurors put entries in an order, a sheet keeps the place that the order gave it: its own page has
/// only words.
fn with_place<'a>(c: &mut Conn, desk: &Desk, sheet: &'a Sheet) -> AppResult<Cow<'a, Sheet>> {
    if !desk.round.is_ranked() {
        return Ok(Cow::Borrowed(sheet));
    }
    let criteria = store::rounds::list_criteria(c, desk.round.id)?;
    let (stored, _) = Stored::load(c, desk.assignment.id, &criteria)?;
    let marks = criteria.iter().zip(&stored.marks).map(|(criterion, mark)| (criterion.key.clone(), written(*mark)));
    Ok(Cow::Owned(Sheet { marks: marks.collect(), ..sheet.clone() }))
}

/// Hands in a sheet that was just written.
pub(super) fn hand_in(c: &mut Conn, actor: &Actor, desk: &Desk, now: DateTime<Utc>) -> AppResult<()> {
    let id = desk.assignment.id;
    let from = AssignmentStatus::Drafting;
    let to = from.after(AssignmentAct::Submit).ok_or(AppError::Stale)?;
    store::assignments::move_to(c, id, from, to, None, now)?;
    let card = store::scorecards::find(c, id)?.ok_or(AppError::Stale)?;
    store::scorecards::update(c, Scorecard { submitted_at: Some(now), is_passed: false, ..card })?;
    // Who handed in what, and when; the scores themselves are sealed with the round.
    let event = Event::new("scorecard.submitted", "assignment", id).edition(desk.edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Takes a sheet back to change it, while the round is open.
pub fn reopen(c: &mut Conn, actor: &Actor, id: AssignmentId, now: DateTime<Utc>) -> AppResult<()> {
    let desk = open(c, actor, id)?;
    check_takes_scores(&desk.round, now)?;
    let from = desk.assignment.status;
    if from != AssignmentStatus::Submitted {
        return Ok(());
    }
    if store::rounds::find_confirmation(c, desk.round.id, desk.juror.id)?.is_some() {
        return Err(AppError::refused("scoring-refused-confirmed"));
    }
    take_back(c, id, now)?;
    let event = Event::new("scorecard.reopened", "assignment", id).edition(desk.edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Makes a sheet that is in a draft again.
pub(super) fn take_back(c: &mut Conn, id: AssignmentId, now: DateTime<Utc>) -> AppResult<()> {
    let from = AssignmentStatus::Submitted;
    let to = from.after(AssignmentAct::Reopen).ok_or(AppError::Stale)?;
    store::assignments::move_to(c, id, from, to, None, now)?;
    let card = store::scorecards::find(c, id)?.ok_or(AppError::Stale)?;
    store::scorecards::update(c, Scorecard { submitted_at: None, ..card })?;
    Ok(())
}

/// Steps back from an entry, and from every other of the same organisation: the tie is noted, the
/// sheet is set aside.
pub fn recuse(c: &mut Conn, actor: &Actor, id: AssignmentId, reason: &str, now: DateTime<Utc>) -> AppResult<()> {
    let desk = open(c, actor, id)?;
    if desk.assignment.status.after(AssignmentAct::Recuse).is_none() {
        return Err(AppError::refused("scoring-refused-closed"));
    }
    jury::step_back(c, &desk.juror, desk.entry.organisation_id, reason, actor.user_id, now)
}

/// Saves a draft that was brought back from the history: a revision of its own.
pub(super) fn save_apart(
    c: &mut Conn,
    actor: &Actor,
    id: AssignmentId,
    sheet: &Sheet,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let desk = open(c, actor, id)?;
    check_takes_scores(&desk.round, now)?;
    write(c, &desk, sheet, false, Keep::Apart, now)?;
    Ok(())
}

pub(super) fn write(
    c: &mut Conn,
    desk: &Desk,
    sheet: &Sheet,
    is_passed: bool,
    kept: Keep,
    now: DateTime<Utc>,
) -> AppResult<Stored> {
    let id = desk.assignment.id;
    let from = desk.assignment.status;
    let Some(to) = from.after(AssignmentAct::SaveDraft) else {
        return Err(AppError::refused("scoring-refused-submitted"));
    };
    let criteria = store::rounds::list_criteria(c, desk.round.id)?;
    let typed = read(desk, &criteria, sheet)?;
    let (stored, card) = Stored::load(c, id, &criteria)?;
    if stored.version != sheet.version && stored.would_lose_to(&typed) {
        return Err(AppError::Stale);
    }
    let card = if let Some(card) = card {
        let (comment, note) = (typed.comment.clone(), typed.note.clone());
        let written = Scorecard { comment, note, is_passed, saved_at: now, submitted_at: None, ..card };
        store::scorecards::update(c, written.clone())?;
        Scorecard { version: written.version + 1, ..written }
    } else {
        let card = Scorecard {
            id: ScorecardId::new(),
            assignment_id: id,
            comment: typed.comment.clone(),
            note: typed.note.clone(),
            is_passed,
            version: 1,
            started_at: now,
            saved_at: now,
            submitted_at: None,
            comment_held: false,
        };
        store::scorecards::insert(c, card.clone())?;
        card
    };
    for ((criterion, mark), before) in criteria.iter().zip(&typed.marks).zip(&stored.marks) {
        match mark {
            _ if mark == before => {}
            Mark::Blank => store::scorecards::clear_score(c, card.id, criterion.id)?,
            Mark::Cannot | Mark::Score(_) => {
                let score = Score { scorecard_id: card.id, criterion_id: criterion.id, value: mark.hundredths() };
                store::scorecards::set_score(c, score)?;
            }
        }
    }
    if from == AssignmentStatus::Assigned {
        store::assignments::move_to(c, id, from, to, None, now)?;
    }
    let stored = Stored {
        version: card.version,
        marks: typed.marks,
        comment: typed.comment,
        note: typed.note,
        is_passed,
        saved_at: Some(now),
    };
    history::keep(c, card.id, &criteria, &stored, kept, now)?;
    Ok(stored)
}
