//! Taking an announcement back, for some minutes: what was public is not any more, and what has left already
//! is said.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::publish::mails_of;
use super::schedule::load;
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::ids::AnnouncementId;
use crate::domain::notice::MailStatus;
use crate::domain::outcome::{Announcement, AnnouncementStatus};
use crate::domain::policy::Actor;
use crate::store::{self, Conn};

/// What has left of an announcement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Left {
    /// Mails that have left, or are leaving.
    pub sent: usize,
    /// Mails that wait.
    pub waiting: usize,
}

/// The mails of an announcement that have left, and those that wait.
pub fn left(c: &mut Conn, announcement: AnnouncementId) -> AppResult<Left> {
    let mut left = Left::default();
    for (status, count) in store::outbox::count_by_key(c, &mails_of(announcement))? {
        let count = usize::try_from(count).unwrap_or(0);
        match status {
            MailStatus::Sent | MailStatus::Sending => left.sent += count,
            MailStatus::Waiting | MailStatus::Failed => left.waiting += count,
        }
    }
    Ok(left)
}

/// Takes an announcement back, at most [`crate::domain::outcome::TAKE_BACK`] after it was made: the edition
/// deliberates again, its decisions stay staged, mails that wait are not sent.
pub fn take_back(c: &mut Conn, actor: &Actor, slug: &str, confirmation: &str, now: DateTime<Utc>) -> AppResult<Left> {
    let edition = load(c, actor, slug)?;
    let live = store::announcements::find_live(c, edition.id)?;
    let Some(published) = live.filter(|a| a.status == AnnouncementStatus::Published) else {
        return Err(AppError::refused("announce-refused-nothing"));
    };
    if published.can_be_taken_back_until().is_none_or(|until| now > until) {
        return Err(AppError::refused("announce-refused-late"));
    }
    if confirmation.trim() != edition.slug {
        return Err(AppError::field("take_back", "announce-problem-confirmation"));
    }
    let taken_back =
        Announcement { status: AnnouncementStatus::TakenBack, taken_back_by: Some(actor.user_id), ..published.clone() };
    store::announcements::update(c, AnnouncementStatus::Published, taken_back)?;
    store::outcomes::unpublish(c, published.id)?;
    let (id, status) = (edition.id, EditionStatus::Deliberation);
    store::editions::update(c, Edition { status, announced_at: None, ..edition })?;
    store::outbox::delete_unsent(c, &mails_of(published.id))?;
    let left = left(c, published.id)?;
    let event = Event::new("announcement.taken_back", "announcement", published.id)
        .edition(id)
        .after(json!({ "mails_that_left": left.sent }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(left)
}
