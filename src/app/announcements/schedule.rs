//! Ordering an announcement, looking at what it will do, calling it off.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::publish::{Publisher, publish_now};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::category::{Category, Prize};
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::entry::{Entry, EntryStatus};
use crate::domain::ids::AnnouncementId;
use crate::domain::outcome::{Announcement, AnnouncementStatus, Outcome, OutcomeKind};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// What an announcement will do for one prize.
#[derive(Debug, Clone)]
pub struct PlannedPrize {
    /// The prize.
    pub prize: Prize,
    /// Its category; none for a prize across categories.
    pub category: Option<Category>,
    /// Who gets what, the winner first.
    pub laureates: Vec<(Outcome, Entry)>,
}

/// What an announcement will do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The edition.
    pub edition: Edition,
    /// An announcement that is scheduled or done.
    pub live: Option<Announcement>,
    /// Every prize, in order.
    pub prizes: Vec<PlannedPrize>,
    /// Entries that were chosen and are out of the race since: they will not be public.
    pub gone: Vec<Entry>,
    /// Winners that are staged.
    pub winners: usize,
    /// Finalists that are staged.
    pub finalists: usize,
    /// Prizes without a winner: allowed, and said.
    pub prizes_without_winner: usize,
    /// Applicants who will get a mail, one per entry.
    pub mails: usize,
}

fn load(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Edition> {
    let edition = store::editions::find_by_slug(c, slug)?.ok_or(AppError::NotFound)?;
    policy::can_organise(actor, edition.id, OrganiserAct::Decide)?;
    Ok(edition)
}

/// What an announcement will do now.
pub fn plan(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Plan> {
    let edition = load(c, actor, slug)?;
    let categories = store::categories::list(c, edition.id)?;
    let (staged, gone) = staged(c, &edition)?;
    let count = |kind| staged.iter().filter(|(outcome, _)| outcome.staged == Some(kind)).count();
    let (winners, finalists) = (count(OutcomeKind::Winner), count(OutcomeKind::Finalist));
    let mut prizes = Vec::new();
    for prize in store::categories::list_prizes(c, edition.id)? {
        let mut laureates: Vec<_> =
            staged.iter().filter(|(outcome, _)| outcome.prize_id == prize.id).cloned().collect();
        laureates
            .sort_by_key(|(outcome, entry)| (outcome.staged != Some(OutcomeKind::Winner), entry.reference.clone()));
        let category = categories.iter().find(|category| prize.category_id == Some(category.id)).cloned();
        prizes.push(PlannedPrize { prize, category, laureates });
    }
    let mails = store::entries::count_by_state(c, edition.id)?
        .into_iter()
        .filter(|(status, _, _)| *status == EntryStatus::Submitted)
        .map(|(_, _, count)| usize::try_from(count).unwrap_or(0))
        .sum();
    Ok(Plan {
        live: store::announcements::find_live(c, edition.id)?,
        prizes_without_winner: prizes.len().saturating_sub(winners),
        prizes,
        gone: gone.into_iter().map(|(_, entry)| entry).collect(),
        winners,
        finalists,
        mails,
        edition,
    })
}

type Chosen = Vec<(Outcome, Entry)>;

/// What is staged: entries that can be made public, and those that are out of the race since.
fn staged(c: &mut Conn, edition: &Edition) -> AppResult<(Chosen, Chosen)> {
    let (mut chosen, mut gone) = (Vec::new(), Vec::new());
    for outcome in store::outcomes::list(c, edition.id)?.into_iter().filter(|o| o.staged.is_some()) {
        let entry = store::entries::get(c, outcome.entry_id)?;
        if entry.is_judgeable() { chosen.push((outcome, entry)) } else { gone.push((outcome, entry)) }
    }
    Ok((chosen, gone))
}

/// Announces at once, or schedules for an embargo instant. The confirmation is the edition's slug,
/// typed: nobody announces by a slip of the hand.
pub fn announce(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    confirmation: &str,
    embargo_at: Option<DateTime<Utc>>,
    publisher: Publisher<'_>,
    now: DateTime<Utc>,
) -> AppResult<Announcement> {
    let edition = load(c, actor, slug)?;
    if let Some(live) = store::announcements::find_live(c, edition.id)? {
        return Err(match live.status {
            AnnouncementStatus::Published => AppError::refused("announce-refused-done"),
            _ => AppError::refused("announce-refused-scheduled"),
        });
    }
    if edition.status != EditionStatus::Deliberation {
        return Err(AppError::refused("announce-refused-status"));
    }
    if !staged(c, &edition)?.0.iter().any(|(outcome, _)| outcome.staged == Some(OutcomeKind::Winner)) {
        return Err(AppError::refused("announce-refused-empty"));
    }
    if confirmation.trim() != edition.slug {
        return Err(AppError::field("confirmation", "announce-problem-confirmation"));
    }
    if embargo_at.is_some_and(|at| at <= now) {
        return Err(AppError::field("embargo_at", "announce-problem-past"));
    }
    let announcement = Announcement {
        id: AnnouncementId::new(),
        edition_id: edition.id,
        status: AnnouncementStatus::Scheduled,
        embargo_at: embargo_at.unwrap_or(now),
        created_by: actor.user_id,
        created_at: now,
        published_at: None,
    };
    store::announcements::insert(c, announcement.clone())?;
    if embargo_at.is_none() {
        publish_now(c, &announcement, publisher, now)?;
    } else {
        let event = Event::new("announcement.scheduled", "announcement", announcement.id)
            .edition(edition.id)
            .after(json!({ "embargo_at": announcement.embargo_at }));
        audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    }
    Ok(announcement)
}

/// Calls a scheduled announcement off.
pub fn cancel(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let edition = load(c, actor, slug)?;
    let live = store::announcements::find_live(c, edition.id)?;
    let Some(scheduled) = live.filter(|a| a.status == AnnouncementStatus::Scheduled) else {
        return Err(AppError::refused("announce-refused-nothing"));
    };
    store::announcements::finish(c, scheduled.id, AnnouncementStatus::Cancelled, None)?;
    let event = Event::new("announcement.cancelled", "announcement", scheduled.id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
