//! One act on many entries. What an entry does not allow is left out: the others do not wait for it.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::beside::{put_tags, read_tags, tags_of};
use super::decide::{accept_many, to_screen};
use super::extend::give_time;
use super::view::{Filter, filtered};
use crate::app::audit::{self, Event};
use crate::app::editions;
use crate::app::{AppError, AppResult};
use crate::domain::audit::AuditActor;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
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
        Chosen::These(ids) => {
            let entries = store::entries::list_by_ids(c, ids)?;
            let is_here = |id: &EntryId| entries.iter().any(|entry| entry.id == *id && entry.edition_id == edition);
            if !ids.iter().all(is_here) {
                return Err(AppError::NotFound);
            }
            entries
        }
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
    let entries = entries_of(c, edition.id, chosen)?;
    match act {
        BulkAct::Accept => {
            if !store::screenings::rules(c, edition.id)?.checklist.is_empty() {
                return Err(AppError::refused("bulk-refused-checklist"));
            }
            accept_many(c, actor, &edition, entries, now)
        }
        BulkAct::Tag(typed) => {
            let added = read_tags(typed)?;
            if added.is_empty() {
                return Err(AppError::field("tags", "problem-empty"));
            }
            for entry in &entries {
                let mut tags = tags_of(c, entry.id)?;
                tags.extend(added.iter().filter(|tag| !tags.contains(tag)).cloned().collect::<Vec<_>>());
                tags.sort();
                tags.truncate(MAX_TAGS);
                put_tags(c, actor, entry, tags, now)?;
            }
            Ok(entries.len())
        }
        BulkAct::Move(code) => {
            let mut moved = 0;
            let categories = to_move(c, &edition)?;
            for entry in entries {
                moved += usize::from(put_into(c, actor, &categories, entry, code, now)?);
            }
            Ok(moved)
        }
        BulkAct::Extend(typed) => {
            if typed.trim().is_empty() {
                return Err(AppError::field("until", "problem-empty"));
            }
            let mut extended = 0;
            for entry in entries {
                match give_time(c, actor, (&edition, entry), typed, public_url, now) {
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
    let (edition, entry) = to_screen(c, actor, slug, id)?;
    let categories = to_move(c, &edition)?;
    put_into(c, actor, &categories, entry, code, now)
}

/// The categories of an edition whose entries may still be moved.
fn to_move(c: &mut Conn, edition: &Edition) -> AppResult<Vec<Category>> {
    if edition.status.is_before_scoring() {
        Ok(store::categories::list(c, edition.id)?)
    } else {
        Err(AppError::refused("move-refused"))
    }
}

fn put_into(
    c: &mut Conn,
    actor: &Actor,
    categories: &[Category],
    entry: Entry,
    code: &str,
    now: DateTime<Utc>,
) -> AppResult<bool> {
    let wanted = categories.iter().find(|category| category.code == code);
    let wanted = wanted.ok_or_else(|| AppError::field("category", "entry-answer-not-an-option"))?;
    if entry.category_id == wanted.id {
        return Ok(false);
    }
    let before = categories.iter().find(|category| category.id == entry.category_id).map(|c| c.code.clone());
    let event = Event::new("entry.moved", "entry", entry.id)
        .edition(entry.edition_id)
        .before(json!({ "category": before }))
        .after(json!({ "category": wanted.code }));
    store::entries::update(c, Entry { category_id: wanted.id, updated_at: now, ..entry })?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(true)
}
