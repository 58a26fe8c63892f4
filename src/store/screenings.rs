//! How entries are screened, and what organisers keep beside them.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{entry_notes, entry_tags, entry_views, refusals, screening_rules};
use super::types::{At, Json};
use crate::domain::ids::{EditionId, EntryId, EntryNoteId, EntryViewId, UserId};
use crate::domain::language::Localised;
use crate::domain::screening::{EntryNote, EntryView, Refusal, ScreeningRules};

row!(RulesRow of ScreeningRules in screening_rules {
    edition_id: EditionId, checklist: Json<Vec<Localised>>, reasons: Json<Vec<Localised>>, second_reader: bool,
    version: i32,
});

row!(RefusalRow of Refusal in refusals {
    entry_id: EntryId, reason: String, proposed_by: UserId, proposed_at: At,
});

row!(NoteRow of EntryNote in entry_notes {
    id: EntryNoteId, entry_id: EntryId, written_by: UserId, written_at: At, text: String,
});

row!(ViewRow of EntryView in entry_views {
    id: EntryViewId, edition_id: EditionId, user_id: UserId, name: String, query: String,
});

/// The rules of an edition.
pub fn rules(c: &mut Conn, edition: EditionId) -> StoreResult<ScreeningRules> {
    let found = screening_rules::table.find(edition).first::<RulesRow>(c).optional_row()?;
    Ok(found.map_or_else(|| ScreeningRules::none(edition), Into::into))
}

/// Puts rules in the place of those before.
pub fn put_rules(c: &mut Conn, rules: ScreeningRules) -> StoreResult<()> {
    diesel::delete(screening_rules::table.find(rules.edition_id)).execute(c)?;
    diesel::insert_into(screening_rules::table).values(RulesRow::from(rules)).execute(c)?;
    Ok(())
}

/// The refusal of an entry that waits for a second person.
pub fn find_refusal(c: &mut Conn, entry: EntryId) -> StoreResult<Option<Refusal>> {
    Ok(refusals::table.find(entry).first::<RefusalRow>(c).optional_row()?.map(Into::into))
}

/// A new refusal that waits.
pub fn insert_refusal(c: &mut Conn, refusal: Refusal) -> StoreResult<()> {
    diesel::insert_into(refusals::table).values(RefusalRow::from(refusal)).execute(c)?;
    Ok(())
}

/// Takes a refusal away that waits; whether there was one.
pub fn delete_refusal(c: &mut Conn, entry: EntryId) -> StoreResult<bool> {
    Ok(diesel::delete(refusals::table.find(entry)).execute(c)? > 0)
}

/// What was written beside an entry, oldest first.
pub fn list_notes(c: &mut Conn, entry: EntryId) -> StoreResult<Vec<EntryNote>> {
    let of = entry_notes::table.filter(entry_notes::entry_id.eq(entry)).order(entry_notes::id);
    Ok(of.load::<NoteRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new note.
pub fn insert_note(c: &mut Conn, note: EntryNote) -> StoreResult<()> {
    diesel::insert_into(entry_notes::table).values(NoteRow::from(note)).execute(c)?;
    Ok(())
}

/// The tags of entries: pairs of entry and tag, by tag.
pub fn list_tags(c: &mut Conn, entries: &[EntryId]) -> StoreResult<Vec<(EntryId, String)>> {
    let mut all = Vec::new();
    for ids in entries.chunks(super::IDS_AT_ONCE) {
        let of = entry_tags::table.filter(entry_tags::entry_id.eq_any(ids.to_vec()));
        all.extend(of.select((entry_tags::entry_id, entry_tags::tag)).order(entry_tags::tag).load(c)?);
    }
    Ok(all)
}

/// Every tag of an edition, once.
pub fn list_known_tags(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<String>> {
    let of = entry_tags::table.filter(entry_tags::edition_id.eq(edition));
    Ok(of.select(entry_tags::tag).distinct().order(entry_tags::tag).load(c)?)
}

/// The entries of an edition that have a tag.
pub fn list_tagged(c: &mut Conn, edition: EditionId, tag: &str) -> StoreResult<Vec<EntryId>> {
    let of = entry_tags::table.filter(entry_tags::edition_id.eq(edition)).filter(entry_tags::tag.eq(tag.to_owned()));
    Ok(of.select(entry_tags::entry_id).load(c)?)
}

/// The tags of an entry, in the place of those before.
pub fn set_tags(c: &mut Conn, edition: EditionId, entry: EntryId, tags: &[String]) -> StoreResult<()> {
    diesel::delete(entry_tags::table.filter(entry_tags::entry_id.eq(entry))).execute(c)?;
    for tag in tags {
        let row = (entry_tags::entry_id.eq(entry), entry_tags::tag.eq(tag.clone()), entry_tags::edition_id.eq(edition));
        diesel::insert_into(entry_tags::table).values(row).execute(c)?;
    }
    Ok(())
}

/// The lists of a person, by name.
pub fn list_views(c: &mut Conn, edition: EditionId, user: UserId) -> StoreResult<Vec<EntryView>> {
    let of = entry_views::table.filter(entry_views::edition_id.eq(edition)).filter(entry_views::user_id.eq(user));
    Ok(of.order(entry_views::name).load::<ViewRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new list.
pub fn insert_view(c: &mut Conn, view: EntryView) -> StoreResult<()> {
    diesel::insert_into(entry_views::table).values(ViewRow::from(view)).execute(c)?;
    Ok(())
}

/// Forgets a list of a person; whether there was one.
pub fn delete_view(c: &mut Conn, id: EntryViewId, user: UserId) -> StoreResult<bool> {
    let of = entry_views::table.find(id).filter(entry_views::user_id.eq(user));
    Ok(diesel::delete(of).execute(c)? > 0)
}
