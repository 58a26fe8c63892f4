//! The words of what was submitted, for the search of organisers.

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::{entries, entry_words};
use crate::domain::form::Answers;
use crate::domain::ids::{CategoryId, EditionId, EntryId};
use crate::domain::text::searchable;

/// Keeps the words of answers, in the place of those before.
pub fn put(c: &mut Conn, entry: EntryId, answers: &Answers) -> StoreResult<()> {
    delete(c, entry)?;
    let texts: Vec<&str> = answers.values().map(String::as_str).collect();
    let row = (entry_words::entry_id.eq(entry), entry_words::words.eq(searchable(&texts.join(" "))));
    diesel::insert_into(entry_words::table).values(row).execute(c)?;
    Ok(())
}

/// Forgets the words of an entry.
pub fn delete(c: &mut Conn, entry: EntryId) -> StoreResult<()> {
    diesel::delete(entry_words::table.find(entry)).execute(c)?;
    Ok(())
}

/// The entries of an edition in whose answers a pattern of `LIKE` is found.
pub fn list_matching(c: &mut Conn, edition: EditionId, pattern: &str) -> StoreResult<Vec<EntryId>> {
    let of = entry_words::table.inner_join(entries::table).filter(entries::edition_id.eq(edition));
    let found = of.filter(entry_words::words.like(pattern.to_owned()).escape('\\'));
    Ok(found.select(entry_words::entry_id).load(c)?)
}

/// What is kept of the other entries in the category of one, at most `limit`; none where there are more.
pub fn list_of_category(
    c: &mut Conn,
    edition: EditionId,
    category: CategoryId,
    limit: i64,
) -> StoreResult<Option<Vec<(EntryId, String)>>> {
    let of = || {
        entry_words::table
            .inner_join(entries::table)
            .filter(entries::edition_id.eq(edition))
            .filter(entries::category_id.eq(category))
    };
    if of().count().get_result::<i64>(c)? > limit {
        return Ok(None);
    }
    Ok(Some(of().select((entry_words::entry_id, entry_words::words)).load(c)?))
}

/// Submitted entries whose words are not kept yet: submitted before there was a search of answers.
pub fn list_missing(c: &mut Conn, limit: i64) -> StoreResult<Vec<EntryId>> {
    let of = entries::table.left_join(entry_words::table).filter(entry_words::entry_id.is_null());
    Ok(of.filter(entries::snapshot_id.is_not_null()).select(entries::id).limit(limit).load(c)?)
}
