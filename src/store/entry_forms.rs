//! Versions of an edition's questionnaire.

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::entry_forms;
use super::types::Json;
use crate::domain::form::{EntryForm, FormField};
use crate::domain::ids::{EditionId, EntryFormId};
use crate::domain::language::Localised;

row!(EntryFormRow of EntryForm in entry_forms {
    id: EntryFormId, edition_id: EditionId, version: i32, sections: Json<Vec<Localised>>, fields: Json<Vec<FormField>>,
});

/// The questionnaire of an id.
pub fn get(c: &mut Conn, id: EntryFormId) -> StoreResult<EntryForm> {
    Ok(entry_forms::table.find(id).first::<EntryFormRow>(c)?.into())
}

/// The newest version of an edition's questionnaire.
pub fn get_current(c: &mut Conn, edition: EditionId) -> StoreResult<EntryForm> {
    let row = entry_forms::table
        .filter(entry_forms::edition_id.eq(edition))
        .order(entry_forms::version.desc())
        .first::<EntryFormRow>(c)?;
    Ok(row.into())
}

/// Every form of an edition, newest first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<EntryForm>> {
    let of = entry_forms::table.filter(entry_forms::edition_id.eq(edition)).order(entry_forms::id.desc());
    Ok(of.load::<EntryFormRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new version.
pub fn insert(c: &mut Conn, form: EntryForm) -> StoreResult<()> {
    diesel::insert_into(entry_forms::table).values(EntryFormRow::from(form)).execute(c)?;
    Ok(())
}

/// The wording and structure of a version.
pub fn update(c: &mut Conn, form: EntryForm) -> StoreResult<()> {
    diesel::update(entry_forms::table.find(form.id)).set(EntryFormRow::from(form)).execute(c)?;
    Ok(())
}
