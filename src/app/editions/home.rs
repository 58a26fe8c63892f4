//! What an edition needs from its organisers today.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};

use super::{Opened, criteria, form, open, settings, setup};
use crate::app::{AppResult, erasure};
use crate::domain::assignment::Assignment;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::entry::{EntryStatus, Screening};
use crate::domain::ids::{EntryId, JurorId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::outcome::{AnnouncementStatus, OutcomeKind};
use crate::domain::policy::{Actor, OrganiserAct, role_may};
use crate::domain::round::{self, Round, RoundStatus};
use crate::store::{self, Conn};

/// Something that waits for an organiser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Another organiser ordered the announcement, and this one has to confirm it.
    ConfirmAnnouncement,
    /// Winners are staged, and nothing is announced.
    Announce(usize),
    /// Parts of the set-up are missing without which the edition can't open.
    SetUp(usize),
    /// The opening date has come, and the edition is still a draft.
    Open,
    /// The deadline has passed, and the edition is still open.
    Close,
    /// Submitted entries that nobody has screened.
    Screen(usize),
    /// Mails that failed.
    FailedMails(usize),
    /// Eligible entries with fewer jurors than the round asks.
    Assign(usize),
    /// Jurors who have done less than a third a week before the end.
    RemindJurors(usize),
    /// Invitations without an answer.
    Invitations(usize),
    /// Nobody is invited, and the jury's time comes.
    InviteJury,
    /// The round's time is over, and it is still open.
    CloseRound,
    /// Texts that lack a language.
    Translate(usize),
    /// Entries that applicants were asked to complete.
    Returned(usize),
    /// People who ask to be forgotten.
    Forget(usize),
}

/// How far an edition has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The edition.
    pub opened: Opened,
    /// Its round.
    pub round: Option<Round>,
    /// What waits, the most pressing first, at most seven.
    pub tasks: Vec<Task>,
    /// Entries in the race.
    pub submitted: usize,
    /// Drafts.
    pub drafts: usize,
    /// Entries that may be judged.
    pub eligible: usize,
    /// Jurors who accepted.
    pub jurors: usize,
    /// Scorecards handed in.
    pub scored: usize,
    /// Scorecards asked for.
    pub assigned: usize,
}

/// The most tasks that a day shows.
const MAX_TASKS: usize = 7;

