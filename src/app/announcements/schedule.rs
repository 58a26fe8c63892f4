//! Ordering an announcement, looking at what it will do, calling it off.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::publish::publish_now;
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::entry::EntryStatus;
use crate::domain::ids::AnnouncementId;
use crate::domain::outcome::{Announcement, AnnouncementStatus, OutcomeKind};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// What an announcement will do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The edition.
    pub edition: Edition,
    /// An announcement that is scheduled or done.
    pub live: Option<Announcement>,
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
    let outcomes = store::outcomes::list(c, edition.id)?;
    let staged = |kind| outcomes.iter().filter(|o| o.staged == Some(kind)).count();
    let winners = staged(OutcomeKind::Winner);
    let prizes = store::categories::list_prizes(c, edition.id)?.len();
    let mails = store::entries::count_by_state(c, edition.id)?
        .into_iter()
        .filter(|(status, _, _)| *status == EntryStatus::Submitted)
        .map(|(_, _, count)| usize::try_from(count).unwrap_or(0))
        .sum();
    Ok(Plan {
        live: store::announcements::find_live(c, edition.id)?,
        winners,
        finalists: staged(OutcomeKind::Finalist),
        prizes_without_winner: prizes.saturating_sub(winners),
        mails,
        edition,
    })
}

/// Announces at once, or schedules for an embargo instant. The confirmation is the edition's slug,
/// typed: nobody announces by a slip of the hand.
pub fn announce(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    confirmation: &str,
    embargo_at: Option<DateTime<Utc>>,
    public_url: &str,
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
    if !store::outcomes::list(c, edition.id)?.iter().any(|o| o.staged == Some(OutcomeKind::Winner)) {
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
        publish_now(c, &announcement, public_url, now)?;
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
