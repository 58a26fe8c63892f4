//! One act on many entries. What an entry does not allow is left out: the others do not wait for it.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::beside::{put_tags, read_tags};
use super::decide::{accept_many, of_edition};
use super::extend::extend;
use super::view::{Filter, filtered};
use crate::app::audit::{self, Event};
use crate::app::editions;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::entry::Entry;
use crate::domain::ids::{EditionId, EntryId};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::screening::MAX_TAGS;
use crate::store::{self, Conn};

/// What is done to each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkAct {
    /// Accepted, where it waits for that.
    Accept,
    /// Given tags, between commas.
    Tag(String),
    /// Put into the category of this code, before scoring.
    Move(String),
    /// Given more time, typed in the edition's zone.
    Extend(String),
}

/// Which entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// Those that were ticked.
    These(Vec<EntryId>),
    /// All that match.
    Matching(Filter),
}

/// The entries that are chosen; refused where there is none.
pub fn entries_of(c: &mut Conn, edition: EditionId, chosen: &Chosen) -> AppResult<Vec<Entry>> {
    let entries = match chosen {
        Chosen::These(ids) => ids.iter().map(|id| of_edition(c, edition, *id)).collect::<AppResult<_>>()?,
        Chosen::Matching(filter) => filtered(c, edition, filter, 0, i64::MAX)?.0,
    };
    if entries.is_empty() {
        return Err(AppError::refused("bulk-refused-none"));
    }
    Ok(entries)
}

/// Does one act to many entries; to how many.
pub fn bulk(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    chosen: &Chosen,
    act: &BulkAct,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<usize> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Screen)?.edition;
    let ids: Vec<EntryId> = entries_of(c, edition.id, chosen)?.iter().map(|entry| entry.id).collect();
    match act {
        BulkAct::Accept => {
            if !store::screenings::rules(c, edition.id)?.checklist.is_empty() {
                return Err(AppError::refused("bulk-refused-checklist"));
            }
            accept_many(c, actor, slug, &ids, now)
        }
        BulkAct::Tag(typed) => {
            let added = read_tags(typed)?;
            if added.is_empty() {
                return Err(AppError::field("tags", "problem-empty"));
            }
            for id in &ids {
                let entry = of_edition(c, edition.id, *id)?;
                let mut tags: Vec<String> =
                    store::screenings::list_tags(c, &[*id])?.into_iter().map(|(_, tag)| tag).collect();
                tags.extend(added.iter().filter(|tag| !tags.contains(tag)).cloned().collect::<Vec<_>>());
                tags.sort();
                tags.truncate(MAX_TAGS);
                put_tags(c, actor, &entry, tags, now)?;
            }
            Ok(ids.len())
        }
        BulkAct::Move(code) => {
            let mut moved = 0;
            for id in &ids {
                moved += usize::from(move_to(c, actor, slug, *id, code, now)?);
            }
            Ok(moved)
        }
        BulkAct::Extend(typed) => {
            if typed.trim().is_empty() {
                return Err(AppError::field("until", "problem-empty"));
            }
            let mut extended = 0;
            for id in &ids {
                match extend(c, actor, slug, *id, typed, public_url, now) {
                    Ok(_) => extended += 1,
                    Err(AppError::Refused { .. }) => {}
                    Err(AppError::Invalid(_)) => return Err(AppError::field("until", "extension-problem-early")),
                    Err(error) => return Err(error),
                }
            }
            Ok(extended)
        }
    }
}

/// Puts an entry into another category; false where it is there. Its reference stays: people have written it down.
pub fn move_to(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: EntryId,
    code: &str,
    now: DateTime<Utc>,
) -> AppResult<bool> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Screen)?.edition;
    let entry = of_edition(c, edition.id, id)?;
    if !edition.status.is_before_scoring() {
        return Err(AppError::refused("move-refused"));
    }
    let categories = store::categories::list(c, edition.id)?;
    let wanted = categories.iter().find(|category| category.code == code);
    let wanted = wanted.ok_or_else(|| AppError::field("category", "entry-answer-not-an-option"))?;
    if entry.category_id == wanted.id {
        return Ok(false);
    }
    let before = categories.iter().find(|category| category.id == entry.category_id).map(|c| c.code.clone());
    store::entries::update(c, Entry { category_id: wanted.id, updated_at: now, ..entry })?;
    let event = Event::new("entry.moved", "entry", id)
        .edition(edition.id)
        .before(json!({ "category": before }))
        .after(json!({ "category": wanted.code }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(true)
}
