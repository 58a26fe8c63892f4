//! What jurors see of each other once their round is closed: as much as the round says.

use std::collections::BTreeMap;

use crate::app::{AppResult, results, tally};
use crate::domain::edition::Edition;
use crate::domain::ids::{AssignmentId, EntryId, JurorId};
use crate::domain::round::{Round, RoundStatus};
use crate::judging::ranking::decimal::Decimal6;
use crate::store::{self, Conn};

/// What the jury said of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JuryView {
    /// The score of the round's method.
    pub score: Option<Decimal6>,
    /// How many sheets count.
    pub scorecards: u32,
    /// What the other jurors wrote to the applicant, without their names.
    pub comments: Vec<String>,
}

/// What the jury said of the entries that a juror has scored, by assignment. Nothing before the round is
/// closed, nothing that the round keeps to itself, nothing of an entry that the juror has stepped back from.
pub(super) fn jury_views(
    c: &mut Conn,
    edition: &Edition,
    round: &Round,
    juror: JurorId,
) -> AppResult<BTreeMap<AssignmentId, JuryView>> {
    if round.status != RoundStatus::Closed || !(round.shows_scores || round.shows_comments) {
        return Ok(BTreeMap::new());
    }
    let mut assignments = store::assignments::list_of_round(c, round.id)?;
    assignments.retain(|assignment| assignment.status.counts());
    let own: BTreeMap<EntryId, AssignmentId> =
        assignments.iter().filter(|a| a.juror_id == juror).map(|a| (a.entry_id, a.id)).collect();
    let mut views: BTreeMap<AssignmentId, JuryView> = own.values().map(|id| (*id, JuryView::default())).collect();
    if round.shows_scores {
        let count = tally::count(c, edition, round)?;
        for line in &count.results {
            let entry = count.frozen.entries.get(&line.entry).map(|entry| entry.id);
            if let Some(view) = entry.and_then(|id| own.get(&id)).and_then(|id| views.get_mut(id)) {
                view.score = results::number(line.score.as_deref())?;
                view.scorecards = line.scorecards;
            }
        }
    }
    if round.shows_comments {
        let others: BTreeMap<AssignmentId, AssignmentId> = assignments
            .iter()
            .filter(|assignment| assignment.juror_id != juror)
            .filter_map(|assignment| Some((assignment.id, *own.get(&assignment.entry_id)?)))
            .collect();
        for sheet in store::scorecards::list_of_round(c, round.id)? {
            let view = others.get(&sheet.assignment_id).and_then(|id| views.get_mut(id));
            if let Some(view) = view.filter(|_| !sheet.comment.is_empty()) {
                view.comments.push(sheet.comment);
            }
        }
    }
    // In an order that tells nothing of who wrote which.
    for view in views.values_mut() {
        view.comments.sort();
    }
    Ok(views)
}
