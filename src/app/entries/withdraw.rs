//! Taking an entry out of the race, and back.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::start::full;
use super::{open, refused};
use crate::app::audit::{self, Event};
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::entry::{Entry, EntryStatus};
use crate::domain::ids::EntryId;
use crate::domain::policy::{Actor, EntryAct};
use crate::store::{self, Conn};

/// Takes an entry out of the race. Nothing is deleted, and [`restore`] undoes it.
pub fn withdraw(c: &mut Conn, actor: &Actor, id: EntryId, now: DateTime<Utc>) -> AppResult<Entry> {
    let entry = open(c, actor, id, EntryAct::Own)?;
    let edition = store::editions::get(c, entry.edition_id)?;
    entry.check_withdrawable(&edition).map_err(|r| refused(r, &edition, Some(&entry)))?;
    move_to(c, actor, entry, EntryStatus::Withdrawn, now)
}

/// Undoes a withdrawal: the entry stands where it stood.
pub fn restore(c: &mut Conn, actor: &Actor, id: EntryId, now: DateTime<Utc>) -> AppResult<Entry> {
    let entry = open(c, actor, id, EntryAct::Own)?;
    let edition = store::editions::get(c, entry.edition_id)?;
    entry.check_restorable(&edition).map_err(|r| refused(r, &edition, Some(&entry)))?;
    if let Some((key, most)) = full(c, entry.owner_id, &edition, entry.category_id)? {
        return Err(AppError::Refused { key, args: vec![("most", most.into())] });
    }
    let status = entry.status_when_restored();
    move_to(c, actor, entry, status, now)
}

fn move_to(c: &mut Conn, actor: &Actor, mut entry: Entry, status: EntryStatus, now: DateTime<Utc>) -> AppResult<Entry> {
    let is_withdrawn = status == EntryStatus::Withdrawn;
    let action = if is_withdrawn { "entry.withdrawn" } else { "entry.restored" };
    let event = Event::new(action, "entry", entry.id)
        .edition(entry.edition_id)
        .before(json!({ "status": entry.status }))
        .after(json!({ "status": status }));
    entry.status = status;
    entry.withdrawn_at = is_withdrawn.then_some(now);
    entry.updated_at = now;
    store::entries::update(c, entry.clone())?;
    entry.version += 1;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(entry)
}
