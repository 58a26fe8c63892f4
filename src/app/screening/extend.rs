//! More time for one entry.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::decide::to_screen;
use crate::app::audit::{self, Event};
use crate::app::outbox;
use crate::app::problems::later_deadline;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::edition::Edition;
use crate::domain::entry::{Entry, EntryStatus};
use crate::domain::ids::EntryId;
use crate::domain::notice::MailKind;
use crate::domain::policy::Actor;
use crate::i18n::zones;
use crate::store::{self, Conn};

/// Lets an entry be submitted until a later time, typed in the edition's zone; an empty one takes that
/// back. Its applicant is told.
pub fn extend(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: EntryId,
    typed: &str,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Entry> {
    let (edition, entry) = to_screen(c, actor, slug, id)?;
    give_time(c, actor, (&edition, entry), typed, public_url, now)
}

/// The same for an entry that was read.
pub(super) fn give_time(
    c: &mut Conn,
    actor: &Actor,
    (edition, mut entry): (&Edition, Entry),
    typed: &str,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Entry> {
    if !edition.status.is_before_scoring() || entry.status == EntryStatus::Withdrawn {
        return Err(AppError::refused("extension-refused"));
    }
    let until = if typed.trim().is_empty() {
        None
    } else {
        Some(later_deadline(typed, edition, now).map_err(|key| AppError::field("extended_until", key))?)
    };
    if entry.extended_until == until {
        return Ok(entry);
    }
    let event = Event::new("entry.extended", "entry", entry.id)
        .edition(edition.id)
        .before(json!({ "extended_until": entry.extended_until }))
        .after(json!({ "extended_until": until }));
    entry.extended_until = until;
    entry.updated_at = now;
    store::entries::update(c, entry.clone())?;
    entry.version += 1;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    if let Some(until) = until {
        let mail = (MailKind::Extension, format!("extension:{}:{}", entry.id, entry.version));
        let more = |language| vec![("deadline", zones::instant(language, until, edition.zone()).into())];
        outbox::tell_applicant(c, (edition, &entry), mail, public_url, more, now)?;
    }
    Ok(entry)
}
