//! A juror's own scores side by side: their order, their ties, and the word that they stand.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::after::{JuryView, jury_views};
use super::queue::{QueueState, queue};
use super::sheet::Stored;
use super::{check_takes_scores, read};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult, jury};
use crate::domain::audit::AuditActor;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::ids::{AssignmentId, CategoryId};
use crate::domain::juror::Juror;
use crate::domain::policy::Actor;
use crate::domain::round::{Criterion, Round};
use crate::domain::scorecard::Mark;
use crate::store::{self, Conn};

/// An entry in the juror's own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLine {
    /// The assignment.
    pub id: AssignmentId,
    /// The entry's reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: CategoryId,
    /// A mark for each criterion, in their order.
    pub marks: Vec<Mark>,
    /// The juror's own total in hundredths.
    pub total: i32,
    /// Its place within its category, from 1; equal totals share one.
    pub place: usize,
    /// Another entry of the category has the same total.
    pub is_tied: bool,
    /// To the applicant.
    pub comment: String,
    /// To the jury.
    pub note: String,
    /// What the jury said, once the round is closed and where it shows that.
    pub jury: Option<JuryView>,
}

/// A juror's own scores in a round.
#[derive(Debug, Clone)]
pub struct Review {
    /// The edition.
    pub edition: Edition,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The round.
    pub round: Round,
    /// The juror.
    pub juror: Juror,
    /// The criteria, in order.
    pub criteria: Vec<Criterion>,
    /// Sheets that are in, by category and place.
    pub lines: Vec<ReviewLine>,
    /// How many sheets are not in.
    pub remaining: usize,
    /// When the juror said that the scores stand.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether scores are taken at this instant.
    pub takes_scores: bool,
}

/// A juror's own scores; none while nothing is assigned.
pub fn review(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<Option<Review>> {
    let (edition, juror) = jury::judged(c, actor, slug)?;
    let Some(queue) = queue(c, &edition, &juror, None)? else { return Ok(None) };
    let criteria = store::rounds::list_criteria(c, queue.round.id)?;
    let categories = store::categories::list(c, edition.id)?;
    let mut views = jury_views(c, &edition, &queue.round, juror.id)?;
    let mut lines = Vec::new();
    for item in queue.items.iter().filter(|item| item.state == QueueState::Submitted) {
        let (sheet, _) = Stored::load(c, item.id, &criteria)?;
        lines.push(ReviewLine {
            id: item.id,
            reference: item.reference.clone(),
            title: item.title.clone(),
            category: item.category,
            marks: sheet.marks,
            total: item.total.unwrap_or(0),
            place: 0,
            is_tied: false,
            comment: sheet.comment,
            note: sheet.note,
            jury: views.remove(&item.id),
        });
    }
    place(&mut lines, &categories, &queue.round);
    Ok(Some(Review {
        confirmed_at: store::rounds::find_confirmation(c, queue.round.id, juror.id)?,
        takes_scores: queue.round.takes_scores(now),
        remaining: queue.remaining(),
        round: queue.round,
        edition,
        categories,
        juror,
        criteria,
        lines,
    }))
}

/// Orders the lines by category and total, and gives each its place. Where jurors put entries in an order,
/// those without a place are equal on purpose: no tie to look at.
fn place(lines: &mut [ReviewLine], categories: &[Category], round: &Round) {
    let at: BTreeMap<CategoryId, usize> = categories.iter().enumerate().map(|(at, x)| (x.id, at)).collect();
    lines.sort_by(|a, b| {
        let key = |line: &ReviewLine| (at.get(&line.category).copied(), std::cmp::Reverse(line.total));
        key(a).cmp(&key(b)).then_with(|| a.reference.cmp(&b.reference))
    });
    let all: Vec<(CategoryId, i32)> = lines.iter().map(|line| (line.category, line.total)).collect();
    for line in lines {
        let same = all.iter().filter(|other| **other == (line.category, line.total)).count();
        let above = all.iter().filter(|(category, total)| *category == line.category && *total > line.total).count();
        (line.place, line.is_tied) = (above + 1, same > 1 && !round.is_ranked());
    }
}

/// Two of the juror's entries, to be read side by side.
pub fn compare(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    (a, b): (AssignmentId, AssignmentId),
    now: DateTime<Utc>,
) -> AppResult<[read::ScorecardPage; 2]> {
    Ok([read::scorecard(c, actor, slug, a, now)?, read::scorecard(c, actor, slug, b, now)?])
}

/// The juror says that all their scores of the round stand: none is changed any more without taking that
/// back.
pub fn confirm(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let review = review(c, actor, slug, now)?.ok_or(AppError::NotFound)?;
    check_takes_scores(&review.round, now)?;
    if review.remaining > 0 {
        return Err(AppError::refused("review-refused-remaining"));
    }
    if review.confirmed_at.is_none() {
        store::rounds::insert_confirmation(c, review.round.id, review.juror.id, now)?;
        record(c, actor, &review, "scores.confirmed", now)?;
    }
    Ok(())
}

/// Takes that back, while the round is open.
pub fn unconfirm(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let review = review(c, actor, slug, now)?.ok_or(AppError::NotFound)?;
    check_takes_scores(&review.round, now)?;
    if store::rounds::delete_confirmation(c, review.round.id, review.juror.id)? {
        record(c, actor, &review, "scores.unconfirmed", now)?;
    }
    Ok(())
}

fn record(c: &mut Conn, actor: &Actor, review: &Review, action: &'static str, now: DateTime<Utc>) -> AppResult<()> {
    let event = Event::new(action, "juror", review.juror.id).edition(review.edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
