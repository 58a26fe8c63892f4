//! What organisers keep beside entries: tags, notes, lists as they like them; and entries that are alike.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::decide::to_screen;
use crate::app::audit::{self, Event};
use crate::app::editions;
use crate::app::{AppError, AppResult, problems};
use crate::domain::audit::AuditActor;
use crate::domain::entry::Entry;
use crate::domain::ids::{EntryId, EntryNoteId, EntryViewId};
use crate::domain::policy::{Actor, OrganiserAct};
use crate::domain::screening::{EntryNote, EntryView, MAX_TAGS, TAG_LIMIT, likeness};
use crate::domain::text::searchable;
use crate::store::{self, Conn};

/// Longest note, in characters.
const NOTE_LIMIT: usize = 2000;
/// From what likeness on two entries are shown as alike, in thousandths.
const ALIKE: u32 = 600;
/// Most entries of a category whose words are compared.
const COMPARED: i64 = 500;
/// Most lists that one person keeps.
const MAX_VIEWS: usize = 20;

/// Tags as typed, between commas: each once, without an empty one.
pub(super) fn read_tags(typed: &str) -> AppResult<Vec<String>> {
    let mut tags: Vec<String> = Vec::new();
    for part in typed.split([',', '،']).filter(|part| !part.trim().is_empty()) {
        let tag = problems::line("tags", part, TAG_LIMIT)?;
        if tags.iter().all(|known| searchable(known) != searchable(&tag)) {
            tags.push(tag);
        }
    }
    if tags.len() > MAX_TAGS { Err(AppError::field("tags", "tags-problem-many")) } else { Ok(tags) }
}

/// Sets the tags of an entry.
pub fn set_tags(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: EntryId,
    typed: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (_, entry) = to_screen(c, actor, slug, id)?;
    put_tags(c, actor, &entry, read_tags(typed)?, now)
}

/// The tags of an entry.
pub(super) fn tags_of(c: &mut Conn, entry: EntryId) -> AppResult<Vec<String>> {
    Ok(store::screenings::list_tags(c, &[entry])?.into_iter().map(|(_, tag)| tag).collect())
}

pub(super) fn put_tags(
    c: &mut Conn,
    actor: &Actor,
    entry: &Entry,
    tags: Vec<String>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let before = tags_of(c, entry.id)?;
    if before == tags {
        return Ok(());
    }
    store::screenings::set_tags(c, entry.edition_id, entry.id, &tags)?;
    let event = Event::new("entry.tagged", "entry", entry.id)
        .edition(entry.edition_id)
        .before(json!({ "tags": before }))
        .after(json!({ "tags": tags }));
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Writes a note beside an entry, for organisers only.
pub fn add_note(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    id: EntryId,
    typed: &str,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (edition, entry) = to_screen(c, actor, slug, id)?;
    let text = problems::paragraphs("note", typed, NOTE_LIMIT)?;
    let note =
        EntryNote { id: EntryNoteId::new(), entry_id: entry.id, written_by: actor.user_id, written_at: now, text };
    store::screenings::insert_note(c, note)?;
    let event = Event::new("entry.noted", "entry", id).edition(edition.id);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Keeps a list as somebody likes it.
pub fn keep_view(c: &mut Conn, actor: &Actor, slug: &str, name: &str, query: &str) -> AppResult<()> {
    let edition = editions::open(c, actor, slug, OrganiserAct::Look)?.edition;
    let name = problems::line("name", name, TAG_LIMIT)?;
    let mine = store::screenings::list_views(c, edition.id, actor.user_id)?;
    if mine.len() >= MAX_VIEWS {
        return Err(AppError::refused("views-refused-many"));
    }
    // The same name again: the list as it is now.
    for old in mine.iter().filter(|view| view.name == name) {
        store::screenings::delete_view(c, old.id, actor.user_id)?;
    }
    let view = EntryView {
        id: EntryViewId::new(),
        edition_id: edition.id,
        user_id: actor.user_id,
        name,
        query: query.to_owned(),
    };
    Ok(store::screenings::insert_view(c, view)?)
}

/// Forgets a list.
pub fn forget_view(c: &mut Conn, actor: &Actor, slug: &str, id: EntryViewId) -> AppResult<()> {
    editions::open(c, actor, slug, OrganiserAct::Look)?;
    if store::screenings::delete_view(c, id, actor.user_id)? { Ok(()) } else { Err(AppError::NotFound) }
}

/// The submitted entries of the edition that may be the same: of the same startup or person, of the same title, or in
/// much the same words. Words are compared within a category of some hundreds: among thousands it would take too long
/// while somebody waits.
pub(super) fn alike(c: &mut Conn, entry: &Entry) -> AppResult<Vec<Entry>> {
    if entry.snapshot_id.is_none() {
        return Ok(Vec::new());
    }
    let mut alike = store::entries::list_related(c, entry)?;
    let words = store::entry_words::list_of_category(c, entry.edition_id, entry.category_id, COMPARED)?;
    let words = words.unwrap_or_default();
    if let Some((_, own)) = words.iter().find(|(id, _)| *id == entry.id) {
        let copied = words.iter().filter(|(id, other)| *id != entry.id && likeness(own, other) >= ALIKE);
        let ids: Vec<EntryId> = copied.map(|(id, _)| *id).filter(|id| alike.iter().all(|x| x.id != *id)).collect();
        alike.extend(store::entries::list_by_ids(c, &ids)?);
    }
    Ok(alike)
}
