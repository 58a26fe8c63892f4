//! What a juror's own sheet said before, and bringing it back.

use chrono::{DateTime, Utc};

use super::read::{ScorecardPage, scorecard};
use super::sheet::{Sheet, Stored, save_apart, written};
use crate::app::{AppError, AppResult};
use crate::domain::ids::{AssignmentId, ScorecardId};
use crate::domain::policy::Actor;
use crate::domain::round::Criterion;
use crate::domain::scorecard::{Mark, SHEET_REVISION_SPAN, SheetRevision, SheetText};
use crate::store::{self, Conn};

/// How a save stands in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// With the save before, if that was a moment ago.
    WithLast,
    /// As a revision of its own.
    Apart,
}

/// Keeps what a sheet says now, as it was just saved.
pub(super) fn keep(
    c: &mut Conn,
    card: ScorecardId,
    criteria: &[Criterion],
    stored: &Stored,
    kept: Keep,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let marks = criteria.iter().zip(&stored.marks).filter_map(|(criterion, mark)| {
        let value = match mark {
            Mark::Blank => return None,
            Mark::Cannot => None,
            Mark::Score(score) => Some(*score),
        };
        Some((criterion.key.clone(), value))
    });
    let sheet = SheetText { marks: marks.collect(), comment: stored.comment.clone(), note: stored.note.clone() };
    match store::scorecard_revisions::find_last(c, card)? {
        Some(last) if last.sheet == sheet => {}
        Some(last) if kept == Keep::WithLast && now - last.begun_at < SHEET_REVISION_SPAN => {
            store::scorecard_revisions::update(c, SheetRevision { sheet, saved_at: now, ..last })?;
        }
        last => {
            let number = last.map_or(0, |last| last.number) + 1;
            let revision = SheetRevision { scorecard_id: card, number, sheet, begun_at: now, saved_at: now };
            store::scorecard_revisions::insert(c, revision)?;
        }
    }
    Ok(())
}

/// A juror's own sheet with everything it said, newest first.
pub fn history(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: AssignmentId,
    now: DateTime<Utc>,
) -> AppResult<(ScorecardPage, Vec<SheetRevision>)> {
    let page = scorecard(c, actor, slug, id, now)?;
    let revisions = match store::scorecards::find(c, id)? {
        Some(card) => store::scorecard_revisions::list(c, card.id)?,
        None => Vec::new(),
    };
    Ok((page, revisions))
}

/// Brings back what the sheet said. What it says now stays in the history.
pub fn bring_back(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: AssignmentId,
    number: i32,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (page, revisions) = history(c, actor, slug, id, now)?;
    let wanted = revisions.into_iter().find(|x| x.number == number).ok_or(AppError::NotFound)?.sheet;
    let mark = |criterion: &Criterion| (criterion.key.clone(), written(wanted.mark(&criterion.key)));
    let sheet = Sheet {
        version: page.sheet.version,
        marks: page.criteria.iter().map(mark).collect(),
        comment: wanted.comment.clone(),
        note: wanted.note.clone(),
    };
    save_apart(c, actor, id, &sheet, now)
}
