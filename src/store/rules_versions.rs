//! What rules said before.

use diesel::prelude::*;

use super::Conn;
use super::error::StoreResult;
use super::schema::rules_versions;
use super::types::{At, Json};
use crate::domain::ids::{EditionId, RulesVersionId, UserId};
use crate::domain::language::Localised;
use crate::domain::rules_version::RulesVersion;

row!(RulesVersionRow of RulesVersion in rules_versions {
    id: RulesVersionId, edition_id: EditionId, number: i32, rules: Json<Localised>, replaced_by: UserId,
    replaced_at: At,
});

/// The earlier versions of an edition, oldest first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<RulesVersion>> {
    let of = rules_versions::table.filter(rules_versions::edition_id.eq(edition)).order(rules_versions::number);
    Ok(of.load::<RulesVersionRow>(c)?.into_iter().map(Into::into).collect())
}

/// A version that was replaced.
pub fn insert(c: &mut Conn, version: RulesVersion) -> StoreResult<()> {
    diesel::insert_into(rules_versions::table).values(RulesVersionRow::from(version)).execute(c)?;
    Ok(())
}
