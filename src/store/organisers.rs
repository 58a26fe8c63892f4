//! Who organises which edition, and everything that decides what a person may do.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::dialect::BothExt;
use super::error::StoreResult;
use super::schema::{organisers, users};
use super::types::At;
use super::{Conn, parts};
use crate::domain::ids::{EditionId, UserId};
use crate::domain::policy::Actor;
use crate::domain::user::{OrganiserRole, User};

/// Gives a person a role in an edition, or changes it.
pub fn set_role(
    c: &mut Conn,
    edition: EditionId,
    user: UserId,
    role: OrganiserRole,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    diesel::insert_into(organisers::table)
        .values((
            organisers::edition_id.eq(edition),
            organisers::user_id.eq(user),
            organisers::role.eq(role),
            organisers::added_at.eq(At(now)),
        ))
        .on_conflict((organisers::edition_id, organisers::user_id))
        .do_update()
        .set(organisers::role.eq(role))
        .both()
        .execute(c)?;
    Ok(())
}

/// The organisers of an edition, first come first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<(User, OrganiserRole)>> {
    let rows = organisers::table
        .filter(organisers::edition_id.eq(edition))
        .order(organisers::added_at)
        .select((organisers::user_id, organisers::role))
        .load::<(UserId, OrganiserRole)>(c)?;
    rows.into_iter().map(|(id, role)| Ok((super::users::get(c, id)?, role))).collect()
}

/// Takes a person off the organisers of an edition.
pub fn remove(c: &mut Conn, edition: EditionId, user: UserId) -> StoreResult<()> {
    diesel::delete(organisers::table.find((edition, user))).execute(c)?;
    Ok(())
}

/// A person with everything that decides what they may do.
pub fn actor(c: &mut Conn, user: UserId) -> StoreResult<Actor> {
    let is_founder = users::table.find(user).select(users::is_founder).first::<bool>(c)?;
    Ok(parts::actor_of(user, is_founder, &parts::list(c, &[user])?))
}
