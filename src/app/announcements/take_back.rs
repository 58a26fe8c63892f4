//! Taking an announcement back, for some minutes: what was public is not any more, and what has left already
//! is said.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::publish::mails_of;
use super::schedule::load;
use crate::app::audit::{self, Event};
use crate::app::outbox::{self, Standing};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::{Edition, EditionStatus};
use crate::domain::ids::AnnouncementId;
use crate::domain::outcome::{Announcement, AnnouncementStatus};
use crate::domain::policy::Actor;
use crate::store::{self, Conn};

/// How the mails of an announcement stand.
pub fn mails(c: &mut Conn, announcement: AnnouncementId) -> AppResult<Standing> {
    Ok(outbox::standing(c, &mails_of(announcement))?)
}

/// Takes an announcement back, at most [`crate::domain::outcome::TAKE_BACK`] after it was made: the edition
/// deliberates again, its decisions stay staged, mails that wait are not sent.
pub fn take_back(c: &mut Conn, actor: &Actor, slug: &str, confirmation: &str, now: DateTime<Utc>) -> AppResult<()> {
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
    store::distinctions::delete_of_edition(c, edition.id)?;
    store::outcomes::unpublish(c, published.id)?;
    let (id, status) = (edition.id, EditionStatus::Deliberation);
    store::editions::update(c, Edition { status, announced_at: None, ..edition })?;
    store::outbox::delete_unsent(c, &mails_of(published.id))?;
    let left = mails(c, published.id)?.left();
    let event = Event::new("announcement.taken_back", "announcement", published.id)
        .edition(id)
        .after(json!({ "mails_that_left": left }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
