//! The startups behind entries.

use diesel::prelude::*;

use super::error::{OptionalRow, StoreResult};
use super::schema::organisations;
use super::types::{At, Json};
use super::{Conn, IDS_AT_ONCE};
use crate::domain::ids::{OrganisationId, UserId};
use crate::domain::organisation::{Organisation, Profile};

row!(OrganisationRow of Organisation in organisations {
    id: OrganisationId, owner_id: UserId, name: String, website: String, city: String, created_at: At,
    profile: Json<Profile>, logo_key: Option<String>,
});

/// The organisation of an id.
pub fn get(c: &mut Conn, id: OrganisationId) -> StoreResult<Organisation> {
    Ok(organisations::table.find(id).first::<OrganisationRow>(c)?.into())
}

/// The organisation of this name that a person keeps.
pub fn find_of_owner(c: &mut Conn, owner: UserId, name: &str) -> StoreResult<Option<Organisation>> {
    let row = organisations::table
        .filter(organisations::owner_id.eq(owner))
        .filter(organisations::name.eq(name))
        .first::<OrganisationRow>(c)
        .optional_row()?;
    Ok(row.map(Into::into))
}

/// The organisations that a person keeps, by name.
pub fn list_of_owner(c: &mut Conn, owner: UserId) -> StoreResult<Vec<Organisation>> {
    let rows = organisations::table
        .filter(organisations::owner_id.eq(owner))
        .order(organisations::name)
        .load::<OrganisationRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Several organisations, however many.
pub fn list_by_ids(c: &mut Conn, ids: &[OrganisationId]) -> StoreResult<Vec<Organisation>> {
    let mut found = Vec::new();
    for ids in ids.chunks(IDS_AT_ONCE) {
        let rows = organisations::table.filter(organisations::id.eq_any(ids.to_vec())).load::<OrganisationRow>(c)?;
        found.extend(rows.into_iter().map(Organisation::from));
    }
    Ok(found)
}

/// Where the logos lie, for backups.
pub fn list_logos(c: &mut Conn) -> StoreResult<Vec<String>> {
    let keys = organisations::table
        .filter(organisations::logo_key.is_not_null())
        .order(organisations::logo_key)
        .select(organisations::logo_key)
        .load::<Option<String>>(c)?;
    Ok(keys.into_iter().flatten().collect())
}

/// A new organisation.
pub fn insert(c: &mut Conn, organisation: Organisation) -> StoreResult<()> {
    diesel::insert_into(organisations::table).values(OrganisationRow::from(organisation)).execute(c)?;
    Ok(())
}

/// Every field of an organisation.
pub fn update(c: &mut Conn, organisation: Organisation) -> StoreResult<()> {
    diesel::update(organisations::table.find(organisation.id)).set(OrganisationRow::from(organisation)).execute(c)?;
    Ok(())
}
