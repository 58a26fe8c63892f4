//! Ordering an announcement, looking at what it will do, calling it off.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::publish::{Publisher, check_ready, publish_now};
use crate::app::audit::{self, Event};
use crate::app::editions::team::has_second;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::category::{Category, Prize};
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryStatus};
use crate::domain::ids::AnnouncementId;
use crate::domain::outcome::{Announcement, AnnouncementStatus, Outcome, OutcomeKind};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::domain::user::User;
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
    /// An announcement that is ordered, scheduled or done.
    pub live: Option<Announcement>,
    /// Who ordered it.
    pub ordered_by: Option<User>,
    /// Another organiser has to confirm what this one orders.
    pub has_second: bool,
    /// The reader ordered it.
    pub is_own: bool,
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

pub(super) fn load(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Edition> {
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
    let live = store::announcements::find_live(c, edition.id)?;
    let ordered_by = live.as_ref().map(|live| store::users::get(c, live.created_by)).transpose()?;
    Ok(Plan {
        has_second: has_second(c, edition.id, actor.user_id)?,
        is_own: live.as_ref().is_some_and(|live| live.created_by == actor.user_id),
        live,
        ordered_by,
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

/// What ordering an announcement did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ordered {
    /// The winners are public.
    Done,
    /// They will be by themselves.
    Scheduled,
    /// A second organiser has to confirm.
    Waits,
}

/// Announces at once, or schedules for an embargo instant: nobody does by a slip of the hand. Where the
/// edition has a second organiser, they confirm; else the confirmation is the edition's slug, typed.
pub fn announce(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    confirmation: &str,
    embargo_at: Option<DateTime<Utc>>,
    publisher: Publisher<'_>,
    now: DateTime<Utc>,
) -> AppResult<Ordered> {
    let edition = load(c, actor, slug)?;
    if let Some(live) = store::announcements::find_live(c, edition.id)? {
        return Err(match live.status {
            AnnouncementStatus::Published => AppError::refused("announce-refused-done"),
            AnnouncementStatus::Proposed => AppError::refused("announce-refused-proposed"),
            _ => AppError::refused("announce-refused-scheduled"),
        });
    }
    check_ready(c, &edition)?;
    let waits = has_second(c, edition.id, actor.user_id)?;
    if !waits && confirmation.trim() != edition.slug {
        return Err(AppError::field("confirmation", "announce-problem-confirmation"));
    }
    if embargo_at.is_some_and(|at| at <= now) {
        return Err(AppError::field("embargo_at", "announce-problem-past"));
    }
    let announcement = Announcement {
        id: AnnouncementId::new(),
        edition_id: edition.id,
        status: if waits { AnnouncementStatus::Proposed } else { AnnouncementStatus::Scheduled },
        embargo_at: embargo_at.unwrap_or(now),
        created_by: actor.user_id,
        created_at: now,
        published_at: None,
        confirmed_by: None,
        taken_back_by: None,
    };
    store::announcements::insert(c, announcement.clone())?;
    if waits {
        note(c, actor, &announcement, "announcement.proposed", now)?;
        return Ok(Ordered::Waits);
    }
    go_ahead(c, actor, &announcement, publisher, now)
}

/// Publishes an announcement whose instant has come, or notes that it is scheduled.
fn go_ahead(
    c: &mut Conn,
    actor: &Actor,
    announcement: &Announcement,
    publisher: Publisher<'_>,
    now: DateTime<Utc>,
) -> AppResult<Ordered> {
    if announcement.embargo_at <= now {
        publish_now(c, announcement, publisher, now)?;
        return Ok(Ordered::Done);
    }
    note(c, actor, announcement, "announcement.scheduled", now)?;
    Ok(Ordered::Scheduled)
}

fn note(
    c: &mut Conn,
    actor: &Actor,
    announcement: &Announcement,
    action: &'static str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let event = Event::new(action, "announcement", announcement.id)
        .edition(announcement.edition_id)
        .after(json!({ "embargo_at": announcement.embargo_at }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// The second organiser confirms what the first ordered: it happens at once if its instant has come, else by
/// itself at that instant.
pub fn confirm(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    publisher: Publisher<'_>,
    now: DateTime<Utc>,
) -> AppResult<Ordered> {
    let edition = load(c, actor, slug)?;
    let live = store::announcements::find_live(c, edition.id)?;
    let Some(proposed) = live.filter(|a| a.status == AnnouncementStatus::Proposed) else {
        return Err(AppError::refused("announce-refused-nothing"));
    };
    if proposed.created_by == actor.user_id {
        return Err(AppError::refused("announce-refused-second"));
    }
    // What was chosen may have changed since.
    check_ready(c, &edition)?;
    let confirmed =
        Announcement { status: AnnouncementStatus::Scheduled, confirmed_by: Some(actor.user_id), ..proposed };
    store::announcements::update(c, AnnouncementStatus::Proposed, confirmed.clone())?;
    note(c, actor, &confirmed, "announcement.confirmed", now)?;
    go_ahead(c, actor, &confirmed, publisher, now)
}

/// Calls an announcement off that is ordered or scheduled.
pub fn cancel(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    let edition = load(c, actor, slug)?;
    let live = store::announcements::find_live(c, edition.id)?;
    let waiting = [AnnouncementStatus::Proposed, AnnouncementStatus::Scheduled];
    let Some(scheduled) = live.filter(|a| waiting.contains(&a.status)) else {
        return Err(AppError::refused("announce-refused-nothing"));
    };
    let cancelled = Announcement { status: AnnouncementStatus::Cancelled, ..scheduled.clone() };
    store::announcements::update(c, scheduled.status, cancelled)?;
    let event = Event::new("announcement.cancelled", "announcement", scheduled.id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
