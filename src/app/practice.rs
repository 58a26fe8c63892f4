//! Practice entries: organisers make them up, the jury scores them, and everybody sees how the marks lie.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::audit::{self, Event};
use super::editions::texts::{DOCUMENT_LIMIT, NAME_LIMIT, Reader};
use super::{AppError, AppResult, FieldProblem, jury};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::ids::{EditionId, JurorId, PracticeId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::language::Localised;
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::practice::{ENOUGH_SHEETS, MAX_PRACTICES, Practice, PracticeSheet, Spread};
use crate::domain::round::{self, Criterion, Round, RoundStatus};
use crate::domain::scorecard::parse_score;
use crate::store::{self, Conn};

/// A practice entry as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PracticeText {
    /// Its title.
    pub title: Localised,
    /// What there is to read.
    pub text: Localised,
    /// The version that the form was made from.
    pub version: String,
}

/// How the marks on one criterion lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadLine {
    /// The criterion.
    pub criterion: Criterion,
    /// The marks of all; none while too few have scored.
    pub spread: Option<Spread>,
    /// The reader's own mark.
    pub own: Option<i32>,
}

/// A practice entry as organisers see it.
#[derive(Debug, Clone)]
pub struct PracticeView {
    /// The practice entry.
    pub practice: Practice,
    /// How many jurors have scored it.
    pub sheets: usize,
    /// How their marks lie.
    pub lines: Vec<SpreadLine>,
}

/// The practice entries of a round, for its organisers.
#[derive(Debug, Clone)]
pub struct PracticeDesk {
    /// The round.
    pub round: Round,
    /// Every practice entry.
    pub practices: Vec<PracticeView>,
    /// How many jurors there are.
    pub jurors: usize,
}

impl PracticeDesk {
    /// Whether another may be written.
    pub fn has_room(&self) -> bool {
        self.practices.len() < MAX_PRACTICES && !self.round.is_ranked() && self.round.status != RoundStatus::Closed
    }
}

/// The round that is practised for: the one at work.
fn round_of(c: &mut Conn, edition: EditionId) -> AppResult<Round> {
    round::current(&store::rounds::list(c, edition)?).cloned().ok_or(AppError::NotFound)
}

/// The practice entries of the round at work, for whoever may look at the edition.
pub fn desk(c: &mut Conn, edition: EditionId) -> AppResult<PracticeDesk> {
    let round = round_of(c, edition)?;
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let mut practices = Vec::new();
    for practice in store::practices::list(c, round.id)? {
        let sheets = store::practices::list_sheets(c, practice.id)?;
        let lines = lines(&round, &criteria, &sheets, None, 1);
        practices.push(PracticeView { practice, sheets: sheets.len(), lines });
    }
    let jurors = store::jurors::list(c, edition)?;
    let jurors = jurors.iter().filter(|juror| juror.status == JurorStatus::Accepted).count();
    Ok(PracticeDesk { round, practices, jurors })
}

/// How the marks lie, criterion by criterion; nothing of fewer sheets than `enough`.
fn lines(
    round: &Round,
    criteria: &[Criterion],
    sheets: &[PracticeSheet],
    own: Option<&PracticeSheet>,
    enough: usize,
) -> Vec<SpreadLine> {
    let shown = if sheets.len() >= enough { sheets } else { &[] };
    let line = |criterion: &Criterion| SpreadLine {
        spread: Spread::of(
            shown.iter().filter_map(|sheet| sheet.marks.get(&criterion.key).copied()),
            round.scale_min,
            round.scale_max,
        ),
        own: own.and_then(|sheet| sheet.marks.get(&criterion.key).copied()),
        criterion: criterion.clone(),
    };
    criteria.iter().map(line).collect()
}

/// A practice entry and its edition, for an organiser who may change it.
fn load(c: &mut Conn, actor: &Actor, slug: &str, id: PracticeId) -> AppResult<(Edition, Practice)> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Run)?;
    let practice = store::practices::get(c, id)?;
    let round = store::rounds::get(c, practice.round_id)?;
    if round.edition_id != edition.id {
        return Err(AppError::NotFound);
    }
    if round.status == RoundStatus::Closed {
        return Err(AppError::refused("round-refused-closed"));
    }
    Ok((edition, practice))
}

fn read(typed: &PracticeText) -> AppResult<(Localised, Localised)> {
    let mut reader = Reader::default();
    let title = reader.line("title", &typed.title, NAME_LIMIT, true);
    let text = reader.paragraphs("text", &typed.text, DOCUMENT_LIMIT);
    if text.is_empty() {
        reader.problems.push(FieldProblem::new("text_fr", "problem-empty"));
    }
    reader.finish((title, text))
}

/// Writes a practice entry for the round at work.
pub fn add(c: &mut Conn, actor: &Actor, slug: &str, typed: &PracticeText, now: DateTime<Utc>) -> AppResult<PracticeId> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Run)?;
    let round = round_of(c, edition.id)?;
    if round.status == RoundStatus::Closed {
        return Err(AppError::refused("round-refused-closed"));
    }
    if round.is_ranked() {
        return Err(AppError::refused("practice-refused-ranked"));
    }
    if store::practices::list(c, round.id)?.len() >= MAX_PRACTICES {
        return Err(AppError::refused("practice-refused-enough"));
    }
    let (title, text) = read(typed)?;
    let practice = Practice { id: PracticeId::new(), round_id: round.id, title, text, version: 1 };
    store::practices::insert(c, practice.clone())?;
    note(c, actor, &edition, practice.id, "practice.added", now)?;
    Ok(practice.id)
}

