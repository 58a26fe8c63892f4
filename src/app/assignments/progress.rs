//! How far the jury has come. Counts and times; never a score.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::matrix::round_of;
use crate::app::AppResult;
use crate::domain::edition::Edition;
use crate::domain::entry::Entry;
use crate::domain::ids::{AssignmentId, EntryId, JurorId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::Round;
use crate::domain::scorecard::{Scorecard, typical_minutes};
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
    /// Minutes that a sheet takes, once there are enough to tell.
    pub minutes: Option<i64>,
    /// When all will be in, if the juror goes on as until now; none before the first sheet, or when all are.
    pub expected_at: Option<DateTime<Utc>>,
    /// When the juror was last reminded.
    pub reminded_at: Option<DateTime<Utc>>,
    /// When the juror said that their scores stand.
    pub confirmed_at: Option<DateTime<Utc>>,
}

impl JurorProgress {
    /// How many sheets are not in.
    pub fn remaining(&self) -> usize {
        self.assigned - self.submitted
    }

    /// Whether the juror will not be done in time, going on as until now; or has handed nothing in.
    pub fn is_late(&self, round: &Round) -> bool {
        self.remaining() > 0 && self.expected_at.is_none_or(|at| at > round.closes_at)
    }

    /// Whether a reminder may be sent.
    pub fn may_be_reminded(&self, round: &Round, now: DateTime<Utc>) -> bool {
        round.takes_scores(now)
            && self.juror.status == JurorStatus::Accepted
            && self.remaining() > 0
            && self.reminded_at.is_none_or(|at| at <= now - BETWEEN_REMINDERS)
    }
}

/// When work that began at an instant will be done, at the pace until now.
fn expected(done: usize, left: usize, began_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let (done, left) = (i32::try_from(done).ok()?, i32::try_from(left).ok()?);
    if done == 0 || left == 0 {
        return None;
    }
    now.checked_add_signed((now - began_at).max(TimeDelta::zero()).checked_mul(left)? / done)
}

/// A juror is not reminded more often than this.
pub const BETWEEN_REMINDERS: TimeDelta = TimeDelta::hours(48);

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
    now: DateTime<Utc>,
) -> AppResult<Option<Progress>> {
    let (edition, rounds, round) = round_of(c, actor, slug, position, OrganiserAct::Look)?;
    let Some(round) = round else { return Ok(None) };
    let cards: BTreeMap<AssignmentId, Scorecard> =
        store::scorecards::list_of_round(c, round.id)?.into_iter().map(|card| (card.assignment_id, card)).collect();
    let reminders: BTreeMap<JurorId, DateTime<Utc>> = store::rounds::list_reminders(c, round.id)?.into_iter().collect();
    let confirmed: BTreeMap<JurorId, DateTime<Utc>> =
        store::rounds::list_confirmations(c, round.id)?.into_iter().collect();
    let (mut own, mut began) = (BTreeMap::<JurorId, Vec<&Scorecard>>::new(), BTreeMap::<JurorId, DateTime<Utc>>::new());
    let mut jurors: BTreeMap<JurorId, JurorProgress> = store::jurors::list(c, edition.id)?
        .into_iter()
        .map(|juror| {
            let line = JurorProgress {
                assigned: 0,
                begun: 0,
                submitted: 0,
                recused: 0,
                last_at: None,
                minutes: None,
                expected_at: None,
                confirmed_at: confirmed.get(&juror.id).copied(),
                reminded_at: reminders.get(&juror.id).copied(),
                juror,
            };
            (line.juror.id, line)
        })
        .collect();
    let mut entries: BTreeMap<EntryId, EntryProgress> = store::entries::list_of_round(c, &round)?
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
            let card = cards.get(&assignment.id);
            line.last_at = line.last_at.max(card.map(|card| card.saved_at));
            own.entry(assignment.juror_id).or_default().extend(card);
            let since = assignment.assigned_at.max(round.opens_at);
            began.entry(assignment.juror_id).and_modify(|first| *first = since.min(*first)).or_insert(since);
        }
        if let Some(line) = entries.get_mut(&assignment.entry_id) {
            line.assigned += counts;
            line.submitted += scored;
            line.recused += recused;
            submitted += scored;
            assigned += counts;
        }
    }
    for (juror, line) in &mut jurors {
        line.minutes = typical_minutes(own.get(juror).into_iter().flatten().copied());
        let since = began.get(juror).copied().unwrap_or(now);
        line.expected_at = expected(line.submitted, line.remaining(), since, now);
    }
    let words = searchable(words);
    let has_words = |text: &str| words.split(' ').all(|word| searchable(text).contains(word));
    let mut jurors: Vec<JurorProgress> = jurors
        .into_values()
        .filter(|line| line.juror.status == JurorStatus::Accepted || line.assigned + line.recused > 0)
        .filter(|line| has_words(&line.juror.name))
        .collect();
    jurors.sort_by(|a, b| b.remaining().cmp(&a.remaining()).then_with(|| a.juror.name.cmp(&b.juror.name)));
    let mut entries: Vec<EntryProgress> = entries
        .into_values()
        .filter(|line| has_words(&format!("{} {}", line.entry.title, line.entry.reference)))
        .collect();
    entries.sort_by(|a, b| a.submitted.cmp(&b.submitted).then_with(|| a.entry.reference.cmp(&b.entry.reference)));
    Ok(Some(Progress { edition, rounds, round, jurors, entries, submitted, assigned }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finish_is_expected_at_the_pace_until_now() {
        let (began, now) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + TimeDelta::days(4));
        assert_eq!(expected(0, 10, began, now), None);
        assert_eq!(expected(10, 0, began, now), None);
        assert_eq!(expected(4, 6, began, now), Some(now + TimeDelta::days(6)));
    }
}