/// How far an edition has come, and what it needs.
pub fn overview(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<Overview> {
    let opened = open(c, actor, slug, OrganiserAct::Look)?;
    let edition = &opened.edition;
    let states = store::entries::count_by_state(c, edition.id)?;
    let count = |wanted: &dyn Fn(EntryStatus, Screening) -> bool| -> usize {
        let sum: i64 = states.iter().filter(|(s, x, _)| wanted(*s, *x)).map(|(_, _, n)| *n).sum();
        usize::try_from(sum).unwrap_or(0)
    };
    let jurors = store::jurors::list(c, edition.id)?;
    let rounds = store::rounds::list(c, edition.id)?;
    let round = round::current(&rounds).cloned();
    let assignments = match &round {
        Some(round) => store::assignments::list_of_round(c, round.id)?,
        None => Vec::new(),
    };
    let visible: Vec<&Assignment> = assignments.iter().filter(|a| a.status.is_visible_to_juror()).collect();
    let mut overview = Overview {
        submitted: count(&|s, _| matches!(s, EntryStatus::Submitted | EntryStatus::Returned)),
        drafts: count(&|s, _| s == EntryStatus::Draft),
        eligible: count(&|s, x| s == EntryStatus::Submitted && x == Screening::Eligible),
        jurors: jurors.iter().filter(|j| j.status == JurorStatus::Accepted).count(),
        scored: visible.iter().filter(|a| a.status.is_scored()).count(),
        assigned: visible.len(),
        tasks: Vec::new(),
        round,
        opened: opened.clone(),
    };
    let mut tasks = of_announcement(c, actor, &opened)?;
    tasks.extend(of_calendar(edition, overview.round.as_ref(), now));
    let mut add = |number: usize, task: fn(usize) -> Task| {
        if number > 0 {
            tasks.push(task(number));
        }
    };
    if edition.status == EditionStatus::Draft {
        add(setup::missing(&setup::parts(c, edition, now)?), Task::SetUp);
    }
    add(usize::try_from(opened.failed_mails).unwrap_or(0), Task::FailedMails);
    add(usize::try_from(opened.to_screen).unwrap_or(0), Task::Screen);
    if let Some(round) = &overview.round {
        add(without_jurors(c, &overview, round, &visible)?, Task::Assign);
        add(behind(round, &visible, now), Task::RemindJurors);
    }
    let is_before_results = !edition.is_announced();
    add(if is_before_results { waiting_invitations(&jurors) } else { 0 }, Task::Invitations);
    add(count(&|s, _| s == EntryStatus::Returned), Task::Returned);
    if role_may(opened.role, OrganiserAct::ManageTeam) {
        let waiting = erasure::list(c, actor, slug)?.iter().filter(|view| view.request.done_at.is_none()).count();
        add(waiting, Task::Forget);
    }
    if matches!(edition.status, EditionStatus::Draft | EditionStatus::Open) {
        add(missing_texts(c, edition)?, Task::Translate);
    }
    if jurors.is_empty() && edition.status.is_before_scoring() {
        tasks.push(Task::InviteJury);
    }
    tasks.truncate(MAX_TASKS);
    overview.tasks = tasks;
    Ok(overview)
}

/// What waits for whoever decides: to confirm what another ordered, or to announce what is staged.
fn of_announcement(c: &mut Conn, actor: &Actor, opened: &Opened) -> AppResult<Vec<Task>> {
    let edition = &opened.edition;
    if edition.status != EditionStatus::Deliberation || !role_may(opened.role, OrganiserAct::Decide) {
        return Ok(Vec::new());
    }
    let task = if let Some(live) = store::announcements::find_live(c, edition.id)? {
        let waits = live.status == AnnouncementStatus::Proposed && live.created_by != actor.user_id;
        waits.then_some(Task::ConfirmAnnouncement)
    } else {
        let outcomes = store::outcomes::list(c, edition.id)?;
        let winners = outcomes.iter().filter(|outcome| outcome.staged == Some(OutcomeKind::Winner)).count();
        (winners > 0).then_some(Task::Announce(winners))
    };
    Ok(task.into_iter().collect())
}

fn of_calendar(edition: &Edition, round: Option<&Round>, now: DateTime<Utc>) -> Vec<Task> {
    let mut tasks = Vec::new();
    if edition.status == EditionStatus::Draft && now >= edition.opens_at {
        tasks.push(Task::Open);
    }
    if edition.status == EditionStatus::Open && now > edition.closes_at {
        tasks.push(Task::Close);
    }
    if round.is_some_and(|r| r.status == RoundStatus::Open && now > r.closes_at) {
        tasks.push(Task::CloseRound);
    }
    tasks
}

/// Eligible entries with fewer jurors than the round asks, from the first assignment on.
fn without_jurors(c: &mut Conn, overview: &Overview, round: &Round, visible: &[&Assignment]) -> AppResult<usize> {
    let status = overview.opened.edition.status;
    if round.status == RoundStatus::Closed || !matches!(status, EditionStatus::Closed | EditionStatus::Judging) {
        return Ok(0);
    }
    let mut jurors_of: BTreeMap<EntryId, i32> = BTreeMap::new();
    for assignment in visible {
        *jurors_of.entry(assignment.entry_id).or_default() += 1;
    }
    let entries = store::entries::list_of_round(c, round)?;
    Ok(entries.iter().filter(|e| jurors_of.get(&e.id).copied().unwrap_or(0) < round.jurors_per_entry).count())
}

/// Jurors who have done less than a third a week before the end.
fn behind(round: &Round, visible: &[&Assignment], now: DateTime<Utc>) -> usize {
    if !round.takes_scores(now) || round.closes_at - now > Duration::days(7) {
        return 0;
    }
    let mut of_juror: BTreeMap<JurorId, (usize, usize)> = BTreeMap::new();
    for assignment in visible {
        let (done, all) = of_juror.entry(assignment.juror_id).or_default();
        *done += usize::from(assignment.status.is_scored());
        *all += 1;
    }
    of_juror.values().filter(|(done, all)| done * 3 < *all).count()
}

fn waiting_invitations(jurors: &[Juror]) -> usize {
    jurors.iter().filter(|j| j.status == JurorStatus::Invited).count()
}

/// How many texts of an edition lack a language, everywhere.
fn missing_texts(c: &mut Conn, edition: &Edition) -> AppResult<usize> {
    let (questions, _) = form::current(c, edition.id)?;
    let categories = store::categories::list(c, edition.id)?;
    let of_categories: usize = categories.iter().map(|c| c.name.missing().len() + c.description.missing().len()).sum();
    let of_round = criteria::setup(c, edition.id, None).map_or(0, |s| criteria::missing_texts(&s));
    Ok(settings::missing_texts(edition) + form::missing_texts(&questions) + of_categories + of_round)
}