/// Changes a practice entry that nobody has scored.
pub fn edit(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: PracticeId,
    typed: &PracticeText,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (edition, practice) = load(c, actor, slug, id)?;
    let (title, text) = read(typed)?;
    if (&title, &text) == (&practice.title, &practice.text) {
        return Ok(());
    }
    if !store::practices::list_sheets(c, id)?.is_empty() {
        return Err(AppError::refused("practice-refused-scored"));
    }
    if typed.version != practice.version.to_string() {
        return Err(AppError::Stale);
    }
    store::practices::update(c, Practice { title, text, ..practice })?;
    note(c, actor, &edition, id, "practice.changed", now)
}

/// Takes a practice entry away, with what jurors gave it.
pub fn remove(c: &mut Conn, actor: &Actor, slug: &str, id: PracticeId, now: DateTime<Utc>) -> AppResult<()> {
    let (edition, _) = load(c, actor, slug, id)?;
    store::practices::delete(c, id)?;
    note(c, actor, &edition, id, "practice.removed", now)
}

fn note(
    c: &mut Conn,
    actor: &Actor,
    edition: &Edition,
    id: PracticeId,
    action: &'static str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let event = Event::new(action, "practice", id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// A juror's practice entries, and which of them are scored.
#[derive(Debug, Clone)]
pub struct JurorPractices {
    /// The edition.
    pub edition: Edition,
    /// Each with whether the juror has scored it.
    pub practices: Vec<(Practice, bool)>,
    /// Whether they can still be scored.
    pub is_open: bool,
}

/// The practice entries of the round at work, for a juror.
pub fn of_juror(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<JurorPractices> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let round = round_of(c, edition.id)?;
    let practices = mine(c, &juror, &round)?;
    Ok(JurorPractices { edition, practices, is_open: round.status != RoundStatus::Closed })
}

fn mine(c: &mut Conn, juror: &Juror, round: &Round) -> AppResult<Vec<(Practice, bool)>> {
    let mut practices = Vec::new();
    if !round.is_ranked() {
        for practice in store::practices::list(c, round.id)? {
            let is_scored = store::practices::find_sheet(c, practice.id, juror.id)?.is_some();
            practices.push((practice, is_scored));
        }
    }
    Ok(practices)
}

/// How many practice entries wait for a juror.
pub fn waiting(c: &mut Conn, edition: EditionId, juror: &Juror) -> AppResult<usize> {
    let round = round_of(c, edition)?;
    if round.status == RoundStatus::Closed {
        return Ok(0);
    }
    Ok(mine(c, juror, &round)?.iter().filter(|(_, is_scored)| !is_scored).count())
}

/// A practice entry, for a juror.
#[derive(Debug, Clone)]
pub struct JurorPractice {
    /// The edition.
    pub edition: Edition,
    /// The juror.
    pub juror: JurorId,
    /// The round.
    pub round: Round,
    /// The practice entry.
    pub practice: Practice,
    /// How the jury's marks lie beside the juror's own: nothing of others before the juror's own are in, and
    /// nothing while too few are.
    pub lines: Vec<SpreadLine>,
    /// When the juror handed theirs in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The next one that the juror has not scored.
    pub next: Option<PracticeId>,
}

impl JurorPractice {
    /// Whether enough jurors have scored it for the marks to be shown.
    pub fn is_shown(&self) -> bool {
        self.lines.iter().any(|line| line.spread.is_some())
    }

    /// Whether the juror may score it.
    pub fn takes_scores(&self) -> bool {
        self.submitted_at.is_none() && self.round.status != RoundStatus::Closed
    }
}

/// A practice entry of the round at work, for a juror.
pub fn for_juror(c: &mut Conn, actor: &Actor, slug: &str, id: PracticeId) -> AppResult<JurorPractice> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let round = round_of(c, edition.id)?;
    let mine = mine(c, &juror, &round)?;
    let practice = mine.iter().find(|(practice, _)| practice.id == id).ok_or(AppError::NotFound)?.0.clone();
    let criteria = store::rounds::list_criteria(c, round.id)?;
    let own = store::practices::find_sheet(c, id, juror.id)?;
    let sheets = if own.is_some() { store::practices::list_sheets(c, id)? } else { Vec::new() };
    Ok(JurorPractice {
        lines: lines(&round, &criteria, &sheets, own.as_ref(), ENOUGH_SHEETS),
        submitted_at: own.map(|sheet| sheet.submitted_at),
        next: mine.iter().find(|(other, is_scored)| !is_scored && other.id != id).map(|(other, _)| other.id),
        edition,
        juror: juror.id,
        round,
        practice,
    })
}

/// Hands in what a juror gave a practice entry: a score for each criterion, by its key, as typed. Once.
pub fn submit(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: PracticeId,
    typed: &BTreeMap<String, String>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let found = for_juror(c, actor, slug, id)?;
    if found.submitted_at.is_some() {
        // Sent twice it is one; what was seen of others changes nothing of one's own.
        return Ok(());
    }
    if !found.takes_scores() {
        return Err(AppError::refused("scoring-refused-closed"));
    }
    let (mut marks, mut problems) = (BTreeMap::new(), Vec::new());
    for line in &found.lines {
        let key = &line.criterion.key;
        match typed.get(key).and_then(|text| parse_score(text)).filter(|score| found.round.is_on_scale(*score)) {
            Some(score) => {
                marks.insert(key.clone(), score);
            }
            None => problems.push(FieldProblem::new(key, "scoring-problem-missing")),
        }
    }
    if !problems.is_empty() {
        return Err(AppError::Invalid(problems));
    }
    let sheet = PracticeSheet { practice_id: id, juror_id: found.juror, marks, submitted_at: now };
    store::practices::insert_sheet(c, sheet)?;
    note(c, actor, &found.edition, id, "practice.scored", now)
}
