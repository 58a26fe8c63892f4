//! People on juries.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::jurors;
use super::types::{At, Json};
use crate::domain::ids::{CategoryId, EditionId, JurorId, UserId};
use crate::domain::juror::{Juror, JurorStatus, Preference};
use crate::domain::language::Language;
use crate::domain::text::EmailAddress;

row!(JurorRow of Juror in jurors {
    id: JurorId, edition_id: EditionId, user_id: Option<UserId>, email: EmailAddress, name: String, organisation: String,
    title: String, language: Language, reads: Json<Vec<Language>>, categories: Json<Vec<CategoryId>>, expertise: String,
    status: JurorStatus, decline_reason: Option<String>, charter_accepted_at: Option<At>,
    conflicts_declared_at: Option<At>, max_load: Option<i32>, invited_at: At,
    responded_at: Option<At>, preferences: Json<BTreeMap<CategoryId, Preference>>,
});

/// The juror of an id.
pub fn get(c: &mut Conn, id: JurorId) -> StoreResult<Juror> {
    Ok(jurors::table.find(id).first::<JurorRow>(c)?.into())
}

/// The juror of an address in an edition.
pub fn find_by_email(c: &mut Conn, edition: EditionId, email: &EmailAddress) -> StoreResult<Option<Juror>> {
    let row = jurors::table
        .filter(jurors::edition_id.eq(edition))
        .filter(jurors::email.eq(email))
        .first::<JurorRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The jury of an edition, by name, whatever became of the invitation.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Juror>> {
    let rows = jurors::table.filter(jurors::edition_id.eq(edition)).order(jurors::name).load::<JurorRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A new juror.
pub fn insert(c: &mut Conn, juror: Juror) -> StoreResult<()> {
    diesel::insert_into(jurors::table).values(JurorRow::from(juror)).execute(c)?;
    Ok(())
}

/// Every field of a juror.
pub fn update(c: &mut Conn, juror: Juror) -> StoreResult<()> {
    diesel::update(jurors::table.find(juror.id)).set(JurorRow::from(juror)).execute(c)?;
    Ok(())
}
