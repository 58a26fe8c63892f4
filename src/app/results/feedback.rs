//! What an applicant learns once winners are announced, if the edition allows: the means of their entry
//! beside the medians of its category, and the comments that organisers pass on.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::ranking::number;
use crate::app::audit::{self, Event};
use crate::app::entries::{self, EntryView};
use crate::app::{AppError, AppResult, editions, tally};
use crate::domain::assignment::AssignmentStatus;
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, Feedback};
use crate::domain::entry::Entry;
use crate::domain::ids::{AssignmentId, EntryId};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::round::{Criterion, Round, RoundStatus};
use crate::judging::ranking::decimal::Decimal6;
use crate::store::{self, Conn};

/// A criterion of an entry beside its category.
#[derive(Debug, Clone)]
pub struct CriterionFeedback {
    /// The criterion.
    pub criterion: Criterion,
    /// The mean of the entry, in points.
    pub own: Option<Decimal6>,
    /// The median of the means in its category.
    pub median: Option<Decimal6>,
}

/// What an applicant learns.
#[derive(Debug, Clone)]
pub struct EntryFeedback {
    /// The entry.
    pub view: EntryView,
    /// The round, for its scale.
    pub round: Round,
    /// Scorecards that count.
    pub scorecards: u32,
    /// Criterion by criterion, in the order of the round.
    pub criteria: Vec<CriterionFeedback>,
    /// The comments, without a word of who wrote them.
    pub comments: Vec<String>,
}

/// The feedback on one's own entry. While there is none for anybody: not found, like a page that does not
/// exist.
pub fn feedback(c: &mut Conn, actor: &Actor, id: EntryId) -> AppResult<EntryFeedback> {
    let view = entries::view(c, actor, id)?;
    let edition = view.edition.clone();
    if !edition.is_announced() || edition.feedback == Feedback::None || !view.entry.is_judgeable() {
        return Err(AppError::NotFound);
    }
    let round = closed_round(c, &edition)?.ok_or(AppError::NotFound)?;
    let count = tally::count(c, &edition, &round)?;
    let line = count.results.iter().find(|line| line.entry == view.entry.reference).ok_or(AppError::NotFound)?;
    let category = |reference: &str| count.frozen.entries.get(reference).map(|entry| entry.category_id);
    let others = count.results.iter().filter(|other| category(&other.entry) == Some(view.entry.category_id));
    let others: Vec<_> = others.collect();
    let mut criteria = Vec::new();
    for (at, criterion) in count.frozen.criteria.iter().enumerate() {
        let mean = |texts: &[Option<String>]| number(texts.get(at).and_then(Option::as_deref));
        let mut means = Vec::new();
        for other in &others {
            means.extend(mean(&other.criteria)?);
        }
        criteria.push(CriterionFeedback {
            criterion: criterion.clone(),
            own: mean(&line.criteria)?,
            median: median(means),
        });
    }
    let comments =
        if edition.feedback == Feedback::Comments { comments_of(c, &round, &view.entry)? } else { Vec::new() };
    Ok(EntryFeedback { scorecards: line.scorecards, criteria, comments, round, view })
}

/// The middle of some values; of an even number the mean of the two in the middle.
fn median(mut values: Vec<Decimal6>) -> Option<Decimal6> {
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => values.get(middle).copied(),
        _ => Some(Decimal6::from_micros(i64::midpoint(values[middle - 1].micros(), values[middle].micros()))),
    }
}

fn closed_round(c: &mut Conn, edition: &Edition) -> AppResult<Option<Round>> {
    Ok(store::rounds::list(c, edition.id)?.pop().filter(|round| round.status == RoundStatus::Closed))
}

/// The comments on an entry that are passed on, in an order that says nothing of their authors.
fn comments_of(c: &mut Conn, round: &Round, entry: &Entry) -> AppResult<Vec<String>> {
    let written = written(c, round)?.into_iter().filter(|line| line.entry == entry.id && !line.is_held);
    let mut comments: Vec<String> = written.map(|line| line.comment).collect();
    comments.sort();
    Ok(comments)
}

struct Written {
    assignment: AssignmentId,
    entry: EntryId,
    comment: String,
    is_held: bool,
}

/// Every comment of a round that was handed in.
fn written(c: &mut Conn, round: &Round) -> AppResult<Vec<Written>> {
    let sheets = store::scorecards::list_of_round(c, round.id)?;
    let mut written = Vec::new();
    for assignment in store::assignments::list_of_round(c, round.id)? {
        if !matches!(assignment.status, AssignmentStatus::Submitted | AssignmentStatus::Locked) {
            continue;
        }
        let sheet = sheets.iter().find(|sheet| sheet.assignment_id == assignment.id);
        if let Some(sheet) = sheet.filter(|sheet| !sheet.comment.trim().is_empty()) {
            written.push(Written {
                assignment: assignment.id,
                entry: assignment.entry_id,
                comment: sheet.comment.clone(),
                is_held: sheet.comment_held,
            });
        }
    }
    Ok(written)
}

/// A comment as organisers read it before it is passed on.
#[derive(Debug, Clone)]
pub struct CommentLine {
    /// The assignment it belongs to.
    pub assignment: AssignmentId,
    /// The entry.
    pub entry: Entry,
    /// What the juror wrote for the applicant.
    pub comment: String,
    /// It is not passed on.
    pub is_held: bool,
}

/// The comments of an edition's last round, by entry.
pub fn comments(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Vec<CommentLine>> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    let round = closed_round(c, &edition)?.ok_or(AppError::refused("results-refused-open"))?;
    let written = written(c, &round)?;
    let ids: Vec<EntryId> = written.iter().map(|line| line.entry).collect();
    let mut lines = Vec::new();
    for entry in store::entries::list_by_ids(c, &ids)? {
        for line in written.iter().filter(|line| line.entry == entry.id) {
            let (assignment, comment) = (line.assignment, line.comment.clone());
            lines.push(CommentLine { assignment, entry: entry.clone(), comment, is_held: line.is_held });
        }
    }
    Ok(lines)
}

/// Holds a comment back, or passes it on again.
pub fn hold(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: AssignmentId,
    is_held: bool,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Decide)?.edition;
    let round = closed_round(c, &edition)?.ok_or(AppError::refused("results-refused-open"))?;
    let assignment = store::assignments::get(c, id)?;
    if assignment.round_id != round.id {
        return Err(AppError::NotFound);
    }
    let mut sheet = store::scorecards::find(c, id)?.ok_or(AppError::NotFound)?;
    if sheet.comment_held == is_held {
        return Ok(());
    }
    sheet.comment_held = is_held;
    store::scorecards::update(c, sheet)?;
    let action = if is_held { "comment.held" } else { "comment.released" };
    let event = Event::new(action, "assignment", id).edition(edition.id).after(json!({ "entry": assignment.entry_id }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_two() {
        let of =
            |values: &[i64]| median(values.iter().map(|v| Decimal6::from_micros(*v)).collect()).map(Decimal6::micros);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[3, 1, 2]), Some(2));
        assert_eq!(of(&[4, 1, 2, 3]), Some(2));
    }
}
